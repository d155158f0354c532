/** What the engines of the tests can do, by their own word: names are only what `script/test` calls them. */
import {askJson, type Engine, engines, isPodman} from '../rig.ts';

export interface Kind {
  /** Its image store is containerd's, which keeps manifests and indexes. */
  readonly isContainerd: boolean;
  /** Docker 20.10, whose BuildKit has no named contexts and no history. */
  readonly isOld: boolean;
  readonly hasBuildKit: boolean;
}

async function ask(engine: Engine): Promise<Kind> {
  const [version, info] = await Promise.all([
    askJson<{ApiVersion: string}>(engine.address, '/version'),
    askJson<{DriverStatus: unknown}>(engine.address, '/info'),
  ]);
  return {
    isContainerd: JSON.stringify(info.DriverStatus ?? null).includes('io.containerd.snapshotter'),
    isOld: Number(version.ApiVersion.split('.')[1]) < 42,
    hasBuildKit: !isPodman(engine),
  };
}

const NONE: Kind = {isContainerd: false, isOld: false, hasBuildKit: false};
const kinds = new Map(await Promise.all(engines.map(async (engine) => [engine.name, await ask(engine)] as const)));

export function kindOf({name}: Pick<Engine, 'name'>): Kind {
  return kinds.get(name) ?? NONE;
}
