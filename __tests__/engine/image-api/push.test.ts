import {createHash} from 'node:crypto';
import {expect} from '@jest/globals';
import {push} from '../../../src/engine/image-api.ts';
import {type Account, closedRegistry, manifestOf, openRegistry, registryAuth, unique} from '../../rig.ts';
import {loaded, named, shown, small} from './fixtures.ts';
import {eventsOf, operation, type Subject} from './matrix.ts';

type Options = Omit<Parameters<typeof push>[2], 'signal' | 'registryAuth'>;

/** Pushes an image under one more name, and gives what the registry has then. */
async function pushed(at: Subject, registry: Account, image: string, options: Options = {}, auth = 'e30=') {
  const path = unique();
  const repository = `${registry.host}/${path}`;
  await named(at, image, repository, '1');
  const target = {repository, tag: '1'};
  const tlsVerify = at.facts.product === 'podman' ? {tlsVerify: false} : {};
  const calling = {...tlsVerify, ...options, registryAuth: auth, signal: at.signal};
  const last = (await eventsOf(push(at.engine, target, calling))).at(-1);
  const {status, body} = await manifestOf(registry, path, '1');
  const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  return {last, status, digest, path, manifest: JSON.parse(body.toString())};
}

operation('image_push', {
  name: async (at) => {
    const image = await small(at);
    const {last, status, digest, manifest} = await pushed(at, openRegistry, image);
    expect(status).toBe(200);
    expect(last).toMatchObject({kind: 'pushed', digest});
    expect(manifest.layers).toHaveLength(1);
  },
  x_registry_auth: async (at) => {
    const image = await small(at);
    await expect(pushed(at, closedRegistry, image)).rejects.toMatchObject({name: 'EngineError'});
    expect(await pushed(at, closedRegistry, image, {}, registryAuth(closedRegistry))).toMatchObject({status: 200});
  },
  tag: async (at) => {
    const image = await small(at);
    const path = unique();
    const repository = `${openRegistry.host}/${path}`;
    await named(at, image, repository, '1');
    await named(at, image, repository, '2');
    const tlsVerify = at.facts.product === 'podman' ? {tlsVerify: false} : {};
    await eventsOf(push(at.engine, {repository, tag: '2'}, {...tlsVerify, registryAuth: 'e30=', signal: at.signal}));
    expect((await manifestOf(openRegistry, path, '2')).status).toBe(200);
    expect((await manifestOf(openRegistry, path, '1')).status).toBe(404);
  },
  platform: async (at) => {
    const {name, platforms, manifests, digest} = await loaded(at);
    if (at.facts.store === 'containerd') {
      expect(await pushed(at, openRegistry, name)).toMatchObject({digest});
      const one = await pushed(at, openRegistry, name, {platform: platforms[1]});
      expect(one).toMatchObject({digest: manifests[1], last: {digest: manifests[1]}});
    } else {
      const one = await pushed(at, openRegistry, name, {platform: platforms[0]});
      expect(one.manifest.config.digest).toBe((await shown(at, name))?.Id);
      await expect(pushed(at, openRegistry, name, {platform: platforms[1]})).rejects.toMatchObject({
        name: 'EngineError',
      });
    }
  },
});
