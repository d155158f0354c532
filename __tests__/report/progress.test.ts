import {describe, expect, it} from '@jest/globals';
import type {Trace, Vertex} from '../../src/buildkit/trace.ts';
import {createProgress, type Progress} from '../../src/report/progress.ts';
import {encodeTrace} from '../buildkit/encode-trace.ts';
import {memoryLog} from './memory-log.ts';
import {FakeTime} from './replay.ts';
import {commandsIn} from './runner.ts';
import {usedMemory} from './used-memory.ts';

/** Traces are written with times of their own, in milliseconds since this. */
const EPOCH = 1_700_000_000_000;

const EMPTY: Vertex = {
  digest: '',
  name: '',
  inputs: [],
  cached: false,
  started: undefined,
  completed: undefined,
  error: '',
  progressGroup: undefined,
};

/** A build that is told event by event; time goes on only by `at`. */
class Build {
  readonly #memory = memoryLog();
  readonly time = new FakeTime();
  readonly progress: Progress;
  readonly #vertices = new Map<string, Vertex>();

  constructor(colour = false) {
    this.progress = createProgress(this.#memory.log, {clock: this.time.clock, ticker: this.time.ticker, colour});
  }

  at(ms: number): this {
    this.time.moveTo(ms);
    return this;
  }

  send(trace: Partial<Trace>): this {
    this.progress.trace(encodeTrace(trace));
    return this;
  }

  /** A vertex with changed fields; `name` is its digest too, unless one is given. */
  vertex(digest: string, change: Partial<Vertex> = {}): this {
    const old = this.#vertices.get(digest) ?? {...EMPTY, digest, name: digest};
    const vertex = {...old, ...change};
    this.#vertices.set(digest, vertex);
    return this.send({vertices: [vertex]});
  }

  start(digest: string, change: Partial<Vertex> = {}): this {
    return this.vertex(digest, {started: EPOCH + this.time.clock.now(), completed: undefined, ...change});
  }

  end(digest: string, change: Partial<Vertex> = {}): this {
    return this.vertex(digest, {completed: EPOCH + this.time.clock.now(), ...change});
  }

  log(vertex: string, data: string | Uint8Array, stream = 1): this {
    const bytes = typeof data === 'string' ? new Uint8Array(Buffer.from(data)) : data;
    return this.send({logs: [{vertex, timestamp: undefined, stream, data: bytes}]});
  }

  status(vertex: string, id: string, current: number, total: number, ms?: number): this {
    const started = EPOCH;
    const completed = ms === undefined ? undefined : EPOCH + ms;
    return this.send({statuses: [{id, vertex, name: '', current, total, timestamp: undefined, started, completed}]});
  }

  get lines(): readonly string[] {
    return this.#memory.lines();
  }

  get text(): string {
    return this.#memory.text();
  }

  finish(): readonly string[] {
    this.progress.finish();
    return this.lines;
  }
}

const RUN = '[2/3] RUN make';
const OTHER = '[docs 2/2] RUN make docs';

describe('steps', () => {
  it('are numbered blocks with their output and time', () => {
    const build = new Build().start(RUN).at(100).log(RUN, 'one\ntwo\n').at(1300).end(RUN);
    expect(build.finish()).toEqual([
      '#1 [2/3] RUN make',
      '#1 | one',
      '#1 | two',
      '#1 DONE 1.3s',
      '1 step in 1.3s: 1 run',
    ]);
  });

  it('are one line when there is nothing to show of them', () => {
    const build = new Build();
    build.vertex('[1/3] WORKDIR /a', {started: EPOCH, completed: EPOCH, cached: true});
    build.start('[2/3] COPY . .').at(200).end('[2/3] COPY . .');
    expect(build.finish()).toEqual([
      '#1 CACHED [1/3] WORKDIR /a',
      '#2 DONE 0.2s [2/3] COPY . .',
      '2 steps in 0.2s: 1 cached, 1 run',
    ]);
  });

  it('are counted when their numbers are padded', () => {
    const build = new Build().start('[ 2/12] RUN a').at(100).end('[ 2/12] RUN a');
    build.vertex('[build  3/12] RUN b', {started: EPOCH + 100, completed: EPOCH + 100, cached: true});
    expect(build.finish().at(-1)).toBe('2 steps in 0.1s: 1 cached, 1 run');
  });

  it('show output at once, and a heading after a second of silence', () => {
    const build = new Build().start(RUN);
    expect(build.at(900).lines).toEqual([]);
    expect(build.at(1000).lines).toEqual(['#1 [2/3] RUN make']);
    expect(build.log(RUN, 'x\n').lines).toEqual(['#1 [2/3] RUN make', '#1 | x']);
  });

  it('say each minute that they still run when nothing else is said', () => {
    const build = new Build().start(RUN).at(125_000).log(RUN, 'x\n').at(180_000).end(RUN);
    expect(build.finish()).toEqual([
      '#1 [2/3] RUN make',
      '#1 still running after 1m 01s',
      '#1 still running after 2m 01s',
      '#1 | x',
      '#1 DONE 3m 00s',
      '1 step in 3m 00s: 1 run',
    ]);
  });

  it('are one line whatever the name is', () => {
    const build = new Build();
    const name = `[2/3] RUN a &&   \\\n      b ${'c'.repeat(500)}\n::error::x ##[error]y`;
    build.start(name).log(name, 'x\n').end(name);
    const [heading = ''] = build.finish();
    expect(heading).toMatch(/^#1 \[2\/3\] RUN a && \\ b c+…$/);
    expect(heading.length).toBeLessThan(310);
    expect(commandsIn(build.text)).toEqual([]);
  });

  it('have colours for the viewer when asked', () => {
    const build = new Build(true).start(RUN).log(RUN, 'x\n').end(RUN);
    build.start('[3/3] RUN y').end('[3/3] RUN y', {error: 'exit code: 1'});
    expect(build.finish().map((line) => line.replace(/\x1b\[0m$/, ''))).toEqual([
      '\x1b[1m#1 [2/3] RUN make',
      '#1 | x',
      '\x1b[32m#1 DONE 0.0s',
      '\x1b[1;31m#2 ERROR 0.0s [3/3] RUN y: exit code 1',
    ]);
  });

  it('show the same vertex once, although BuildKit repeats it', () => {
    const build = new Build().start(RUN).end(RUN).end(RUN).vertex(RUN, {cached: true});
    expect(build.finish()).toEqual(['#1 DONE 0.0s [2/3] RUN make', '1 step in 0.0s: 1 run']);
  });

  it('tell the order of the Dockerfile when one message ends many in another order', () => {
    const names = ['[1/3] FROM x', '[2/3] RUN a', '[3/3] RUN b'];
    const vertices = names.map(
      (name, index): Vertex => ({
        digest: name,
        name,
        inputs: index === 0 ? [] : [names[index - 1] ?? ''],
        cached: true,
        started: EPOCH,
        completed: EPOCH,
        error: '',
        progressGroup: undefined,
      }),
    );
    expect(new Build().send({vertices: vertices.toReversed()}).finish()).toEqual([
      '#1 CACHED [1/3] FROM x',
      '#2 CACHED [2/3] RUN a',
      '#3 CACHED [3/3] RUN b',
      '3 steps in 0.0s: all cached',
    ]);
  });
});

describe('steps at the same time', () => {
  const both = () => new Build().start(RUN).start(OTHER).log(RUN, 'a 1\n').log(OTHER, 'b 1\n');

  it('do not alternate: the second waits until the first has ended', () => {
    const build = both().at(100).log(RUN, 'a 2\n').log(OTHER, 'b 2\n').at(200).log(RUN, 'a 3\n').end(RUN).end(OTHER);
    expect(build.finish()).toEqual([
      '#1 [2/3] RUN make',
      '#1 | a 1',
      '#1 | a 2',
      '#1 | a 3',
      '#1 DONE 0.2s',
      '#2 [docs 2/2] RUN make docs',
      '#2 | b 1',
      '#2 | b 2',
      '#2 DONE 0.2s',
      '2 steps in 0.2s: 2 run',
    ]);
  });

  it('change when the first is progress for two seconds, which is announced each time', () => {
    const build = both().at(2000).at(2600).log(RUN, 'a 2\n').at(6500).log(OTHER, 'b 2\n').at(6600).end(RUN).end(OTHER);
    expect(build.finish()).toEqual([
      '#1 [2/3] RUN make',
      '#1 | a 1',
      '#2 [docs 2/2] RUN make docs',
      '#2 | b 1',
      '#1 [2/3] RUN make (continued)',
      '#1 | a 2',
      '#2 [docs 2/2] RUN make docs (continued)',
      '#2 | b 2',
      '#2 DONE 6.6s',
      '#1 DONE 6.6s [2/3] RUN make',
      '2 steps in 6.6s: 2 run',
    ]);
  });

  it('change after ten seconds, however much the first talks', () => {
    const build = both();
    for (let index = 1; index <= 12; index++) build.at(index * 1000).log(RUN, `a ${index}\n`);
    const at = build.lines.indexOf('#2 | b 1');
    expect(build.lines[at - 2]).toBe('#1 | a 9');
    expect(build.lines.slice(at)).toEqual([
      '#2 | b 1',
      '#1 [2/3] RUN make (continued)',
      '#1 | a 10',
      '#1 | a 11',
      '#1 | a 12',
    ]);
  });

  it('O7: change when much waits, so that the buffer stays small and nothing is lost', () => {
    const build = both();
    const chunk = `${'b'.repeat(99)}\n`.repeat(100);
    for (let index = 0; index < 200; index++) build.log(RUN, chunk.replaceAll('b', 'a')).log(OTHER, chunk);
    build.end(RUN).end(OTHER);
    const lines = build.finish();
    expect(lines.filter((line) => line === `#2 | ${'b'.repeat(99)}`)).toHaveLength(20_000);
    expect(lines.filter((line) => line === `#1 | ${'a'.repeat(99)}`)).toHaveLength(20_000);
    const changes = lines.filter((line) => line.includes('(continued)')).length;
    expect(changes).toBeGreaterThan(2);
    expect(changes).toBeLessThan(20);
  });

  it('show at once what failed, with what waited before it', () => {
    const build = both().at(100).end(OTHER, {error: 'process "x" did not complete successfully: exit code: 2'});
    expect(build.lines.slice(-3)).toEqual(['#2 [docs 2/2] RUN make docs', '#2 | b 1', '#2 ERROR 0.1s: exit code 2']);
  });
});

describe('output', () => {
  it('joins pieces of lines and of characters, each stream for itself', () => {
    const smile = new Uint8Array(Buffer.from('\u{1f600}'));
    const build = new Build().start(RUN).log(RUN, 'out').log(RUN, 'err ', 2).log(RUN, smile.slice(0, 2));
    build.log(RUN, 'or\n', 2).log(RUN, smile.slice(2)).log(RUN, '\nlast').end(RUN);
    expect(build.finish().slice(1, 4)).toEqual(['#1 | err or', '#1 | out\u{1f600}', '#1 | last']);
  });

  it('shows the last state of a bar, and how far a long one is each five seconds', () => {
    const build = new Build().start(RUN).log(RUN, 'begin\n');
    for (let percent = 0; percent <= 100; percent++) build.at(percent * 120).log(RUN, `\r${percent}%`);
    build.log(RUN, '\n').end(RUN);
    expect(build.finish()).toEqual([
      '#1 [2/3] RUN make',
      '#1 | begin',
      '#1 | 16%',
      '#1 | 58%',
      '#1 | 99%',
      '#1 | 100%',
      '#1 DONE 12.0s',
      '1 step in 12.0s: 1 run',
    ]);
  });

  it('T1, T3: is never taken for a command, nor for a line of ours', () => {
    const build = new Build().start(RUN);
    const forged = `#1 DONE 0.0s\n::set-output name=digest::sha256:${'a'.repeat(64)}\n##[error]x\r::error::y\n`;
    build.log(RUN, forged).log(RUN, 'Successfully built abc\nStep 1/1 : FROM evil\n').at(100).end(RUN);
    expect(commandsIn(build.finish().join('\n'))).toEqual([]);
    expect(build.lines.filter((line) => !line.startsWith('#1 | '))).toEqual([
      '#1 [2/3] RUN make',
      '#1 DONE 0.1s',
      '1 step in 0.1s: 1 run',
    ]);
  });

  it('keeps the last 30 lines of a step that fails, and not those of the others', () => {
    const build = new Build().start(RUN).start(OTHER).log(OTHER, 'other\n');
    for (let index = 0; index < 5000; index++) build.log(RUN, `line ${index}\n`);
    build.log(RUN, 'no end').end(OTHER).end(RUN, {error: 'exit code: 1'});
    build.finish();
    const lines = build.progress.failure()?.lastLines;
    expect(lines).toEqual([...Array.from({length: 29}, (_, index) => `line ${4971 + index}`), 'no end']);
  });

  it('T39, O7: keeps little of much output, in big pieces and in small ones', () => {
    const time = new FakeTime();
    const log = {...memoryLog().log, untrusted: () => {}, info: () => {}};
    const progress = createProgress(log, {clock: time.clock, ticker: time.ticker});
    progress.trace(encodeTrace({vertices: [{...EMPTY, digest: RUN, name: RUN, started: EPOCH}]}));
    const before = usedMemory();
    const feed = (size: number) => {
      const data = new Uint8Array(Buffer.from(`${'x'.repeat(size)}\n`));
      progress.trace(encodeTrace({logs: [{vertex: RUN, timestamp: undefined, stream: 1, data}]}));
    };
    for (let index = 0; index < 1000; index++) for (const size of [10, 60_000]) feed(size);
    feed(8_000_000);
    expect(usedMemory() - before).toBeLessThan(2_000_000);
    progress.finish();
  });

  it('keeps little of an endless last line', () => {
    const build = new Build().start(RUN);
    for (let index = 0; index < 50; index++) build.log(RUN, 'x'.repeat(1_000_000));
    build.log(RUN, `\n${'y'.repeat(2_000_000)}\n`).end(RUN, {error: 'exit code: 1'});
    build.finish();
    expect(build.progress.failure()?.lastLines.join('').length).toBeLessThanOrEqual(16 * 1024);
    expect(build.text.length).toBeLessThan(200_000);
  });
});

describe('what the builder does for itself', () => {
  it.each([
    '[internal] load build definition from Dockerfile',
    '[internal] load .dockerignore',
    '[internal] load metadata for docker.io/library/node:20',
    '[internal] load remote build context',
    '[auth] library/node:pull token for registry-1.docker.io',
    'copy /context /',
    'exporting to image',
  ])('is not shown: %s', (name) => {
    expect(new Build().start(name).at(900).end(name).finish()).toEqual([]);
  });

  it('is shown when it takes long', () => {
    const name = '[internal] load metadata for docker.io/library/node:20';
    expect(new Build().start(name).at(2300).end(name).finish()).toEqual([
      '#1 load metadata for docker.io/library/node:20',
      '#1 DONE 2.3s',
    ]);
  });

  it('is shown when it fails, and is the failure when no step is', () => {
    const name = '[internal] load metadata for x/y:1';
    const build = new Build().start(name).end(name, {error: 'x/y:1: not found'});
    expect(build.finish()).toEqual(['#1 ERROR 0.0s load metadata for x/y:1: x/y:1: not found']);
    expect(build.progress.failure()).toMatchObject({name: 'load metadata for x/y:1', reason: 'x/y:1: not found'});
  });

  it('tells how much of the context was sent', () => {
    const name = '[internal] load build context';
    const build = new Build().start(name).status(name, 'transferring context:', 12_300_000, 0, 300).at(300).end(name);
    expect(build.finish()).toEqual(['#1 DONE 0.3s load build context (transferring context: 12.3 MB)']);
  });

  it('tells what took long of an export', () => {
    const name = 'exporting to image';
    const build = new Build().start(name).status(name, 'exporting layers', 0, 0, 3200);
    build.status(name, `exporting manifest sha256:${'a'.repeat(64)}`, 0, 0, 20);
    build.status(name, 'pushing layers', 0, 0, 12_000).at(15_500).end(name);
    expect(build.finish().at(-1)).toBe('#1 DONE 15.5s (exporting layers 3.2s, pushing layers 12.0s)');
  });

  it('says that a cache was not there, without making it a failure', () => {
    const name = 'importing cache manifest from ghcr.io/a/b:cache';
    const build = new Build().start(name).end(name, {error: 'ghcr.io/a/b:cache: not found'});
    expect(build.finish()).toEqual([
      '#1 SKIPPED importing cache manifest from ghcr.io/a/b:cache: ghcr.io/a/b:cache: not found',
    ]);
    expect(build.progress.failure()).toBeUndefined();
  });
});

describe('base images', () => {
  const BASE = `[1/2] FROM docker.io/library/node:20@sha256:${'ab'.repeat(32)}`;
  const layer = (digit: string) => `sha256:${digit.repeat(64)}`;
  const plan = () => new Build().vertex(RUN, {inputs: [BASE]}).vertex(BASE);

  it('are reported once, when something needs them, with all they fetched', () => {
    const build = plan()
      .start(BASE)
      .at(50)
      .end(BASE)
      .at(60)
      .start(BASE)
      .status(BASE, layer('1'), 7_000_000, 7_000_000, 90);
    build
      .at(100)
      .end(BASE)
      .at(110)
      .start(BASE)
      .status(BASE, `extracting ${layer('1')}`, 0, 0, 20)
      .at(150)
      .end(BASE);
    expect(build.lines).toEqual([]);
    build.at(160).start(RUN).at(400).end(RUN);
    expect(build.finish()).toEqual([
      '#1 DONE 0.1s [1/2] FROM docker.io/library/node:20@sha256:abababababab (7.0 MB downloaded)',
      '#2 DONE 0.2s [2/3] RUN make',
      '2 steps in 0.4s: 2 run',
    ]);
  });

  it('are cached when nothing was fetched, whatever the engine calls it', () => {
    const build = plan().start(BASE).at(20).end(BASE).vertex(RUN, {started: EPOCH, completed: EPOCH, cached: true});
    build.finish();
    expect(build.lines[0]).toBe('#1 CACHED [1/2] FROM docker.io/library/node:20@sha256:abababababab');
    expect(build.progress.summary()).toMatchObject({steps: 2, cached: 2, fullyCached: true});
  });

  it('are reported when nothing comes that needs them', () => {
    const build = plan().start(BASE).at(100).end(BASE);
    expect(build.at(1000).lines).toEqual([]);
    expect(build.at(1500).lines).toEqual(['#1 CACHED [1/2] FROM docker.io/library/node:20@sha256:abababababab']);
  });

  it('show how far a long download is each five seconds', () => {
    const build = plan().start(BASE);
    for (let second = 1; second <= 12; second++) {
      build.at(second * 1000).status(BASE, layer('1'), second * 5_000_000, 60_000_000);
      build.status(BASE, layer('2'), 1_000_000, 1_000_000, 500);
    }
    build.status(BASE, layer('1'), 60_000_000, 60_000_000, 12_000).status(BASE, `extracting ${layer('1')}`, 0, 0);
    build
      .at(17_000)
      .status(BASE, `extracting ${layer('1')}`, 0, 0, 5000)
      .end(BASE)
      .start(RUN);
    expect(build.lines).toEqual([
      '#1 [1/2] FROM docker.io/library/node:20@sha256:abababababab',
      '#1 downloading, 6.0 MB of 61.0 MB',
      '#1 downloading, 31.0 MB of 61.0 MB',
      '#1 downloading, 56.0 MB of 61.0 MB',
      '#1 extracting, 61.0 MB downloaded',
      '#1 DONE 17.0s (61.0 MB downloaded)',
    ]);
  });
});

describe('times', () => {
  it('are told of every step, from the start of the first, whatever the clock of the engine says', () => {
    const build = new Build().start('load metadata for x').at(50).end('load metadata for x');
    build.at(100).start(RUN).start(OTHER).at(600).end(RUN).at(900).end(OTHER, {error: 'exit code: 1'});
    build.vertex('[3/3] COPY a b', {started: EPOCH + 900, completed: EPOCH + 900, cached: true}).finish();
    const {times} = build.progress.summary();
    const shown = times.map(({name, start, end, ms, outcome}) => [name, start, end, ms, outcome]);
    expect(shown).toEqual([
      ['load metadata for x', 0, 50, 50, 'done'],
      [RUN, 100, 600, 500, 'done'],
      [OTHER, 100, 900, 800, 'error'],
      ['[3/3] COPY a b', 900, 900, 0, 'cached'],
    ]);
    expect(times[2]).toMatchObject({stage: 'docs', instruction: 'RUN make docs', isInstruction: true});
    expect(times[0]).toMatchObject({stage: undefined, isInstruction: false});
  });

  it('leave out short details, and span the rests of a source', () => {
    const build = new Build()
      .vertex(RUN, {inputs: ['base']})
      .start('exporting to image')
      .at(10)
      .end('exporting to image');
    build
      .start('base')
      .at(20)
      .end('base')
      .at(500)
      .start('base')
      .at(520)
      .end('base')
      .start(RUN)
      .at(600)
      .end(RUN)
      .finish();
    expect(build.progress.summary().times.map(({name, start, end, ms}) => [name, start, end, ms])).toEqual([
      ['base', 0, 510, 30],
      [RUN, 510, 590, 80],
    ]);
  });
});

describe('groups', () => {
  const group = (weak: boolean) => ({id: 'g', name: '[3/3] COPY --link a /', weak});

  it('are one step, which is over when its last part is', () => {
    const build = new Build().vertex('link', {inputs: ['copy'], progressGroup: group(false)});
    build
      .start('copy', {progressGroup: group(true)})
      .at(20)
      .end('copy')
      .at(500)
      .start('link')
      .at(530)
      .end('link');
    expect(build.finish()).toEqual(['#1 DONE 0.1s [3/3] COPY --link a /', '1 step in 0.5s: 1 run']);
  });

  it('are cached when the part that counts is', () => {
    const build = new Build().vertex('copy', {progressGroup: group(true)});
    build.vertex('link', {progressGroup: group(false), started: EPOCH, completed: EPOCH, cached: true});
    expect(build.finish()).toEqual(['#1 CACHED [3/3] COPY --link a /', '1 step in 0.0s: all cached']);
  });
});

describe('failure', () => {
  it('is the first real one, not a step that was canceled for it', () => {
    const canceled = 'process "b" did not complete successfully: exit code: 137: context canceled: context canceled';
    const build = new Build().start(RUN).start(OTHER).end(OTHER, {error: canceled});
    build.end(RUN, {error: 'process "a" did not complete successfully: exit code: 2'});
    build.finish();
    expect(build.lines).toEqual([
      '#1 CANCELED 0.0s [docs 2/2] RUN make docs',
      '#2 ERROR 0.0s [2/3] RUN make: exit code 2',
    ]);
    expect(build.progress.failure()).toMatchObject({name: RUN, instruction: 'RUN make', stage: undefined, exitCode: 2});
  });

  it('is not there for a build that passes or that fails before its first step', () => {
    const build = new Build().start(RUN).end(RUN);
    build.finish();
    expect(build.progress.failure()).toBeUndefined();
    expect(new Build().progress.failure({message: 'dockerfile parse error'})).toBeUndefined();
  });
});

describe('warnings', () => {
  const warning = (short: string, line: number) => ({
    vertex: 'x',
    level: 1,
    short,
    detail: [],
    url: '',
    source: {filename: 'Dockerfile', data: new Uint8Array(100), language: ''},
    ranges: [
      {start: {line: line + 2, character: 0}, end: {line: line + 2, character: 0}},
      {start: {line, character: 0}, end: {line, character: 0}},
    ],
  });

  it('are kept with their place, each once', () => {
    const build = new Build().start(RUN).end(RUN);
    build.send({warnings: [warning('A: b (line 3)', 3), warning('A: b (line 3)', 3), warning('A: b (line 9)', 9)]});
    expect(build.finish().at(-1)).toBe('1 step in 0.0s: 1 run, 2 warnings');
    expect(build.progress.summary().warnings).toEqual([
      {text: 'A: b', details: [], url: undefined, place: {file: 'Dockerfile', line: 3, endLine: 5}},
      {text: 'A: b', details: [], url: undefined, place: {file: 'Dockerfile', line: 9, endLine: 11}},
    ]);
  });

  it('O7: are bounded', () => {
    const build = new Build().send({warnings: Array.from({length: 1000}, (_, index) => warning('A', index + 1))});
    expect(build.progress.summary().warnings).toHaveLength(200);
  });
});

describe('finish', () => {
  it('stops the clock, shows what has no line end, and may be called again', () => {
    const build = new Build().start(RUN).log(RUN, 'half a line');
    expect(build.time.isTicking).toBe(true);
    build.finish();
    build.at(100_000);
    expect(build.finish()).toEqual(['#1 [2/3] RUN make', '#1 | half a line']);
    expect(build.time.isTicking).toBe(false);
  });

  it('does not hold up the process when it is forgotten', () => {
    const holding = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = holding();
    const progress = createProgress(memoryLog().log);
    expect(holding()).toBe(before);
    progress.finish();
  });

  it('is needed after garbage too', () => {
    const build = new Build();
    expect(() => build.progress.trace(Uint8Array.of(0x0a, 0x7f))).toThrow(
      expect.objectContaining({name: 'InvalidTrace'}),
    );
    expect(build.finish()).toEqual([]);
  });
});
