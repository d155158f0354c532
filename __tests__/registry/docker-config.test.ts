/** Real files in a temporary directory; the shapes are those docker login and podman login write. */

import {execFileSync} from 'node:child_process';
import {chmod, mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {decodeEntry, parseDockerConfig, readDockerConfig} from '../../src/registry/docker-config.ts';

const SECRET = 'hunter2hunter2';
let root: string;
let warnings: string[];
const warn = (text: string): void => {
  warnings.push(text);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'docker-config-'));
  warnings = [];
});
afterEach(async () => {
  await rm(root, {recursive: true, force: true});
});

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');

describe('decodeEntry', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['user:password', {auth: base64('user:pass')}, {kind: 'password', username: 'user', password: 'pass'}],
    [
      'a password with colons',
      {auth: base64('user:p~?>w:o/rd')},
      {kind: 'password', username: 'user', password: 'p~?>w:o/rd'},
    ],
    ['trailing NULs', {auth: base64('user:pass\0\0')}, {kind: 'password', username: 'user', password: 'pass'}],
    [
      'letters outside ASCII',
      {auth: base64('üser:pässword')},
      {kind: 'password', username: 'üser', password: 'pässword'},
    ],
    ['line breaks', {auth: 'dXNl\ncjpw\r\nYXNz'}, {kind: 'password', username: 'user', password: 'pass'}],
    ['<token>', {auth: base64('<token>:abc')}, {kind: 'identity-token', token: 'abc'}],
    [
      'an identity token beside',
      {auth: base64('00000000:'), identitytoken: 'abc'},
      {kind: 'identity-token', token: 'abc'},
    ],
    ['a registry token', {registrytoken: 'abc'}, {kind: 'registry-token', token: 'abc'}],
    ['plain fields', {username: 'user', password: 'pass'}, {kind: 'password', username: 'user', password: 'pass'}],
  ])('reads %s', (_name, value, credential) => {
    expect(decodeEntry(value)).toEqual({kind: 'credential', credential});
  });

  it.each([
    ['{}', {}],
    ['only an address', {email: 'x@y'}],
    ['inherited fields', Object.create({auth: base64('u:p')})],
  ])('takes %s for a marker', (_name, value) => {
    expect(decodeEntry(value)).toEqual({kind: 'marker'});
  });

  it.each([
    ['base64url', {auth: 'dXNlcjpwfj8-'}],
    ['no base64', {auth: '%%%%'}],
    ['cut base64', {auth: base64('user:pass').slice(0, -1)}],
    ['no colon', {auth: base64('userpass')}],
    ['no user', {auth: base64(':pass')}],
    ['a text', 'x'],
    ['null', null],
  ])('calls %s malformed', (_name, value) => {
    expect(decodeEntry(value)).toMatchObject({kind: 'malformed'});
  });
});

describe('parseDockerConfig', () => {
  it('takes what it knows and leaves the rest', () => {
    const text = JSON.stringify({
      auths: {'a.io': {}},
      credHelpers: {'b.io': 'x', 'c.io': 1},
      credsStore: 'store',
      proxies: {},
    });
    const config = parseDockerConfig(text, 'title', warn);
    expect(config).toEqual({
      title: 'title',
      auths: new Map([['a.io', {}]]),
      credHelpers: new Map([['b.io', 'x']]),
      credsStore: 'store',
    });
    expect(warnings).toEqual([]);
  });

  it('is not misled by names that mean something to objects', () => {
    const config = parseDockerConfig(
      '{"__proto__": {"credsStore": "evil"}, "auths": {"__proto__": {"auth": "x"}}}',
      'title',
      warn,
    );
    expect(config?.credsStore).toBeUndefined();
    expect([...(config?.auths.keys() ?? [])]).toEqual(['__proto__']);
  });

  it.each([`{"auths": {"a": {"auth": "${SECRET}"`, `${SECRET}`, `["${SECRET}"]`, `"${SECRET}"`, 'null', ''])(
    'E3: warns of %j without showing it',
    (text) => {
      expect(parseDockerConfig(text, 'docker config /x', warn)).toBeUndefined();
      expect(warnings).toEqual([
        expect.stringMatching(/^docker config \/x is not (valid JSON|a JSON object) and is ignored$/),
      ]);
      expect(warnings.join()).not.toContain(SECRET);
    },
  );
});

