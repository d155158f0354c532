import {describe, expect, it} from '@jest/globals';
import {formatAddress, parseAddress} from '../../src/engine/address.ts';
import {InvalidAddress} from '../../src/engine/errors.ts';

const plain = {tls: false, allowPlain: false};
const tcp = (host: string, port: number, tls = false, basePath = '') => ({kind: 'tcp', host, port, tls, basePath});

describe('parseAddress', () => {
  it.each([
    ['unix:///var/run/docker.sock', plain, {kind: 'unix', path: '/var/run/docker.sock'}],
    ['/run/x.sock', plain, {kind: 'unix', path: '/run/x.sock'}],
    ['tcp://127.0.0.1:2375', plain, tcp('127.0.0.1', 2375)],
    ['tcp://localhost', plain, tcp('localhost', 2375)],
    ['tcp://[::1]:4243', plain, tcp('::1', 4243)],
    ['tcp://127.0.0.1:80', plain, tcp('127.0.0.1', 80)],
    ['tcp://127.0.0.1:2375/base/', plain, tcp('127.0.0.1', 2375, false, '/base')],
    ['tcp://docker:2376', {tls: true, allowPlain: false}, tcp('docker', 2376, true)],
    ['tcp://docker', {tls: true, allowPlain: false}, tcp('docker', 2376, true)],
    ['https://docker:443', plain, tcp('docker', 443, true)],
    ['http://127.0.0.1:5', {tls: true, allowPlain: false}, tcp('127.0.0.1', 5)],
    ['tcp://docker:2375', {tls: false, allowPlain: true}, tcp('docker', 2375)],
  ])('reads %s', (text, options, expected) => {
    expect(parseAddress(text, options)).toEqual(expected);
  });

  it.each([
    ['ssh://host', 'not supported yet'],
    ['npipe:////./pipe/docker_engine', 'not supported yet'],
    ['fd://', 'daemon'],
    ['docker:2375', 'no known form'],
    ['unix://relative.sock', 'absolute'],
    ['tcp://user:secret@host', 'a host, a port and a path only'],
    ['tcp://127.0.0.1:x', 'not a URL'],
    ['unix:///a\nb', 'control character'],
  ])('refuses %s and says why', (text, why) => {
    expect(() => parseAddress(text, plain)).toThrow(InvalidAddress);
    expect(() => parseAddress(text, plain)).toThrow(why);
  });

  it('never repeats a password that was put into an address', () => {
    expect(() => parseAddress('tcp://user:hunter22@host', plain)).not.toThrow('hunter22');
  });

  it.each(['tcp://docker:2375', 'tcp://10.0.0.1', 'http://example.test:2375', 'tcp://0.0.0.0:2375'])(
    'refuses another machine without TLS: %s (hardening R1)',
    (text) => {
      expect(() => parseAddress(text, plain)).toThrow('without TLS');
    },
  );

  it.each(['unix:///a/b.sock', 'tcp://127.0.0.1:2375/base', 'https://h:2376', 'tcp://[::1]:1'])(
    '%s survives formatting',
    (text) => {
      const address = parseAddress(text, plain);
      expect(parseAddress(formatAddress(address), plain)).toEqual(address);
    },
  );
});
