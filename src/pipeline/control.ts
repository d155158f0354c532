/** BuildKit's Control API of an engine, opened for one build; or the reason why the build goes the other way. */
import type {GrpcClient} from '../buildkit/client.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import type {Log} from '../report/log.ts';
import type {ControlInputs} from './control-inputs.ts';
import {type ApiChoice, without} from './engine-api.ts';
import {openGrpc} from './engine-grpc.ts';
import {NoControl} from './errors.ts';

export interface Control extends Disposable {
  /** Undefined where a build goes by `POST /build`. */
  readonly client: GrpcClient | undefined;
  /** Opens another connection to the same, for when that one was lost. */
  readonly reopen: () => Promise<GrpcClient>;
  /** What is left of the inputs. */
  readonly inputs: ControlInputs;
}

/**
 * Opens the API where the choice is for it. A proxy that lets only some routes through is a notice, unless the image
 * would be another one: throws NoControl then.
 */
export async function openControl(
  engine: Engine,
  {api, neededFor, usefulFor, inputs}: ApiChoice,
  {log, signal}: {readonly log: Log; readonly signal: AbortSignal},
): Promise<Control> {
  const reopen = () => openGrpc(engine, signal);
  const closed = {client: undefined, reopen, [Symbol.dispose]: () => {}};
  if (api === 'build') return {...closed, inputs};
  try {
    const client = await reopen();
    return {client, reopen, inputs, [Symbol.dispose]: client[Symbol.dispose]};
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EngineError)) throw error;
    if (neededFor.length > 0) throw new NoControl(neededFor, error);
    const lost = usefulFor.length === 0 ? '' : `, without ${usefulFor.join(', ')}`;
    log.notice(`the Control API cannot be reached: ${error.reason}. The build goes by POST /build${lost}`);
    return {...closed, inputs: without(inputs, new Set(usefulFor))};
  }
}
