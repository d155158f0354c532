/** Pushes small images by the plain HTTP API of a registry, as any other tool might: nothing of ours takes part. */
import {createHash} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import {member} from '../archive/tars.ts';
import type {Account} from '../rig.ts';

export interface PushedImage {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export const DOCKER = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
} as const;
export const OCI = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
} as const;

const sha256 = (bytes: string | Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** What a registry is asked with. */
function headersFor({username, password}: Account): Record<string, string> {
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return username === '' ? {} : {authorization: basic};
}

/** By digest, with no tag. `platform` is `os/architecture[/variant]`. The layer has a file /base that says it. */
export async function pushImage(
  registry: Account,
  repository: string,
  platform: string,
  types: typeof DOCKER | typeof OCI = DOCKER,
  files: readonly Buffer[] = [],
): Promise<PushedImage> {
  const headers = headersFor(registry);
  const base = `http://${registry.host}/v2/${repository}`;
  const blob = async (bytes: Buffer, mediaType: string) => {
    const digest = sha256(bytes);
    const started = await fetch(`${base}/blobs/uploads/`, {method: 'POST', headers});
    const url = new URL(started.headers.get('location') ?? '', base);
    url.searchParams.set('digest', digest);
    await must(fetch(url, {method: 'PUT', headers, body: bytes}));
    return {mediaType, digest, size: bytes.length};
  };
  const [os, architecture, variant] = platform.split('/');
  const tar = Buffer.concat([member('base', `${platform}\n`), ...files, Buffer.alloc(1024)]);
  const created = '2026-01-01T00:00:00Z';
  const rootfs = {type: 'layers', diff_ids: [sha256(tar)]};
  const config = {
    os,
    architecture,
    ...(variant && {variant}),
    created,
    config: {},
    rootfs,
    history: [{created, created_by: 'other tool'}],
  };
  return putManifest(registry, repository, undefined, {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: await blob(Buffer.from(JSON.stringify(config)), types.config),
    layers: [await blob(types === DOCKER ? gzipSync(tar) : tar, types.layer)],
  });
}

/** Under a tag, or by its digest alone. */
export async function putManifest(
  registry: Account,
  repository: string,
  tag: string | undefined,
  document: {readonly mediaType: string; readonly [name: string]: unknown},
): Promise<PushedImage> {
  const bytes = JSON.stringify(document);
  const [digest, {mediaType}] = [sha256(bytes), document];
  const headers = {...headersFor(registry), 'content-type': mediaType};
  const url = `http://${registry.host}/v2/${repository}/manifests/${tag ?? digest}`;
  await must(fetch(url, {method: 'PUT', headers, body: bytes}));
  return {mediaType, digest, size: bytes.length};
}

/** A base image for these platforms, under the tag `base`. */
export async function pushBase(
  registry: Account,
  repository: string,
  platforms: readonly string[],
  files: readonly Buffer[] = [],
): Promise<string> {
  const manifests = await Promise.all(
    platforms.map(async (platform) => {
      const [os, architecture, variant] = platform.split('/');
      const image = await pushImage(registry, repository, platform, DOCKER, files);
      return {...image, platform: {os, architecture, ...(variant && {variant})}};
    }),
  );
  const mediaType = 'application/vnd.docker.distribution.manifest.list.v2+json';
  await putManifest(registry, repository, 'base', {schemaVersion: 2, mediaType, manifests});
  return `${registry.host}/${repository}:base`;
}

async function must(answer: Promise<Response>): Promise<void> {
  const {ok, status, url} = await answer;
  if (!ok) throw new Error(`${status} from ${url}`);
}

/** Empty where there is none. */
export async function tagsOf(registry: Account, repository: string): Promise<readonly string[]> {
  const headers = headersFor(registry);
  const answer = await fetch(`http://${registry.host}/v2/${repository}/tags/list`, {headers});
  if (answer.status === 404) return [];
  const {tags} = (await answer.json()) as {tags: string[] | null};
  return [...(tags ?? [])].sort();
}
