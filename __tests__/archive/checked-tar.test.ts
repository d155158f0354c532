import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {checkedTar} from '../../src/archive/checked-tar.ts';
import {BrokenTar, ExportFailed} from '../../src/archive/errors.ts';
import {BASE_IMAGE, describeEngines} from '../rig.ts';
import {streamed} from './engine-stream.ts';
import {collect, cut, END, failure, member, pax, tarOf, whole} from './tars.ts';

const image = whole(member('manifest.json', '[]'), member('layer.tar', Buffer.alloc(2000, 'x')));
const long = 'n'.repeat(150);
const tree = {'manifest.json': '[]', [`${long}/${long}`]: 'deep', link: {link: long}, hard: {hard: 'manifest.json'}};

describe('a whole tar', () => {
  it.each([
    ['by hand', image],
    ['by GNU tar', tarOf(tree, '--format=gnu')],
    ['by GNU tar in PAX', tarOf(tree, '--format=pax')],
    ['with a directory whose short name ends at a slash', tarOf({'manifest.json': '', [`${'d'.repeat(99)}/file`]: ''})],
    ['with one block of zeros', image.subarray(0, -512)],
    ['with many blocks of zeros', Buffer.concat([image, Buffer.alloc(9000)])],
    ['with holes', whole(member('manifest.json'), sparse())],
    ['in the layout of OCI', whole(member('./index.json', '{}'), member('blobs/', '', {type: '5'}))],
  ])('passes unchanged: %s', async (_how, bytes) => {
    expect((await collect(checkedTar(cut(bytes, 65_536)))).equals(bytes)).toBe(true);
    expect((await collect(checkedTar(cut(bytes, 1, 511, 3, 700)))).equals(bytes)).toBe(true);
  });

  it('passes in the very chunks it came in', async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of checkedTar(cut(image, 600))) chunks.push(chunk);
    expect(chunks.map(({length}) => length)).toEqual([...Array(7).fill(600), 408]);
    expect(chunks[1]?.buffer).toBe(image.buffer);
  });

  it('may hold anything when asked so', async () => {
    const bytes = whole(member('etc/passwd', 'root'));
    expect((await collect(checkedTar(cut(bytes, 100), {holds: 'anything'}))).equals(bytes)).toBe(true);
    expect(await failure(checkedTar(cut(bytes, 100)))).toMatchObject({
      name: 'BrokenTar',
      message: "the engine's export holds no image: it has no manifest.json or index.json",
    });
  });
});

