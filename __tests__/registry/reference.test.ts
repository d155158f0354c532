/** Rows named after the tests of github.com/distribution/reference they come from; the departures have their own table. */

import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  familiarRepository,
  formatFamiliar,
  formatReference,
  InvalidReference,
  parseReference,
  registryHost,
  withDefaultTag,
} from '../../src/registry/reference.ts';

const F = `sha256:${'f'.repeat(64)}`;
const A256 = 'a/'.repeat(127);

describe('parseReference splits', () => {
  // TestReferenceParse, read with normalisation.
  const rows: readonly (readonly [string, string, string, (string | undefined)?, string?])[] = [
    ['test_com', 'docker.io', 'library/test_com'],
    ['test.com:tag', 'docker.io', 'library/test.com', 'tag'],
    ['test.com:5000', 'docker.io', 'library/test.com', '5000'],
    ['test.com/repo:tag', 'test.com', 'repo', 'tag'],
    ['test:5000/repo', 'test:5000', 'repo'],
    ['test:5000/repo:tag', 'test:5000', 'repo', 'tag'],
    [`test:5000/repo@${F}`, 'test:5000', 'repo', undefined, F],
    [`test:5000/repo:tag@${F}`, 'test:5000', 'repo', 'tag', F],
    ['lowercase:Uppercase', 'docker.io', 'library/lowercase', 'Uppercase'],
    [`${A256}a:tag-puts-this-over-max`, 'docker.io', `${A256}a`, 'tag-puts-this-over-max'],
    ['sub-dom1.foo.com/bar/baz/quux', 'sub-dom1.foo.com', 'bar/baz/quux'],
    ['sub-dom1.foo.com/bar/baz/quux:some-long-tag', 'sub-dom1.foo.com', 'bar/baz/quux', 'some-long-tag'],
    ['b.gcr.io/test.example.com/my-app:test.example.com', 'b.gcr.io', 'test.example.com/my-app', 'test.example.com'],
    ['xn--n3h.com/myimage:xn--n3h.com', 'xn--n3h.com', 'myimage', 'xn--n3h.com'],
    ['foo_bar.com:8080', 'docker.io', 'library/foo_bar.com', '8080'],
    ['foo/foo_bar.com:8080', 'docker.io', 'foo/foo_bar.com', '8080'],
    ['192.168.1.1', 'docker.io', 'library/192.168.1.1'],
    ['192.168.1.1:5000', 'docker.io', 'library/192.168.1.1', '5000'],
    ['192.168.1.1/repo', '192.168.1.1', 'repo'],
    ['192.168.1.1:5000/repo:5050', '192.168.1.1:5000', 'repo', '5050'],
    ['[2001:db8::1]/repo', '[2001:db8::1]', 'repo'],
    ['[2001:db8:1:2:3:4:5:6]/repo:tag', '[2001:db8:1:2:3:4:5:6]', 'repo', 'tag'],
    ['[2001:db8::1]:5000/repo:tag', '[2001:db8::1]:5000', 'repo', 'tag'],
    [`[2001:db8::1]:5000/repo:tag@${F}`, '[2001:db8::1]:5000', 'repo', 'tag', F],
    ['[2001:db8::]:5000/repo', '[2001:db8::]:5000', 'repo'],
    ['[::1]:5000/repo', '[::1]:5000', 'repo'],
    // TestReferenceRegexp
    [`localhost:8080@${F}`, 'docker.io', 'library/localhost', '8080', F],
    [`localhost:8080/name@${F}`, 'localhost:8080', 'name', undefined, F],
    [`localhost@${F}`, 'docker.io', 'library/localhost', undefined, F],
    // TestFullNameRegexp
    [
      'registry.io/foo/project--id.module--name.ver---sion--name',
      'registry.io',
      'foo/project--id.module--name.ver---sion--name',
    ],
    ['Asdf.com/foo/bar', 'Asdf.com', 'foo/bar'],
    ['example.com/some_separator__underscore/myimage', 'example.com', 'some_separator__underscore/myimage'],
    // TestNormalizedSplitHostname
    ['test_com/foo', 'docker.io', 'test_com/foo'],
    ['docker/migrator', 'docker.io', 'docker/migrator'],
    ['test-com:8080/foo', 'test-com:8080', 'foo'],
    ['docker.io/foo', 'docker.io', 'library/foo'],
    ['docker.io/library/foo', 'docker.io', 'library/foo'],
    ['docker.io/library/foo/bar', 'docker.io', 'library/foo/bar'],
    ['index.docker.io/debian', 'docker.io', 'library/debian'],
    ['localhost/foo', 'localhost', 'foo'],
    // TestValidateReferenceName and TestValidateRemoteName
    [
      'thisisthesongthatneverendsitgoesonandonandonthisisthesongthatnev',
      'docker.io',
      'library/thisisthesongthatneverendsitgoesonandonandonthisisthesongthatnev',
    ],
    [`docker.io/${'1a3f5e7d'.repeat(8)}`, 'docker.io', `library/${'1a3f5e7d'.repeat(8)}`],
    ['docker---rules/docker', 'docker.io', 'docker---rules/docker'],
    ['dock__er/docker', 'docker.io', 'dock__er/docker'],
    ['d/docker', 'docker.io', 'd/docker'],
    ['jess/t', 'docker.io', 'jess/t'],
  ];
  it.each(rows.map(([text, registry, path, tag, digest]) => ({text, registry, path, tag, digest})))('$text', (row) => {
    const {text, registry, path, tag, digest} = row;
    const expected = {registry, path, ...(tag !== undefined && {tag}), ...(digest !== undefined && {digest})};
    expect(parseReference(text)).toEqual(expected);
  });
});

