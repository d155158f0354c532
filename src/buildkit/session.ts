/**
 * The session a BuildKit build calls back on: `POST /session` is upgraded and the roles turn, the engine is the HTTP/2
 * client and we are the gRPC server (Engine API v1.51 `/session`; moby/buildkit session/grpc.go). Keep it open until
 * the build's answer has ended: most registries, every secret and all files come through it.
 */
import {randomBytes} from 'node:crypto';
import type {ServerHttp2Session} from 'node:http2';
import type {Duplex} from 'node:stream';
import {authMethods, type CredentialsProvider} from './auth.ts';
import {answer, type Methods} from './grpc.ts';
import {healthMethods} from './health.ts';

export interface SessionOptions {
  /**
   * Sends `POST /session` with `Connection: Upgrade`, `Upgrade: h2c` and these headers, each on a line of its own (names
   * repeat), and resolves with the socket after the 101. Bytes that came with the answer must still be in the socket.
   */
  readonly upgrade: (headers: ReadonlyArray<readonly [string, string]>) => Promise<Duplex>;
  readonly credentials: CredentialsProvider;
  /** More services, such as file sync; keys are `/service/Method` and all are announced to the engine. */
  readonly methods?: Methods;
  /** Names the copies of shared directories that the engine keeps, so that a later session sends only what changed. */
  readonly sharedKey?: string | undefined;
  /** Ends the session at once. */
  readonly signal: AbortSignal;
}

/** Closed by us (`close` or the signal), or lost while it may still be needed. */
export type SessionEnd = {readonly kind: 'closed'} | {readonly kind: 'lost'; readonly error: SessionLost};

export interface Session {
  /** Goes into the `session` parameter of the build. */
  readonly id: string;
  /** Settles when the session is over and never rejects. */
  readonly closed: Promise<SessionEnd>;
  /** Ends the session; returns when its socket is closed. May be called again. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The session ended without our doing. The build may go on, but fails at the next step that needs it. */
export class SessionLost extends Error {
  override readonly name = 'SessionLost';
  readonly hint: string;

  constructor(why: string, seconds: number, cause: unknown) {
    const hint =
      'See whether the engine was restarted, or whether a proxy before it ends connections that are quiet for a while';
    super(`the build session was lost after ${seconds.toFixed(1)} s: ${why}. ${hint}`, {cause});
    this.hint = hint;
  }
}

/** Node's default of 10 MB refuses the next stream when more is buffered, and that stream is the health check. */
const SESSION_MEMORY_MB = 1000;
/**
 * Each line of an ignore file is a header field of its own, where Node's defaults are 128 fields and 64 KiB. In fields,
 * and in bytes as HTTP/2 counts them.
 */
const MOST_HEADERS = 20_000;
const MOST_HEADER_BYTES = 4 * 1024 * 1024;
/** How long `close` waits for calls under way before it cuts the connection, in milliseconds. */
const CLOSE_GRACE_MS = 300;

/** Opens a session. Rejects with what `upgrade` throws, or with the signal's reason. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const {signal} = options;
  signal.throwIfAborted();
  const id = randomBytes(16).toString('hex');
  const methods: Methods = new Map([
    ...healthMethods(),
    ...authMethods(options.credentials),
    ...(options.methods ?? new Map()),
  ]);
  const headers = sessionHeaders(id, methods, options.sharedKey);
  // Loaded here, not above: builds without BuildKit need no HTTP/2.
  const [http2, socket] = await Promise.all([import('node:http2'), options.upgrade(headers)]);
  if (signal.aborted) {
    socket.destroy();
    throw signal.reason;
  }
  const connection = http2.performServerHandshake(socket, {
    maxSessionMemory: SESSION_MEMORY_MB,
    maxHeaderListPairs: MOST_HEADERS,
    settings: {maxHeaderListSize: MOST_HEADER_BYTES},
  });
  return serve(id, connection, socket, methods, signal);
}

function sessionHeaders(
  id: string,
  methods: Methods,
  sharedKey: string | undefined,
): ReadonlyArray<readonly [string, string]> {
  return [
    ['X-Docker-Expose-Session-Uuid', id],
    ['X-Docker-Expose-Session-Name', 'stowage'],
    ...(sharedKey === undefined ? [] : [['X-Docker-Expose-Session-Sharedkey', sharedKey] as const]),
    ...[...methods.keys()].map((path) => ['X-Docker-Expose-Session-Grpc-Method', path] as const),
  ];
}

function serve(
  id: string,
  connection: ServerHttp2Session,
  socket: Duplex,
  methods: Methods,
  signal: AbortSignal,
): Session {
  const {promise: closed, resolve} = Promise.withResolvers<SessionEnd>();
  const opened = performance.now();
  let ours = false;
  let cause: Error | undefined;
  let farewell: string | undefined;

  const cut = () => {
    ours = true;
    connection.destroy();
    socket.destroy();
  };
  const close = async () => {
    if (!ours) {
      ours = true;
      connection.close();
      const timer = setTimeout(cut, CLOSE_GRACE_MS);
      void closed.then(() => clearTimeout(timer));
    }
    await closed;
  };

  connection.on('stream', (stream, _headers, _flags, rawHeaders) => void answer(stream, rawHeaders, methods));
  connection.on('goaway', (code) => {
    if (code !== 0) farewell = `the engine ended it with HTTP/2 error ${code}`;
  });
  connection.on('error', (error: Error) => {
    cause ??= error;
  });
  socket.on('error', (error: Error) => {
    cause ??= error;
  });
  connection.once('close', () => {
    signal.removeEventListener('abort', cut);
    socket.destroy();
    const why = cause?.message ?? farewell ?? 'the engine closed the connection';
    resolve(
      ours ? {kind: 'closed'} : {kind: 'lost', error: new SessionLost(why, (performance.now() - opened) / 1000, cause)},
    );
  });
  signal.addEventListener('abort', cut, {once: true});
  return {id, closed, close, [Symbol.asyncDispose]: close};
}
