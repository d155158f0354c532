import {describe, expect, it} from '@jest/globals';
import {parseGitSource} from '../../src/action/git-url.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {formatGitSource, type GitSource} from '../../src/pipeline/git-source.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('a Git context', () => {
  it.each<[string, Partial<GitSource>]>([
    ['https://github.com/octo/app.git', {repository: 'https://github.com/octo/app.git', scheme: 'https'}],
    ['https://github.com/octo/app.git#main', {ref: 'main', directory: undefined}],
    ['https://github.com/octo/app.git#main:app/web/', {ref: 'main', directory: 'app/web'}],
    ['https://github.com/octo/app.git#:app', {ref: undefined, directory: 'app'}],
    ['https://github.com/octo/app.git#main:.', {ref: 'main', directory: undefined}],
    [`https://github.com/octo/app.git#${SHA}:/app`, {ref: SHA, directory: 'app'}],
    ['https://github.com/octo/app.git#refs/pull/7/merge', {ref: 'refs/pull/7/merge'}],
    ['https://git.example:8443/a.git', {host: 'git.example:8443'}],
    ['https://git.example:443/a.git', {host: 'git.example'}],
    ['http://[::1]:3000/a.git', {host: '[::1]:3000', scheme: 'http'}],
    ['git://git.example/a.git#v1', {repository: 'git://git.example/a.git', scheme: 'git', ref: 'v1'}],
    ['github.com/octo/app', {repository: 'https://github.com/octo/app.git'}],
    ['github.com/octo/app.git#v1:d', {repository: 'https://github.com/octo/app.git', ref: 'v1', directory: 'd'}],
    ['git@github.com:octo/app.git#v1', {repository: 'git@github.com:octo/app.git', scheme: 'ssh', ref: 'v1'}],
    ['ssh://git@host.example:2222/a', {repository: 'ssh://git@host.example:2222/a', host: 'host.example:2222'}],
    ['git+ssh://git@host.example/a', {repository: 'ssh://git@host.example/a', scheme: 'ssh'}],
    ['https://h/a.git?ref=main&subdir=d', {ref: 'main', directory: 'd', query: 'ref=main&subdir=d'}],
    ['https://h/a.git?branch=main', {ref: 'refs/heads/main'}],
    ['https://h/a.git?tag=v1&checksum=abcdef12', {ref: 'refs/tags/v1', checksum: 'abcdef12'}],
    ['https://h/a.git?keep-git-dir=1&submodules=false', {keepGit: true, submodules: false}],
  ])('%s', (text, expected) => {
    expect(parseGitSource(text)).toMatchObject(expected);
  });

  it.each([
    '.',
    'src',
    './a:b',
    'a#b',
    'https://example.com/app.tar.gz',
    'https://github.com/octo/app',
    'C:\\x',
    '/a@b',
  ])('is not %s', (text) => expect(parseGitSource(text)).toBeUndefined());

  it.each([
    'file:///etc',
    'ext::sh -c id',
    'fd::7',
    'ftp://h/a.git',
    'https://h/a.git#-x',
    'https://h/a.git#--upload-pack=id',
    'https://h/a.git#+main',
    'https://h/a.git#main:../../etc',
    'https://h/a.git#a b',
    'https://h/a.git#a..b',
    'https://h/a.git#main~1',
    'https://h/a.git#refs/heads/*',
    'ssh://-oProxyCommand=id/a',
    'ssh://%2DoProxyCommand=id/a',
    'ssh://-l@h/a',
    'git@-host:a',
    'git@h:-a',
    'https://me:hunter22@h/a.git',
    'https://hunter22@h/a.git',
    'ssh://git:hunter22@h/a.git',
    'git://hunter22@h/a.git',
    'https://h/a.git?ref=main#dev',
    'https://h/a.git?ref=a&branch=b',
    'https://h/a.git?colour=red',
    'https://h/a.git?checksum=HEAD',
  ])('refuses %s, and repeats no account (hardening E5)', (text) => {
    const failure = (() => {
      try {
        return parseGitSource(text);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(InvalidInput);
    expect(String(failure)).not.toContain('hunter22');
  });

  it.each([
    ['https://h/a.git#main:d', 'https://h/a.git#main:d'],
    ['https://h/a.git', 'https://h/a.git'],
    ['https://h/a.git#:d', 'https://h/a.git#:d'],
    [`https://h/a.git?ref=main&checksum=${SHA}&subdir=d`, `https://h/a.git#${SHA}:d`],
    ['https://h/a.git?branch=main', 'https://h/a.git#refs/heads/main'],
  ])('%s is %s for a builder that knows no queries', (text, expected) => {
    const source = parseGitSource(text) as GitSource;
    expect(formatGitSource(source, 'fragment')).toBe(expected);
    expect(formatGitSource(source, 'query')).toBe(text);
  });
});
