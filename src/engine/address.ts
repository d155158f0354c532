/**
 * Where an engine listens. Text becomes an `Address` here once; the forms are those of `DOCKER_HOST`
 * (docs of the Docker CLI, "Environment variables"), and the rules about plain tcp are hardening R1.
 */
import {InvalidAddress} from './errors.ts';

export type Address =
  | {readonly kind: 'unix'; readonly path: string}
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      /** Prefix before `/v1.xx`, without a trailing slash; mostly ''. */
      readonly basePath: string;
      readonly tls: boolean;
    }
  | {
      readonly kind: 'ssh';
      /** Undefined leaves user and port to the configuration of ssh. */
      readonly user: string | undefined;
      readonly host: string;
      readonly port: number | undefined;
      /** The engine's socket on that machine; undefined is what the docker CLI there takes. */
      readonly path: string | undefined;
    }
  /** `path` is as Windows writes it, `\\.\pipe\name`. */
  | {readonly kind: 'npipe'; readonly path: string};

export interface AddressOptions {
  /** Speak TLS to a tcp address even though its text does not say so (DOCKER_TLS_VERIFY, DOCKER_CERT_PATH). */
  readonly tls: boolean;
  /** The author accepts an engine on another machine without TLS. */
  readonly allowPlain: boolean;
}

const FORMS =
  'use unix:///path/to.sock, ssh://user@host, tcp://host:2375, or tcp://host:2376 with DOCKER_TLS_VERIFY and DOCKER_CERT_PATH';

/**
 * Reads `unix:///path`, `/path`, `tcp://host[:port][/base]`, `http://…`, `https://…`, `ssh://[user@]host[:port][/path]`
 * and `npipe:////./pipe/name`. The port of tcp defaults to 2375, with TLS to 2376. Throws InvalidAddress, also for plain
 * tcp to another machine.
 */
export function parseAddress(text: string, options: AddressOptions): Address {
  if (/[\0\r\n]/.test(text))
    throw new InvalidAddress(`engine address ${JSON.stringify(text)} holds a control character`);
  if (text.startsWith('/')) return {kind: 'unix', path: text};
  const scheme = /^([a-z]+):\/\//i.exec(text)?.[1]?.toLowerCase();
  switch (scheme) {
    case 'unix': {
      const path = text.slice('unix://'.length);
      if (!path.startsWith('/')) {
        throw new InvalidAddress(
          `engine address "${text}" has no absolute socket path`,
          'Write unix:///var/run/docker.sock',
        );
      }
      return {kind: 'unix', path};
    }
    case 'tcp':
    case 'http':
    case 'https':
      return parseTcp(text, scheme, options);
    case 'ssh':
      return parseSsh(text);
    case 'npipe':
      return parsePipe(text);
    case 'fd':
      throw new InvalidAddress(
        `engine address "${text}": fd:// is how a daemon is told its socket, no client can use it`,
        FORMS,
      );
    default:
      throw new InvalidAddress(`engine address "${text}" is of no known form`, FORMS);
  }
}

function parseTcp(text: string, scheme: string, options: AddressOptions): Address {
  let url: URL;
  try {
    url = new URL(text.replace(/^[a-z]+:/i, 'http:'));
  } catch {
    throw new InvalidAddress(`engine address "${text}" is not a URL`, FORMS);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '' || url.hostname === '') {
    throw new InvalidAddress(`engine address of scheme ${scheme} may hold a host, a port and a path only`, FORMS);
  }
  const tls = scheme === 'https' || (scheme !== 'http' && options.tls);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!tls && !options.allowPlain && !isLoopback(host)) {
    throw new InvalidAddress(
      `engine address "${text}" is another machine without TLS: anyone on the way could take it over`,
      'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, or set the input allow-plain-docker-host: true if the network is yours alone',
    );
  }
  // URL drops the default port of its scheme: 80 written out is lost, so look at the text.
  const written = /:(\d+)(?:\/|$)/.exec(text.replace(/^[a-z]+:\/\//i, ''))?.[1];
  const port = written === undefined ? (tls ? 2376 : 2375) : Number(written);
  return {kind: 'tcp', host, port, basePath: url.pathname.replace(/\/+$/, ''), tls};
}

/**
 * What comes of this goes to `ssh` as arguments, and the path further to a shell on the other machine, which joins and
 * splits the words again: so only characters that mean themselves everywhere are let through (hardening R1).
 */
function parseSsh(text: string): Address {
  const [, account, bracketed, name, port, path] =
    /^ssh:\/\/(?:([^@/]*)@)?(?:\[([0-9a-f:.]+)\]|([^:/@[\]]+))(?::(\d{1,5}))?(\/.*)?$/i.exec(text) ?? [];
  const host = bracketed ?? name;
  // The text is not repeated where it may hold a password.
  if (account?.includes(':') || ((host === undefined || path?.includes('@')) && text.includes('@'))) {
    throw new InvalidAddress(
      'engine address of scheme ssh may hold a user, a host, a port and the path of a socket only',
      'Leave out the password: ssh takes a key, from its agent or its configuration',
    );
  }
  if (host === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) {
    throw new InvalidAddress(`engine address "${text}" is not ssh://[user@]host[:port][/path/to.sock]`, FORMS);
  }
  const user = account === undefined ? undefined : decoded(account);
  if (user !== undefined && !/^[\w.][\w.@+-]*$/.test(user))
    throw new InvalidAddress(
      `engine address "${text}" has a user that ssh is not given`,
      'Name it in the configuration of ssh',
    );
  if (bracketed === undefined && !/^[\w.][\w.-]*$/.test(host))
    throw new InvalidAddress(
      `engine address "${text}" has a host that ssh is not given`,
      'Name it in the configuration of ssh',
    );
  if (path !== undefined && !/^\/[\w./:+,-]*$/.test(path)) {
    throw new InvalidAddress(
      `engine address "${text}" has a socket path with characters that a shell there could read otherwise`,
      'Use letters, digits and . _ - / : + , only',
    );
  }
  return {
    kind: 'ssh',
    user,
    host,
    port: port === undefined ? undefined : Number(port),
    path: path === '/' ? undefined : path,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsePipe(text: string): Address {
  const path = text.slice('npipe://'.length).replaceAll('/', '\\');
  if (/^\\\\\.\\pipe\\[^\\]+$/.test(path)) return {kind: 'npipe', path};
  throw new InvalidAddress(
    `engine address "${text}" names no pipe of this machine`,
    'Write npipe:////./pipe/docker_engine',
  );
}

/** True for names and addresses that never leave this machine. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The text form, which `parseAddress` reads back to an equal value (given the same TLS choice). */
export function formatAddress(address: Address): string {
  if (address.kind === 'unix') return `unix://${address.path}`;
  if (address.kind === 'npipe') return `npipe://${address.path.replaceAll('\\', '/')}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  if (address.kind === 'tcp') return `${address.tls ? 'https' : 'tcp'}://${host}:${address.port}${address.basePath}`;
  const user = address.user === undefined ? '' : `${encodeURIComponent(address.user)}@`;
  return `ssh://${user}${host}${address.port === undefined ? '' : `:${address.port}`}${address.path ?? ''}`;
}
