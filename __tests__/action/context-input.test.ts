import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {chooseContext} from '../../src/action/context-input.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {formatGitSource} from '../../src/pipeline/git-source.ts';
import {memoryLog} from '../report/memory-log.ts';
import {workspace} from '../rig.ts';

const SHA = '860c1904a1ce19322e91ac35af1ab07466440c37';
const HEAD = 'f11797113e5a9b86bd976329c5dbb8a8bfdfadfa';
const JOB = {GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'octo/app', GITHUB_SHA: SHA};
const MAIN = {...JOB, GITHUB_REF: 'refs/heads/main'};
const PULL = {...JOB, GITHUB_REF: 'refs/pull/15/merge'};
const REPOSITORY = 'https://github.com/octo/app.git';

interface Given {
  readonly context?: string;
  readonly 'default-context'?: string;
  readonly file?: string;
  readonly 'dockerfile-inline'?: string;
}

function choose(given: Given, env: NodeJS.ProcessEnv = MAIN, directory = workspace({})) {
  const raw = {context: '', 'default-context': '', file: '', 'dockerfile-inline': '', ...given};
  const {log, text} = memoryLog();
  const choice = chooseContext(raw, {workspace: directory, env, log});
  const {context} = choice;
  return {...choice, git: context.kind === 'git' ? formatGitSource(context.source, 'query') : undefined, text};
}

// The texts are those that docker/actions-toolkit expects of itself (__tests__/buildx/build.test.ts, "gitContext").
describe('the commit of the job', () => {
  const HEAD_REF = {DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF: 'true'};
  const QUERY = {BUILDX_SEND_GIT_QUERY_AS_INPUT: '1'};
  const event = () => ({
    GITHUB_EVENT_PATH: join(
      workspace({'event.json': JSON.stringify({pull_request: {number: 15, head: {sha: HEAD}}})}),
      'event.json',
    ),
  });

  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['a branch', MAIN, `#${SHA}`],
    ['a branch by its short name', {...JOB, GITHUB_REF: 'main'}, `#${SHA}`],
    ['a tag', {...JOB, GITHUB_REF: 'refs/tags/v1'}, `#${SHA}`],
    ['a merge', PULL, `#${SHA}`],
    ['a ref without its commit', {...MAIN, GITHUB_SHA: ''}, '#refs/heads/main'],
    ['a short ref without its commit', {...MAIN, GITHUB_SHA: '', GITHUB_REF: 'main'}, '#refs/heads/main'],
    ['the head of a pull request', {...PULL, ...HEAD_REF, ...event()}, `#${HEAD}`],
    ['the head of a pull request nobody tells', {...PULL, ...HEAD_REF}, '#refs/pull/15/head'],
    ['another head', {...PULL, DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF: 'f', ...event()}, `#${SHA}`],
    ['a query', {...MAIN, ...QUERY}, `?ref=refs/heads/main&checksum=${SHA}`],
    ['a query for a merge', {...PULL, ...QUERY}, `?ref=${SHA}`],
    ['a query for the head of a pull request', {...PULL, ...QUERY, ...HEAD_REF, ...event()}, `?ref=${HEAD}`],
  ])('of %s', (_, env, expected) => {
    expect(choose({}, env)).toMatchObject({git: `${REPOSITORY}${expected}`, isOfEvent: true});
    expect(choose({context: '{{defaultContext}}'}, env).git).toBe(`${REPOSITORY}${expected}`);
  });

  it('is on the server of the job', () => {
    expect(choose({}, {...MAIN, GITHUB_SERVER_URL: 'https://ghe.example:8443/'}).git).toBe(
      `https://ghe.example:8443/octo/app.git#${SHA}`,
    );
  });

  it('refuses a variable that is no boolean', () => {
    expect(() => choose({}, {...PULL, DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF: 'yes'})).toThrow(
      /DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF: "yes" is not a boolean/,
    );
  });
});

describe('a template', () => {
  it.each([
    ['{{defaultContext}}:app', MAIN, `${REPOSITORY}#${SHA}:app`],
    ['{{ defaultContext }}', MAIN, `${REPOSITORY}#${SHA}`],
    ['{{{defaultContext}}}:app/web', MAIN, `${REPOSITORY}#${SHA}:app/web`],
    [
      '{{defaultContext}}:app',
      {...MAIN, BUILDX_SEND_GIT_QUERY_AS_INPUT: 'true'},
      `${REPOSITORY}?ref=refs/heads/main&checksum=${SHA}&subdir=app`,
    ],
  ])('%s', (context, env, expected) => {
    expect(choose({context}, env)).toMatchObject({git: expected, isOfEvent: true});
  });

  it('has nothing in the place of an unknown name, and says so', () => {
    const {context, text} = choose({context: './{{other}}src'});
    expect(context).toMatchObject({kind: 'directory', path: expect.stringMatching(/\/src$/)});
    expect(text()).toContain('::notice::input context: nothing is known by the name {{other}}');
  });

  it('that comes to nothing is the default', () => {
    expect(choose({context: '{{other}}'}).git).toBe(`${REPOSITORY}#${SHA}`);
  });

  it.each(['{{defaultContext', 'a/{{', '{{ defaultContext } }'])('%s is refused', (context) => {
    expect(() => choose({context})).toThrow(InvalidInput);
  });
});

