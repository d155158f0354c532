/**
 * A registry on the loopback of this machine that an engine can only read from: it serves layers out of directories (OCI
 * distribution-spec "Pull"). BuildKit has no account for it, so its path is the secret; it ends with the build.
 */
import {randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {pipeline} from 'node:stream/promises';
import {type Digest, isDigest} from '../registry/digest.ts';
import {listenOnLoopback} from '../registry/loopback.ts';
import type {Manifest} from '../registry/manifest.ts';
import {blobFile, type Layers} from './layers.ts';

export interface LayerRegistry extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Part of every path; whoever knows it may read. */
  readonly nonce: string;
  /** Repository of a slot, which is of lower-case letters and digits; its only tag is TAG. */
  repository(slot: string): string;
  /** How often anybody came by, with the right path or not. */
  readonly visits: number;
  /** Serves one of the manifests of the layers, and all that they have. */
  add(slot: string, layers: Layers, manifest: Manifest): void;
}

export const TAG = 'push';

interface Shelf {
  readonly layers: Layers;
  readonly manifest: Manifest;
}

export async function startLayerRegistry(): Promise<LayerRegistry> {
  const nonce = `n${randomBytes(16).toString('hex')}`;
  const shelves = new Map<string, Shelf>();
  let visits = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const {method = '', url = '', headers} = request;
    const {pathname} = new URL(url, 'http://layers');
    if (pathname === '/v2/' || pathname === '/v2') return void response.writeHead(200, {'content-length': 0}).end();
    const [, secret, slot = '', kind, name = ''] =
      /^\/v2\/([a-z0-9]+)\/([a-z0-9]+)\/(manifests|blobs)\/([^/]+)$/.exec(pathname) ?? [];
    const shelf = secret === nonce ? shelves.get(slot) : undefined;
    const isHead = method === 'HEAD';
    if (shelf === undefined || !(isHead || method === 'GET')) return refuse(response);
    if (kind === 'manifests') {
      const found = manifestOf(shelf, name);
      if (found === undefined) return refuse(response);
      response.writeHead(200, {...headersOf(found.digest, found.mediaType), 'content-length': found.bytes.length});
      return void response.end(isHead ? undefined : found.bytes);
    }
    const size = isDigest(name) ? shelf.layers.blobs.get(name) : undefined;
    if (size === undefined) return refuse(response);
    const digest = name as Digest;
    const from = startOf(headers.range, size);
    response.writeHead(from === undefined ? 200 : 206, {
      ...headersOf(digest, 'application/octet-stream'),
      'accept-ranges': 'bytes',
      'content-length': size - (from ?? 0),
      ...(from !== undefined && {'content-range': `bytes ${from}-${size - 1}/${size}`}),
    });
    if (isHead) return void response.end();
    await pipeline(createReadStream(blobFile(shelf.layers.path, digest), {start: from ?? 0}), response);
  };
  const loopback = await listenOnLoopback((request, response) => {
    visits += 1;
    request.resume();
    // Whatever goes wrong with a file, the reader sees an answer that is too short.
    answer(request, response).catch(() => response.destroy());
  });
  return {
    host: loopback.host,
    nonce,
    repository: (slot) => `${nonce}/${slot}`,
    get visits() {
      return visits;
    },
    add: (slot, layers, manifest) => shelves.set(slot, {layers, manifest}),
    [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose](),
  };
}

function manifestOf({layers, manifest}: Shelf, name: string): Manifest | undefined {
  if (name === TAG) return manifest;
  return [layers.top, ...layers.images].find(({digest}) => digest === name);
}

/** The first byte of the only form of range that engines ask for, `bytes=n-`. */
function startOf(range: string | undefined, size: number): number | undefined {
  const [, first] = /^bytes=(\d+)-$/.exec(range ?? '') ?? [];
  return first === undefined || Number(first) >= size ? undefined : Number(first);
}

function headersOf(digest: Digest, type: string) {
  return {'content-type': type, 'docker-content-digest': digest, 'docker-distribution-api-version': 'registry/2.0'};
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, {'content-type': 'application/json'});
  response.end(JSON.stringify({errors: [{code: 'NAME_UNKNOWN', message: 'there is no such thing here'}]}));
}
