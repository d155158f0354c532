import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {LineJoiner} from '../../src/report/lines.ts';
import {usedMemory} from './used-memory.ts';

/** All lines a joiner gives for these pieces, the open one at the end too. */
function join(...pieces: ReadonlyArray<string | Uint8Array>): string[] {
  const joiner = new LineJoiner();
  const texts = pieces.map((piece) => joiner.push(typeof piece === 'string' ? Buffer.from(piece) : piece));
  return [...texts, joiner.flush()].flatMap((text) => text?.split('\n') ?? []);
}

describe('LineJoiner', () => {
  it.each<[string, string[], string[]]>([
    ['whole lines', ['a\nb\n'], ['a', 'b']],
    ['a line in pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['empty lines', ['\n\na\n\n'], ['', '', 'a', '']],
    ['CRLF', ['a\r\nb\r\n'], ['a', 'b']],
    ['CRLF cut in two', ['a\r', '\nb'], ['a', 'b']],
    ['a progress bar', ['10%\r20%\r', '30%\r', '100%\n'], ['100%']],
    ['a progress bar that ends with CR', ['10%\r', '100%\r', '\n', 'x\n'], ['100%', 'x']],
    ['a progress bar without an end', ['10%\r20%\r'], ['20%']],
    ['CR after CR', ['10%\r\r20%\r\r\nx'], ['20%', 'x']],
    ['CR in a piece of its own', ['a\r', '\r', '\r'], ['a']],
    ['colours alone at the end', ['red\n\x1b[0m'], ['red']],
    ['nothing', [''], []],
  ])('joins %s', (_what, pieces, lines) => {
    expect(join(...pieces)).toEqual(lines);
  });

  it('T15: gives the same for a text cut at every byte', () => {
    const text = Buffer.from('caf\u00e9 \u{1f600}\n10%\r20%\r\nlast \x1b[31mred\n\nopen');
    const whole = join(text);
    for (let a = 0; a <= text.length; a++) {
      for (let b = a; b <= text.length; b += 3) {
        expect(join(text.subarray(0, a), text.subarray(a, b), text.subarray(b))).toEqual(whole);
      }
    }
  });

  it('T15: gives the same for any text cut anywhere', () => {
    const parts = fc.constantFrom('a', 'bb', '\u00e9', '\u{1f600}', '\n', '\r', '\r\n', ' ');
    fc.assert(
      fc.property(fc.array(parts), fc.array(fc.nat(10)), (texts, sizes) => {
        const text = Buffer.from(texts.join(''));
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const size of sizes) {
          pieces.push(text.subarray(at, at + size));
          at += size;
        }
        expect(join(...pieces, text.subarray(at))).toEqual(join(text));
      }),
    );
  });

  it('replaces what is no UTF-8', () => {
    expect(join(Uint8Array.of(0x61, 0xff, 0x62, 0x0a))).toEqual(['a\ufffdb']);
  });

  it('shows what a bar draws now, and nothing for other lines', () => {
    const joiner = new LineJoiner();
    expect(joiner.drawing).toBeUndefined();
    joiner.push(Buffer.from('waiting'));
    expect(joiner.drawing).toBeUndefined();
    joiner.push(Buffer.from('\r10%\r20%'));
    expect(joiner.drawing).toBe('20%');
    joiner.push(Buffer.from('\n'));
    expect(joiner.drawing).toBeUndefined();
  });

  it('O7, T16: holds little of a line that never ends, and says what it left out', () => {
    const joiner = new LineJoiner();
    const piece = Buffer.alloc(1_000_000, 'x');
    const before = usedMemory();
    for (let index = 0; index < 200; index++) expect(joiner.push(piece)).toBeUndefined();
    expect(usedMemory() - before).toBeLessThan(2_000_000);
    const [line = '', next] = (joiner.push(Buffer.from('end\nnext\n')) ?? '').split('\n');
    expect(line).toMatch(/^x+ … \(line cut, \d+ bytes left out\)$/);
    expect(line.length).toBeLessThan(64 * 1024 - 500);
    const [, left] = /(\d+) bytes left out/.exec(line) ?? [];
    expect(line.indexOf(' ') + Number(left)).toBe(200 * 1_000_000 + 3);
    expect(next).toBe('next');
  });

  it.each([
    ['before', '\r', ''],
    ['behind', '', '\r'],
    ['around', '\r', '\r'],
  ])('O7: keeps only the last state of a bar that is drawn for ever, with CR %s', (_where, before, behind) => {
    const joiner = new LineJoiner();
    for (let index = 0; index < 50_000; index++) {
      joiner.push(Buffer.from(`${before}${index} of 50000 ${'#'.repeat(60)}${behind}`));
    }
    expect(joiner.flush()).toBe(`49999 of 50000 ${'#'.repeat(60)}`);
  });
});
