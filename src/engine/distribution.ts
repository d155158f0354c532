/** `GET /distribution/{name}/json` (Engine API v1.51 "DistributionInspect", since 1.30). */
import {encodeName} from './call.ts';
import {type Descriptor, readDescriptor} from './descriptor.ts';
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';
import {asObject, own} from './json.ts';

/**
 * The engine asks the registry what a reference stands for now. Podman has no such route and answers 404 for it. Throws
 * EngineError.
 */
export async function distribution(
  engine: Engine,
  reference: string,
  options: {readonly registryAuth: string; readonly signal: AbortSignal},
): Promise<Descriptor> {
  const endpoint = 'GET /distribution/{name}/json';
  const {json} = await engine.transport.json({
    method: 'GET',
    path: `/distribution/${encodeName(reference)}/json`,
    endpoint,
    subject: reference,
    headers: {'x-registry-auth': options.registryAuth},
    signal: options.signal,
  });
  const descriptor = readDescriptor(own(asObject(json), 'Descriptor'));
  if (descriptor === undefined)
    throw new EngineError('the answer has no descriptor', {status: 200, endpoint, subject: reference});
  return descriptor;
}
