/**
 * The part of undici that talks to an engine. Its index also loads fetch, WebSocket, caches and mocks, which doubles the
 * time to load it, and the start is a hot path: see docs/decisions/0005-start-up.md.
 */
import type {Client as ClientType, Dispatcher as DispatcherType, Pool as PoolType} from 'undici';
import api from 'undici/lib/api/index.js';
import ClientClass from 'undici/lib/dispatcher/client.js';
import DispatcherClass from 'undici/lib/dispatcher/dispatcher.js';
import PoolClass from 'undici/lib/dispatcher/pool.js';

// What undici's own index does: `request` and `upgrade` are methods of every dispatcher.
Object.assign((DispatcherClass as typeof DispatcherType).prototype, api);

export const Client = ClientClass as typeof ClientType;
export const Pool = PoolClass as typeof PoolType;
export type Pool = PoolType;
/** How connections are made: options of undici's own way, or a function in its place. */
export type Connect = NonNullable<ClientType.Options['connect']>;
