/**
 * A Git repository as `context` names it, in the forms of `docker build`: `https://host/path.git#ref:directory`, the same
 * with a query (`?ref=…&subdir=…`), `git://`, `ssh://`, `git@host:path` and `github.com/owner/repository`
 * (https://docs.docker.com/build/concepts/context/#git-repositories). What git itself would take beyond these (local
 * paths, `ext::`, options in the place of a host or a ref) is refused (hardening E5).
 */
import {InvalidInput} from '../pipeline/errors.ts';
import type {GitSource} from '../pipeline/git-source.ts';

const SHORT_HUB = /^github\.com\//i;
/** `user@host:path`, where a URL would have its scheme. */
const SCP = /^([\w.-]+)@([\w.-]+):(?!\/\/)(.+)$/;
/** Nothing that could be an option of ssh (CVE-2017-1000117), also after percent signs are decoded. */
const HOST = /^(?:[a-z0-9_][\w.-]*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const USER = /^\w[\w.-]*$/;
/** Of an http URL only the ending tells a repository from a tar. */
const REPOSITORY_PATH = /\.git\/?$/;

/** Undefined for what is no Git repository: a path, or the URL of a file. Throws InvalidInput. */
export function parseGitSource(text: string): GitSource | undefined {
  if (/^[a-z][a-z0-9+.-]*::/i.test(text)) throw refused('git would run a program of that name');
  if (SHORT_HUB.test(text)) return fromUrl(withEnding(`https://${text}`));
  const [base = '', fragment] = splitOnce(text, '#');
  if (SCP.test(base)) return fromScp(base, fragment);
  const url = URL.parse(text);
  if (url === null || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return undefined;
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return REPOSITORY_PATH.test(url.pathname) ? fromUrl(text) : undefined;
    case 'git:':
    case 'ssh:':
      return fromUrl(text);
    case 'git+ssh:':
    case 'ssh+git:':
      return fromUrl(text.replace(/^[a-z+]+:/i, 'ssh:'));
    default:
      throw refused(`${url.protocol.slice(0, 20)}// is none of https, http, git and ssh`);
  }
}

/** `github.com/octo/app#main` without `.git` is a repository all the same. */
function withEnding(text: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(text) ?? [];
  return `${path.replace(/(?:\.git)?\/?$/, '.git')}${rest}`;
}

function fromScp(base: string, fragment: string | undefined): GitSource {
  const [, user = '', host = '', path = ''] = SCP.exec(base) ?? [];
  if (!USER.test(user) || !HOST.test(host)) throw refused('its host is none');
  return {...fromFragment(fragment), repository: `${user}@${host}:${checkPath(path)}`, scheme: 'ssh', host};
}

function fromUrl(text: string): GitSource {
  const url = URL.parse(text);
  if (url === null) throw refused('it is not a URL');
  const scheme = url.protocol.slice(0, -1) as GitSource['scheme'];
  const allowed = scheme === 'ssh' ? url.password === '' : url.username === '' && url.password === '';
  if (!allowed) {
    throw new InvalidInput(
      'context',
      `the URL at ${url.host} holds an account, which would be readable in the history of the image`,
      `leave it out; github-token, or a secret GIT_AUTH_TOKEN.${url.host}, signs in to a private repository`,
    );
  }
  if (!HOST.test(url.host) || !(url.username === '' || USER.test(url.username))) throw refused('its host is none');
  checkPath(url.pathname);
  const user = url.username === '' ? '' : `${url.username}@`;
  const repository = `${scheme}://${user}${url.host}${url.pathname}`;
  const place = {repository, scheme, host: url.host};
  if (url.search === '') return {...fromFragment(url.hash === '' ? undefined : decoded(url.hash.slice(1))), ...place};
  if (url.hash !== '') throw refused('it has a query and a fragment, of which builders take one');
  return {...fromQuery(url.search.slice(1)), ...place};
}

type Part = Omit<GitSource, 'repository' | 'scheme' | 'host'>;
const WHOLE: Part = {
  ref: undefined,
  directory: undefined,
  checksum: undefined,
  query: undefined,
  keepGit: false,
  submodules: true,
  isOfJob: false,
};

function fromFragment(fragment: string | undefined): Part {
  const [ref = '', directory = ''] = splitOnce(fragment ?? '', ':');
  return {...WHOLE, ref: checkRef(ref), directory: checkDirectory(directory)};
}

/** The query of BuildKit 0.25 and newer (moby/buildkit util/gitutil, `parseOpts`). */
function fromQuery(query: string): Part {
  let part: Part = {...WHOLE, query};
  for (const [name, value] of new URLSearchParams(query)) {
    switch (name) {
      case 'ref':
      case 'branch':
      case 'tag': {
        if (part.ref !== undefined) throw refused('its query names more than one ref');
        const prefix = {ref: '', branch: 'refs/heads/', tag: 'refs/tags/'}[name];
        part = {...part, ref: checkRef(value.startsWith(prefix) ? value : `${prefix}${value}`)};
        break;
      }
      case 'subdir':
        part = {...part, directory: checkDirectory(value)};
        break;
      case 'checksum':
      case 'commit':
        if (!/^[0-9a-f]{4,64}$/.test(value)) throw refused(`its ${name} is not the name of a commit`);
        part = {...part, checksum: value};
        break;
      case 'keep-git-dir':
        part = {...part, keepGit: flag(name, value)};
        break;
      case 'submodules':
        part = {...part, submodules: flag(name, value)};
        break;
      default:
        throw refused(`its query has "${name.slice(0, 40)}", which is none of ${QUERY_NAMES}`);
    }
  }
  return part;
}

function flag(name: string, value: string): boolean {
  if (/^(?:1|t|true)?$/i.test(value)) return true;
  if (/^(?:0|f|false)$/i.test(value)) return false;
  throw refused(`its ${name} is neither true nor false`);
}

const QUERY_NAMES = 'ref, branch, tag, subdir, checksum, keep-git-dir and submodules';

/** By the rules of git check-ref-format for what could mean something else to git; '' is undefined. */
function checkRef(ref: string): string | undefined {
  if (ref === '') return undefined;
  if (/^[-+^]|[\s\0-\x1f\x7f~^:?*[\\]|\.\.|@\{|\/\/|\.lock$|[/.]$/.test(ref) || ref.length > 255)
    throw refused(`"${ref.slice(0, 100)}" is not the name of a branch, a tag or a commit`);
  return ref;
}

function checkDirectory(directory: string): string | undefined {
  if (/[\0-\x1f\x7f]/.test(directory) || directory.split('/').includes('..'))
    throw refused(`"${directory.slice(0, 100)}" is not a directory inside of the repository`);
  const path = directory.replace(/^(?:\.?\/)+|\/+$/g, '');
  return path === '' || path === '.' ? undefined : path;
}

function checkPath(path: string): string {
  if (/[\s\0-\x1f\x7f]/.test(path) || /^\/?-/.test(path)) throw refused('its path is not one of a repository');
  return path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Without the text itself, which may hold an account. */
function refused(why: string): InvalidInput {
  return new InvalidInput(
    'context',
    `it is no Git repository that can be fetched: ${why}`,
    'write https://host/repository.git#ref:directory, or check the repository out and give a path',
  );
}