describe('parseReference refuses', () => {
  const rows: readonly (readonly [string, RegExp, number?])[] = [
    // TestReferenceParse
    ['', /it is empty/],
    [':justtag', /repository name is missing/, 0],
    [`@${F}`, /repository name is missing/, 0],
    ['repo@sha256:ffffffffffffffffffffffffffffffffff', /34 digits, not 64/, 5],
    [`validname@invaliddigest:${'f'.repeat(128)}`, /algorithm "invaliddigest" is not supported/, 10],
    ['Uppercase:tag', /must be lower case/, 0],
    ['test:5000/Uppercase/lowercase:tag', /must be lower case/, 10],
    [`${'a/'.repeat(128)}a:tag`, /the repository path has 257 characters, the limit is 255/],
    ['aa/asdf$$^/aa', /"asdf\$\$\^" is not a valid repository part/, 7],
    ['[2001:db8::1]', /is not a valid repository part/],
    ['[2001:db8::1]:5000', /is not a valid repository part/],
    ['[fe80::1%eth0]:5000/repo', /"\[fe80::1%eth0\]:5000" is not a valid registry host/, 0],
    ['[fe80::1%@invalidzone]:5000/repo', /not a valid/],
    // TestReferenceRegexp
    ['registry.com:8080/myapp@sha256:badbadbadbad', /12 digits/],
    ['registry.com:8080/myapp:invalid~tag', /"invalid~tag" is not a valid tag/, 31],
    ['bad_hostname.com:8080/myapp:tag', /"bad_hostname.com:8080" is not a valid registry host/],
    ['localhost:http/name', /"localhost:http" is not a valid registry host/],
    ['registry.com:8080/myapp@bad', /no algorithm/],
    // TestValidateReferenceName and TestValidateRemoteName
    ['https://github.com/docker/docker', /starts with a scheme/, 0],
    ['docker/Docker', /must be lower case/, 7],
    ['-docker', /is not a valid repository part/, 0],
    ['-docker/docker', /is not a valid repository part/, 0],
    ['-docker.io/docker/docker', /is not a valid registry host/],
    ['docker///docker', /part between slashes is empty/, 7],
    ['docker.io/docker/Docker', /must be lower case/, 17],
    ['docker.io/docker///docker', /part between slashes is empty/],
    ['fc00::1:5000/debian', /is not a valid registry host/],
    ['[2001:db8:3:4::192.0.2.33]:5000/debian', /is not a valid registry host/],
    ['1a3f5e7d'.repeat(8), /it is an image id/],
    ['docker-/docker', /is not a valid repository part/, 6],
    ['____/____', /is not a valid repository part/],
    ['_docker/_docker', /is not a valid repository part/],
    ['dock..er/docker', /contains "\.\."/, 4],
    ['dock_.er/docker', /is not a valid registry host/],
    ['dock-.er/docker', /is not a valid registry host/],
    ['docker/', /part between slashes is empty/, 7],
    ['test.com/', /repository name is missing/, 9],
    ['busybox:-foo', /"-foo" is not a valid tag/, 8],
    // ours
    ['a/b:', /the tag after ":" is empty/, 4],
    ['a/b:.x', /is not a valid tag/, 4],
    [`a/b:${'x'.repeat(129)}`, /longer than 128 characters/],
    ['a/b:feature/x', /"feature\/x" is not a valid tag/, 11],
    ['a/b@', /no algorithm/],
    [`a/b@${F}@${F}`, /digits, not 64|hexadecimal/],
  ];
  it.each(rows.map(([text, reason, position]) => ({text, reason, position})))('$text', ({text, reason, position}) => {
    const error = invalid(text);
    expect(error.message).toMatch(reason);
    expect(error.message).toContain(JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text));
    if (position !== undefined) {
      expect(error.position).toBe(position);
      expect(error.message).toContain(`(at character ${position + 1})`);
    }
  });

  it.each([
    ['a line feed', 'ghcr.io/a/b\n:1'],
    ['a carriage return', 'ghcr.io/a/b:1\r'],
    ['a request split', 'ghcr.io/a/b:1 HTTP/1.1\r\nX-Evil: 1'],
    ['NUL', 'ghcr.io/a\0/b'],
    ['a tab', 'ghcr.io/a\t/b'],
    ['a space at the end', 'ghcr.io/a/b:1 '],
    ['a letter outside ASCII', 'ghcr.io/ä/b'],
    ['a look-alike slash', 'ghcr.io\u2215a/b'],
    ['".." in the path', 'ghcr.io/../b'],
    ['".." in the tag', 'ghcr.io/a/b:1..2'],
    ['an encoded slash', 'ghcr.io/a%2fb'],
    ['a query', 'ghcr.io/a?b'],
    ['a fragment', 'ghcr.io/a#b'],
    ['a backslash', 'ghcr.io\\a/b'],
    ['user information', 'u:p@ghcr.io/a'],
    ['10,000 characters', 'a'.repeat(10_000)],
    ['10,000 separators', `a${'-'.repeat(10_000)}`],
  ])('R4: %s, in one line of message', (_name, text) => {
    const {message} = invalid(text);
    expect(message).toMatch(/^[\x20-\x7e\u2026ä\u2215]+$/);
    expect(message.length).toBeLessThan(500);
  });
});

