/** Proof that what a registry holds can be run. */
import {type Account, ask, type Engine, isPodman, registryAuth, removeImage, runImage} from '../rig.ts';

/** Pulls by digest, runs, and removes; Podman is told that the registry speaks plain http, which its pull cannot be. */
export async function pullAndRun(
  engine: Engine,
  registry: Account,
  repository: string,
  digest: string,
): Promise<string> {
  const name = `${registry.host}/${repository}@${digest}`;
  await pull(engine, registry, repository, digest);
  try {
    return await runImage(engine, name);
  } finally {
    await removeImage(engine, name);
  }
}

export async function pull(engine: Engine, registry: Account, repository: string, digest: string): Promise<void> {
  const options = {method: 'POST', headers: {'x-registry-auth': registryAuth(registry)}};
  const name = `${registry.host}/${repository}`;
  if (isPodman(engine))
    await ask(engine.address, `/v4.0.0/libpod/images/pull?reference=${name}@${digest}&tlsVerify=false`, options);
  else await ask(engine.address, `/images/create?fromImage=${name}&tag=${digest}`, options);
}
