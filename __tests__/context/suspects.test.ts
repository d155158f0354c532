import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {NO_RULES, parseIgnoreFile} from '../../src/context/dockerignore.ts';
import {walkContext} from '../../src/context/walk.ts';
import {makeTree, NEVER, removeTree, type Tree, tempDirectory} from './trees.ts';

let root: string;
beforeEach(() => {
  root = tempDirectory();
});
afterEach(() => removeTree(root));

async function warnings(tree: Tree, ignore = NO_RULES): Promise<readonly string[]> {
  makeTree(root, tree);
  return (await walkContext(root, {ignore, signal: NEVER})).warnings;
}

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n';

describe('S7: a warning names what looks like a secret and the line that keeps it out', () => {
  it.each<[string, string, string, string]>([
    [
      'git credentials',
      '.git/config',
      '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic x\n',
      '.git/config',
    ],
    ['git credentials', 'sub/.git/modules/a/b/config', '[http]\n  ExtraHeader=x', 'sub/.git/modules/a/b/config'],
    ['npm tokens', '.npmrc', '//registry.example/:_authToken=npm_abc\n', '.npmrc'],
    ['npm tokens', 'web/.npmrc', 'x=1\n_auth = "abc"', 'web/.npmrc'],
    ['machine passwords', '.netrc', 'machine a login b password c', '.netrc'],
    ['Google Cloud credentials', 'gha-creds-0123abc.json', '{}', 'gha-creds-0123abc.json'],
    [
      'registry credentials',
      'home/.docker/config.json',
      '{"auths":{"r":{"auth": "dTpw"}}}',
      'home/.docker/config.json',
    ],
    ['private keys', '.ssh/id_rsa', KEY, '.ssh/id_rsa'],
    ['private keys', 'certs/[a]*.pem', '-----BEGIN PRIVATE KEY-----', 'certs/\\\\[a\\\\]\\\\*.pem'],
    ['private keys', '#x.pem', KEY, '\\\\#x.pem'],
  ])('%s in %s', async (what, path, content, line) => {
    expect(await warnings({[path]: content})).toEqual([
      `the context holds ${what}, which a COPY can take into the image: add "${line}" to .dockerignore`,
    ]);
  });

  it.each<[string, string, string]>([
    ['.git/config', '[core]\n\tbare = false\n', 'no header'],
    ['.npmrc', '//registry.example/:_authToken=$NPM_TOKEN\n', 'a variable'],
    ['.npmrc', 'registry=https://registry.example/', 'no token'],
    ['.netrc', 'machine a login b', 'no password'],
    ['.docker/config.json', '{"auths":{"r":{}},"credsStore":"x"}', 'no credentials'],
    ['server.pem', '-----BEGIN CERTIFICATE-----', 'a certificate'],
    ['id_rsa.pub', KEY, 'another name'],
    ['config', 'extraheader = x', 'not a git directory'],
    ['src/config.json', '{"auth":"x"}', 'not a docker directory'],
  ])('none for %s with %j: %s', async (path, content) => {
    expect(await warnings({[path]: content})).toEqual([]);
  });

  it('the line it names does what it says', async () => {
    const [warning = ''] = await warnings({'certs/[a]*\\?.pem': KEY, '!b.pem': KEY});
    const lines = [...warning.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([quoted]) => JSON.parse(quoted) as string);
    expect(lines).toHaveLength(2);
    expect(await warnings({}, parseIgnoreFile(lines.join('\n')))).toEqual([]);
  });

  it('gathers many of a kind', async () => {
    const keys = Object.fromEntries(Array.from({length: 8}, (_, i) => [`${i}.pem`, KEY]));
    expect(await warnings(keys)).toEqual([
      'the context holds private keys, which a COPY can take into the image: ' +
        'add "0.pem", "1.pem", "2.pem", "3.pem", "4.pem" and 3 more to .dockerignore',
    ]);
  });

  it('says nothing of what is excluded, nor of links', async () => {
    expect(await warnings({id_rsa: KEY, 'a/id_rsa': {link: '../id_rsa'}}, parseIgnoreFile('id_rsa'))).toEqual([]);
  });

  it('puts several in an order of their own', async () => {
    const many = await warnings({'x.pem': KEY, '.netrc': 'password x', '.npmrc': '_auth=x'});
    expect(many).toHaveLength(3);
    expect(many).toEqual([...many].sort());
  });
});
