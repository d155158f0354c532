/** An image as other tools hand it on, made without any engine's help: in the OCI layout as a tar, or in a registry. */
import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {pack} from 'tar-stream';
import {type Account, ask, askJson, BASE_IMAGE, type Engine} from '../rig.ts';

interface Blob {
  readonly digest: string;
  readonly bytes: Buffer;
}

export interface OciImage {
  readonly manifest: Blob;
  readonly config: Blob;
  readonly layer: Blob;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';

function blobOf(bytes: Buffer): Blob {
  return {digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes};
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const descriptor = (mediaType: string, {digest, bytes}: Blob) => ({mediaType, digest, size: bytes.length});

/** An image of the files of the base image, which prints `said` when it runs. */
export async function ociImage(engine: Engine, said: string): Promise<OciImage> {
  const tar = await rootFileSystem(engine);
  const {Architecture} = await askJson<{Architecture: string}>(engine.address, `/images/${BASE_IMAGE}/json`);
  const config = blobOf(
    json({
      architecture: Architecture,
      os: 'linux',
      created: '2026-01-02T03:04:05Z',
      config: {Cmd: ['echo', said]},
      rootfs: {type: 'layers', diff_ids: [blobOf(tar).digest]},
      history: [{created: '2026-01-02T03:04:05Z', created_by: 'another tool'}],
    }),
  );
  const layer = blobOf(gzipSync(tar, {level: 1}));
  const manifest = blobOf(
    json({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: descriptor(CONFIG, config),
      layers: [descriptor(LAYER, layer)],
    }),
  );
  return {manifest, config, layer};
}

async function rootFileSystem(engine: Engine): Promise<Buffer> {
  const {Id} = await askJson<{Id: string}>(engine.address, '/containers/create', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: json({Image: BASE_IMAGE, Cmd: ['true'], HostConfig: {NetworkMode: 'none'}}),
  });
  try {
    return (await ask(engine.address, `/containers/${Id}/export`)).body;
  } finally {
    await ask(engine.address, `/containers/${Id}?force=1`, {method: 'DELETE'});
  }
}

/** As `buildah push … oci-archive:path:name` writes it. */
export async function writeOciArchive({manifest, config, layer}: OciImage, path: string, name: string): Promise<void> {
  const archive = pack();
  const add = (entry: string, bytes: Buffer) => archive.entry({name: entry}, bytes);
  add('oci-layout', json({imageLayoutVersion: '1.0.0'}));
  const annotations = {'org.opencontainers.image.ref.name': name};
  add('index.json', json({schemaVersion: 2, manifests: [{...descriptor(MANIFEST, manifest), annotations}]}));
  for (const {digest, bytes} of [manifest, config, layer]) add(`blobs/sha256/${digest.slice('sha256:'.length)}`, bytes);
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece as Buffer);
  writeFileSync(path, Buffer.concat(pieces));
}

/** Into a registry without a password. */
export async function putOciImage(
  {manifest, config, layer}: OciImage,
  {host}: Account,
  repository: string,
  tag: string,
): Promise<void> {
  const base = `http://${host}`;
  for (const {digest, bytes} of [config, layer]) {
    const {headers} = await ask(base, `/v2/${repository}/blobs/uploads/`, {method: 'POST'});
    const place = new URL(headers.location ?? '', base);
    place.searchParams.set('digest', digest);
    await put(base, `${place.pathname}${place.search}`, 'application/octet-stream', bytes);
  }
  await put(base, `/v2/${repository}/manifests/${tag}`, MANIFEST, manifest.bytes);
}

async function put(base: string, path: string, type: string, body: Buffer): Promise<void> {
  const headers = {'content-type': type, 'content-length': String(body.length)};
  const {status, text} = await ask(base, path, {method: 'PUT', headers, body});
  if (status !== 201) throw new Error(`PUT ${path}: ${status} ${text}`);
}
