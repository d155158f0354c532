import {readdirSync, readFileSync} from 'node:fs';
import {BinaryWriter} from '@bufbuild/protobuf/wire';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {decodeTrace, InvalidTrace, type Trace} from '../../src/buildkit/trace.ts';
import {encodeTrace, message, timestamp} from './encode-trace.ts';

const FIXTURES = new URL('../fixtures/traces/', import.meta.url);
const bytes = (text: string) => new Uint8Array(Buffer.from(text));

const FULL: Trace = {
  vertices: [
    {
      digest: `sha256:${'a'.repeat(64)}`,
      inputs: ['sha256:b', 'sha256:c'],
      name: '[build 2/4] RUN caf\u00e9',
      cached: true,
      started: 1_700_000_000_123.5,
      completed: 1_700_000_001_000,
      error: 'exit code: 7',
      progressGroup: {id: 'g', name: 'COPY --link', weak: true},
    },
  ],
  statuses: [
    {
      id: 'sha256:layer',
      vertex: 'sha256:a',
      name: 'downloading',
      current: 9_007_199_254_740_991,
      total: 1,
      timestamp: 1000,
      started: 2000,
      completed: 3000,
    },
  ],
  logs: [{vertex: 'sha256:a', timestamp: 1_700_000_000_000, stream: 2, data: Uint8Array.of(0xc3, 0x0a, 0xff)}],
  warnings: [
    {
      vertex: 'sha256:a',
      level: 1,
      short: 'FromAsCasing: text (line 1)',
      detail: ['one', 'two'],
      url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
      source: {filename: 'Dockerfile', data: bytes('FROM x as y\n'), language: 'Dockerfile'},
      ranges: [{start: {line: 1, character: 2}, end: {line: 3, character: 0}}],
    },
  ],
};

/** Arbitrary traces; times have a resolution that a double keeps. */
const time = fc.option(fc.integer({min: 0, max: 4_000_000_000_000}), {nil: undefined});
const traces: fc.Arbitrary<Trace> = fc.record({
  vertices: fc.array(
    fc.record({
      digest: fc.string(),
      inputs: fc.array(fc.string({minLength: 1})),
      name: fc.string({unit: 'grapheme'}),
      cached: fc.boolean(),
      started: time,
      completed: time,
      error: fc.string(),
      progressGroup: fc.option(fc.record({id: fc.string(), name: fc.string(), weak: fc.boolean()}), {nil: undefined}),
    }),
  ),
  statuses: fc.array(
    fc.record({
      id: fc.string(),
      vertex: fc.string(),
      name: fc.string(),
      current: fc.maxSafeNat(),
      total: fc.maxSafeInteger(),
      timestamp: time,
      started: time,
      completed: time,
    }),
  ),
  logs: fc.array(
    fc.record({vertex: fc.string(), timestamp: time, stream: fc.constantFrom(0, 1, 2), data: fc.uint8Array()}),
  ),
  warnings: fc.constant([]),
});

