/**
 * A bare connection to an address, with TLS or without, for what speaks HTTP/2 from its first byte: a BuildKit of its own,
 * or an engine that takes gRPC on the socket of its API.
 */
import {connect, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import type {Address} from './address.ts';
import type {TlsMaterial} from './tls.ts';

/** Where a BuildKit of its own may be. */
export type DialAddress = Extract<Address, {kind: 'unix' | 'tcp'}>;

const CONNECT_LIMIT_MS = 10_000;

/**
 * Resolves with the connected socket. Rejects with the error of Node, with one that says that it took too long, or with
 * the signal's reason. Certificates are always verified (hardening R1, R7).
 */
export function dial(
  address: Exclude<Address, {kind: 'ssh'}>,
  tls: TlsMaterial | undefined,
  signal: AbortSignal,
): Promise<Socket> {
  signal.throwIfAborted();
  const limit = AbortSignal.timeout(CONNECT_LIMIT_MS);
  const over = AbortSignal.any([signal, limit]);
  const {promise, resolve, reject} = Promise.withResolvers<Socket>();
  const secure = address.kind === 'tcp' && address.tls;
  const socket = secure
    ? connectTls({
        host: address.host,
        port: address.port,
        ...(!isAddress(address.host) && {servername: address.host}),
        ALPNProtocols: ['h2'],
        ...tls,
        minVersion: 'TLSv1.2',
        rejectUnauthorized: true,
      })
    : connect(address.kind === 'tcp' ? {host: address.host, port: address.port} : {path: address.path});
  const stop = () => {
    const late = new Error(`no connection within ${CONNECT_LIMIT_MS / 1000} s`);
    socket.destroy();
    reject(signal.aborted ? signal.reason : late);
  };
  over.addEventListener('abort', stop, {once: true});
  const settled = () => over.removeEventListener('abort', stop);
  socket.once('error', (error) => {
    settled();
    reject(error);
  });
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    settled();
    if (address.kind === 'tcp') socket.setKeepAlive(true, 30_000);
    resolve(socket);
  });
  return promise;
}

/** Certificates name hosts by SNI only, which takes no addresses. */
function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}
