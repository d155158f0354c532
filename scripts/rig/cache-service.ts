/**
 * The cache service of GitHub Actions, version 2, for tests: a thin endpoint in front of azurite, Microsoft's own emulator
 * of the blob storage behind the real one (docs of actions/toolkit packages/cache; protocol
 * github.actions.results.api.v1.CacheService).
 */
import {spawnSync} from 'node:child_process';
import {createHmac, randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {setTimeout} from 'node:timers/promises';
import {freePort, type Started, startDaemon, waitFor} from './host.ts';
import {ask} from './http.ts';
import {temporaryDirectory, toStop} from './stops.ts';

export interface CacheService extends Started {
  /** ACTIONS_RESULTS_URL */
  readonly url: string;
  /** ACTIONS_RUNTIME_TOKEN of a job on the default branch. */
  readonly token: string;
  /** One of a job on another branch, which reads that and the default branch; it may write or not. */
  tokenOf(branch: string, writes: boolean): string;
  /** All variables that a runner gives to actions. */
  variables(token?: string): Readonly<Record<string, string>>;
  /** Keys of what was stored. */
  keys(): readonly string[];
  /** Calls that came without a token of ours. */
  refused(): number;
  /** Has calls of this method answered so, until it is undefined. */
  answer(method: string, status: number | undefined): void;
  /** Stores an entry under another key. */
  rename(from: string, to: string): void;
  /** Has whoever looks for an entry wait so many milliseconds. */
  hold(milliseconds: number): void;
  /** Puts other bytes in the place of what is stored under the keys that begin so. */
  damage(prefix: string): Promise<void>;
}

const VERSION = '3.37.0';
const HOME = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `azurite-${VERSION}`);

/**
 * Path of azurite's blob server, installed beside the packages of this repository when it is missing: it is far larger
 * than all of them together. Undefined where it cannot be had.
 */
export function provideAzurite(): string | undefined {
  const main = join(HOME, 'node_modules', 'azurite', 'dist', 'src', 'blob', 'main.js');
  if (existsSync(main)) return main;
  const args = [
    'install',
    '--prefix',
    HOME,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--loglevel=error',
  ];
  spawnSync('npm', [...args, `azurite@${VERSION}`], {stdio: 'ignore', timeout: 120_000});
  return existsSync(main) ? main : undefined;
}

