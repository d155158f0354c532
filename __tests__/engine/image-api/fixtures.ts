/** Images, containers and archives for the checks, made and looked at by plain HTTP. */
import {createHash} from 'node:crypto';
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {extract, pack} from 'tar-stream';
import type {Platform} from '../../../src/engine/platform.ts';
import {ask, askJson, BASE_IMAGE, unique} from '../../rig.ts';
import type {Subject} from './matrix.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

export async function tarOf(files: Files): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({name, mtime: new Date(0)}, content);
  archive.finalize();
  return buffer(Readable.from(archive));
}

/** Contents by path; links and directories have none. */
export async function filesOf(tar: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reader = extract();
  Readable.from([tar]).pipe(reader);
  for await (const entry of reader) files.set(entry.header.name, await buffer(Readable.from(entry)));
  return files;
}

/** A body as our methods take it. */
export const streamOf = (bytes: Buffer) => Readable.from([bytes]);

/** What the engine says of an image; undefined when it has none of that name. */
export async function shown(at: Subject, image: string): Promise<ImageJson | undefined> {
  const {status, text} = await ask(at.address, `/images/${image}/json`);
  if (status === 404) return undefined;
  if (status !== 200) throw new Error(`${image} could not be inspected: ${status} ${text}`);
  return JSON.parse(text) as ImageJson;
}

export interface ImageJson {
  readonly Id: string;
  readonly Parent?: string;
  readonly RepoTags: readonly string[] | null;
  readonly RepoDigests: readonly string[] | null;
  readonly Author?: string;
  readonly Comment?: string;
  readonly Architecture: string;
  readonly Os: string;
  readonly Config: {
    readonly Env?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly Labels?: Readonly<Record<string, string>> | null;
  };
  readonly RootFS: {readonly Layers: readonly string[]};
}

export async function labelsOf(at: Subject, image: string): Promise<Readonly<Record<string, string>>> {
  return (await shown(at, image))?.Config.Labels ?? {};
}

/**
 * What the classic builder on the containerd store says when an image is deleted beside it, as other tests do: it holds
 * no lease on what it has just made.
 */
const RACE = /lease does not exist|unable to find image \\?"sha256:/;

/** Builds by plain HTTP, with the classic builder or Podman's. Gives the id of the image. */
export async function built(at: Subject, files: Files, query: Readonly<Record<string, string>> = {}): Promise<string> {
  const text = new URLSearchParams({
    ...(at.facts.product === 'docker' && {version: '1'}),
    rm: '1',
    forcerm: '1',
    ...query,
  });
  const headers = {'content-type': 'application/x-tar'};
  for (let tries = 1; ; tries++) {
    const answer = await ask(at.address, `/build?${text}`, {method: 'POST', headers, body: await tarOf(files)});
    const id = [...answer.text.matchAll(/"ID":"(?:sha256:)?([0-9a-f]{64})"/g)].at(-1)?.[1];
    if (answer.status === 200 && id !== undefined && !answer.text.includes('"errorDetail"'))
      return at.removing(`sha256:${id}`);
    if (tries === 5 || !RACE.test(answer.text)) throw new Error(`a build failed: ${answer.text.slice(-1000)}`);
  }
}

/** An image of its own, without any command, under a name that no other test uses. */
export async function small(at: Subject, lines: readonly string[] = []): Promise<string> {
  const name = at.removing(`${unique()}:1`);
  const dockerfile = ['FROM scratch', 'COPY content /content', `LABEL test=${name}`, ...lines].join('\n');
  await built(at, {Dockerfile: dockerfile, content: name}, {t: name});
  return name;
}

export async function named(at: Subject, image: string, repository: string, tag: string): Promise<string> {
  const query = new URLSearchParams({repo: repository, tag});
  const {status, text} = await ask(at.address, `/images/${image}/tag?${query}`, {method: 'POST'});
  if (status !== 201) throw new Error(`${image} got no other name: ${text}`);
  return at.removing(`${repository}:${tag}`);
}

export interface Contained {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly start?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly env?: readonly string[];
}

/** A container, removed after the check. Gives its id. */
export async function container(at: Subject, options: Contained = {}): Promise<string> {
  const body = {
    Image: options.image ?? BASE_IMAGE,
    Cmd: options.command ?? ['true'],
    Labels: options.labels,
    Env: options.env,
    HostConfig: {
      NetworkMode: 'none',
      Init: false,
      Ulimits: ['nofile', 'nproc'].map((Name) => ({Name, Soft: 1024, Hard: 1024})),
    },
  };
  const {Id} = await askJson<{Id: string}>(at.address, '/containers/create', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: Buffer.from(JSON.stringify(body)),
  });
  at.after(() => ask(at.address, `/containers/${Id}?force=1&v=1`, {method: 'DELETE'}));
  if (options.start) await askJson(at.address, `/containers/${Id}/start`, {method: 'POST'});
  return Id;
}

