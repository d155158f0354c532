/** What the relay does that no engine shows by itself: whom it lets in, and that a layer of several builds comes once. */
import {createHash, randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {BlobStore} from '../../src/registry/blob-store.ts';
import {type Relay, startRelay} from '../../src/registry/relay.ts';

let relay: Relay;
let directory: string;
const told: string[] = [];
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  told.length = 0;
  relay = await startRelay({
    store: new BlobStore(directory),
    sizeElsewhere: async () => undefined,
    onBlob: ({digest}) => told.push(digest),
  });
});
afterEach(async () => {
  await relay[Symbol.asyncDispose]();
  rmSync(directory, {recursive: true, force: true});
});

const content = randomBytes(1000);
const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
const ask = (repository: string, path: string, init: RequestInit = {}) =>
  fetch(`http://${relay.host}/v2/${repository}/${path}`, init);
const login = () => ({
  authorization: `Basic ${Buffer.from(`${relay.username}:${relay.password}`).toString('base64')}`,
});
const begin = async (repository: string, headers: Record<string, string> = {}) =>
  (await ask(repository, 'blobs/uploads/', {method: 'POST', headers})).headers.get('location') ?? '';
const put = (location: string, headers: Record<string, string> = {}) =>
  fetch(`http://${relay.host}${location}?digest=${digest}`, {method: 'PUT', body: content, headers});

it('lets nobody in without the login, or without a secret of which there is one for each kind of repository', async () => {
  expect((await ask(relay.repository('a'), `blobs/${digest}`)).status).toBe(401);
  expect((await ask(relay.openRepository('a'), `blobs/${digest}`)).status).toBe(404);
  expect((await ask('n0/a', `blobs/${digest}`)).status).toBe(401);
  expect((await ask('n0/a', 'blobs/uploads/', {method: 'POST', headers: login()})).status).toBe(404);
  expect((await fetch(`http://${relay.host}/v2/`)).status).toBe(401);
  expect(relay.openRepository('a')).not.toBe(relay.repository('a'));
});

it('tells of a blob at once, but of one from an open repository nobody', async () => {
  expect((await put(await begin(relay.openRepository('a')))).status).toBe(201);
  expect(told).toEqual([]);
  expect((await put(await begin(relay.repository('a'), login()), login())).status).toBe(201);
  expect(told).toEqual([digest]);
});

it('has a second build wait for a blob that the first was told to upload, be it that it arrives or not', async () => {
  const look = async (slot: string) =>
    (await ask(relay.openRepository(slot), `blobs/${digest}`, {method: 'HEAD'})).status;
  expect(await look('a')).toBe(404);
  const second = look('b');
  // The connection of the first is cut in the middle of its blob, so the second is told to upload it.
  const location = await begin(relay.openRepository('a'));
  await new Promise<void>((resolve) => {
    const cut = request(`http://${relay.host}${location}?digest=${digest}`, {
      method: 'PUT',
      headers: {'content-length': 1000},
    });
    cut.on('error', () => resolve()).write(content.subarray(0, 500), () => cut.destroy());
  });
  expect(await second).toBe(404);
  expect(await look('a')).toBe(404);
  const third = look('c');
  expect((await put(await begin(relay.openRepository('b')))).status).toBe(201);
  expect(await third).toBe(200);
});
