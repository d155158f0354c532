import {describe, expect, it} from '@jest/globals';
import {RegistryError} from '../../src/registry/errors.ts';
import {
  checkLocation,
  checkRealm,
  checkRedirect,
  isLoopbackRegistry,
  mayUsePlainHttp,
} from '../../src/registry/origin.ts';

const registry = (url: string, allowedTokenServers: readonly string[] = []) => ({
  url: new URL(url),
  insecureHosts: [],
  allowedTokenServers,
});
const secure = registry('https://registry.example.com');
const local = registry('http://127.0.0.1:5000');

describe('T8, R3: a realm is refused', () => {
  it.each([
    ['link-local metadata', 'https://169.254.169.254/token'],
    ['loopback', 'https://127.0.0.1/token'],
    ['loopback, short', 'https://127.1/token'],
    ['loopback, hexadecimal', 'https://0x7f000001/token'],
    ['loopback, decimal', 'https://2130706433/token'],
    ['loopback, octal', 'https://0177.0.0.1/token'],
    ['loopback, IPv6', 'https://[::1]/token'],
    ['loopback, IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/token'],
    ['loopback, by name', 'https://localhost/token'],
    ['loopback, by name below', 'https://x.localhost/token'],
    ['loopback, by name with dot', 'https://localhost./token'],
    ['unspecified', 'https://0.0.0.0/token'],
    ['unspecified, IPv6', 'https://[::]/token'],
    ['unique local', 'https://[fd00::1]/token'],
    ['link-local, IPv6', 'https://[fe80::1]/token'],
    ['multicast', 'https://224.0.0.1/token'],
    ['multicast, IPv6', 'https://[ff02::1]/token'],
    ['private 10', 'https://10.1.2.3/token'],
    ['private 172', 'https://172.16.0.1/token'],
    ['private 192', 'https://192.168.1.1/token'],
    ['private, IPv4 in IPv6', 'https://[::ffff:10.0.0.1]/token'],
    ['carrier-grade', 'https://100.64.0.1/token'],
    ['no TLS', 'http://registry.example.com/token'],
    ['another scheme', 'ftp://registry.example.com/token'],
    ['a file', 'file:///etc/passwd'],
    ['user information', 'https://u:p@registry.example.com/token'],
    ['no URL', 'token'],
    ['nothing', ''],
  ])('%s, with a credential and without', (_name, realm) => {
    for (const withSecret of [true, false]) {
      const attempt = () => checkRealm(realm, secure, withSecret);
      expect(attempt).toThrow(RegistryError);
      expect(attempt).toThrow(
        expect.objectContaining({
          code: 'REALM_REFUSED',
          status: 0,
          host: 'registry.example.com',
          hint: expect.any(String),
        }),
      );
    }
  });

  it.each([
    ['another port of a local registry', 'http://127.0.0.1:5001/token', local],
    ['a name of this machine for its address', 'http://localhost:5000/token', local],
    ['another address of this machine', 'http://127.0.0.2:5000/token', local],
  ])('%s', (_name, realm, origin) => {
    expect(() => checkRealm(realm, origin, false)).toThrow('is an internal address');
  });

  it.each([
    ['https://evil.example/token'],
    ['https://auth.example.com/token'],
    ['https://registry.example.com.evil.example/token'],
    ['https://auth.docker.io/token'],
  ])('%s is another host: anonymous only', (realm) => {
    expect(() => checkRealm(realm, secure, true)).toThrow(/is not known to belong to this registry/);
    expect(checkRealm(realm, secure, false).href).toBe(realm);
  });
});

describe('R3: a realm is accepted', () => {
  it.each([
    ['https://registry.example.com/token', secure],
    ['https://registry.example.com:8443/token', secure],
    ['https://auth.docker.io/token', registry('https://registry-1.docker.io')],
    ['https://gitlab.com/jwt/auth', registry('https://registry.gitlab.com')],
    ['https://api.digitalocean.com/v2/registry/auth', registry('https://registry.digitalocean.com')],
    ['http://127.0.0.1:5000/token', local],
    ['https://10.0.0.5:5000/token', registry('https://10.0.0.5:5000')],
    ['https://auth.example.com/token', registry('https://registry.example.com', ['auth.example.com'])],
    ['http://127.0.0.1:5001/token', registry('http://127.0.0.1:5000', ['127.0.0.1:5001'])],
    ['https://[fd00::5]/token', registry('https://registry.example.com', ['[fd00::5]'])],
  ])('%s', (realm, origin) => {
    expect(checkRealm(realm, origin, true).href).toBe(realm);
  });
});

