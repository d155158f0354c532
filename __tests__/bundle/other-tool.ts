/** Pushes small images by the plain HTTP API of a registry, as any other tool might: nothing of ours takes part. */
import {createHash} from 'node:crypto';
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

const sha256 = (bytes: string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** By digest, with no tag. `platform` is `os/architecture[/variant]`. */
export async function pushImage(
  {host, username, password}: Account,
  repository: string,
  platform: string,
  types: typeof DOCKER | typeof OCI = DOCKER,
): Promise<PushedImage> {
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const headers: Record<string, string> = username === '' ? {} : {authorization: basic};
  const base = `http://${host}/v2/${repository}`;
  const blob = async (bytes: string, mediaType: string) => {
    const digest = sha256(bytes);
    const started = await fetch(`${base}/blobs/uploads/`, {method: 'POST', headers});
    const url = new URL(started.headers.get('location') ?? '', base);
    url.searchParams.set('digest', digest);
    await must(fetch(url, {method: 'PUT', headers, body: bytes}));
    return {mediaType, digest, size: bytes.length};
  };
  const [os, architecture, variant] = platform.split('/');
  const config = {os, architecture, ...(variant && {variant}), rootfs: {type: 'layers', diff_ids: []}};
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: types.manifest,
    config: await blob(JSON.stringify(config), types.config),
    layers: [await blob(`layer for ${platform}`, types.layer)],
  });
  const digest = sha256(manifest);
  const typed = {...headers, 'content-type': types.manifest};
  await must(fetch(`${base}/manifests/${digest}`, {method: 'PUT', headers: typed, body: manifest}));
  return {mediaType: types.manifest, digest, size: manifest.length};
}

async function must(answer: Promise<Response>): Promise<void> {
  const {ok, status, url} = await answer;
  if (!ok) throw new Error(`${status} from ${url}`);
}

/** Empty where there is none. */
export async function tagsOf({host, username, password}: Account, repository: string): Promise<readonly string[]> {
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const headers: Record<string, string> = username === '' ? {} : {authorization: basic};
  const answer = await fetch(`http://${host}/v2/${repository}/tags/list`, {headers});
  if (answer.status === 404) return [];
  const {tags} = (await answer.json()) as {tags: string[] | null};
  return [...(tags ?? [])].sort();
}