/** The emulator's account, the same everywhere. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const CONTAINER = 'cache';

export async function startCacheService(azurite: string): Promise<CacheService> {
  const port = await freePort();
  const {path: directory, remove} = temporaryDirectory('stowage-cache-');
  const flags = ['--silent', '--skipApiVersionCheck', '--loose', '--blobHost', '127.0.0.1', '--blobPort', String(port)];
  const daemon = startDaemon(process.execPath, [azurite, ...flags, '--location', directory], join(directory, 'log'));
  const storage = `http://127.0.0.1:${port}`;
  const up = await waitFor(async () => (await ask(storage, `/${ACCOUNT}?comp=list`)).status > 0, 30);
  if (!up) throw new Error('azurite did not come up');
  const made = await ask(storage, `/${ACCOUNT}/${CONTAINER}?restype=container&${accountToken()}`, {method: 'PUT'});
  if (made.status !== 201) throw new Error(`azurite made no container: ${made.status} ${made.text}`);

  const tokens = new Map<string, readonly Scope[]>();
  const tokenWith = (scopes: readonly Scope[]) => {
    const claims = {ac: JSON.stringify(scopes), nbf: 1_700_000_000, exp: 4_000_000_000};
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({alg: 'HS256', typ: 'JWT'})}.${part(claims)}.${randomBytes(24).toString('base64url')}`;
    tokens.set(token, scopes);
    return token;
  };
  const main = {Scope: 'refs/heads/main', Permission: 3} as const;
  const token = tokenWith([main]);
  const entries: Entry[] = [];
  const faults = new Map<string, number>();
  let refused = 0;
  let held = 0;
  const urlOf = (blob: string) => `${storage}/${ACCOUNT}/${CONTAINER}/${blob}?${blobToken(blob)}`;
  const answer = (method: string, request: Ask, scopes: readonly Scope[]): Answer => {
    const writable = scopes.find(({Permission}) => (Permission & 2) === 2)?.Scope;
    const isIt = ({key, version, scope}: Entry) =>
      key === request.key && version === request.version && scope === writable;
    switch (method) {
      case 'CreateCacheEntry': {
        if (writable === undefined)
          return {status: 200, body: {ok: false, message: 'cache write denied: it only reads'}};
        if (entries.some(isIt)) return refusal(409, 'already_exists', 'cache entry already exists');
        const {key, version} = request;
        const entry = {key, version, scope: writable, blob: randomBytes(12).toString('hex'), done: false};
        entries.push(entry);
        return {status: 200, body: {ok: true, signed_upload_url: urlOf(entry.blob)}};
      }
      case 'FinalizeCacheEntryUpload': {
        const entry = entries.find(isIt);
        if (entry !== undefined) entry.done = true;
        return {status: 200, body: {ok: entry !== undefined, entry_id: String(entries.length)}};
      }
      case 'GetCacheEntryDownloadURL': {
        const there = entries.filter(({done, version}) => done && version === request.version);
        const found = scopes
          .map(({Scope}) =>
            find(
              there.filter(({scope}) => scope === Scope),
              request,
            ),
          )
          .find((entry) => entry !== undefined);
        if (found === undefined) return {status: 200, body: {ok: false}};
        return {status: 200, body: {ok: true, signed_download_url: urlOf(found.blob), matched_key: found.key}};
      }
      default:
        return refusal(404, 'bad_route', method);
    }
  };
  const server = createServer(async (request, response) => {
    const scopes = tokens.get(/^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (scopes === undefined) refused++;
    const method = request.url?.split('/').at(-1) ?? '';
    const fault = faults.get(method);
    const asked = await bodyOf(request);
    if (held > 0 && method === 'GetCacheEntryDownloadURL') await setTimeout(held);
    const {status, body} =
      scopes === undefined
        ? refusal(401, 'unauthenticated', 'who are you?')
        : fault === undefined
          ? answer(method, asked, scopes)
          : refusal(fault, 'resource_exhausted', 'rate limit exceeded');
    const later = status === 429 ? {'retry-after': '60'} : {};
    response.writeHead(status, {'content-type': 'application/json', ...later}).end(JSON.stringify(body));
  });
  await listen(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    token,
    tokenOf: (branch, writes) =>
      tokenWith([
        {Scope: `refs/heads/${branch}`, Permission: writes ? 3 : 1},
        {...main, Permission: 1},
      ]),
    variables: (given = token) => ({
      ACTIONS_RUNTIME_TOKEN: given,
      ACTIONS_RESULTS_URL: url,
      ACTIONS_CACHE_SERVICE_V2: 'True',
    }),
    keys: () => entries.filter(({done}) => done).map(({key}) => key),
    refused: () => refused,
    answer: (method, status) => {
      if (status === undefined) faults.delete(method);
      else faults.set(method, status);
    },
    rename: (from, to) => {
      for (const entry of entries) if (entry.key === from) entry.key = to;
    },
    hold: (milliseconds) => {
      held = milliseconds;
    },
    damage: async (prefix) => {
      for (const {blob} of entries.filter(({key}) => key.startsWith(prefix))) {
        const headers = {'x-ms-blob-type': 'BlockBlob'};
        await fetch(urlOf(blob), {method: 'PUT', headers, body: randomBytes(100_000)});
      }
    },
    stop: toStop(async () => {
      server.closeAllConnections();
      server.close();
      await daemon.stop();
      await remove();
    }),
  };
}

/** 1 reads, 2 writes. */
interface Scope {
  readonly Scope: string;
  readonly Permission: 1 | 3;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function refusal(status: number, code: string, msg: string): Answer {
  return {status, body: {code, msg}};
}

interface Entry {
  key: string;
  readonly version: string;
  readonly scope: string;
  readonly blob: string;
  done: boolean;
}

interface Ask {
  readonly key: string;
  readonly version: string;
  readonly restore_keys?: readonly string[];
}

/** The key itself, else the newest that begins with it, then so for each other key. */
function find(entries: readonly Entry[], {key, restore_keys = []}: Ask): Entry | undefined {
  for (const wanted of [key, ...restore_keys]) {
    const found =
      entries.find((entry) => entry.key === wanted) ?? entries.findLast((entry) => entry.key.startsWith(wanted));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Ask> {
  return JSON.parse(await text(request)) as Ask;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
}

const SERVICE_VERSION = '2021-12-02';
const EXPIRY = '2099-01-01T00:00:00Z';

function signed(lines: readonly string[]): string {
  return createHmac('sha256', Buffer.from(KEY, 'base64')).update(lines.join('\n'), 'utf8').digest('base64');
}

/** A shared access signature of the account (learn.microsoft.com/rest/api/storageservices/create-account-sas). */
function accountToken(): string {
  const fields = {sv: SERVICE_VERSION, ss: 'b', srt: 'sco', sp: 'rwdlac', se: EXPIRY, spr: 'https,http'};
  const sig = signed([ACCOUNT, fields.sp, fields.ss, fields.srt, '', fields.se, '', fields.spr, fields.sv, '', '']);
  return new URLSearchParams({...fields, sig}).toString();
}

/** One of a blob (learn.microsoft.com/rest/api/storageservices/create-service-sas). */
function blobToken(blob: string): string {
  const fields = {sv: SERVICE_VERSION, sr: 'b', sp: 'rcw', se: EXPIRY, spr: 'https,http'};
  const resource = `/blob/${ACCOUNT}/${CONTAINER}/${blob}`;
  const head = [fields.sp, '', fields.se, resource, '', '', fields.spr, fields.sv, fields.sr];
  const sig = signed([...head, '', '', '', '', '', '', '']);
  return new URLSearchParams({...fields, sig}).toString();
}
