/**
 * Names of images. Text becomes a `Reference` once, here, under the grammar engines and registries use and with
 * Docker's normalisation (`busybox` is `docker.io/library/busybox`), so that nothing unparsed reaches a URL.
 * Grammar: https://github.com/distribution/reference; some things it allows are refused here, each because it can only
 * be a mistake: a first part with capitals and no dot (`MyOrg/app` would be looked up as a host), `..` inside a tag, a
 * port above 65535, numbers that are no address, and digests other than sha256.
 */

import {type Digest, InvalidDigest, parseDigest} from './digest.ts';

export interface Reference {
  /** Domain with optional port, as written, e.g. `ghcr.io`, `127.0.0.1:5000`; Docker Hub is always `docker.io`. */
  readonly registry: string;
  /** Repository inside the registry, `library/` included on Docker Hub, e.g. `library/busybox`. */
  readonly path: string;
  readonly tag?: string;
  readonly digest?: Digest;
}

/** A name that can be given to an image. */
export type TaggedReference = Reference & {readonly tag: string};

export class InvalidReference extends Error {
  override readonly name = 'InvalidReference';
  readonly value: string;
  /** Index into `value` of the first character that cannot stand there, from 0. */
  readonly position: number | undefined;
  readonly hint: string | undefined;

  constructor(value: string, reason: string, at: {readonly position?: number; readonly hint?: string} = {}) {
    const where = at.position === undefined ? '' : ` (at character ${at.position + 1})`;
    super(`invalid image reference ${quote(value)}: ${reason}${where}`);
    this.value = value;
    this.position = at.position;
    this.hint = at.hint;
  }
}

export const DOCKER_HUB = 'docker.io';
const DEFAULT_TAG = 'latest';
const LONGEST_PATH = 255;
/** Domain, path, tag and digest at their longest fit well inside; longer text is not worth a close look. */
const LONGEST_TEXT = 1024;

const HOST_LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const DOMAIN = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[A-Fa-f0-9:]+\\])(?::([0-9]+))?$`);
const PATH_PART = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const IMAGE_ID = /^(?:sha256:)?[a-f0-9]{64}$/;

/** Reads a familiar or full name. No tag is added, see `withDefaultTag`. Throws `InvalidReference`. */
export function parseReference(text: string): Reference {
  checkCharacters(text);
  const at = text.indexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const {registry, rest, offset} = splitRegistry(text, name);
  const colon = rest.indexOf(':');
  const shortPath = colon < 0 ? rest : rest.slice(0, colon);
  checkPath(text, shortPath, offset);
  const path = registry === DOCKER_HUB && !shortPath.includes('/') ? `library/${shortPath}` : shortPath;
  if (path.length > LONGEST_PATH) {
    throw new InvalidReference(text, `the repository path has ${path.length} characters, the limit is ${LONGEST_PATH}`);
  }
  const tag = colon < 0 ? undefined : checkedTag(text, rest.slice(colon + 1), offset + colon + 1);
  const digest = at < 0 ? undefined : checkedDigest(text, text.slice(at + 1), at + 1);
  return {registry, path, ...(tag !== undefined && {tag}), ...(digest !== undefined && {digest})};
}

/** The full form, `docker.io/library/busybox:1@sha256:…`; `parseReference` reads it back to the same value. */
export function formatReference(reference: Reference): string {
  return formatRepository(reference) + suffix(reference);
}

/** Registry and path without tag and digest, e.g. `ghcr.io/owner/app`. */
function formatRepository(reference: Reference): string {
  return `${reference.registry}/${reference.path}`;
}

/** What Docker prints and stores as `RepoTags`: `busybox:1`, `owner/app`, but `ghcr.io/owner/app`. */
export function formatFamiliar(reference: Reference): string {
  return familiarRepository(reference) + suffix(reference);
}

/** `formatFamiliar` without tag and digest. */
export function familiarRepository({registry, path}: Reference): string {
  if (registry !== DOCKER_HUB) return `${registry}/${path}`;
  const official = path.startsWith('library/') ? path.slice('library/'.length) : path;
  // `library/a/b` must stay whole: without its first part it would read as repository `a/b`.
  if (!official.includes('/')) return official;
  // A first part with a dot would be taken for a host when read again.
  return looksLikeHost(path.slice(0, path.indexOf('/'))) ? `${registry}/${path}` : path;
}

/** Adds `:latest` where neither tag nor digest is given, as `docker push` and `docker pull` do. */
export function withDefaultTag(reference: Reference): Reference {
  return reference.tag === undefined && reference.digest === undefined ? {...reference, tag: DEFAULT_TAG} : reference;
}

/** Each repository once, without tags and digests, in the order of their first. */
export function uniqueRepositories(references: readonly Reference[]): readonly Reference[] {
  const bare = references.map(({registry, path}) => [`${registry}/${path}`, {registry, path}] as const);
  return [...new Map(bare).values()];
}

/** Host (and port) that serves the registry API; only Docker Hub's differs from the name people write. */
export function registryHost(reference: Pick<Reference, 'registry'>): string {
  return reference.registry === DOCKER_HUB ? 'registry-1.docker.io' : reference.registry;
}

function suffix({tag, digest}: Reference): string {
  return (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}

function quote(value: string): string {
  return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}

function checkCharacters(text: string): void {
  if (text === '') throw new InvalidReference(text, 'it is empty');
  if (text.length > LONGEST_TEXT)
    throw new InvalidReference(text, `it has ${text.length} characters, the limit is ${LONGEST_TEXT}`);
  const odd = /[^\x21-\x7e]/.exec(text);
  if (odd) {
    const kind = /[\r\n]/.test(odd[0])
      ? 'a line break'
      : /\s/.test(odd[0])
        ? 'white space'
        : 'a character outside printable ASCII';
    const hint = /\s/.test(odd[0]) ? 'give one reference per line or comma, without spaces inside' : undefined;
    throw new InvalidReference(text, `it contains ${kind}`, {position: odd.index, ...(hint && {hint})});
  }
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text);
  if (scheme) {
    throw new InvalidReference(text, 'it starts with a scheme', {position: 0, hint: `leave out "${scheme[0]}"`});
  }
  const dots = text.indexOf('..');
  if (dots >= 0) throw new InvalidReference(text, 'it contains ".."', {position: dots});
  if (IMAGE_ID.test(text)) {
    throw new InvalidReference(text, 'it is an image id or digest, not a name, so it has no repository');
  }
}

interface Split {
  readonly registry: string;
  /** Path and tag. */
  readonly rest: string;
  /** Where `rest` starts in the text. */
  readonly offset: number;
}

function splitRegistry(text: string, name: string): Split {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  if (!looksLikeHost(first)) {
    if (first !== first.toLowerCase()) throw capitals(text, text.search(/[A-Z]/));
    return {registry: DOCKER_HUB, rest: name, offset: 0};
  }
  const parts = DOMAIN.exec(first);
  if (!parts) throw new InvalidReference(text, `"${first}" is not a valid registry host`, {position: 0});
  if (Number(parts[1] ?? 0) > 65535) {
    throw new InvalidReference(text, `"${parts[1]}" is not a port`, {position: first.lastIndexOf(':') + 1});
  }
  // The grammar also takes what is no address, such as 999.1.1.1 or [abc]; every call would fail on it.
  if (!URL.canParse(`https://${first}`)) {
    throw new InvalidReference(text, `"${first}" is not a valid registry host`, {position: 0});
  }
  const isHub = first === DOCKER_HUB || first === 'index.docker.io';
  return {registry: isHub ? DOCKER_HUB : first, rest: name.slice(slash + 1), offset: slash + 1};
}