describe('decodeTrace', () => {
  it('reads every field of every message', () => {
    expect(decodeTrace(encodeTrace(FULL))).toEqual(FULL);
  });

  it('reads golden bytes', () => {
    // Written by hand after control.proto: vertexes {digest "d", name "n", cached, started {seconds 1, nanos 500000000}}.
    const golden = Buffer.from('0a120a01641a016e20012a0808011080cab5ee01', 'hex');
    expect(decodeTrace(golden).vertices).toEqual([
      {
        ...FULL.vertices[0],
        digest: 'd',
        inputs: [],
        name: 'n',
        started: 1500,
        completed: undefined,
        error: '',
        progressGroup: undefined,
      },
    ]);
  });

  it('reads what was written, whatever it is', () => {
    fc.assert(fc.property(traces, (trace) => expect(decodeTrace(encodeTrace(trace))).toEqual(trace)));
  });

  it('gives nothing for nothing', () => {
    expect(decodeTrace(new Uint8Array(0))).toEqual({vertices: [], statuses: [], logs: [], warnings: []});
  });

  it('skips fields it does not know, and known ones of another wire type', () => {
    const unknown = new BinaryWriter();
    unknown
      .tag(99, 2)
      .string('x')
      .tag(98, 0)
      .int64(-1)
      .tag(97, 5)
      .fixed32(1)
      .tag(96, 1)
      .fixed64(1)
      .tag(95, 3)
      .tag(95, 4);
    const vertex = message([1, 5], [3, 'name'], [4, 'not a bool'], [15, 'x']);
    const trace = Buffer.concat([unknown.finish(), message([1, vertex]), unknown.finish()]);
    expect(decodeTrace(trace).vertices).toMatchObject([{digest: '', name: 'name', cached: false}]);
  });

  it('takes the last of a field that is there twice', () => {
    expect(decodeTrace(message([1, message([3, 'a'], [3, 'b'])])).vertices[0]?.name).toBe('b');
  });

  it('reads times before 1970 and negative numbers', () => {
    const status = message([4, -5n], [6, timestamp(-1500)]);
    expect(decodeTrace(message([2, status])).statuses[0]).toMatchObject({current: -5, timestamp: -1500});
  });

  it('does not copy logs', () => {
    const encoded = encodeTrace(FULL);
    expect(decodeTrace(encoded).logs[0]?.data.buffer).toBe(encoded.buffer);
  });

  it('R11: throws InvalidTrace and nothing else for what is cut at any byte', () => {
    const encoded = encodeTrace(FULL);
    let refused = 0;
    for (let end = 1; end < encoded.length; end++) {
      try {
        decodeTrace(encoded.subarray(0, end));
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidTrace);
        refused++;
      }
    }
    // A cut between two of the four messages leaves a whole one.
    expect(refused).toBe(encoded.length - 1 - 3);
  });

  it('R11: throws InvalidTrace and nothing else for random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 60}), (random) => {
        try {
          decodeTrace(random);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidTrace);
        }
      }),
      {numRuns: 3000},
    );
  });

  it('does not let a message reach into the next one', () => {
    // A vertex of 3 bytes whose name claims 10.
    const vertex = Uint8Array.of(0x0a, 0x03, 0x1a, 0x0a, 0x61);
    expect(() => decodeTrace(Buffer.concat([vertex, Buffer.alloc(20, 0x61)]))).toThrow(
      /reaches \d+ bytes past its message/,
    );
  });

  it('says what is wrong and what to do', () => {
    expect(() => decodeTrace(Uint8Array.of(0x0a, 0x05, 1))).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^the engine sent a build trace of 3 bytes that cannot be read: /),
        hint: expect.stringContaining('builder-version: 1'),
      }),
    );
  });
});

describe('recordings of real engines', () => {
  const recordings = readdirSync(FIXTURES).filter((name) => name.includes('-buildkit-') && name.endsWith('.jsonl'));

  it('are there', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(12);
  });

  it.each(recordings)('%s decodes, with times in the year of the recording', (name) => {
    const lines = readFileSync(new URL(name, FIXTURES), 'utf8').trim().split('\n');
    const all = lines
      .map((line) => JSON.parse(line) as {readonly id?: string; readonly aux?: unknown})
      .filter(({id}) => id === 'moby.buildkit.trace')
      .map(({aux}) => decodeTrace(Buffer.from(String(aux), 'base64')));
    const vertices = all.flatMap((trace) => trace.vertices);
    expect(vertices.every(({digest, name}) => /^sha256:[0-9a-f]{64}$/.test(digest) && name !== '')).toBe(true);
    const times = vertices.flatMap(({started, completed}) => [started, completed]).filter((ms) => ms !== undefined);
    expect(times.every((ms) => new Date(ms).getUTCFullYear() >= 2025)).toBe(true);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(60_000);
  });

  it('hold the linter warning with its place', () => {
    const [line] = readFileSync(new URL('28-containerd-buildkit-cached.jsonl', FIXTURES), 'utf8')
      .split('\n')
      .flatMap((text) => (text.includes('buildkit.trace') ? [JSON.parse(text) as {readonly aux: string}] : []))
      .flatMap(({aux}) => decodeTrace(Buffer.from(aux, 'base64')).warnings);
    expect(line).toMatchObject({
      level: 1,
      short: expect.stringMatching(/^FromAsCasing: .* \(line 1\)$/),
      source: {filename: 'Dockerfile'},
      ranges: [{start: {line: 1}, end: {line: 1}}],
    });
  });
});
