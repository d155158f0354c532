/**
 * A throw-away Git server on the loopback address: git's own `http-backend` behind node's HTTP server, which asks for a
 * token where it is told to, and plain files beside it. Repositories are made by real git.
 */
import {execFileSync, spawn} from 'node:child_process';
import {createReadStream, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {dirname, join} from 'node:path';
import type {Started} from './host.ts';
import {temporaryDirectory, toStop} from './stops.ts';

export interface GitServer extends Started {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** Where `octo/app.git` and what else is made lies. */
  readonly root: string;
  /** `Authorization` of each request so far, after its path. */
  readonly requests: readonly string[];
  /** Makes, or replaces, a repository with this as its one branch `main`; gives the commit. */
  commit(name: string, files: Readonly<Record<string, string>>, options?: CommitOptions): string;
  /** Runs git in a repository; gives what it prints. */
  git(name: string, ...args: readonly string[]): string;
}

export interface CommitOptions {
  /** By path in the repository: another repository of this server, which is named relative to this one. */
  readonly submodules?: Readonly<Record<string, string>>;
}

const CONFIG = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'protocol.file.allow=always'];

/** Repositories whose name begins with `private` are read with this token alone. */
export async function startGitServer(token: string): Promise<GitServer> {
  const {path: root, remove} = temporaryDirectory('stowage-git-');
  const requests: string[] = [];
  const wanted = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://server');
    const authorization = request.headers.authorization ?? '';
    requests.push(`${pathname} ${authorization}`);
    if (/\/private/.test(pathname) && authorization.replace(/^Basic/, 'basic') !== wanted) {
      response.writeHead(401, {'www-authenticate': 'Basic realm="git"'}).end();
    } else if (/\.git\//.test(pathname)) backend(root, request, response);
    else {
      createReadStream(join(root, pathname))
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const git = (directory: string, ...args: readonly string[]) =>
    execFileSync('git', [...CONFIG, ...args], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const stop = toStop(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await remove();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    root,
    requests,
    git: (name, ...args) => git(join(root, name), ...args),
    commit: (name, files, {submodules = {}} = {}) => {
      const work = join(root, 'work', name);
      rmSync(work, {recursive: true, force: true});
      mkdirSync(work, {recursive: true});
      git(work, 'init', '-q', '-b', 'main');
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(join(work, dirname(path)), {recursive: true});
        writeFileSync(join(work, path), content);
      }
      for (const [path, other] of Object.entries(submodules)) {
        git(work, 'submodule', '--quiet', 'add', join(root, other), path);
        git(work, 'config', '-f', '.gitmodules', `submodule.${path}.url`, `../${other.split('/').at(-1)}`);
      }
      git(work, 'add', '.');
      git(work, 'commit', '-qm', 'files');
      const bare = join(root, name);
      rmSync(bare, {recursive: true, force: true});
      git(root, 'clone', '-q', '--bare', work, bare);
      git(bare, 'update-server-info');
      return git(bare, 'rev-parse', 'main');
    },
    stop,
  };
}

/** The Common Gateway Interface, as far as git's server side uses it (RFC 3875). */
function backend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://server');
  const {headers} = request;
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      ...(headers['content-length'] !== undefined && {CONTENT_LENGTH: headers['content-length']}),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  let head = '';
  child.stdout.on('data', (data: Buffer) => {
    if (response.headersSent) {
      response.write(data);
      return;
    }
    head += data.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    let status = 200;
    for (const line of head.slice(0, end).split('\r\n')) {
      const [name = '', value = ''] = line.split(/:\s*/, 2);
      if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.writeHead(status);
    response.write(Buffer.from(head.slice(end + 4), 'latin1'));
  });
  child.stdout.on('end', () => response.end());
}
