import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {encodeFrames, readFrames} from '../../src/buildkit/frames.ts';
import {Code, GrpcError, parseTimeout, toTrailers} from '../../src/buildkit/status.ts';

async function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
}

async function read(bytes: Uint8Array, cuts: readonly number[] = [], limit?: number): Promise<string[]> {
  const messages: string[] = [];
  for await (const message of readFrames(chunksOf(bytes, cuts), limit)) messages.push(Buffer.from(message).toString());
  return messages;
}

const THREE = encodeFrames(...['first', '', 'the third one'].map((text) => Buffer.from(text)));

describe('readFrames', () => {
  it('reads messages as they were written, the empty one too', async () => {
    await expect(read(THREE)).resolves.toEqual(['first', '', 'the third one']);
  });

  it('T15: gives the same for a cut at every byte, and at each two bytes', async () => {
    for (let a = 0; a <= THREE.length; a++) {
      for (let b = a; b <= THREE.length; b++) {
        expect(await read(THREE, [a, b])).toEqual(['first', '', 'the third one']);
      }
    }
  });

  it('T15: joins any messages cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({maxLength: 40})),
        fc.infiniteStream(fc.nat(7)),
        async (messages, sizes) => {
          const bytes = encodeFrames(...messages);
          const cuts: number[] = [];
          for (const size of sizes) {
            const next = (cuts.at(-1) ?? 0) + size;
            if (next >= bytes.length || cuts.length > 500) break;
            cuts.push(next);
          }
          const got: Buffer[] = [];
          for await (const message of readFrames(chunksOf(bytes, cuts))) got.push(Buffer.from(message));
          expect(got).toEqual(messages.map((message) => Buffer.from(message)));
        },
      ),
    );
  });

  it('joins a big message of many small chunks in linear time', async () => {
    const bytes = encodeFrames(new Uint8Array(8_000_000).fill(7));
    const cuts = Array.from({length: bytes.length / 100}, (_, index) => index * 100);
    const started = performance.now();
    let size = 0;
    for await (const message of readFrames(chunksOf(bytes, cuts))) size += message.length;
    expect(size).toBe(8_000_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    ['that ends inside a prefix', THREE.subarray(0, 3), Code.internal],
    ['that ends inside a message', THREE.subarray(0, 8), Code.internal],
    ['with a compressed message', Uint8Array.of(1, 0, 0, 0, 0), Code.unimplemented],
    ['with a message above the limit', encodeFrames(new Uint8Array(101)), Code.resourceExhausted],
    ['that announces 4 GiB', Uint8Array.of(0, 255, 255, 255, 255), Code.resourceExhausted],
  ])('refuses a stream %s', async (_what, bytes, code) => {
    await expect(read(bytes, [], 100)).rejects.toMatchObject({name: 'GrpcError', code});
  });
});

describe('toTrailers', () => {
  it.each([
    [new GrpcError(Code.notFound, 'secret a: not found'), '5', 'secret a: not found'],
    [new Error('50% of caf\u00e9\n'), '2', '50%25 of caf%C3%A9%0A'],
    [new Error('\ud800 \u{1f600}'), '2', '%EF%BF%BD %F0%9F%98%80'],
    ['text', '2', 'text'],
  ])('ends a call that failed with %s', (error, status, message) => {
    expect(toTrailers(error)).toEqual({'grpc-status': status, 'grpc-message': message});
  });

  it('keeps a long message within what a header block takes', () => {
    expect(toTrailers(new Error('x'.repeat(100_000)))['grpc-message']).toHaveLength(1024);
  });
});

describe('parseTimeout', () => {
  it.each([
    ['59999m', 59_999],
    ['10S', 10_000],
    ['2M', 120_000],
    ['1H', 3_600_000],
    ['500u', 0.5],
    ['1000000n', 1],
    ['', undefined],
    ['10', undefined],
    ['-1S', undefined],
    ['123456789S', undefined],
    [undefined, undefined],
  ])('reads %j as %j ms', (value, milliseconds) => {
    expect(parseTimeout(value)).toBe(milliseconds);
  });
});