describe('an empty context', () => {
  const withGit = () => {
    const directory = workspace({'src/a': ''});
    mkdirSync(join(directory, '.git'));
    return directory;
  };

  it.each<[string, () => string, Given, 'git' | 'directory']>([
    ['an empty workspace', () => workspace({}), {}, 'git'],
    ['a checkout', withGit, {}, 'directory'],
    ['files without a Dockerfile', () => workspace({'artifact/a': ''}), {}, 'git'],
    ['a Dockerfile', () => workspace({Dockerfile: ''}), {}, 'directory'],
    [
      'the Dockerfile that is named',
      () => workspace({'d/web.Dockerfile': ''}),
      {file: 'd/web.Dockerfile'},
      'directory',
    ],
    ['another Dockerfile', () => workspace({'d/web.Dockerfile': ''}), {file: 'web.Dockerfile'}, 'git'],
    ['a checkout, but git is asked for', withGit, {'default-context': 'git'}, 'git'],
    ['other files, and path is asked for', () => workspace({a: ''}), {'default-context': 'path'}, 'directory'],
  ])('with %s', (_, directory, given, kind) => {
    expect(choose(given, MAIN, directory()).context).toMatchObject({kind});
  });

  it('and workspace outside of a job is an error', () => {
    expect(() => choose({}, {})).toThrow(/it is empty and so is the workspace/);
    expect(() => choose({'default-context': 'git'}, {}, withGit())).toThrow(/GITHUB_SHA/);
    expect(() => choose({'default-context': 'path'}, MAIN)).toThrow(/so is the workspace/);
  });
});

describe('the token of the job', () => {
  it.each([
    [`${REPOSITORY}#${SHA}`, true],
    [`${REPOSITORY}#${SHA}:app`, true],
    [`${REPOSITORY}#main`, false],
    [REPOSITORY, false],
    [`https://github.com/octo/other.git#${SHA}`, false],
    [`https://evil.example/octo/app.git#${SHA}`, false],
  ])('for %s: %s', (context, isOfEvent) => expect(choose({context})).toMatchObject({isOfEvent}));
});

describe('what a context is', () => {
  it('by what is there', () => {
    const directory = workspace({'a.tar': 'x', 'd/a': ''});
    expect(choose({context: 'a.tar', file: './x/Dockerfile'}, MAIN, directory).context).toEqual({
      kind: 'tar',
      path: join(directory, 'a.tar'),
      file: 'x/Dockerfile',
    });
    expect(choose({context: 'd', file: 'd/F'}, MAIN, directory).context).toEqual({
      kind: 'directory',
      path: join(directory, 'd'),
      file: join(directory, 'd/F'),
      isDefault: false,
    });
    expect(choose({context: 'http://h.example/a.tar?x=1'}, MAIN, directory).context).toMatchObject({kind: 'url'});
  });

  it('knows the repository of the job', () => {
    expect(choose({context: `${REPOSITORY}#dev`}).context).toMatchObject({source: {isOfJob: true}});
    expect(choose({context: 'https://github.com/octo/other.git'}).context).toMatchObject({source: {isOfJob: false}});
  });

  it.each(['../Dockerfile', '/Dockerfile', 'a/../../Dockerfile'])('has no Dockerfile at %s in a repository', (file) => {
    expect(() => choose({context: REPOSITORY, file})).toThrow(InvalidInput);
  });

  it('has a Dockerfile that is no file', () => {
    const directory = workspace({});
    writeFileSync(join(directory, 'a.tar'), '');
    const text = 'FROM scratch';
    expect(choose({context: '.', 'dockerfile-inline': text}, MAIN, directory).dockerfile).toEqual({
      kind: 'inline',
      text: `${text}\n`,
    });
    expect(choose({context: REPOSITORY, file: 'https://h.example/D'}).dockerfile).toMatchObject({kind: 'url'});
    expect(() => choose({context: 'a.tar', 'dockerfile-inline': text}, MAIN, directory)).toThrow(/lies in that tar/);
  });
});