describe('R2: checkRedirect', () => {
  const https = new URL('https://registry.example.com/v2/a/manifests/1');
  const http = new URL('http://127.0.0.1:5000/v2/a/manifests/1');

  it.each([
    [https, 'https://cdn.example.net/x', 'https://cdn.example.net/x'],
    [https, '/other?x=1', 'https://registry.example.com/other?x=1'],
    [https, '2', 'https://registry.example.com/v2/a/manifests/2'],
    [https, '//cdn.example.net/x', 'https://cdn.example.net/x'],
    [http, '/other', 'http://127.0.0.1:5000/other'],
    [http, 'https://cdn.example.net/x', 'https://cdn.example.net/x'],
    [http, 'http://localhost:9000/x', 'http://localhost:9000/x'],
  ])('from %s to %s', (from, location, target) => {
    expect(checkRedirect(from, location, []).href).toBe(target);
  });

  it.each([
    [https, 'http://registry.example.com/x', /away from TLS/],
    [https, 'http://127.0.0.1/x', /away from TLS/],
    [http, 'http://example.com/x', /away from TLS/],
    [https, 'file:///etc/passwd', /away from TLS/],
    [https, 'https://u:p@registry.example.com/', /not a plain URL/],
    [https, 'http://', /not a plain URL/],
  ])('from %s not to %s', (from, location, reason) => {
    const attempt = () => checkRedirect(from, location, []);
    expect(attempt).toThrow(reason);
    expect(attempt).toThrow(expect.objectContaining({code: 'REDIRECT_REFUSED'}));
  });

  it('lets a declared host be reached without TLS, from plain http', () => {
    expect(checkRedirect(http, 'http://mirror.lan:80/x', ['mirror.lan']).host).toBe('mirror.lan');
  });
});

describe('R2: where an upload goes on', () => {
  const https = new URL('https://registry.example.com/v2/a/blobs/uploads/');
  const http = new URL('http://127.0.0.1:5000/v2/a/blobs/uploads/');

  it.each([
    [https, '/v2/a/blobs/uploads/1?_state=x', 'https://registry.example.com/v2/a/blobs/uploads/1?_state=x'],
    [https, 'https://storage.example.net/1', 'https://storage.example.net/1'],
    // A registry that does not know of the TLS before it.
    [https, 'http://registry.example.com/v2/1?x=1', 'https://registry.example.com/v2/1?x=1'],
    [https, 'http://registry.example.com:80/v2/1', 'https://registry.example.com/v2/1'],
    [http, 'http://127.0.0.1:5000/v2/1', 'http://127.0.0.1:5000/v2/1'],
    [http, 'http://127.0.0.1:9000/v2/1', 'http://127.0.0.1:9000/v2/1'],
  ])('from %s to %s', (from, location, target) => {
    expect(checkLocation(from, location).href).toBe(target);
  });

  it.each([
    [https, 'http://storage.example.net/1'],
    [https, 'https://169.254.169.254/1'],
    [https, 'https://127.0.0.1/1'],
    [https, 'https://10.0.0.1/1'],
    [https, 'https://[fd00::1]/1'],
    [https, 'https://u:p@registry.example.com/1'],
    [https, 'file:///etc/passwd'],
    [http, 'http://example.com/1'],
  ])('from %s not to %s', (from, location) => {
    expect(() => checkLocation(from, location)).toThrow(expect.objectContaining({code: 'REDIRECT_REFUSED'}));
  });
});

describe('mayUsePlainHttp', () => {
  it.each([
    'localhost',
    'localhost:5000',
    'a.localhost',
    '127.0.0.1:5000',
    '127.8.9.1',
    '[::1]:5000',
    'registry.lan:5000',
  ])('%s may', (host) => {
    expect(mayUsePlainHttp(host, ['registry.lan:5000'])).toBe(true);
  });

  it.each([
    'ghcr.io',
    'registry.lan',
    'registry.lan:5001',
    '10.0.0.1:5000',
    'localhost.example.com',
    '[::2]:5000',
    '0.0.0.0:5000',
  ])('%s may not', (host) => {
    expect(mayUsePlainHttp(host, ['registry.lan:5000'])).toBe(false);
  });
});

describe('isLoopbackRegistry', () => {
  it.each([
    'localhost',
    'localhost:5000',
    'LocalHost:5000',
    'a.localhost',
    '127.0.0.1',
    '127.0.0.1:5000',
    '127.255.0.9:80',
    '::1',
    '[::1]',
    '[::1]:5000',
  ])('%s is this machine', (registry) => {
    expect(isLoopbackRegistry(registry)).toBe(true);
  });

  it.each([
    'ghcr.io',
    'docker.io',
    'localhost.example.com:5000',
    'notlocalhost',
    '127.0.0.1.example.com',
    '10.0.0.1:5000',
    '128.0.0.1',
    '[::2]:5000',
    'fd00::1',
    '0.0.0.0:5000',
    'localhost:99999',
    '',
  ])('%j is not', (registry) => {
    expect(isLoopbackRegistry(registry)).toBe(false);
  });
});
