/** Layers on disk and on the loopback: what is written is read back, and nothing else. */
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {startLayerRegistry, TAG} from '../../src/cache/layer-registry.ts';
import {
  blobFile,
  copyLayers,
  DamagedLayers,
  type Layers,
  makeLayout,
  openLayers,
  writeLayers,
} from '../../src/cache/layers.ts';
import {BlobStore} from '../../src/registry/blob-store.ts';
import {digestOf} from '../../src/registry/digest.ts';
import {DOCKER_MANIFEST} from '../../src/registry/image-manifest.ts';
import {workspace} from '../rig.ts';

const {signal} = new AbortController();

async function write(older: readonly Layers[] = []): Promise<Layers> {
  const path = join(workspace({}), 'layers');
  const store = new BlobStore(await makeLayout(path));
  const put = async (text: string) => {
    const digest = digestOf(Buffer.from(text));
    if (!older.some(({blobs}) => blobs.has(digest))) {
      const incoming = await store.begin();
      await incoming.write(Buffer.from(text));
      await incoming.finish(digest);
    }
    return {mediaType: 'x', size: text.length, digest};
  };
  const image = async (name: string) => {
    const layers = [await put('shared layer'), await put(`layer of ${name}`)];
    const document = {schemaVersion: 2, mediaType: DOCKER_MANIFEST, config: await put(`{"of": "${name}"}`), layers};
    const bytes = Buffer.from(JSON.stringify(document));
    return {mediaType: DOCKER_MANIFEST, digest: digestOf(bytes), bytes};
  };
  return writeLayers(path, [await image('end'), await image('stage')], {store, older, form: 'images'});
}

describe('layers in a directory', () => {
  it('are read back as they were written, also when they were copied, and when the next ones take over their blobs', async () => {
    const first = await write();
    expect(await openLayers(first.path, signal)).toEqual(first);
    const second = await write([first]);
    expect(await openLayers(second.path, signal)).toEqual({...first, path: second.path});
    const dest = join(workspace({}), 'there', 'yet');
    for (const layers of [first, second, first]) await copyLayers(layers, dest);
    expect(await openLayers(dest, signal)).toEqual({...first, path: dest});
    expect(readdirSync(dest).sort()).toEqual(['blobs', 'index.json', 'oci-layout']);
    expect(await openLayers(workspace({}), signal)).toBeUndefined();
  });

  it('are nothing once a byte of them is another (hardening E7)', async () => {
    const layers = await write();
    const [blob] = layers.blobs.keys();
    const targets = [blob, layers.top.digest, layers.images[1]?.digest].flatMap((digest) => digest ?? []);
    for (const digest of targets) {
      const copy = join(workspace({}), 'copy');
      await copyLayers(layers, copy);
      writeFileSync(blobFile(copy, digest), 'other bytes!');
      await expect(openLayers(copy, signal)).rejects.toThrow(DamagedLayers);
    }
    writeFileSync(join(layers.path, 'index.json'), '{"manifests": [{"digest": "sha256:../../x"}]}');
    await expect(openLayers(layers.path, signal)).rejects.toThrow(DamagedLayers);
  });
});

describe('the registry over layers', () => {
  it('gives all of them to whoever knows the path, and takes nothing', async () => {
    const layers = await write();
    await using registry = await startLayerRegistry();
    registry.add('a', layers, layers.top);
    const ask = (path: string, init: RequestInit = {}) => fetch(`http://${registry.host}/v2/${path}`, init);
    const repository = registry.repository('a');
    const [[blob = '', size = 0] = []] = layers.blobs;

    expect((await ask('')).status).toBe(200);
    const top = await ask(`${repository}/manifests/${TAG}`);
    expect(top.headers.get('docker-content-digest')).toBe(layers.top.digest);
    expect(Buffer.from(await top.arrayBuffer())).toEqual(Buffer.from(layers.top.bytes));
    expect((await ask(`${repository}/manifests/${layers.images[1]?.digest}`)).status).toBe(200);
    const head = await ask(`${repository}/blobs/${blob}`, {method: 'HEAD'});
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)]);
    expect(await (await ask(`${repository}/blobs/${blob}`)).text()).toHaveLength(size);
    const rest = await ask(`${repository}/blobs/${blob}`, {headers: {range: 'bytes=4-'}});
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `bytes 4-${size - 1}/${size}`]);
    expect(await rest.text()).toHaveLength(size - 4);

    for (const [path, method] of [
      [`${registry.nonce.replace(/.$/, 'x')}/a/manifests/${TAG}`, 'GET'],
      [`${registry.repository('b')}/manifests/${TAG}`, 'GET'],
      [`${repository}/manifests/latest`, 'GET'],
      [`${repository}/blobs/sha256:${'0'.repeat(64)}`, 'GET'],
      [`${repository}/blobs/..%2f..%2findex.json`, 'GET'],
      [`${repository}/manifests/${TAG}`, 'PUT'],
      [`${repository}/blobs/uploads/`, 'POST'],
      [`${repository}/blobs/${blob}`, 'DELETE'],
    ] as const)
      expect([path, (await ask(path, {method})).status]).toEqual([path, 404]);
  });
});
