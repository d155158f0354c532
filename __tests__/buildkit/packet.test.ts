import {describe, expect, it} from '@jest/globals';
import {
  decodeBytesMessage,
  decodePacket,
  encodePacket,
  fromGoMode,
  type Packet,
  roomForData,
  type Stat,
  toGoMode,
} from '../../src/buildkit/packet.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text);
const stat = (some: Partial<Stat>): Stat => ({
  path: bytes('a'),
  mode: 0,
  size: 0,
  modified: 0n,
  target: bytes(''),
  ...some,
});

/** As the field numbers and types of wire.proto and stat.proto have it, by hand. */
const GOLDEN: readonly (readonly [string, Packet, string])[] = [
  ['the end of a listing', {kind: 'stat', stat: undefined}, ''],
  ['a request', {kind: 'request', id: 5}, '08011805'],
  ['a request for the first file', {kind: 'request', id: 0}, '0801'],
  ['a request for a late file', {kind: 'request', id: 300_000}, '080118e0a712'],
  ['content', {kind: 'data', id: 3, data: bytes('hi')}, '0802180322026869'],
  ['content of the first file', {kind: 'data', id: 0, data: bytes('hi')}, '080222026869'],
  ['the end of a file', {kind: 'data', id: 3, data: bytes('')}, '08021803'],
  ['a finish', {kind: 'finish'}, '0803'],
  ['an error', {kind: 'error', text: 'é'}, '08042202c3a9'],
  ['an empty file', {kind: 'stat', stat: stat({mode: 0o644})}, '12060a016110a403'],
  [
    'a file',
    {kind: 'stat', stat: stat({mode: 0o755, size: 3, modified: 1_700_000_000_123_456_789n})},
    // 1700000000123456789 in groups of seven bits, the lowest first.
    '12120a016110ed03280330959a97ece39fe7cb17',
  ],
  ['a time before 1970', {kind: 'stat', stat: stat({modified: -1n})}, '120e0a016130ffffffffffffffffff01'],
  ['a size past 2^53', {kind: 'stat', stat: stat({size: 2 ** 53})}, '120c0a0161288080808080808010'],
  [
    'a directory',
    {kind: 'stat', stat: stat({path: bytes('a/é'), mode: 0o755 + 2 ** 31})},
    '120c0a04612fc3a910ed83808008',
  ],
  [
    'a symbolic link',
    {kind: 'stat', stat: stat({mode: 0o777 + 2 ** 27, size: 2, target: bytes('..')})},
    '120e0a016110ff83804028023a022e2e',
  ],
];

describe('packets', () => {
  it.each(GOLDEN)('%s has the bytes of the definition', (_, packet, expected) => {
    expect(hex(encodePacket(packet))).toBe(expected);
  });

  it.each(GOLDEN)('%s is read as it was written', (_, packet) => {
    const read = decodePacket(encodePacket(packet));
    expect(JSON.stringify(plain(read))).toBe(JSON.stringify(plain(packet)));
  });

  it('content read into place is the same packet', () => {
    for (const id of [0, 7, 300_000]) {
      const {packet, at} = roomForData(id, 4);
      packet.write('four', at);
      expect(hex(packet)).toBe(hex(encodePacket({kind: 'data', id, data: bytes('four')})));
    }
  });

  it('skips what it does not know: owners, devices, attributes and fields of the future', () => {
    // Stat: path a, uid 1, gid 2, devmajor 3, devminor 4, an xattr, field 99; then field 15 of the packet.
    const inner = '0a0161180120024003480452060a016b1201769a0601ff';
    const outer = `12${(inner.length / 2).toString(16)}${inner}7a0101`;
    expect(decodePacket(Buffer.from(outer, 'hex'))).toEqual({
      kind: 'stat',
      stat: {path: expect.any(Uint8Array), mode: 0, size: 0, modified: 0n, target: new Uint8Array(0)},
    });
  });

  it.each([
    ['a cut packet', '0802180322056869'],
    ['a stat longer than its packet', '12050a0161'],
    ['an unknown type', '0809'],
    ['field number 0', '0001'],
  ])('%s is refused', (_, text) => {
    expect(() => decodePacket(Buffer.from(text, 'hex'))).toThrow(/packet of a file transfer/);
  });

  it('a piece of an archive is the one field of its message', () => {
    expect(hex(decodeBytesMessage(Buffer.from('0a03010203', 'hex')))).toBe('010203');
    expect(hex(decodeBytesMessage(Buffer.from('', 'hex')))).toBe('');
    expect(() => decodeBytesMessage(Buffer.from('0a05aa', 'hex'))).toThrow('piece of an archive');
  });
});

function plain(packet: Packet): unknown {
  if (packet.kind === 'data') return {...packet, data: hex(packet.data)};
  if (packet.kind !== 'stat' || packet.stat === undefined) return packet;
  const {path, target, modified} = packet.stat;
  return {...packet, stat: {...packet.stat, path: hex(path), target: hex(target), modified: String(modified)}};
}

describe("Go's file modes", () => {
  it.each([
    ['file', 0o644, 0o644],
    ['file', 0o4755, 0o755 + 2 ** 23],
    ['file', 0o2755, 0o755 + 2 ** 22],
    ['directory', 0o1777, 0o777 + 2 ** 31 + 2 ** 20],
    ['symlink', 0o777, 0o777 + 2 ** 27],
  ] as const)('of a %s with %i', (kind, mode, go) => {
    expect(toGoMode(kind, mode)).toBe(go);
    expect(fromGoMode(go)).toEqual({kind, mode});
  });

  it.each([
    ['fifo', 2 ** 25],
    ['socket', 2 ** 24],
    ['device', 2 ** 26],
    ['device', 2 ** 26 + 2 ** 21],
    ['device', 2 ** 19],
  ] as const)('tell a %s', (kind, bits) => {
    expect(fromGoMode(0o600 + bits)).toEqual({kind, mode: 0o600});
  });
});
