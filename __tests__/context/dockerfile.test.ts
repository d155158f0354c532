import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {generatedName, locateDockerfile, resolveContext} from '../../src/context/dockerfile.ts';
import {ContextError} from '../../src/context/errors.ts';
import {makeTree, removeTree, tempDirectory} from './trees.ts';

let temp: string;
beforeEach(() => {
  temp = tempDirectory();
});
afterEach(() => removeTree(temp));

const at = (path: string) => join(temp, path);
const locate = (file?: string, options?: {readonly workspace?: string}) =>
  locateDockerfile(at('ctx'), file === undefined ? undefined : at(file), options);

describe('the Dockerfile', () => {
  it('is Dockerfile in the context when nothing is said', async () => {
    makeTree(temp, {'ctx/Dockerfile': 'FROM x'});
    expect(await locate()).toEqual({
      kind: 'inside',
      path: 'Dockerfile',
      named: at('ctx/Dockerfile'),
      source: at('ctx/Dockerfile'),
    });
  });

  it.each([
    ['by default', undefined],
    ['when named with the other case', 'ctx/Dockerfile'],
  ])('may be dockerfile %s', async (_when, file) => {
    makeTree(temp, {'ctx/dockerfile': 'FROM x'});
    expect(await locate(file)).toMatchObject({kind: 'inside', path: 'dockerfile'});
  });

  it('is Dockerfile rather than dockerfile, and no other name is bent', async () => {
    makeTree(temp, {'ctx/dockerfile': '', 'ctx/Dockerfile': '', 'ctx/api.dockerfile': ''});
    expect(await locate()).toMatchObject({path: 'Dockerfile'});
    await expect(locate('ctx/API.dockerfile')).rejects.toThrow(ContextError);
  });

  it('may lie anywhere in the context', async () => {
    makeTree(temp, {'ctx/docker/web/Dockerfile.prod': ''});
    expect(await locate('ctx/docker/web/Dockerfile.prod')).toMatchObject({
      kind: 'inside',
      path: 'docker/web/Dockerfile.prod',
    });
  });

  it('is sent under its real path when it is a link within the context', async () => {
    makeTree(temp, {'ctx/docker/real': '', 'ctx/Dockerfile': {link: 'docker/real'}});
    expect(await locate()).toEqual({
      kind: 'inside',
      path: 'docker/real',
      named: at('ctx/Dockerfile'),
      source: at('ctx/docker/real'),
    });
  });

  it('T26: is found in a context that is itself a link', async () => {
    makeTree(temp, {'real/Dockerfile': '', ctx: {link: 'real'}});
    expect(await locate()).toMatchObject({kind: 'inside', path: 'Dockerfile', source: at('real/Dockerfile')});
    expect(await locate('real/Dockerfile')).toMatchObject({kind: 'inside', path: 'Dockerfile'});
  });

  it('is read when the author names one outside of the context', async () => {
    makeTree(temp, {'ctx/': '', 'docker/Dockerfile': 'FROM y'});
    const found = {
      kind: 'outside',
      named: at('docker/Dockerfile'),
      source: at('docker/Dockerfile'),
      content: Buffer.from('FROM y'),
    };
    expect(await locate('docker/Dockerfile')).toEqual(found);
    expect(await locate('docker/Dockerfile', {workspace: temp})).toEqual(found);
  });

  it.each([
    ['a link', {'ctx/Dockerfile': {link: '../secret'}}, 'ctx/Dockerfile'],
    ['a link to an absolute path', {'ctx/Dockerfile': {link: '/etc/hostname'}}, 'ctx/Dockerfile'],
    ['a directory that is a link', {'ctx/sub': {link: '..'}}, 'ctx/sub/secret'],
    [
      'a link under another name of the context',
      {'ctx/Dockerfile': {link: '../secret'}, other: {link: 'ctx'}},
      'other/Dockerfile',
    ],
  ])('T26, C5: is refused when the context leads outside: %s', async (_what, tree, file) => {
    makeTree(temp, {secret: 'x', ...tree});
    const failure = locate(file);
    await expect(failure).rejects.toThrow(ContextError);
    await expect(failure).rejects.toThrow(/^the Dockerfile .* is a link to .*, outside of the context\./);
  });

  it('T26: is refused outside of the workspace, by name and by link', async () => {
    makeTree(temp, {'ws/ctx/': '', x: '', 'ws/link': {link: '../x'}});
    const inWorkspace = (file: string) => locateDockerfile(at('ws/ctx'), at(file), {workspace: at('ws')});
    await expect(inWorkspace('x')).rejects.toThrow(
      `the Dockerfile ${at('x')} lies outside of the workspace ${at('ws')}`,
    );
    await expect(inWorkspace('ws/link')).rejects.toThrow(`It is a link to ${at('x')}`);
  });

  it.each<[string, string | undefined, Record<string, string | {link: string}>, string]>([
    [
      'names the Dockerfiles there are',
      undefined,
      {'ctx/web.Dockerfile': '', 'ctx/Dockerfile.dev': '', 'ctx/Dockerfile.dev.dockerignore': '', 'ctx/a': ''},
      'ctx has Dockerfile.dev, web.Dockerfile, Dockerfile.dev.dockerignore, a.',
    ],
    [
      'names what there is otherwise',
      undefined,
      {'ctx/package.json': '', 'ctx/src/x': ''},
      'ctx has package.json, src.',
    ],
    ['says that there is nothing', undefined, {'ctx/': ''}, 'ctx is empty.'],
    [
      'names the directories where one is missing',
      'ctx/dokcer/web/Dockerfile',
      {'ctx/docker/Dockerfile': '', 'ctx/a': ''},
      'ctx has docker, a.',
    ],
    [
      'does not call a directory empty that has files alone',
      'ctx/docker/Dockerfile',
      {'ctx/b': '', 'ctx/Dockerfile.dev': ''},
      'ctx has Dockerfile.dev, b.',
    ],
    ['says that a link leads nowhere', undefined, {'ctx/Dockerfile': {link: 'gone'}}, 'it is a link to nothing'],
    [
      'says that a link leads in a circle',
      undefined,
      {'ctx/Dockerfile': {link: 'Dockerfile'}},
      'too many symbolic links',
    ],
    ['does not take a file for a directory', 'ctx/a/Dockerfile', {'ctx/a': '', 'ctx/b/': ''}, 'it does not exist; '],
  ])('that is missing: the error %s', async (_what, file, tree, reason) => {
    makeTree(temp, tree);
    const failure = locate(file);
    await expect(failure).rejects.toThrow(ContextError);
    await expect(failure).rejects.toThrow(`cannot use the Dockerfile ${at(file ?? 'ctx/Dockerfile')}: `);
    await expect(failure).rejects.toThrow(reason);
  });

  it('names at most ten alternatives', async () => {
    makeTree(temp, Object.fromEntries(Array.from({length: 13}, (_, i) => [`ctx/${i}.Dockerfile`, ''])));
    await expect(locate()).rejects.toThrow(/has 0\.Dockerfile, .* and 3 more\./);
  });

  it('is refused as a directory, with the file in it as the way out', async () => {
    makeTree(temp, {'ctx/docker/Dockerfile': ''});
    await expect(locate('ctx/docker')).rejects.toThrow(
      `the Dockerfile ${at('ctx/docker')} is a directory. Set the input "file" to ${at('ctx/docker/Dockerfile')}`,
    );
  });

  it('is refused as a named pipe, without waiting for its writer', async () => {
    makeTree(temp, {'ctx/': ''});
    execFileSync('mkfifo', [at('ctx/Dockerfile')]);
    await expect(locate()).rejects.toThrow('is not a regular file');
  });

  it('from elsewhere is refused over 4 MiB', async () => {
    makeTree(temp, {'ctx/': '', big: 'x'.repeat(4 * 1024 * 1024 + 1)});
    await expect(locate('big')).rejects.toThrow('is larger than 4 MiB');
  });
});