describe('departures from the upstream grammar', () => {
  it.each([
    // Upstream reads the first part as a host there, and a push would look it up.
    ['Docker/docker', /must be lower case/],
    ['FOO/bar', /must be lower case/],
    ['192.168.1.1:750050/a', /"750050" is not a port/],
    ['999.168.1.1/a', /"999.168.1.1" is not a valid registry host/],
    ['[fd00123123123]:5000/a', /is not a valid registry host/],
    ['registry.1/a', /"registry.1" is not a valid registry host/],
    [`xn--7o8h.com/myimage@sha512:${'f'.repeat(128)}`, /algorithm "sha512" is not supported/],
    [F, /it is an image id or digest/],
    ['a:1..2', /contains "\.\."/],
  ])('%s is refused', (text, reason) => {
    expect(invalid(text).message).toMatch(reason);
  });
});

describe('a name with capitals', () => {
  it.each([
    ['ghcr.io/MyOrg/My-App:V1', 'ghcr.io/myorg/my-app:V1', 8],
    ['MyOrg/app', 'myorg/app', 0],
    ['ghcr.io/MyOrg/app', 'ghcr.io/myorg/app', 8],
    [`localhost:5000/A/b:C@${F}`, `localhost:5000/a/b:C@${F}`, 15],
  ])('%s: the message shows where, the hint what to write', (text, better, position) => {
    const {hint, position: told} = invalid(text);
    expect(told).toBe(position);
    expect(hint).toContain(`use "${better}"`);
    expect(hint).toContain('GITHUB_REPOSITORY');
    expect(parseReference(better).tag).toBe(/:([^:/@]+)(?:@.*)?$/.exec(text)?.[1]);
  });
});

