/**
 * The builder pushes what it builds to the relay itself, by digest, and keeps no image: one call in place of a build, a name
 * and a push (docs/decisions/0014-own-push.md). Nobody sees anything of it until it is placed in a registry, so whatever
 * looks at an image before a push reads its config from here.
 */
import type {BuildOutput} from '../engine/build.ts';
import {StreamCutShort} from '../engine/errors.ts';
import {compareApi, type Engine} from '../engine/facts.ts';
import {asObject} from '../engine/json.ts';
import type {Descriptor} from '../registry/descriptor.ts';
import {isIndexType, partsOf} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';
import type {Relay} from '../registry/relay.ts';
import type {BuildOrigin} from './origin.ts';
import {describeUnstored, type UnstoredImage} from './unstored-image.ts';

export interface DirectPush {
  /** In place of the one of a build that is stored; attributes of that are added. */
  output(attributes: ReadonlyMap<string, string>): BuildOutput;
  /** What was pushed, by the digest that the builder tells. Throws StreamCutShort where that did not arrive. */
  read(digest: string): Promise<UnstoredImage>;
}

/** Docker 28, which this was tried on; older engines build, name and push. */
const SINCE_API = '1.48';

/**
 * Whether it is of use. The graph driver and Podman have no such output, and an image that is to stay in the engine has to
 * be stored there; an index with attestations is taken as the engine keeps it.
 */
export function pushesDirectly({facts}: Engine, {control, builderVersion}: BuildOrigin): boolean {
  const isBuildKit = facts.hasBuildKit && builderVersion !== '1';
  return (
    isBuildKit &&
    facts.store === 'containerd' &&
    compareApi(facts.apiVersion, SINCE_API) >= 0 &&
    control.attestations.size === 0
  );
}

/** `host` is the relay on the engine's side; `slot` is unlike any other; `readBlob` reads what the relay got. */
export function directPush(
  relay: Relay,
  {host, slot}: {readonly host: string; readonly slot: string},
  readBlob: (blob: Descriptor) => Promise<Uint8Array>,
): DirectPush {
  return {
    output: (given) => {
      const own = {
        name: `${host}/${relay.openRepository(slot)}`,
        push: 'true',
        'push-by-digest': 'true',
        'name-canonical': 'true',
        store: 'false',
      };
      const others = [...given].filter(([key]) => key !== 'dangling-name-prefix');
      return {type: 'image', attributes: new Map([...others, ...Object.entries(own)])};
    },
    read: async (digest) => {
      const manifest = pushedAs(relay, slot, digest);
      const [config, document] = [await readBlob(partsOf(manifest).config), manifest.bytes].map(parse);
      const {mediaType, bytes} = manifest;
      return describeUnstored({
        config: asObject(config),
        manifest: asObject(document),
        descriptor: {mediaType, digest, size: bytes.length},
      });
    },
  };
}

/** Throws StreamCutShort. */
export function pushedAs(relay: Relay, slot: string, digest: string): Manifest {
  const manifest = relay.received(slot).manifests.find((pushed) => pushed.digest === digest);
  if (manifest !== undefined && !isIndexType(manifest.mediaType)) return manifest;
  throw new StreamCutShort('the build ended, but what it built was not pushed to this machine', {
    status: 0,
    endpoint: 'POST /build',
  });
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