describe('the context directory', () => {
  it('that is missing is answered with what is there instead', () => {
    makeTree(temp, {'services/api/': '', 'services/file': ''});
    expect(() => resolveContext(at('services/apii'))).toThrow(
      `cannot use the context directory ${at('services/apii')}: it does not exist; ${at('services')} has api`,
    );
    rmSync(at('services'), {recursive: true});
    mkdirSync(at('srv'));
    expect(() => resolveContext(at('services/api'))).toThrow(`${temp} has srv.`);
  });

  it('must be a directory', () => {
    makeTree(temp, {file: ''});
    expect(() => resolveContext(at('file'))).toThrow(`the context ${at('file')} is not a directory`);
  });
});

describe('the name of a Dockerfile from elsewhere', () => {
  it('is the same for the same content and another for another', () => {
    const name = generatedName(Buffer.from('FROM x'), () => false);
    expect(name).toMatch(/^\.dockerfile\.[0-9a-f]{20}$/);
    expect(generatedName(Buffer.from('FROM x'), () => false)).toBe(name);
    expect(generatedName(Buffer.from('FROM y'), () => false)).not.toBe(name);
  });

  it('is never one the context has', () => {
    const first = generatedName(Buffer.from('FROM x'), () => false);
    const second = generatedName(Buffer.from('FROM x'), (name) => name === first);
    expect(second).toMatch(/^\.dockerfile\.[0-9a-f]{20}$/);
    expect(second).not.toBe(first);
  });
});
