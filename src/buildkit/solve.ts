/**
 * A build by BuildKit's Control API: Solve, which answers at the end, and Status, which tells of it meanwhile. What comes
 * of it are the events of `POST /build`, so that nobody has to know which way a build went.
 */
import type {BuildEvent} from '../engine/build.ts';
import {type GrpcClient, RpcError} from './client.ts';
import {decodeSolved, encodeSolve, encodeStatusRequest, SOLVE, type SolveRequest, STATUS} from './control.ts';

/** What a solve ended with. */
export interface Solved {
  readonly kind: 'solved';
  /** By the keys of the exporters (moby/buildkit exporter/containerimage/exptypes). */
  readonly response: ReadonlyMap<string, string>;
}

export type SolveEvent = Extract<BuildEvent, {kind: 'trace'}> | Solved;

/** How long the last traces may take after the answer, in milliseconds. */
const LAST_TRACES_MS = 5000;
/** And where none came before it: for a build that was refused Status waits in vain. */
const NO_TRACES_MS = 500;

/**
 * Builds and yields traces as they come, then what it ended with. Leaving the iteration or aborting ends the build.
 * Throws RpcError, with the details of what failed, or ConnectionLost.
 */
export async function* solve(
  client: GrpcClient,
  request: SolveRequest,
  signal: AbortSignal,
): AsyncGenerator<SolveEvent> {
  const over = new AbortController();
  const ending = AbortSignal.any([signal, over.signal]);
  const quiet = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const solving = client.unary(SOLVE, encodeSolve(request), {signal: ending});
  let seen = false;
  // After the answer Status ends by itself; where it does not, it is left.
  const wait = () => {
    timer = setTimeout(() => quiet.abort(), seen ? LAST_TRACES_MS : NO_TRACES_MS);
  };
  solving.then(wait, wait);
  try {
    const watching = AbortSignal.any([ending, quiet.signal]);
    try {
      for await (const data of client.stream(STATUS, encodeStatusRequest(request.ref), {signal: watching})) {
        seen = true;
        timer?.refresh();
        yield {kind: 'trace', data};
      }
    } catch (error) {
      // What the build itself ends with says more than why there were no more traces.
      if (!(error instanceof RpcError) && !quiet.signal.aborted)
        throw await solving.then(
          () => error,
          (first) => first,
        );
    }
    yield {kind: 'solved', response: decodeSolved(await solving)};
  } finally {
    clearTimeout(timer);
    over.abort();
    await solving.catch(() => {});
  }
}
