import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {runAction, withoutMasks, workspace} from '../rig.ts';

// No engine listens there: a message about the input proves that it was found before any work.
const DOCKER_HOST = 'unix:///nowhere/docker.sock';
const FILES = {Dockerfile: 'FROM scratch\n', 'docker/Api.Dockerfile': 'FROM scratch\n'};

/** Nobody listens there. */
const OWN = 'buildkit://127.0.0.1:1';

describe('the bundle refuses bad input with one clear error before any work', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['push without a tag', {push: 'true'}, ['tags', 'push is true']],
    ['capitals', {tags: 'ghcr.io/Octo/App:1'}, ['tags', 'lower case', 'ghcr.io/octo/app:1']],
    ['an invalid reference', {tags: 'ghcr.io/octo/app:b@d'}, ['tags', 'ghcr.io/octo/app:b@d']],
    ['a tag with a slash', {tags: 'octo/app:feature/x'}, ['tags', 'octo/app:feature/x']],
    ['a missing context', {context: 'srv'}, ['srv', 'does not exist']],
    ['a missing Dockerfile', {file: 'docker/Dockerfile'}, ['docker/Dockerfile', 'Api.Dockerfile']],
    ['an address of no known form', {'docker-host': 'gopher://x'}, ['docker-host', 'gopher://x', 'unix://']],
    [
      'a plain engine on another machine',
      {'docker-host': 'tcp://10.1.2.3:2375'},
      ['without TLS', 'allow-plain-docker-host'],
    ],
    ['a platform that is none', {platforms: 'linux/pentium'}, ['platforms', 'pentium']],
    ['an open quote', {'build-args': '"A=1\nB=2'}, ['build-args', 'quote']],
    ['malformed YAML', {'registry-auth': '- registry: [ghcr.io'}, ['registry-auth']],
    ['YAML of another shape', {'registry-auth': 'registry: ghcr.io'}, ['registry-auth']],
    ['a flag that is none', {push: 'yes'}, ['push', 'yes', 'true or false']],
    ['a size that is none', {'shm-size': 'huge'}, ['shm-size', 'huge', '512m']],
    ['a limit that is none', {ulimit: 'nofile=many'}, ['ulimit', 'nofile=many']],
    ['a host without an address', {'add-hosts': 'db'}, ['add-hosts', 'db']],
    ['a build argument without a name', {'build-args': '=x'}, ['build-args']],
    ['a password without an account', {password: 'hunter22'}, ['username']],
    ['an account without a password', {username: 'me'}, ['password', 'me', 'forks']],
    ['a way of the context that is none', {'context-transfer': 'fast'}, ['context-transfer', 'auto, tar, sync']],
    ['a builder that is none', {'builder-version': '3'}, ['builder-version', 'auto']],
    ['a span that is none', {timeout: 'soon'}, ['timeout', 'soon']],
    ['the commit of no job', {context: '{{defaultContext}}:app'}, ['context', 'GITHUB_SHA']],
    ['a template that is not closed', {context: '{{defaultContext'}, ['context', 'not closed']],
    ['a Git context by ssh without a key', {context: 'ssh://git@github.com/octo/app.git'}, ['input ssh', 'default']],
    [
      'a Git context with an account (hardening E5)',
      {context: 'https://me:hunter22@github.com/a/b.git'},
      ['context', 'github.com'],
    ],
    ['a URL with an account', {context: 'https://me:hunter22@example.com/a.tar'}, ['context', 'example.com']],
    ['a Git context of another kind (hardening E5)', {context: 'file:///etc'}, ['context', 'file://']],
    ['a Git context that is a program (hardening E5)', {context: 'ext::sh -c id'}, ['context', 'program']],
    ['an option for a ref (hardening E5)', {context: 'https://h/a.git#--upload-pack=id'}, ['context', 'branch']],
    ['two Dockerfiles', {file: 'Dockerfile', 'dockerfile-inline': 'FROM scratch'}, ['dockerfile-inline', 'file']],
    [
      'a Dockerfile for the tar at a URL',
      {context: 'https://h/a.tar', 'dockerfile-inline': 'FROM scratch'},
      ['dockerfile-inline', 'tar'],
    ],
    ['a default context that is none', {'default-context': 'svn'}, ['default-context', 'svn', 'auto']],
    [
      'a Dockerfile outside of a Git context',
      {context: 'https://github.com/octo/app.git', file: '../Dockerfile'},
      ['input file', '../Dockerfile'],
    ],
    ['a Dockerfile without TLS', {file: 'http://example.com/Dockerfile'}, ['input file', 'without TLS']],
    ['an authority that is no file', {'registry-ca': 'no.pem'}, ['registry-ca', 'the file cannot be read']],
    [
      'an authority that is none',
      {'registry-ca': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'},
      ['registry-ca', 'certificate 1 of 1 cannot be read'],
    ],
    ['a token server that is a URL', {'token-servers': 'https://auth.example.com'}, ['token-servers', 'host:port']],
    ['an attestation of no known type', {attests: 'type=vex'}, ['attests', 'provenance']],
    ['an annotation of no known type', {annotations: 'layer:a=b'}, ['annotations', 'manifest-descriptor']],
    ['an annotation that nothing would hold', {annotations: 'index:a=b'}, ['annotations', 'index', 'one manifest']],
    ['a cache of no known type', {'cache-to': 'type=usb'}, ['cache-to', 'usb', 'registry']],
    ['a cache of no known mode', {'cache-to': 'type=gha,mode=all'}, ['cache-to', 'mode', 'max']],
    ['a local cache without a place', {'cache-to': 'type=local'}, ['cache-to', 'dest']],
    ['a context that is not there', {'build-contexts': 'a=nowhere'}, ['build-contexts', 'a:', 'nowhere']],
    ['a stage without a name', {'build-contexts': 'a=target:'}, ['build-contexts', 'name=target:stage']],
    ['an account in a context', {'build-contexts': 'a=https://u:hunter2@h/x'}, ['build-contexts', 'account']],
    ['an entitlement that is none', {allow: 'everything'}, ['allow', 'network.host']],
    ['an API that is none', {'engine-api': 'grpc'}, ['engine-api', 'solve']],
    [
      'engines beside a BuildKit of its own',
      {builder: OWN, engines: `linux/arm64=${OWN}`},
      ['input engines', 'builder'],
    ],
    ['a variable of a secret that is not set', {'secret-envs': 'npm=hunter22'}, ['secret-envs', '"npm"', 'not set']],
    ['secrets for a list', {mode: 'list', secrets: 'a=b'}, ['secrets', 'mode: list']],
    ['an ssh agent that is not there', {ssh: 'default'}, ['ssh', 'SSH_AUTH_SOCK', 'not set']],
    ['a key that is not there', {ssh: 'default=hunter22'}, ['ssh', '"default"', 'no file']],
    ['a key in place of its path', {ssh: 'default=-----BEGIN OPENSSH PRIVATE KEY-----\ns3cr3tvalue'}, ['ssh', 'path']],
    ['another word for a full disk', {'on-full-disk': 'ignore'}, ['on-full-disk', 'ignore', 'fail']],
    ['another word for the leak guard', {'leak-guard': 'off'}, ['leak-guard', 'off', 'warn']],
    ['an output of no known type', {outputs: 'type=image\ntype=floppy,dest=a'}, ['outputs', 'floppy', 'local']],
    ['an output without dest', {outputs: 'type=tar'}, ['outputs', 'type=tar', 'dest']],
    ['an output to the log', {outputs: 'type=tar,dest=-'}, ['outputs', 'dest=-']],
    ['an output with an unknown key', {outputs: 'type=docker,dest=a,size=3'}, ['outputs', '"size"', 'platform']],
    ['an output of a platform that is none', {outputs: 'type=docker,dest=a,platform=pdp11'}, ['outputs', 'pdp11']],
    ['an image output that pushes without a name', {outputs: 'type=registry'}, ['tags', 'push is true']],
    ['a source that is none', {source: 'thin-air'}, ['source', 'thin-air', 'archive']],
    ['an archive that is not named', {source: 'archive'}, ['archive', 'none is named']],
    ['a missing archive', {source: 'archive', archive: 'nothing.tar'}, ['nothing.tar']],
    [
      'an image by URL',
      {source: 'archive', archive: 'https://h/x.tar', 'archive-type': 'image'},
      ['archive', 'by URL'],
    ],
    ['a container that is not named', {source: 'container'}, ['container', 'none is named']],
    ['a container with a path for a name', {source: 'container', container: '../x'}, ['container', '../x']],
    ['an image that is not named', {source: 'image'}, ['image', 'none is named']],
    ['an image id that is to be pulled', {source: 'image', image: 'a'.repeat(64), pull: 'true'}, ['pull', 'id']],
    [
      'a build argument for an image',
      {source: 'image', image: 'a:1', 'build-args': 'A=b'},
      ['build-args', 'source: image'],
    ],
    ['a container beside a build', {container: 'box'}, ['container', 'source: build']],
    [
      'an instruction that changes no image',
      {source: 'container', container: 'box', changes: 'RUN rm -r /'},
      ['changes', '"RUN"', 'CMD'],
    ],
    [
      'a configuration that is no JSON',
      {source: 'container', container: 'box', 'container-config': '{Env:1}'},
      ['container-config', 'JSON'],
    ],
    ['a mode that is none', {mode: 'burn'}, ['mode', 'burn', 'search']],
    ['a filter without its mode', {filters: 'dangling=true'}, ['filters', 'mode: publish']],
    ['a filter that is none', {mode: 'list', filters: 'colour=red'}, ['filters', 'colour', 'label']],
    [
      'an option of a list that is none',
      {mode: 'list', 'list-options': 'smell'},
      ['list-options', 'smell', 'shared-size'],
    ],
    ['build arguments for a list', {mode: 'list', 'build-args': 'A=b'}, ['build-args', 'mode: list']],
    ['tags for a list', {mode: 'list', tags: 'a:1'}, ['tags', 'mode: list']],
    ['a search for nothing', {mode: 'search'}, ['term']],
    ['a search by URL', {mode: 'search', term: 'https://h/x'}, ['term', 'https://h/x']],
    ['a search for more than there is', {mode: 'search', term: 'a', limit: '101'}, ['limit', '100']],
    ['pruning everything (hardening E9)', {'prune-images': 'dangling=false'}, ['prune-images', 'label']],
    ['a prune filter that is none', {'prune-images': 'before=x'}, ['prune-images', 'before', 'until']],
    ['a cache filter twice', {'prune-build-cache': 'id=a\nid=b'}, ['prune-build-cache', 'once']],
    ['a cache size that is none', {'prune-build-cache': 'reserved-space=much'}, ['prune-build-cache', 'much']],
    ['a platform deleted without force', {'delete-images': 'a:1,platform=linux/arm64'}, ['delete-images', 'force']],
    ['an image to delete that is none', {'delete-images': 'a b'}, ['delete-images', 'a b']],
    [
      'a secret in a build argument',
      {'build-args': 'API_TOKEN=s3cr3tvalue', 'fail-on-secret-args': 'true'},
      ['API_TOKEN', 'history'],
    ],
  ])('%s', async (_, inputs, words) => {
    const {code, log, outputs} = await runAction(inputs, {workspace: workspace(FILES), env: {DOCKER_HOST}});
    const failures = log.split('\n').filter((line) => line.startsWith('::error'));
    expect({code, failures, log}).toMatchObject({code: 1, failures: {length: 1}});
    for (const word of words) expect(failures[0]).toContain(word);
    expect(log).not.toMatch(/^\s+at /m);
    for (const secret of ['hunter22', 's3cr3tvalue']) expect(withoutMasks(log)).not.toContain(secret);
    expect(new Set(Object.values(outputs))).toEqual(new Set(['']));
  });

  it('an empty workspace names actions/checkout', async () => {
    const empty = workspace({});
    mkdirSync(join(empty, 'repo'));
    const {code, log} = await runAction({}, {workspace: join(empty, 'repo'), env: {DOCKER_HOST}});
    expect(code).toBe(1);
    expect(log).toContain('actions/checkout');
  });

  it('no engine: one error with the address, where it came from, and what to do', async () => {
    const {code, log} = await runAction({}, {workspace: workspace(FILES), env: {DOCKER_HOST}});
    expect(code).toBe(1);
    expect(log).toContain('::error::no engine answers at unix:///nowhere/docker.sock: there is no such socket');
  });

  it('an error about DOCKER_HOST names the variable, not an input', async () => {
    const {code, log} = await runAction({}, {workspace: workspace(FILES), env: {DOCKER_HOST: 'gopher://x'}});
    expect(code).toBe(1);
    expect(log).toContain('::error::DOCKER_HOST: engine address "gopher://x" is of no known form');
  });

  it('a user name is not masked', async () => {
    const inputs = {registry: 'registry.example.com', username: 'octocat', password: 'octocat'};
    const {log} = await runAction(inputs, {workspace: workspace(FILES), env: {DOCKER_HOST}});
    expect(log).not.toContain('::add-mask::octocat\n');
    expect(log).toContain('::warning::the password for registry.example.com equals its user name');
  });

  it.each([
    ['pull_request_target', true],
    ['push', false],
  ])('push on the event %s warns: %s (hardening E6, T34)', async (event, warns) => {
    const env = {DOCKER_HOST, GITHUB_EVENT_NAME: event};
    const {log} = await runAction(
      {push: 'true', tags: 'octo/app:1', 'cache-to': 'octo/app:cache'},
      {workspace: workspace(FILES), env},
    );
    expect(log.includes('::warning::push on the event')).toBe(warns);
    expect(log.includes('::warning::cache-to on the event')).toBe(warns);
  });

  it.each([
    ['cache-to', 'type=gha,mode=max', '::warning::input cache-to: type=gha has no effect here'],
    ['cache-from', 'type=gha', '::warning::input cache-from: type=gha has no effect here'],
    ['builder', 'mybuilder', '::notice::input builder: "mybuilder" is no address of a BuildKit'],
    ['build-args', 'MY_TOKEN=abc', '::warning::build arg MY_TOKEN is named like a secret'],
    ['build-args', 'NOT_SET_ANYWHERE', '::notice::input build-args: NOT_SET_ANYWHERE has no value'],
  ])('%s: %s is answered in the log', async (name, value, words) => {
    const {log} = await runAction({[name]: value}, {workspace: workspace(FILES), env: {DOCKER_HOST}});
    expect(log).toContain(words);
  });

  it('provenance: false and sbom: false are what happens anyway', async () => {
    const {log} = await runAction(
      {provenance: 'false', sbom: 'false'},
      {workspace: workspace(FILES), env: {DOCKER_HOST}},
    );
    expect(log).not.toMatch(/::(warning|notice)/);
  });
});
