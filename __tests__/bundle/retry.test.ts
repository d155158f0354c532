import {createHash} from 'node:crypto';
import {afterEach, expect, it} from '@jest/globals';
import {
  ask,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  isContainerd,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';
import {faulty, isManifest, stopFaults} from './faults.ts';

afterEach(stopFaults);

describeEngines('a push', (engine) => {
  const publish = (tags: string, registry = '') =>
    runAction(
      {
        push: 'true',
        // It would find some of these faults first.
        preflight: 'false',
        tags,
        ...(registry && {registry, username: closedRegistry.username, password: closedRegistry.password}),
      },
      {
        workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${unique()} > /x\n`}),
        env: {DOCKER_HOST: engine.address},
      },
    );

  it('is tried again after a 500 of the registry, and says so (hardening R8, T12)', async () => {
    let faults = 0;
    const host = await faulty(openRegistry, (incoming, response) => {
      // The containerd store and Podman repeat a request themselves, so one fault alone would not reach us.
      if (!isManifest(incoming) || faults >= (isContainerd(engine) ? 2 : 1)) return false;
      faults++;
      response.writeHead(500).end('{"errors":[{"code":"UNKNOWN","message":"unknown error"}]}');
      return true;
    });
    const name = `${host}/retry/${unique()}:1`;
    const {code, log, outputs} = await publish(name);
    expect({code, log}).toEqual({code: 0, log: expect.anything()});
    expect(faults).toBeGreaterThan(0);
    expect(log).toMatch(/try 2 of 3 in \d/);
    expect(outputs['image-refs']).toMatch(/^127.*@sha256:[0-9a-f]{64}$/);
    await removeImage(engine, name);
  });

  it('is not tried again when it is denied, and the other tag is listed with it (hardening R9, L6, T13, T41)', async () => {
    const repository = unique();
    let denied = 0;
    const host = await faulty(openRegistry, (incoming, response) => {
      if (!isManifest(incoming) || !incoming.url?.endsWith('/manifests/second')) return false;
      denied++;
      response
        .writeHead(403, {'content-type': 'application/json'})
        .end('{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}');
      return true;
    });
    const names = ['first', 'second', 'latest'].map((tag) => `${host}/partial/${repository}:${tag}`);
    const {code, log, outputs} = await publish(names.join('\n'));
    expect(code).toBe(1);
    const failure = log.split('\n').find((line) => line.startsWith('::error')) ?? '';
    expect(failure).toContain('2 of 3 references were not published');
    expect(failure).toMatch(/refused us without an account.*denied/);
    expect(failure).toContain(`${names[2]}: not tried`);
    expect(log).not.toMatch(/try 2 of 3/);
    expect(denied).toBeLessThanOrEqual(2);
    expect(outputs['digest']).toBe('');
    expect(outputs['image-refs']).toMatch(new RegExp(`^${names[0]}@sha256:[0-9a-f]{64}$`));
    const tags = await ask(`http://${openRegistry.host}`, `/v2/partial/${repository}/tags/list`);
    expect(JSON.parse(tags.text).tags).toEqual(['first']);
    for (const name of names) await removeImage(engine, name);
  });

  it('fails when the registry then holds something else under the tag (hardening R6)', async () => {
    const repository = `moved/${unique()}`;
    const other = `{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,"digest":"sha256:${'a'.repeat(64)}"},"layers":[]}`;
    const digest = `sha256:${createHash('sha256').update(other).digest('hex')}`;
    let pushed = false;
    const host = await faulty(openRegistry, (incoming, response) => {
      if (isManifest(incoming)) pushed = true;
      else if (pushed && (incoming.url?.endsWith('/manifests/1') || incoming.url?.endsWith(digest))) {
        response.writeHead(200, {
          'content-type': 'application/vnd.docker.distribution.manifest.v2+json',
          'content-length': other.length,
          'docker-content-digest': digest,
        });
        response.end(incoming.method === 'HEAD' ? undefined : other);
        return true;
      }
      return false;
    });
    const {code, log, outputs} = await publish(`${host}/${repository}:1`);
    expect(code).toBe(1);
    expect(log).toContain(`but its registry answers ${digest}`);
    expect(outputs).toMatchObject({digest: '', 'image-refs': ''});
    await removeImage(engine, `${host}/${repository}:1`);
  });
});
