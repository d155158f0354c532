/** The inputs for BuildKit's Control API, in the words that buildx and docker/build-push-action take. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from '@jest/globals';
import {readAnnotations} from '../../src/action/annotation-input.ts';
import {readAttestations} from '../../src/action/attestation-input.ts';
import {readCaches} from '../../src/action/cache-input.ts';
import {readNamedContexts} from '../../src/action/named-context-input.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';

const workspace = mkdtempSync(join(tmpdir(), 'stowage-test-'));
mkdirSync(join(workspace, 'sub'));
mkdirSync(join(workspace, 'layout'));
writeFileSync(join(workspace, 'layout', 'index.json'), '{}');
afterAll(() => rmSync(workspace, {recursive: true, force: true}));

describe('readAnnotations', () => {
  it.each([
    [['a.b=1'], {'annotation.a.b': '1'}],
    [['a=x=y, z'], {'annotation.a': 'x=y, z'}],
    [['a='], {'annotation.a': ''}],
    [['manifest:a=1'], {'annotation-manifest.a': '1'}],
    [['manifest,index:a=1'], {'annotation-manifest.a': '1', 'annotation-index.a': '1'}],
    [['index-descriptor:a=b:c'], {'annotation-index-descriptor.a': 'b:c'}],
    [['manifest[linux/arm64]:a=1'], {'annotation-manifest[linux/arm64].a': '1'}],
    [['a=1', 'a=2'], {'annotation.a': '2'}],
  ])('takes %j', (items, attributes) => {
    expect(Object.fromEntries(readAnnotations(items, true))).toEqual(attributes);
  });

  it.each([['a'], ['=a'], ['layer:a=1'], ['manifest[nonsense/x/y/z]:a=1'], ['manifest:=1'], [':a=1']])(
    'refuses %s',
    (item) => {
      expect(() => readAnnotations([item], true)).toThrow(InvalidInput);
    },
  );

  it('refuses what an index alone could hold, where there is none', () => {
    for (const type of ['index', 'index-descriptor', 'manifest-descriptor'])
      expect(() => readAnnotations([`${type}:a=1`], false)).toThrow(`annotations of type ${type} belong to an index`);
    expect(readAnnotations(['manifest:a=1', 'b=2'], false).size).toBe(2);
  });
});

describe('readAttestations', () => {
  const NOTHING = {attests: [], provenance: '', sbom: ''};
  const RUN = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
  };
  const BUILDER = 'builder-id=https://github.com/octo/app/actions/runs/7/attempts/2';

  it.each([
    ['nothing', {}, {}],
    ['false', {provenance: 'false', sbom: 'False'}, {}],
    ['true, without the build arguments', {provenance: 'true', sbom: 'TRUE'}, {provenance: 'mode=min', sbom: ''}],
    ['a mode', {provenance: 'mode=max'}, {provenance: 'mode=max'}],
    [
      'more',
      {provenance: 'mode=max,version=v1', sbom: 'generator=a/b:1'},
      {provenance: 'mode=max,version=v1', sbom: 'generator=a/b:1'},
    ],
    ['attests', {attests: ['type=provenance,mode=max', 'type=sbom']}, {provenance: 'mode=max', sbom: ''}],
    ['a type alone', {attests: ['sbom']}, {sbom: ''}],
    ['disabled', {attests: ['type=sbom,disabled=true']}, {}],
    [
      'provenance before attests',
      {attests: ['type=provenance,mode=max'], provenance: 'mode=min'},
      {provenance: 'mode=min'},
    ],
    ['false before attests', {attests: ['type=sbom'], sbom: 'false'}, {}],
    ['a value with a comma', {sbom: '"generator=a,b"'}, {sbom: '"generator=a,b"'}],
  ])('takes %s', (_, inputs, attestations) => {
    expect(Object.fromEntries(readAttestations({...NOTHING, ...inputs}, {}))).toEqual(attestations);
  });

  it('names the run as the builder, unless another one is named', () => {
    const of = (provenance: string) => readAttestations({...NOTHING, provenance}, RUN).get('provenance');
    expect(of('true')).toBe(`mode=min,${BUILDER}`);
    expect(of('builder-id=mine')).toBe('mode=min,builder-id=mine');
  });

  it.each([[{attests: ['type=vex']}], [{attests: ['mode=max']}], [{provenance: 'yes'}]])('refuses %j', (inputs) => {
    expect(() => readAttestations({...NOTHING, ...inputs}, {})).toThrow(InvalidInput);
  });
});

describe('readCaches', () => {
  const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sign`;
  const TOKEN = jwt({ac: '[]', exp: 4_000_000_000, nbf: 1});
  const RUNNER = {
    ACTIONS_RUNTIME_TOKEN: TOKEN,
    ACTIONS_RESULTS_URL: 'https://results/',
    ACTIONS_CACHE_URL: 'https://cache/',
    ACTIONS_CACHE_SERVICE_V2: 'True',
  };
  const read = (inputs: Readonly<Record<string, readonly string[]>>, env: NodeJS.ProcessEnv = RUNNER) => {
    const warnings: string[] = [];
    const masked: string[] = [];
    const log = {warning: (text: string) => warnings.push(text)};
    const caches = readCaches(
      {'cache-from': inputs['from'] ?? [], 'cache-to': inputs['to'] ?? [], 'cache-save': '', 'cache-max-size': ''},
      // The rest of a log is not used.
      {env, log: log as never, onSecret: (value) => masked.push(value), workspace},
    );
    const plain = (list: typeof caches.to) =>
      list.map(({type, attributes}) => ({type, ...Object.fromEntries(attributes)}));
    return {from: caches.from, othersFrom: plain(caches.othersFrom), to: plain(caches.to), warnings, masked};
  };

  it('keeps images by name apart, which every builder knows', () => {
    const {from, othersFrom} = read({
      from: ['octo/app:cache', 'type=registry,ref=ghcr.io/octo/app', 'type=registry,ref=b,mode=max'],
    });
    expect(from.map(({path}) => path)).toEqual(['octo/app', 'octo/app', 'library/b']);
    expect(othersFrom).toEqual([]);
  });

  it('writes with full names, and makes no failure of a build of one', () => {
    expect(
      read({to: ['octo/app:cache', 'type=registry,ref=ghcr.io/o/a:c,mode=max,ignore-error=false', 'type=inline']}).to,
    ).toEqual([
      {type: 'registry', ref: 'docker.io/octo/app:cache', 'ignore-error': 'true'},
      {type: 'registry', ref: 'ghcr.io/o/a:c', mode: 'max', 'ignore-error': 'false'},
      {type: 'inline'},
    ]);
  });

  it('fills in the cache service of the runner, and masks its token', () => {
    const {to, othersFrom, masked} = read({to: ['type=gha,mode=max,scope=s'], from: ['type=gha,scope=s']});
    const service = {token: TOKEN, url_v2: 'https://results/', version: '2'};
    expect(to).toEqual([{type: 'gha', mode: 'max', scope: 's', 'ignore-error': 'true', ...service}]);
    expect(othersFrom).toEqual([{type: 'gha', scope: 's', ...service}]);
    expect(masked).toContain(TOKEN);
  });

  it('takes the old service where the runner has no other', () => {
    const {to} = read({to: ['type=gha']}, {...RUNNER, ACTIONS_CACHE_SERVICE_V2: undefined});
    expect(to).toEqual([{type: 'gha', 'ignore-error': 'true', token: TOKEN, url: 'https://cache/', version: '1'}]);
  });

  it.each([
    ['no token', {...RUNNER, ACTIONS_RUNTIME_TOKEN: undefined}, 'ACTIONS_RUNTIME_TOKEN'],
    ['a token that is none', {...RUNNER, ACTIONS_RUNTIME_TOKEN: 'secret'}, 'ACTIONS_RUNTIME_TOKEN'],
    ['a token with a signature that is none', {...RUNNER, ACTIONS_RUNTIME_TOKEN: `${TOKEN}x`}, 'ACTIONS_RUNTIME_TOKEN'],
    [
      'a token without a beginning',
      {...RUNNER, ACTIONS_RUNTIME_TOKEN: jwt({ac: '[]', exp: 1})},
      'ACTIONS_RUNTIME_TOKEN',
    ],
    ['no address', {...RUNNER, ACTIONS_RESULTS_URL: undefined}, 'ACTIONS_RESULTS_URL'],
  ])('goes on without gha where there is %s, which BuildKit would fail over', (_, env, missing) => {
    const {to, warnings} = read({to: ['type=gha']}, env);
    expect(to).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining(missing)]);
  });

  it('resolves directories, and passes on what it does not know', () => {
    expect(
      read({
        to: ['type=local,dest=c,mode=max'],
        from: ['type=local,src=c,tag=t', 'type=s3,bucket=b,secret_access_key=hunter22'],
      }),
    ).toMatchObject({
      to: [{type: 'local', dest: join(workspace, 'c'), mode: 'max'}],
      othersFrom: [
        {type: 'local', src: join(workspace, 'c'), tag: 't'},
        {type: 's3', bucket: 'b', secret_access_key: 'hunter22'},
      ],
      masked: ['hunter22'],
    });
  });

  it.each(['type=usb', 'type=registry', 'type=registry,ref=UPPER CASE', 'type=local', 'type=gha,mode=none'])(
    'refuses %s',
    (item) => {
      expect(() => read({to: [item]})).toThrow(InvalidInput);
    },
  );
});

describe('readNamedContexts', () => {
  const EVENT = {GITHUB_REPOSITORY: 'octo/app', GITHUB_SHA: 'a'.repeat(40), GITHUB_REF: 'refs/heads/main'};
  const read = (...items: readonly string[]) => readNamedContexts(items, {workspace, env: EVENT});

  it.each([
    ['a=sub', 'a', {kind: 'directory', path: join(workspace, 'sub')}],
    [
      'alpine:3.20=docker-image://busybox',
      'alpine:3.20',
      {kind: 'remote', url: 'docker-image://docker.io/library/busybox:latest'},
    ],
    [
      `a=docker-image://ghcr.io/o/a@sha256:${'b'.repeat(64)}`,
      'a',
      {kind: 'remote', url: `docker-image://ghcr.io/o/a@sha256:${'b'.repeat(64)}`},
    ],
    ['A=https://github.com/octo/lib.git#v1:dir', 'a', {kind: 'remote', url: 'https://github.com/octo/lib.git#v1:dir'}],
    ['a=https://example.com/x.tar.gz', 'a', {kind: 'url', url: new URL('https://example.com/x.tar.gz')}],
    ['image:1=target:Stage-1', 'image:1', {kind: 'target', stage: 'stage-1'}],
    ['a=oci-layout://layout', 'a', {kind: 'layout', path: join(workspace, 'layout'), image: undefined}],
    ['a=oci-layout://layout:v1', 'a', {kind: 'layout', path: join(workspace, 'layout'), image: 'v1'}],
    [
      `a=oci-layout://layout:v1@sha256:${'c'.repeat(64)}`,
      'a',
      {kind: 'layout', path: join(workspace, 'layout'), image: `sha256:${'c'.repeat(64)}`},
    ],
    ['a={{defaultContext}}:lib', 'a', {kind: 'remote', url: `https://github.com/octo/app.git#${'a'.repeat(40)}:lib`}],
  ])('takes %s', (item, name, source) => {
    expect(read(item)).toEqual([{name, source}]);
  });

  it('takes the last of equal names', () => {
    expect(read('a=sub', 'a=docker-image://b')).toHaveLength(1);
  });

  it.each([
    'a',
    'a=',
    '=sub',
    'a b=sub',
    'a=nowhere',
    'a=target:b c',
    'a=oci-layout://sub',
    'a=docker-image://UPPER',
    'a=file:///etc',
    'a=ext::sh',
    'a={{nothing}}',
  ])('refuses %s', (item) => {
    expect(() => read(item)).toThrow(InvalidInput);
  });

  it('never repeats an account (hardening E5)', () => {
    for (const url of ['https://u:hunter2@h/x.tar', 'https://u:hunter2@h/x.git'])
      expect(() => read(`a=${url}`)).toThrow(expect.not.stringMatching(/hunter2/) as never);
  });
});