/** Content of one file of an image; undefined where it has none. */
export async function fileOf(at: Subject, image: string, path: string): Promise<string | undefined> {
  const id = await container(at, {image, command: ['-']});
  const answer = await ask(at.address, `/containers/${id}/archive?path=${encodeURIComponent(path)}`);
  await ask(at.address, `/containers/${id}?force=1&v=1`, {method: 'DELETE'});
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`${path} of ${image} could not be read: ${answer.text}`);
  const [content] = [...(await filesOf(answer.body)).values()];
  return content?.toString('utf8');
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';

const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An image for two platforms, the engine's own first, of content that no other image shares. */
export interface Index {
  readonly platforms: readonly [Platform, Platform];
  /** Manifest, config and layer of each, by digest. */
  readonly blobs: ReadonlyMap<string, Buffer>;
  readonly index: Buffer;
  readonly digest: string;
  readonly manifests: readonly [string, string];
  readonly configs: readonly [string, string];
  readonly layers: readonly [string, string];
}

/** Its layer has the file `platform`, and its history says `made for ARCHITECTURE`. */
export async function makeIndex(at: Subject): Promise<Index> {
  const own = at.facts.architecture;
  const platforms: [Platform, Platform] = [
    {os: 'linux', architecture: own},
    {os: 'linux', architecture: own === 'arm64' ? 'amd64' : 'arm64'},
  ];
  const blobs = new Map<string, Buffer>();
  const add = (bytes: Buffer) => {
    blobs.set(digestOf(bytes), bytes);
    return digestOf(bytes);
  };
  const addJson = (value: unknown) => add(Buffer.from(JSON.stringify(value)));
  const size = (digest: string) => blobs.get(digest)?.length ?? 0;
  const salt = unique();
  const manifests: string[] = [];
  const configs: string[] = [];
  const layers: string[] = [];
  for (const {os, architecture} of platforms) {
    const layer = add(await tarOf({platform: `${architecture} ${salt}\n`}));
    const config = addJson({
      os,
      architecture,
      created: '2026-01-01T00:00:00Z',
      config: {Cmd: ['/none'], Labels: {salt}},
      rootfs: {type: 'layers', diff_ids: [layer]},
      history: [{created: '2026-01-01T00:00:00Z', created_by: `made for ${architecture}`}],
    });
    const manifest = addJson({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: {mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: size(config)},
      layers: [{mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: layer, size: size(layer)}],
    });
    manifests.push(manifest);
    configs.push(config);
    layers.push(layer);
  }
  const entries = platforms.map((platform, n) => {
    const digest = manifests[n] ?? '';
    return {mediaType: MANIFEST, digest, size: size(digest), platform};
  });
  const index = Buffer.from(JSON.stringify({schemaVersion: 2, mediaType: INDEX, manifests: entries}));
  const pair = (items: string[]) => items as unknown as readonly [string, string];
  return {
    platforms,
    blobs,
    index,
    digest: digestOf(index),
    manifests: pair(manifests),
    configs: pair(configs),
    layers: pair(layers),
  };
}

/**
 * As an archive to load: an OCI layout with the whole index, and a `manifest.json` with the first platform for engines
 * that know no layout.
 */
export function archiveOf({blobs, index, digest, configs, layers}: Index, name: string): Promise<Buffer> {
  const annotations = {
    'io.containerd.image.name': `docker.io/library/${name}`,
    'org.opencontainers.image.ref.name': '1',
  };
  const path = (blob: string) => `blobs/sha256/${blob.slice('sha256:'.length)}`;
  const entry = {mediaType: INDEX, digest, size: index.length, annotations};
  const files: Record<string, string | Buffer> = {
    'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'index.json': JSON.stringify({schemaVersion: 2, mediaType: INDEX, manifests: [entry]}),
    'manifest.json': JSON.stringify([{Config: path(configs[0]), RepoTags: [name], Layers: [path(layers[0])]}]),
    [path(digest)]: index,
  };
  for (const [blob, bytes] of blobs) files[path(blob)] = bytes;
  return tarOf(files);
}

/** An engine with the containerd store holds both platforms under this name; others the first. */
export async function loaded(at: Subject): Promise<Index & {readonly name: string}> {
  const index = await makeIndex(at);
  const name = at.removing(`${unique()}:1`);
  const headers = {'content-type': 'application/x-tar'};
  const body = await archiveOf(index, name);
  const answer = await ask(at.address, '/images/load?quiet=1', {method: 'POST', headers, body});
  if ((await shown(at, name)) === undefined) throw new Error(`an archive could not be loaded: ${answer.text}`);
  return {...index, name};
}
