import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {EngineError, StreamCutShort} from '../../src/engine/errors.ts';
import {decodeMessages, MESSAGE_LIMIT, type Message} from '../../src/engine/messages.ts';

async function* pieces(...parts: readonly Uint8Array[]) {
  yield* parts;
}

async function decode(...parts: readonly (string | Uint8Array)[]): Promise<Message[]> {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  const messages: Message[] = [];
  for await (const message of decodeMessages(pieces(...bytes), 'POST /build', 'app:1')) messages.push(message);
  return messages;
}

const RECORDING =
  '{"stream":"Step 1/2 : FROM é🐳\\n"}\r\n\r\n{"status":"Downloading","id":"a1","progressDetail":{"current":5,"total":10}}\n' +
  '{"id":"moby.image.id","aux":{"ID":"sha256:00"}} {"stream":"a}{b"}{"stream":"c"}\n{"stream":"tail"}';

describe('decodeMessages', () => {
  it('reads objects by line, blank lines, CRLF, several on a line, and a last line without its end', async () => {
    const messages = await decode(RECORDING);
    expect(messages.map(({stream, status}) => stream ?? status)).toEqual([
      'Step 1/2 : FROM é🐳\n',
      'Downloading',
      undefined,
      'a}{b',
      'c',
      'tail',
    ]);
    expect(messages[1]).toMatchObject({id: 'a1', current: 5, total: 10});
    expect(messages[2]).toMatchObject({id: 'moby.image.id', aux: {ID: 'sha256:00'}});
  });

  it('gives equal messages for every single split of the bytes (hardening R11, T15)', async () => {
    const bytes = Buffer.from(RECORDING);
    const whole = await decode(bytes);
    for (let at = 0; at <= bytes.length; at++)
      expect(await decode(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole);
  });

  it('gives equal messages for random splits into many chunks', async () => {
    const bytes = Buffer.from(RECORDING);
    const whole = await decode(bytes);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), {maxLength: 30}), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(await decode(...chunks)).toEqual(whole);
      }),
      {numRuns: 50},
    );
  });

  it.each([
    ['errorDetail with a code', '{"errorDetail":{"code":7,"message":"no luck"},"error":"old text"}', 'no luck', 7],
    ['the old error member', '{"error":"only this"}', 'only this', undefined],
    ['errorDetail without a message', '{"errorDetail":{},"error":"fall-back"}', 'fall-back', undefined],
  ])('throws for an error inside a 200: %s (hardening R12, T17)', async (_, line, reason, code) => {
    const error = await decode('{"stream":"before"}\n', line, '\n{"stream":"after"}\n').catch((thrown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({reason, code, status: 0, message: `POST /build app:1: ${reason}`});
  });

  it.each([
    ['a partial tail', '{"stream":"a"}\n{"stream":"b'],
    ['garbage', 'not json\n'],
    ['a number', '7\n'],
    ['null', 'null\n'],
  ])('refuses %s (hardening R11, T16)', async (_, text) => {
    await expect(decode(text)).rejects.toBeInstanceOf(StreamCutShort);
  });

  it('gives up on a message without end, with bounded memory (hardening R10, T16)', async () => {
    let sent = 0;
    async function* endless() {
      const chunk = Buffer.alloc(1 << 20, 'x');
      for (; sent < 256; sent++) yield chunk;
    }
    const all = async () => {
      for await (const _ of decodeMessages(endless(), 'POST /build'));
    };
    await expect(all()).rejects.toThrow(`more than ${MESSAGE_LIMIT} bytes`);
    expect(sent).toBeLessThan(32);
  });

  it('keeps a message just under the limit', async () => {
    const text = 'y'.repeat(MESSAGE_LIMIT - 100);
    expect((await decode(`{"stream":"${text}"}\n`))[0]?.stream).toHaveLength(text.length);
  });

  it('never reads inherited members: __proto__ in the JSON changes nothing (hardening R11)', async () => {
    const [message] = await decode('{"__proto__":{"stream":"x","error":"y"},"constructor":{"error":"z"}}\n');
    expect(message?.stream).toBeUndefined();
  });

  it('shows bytes that are not UTF-8 as replacement characters instead of failing', async () => {
    const bytes = Buffer.concat([Buffer.from('{"stream":"a'), Buffer.from([0xff, 0xc3]), Buffer.from('b"}\n')]);
    expect((await decode(bytes))[0]?.stream).toBe('a\uFFFD\uFFFDb');
  });
});
