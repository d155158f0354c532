/** What real builds and pushes look like in the log; the streams are recordings, see buildkit/record.ts. */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {createProgress} from '../../src/report/progress.ts';
import {memoryLog} from './memory-log.ts';
import {FakeTime, FIXTURES, readRecording, recordings, replay} from './replay.ts';
import {commandsIn} from './runner.ts';

const builds = recordings().filter((name) => !name.includes('push'));

describe('recordings', () => {
  it('cover both builders and Podman', () => {
    for (const start of ['20-buildkit', '20-classic', '28-containerd-buildkit', 'podman-classic']) {
      for (const end of ['passing', 'cached', 'failing', 'missing', 'parallel', 'pulling']) {
        expect(recordings()).toContain(`${start}-${end}`);
      }
    }
  });

  it.each(recordings())('%s looks as expected', (name) => {
    expect(replay(name).text).toBe(readFileSync(new URL(`${name}.txt`, FIXTURES), 'utf8'));
  });

  it.each(recordings())('T1: %s holds no command', (name) => {
    expect(commandsIn(replay(name).text)).toEqual([]);
  });

  it.each(builds)('%s hides ids of containers and progress bars that are drawn again', (name) => {
    expect(replay(name).text).not.toMatch(/Running in|Removing intermediate|---?> [0-9a-f]{6}|10%\r|Successfully/);
  });

  it.each(builds.filter((name) => name.endsWith('-cached')))('%s is seen to be fully cached', (name) => {
    expect(replay(name).summary).toMatchObject({fullyCached: true});
  });

  it.each(builds.filter((name) => !name.endsWith('-cached')))('%s is not taken for fully cached', (name) => {
    expect(replay(name).summary).toMatchObject({fullyCached: false});
  });

  it.each(builds.filter((name) => name.includes('28-') && name.endsWith('-passing')))('%s has its warning', (name) => {
    expect(replay(name).summary?.warnings).toEqual([
      {
        text: "FromAsCasing: 'as' and 'FROM' keywords' casing do not match",
        details: ["The 'as' keyword should match the case of the 'from' keyword"],
        url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
        place: {file: 'Dockerfile', line: 1, endLine: 1},
      },
    ]);
  });

  it.each([
    ['20-buildkit-failing', 7],
    ['20-classic-failing', 7],
    ['28-containerd-buildkit-failing', 7],
    ['podman-classic-failing', 7],
    ['20-buildkit-canceled', 3],
    ['28-containerd-buildkit-canceled', 3],
    ['28-containerd-buildkit-missing', undefined],
    ['20-classic-missing', undefined],
  ])('%s names the step that failed, and its exit code', (name, exitCode) => {
    const {log} = memoryLog();
    const {clock, ticker} = new FakeTime();
    const progress = createProgress(log, {clock, ticker});
    let reported: {readonly message: string; readonly code?: number} | undefined;
    for (const {id, aux, stream, errorDetail} of readRecording(name)) {
      if (id === 'moby.buildkit.trace') progress.trace(Buffer.from(String(aux), 'base64'));
      if (stream !== undefined) progress.stream(stream);
      reported ??= errorDetail;
    }
    progress.finish();
    const failure = progress.failure(reported);
    expect(failure?.exitCode).toBe(exitCode);
    expect(failure?.instruction).toMatch(exitCode === undefined ? /^COPY nope.txt/ : /^RUN echo .* exit \d$/);
    expect(failure?.stage).toBe(
      name.endsWith('-canceled') ? 'short' : name.includes('classic-fail') ? 'build' : undefined,
    );
    const expected = ['compiling main.c', 'main.c:3: error: expected ;'];
    if (exitCode === 7) expect(failure?.lastLines).toEqual(expect.arrayContaining(expected));
  });
});
