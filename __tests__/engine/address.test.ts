import {describe, expect, it} from '@jest/globals';
import {formatAddress, parseAddress} from '../../src/engine/address.ts';
import {InvalidAddress} from '../../src/engine/errors.ts';

const plain = {tls: false, allowPlain: false};
const ssh = (host: string, more: {user?: string; port?: number; path?: string} = {}) => ({kind: 'ssh', host, ...more});
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
    ['ssh://build.example', plain, ssh('build.example')],
    ['ssh://ci@build.example:2222', plain, ssh('build.example', {user: 'ci', port: 2222})],
    ['ssh://host/', plain, ssh('host')],
    ['ssh://host/run/user/1000/docker.sock', plain, ssh('host', {path: '/run/user/1000/docker.sock'})],
    ['SSH://u%40realm@[::1]:22/a', plain, ssh('::1', {user: 'u@realm', port: 22, path: '/a'})],
    ['npipe:////./pipe/docker_engine', plain, {kind: 'npipe', path: '\\\\.\\pipe\\docker_engine'}],
  ])('reads %s', (text, options, expected) => {
    expect(parseAddress(text, options)).toEqual(expected);
  });

  it.each([
    ['ssh://', 'is not ssh://'],
    ['ssh://host:0', 'is not ssh://'],
    ['ssh://host:70000', 'is not ssh://'],
    ['ssh://ci:secret@host', 'a user, a host, a port'],
    ['ssh://-oProxyCommand=touch%20x/a', 'a host that ssh is not given'],
    ['ssh://-l@host', 'a user that ssh is not given'],
    ['ssh://%2Doption@host', 'a user that ssh is not given'],
    ['ssh://@host', 'a user that ssh is not given'],
    ['ssh://a b', 'a host that ssh is not given'],
    ['ssh://host?x', 'a host that ssh is not given'],
    ['ssh://host/a;reboot', 'characters that a shell'],
    ['ssh://host/$(reboot)', 'characters that a shell'],
    ['ssh://host/a b', 'characters that a shell'],
    ["ssh://host/a'b", 'characters that a shell'],
    ['npipe:////elsewhere/pipe/docker_engine', 'no pipe of this machine'],
    ['npipe://docker_engine', 'no pipe of this machine'],
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

  it.each([
    'tcp://user:hunter22@host',
    'ssh://user:hunter22@host',
    'ssh://user:hunter22@host:x/y',
    'ssh://user:hunt/hunter22@host',
    'ssh://user:22/hunter22!@host',
    'ssh://user:hunter22@',
  ])('never repeats a password that was put into an address: %s', (text) => {
    expect(() => parseAddress(text, plain)).toThrow(InvalidAddress);
    expect(() => parseAddress(text, plain)).not.toThrow('hunter22');
  });

  it.each(['tcp://docker:2375', 'tcp://10.0.0.1', 'http://example.test:2375', 'tcp://0.0.0.0:2375'])(
    'refuses another machine without TLS: %s (hardening R1)',
    (text) => {
      expect(() => parseAddress(text, plain)).toThrow('without TLS');
    },
  );

  it.each([
    'unix:///a/b.sock',
    'tcp://127.0.0.1:2375/base',
    'https://h:2376',
    'tcp://[::1]:1',
    'ssh://host',
    'ssh://ci@host:22/run/docker.sock',
    'ssh://u%40realm@[fe80::1]:22',
    'npipe:////./pipe/docker_engine',
  ])('%s survives formatting', (text) => {
    const address = parseAddress(text, plain);
    expect(formatAddress(address)).toBe(text);
    expect(parseAddress(formatAddress(address), plain)).toEqual(address);
  });
});
