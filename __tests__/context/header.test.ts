import type {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import * as tarStream from 'tar-stream';
import {BLOCK, type Header, headerOf, libraryHeader, writePlain} from '../../src/context/header.ts';

async function byTarStream(header: Header): Promise<Buffer> {
  const pack = tarStream.pack();
  if (header.type === 'file') pack.entry(libraryHeader(header), Buffer.alloc(header.size));
  else pack.entry(libraryHeader(header));
  pack.finalize();
  return buffer(pack as unknown as Readable);
}

/** Into a buffer full of rubbish: every byte of the block must be written. */
function plain(header: Header): Buffer | undefined {
  const block = Buffer.alloc(BLOCK + 20, 0xaa);
  return writePlain(block, 10, header) ? block.subarray(10, BLOCK + 10) : undefined;
}

const BASE: Header = {name: 'a', type: 'file', mode: 0o644, size: 0, seconds: 1_700_000_000, target: ''};

describe('a plain header', () => {
  it('is, byte for byte, what tar-stream writes', async () => {
    const component = fc.string({
      unit: fc.constantFrom('a', 'B', '1', '.', ' ', '\n', '='),
      minLength: 1,
      maxLength: 60,
    });
    const name = fc.array(component, {minLength: 1, maxLength: 6}).map((parts) => parts.join('/'));
    const header = fc.record({
      name,
      mode: fc.integer({min: 0, max: 0o7777}),
      seconds: fc.integer({min: 0, max: 2 ** 31 - 1}),
      what: fc.oneof(
        fc.record({type: fc.constant('file' as const), size: fc.integer({min: 0, max: 3000}), target: fc.constant('')}),
        fc.record({type: fc.constant('directory' as const), size: fc.constant(0), target: fc.constant('')}),
        fc.record({type: fc.constantFrom('symlink' as const, 'link' as const), size: fc.constant(0), target: name}),
      ),
    });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(header, async ({what, ...common}) => {
        const full: Header = {...common, ...what, name: what.type === 'directory' ? `${common.name}/` : common.name};
        const block = plain(full);
        if (block === undefined) return;
        compared++;
        expect(block.toString('latin1')).toBe((await byTarStream(full)).toString('latin1', 0, BLOCK));
      }),
      {numRuns: 500},
    );
    expect(compared).toBeGreaterThan(250);
  });

  it.each([
    ['a name of 100 bytes', {name: 'n'.repeat(100)}],
    ['a name that parts at byte 155', {name: `${'p'.repeat(155)}/${'n'.repeat(100)}`}],
    ['a target of 100 bytes', {type: 'symlink', target: 't'.repeat(100)}],
    ['the last time of 32 bits', {seconds: 2 ** 31 - 1}],
    ['a mode of nothing, which tar-stream takes for none given', {mode: 0}],
  ] as const)('holds %s', async (_name, change) => {
    const header = {...BASE, ...change} as Header;
    expect(plain(header)?.toString('latin1')).toBe((await byTarStream(header)).toString('latin1', 0, BLOCK));
  });

  it.each([
    ['a name of 101 bytes', {name: 'n'.repeat(101)}],
    [
      'a directory of 101 bytes, of which only the slash would be left',
      {type: 'directory', name: `${'n'.repeat(100)}/`},
    ],
    ['a prefix of 156 bytes', {name: `${'p'.repeat(156)}/${'n'.repeat(99)}`}],
    ['a name that is not ASCII', {name: 'é'}],
    ['a target that is not ASCII', {type: 'symlink', target: 'é'}],
    ['a target of 101 bytes', {type: 'symlink', target: 't'.repeat(101)}],
    ['a time past 2038', {seconds: 2 ** 31}],
    ['a size past 8 GiB', {size: 8 ** 11}],
  ] as const)('is not used for %s', (_name, change) => {
    expect(plain({...BASE, ...change} as Header)).toBeUndefined();
  });
});

describe('the library', () => {
  it.each([
    [
      'a directory of 101 bytes, whose name it would part before the last slash',
      {type: 'directory', name: `${'n'.repeat(100)}/`},
    ],
    ['a target that is not ASCII, which it would write as it is', {type: 'symlink', target: 'é'}],
    ['a time past 2038, which it would truncate', {seconds: 2 ** 31}],
  ] as const)('is told to write PAX records for %s', async (_name, change) => {
    const bytes = (await byTarStream({...BASE, ...change} as Header)).toString('latin1');
    // The type of the first block: an extended header.
    expect(bytes[156]).toBe('x');
  });
});

describe('what a header says', () => {
  const entry = {kind: 'file', path: 'a', mode: 0o644, size: 3, dev: 1, ino: 2, inode: undefined} as const;

  it.each([
    [-1, 0],
    [-1e15, 0],
    [1999.9, 1],
    [1_700_000_000_123.456, 1_700_000_000],
    [10_413_792_000_000, 8 ** 11 - 1],
  ])('C4: a time of %d ms is second %d', (mtimeMs, seconds) => {
    expect(headerOf({...entry, mtimeMs, ctimeMs: 0}).seconds).toBe(seconds);
  });

  it.each([
    [1_700_000_000_000, 1_600_000_000, 1_600_000_000],
    [1_500_000_000_000, 1_600_000_000, 1_500_000_000],
  ])('a time of %d ms with the epoch %d is second %d', (mtimeMs, epoch, seconds) => {
    expect(headerOf({...entry, mtimeMs, ctimeMs: 0}, undefined, epoch).seconds).toBe(seconds);
  });

  it('a further name of a file is a link to the first, without content', () => {
    expect(headerOf({...entry, path: 'b', mtimeMs: 0, ctimeMs: 0}, 'a')).toMatchObject({
      type: 'link',
      name: 'b',
      target: 'a',
      size: 0,
    });
  });
});
