/**
 * BuildKit's gRPC API of an engine: on a connection that is HTTP/2 from its first byte, which Docker 29.2 and newer take on
 * the socket of their API, or on one that `POST /grpc` upgrades (Engine API 1.39 to 1.5x).
 */
import type {Duplex} from 'node:stream';
import {type GrpcClient, openClient} from '../buildkit/client.ts';
import {LIST_WORKERS} from '../buildkit/control.ts';
import {openTunnel} from '../buildkit/tunnel.ts';
import {compareApi, type Engine} from '../engine/facts.ts';

/** Since this API version an engine speaks it without an upgrade. */
const DIRECT_API = '1.53';
/** A proxy in between may swallow what it does not understand; an engine answers in milliseconds. */
const DIRECT_MS = 5000;

/** Throws EngineError where the engine, or a proxy before it, does neither; EngineUnreachable, or the abort reason. */
export async function openGrpc(engine: Engine, signal: AbortSignal): Promise<GrpcClient> {
  return (
    (await openDirectly(engine, signal)) ??
    openClient({upgrade: () => engine.transport.upgrade('/grpc', [], signal), signal})
  );
}

/** The connection of a session on such a connection; undefined where the engine takes none. */
export async function tunnelDirectly(
  engine: Engine,
  headers: ReadonlyArray<readonly [string, string]>,
  signal: AbortSignal,
): Promise<Duplex | undefined> {
  const client = await openDirectly(engine, signal);
  return client && openTunnel(client, headers, signal).once('close', () => client.close());
}

/** Undefined where it is not answered: the upgrade may still be. */
async function openDirectly({transport, facts}: Engine, signal: AbortSignal): Promise<GrpcClient | undefined> {
  if (compareApi(facts.engineApiVersion, DIRECT_API) < 0) return undefined;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(DIRECT_MS)]);
  let client: GrpcClient | undefined;
  try {
    client = await openClient({upgrade: () => transport.dial(limited), signal});
    // That something speaks HTTP/2 says little: a proxy may, too.
    await client.unary(LIST_WORKERS, new Uint8Array(0), {signal: limited});
    return client;
  } catch {
    client?.close();
    signal.throwIfAborted();
    return undefined;
  }
}
