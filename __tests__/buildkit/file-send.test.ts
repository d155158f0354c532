import {constants} from 'node:http2';
import {setTimeout as sleep} from 'node:timers/promises';
import {BinaryWriter} from '@bufbuild/protobuf/wire';
import {describe, expect, it} from '@jest/globals';
import {fileSendMethods} from '../../src/buildkit/file-send.ts';
import {answerOf, FakeDaemon, frame} from './fake-daemon.ts';

const DIFF_COPY = '/moby.filesync.v1.FileSend/DiffCopy';

const piece = (bytes: Uint8Array) => frame(new BinaryWriter().uint32(0o12).bytes(bytes).finish());

/** Serves a taker that keeps all bytes; `fail` makes it throw once it has some. */
async function start(fail?: Error) {
  const taken: Uint8Array[] = [];
  const failures: unknown[] = [];
  const ends: string[] = [];
  const methods = fileSendMethods({
    take: async (bytes) => {
      try {
        for await (const some of bytes) {
          taken.push(some);
          if (fail !== undefined) throw fail;
        }
        ends.push('whole');
      } catch (error) {
        ends.push((error as Error).message);
        throw error;
      }
    },
    onFailure: (error) => failures.push(error),
  });
  const daemon = await FakeDaemon.start({methods});
  return {daemon, taken, failures, ends, bytes: () => Buffer.concat(taken)};
}

describe('the result of a build', () => {
  it('is taken as a whole, however it is cut, and then answered', async () => {
    const {daemon, bytes, ends, failures} = await start();
    await using _ = daemon;
    const all = Buffer.alloc(3_000_000, 'tar');
    const stream = daemon.open(DIFF_COPY);
    const answer = answerOf(stream);
    for (let at = 0; at < all.length; at += 32_768) stream.write(piece(all.subarray(at, at + 32_768)));
    stream.end(piece(new Uint8Array(0)));
    expect((await answer).status).toBe('0');
    expect(bytes().equals(all)).toBe(true);
    expect({ends, failures}).toEqual({ends: ['whole'], failures: []});
  });

  it('that cannot be kept fails the call with our words', async () => {
    const broken = new Error('cannot write out.tar: no space is left on the device');
    const {daemon, failures} = await start(broken);
    await using _ = daemon;
    const stream = daemon.open(DIFF_COPY);
    const answer = answerOf(stream);
    stream.write(piece(Buffer.from('x')));
    stream.on('end', () => stream.end());
    const {status, message} = await answer;
    expect({status, message}).toEqual({status: '2', message: broken.message});
    expect(failures).toEqual([broken]);
  });

  it.each([
    ['with an error', constants.NGHTTP2_INTERNAL_ERROR],
    ['by a cancel', constants.NGHTTP2_CANCEL],
    ['without an error', constants.NGHTTP2_NO_ERROR],
  ])('that breaks off %s is never taken for a whole', async (_, code) => {
    const {daemon, ends, failures, taken} = await start();
    await using __ = daemon;
    const stream = daemon.open(DIFF_COPY);
    stream.on('error', () => {});
    stream.write(piece(Buffer.from('first')));
    while (taken.length === 0) await sleep(5);
    daemon.reset(stream, code);
    for (let tries = 0; ends.length === 0 && tries < 100; tries++) await sleep(10);
    expect(ends).toHaveLength(1);
    expect(ends).not.toEqual(['whole']);
    expect(failures).toEqual([]);
  });

  it('that breaks off with the connection is never taken for a whole', async () => {
    const {daemon, ends, taken} = await start();
    await using _ = daemon;
    const stream = daemon.open(DIFF_COPY);
    stream.on('error', () => {});
    stream.write(piece(Buffer.from('first')));
    while (taken.length === 0) await sleep(5);
    await daemon.vanish();
    for (let tries = 0; ends.length === 0 && tries < 100; tries++) await sleep(10);
    expect(ends).toHaveLength(1);
    expect(ends).not.toEqual(['whole']);
  });

  it('is one: a second is refused', async () => {
    const {daemon, bytes} = await start();
    await using _ = daemon;
    expect((await daemon.call(DIFF_COPY, new Uint8Array(0), {pieces: [piece(Buffer.from('a'))]})).status).toBe('0');
    const second = await daemon.call(DIFF_COPY, new Uint8Array(0), {pieces: [piece(Buffer.from('b'))]});
    expect(second).toMatchObject({status: '12', message: 'only one result of an exporter is taken'});
    expect(bytes().toString()).toBe('a');
  });
});