describe('readDockerConfig', () => {
  const read = (path: string, workspace?: string) => readDockerConfig(path, {workspace, warn});

  it('reads a file', async () => {
    const path = join(root, 'config.json');
    await writeFile(path, '\uFEFF{"auths": {"a.io": {}}}');
    expect((await read(path, join(root, 'workspace')))?.title).toBe(`docker config ${path}`);
    expect(warnings).toEqual([]);
  });

  it.each(['missing.json', 'file/config.json'])('says nothing of a missing %s', async (name) => {
    await writeFile(join(root, 'file'), '');
    expect(await read(join(root, name))).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('E3: takes a file of 1 MiB and refuses a longer one', async () => {
    const path = join(root, 'config.json');
    const text = '{"auths": {}}';
    await writeFile(path, text.padEnd(1024 * 1024, ' '));
    expect(await read(path)).toBeDefined();
    await writeFile(path, text.padEnd(1024 * 1024 + 1, ' '));
    expect(await read(path)).toBeUndefined();
    expect(warnings).toEqual([`docker config ${path} is not a regular file of at most 1 MiB and is ignored`]);
  });

  it('E3: does not wait on a pipe, and refuses a directory', async () => {
    const pipe = join(root, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await read(pipe)).toBeUndefined();
    expect(await read(root)).toBeUndefined();
    expect(warnings).toEqual([
      expect.stringContaining('is not a regular file'),
      expect.stringContaining('is not a regular file'),
    ]);
  });

  const asUser = process.getuid?.() === 0 ? it.skip : it;
  asUser('warns of a file it may not read (skipped for root, who may read all)', async () => {
    const path = join(root, 'config.json');
    await writeFile(path, '{}');
    await chmod(path, 0o000);
    expect(await read(path)).toBeUndefined();
    expect(warnings).toEqual([`docker config ${path} cannot be read (EACCES) and is ignored`]);
  });

  describe('T32, E1: inside of the workspace', () => {
    const content = JSON.stringify({
      auths: {'a.io': {auth: base64('u:p')}},
      credsStore: 'evil',
      credHelpers: {'b.io': 'evil'},
    });

    it.each(['as a file', 'behind a link out of the workspace', 'behind a link into the workspace'])(
      '%s, warns and drops helpers, keeps auths',
      async (how) => {
        const [workspace, outside] = [join(root, 'workspace'), join(root, 'outside')];
        await mkdir(workspace);
        await mkdir(outside);
        await writeFile(join(how.includes('out of') ? outside : workspace, 'config.json'), content);
        let path = join(workspace, 'config.json');
        if (how.includes('out of')) await symlink(join(outside, 'config.json'), path);
        if (how.includes('into')) {
          path = join(outside, 'config.json');
          await symlink(join(workspace, 'config.json'), path);
        }
        const config = await read(path, workspace);
        expect(config).toMatchObject({credsStore: undefined, credHelpers: new Map()});
        expect([...(config?.auths.keys() ?? [])]).toEqual(['a.io']);
        expect(warnings).toEqual([
          expect.stringMatching(/lies in the workspace, .*; the credential helpers it names are not run$/),
        ]);
      },
    );

    it('does not take a neighbour with a longer name for the workspace', async () => {
      await mkdir(join(root, 'workspace2'));
      const path = join(root, 'workspace2', 'config.json');
      await writeFile(path, content);
      expect((await read(path, join(root, 'workspace')))?.credsStore).toBe('evil');
      expect(warnings).toEqual([]);
    });
  });
});
