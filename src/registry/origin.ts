/**
 * Which hosts may be spoken to, and how: plain http, redirects, and token servers (hardening R2, R3). A registry's
 * answers choose URLs for us (`WWW-Authenticate` realm, `Location`), so each is checked before anything is sent there.
 */

import {BlockList, isIP} from 'node:net';
import {RegistryError} from './errors.ts';

/** Token servers known to belong to a registry of another host name. */
const KNOWN_PAIRS: ReadonlyMap<string, string> = new Map([
  ['registry-1.docker.io', 'auth.docker.io'],
  ['registry.gitlab.com', 'gitlab.com'],
  ['registry.digitalocean.com', 'api.digitalocean.com'],
]);

/** Loopback, private, link-local, unique-local, unspecified, shared (RFC 6598) and multicast ranges. */
const INTERNAL = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  INTERNAL.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INTERNAL.addSubnet(net, prefix, 'ipv6');
}
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether `host[:port]` may be spoken to without TLS: this machine, or declared by the user. */
export function mayUsePlainHttp(host: string, insecureHosts: readonly string[]): boolean {
  return insecureHosts.includes(host) || isLoopbackRegistry(host);
}

/** Whether a registry (`host[:port]`) is this machine: localhost, names below it, 127/8, ::1 with brackets or without. */
export function isLoopbackRegistry(registry: string): boolean {
  // The URL parser takes no IPv6 address without brackets.
  const hostname = isIP(registry) === 6 ? registry : URL.parse(`http://${registry}`)?.hostname;
  return hostname !== undefined && (isLocalName(hostname) || isIn(LOOPBACK, hostname));
}

/** What is known of a registry when one of its URLs is judged. */
export interface RegistryOrigin {
  /** Scheme, host and port we speak to. */
  readonly url: URL;
  /** `host[:port]` that may be spoken to without TLS, see `mayUsePlainHttp`. */
  readonly insecureHosts: readonly string[];
  /** Token servers (`host[:port]`) the user vouches for, whatever their address. */
  readonly allowedTokenServers: readonly string[];
}

/**
 * Judges the realm of a Bearer challenge, or the place a token server redirects to. `withSecret` says whether a
 * credential is going to be sent there. Throws `RegistryError` with code `REALM_REFUSED`.
 */
export function checkRealm(realm: string, registry: RegistryOrigin, withSecret: boolean): URL {
  const url = URL.parse(realm);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw refused(registry, 'it is not a plain http(s) URL');
  }
  const server = `token server ${url.host}`;
  if (url.protocol === 'http:' && registry.url.protocol !== 'http:')
    throw refused(registry, `${server} would be asked without TLS`);
  const sameHost = url.hostname === registry.url.hostname;
  const allowed = registry.allowedTokenServers.includes(url.host);
  if (isInternal(url.hostname) && url.host !== registry.url.host && !allowed) {
    throw refused(registry, `${server} is an internal address`, url.host);
  }
  if (withSecret && !sameHost && !allowed && KNOWN_PAIRS.get(registry.url.hostname) !== url.hostname) {
    throw refused(
      registry,
      `${server} is not known to belong to this registry, and a credential would be sent to it`,
      url.host,
    );
  }
  return url;
}

/**
 * Where a redirect of one of our own calls may lead: anywhere over https; to plain http only from plain http, and only
 * to a host that may be spoken to so. Throws `RegistryError` with code `REDIRECT_REFUSED`.
 */
export function checkRedirect(from: URL, location: string, insecureHosts: readonly string[]): URL {
  const to = URL.parse(location, from.href);
  const fail = (why: string) =>
    new RegistryError(`registry ${from.host}: redirect refused: ${why}`, {
      status: 0,
      code: 'REDIRECT_REFUSED',
      host: from.host,
    });
  if (to === null || to.username !== '' || to.password !== '') throw fail('its target is not a plain URL');
  if (to.protocol === 'https:') return to;
  if (to.protocol !== 'http:' || from.protocol !== 'http:' || !mayUsePlainHttp(to.host, insecureHosts)) {
    throw fail(`it leads to ${to.protocol}//${to.host}, away from TLS`);
  }
  return to;
}

/**
 * Where an upload goes on, by the `Location` of an answer: within the registry, or at another host as `checkRedirect`
 * allows and that is no internal one. A registry behind a proxy that ends TLS may not know of it, so plain http to its own
 * name means https. Throws `RegistryError` with code `REDIRECT_REFUSED`.
 */
export function checkLocation(from: URL, location: string): URL {
  const named = URL.parse(location, from.href);
  const isOwn = named?.hostname === from.hostname;
  if (isOwn && named.protocol === 'http:' && from.protocol === 'https:')
    named.href = from.origin + named.pathname + named.search;
  if (named?.origin === from.origin && named.username === '' && named.password === '') return named;
  const url = checkRedirect(from, location, []);
  if (!isOwn && isInternal(url.hostname)) {
    throw new RegistryError(`registry ${from.host}: upload refused: it would go to the internal address ${url.host}`, {
      status: 0,
      code: 'REDIRECT_REFUSED',
      host: from.host,
    });
  }
  return url;
}

function refused(registry: RegistryOrigin, why: string, allowable?: string): RegistryError {
  const {host} = registry.url;
  const hint =
    allowable === undefined
      ? 'ask whoever runs the registry for a token server (realm) with an https URL'
      : `if ${allowable} really issues the tokens of ${host}, name it in the input token-servers`;
  return new RegistryError(`registry ${host}: its token server was refused: ${why}`, {
    status: 0,
    code: 'REALM_REFUSED',
    host,
    hint,
  });
}

function isInternal(hostname: string): boolean {
  return isLocalName(hostname) || isIn(INTERNAL, hostname);
}

function isLocalName(hostname: string): boolean {
  return /^(?:.+\.)?localhost\.?$/i.test(hostname);
}

/** `hostname` as the URL parser left it: shorthand like 127.1 or 0x7f000001 is already written out there. */
function isIn(list: BlockList, hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
