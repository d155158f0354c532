/** Which image has a name, if any. */
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {inspect} from '../engine/inspect.ts';

/** `name` may be an id, too. Undefined for one that no image has. Throws EngineError. */
export async function findId(engine: Engine, name: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await inspect(engine, name, {signal})).id;
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined;
    throw error;
  }
}
