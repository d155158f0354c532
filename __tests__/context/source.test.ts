import {chmodSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {type ContextOptions, listForTar, openContext} from '../../src/context/source.ts';
import {extract, makeTree, NEVER, namesIn, removeTree, tar, tempDirectory} from './trees.ts';

let temp: string;
beforeEach(() => {
  temp = tempDirectory();
});
afterEach(() => removeTree(temp));

const at = (path: string) => join(temp, path);
/** Opened and listed. */
async function open(options: Partial<ContextOptions> = {}, signal: AbortSignal = NEVER) {
  const context = await openContext({directory: at('ctx'), file: undefined, ...options});
  const source = context.dockerfile.kind === 'loose' ? undefined : context.dockerfile.source;
  return {...(await listForTar(context, signal)), ignoreFile: context.ignore.file, dockerfileSource: source};
}

describe('a build context', () => {
  it('is what the ignore file leaves, and the Dockerfile and the ignore file in any case', async () => {
    makeTree(temp, {
      'ctx/.dockerignore': 'Dockerfile\n.dockerignore\n*.log\n',
      'ctx/Dockerfile': 'FROM scratch\nCOPY . /\n',
      'ctx/a.log': '',
      'ctx/src/a.ts': 'code',
    });
    const context = await open();
    expect(context).toMatchObject({
      dockerfile: 'Dockerfile',
      dockerfileSource: at('ctx/Dockerfile'),
      entries: 4,
      bytes: 31 + 22 + 4,
      warnings: [],
      ignoreFile: at('ctx/.dockerignore'),
      unhidden: ['.dockerignore', 'Dockerfile'],
    });
    expect(await namesIn(context.pack(NEVER))).toEqual(['.dockerignore', 'Dockerfile', 'src/', 'src/a.ts']);
  });

  it('without an ignore file is all there is', async () => {
    makeTree(temp, {'ctx/Dockerfile': '', 'ctx/a': ''});
    expect(await open()).toMatchObject({entries: 2, ignoreFile: undefined, unhidden: []});
  });

  it('takes the ignore file of the Dockerfile first', async () => {
    makeTree(temp, {
      'ctx/.dockerignore': 'a',
      'ctx/web.Dockerfile': '',
      'ctx/web.Dockerfile.dockerignore': 'b',
      'ctx/a': '',
      'ctx/b': '',
    });
    const context = await open({file: at('ctx/web.Dockerfile')});
    expect(context.ignoreFile).toBe(at('ctx/web.Dockerfile.dockerignore'));
    expect(await namesIn(context.pack(NEVER))).toEqual([
      '.dockerignore',
      'a',
      'web.Dockerfile',
      'web.Dockerfile.dockerignore',
    ]);
  });

  it('that is a link is resolved once (C3)', async () => {
    makeTree(temp, {'real/Dockerfile': '', ctx: {link: 'real'}});
    expect(await namesIn((await open()).pack(NEVER))).toEqual(['Dockerfile']);
  });

  it('gives the same bytes each time it is opened and packed', async () => {
    makeTree(temp, {'ctx/a': 'x', 'ctx/.dockerignore': 'b', 'docker/Dockerfile': 'FROM x'});
    const once = await open({file: at('docker/Dockerfile')});
    const again = await open({file: at('docker/Dockerfile')});
    const bytes = await buffer(once.pack(NEVER));
    expect((await buffer(once.pack(NEVER))).equals(bytes)).toBe(true);
    expect((await buffer(again.pack(NEVER))).equals(bytes)).toBe(true);
  });

  it.each([
    [
      'makes an ignore file that hides the Dockerfile and itself',
      undefined,
      (name: string) => `.dockerignore\n${name}\n`,
    ],
    ['adds the Dockerfile to the ignore file', 'x.log\n', (name: string) => `x.log\n\n${name}\n`],
  ])('with a Dockerfile from elsewhere %s, as the docker CLI does', async (_what, ignore, expected) => {
    makeTree(temp, {
      'ctx/a': '',
      'ctx/x.log': '',
      'docker/Dockerfile': 'FROM x\n',
      ...(ignore !== undefined && {'ctx/.dockerignore': ignore}),
    });
    const context = await open({file: at('docker/Dockerfile'), workspace: temp});
    expect(context.dockerfile).toMatch(/^\.dockerfile\.[0-9a-f]{20}$/);
    expect(context.dockerfileSource).toBe(at('docker/Dockerfile'));
    expect(context.unhidden).toEqual([context.dockerfile, '.dockerignore'].sort());
    const out = await extract(context.pack(NEVER), at('out'));
    expect([...out.keys()].sort()).toEqual(
      [context.dockerfile, '.dockerignore', 'a', ...(ignore === undefined ? ['x.log'] : [])].sort(),
    );
    expect(context.entries).toBe(out.size);
    expect(readFileSync(at(`out/${context.dockerfile}`), 'utf8')).toBe('FROM x\n');
    expect(readFileSync(at('out/.dockerignore'), 'utf8')).toBe(expected(context.dockerfile));
  });

  it('does not let the context put its own file in the place of that Dockerfile', async () => {
    makeTree(temp, {'ctx/a': '', 'docker/Dockerfile': 'FROM x\n'});
    const name = (await open({file: at('docker/Dockerfile')})).dockerfile;
    writeFileSync(at(`ctx/${name}`), 'FROM evil');
    const context = await open({file: at('docker/Dockerfile')});
    expect(context.dockerfile).not.toBe(name);
    expect(await tar(context.pack(NEVER), ['-x', '-O', context.dockerfile])).toBe('FROM x\n');
  });

  it('S7: warns of secrets it would send, but not of those left out', async () => {
    makeTree(temp, {'ctx/Dockerfile': '', 'ctx/.npmrc': '_auth=abc'});
    expect((await open()).warnings).toEqual([expect.stringContaining('npm tokens')]);
    writeFileSync(at('ctx/.dockerignore'), '.npmrc');
    expect((await open()).warnings).toEqual([]);
  });

  it('hands on the limits and the signal', async () => {
    makeTree(temp, {'ctx/Dockerfile': '', 'ctx/a': ''});
    await expect(open({maxEntries: 1})).rejects.toThrow('more than 1 files and directories');
    await expect(open({}, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  it('fails on a bad ignore file by file and line', async () => {
    makeTree(temp, {'ctx/Dockerfile': '', 'ctx/.dockerignore': 'ok\n[a-\n'});
    await expect(open()).rejects.toMatchObject({
      name: 'InvalidPattern',
      path: at('ctx/.dockerignore'),
      line: 2,
      pattern: '[a-',
    });
  });

  it('keeps modes and times apart from those of generated files', async () => {
    makeTree(temp, {'ctx/a': '', 'docker/Dockerfile': 'FROM x\n'});
    chmodSync(at('ctx/a'), 0o640);
    utimesSync(at('ctx/a'), 0, 1_600_000_000);
    const context = await open({file: at('docker/Dockerfile')});
    const out = await extract(context.pack(NEVER), at('out'));
    expect(out.get('a')).toMatchObject({mode: 0o640, seconds: 1_600_000_000});
    expect(out.get(context.dockerfile)).toMatchObject({mode: 0o600, seconds: 0});
  });
});
