/**
 * The lines of a failure, from two sources that know nothing of each other: BuildKit's history, and our own search in the
 * text of the Dockerfile, which is all there is with other builders.
 */
import {randomBytes} from 'node:crypto';
import {Agent, request} from 'node:http';
import type {Duplex} from 'node:stream';
import {describe, expect, it} from '@jest/globals';
import {BASE_IMAGE} from '../../scripts/rig/base.ts';
import {openClient} from '../../src/buildkit/client.ts';
import {encodeMessage} from '../../src/buildkit/encode.ts';
import {findFailedBuilds} from '../../src/buildkit/history.ts';
import {decodeErrorDetails} from '../../src/buildkit/rpc-status.ts';
import {openSession} from '../../src/buildkit/session.ts';
import {decodeTrace} from '../../src/buildkit/trace.ts';
import {findFailedLines} from '../../src/context/failed-lines.ts';
import {build, isDockerSince, type LiveEngine, liveEngines, upgradeOn} from './live-engine.ts';

const signal = new AbortController().signal;

function upgradeGrpc({socketPath}: LiveEngine): Promise<Duplex> {
  const {promise, resolve, reject} = Promise.withResolvers<Duplex>();
  const headers = {Connection: 'Upgrade', Upgrade: 'h2c', Host: 'engine'};
  const call = request({socketPath, method: 'POST', path: '/grpc', agent: new Agent(), headers});
  call.on('upgrade', (_response, socket, head) => {
    if (head.length > 0) socket.unshift(head);
    resolve(socket);
  });
  call.on('response', (response) => reject(new Error(`upgrade refused with status ${response.statusCode}`)));
  call.on('error', reject);
  call.end();
  return promise;
}

interface Failure {
  readonly error: string;
  readonly step: string | undefined;
  readonly vertex: string | undefined;
}

async function fail(engine: LiveEngine, dockerfile: string): Promise<Failure> {
  await using session = await openSession({
    upgrade: upgradeOn(engine.socketPath),
    credentials: async () => undefined,
    signal,
  });
  let error = '';
  let failed: {readonly name: string; readonly digest: string} | undefined;
  for await (const line of build(engine, {Dockerfile: dockerfile}, {version: '2', session: session.id})) {
    error ||= line.errorDetail?.message ?? '';
    if (line.id !== 'moby.buildkit.trace') continue;
    const {vertices} = decodeTrace(Buffer.from(String(line.aux), 'base64'));
    failed ??= vertices.find((vertex) => vertex.error !== '' && !/context canceled$/.test(vertex.error));
  }
  return {error, step: failed?.name, vertex: failed?.digest};
}

// The history with externalError is in Docker 24 and newer.
const all = await Promise.all(liveEngines().map(async (engine) => ({engine, is: await isDockerSince(engine, 24)})));
const withHistory = all.flatMap(({engine, is}) => (is ? [engine] : []));
const engines = withHistory.length > 0 ? withHistory : [{name: 'none', socketPath: ''}];
const describeThese = withHistory.length > 0 ? describe : describe.skip;
if (withHistory.length === 0) console.log('skipped: no engine with a history of builds, run script/test');

const salt = () => randomBytes(6).toString('hex');
const many = Array.from({length: 12}, (_, index) => `WORKDIR /a${index}`).join('\n');

describeThese.each(engines)('the lines of a failure on $name', (engine) => {
  it.each<[string, string]>([
    ['RUN with a continuation and a comment', 'FROM BASE\nENV A=1\nRUN : SALT && \\\n  # no\n  exit 3\nRUN true\n'],
    ['RUN with a heredoc', 'FROM BASE AS a\nRUN <<EOF\n: SALT\nexit 3\nEOF\n'],
    ['the third of many, on another stage', `FROM BASE AS a\nRUN : SALT\nFROM a\n${many}\nRUN exit 3\n`],
    ['one of two stages without a name', 'FROM BASE\nRUN : SALT; exit 3\nFROM BASE\nCOPY --from=0 /a /a\n'],
    ['COPY of a missing file, with variables', 'FROM BASE\nARG V=SALT\nENV W=/b\nCOPY \\\n  $V \\\n ${W}\n'],
    ['COPY --link', 'FROM BASE\nRUN : SALT\nCOPY --link SALT /\n'],
    ['COPY from a stage', 'FROM BASE AS a\nFROM scratch\nCOPY --from=a /SALT /\n'],
    ['a mount of a secret', 'FROM BASE\nRUN --mount=type=secret,id=SALT,required=true true\n'],
    ['a syntax error', 'FROM BASE\n\nCOPPY \\\n SALT b\n'],
    ['a flag that is unknown', 'FROM BASE\nCOPY --SALT a b\n'],
    ['a base of nobody', 'ARG B=127.0.0.1:1/SALT\nFROM BASE AS a\nFROM ${B}:1\nCOPY --from=a /a /a\n'],
    ['an open heredoc', 'FROM BASE\nRUN <<EOF\n: SALT\n'],
  ])('%s', async (_, template) => {
    const dockerfile = template.replaceAll('SALT', salt()).replaceAll('BASE', BASE_IMAGE);
    const {error, step, vertex} = await fail(engine, dockerfile);
    using client = await openClient({upgrade: () => upgradeGrpc(engine), signal});
    const ours: unknown[] = [];
    for await (const {source} of findFailedBuilds(client, {message: error, vertex}, {signal})) {
      if (source?.text === dockerfile) ours.push({first: source.first, last: source.last});
    }
    // Others build on this engine too, which the text of the Dockerfile tells apart.
    expect(ours).toHaveLength(1);
    expect(findFailedLines(dockerfile, {counting: 'layers', step, error, buildArgs: new Map()})).toEqual(ours[0]);
  });
});

describe('the details of an error', () => {
  const any = (type: string, json: unknown) =>
    encodeMessage([1, `github.com/moby/buildkit/${type}`], [2, Buffer.from(JSON.stringify(json))]);

  it('are its text, its lines and its step, without the stack of the daemon', () => {
    const source = {
      info: {filename: 'Dockerfile', data: Buffer.from('FROM a\nRUN b').toString('base64')},
      ranges: [
        {start: {line: 3}, end: {line: 3}},
        {start: {line: 2, character: 0}, end: {line: 2}},
      ],
    };
    const bytes = encodeMessage(
      [1, 2n],
      [2, 'it broke'],
      [3, any('stack.Stack+json', {cmdline: ['dockerd']})],
      [3, any('errdefs.Source+json', source)],
      [3, any('errdefs.Vertex+json', {digest: 'sha256:1'})],
    );
    expect(decodeErrorDetails(bytes)).toEqual({
      message: 'it broke',
      source: {filename: 'Dockerfile', text: 'FROM a\nRUN b', first: 2, last: 3},
      vertex: 'sha256:1',
    });
  });

  it.each([
    ['no lines', {info: {filename: 'Dockerfile'}, ranges: []}],
    ['lines that are none', {info: {filename: 'Dockerfile'}, ranges: [{start: {line: 'x'}, end: null}, 7]}],
    ['no file', {ranges: [{start: {line: 1}, end: {line: 1}}]}],
    ['something else', []],
  ])('have no place with %s', (_, json) => {
    expect(decodeErrorDetails(encodeMessage([3, any('errdefs.Source+json', json)]))).toEqual({
      message: '',
      source: undefined,
      vertex: undefined,
    });
  });
});
