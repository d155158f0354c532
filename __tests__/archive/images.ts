/** Images made by hand: layers, config and manifest in the layouts that tools write. */
import {execFileSync} from 'node:child_process';
import {gzipSync} from 'node:zlib';
import {member, sha256, whole} from './tars.ts';

export type Packing = 'none' | 'gzip' | 'zstd' | 'xz';

export interface MadeImage {
  readonly name: string;
  /** Tars, lowest first. */
  readonly layers: readonly Buffer[];
  readonly packing?: Packing;
  readonly architecture?: string;
  readonly variant?: string;
}

export function packed(bytes: Buffer, packing: Packing): Buffer {
  if (packing === 'none') return bytes;
  if (packing === 'gzip') return gzipSync(bytes);
  return execFileSync(packing, ['-c'], {input: bytes, maxBuffer: 2 ** 30});
}

interface Parts {
  readonly blobs: ReadonlyMap<string, Buffer>;
  readonly config: string;
  readonly layers: readonly string[];
  readonly manifest: object;
}

function parts({layers, packing = 'none', architecture = 'amd64', variant}: MadeImage): Parts {
  const blobs = new Map<string, Buffer>();
  const put = (bytes: Buffer) => {
    blobs.set(sha256(bytes), bytes);
    return sha256(bytes);
  };
  const descriptor = (mediaType: string, hex: string) => ({
    mediaType,
    digest: `sha256:${hex}`,
    size: blobs.get(hex)?.length,
  });
  const names = layers.map((layer) => put(packed(layer, packing)));
  const diffs = layers.map((layer) => `sha256:${sha256(layer)}`);
  const config = put(
    Buffer.from(
      JSON.stringify({architecture, variant, os: 'linux', config: {}, rootfs: {type: 'layers', diff_ids: diffs}}),
    ),
  );
  const suffix = packing === 'none' ? '' : `+${packing}`;
  const manifest = put(
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: descriptor('application/vnd.oci.image.config.v1+json', config),
        layers: names.map((name) => descriptor(`application/vnd.oci.image.layer.v1.tar${suffix}`, name)),
      }),
    ),
  );
  return {
    blobs,
    config,
    layers: names,
    manifest: {
      ...descriptor('application/vnd.oci.image.manifest.v1+json', manifest),
      ...(variant === undefined && {platform: {os: 'linux', architecture}}),
    },
  };
}

/** Members of an OCI layout by name; several images make an index of platforms under the first one's name. */
export function layout(...images: readonly MadeImage[]): ReadonlyMap<string, Buffer> {
  const made = images.map(parts);
  const files = new Map<string, Buffer>();
  for (const {blobs} of made) for (const [hex, bytes] of blobs) files.set(`blobs/sha256/${hex}`, bytes);
  const annotations = {
    'io.containerd.image.name': `docker.io/library/${images[0]?.name}`,
    'org.opencontainers.image.ref.name': images[0]?.name.replace(/.*:/, ''),
  };
  const attestation = {
    ...made[0]?.manifest,
    platform: {os: 'unknown', architecture: 'unknown'},
    annotations: {'vnd.docker.reference.type': 'attestation-manifest'},
  };
  const index = Buffer.from(
    JSON.stringify({schemaVersion: 2, manifests: [...made.map(({manifest}) => manifest), attestation]}),
  );
  if (images.length === 1) {
    files.set('index.json', Buffer.from(JSON.stringify({manifests: [{...made[0]?.manifest, annotations}]})));
  } else {
    files.set(`blobs/sha256/${sha256(index)}`, index);
    const descriptor = {
      mediaType: 'application/vnd.oci.image.index.v1+json',
      digest: `sha256:${sha256(index)}`,
      size: index.length,
      annotations,
    };
    files.set('index.json', Buffer.from(JSON.stringify({manifests: [descriptor]})));
  }
  files.set('oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}'));
  return files;
}

export function tarOfFiles(files: ReadonlyMap<string, Buffer>): Buffer {
  return whole(...[...files].map(([name, content]) => member(name, content)));
}

export const ociTar = (...images: readonly MadeImage[]) => tarOfFiles(layout(...images));

/** As Docker 20.10 saves it. */
export function dockerTar(image: MadeImage): Buffer {
  const {blobs, config, layers} = parts(image);
  const names = layers.map((_, i) => `${sha256(String(i))}/layer.tar`);
  const manifest = [{Config: `${config}.json`, RepoTags: [image.name], Layers: names}];
  return whole(
    ...layers.flatMap((layer, i) => [
      member(`${sha256(String(i))}/`, '', {type: '5'}),
      member(names[i] ?? '', blobs.get(layer)),
    ]),
    member(`${config}.json`, blobs.get(config)),
    member('manifest.json', JSON.stringify(manifest)),
  );
}