describe('a tar that is not whole', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['text', Buffer.from('no tar'.repeat(200)), 'is no tar'],
    ['less than a block', Buffer.from('no tar'), 'ends in the middle of a header'],
    ['half a header', image.subarray(0, 300), 'ends in the middle of a header'],
    ['half a content', image.subarray(0, 2000), 'ends in the middle of layer.tar'],
    ['between two entries', image.subarray(0, 1024), 'ends without an end mark'],
    ['after PAX records', Buffer.concat([member('a'), pax({path: 'b'})]), 'ends in the middle of a header'],
    ['garbage later', whole(member('a', 'b'), Buffer.alloc(512, 7)), 'is garbage after a'],
    ['another tar behind it', Buffer.concat([image, image]), 'has something behind its end'],
    ['an entry after one block of zeros', Buffer.concat([Buffer.alloc(512), image]), 'has something behind its end'],
    ['broken PAX records', whole(member('x', '99 path=a\n', {type: 'x'}), member('a')), 'has broken PAX records'],
    ['a size that is none', whole(pax({size: '1e9'}), member('a')), 'has a broken header at a'],
    ['a giant name', whole(member('x', '', {type: 'L', size: 2 ** 30}), member('a')), 'has a header of 1073741824'],
  ])('is refused: %s', async (_what, bytes, words) => {
    for (const lengths of [[65_536], [1], [513, 7]]) {
      const error = await failure(checkedTar(cut(bytes, ...lengths)));
      expect(error).toBeInstanceOf(BrokenTar);
      expect(error.message).toContain(`the engine's export ${words}`);
    }
  });

  it('is refused wherever it is cut, but for zeros at its end', async () => {
    const ends = fc.integer({min: 0, max: image.length - 1024});
    await fc.assert(
      fc.asyncProperty(ends, fc.array(fc.integer({min: 1, max: 900}), {minLength: 1}), async (end, lengths) => {
        expect(await failure(checkedTar(cut(image.subarray(0, end), ...lengths)))).toBeInstanceOf(BrokenTar);
      }),
    );
  });

  it("says what the engine says, wherever its words stand (engine's error inside of the stream)", async () => {
    const words = 'open /var/lib/x/layer.tar: no such file "1"';
    const json = `${JSON.stringify({errorDetail: {message: words}, error: words})}\r\n`;
    const at = fc.oneof(fc.integer({min: 1, max: image.length}), fc.constantFrom(512, 1024, image.length));
    await fc.assert(
      fc.asyncProperty(at, fc.array(fc.integer({min: 1, max: 900}), {minLength: 1}), async (end, lengths) => {
        const bytes = Buffer.concat([image.subarray(0, end), Buffer.from(json)]);
        const error = await failure(checkedTar(cut(bytes, ...lengths)));
        expect(error).toBeInstanceOf(ExportFailed);
        expect(error).toMatchObject({reason: words, message: `the engine's export broke off: ${words}`});
      }),
    );
  });

  it.each([
    ['{"message":"short"}', 'short'],
    ['{"cause":"x","message":"of Podman","response":500}', 'of Podman'],
    [`{"errorDetail":{"message":"${'long '.repeat(5000)}end"}}`, `${'long '.repeat(5000)}end`],
  ])('knows other forms of these words', async (json, reason) => {
    const bytes = Buffer.concat([image.subarray(0, 1024), Buffer.from(json)]);
    expect(await failure(checkedTar(cut(bytes, 4096)))).toMatchObject({reason});
  });

  it('does not take a cut file that holds such words for them', async () => {
    const bytes = member('manifest.json', `{"errorDetail":{"message":"of the app"}}${'x'.repeat(1000)}`).subarray(
      0,
      900,
    );
    expect(await failure(checkedTar(cut(bytes, 100)))).not.toBeInstanceOf(ExportFailed);
  });

  it('does not read on for ever', async () => {
    let read = 0;
    async function* endless() {
      yield image.subarray(0, 512);
      for (;;) {
        read++;
        yield Buffer.alloc(8192, 'x');
      }
    }
    expect((await failure(checkedTar(endless()))).message).toContain('is garbage');
    expect(read).toBeLessThan(20);
  });
});

it('takes well under two seconds for 500 MB', async () => {
  const chunk = Buffer.alloc(65_536);
  const header = member('manifest.json', '', {size: 8000 * 65_536});
  async function* chunks() {
    yield header;
    for (let i = 0; i < 8000; i++) yield chunk;
    yield END;
  }
  const start = performance.now();
  let bytes = 0;
  for await (const piece of checkedTar(chunks())) bytes += piece.length;
  expect(bytes).toBe(512 + 8000 * 65_536 + 1024);
  expect(performance.now() - start).toBeLessThan(1000);
});

describeEngines('the export', (engine) => {
  it('of an image passes', async () => {
    const bytes = await collect(checkedTar(streamed(engine, `/images/${BASE_IMAGE}/get`)));
    expect(bytes.length).toBeGreaterThan(500_000);
    expect(bytes.length % 512).toBe(0);
  });
});

/** A file with holes in GNU's old format, its list going on in two more blocks. */
function sparse(): Buffer {
  const first = member('holes', 'x'.repeat(600), {type: 'S'});
  first[482] = 1;
  const sum = first
    .subarray(0, 512)
    .fill(' ', 148, 156)
    .reduce((all, byte) => all + byte, 0);
  first.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const more = Buffer.alloc(512);
  more[504] = 1;
  return Buffer.concat([first.subarray(0, 512), more, Buffer.alloc(512), first.subarray(512)]);
}
