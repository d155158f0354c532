/** Faults of a store that a real builder does not make: wrong digests, names of other directories, calls that break off. */
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {BlobDirectory, InvalidLayout} from '../../src/buildkit/blob-directory.ts';
import {contentMethods} from '../../src/buildkit/content.ts';
import {encodeMessage} from '../../src/buildkit/encode.ts';
import {FakeDaemon, fieldsOf, frame} from './fake-daemon.ts';

const SERVICE = '/containerd.services.content.v1.Content';
const digestOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const BYTES = Buffer.from('some bytes of a layer');
const DIGEST = digestOf(BYTES);

let directory: string;
let store: BlobDirectory;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  store = new BlobDirectory(directory);
});
afterEach(() => rmSync(directory, {recursive: true, force: true}));

const daemon = () => FakeDaemon.start({methods: contentMethods(new Map([['local:it', store]]))});
const headers = {'buildkit-attachable-store-id': 'local:it'};
/** Stat, the bytes in two pieces, then the commit with the last of them, as containerd writes. */
const writing = (digest: string, bytes: Uint8Array = BYTES) => [
  frame(encodeMessage([2, 'ref'], [3, BigInt(bytes.length)], [4, digest])),
  frame(encodeMessage([1, 1n], [4, digest], [6, bytes.subarray(0, 5)])),
  frame(encodeMessage([1, 2n], [4, digest], [5, 5n], [6, bytes.subarray(5)])),
];
const write = async (digest: string) => {
  await using engine = await daemon();
  return await engine.call(`${SERVICE}/Write`, new Uint8Array(0), {headers, pieces: writing(digest)});
};

describe('the content service', () => {
  it('keeps what is written under its digest, and gives it back in part', async () => {
    expect((await write(DIGEST)).status).toBe('0');
    const [, hex = ''] = DIGEST.split(':');
    expect(readFileSync(join(directory, 'blobs', 'sha256', hex))).toEqual(BYTES);
    expect(readdirSync(join(directory, 'ingest'))).toEqual([]);
    await using engine = await daemon();
    const info = await engine.call(`${SERVICE}/Info`, encodeMessage([1, DIGEST]), {headers});
    expect(info.status).toBe('0');
    const read = await engine.call(`${SERVICE}/Read`, encodeMessage([1, DIGEST], [2, 5n], [3, 1_000_000n]), {headers});
    expect(fieldsOf(read.body)[2]).toBe(BYTES.subarray(5).toString());
    // It is here, so nobody has to send it again.
    expect((await engine.call(`${SERVICE}/Write`, new Uint8Array(0), {headers, pieces: writing(DIGEST)})).status).toBe(
      '6',
    );
  });

  it('keeps nothing that has another digest than it should (hardening E7)', async () => {
    const other = digestOf(Buffer.from('other'));
    expect(await write(other)).toMatchObject({status: '3', message: `a blob that should be ${other} is ${DIGEST}`});
    expect(readdirSync(directory)).toEqual(['ingest']);
    expect(readdirSync(join(directory, 'ingest'))).toEqual([]);
  });

  it('keeps nothing of a write that breaks off', async () => {
    await using engine = await daemon();
    const {status} = await engine.call(`${SERVICE}/Write`, new Uint8Array(0), {
      headers,
      pieces: writing(DIGEST).slice(0, 2),
    });
    expect(status).toBe('0');
    expect(readdirSync(join(directory, 'ingest'))).toEqual([]);
    expect(await store.size(DIGEST)).toBeUndefined();
  });

  it.each(['sha256:../../../etc/passwd', `sha256:${'a'.repeat(63)}`, 'md5:abc', ''])(
    'never looks for "%s" (hardening C9)',
    async (digest) => {
      await using engine = await daemon();
      expect((await engine.call(`${SERVICE}/Info`, encodeMessage([1, digest]), {headers})).status).toBe('3');
    },
  );

  it('knows no other store, and no blob that is not there', async () => {
    await using engine = await daemon();
    const elsewhere = {'buildkit-attachable-store-id': 'local:other'};
    expect((await engine.call(`${SERVICE}/Info`, encodeMessage([1, DIGEST]), {headers: elsewhere})).status).toBe('5');
    expect((await engine.call(`${SERVICE}/Info`, encodeMessage([1, DIGEST]), {headers})).status).toBe('5');
    expect((await engine.call(`${SERVICE}/Status`, encodeMessage([1, 'ref']), {headers})).status).toBe('5');
  });
});

describe('the index of a directory', () => {
  const of = (digest: string) => ({mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 3});
  const [one, two] = ['1', '2'].map((digit) => of(`sha256:${digit.repeat(64)}`)) as [
    ReturnType<typeof of>,
    ReturnType<typeof of>,
  ];

  it('finds by tag, by digest, and the only one', async () => {
    expect(await store.find('latest')).toBeUndefined();
    await store.tag(one, 'latest');
    expect(await store.find(undefined)).toMatchObject(one);
    await store.tag(two, 'latest');
    expect(await store.find('latest')).toMatchObject(two);
    await store.tag(one, 'old');
    expect(await store.find(undefined)).toBeUndefined();
    expect(await store.find(one.digest)).toMatchObject(one);
    expect(JSON.parse(readFileSync(join(directory, 'oci-layout'), 'utf8'))).toEqual({imageLayoutVersion: '1.0.0'});
  });

  it.each(['nonsense', '{"manifests": [{"digest": "../x"}]}', '{}'])('is none when it is %s', async (text) => {
    writeFileSync(join(directory, 'index.json'), text);
    await expect(store.find('latest')).rejects.toThrow(InvalidLayout);
  });
});
