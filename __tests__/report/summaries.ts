/**
 * Summaries made from recordings of `__tests__/fixtures/traces`, with fixed times, as they are kept in
 * `__tests__/fixtures/summaries`. As a program it writes them: `node __tests__/report/summaries.ts`; then look at them as
 * GitHub shows Markdown, charts by Mermaid included.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {findFailedLines} from '../../src/context/failed-lines.ts';
import {excerptOf} from '../../src/report/excerpt.ts';
import {formatSummary, type ImageFacts, type SummaryFacts} from '../../src/report/summary.ts';
import {replay} from './replay.ts';

const SUMMARIES = new URL('../fixtures/summaries/', import.meta.url);
const DIGEST = `sha256:${'0a'.repeat(32)}`;
const IMAGE: ImageFacts = {
  references: [
    {name: 'ghcr.io/octo/app:1.4', digest: DIGEST},
    {name: 'ghcr.io/octo/app:latest', digest: DIGEST},
  ],
  imageId: DIGEST,
  platform: 'linux/amd64',
  size: 12_345_678,
  labels: new Map([['org.opencontainers.image.revision', 'abc']]),
  layers: [
    {instruction: '', size: 9_000_000},
    {instruction: 'ENV A=b', size: 0},
    {instruction: 'COPY . /app', size: 1_000_000},
  ],
  files: [],
};
const INPUTS = [
  {name: 'tags', values: ['ghcr.io/octo/app:1.4', 'ghcr.io/octo/app:latest']},
  {name: 'build-args', values: ['NODE_ENV=production', 'NPM_TOKEN=***']},
  {name: 'push', values: ['true']},
];
const FAILING_DOCKERFILE = [
  'FROM busybox:base AS build',
  'ARG SALT',
  'RUN echo $SALT; sleep 0.3; echo "compiling main.c"; echo "main.c:3: error: expected ;" >&2; exit 7',
  '',
].join('\n');

/** Recordings by the name of the summary. */
const RECORDINGS: Readonly<Record<string, string>> = {
  passing: '28-containerd-buildkit-passing',
  parallel: '28-containerd-buildkit-parallel',
  cached: '20-buildkit-cached',
  failing: '28-containerd-buildkit-failing',
  'classic-failing': '20-classic-failing',
  'podman-passing': 'podman-classic-passing',
};

export const summaries = Object.keys(RECORDINGS);

export function makeSummary(name: string): string {
  const recording = RECORDINGS[name] ?? '';
  const {summary: build, failure: step} = replay(recording);
  const lines =
    step &&
    findFailedLines(FAILING_DOCKERFILE, {
      counting: recording.includes('classic') ? 'file' : 'layers',
      step: step.name,
      error: step.reason,
      buildArgs: new Map(),
    });
  const dockerfile = {file: 'docker/Dockerfile', inWorkspace: true, text: FAILING_DOCKERFILE};
  const facts: SummaryFacts = {
    title: 'ghcr.io/octo/app:1.4',
    image: step === undefined ? IMAGE : undefined,
    build,
    failure: step && {message: 'build failed', hint: undefined, step, excerpt: lines && excerptOf(dockerfile, lines)},
    notes: [],
    phases: [
      {name: 'Prepare', seconds: 0.3},
      {name: 'Build', seconds: build?.seconds ?? 0},
      ...(step === undefined
        ? [
            {name: 'Tag', seconds: 0.1},
            {name: 'Push', seconds: 2.5},
          ]
        : []),
    ],
    engine: 'Docker 28.5.2, API 1.51, containerd image store (overlayfs), BuildKit, linux/amd64',
    inputs: INPUTS,
  };
  return formatSummary(facts);
}

export function keptSummary(name: string): string {
  return readFileSync(new URL(`${name}.md`, SUMMARIES), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of summaries) {
    const text = makeSummary(name);
    writeFileSync(new URL(`${name}.md`, SUMMARIES), text);
    console.log(text);
  }
}
