/** `GET /distribution/{name}/json` (Engine API v1.51 "DistributionInspect", since 1.30). */
import {encodeName} from './call.ts';
import {type Descriptor, readDescriptor} from './descriptor.ts';
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';
import {asObject, itemsOf, own, textOf} from './json.ts';

const ENDPOINT = 'GET /distribution/{name}/json';

export interface DistributionOptions {
  readonly registryAuth: string;
  readonly signal: AbortSignal;
}

/**
 * The engine asks the registry what a reference stands for now. Podman has no such route and answers 404 for it. Throws
 * EngineError.
 */
export async function distribution(
  engine: Engine,
  reference: string,
  options: DistributionOptions,
): Promise<Descriptor> {
  const answer = await ask(engine, reference, options);
  const descriptor = readDescriptor(own(answer, 'Descriptor'));
  if (descriptor === undefined)
    throw new EngineError('the answer has no descriptor', {status: 200, endpoint: ENDPOINT, subject: reference});
  return descriptor;
}

/** Platforms that a registry has an image for, `os/arch[/variant]` each, without entries that are none. Throws EngineError. */
export async function platformsOf(
  engine: Engine,
  reference: string,
  options: DistributionOptions,
): Promise<readonly string[]> {
  const answer = await ask(engine, reference, options);
  const names = itemsOf(own(answer, 'Platforms')).map((item) => {
    const platform = asObject(item);
    return ['os', 'architecture', 'variant']
      .map((key) => textOf(own(platform, key)))
      .filter(Boolean)
      .join('/');
  });
  return [...new Set(names)].filter((name) => name.includes('/') && !name.startsWith('unknown/'));
}

async function ask(engine: Engine, reference: string, {registryAuth, signal}: DistributionOptions): Promise<object> {
  const {json} = await engine.transport.json({
    method: 'GET',
    path: `/distribution/${encodeName(reference)}/json`,
    endpoint: ENDPOINT,
    subject: reference,
    headers: {'x-registry-auth': registryAuth},
    signal,
  });
  return asObject(json);
}