describe('formats', () => {
  // TestParseRepositoryInfo
  it.each([
    ['fooo/bar', 'fooo/bar', 'docker.io/fooo/bar'],
    ['index.docker.io/fooo/bar', 'fooo/bar', 'docker.io/fooo/bar'],
    ['library/ubuntu', 'ubuntu', 'docker.io/library/ubuntu'],
    ['other/library', 'other/library', 'docker.io/other/library'],
    ['127.0.0.1:8000/private/moonbase', '127.0.0.1:8000/private/moonbase', '127.0.0.1:8000/private/moonbase'],
    ['example.com/privatebase', 'example.com/privatebase', 'example.com/privatebase'],
    ['ubuntu-12.04-base', 'ubuntu-12.04-base', 'docker.io/library/ubuntu-12.04-base'],
    ['library/foo/bar', 'library/foo/bar', 'docker.io/library/foo/bar'],
    ['store/foo/bar', 'store/foo/bar', 'docker.io/store/foo/bar'],
  ])('%s: familiar %s, full %s', (text, familiar, full) => {
    const reference = parseReference(text);
    expect(familiarRepository(reference)).toBe(familiar);
    expect(formatReference(reference)).toBe(full);
    const tagged = parseReference(`${text}:1@${F}`);
    expect(formatFamiliar(tagged)).toBe(`${familiar}:1@${F}`);
    expect(formatReference(tagged)).toBe(`${full}:1@${F}`);
  });

  it('keeps the registry where the familiar form would be read as another host', () => {
    expect(formatFamiliar(parseReference('docker.io/a.b/c:1'))).toBe('docker.io/a.b/c:1');
  });

  it('reads back both forms of every reference', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,6}(?:(?:[._]|__|-{1,3})[a-z0-9]{1,6}){0,2}$/);
    const registry = fc.constantFrom(
      'docker.io',
      'ghcr.io',
      'localhost',
      'localhost:5000',
      '127.0.0.1:5000',
      '[::1]:80',
      'Host.example',
    );
    const path = fc.array(part, {minLength: 1, maxLength: 4}).map((parts) => parts.join('/'));
    const tag = fc.option(fc.stringMatching(/^\w(?:[\w-]|\.\w){0,20}$/), {nil: undefined});
    const digest = fc.option(fc.constant(F), {nil: undefined});
    fc.assert(
      fc.property(registry, path, tag, digest, (host, name, tagText, digestText) => {
        const text = `${host}/${name}${tagText === undefined ? '' : `:${tagText}`}${digestText === undefined ? '' : `@${digestText}`}`;
        const reference = parseReference(text);
        expect(parseReference(formatReference(reference))).toEqual(reference);
        expect(parseReference(formatFamiliar(reference))).toEqual(reference);
        expect(formatReference(reference).endsWith(text.slice(host.length + 1))).toBe(true);
      }),
    );
  });
});

describe('changes', () => {
  it('adds latest only where nothing is named', () => {
    expect(withDefaultTag(parseReference('a/b'))).toEqual({registry: 'docker.io', path: 'a/b', tag: 'latest'});
    expect(withDefaultTag(parseReference('a/b:1')).tag).toBe('1');
    expect(withDefaultTag(parseReference(`a/b@${F}`)).tag).toBeUndefined();
  });

  it.each([
    ['busybox', 'registry-1.docker.io'],
    ['ghcr.io/a/b', 'ghcr.io'],
    ['127.0.0.1:5000/a', '127.0.0.1:5000'],
  ])('%s is served by %s', (text, host) => {
    expect(registryHost(parseReference(text))).toBe(host);
  });
});

function invalid(text: string): InvalidReference {
  try {
    parseReference(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidReference);
    return error as InvalidReference;
  }
  throw new Error(`${text} was accepted`);
}