function looksLikeHost(first: string): boolean {
  return first === 'localhost' || /[.:]/.test(first);
}

function checkPath(text: string, path: string, offset: number): void {
  if (path === '') {
    throw new InvalidReference(text, 'the repository name is missing', {position: offset});
  }
  let start = offset;
  for (const part of path.split('/')) {
    if (part === '') throw new InvalidReference(text, 'a part between slashes is empty', {position: start});
    if (!PATH_PART.test(part)) {
      if (PATH_PART.test(part.toLowerCase())) throw capitals(text, start + part.search(/[A-Z]/));
      throw new InvalidReference(text, `${quote(part)} is not a valid repository part`, {
        position: start + Math.max(0, part.search(/[^A-Za-z0-9._-]|^[._-]|[._-]$|[._-]{2}/)),
        hint: 'lower-case letters and digits, with single ".", "_", "__" or dashes between them',
      });
    }
    start += part.length + 1;
  }
}

/** The commonest mistake: `${{ github.repository }}` keeps the capitals of the owner. */
function capitals(text: string, position: number): InvalidReference {
  const tagAt = /[:@](?!.*\/)/.exec(text)?.index ?? text.length;
  const lower = text.slice(0, tagAt).toLowerCase() + text.slice(tagAt);
  const hint = `use ${quote(lower)}; in a workflow, GITHUB_REPOSITORY keeps capitals, so lower it first: "\${GITHUB_REPOSITORY,,}"`;
  return new InvalidReference(text, 'a repository must be lower case', {position, hint});
}

function checkedTag(text: string, tag: string, offset: number): string {
  if (TAG.test(tag) && !tag.includes('..')) return tag;
  const odd = tag.search(/^[^\w]|[^\w.-]|\.\./);
  const reason =
    tag === ''
      ? 'the tag after ":" is empty'
      : tag.length > 128
        ? 'the tag is longer than 128 characters'
        : `${quote(tag)} is not a valid tag`;
  const hint =
    'a tag has letters, digits, "_", "." and "-" and starts with none of the last two; replace "/" of branch names by "-"';
  throw new InvalidReference(text, reason, {position: offset + Math.max(0, odd), hint});
}

function checkedDigest(text: string, digest: string, offset: number): Digest {
  try {
    return parseDigest(digest);
  } catch (cause) {
    if (!(cause instanceof InvalidDigest)) throw cause;
    throw new InvalidReference(text, cause.message, {position: offset, hint: cause.hint});
  }
}
