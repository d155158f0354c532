import {describe, expect, it} from '@jest/globals';
import {proxyFor} from '../../src/registry/proxy.ts';

describe('proxyFor', () => {
  const settings = {http: 'http://plain.example:3128', https: 'secure.example:3128'};

  it.each([
    ['https://ghcr.io/v2/', 'http://secure.example:3128'],
    ['http://registry.lan/v2/', 'http://plain.example:3128'],
    ['http://127.0.0.1:5000/v2/', undefined],
    ['https://localhost/v2/', undefined],
    ['http://[::1]:5000/v2/', undefined],
  ])('%s goes through %s', (url, proxy) => {
    expect(proxyFor(new URL(url), settings)).toBe(proxy);
  });

  it('sends https through no proxy that is named for http only', () => {
    expect(proxyFor(new URL('https://ghcr.io/'), {http: 'http://plain.example'})).toBeUndefined();
    expect(proxyFor(new URL('https://ghcr.io/'), {https: ''})).toBeUndefined();
  });

  it.each<readonly [string, string, boolean]>([
    ['*', 'https://ghcr.io/', true],
    ['ghcr.io', 'https://ghcr.io/', true],
    ['GHCR.io', 'https://ghcr.io/', true],
    ['example.com', 'https://a.example.com/', true],
    ['.example.com', 'https://a.example.com/', true],
    ['*.example.com', 'https://a.example.com/', true],
    ['.example.com', 'https://example.com/', false],
    ['ample.com', 'https://example.com/', false],
    ['example.com:8443', 'https://example.com:8443/', true],
    ['example.com:8443', 'https://example.com/', false],
    ['example.com:443', 'https://example.com/', true],
    ['10.0.0.0/8', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['10.0.0.0/99', 'https://10.1.2.3/', false],
    ['fd00::/8', 'https://[fd00::1]/', true],
    ['fd00::1', 'https://[fd00::1]/', true],
    ['[fd00::1]:5000', 'https://[fd00::1]:5000/', true],
    ['other.com, ,ghcr.io', 'https://ghcr.io/', true],
    ['', 'https://ghcr.io/', false],
  ])('except %j: %s is direct: %s', (except, url, isDirect) => {
    expect(proxyFor(new URL(url), {...settings, except}) === undefined).toBe(isDirect);
  });
});
