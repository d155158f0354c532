/** Inputs secrets, secret-envs, secret-files and ssh, through the bundle and a proxy that notes what the engine is asked. */
import {execFileSync} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, beforeAll, expect, it} from '@jest/globals';
import {findProgram} from '../../scripts/rig/host.ts';
import {
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  manifestOf,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';
import {masksIn, shownLog} from './runner-masks.ts';
import {startProxy} from './socket-proxy.ts';
import {missingForAgents, sshTools} from './ssh-tools.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const missing = missingForAgents();
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Secrets of this file's own, so that no cache knows them (T5). */
const NASTY = `${unique()} $^.*+?()[]{}"'%41\\ ü\n  ##[error]${unique()}\x07 ::x::\nabc\n}\n;${unique()}`;
const ENV = `${unique()}-$HOME-\`id\`-%2`;
const BIG = randomBytes(48 * 1024).toString('base64');
/** The largest that a secret may be, and no text. */
const HUGE = randomBytes(500 * 1024);
const NPMRC = `registry=https://registry.example/\n//registry.example/:_authToken=${randomBytes(20).toString('base64url')}\n`;

/** A text that must not be seen in what others read, by lines as S1 has it; `abc` and `}` are too common to hide. */
const hidden = [
  ...NASTY.split('\n'),
  ...(NASTY.match(/t[0-9a-f]{12}/g) ?? []),
  ENV,
  BIG,
  BIG.slice(0, 2000),
  NPMRC.split('=').at(-1) ?? '',
]
  .map((line) => line.trim())
  .filter((line) => line.length >= 4);

function expectNone(texts: Readonly<Record<string, string>>, secrets: readonly string[]): void {
  for (const [where, text] of Object.entries(texts)) {
    const found = secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
    expect({where, found}).toEqual({where, found: []});
  }
}

/** Programs on PATH that note how they are called, and become the real ones (T6). */
function watchedPrograms(): {readonly path: string; readonly calls: () => string} {
  const directory = workspace({});
  for (const name of ['ssh-agent', 'ssh-add', 'cat']) {
    const script = `#!/bin/sh\n{ echo "== ${name} $*"; export -p; } >> '${directory}/calls'\nexec '${findProgram(name)}' "$@"\n`;
    writeFileSync(join(directory, name), script, {mode: 0o755});
  }
  return {path: `${directory}:${process.env['PATH']}`, calls: () => readFileSync(join(directory, 'calls'), 'utf8')};
}

/** Command lines of processes that name this directory; a dead one has none. */
const processesOf = (directory: string) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(directory));

interface Keys {
  /** Path of the private key. */
  readonly path: string;
  readonly text: string;
  readonly publicKey: string;
}

function newKey(type: string): Keys {
  const path = join(workspace({}), type);
  execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', unique(), '-f', path]);
  return {path, text: readFileSync(path, 'utf8'), publicKey: readFileSync(`${path}.pub`, 'utf8')};
}

describeEngines(
  `secrets and ssh${missing === undefined ? '' : ` (agents skipped: ${missing})`}`,
  (engine: Engine) => {
    const withAgents = missing === undefined ? it : it.skip;
    const build = (
      dockerfile: string,
      inputs: Readonly<Record<string, string>>,
      more: {
        readonly env?: Readonly<Record<string, string>>;
        readonly files?: Readonly<Record<string, string | Buffer>>;
      } = {},
    ) =>
      runAction(inputs, {
        workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE}\n${dockerfile}`, ...more.files}),
        env: {DOCKER_HOST: engine.address, ...more.env},
      });

    let keys: readonly Keys[];
    beforeAll(() => {
      keys = missing === undefined ? [newKey('ed25519'), newKey('rsa')] : [];
    });

    withAgents(
      'reach the steps to the byte, and nothing that others can read (hardening S1-S4, S9, T5, T6)',
      async () => {
        const proxy = await startProxy(engine);
        cleanups.push(proxy.close);
        const {path, calls} = watchedPrograms();
        const temp = workspace({});
        const repository = `secrets/${unique()}`;
        const name = `${closedRegistry.host}/${repository}:1`;
        const mount = (...ids: readonly string[]) =>
          ids.map((id) => `--mount=type=secret,id=${id},required=true`).join(' ');
        const ids = ['nasty', 'env', 'big', 'huge', 'npmrc', 'pin'];
        const dockerfile = [
          'COPY root /',
          'RUN chmod -R a+x /bin/ssh-add /lib* /usr/lib* 2>/dev/null; true',
          `RUN ${mount(...ids)} cd /run/secrets; sha256sum ${ids.join(' ')}; for s in nasty env npmrc big; do cat $s; echo; base64 $s | head -c 2000; done`,
          'RUN --mount=type=ssh,required=true ssh-add -l && ssh-add -T /one.pub && ssh-add -T /two.pub && echo both-sign',
          'RUN --mount=type=ssh,id=other,required=true ssh-add -l; ssh-add -D; ssh-add -l | grep -c SHA256',
        ].join('\n');
        const files = {
          ...sshTools(),
          'root/one.pub': keys[0]?.publicKey ?? '',
          'root/two.pub': keys[1]?.publicKey ?? '',
        };
        const secretFiles = workspace({big: BIG, huge: HUGE, '.npmrc': NPMRC});
        const {host, username, password} = closedRegistry;
        const {code, log, outputs, state, summary} = await build(
          dockerfile,
          {
            secrets: `"nasty=${NASTY.replaceAll('"', '""')}"\npin=12`,
            'secret-envs': 'env=SECRET_ENV',
            'secret-files': `big=${secretFiles}/big\nhuge=${secretFiles}/huge\nnpmrc=${secretFiles}/.npmrc`,
            ssh: `default=${keys[0]?.path},${keys[1]?.path}\nother=${keys[0]?.path}`,
            registry: host,
            username,
            password,
            tags: name,
            push: 'true',
            cleanup: 'true',
          },
          {env: {DOCKER_HOST: proxy.address, PATH: path, SECRET_ENV: ENV, RUNNER_TEMP: temp, RUNNER_DEBUG: '1'}, files},
        );
        const shown = shownLog(log);
        expect({code, shown}).toMatchObject({code: 0});
        for (const [id, value] of Object.entries({
          nasty: NASTY,
          env: ENV,
          big: BIG,
          huge: HUGE,
          npmrc: NPMRC,
          pin: '12',
        }))
          expect(shown).toContain(`${sha256(value)}  ${id}`);
        expect(shown).toContain('both-sign');
        expect(shown).toMatch(/Failed to remove all identities[\s\S]*\| 1\n/);
        expect(shown).toContain('::warning::the secret "pin" (input secrets) has fewer than 4 characters');
        expect(masksIn(log)).not.toContain('12');
        expect((await manifestOf(closedRegistry, repository, '1')).headers['docker-content-digest']).toBe(
          outputs['digest'],
        );

        const history = await askJson<unknown>(engine.address, `/images/${name}/history`);
        const inspected = await askJson<unknown>(engine.address, `/images/${name}/json`);
        const texts = {
          log: shown,
          outputs: JSON.stringify(outputs),
          state: JSON.stringify(state),
          summary,
          children: calls(),
          history: JSON.stringify(history),
          inspected: JSON.stringify(inspected),
          requests: proxy.requests.join('\n'),
        };
        const keyLines = keys.flatMap(({text}) => text.trim().split('\n').slice(1, -1));
        expectNone(texts, [...hidden, ...keyLines, password]);
        // The engine needs the password in a header, and no secret of the build.
        expectNone({headers: proxy.headers.join('\n')}, [...hidden, ...keyLines]);
        expect(proxy.requests.filter((line) => line.includes('/build?')).length).toBe(1);
        expect(calls()).not.toMatch(/INPUT_|SECRET_ENV/);
        expect(calls()).toContain('== ssh-add -q -');
        expect(readdirSync(temp)).toEqual([]);
        expect(processesOf(temp)).toEqual([]);
        await removeImage(engine, name);
      },
      60_000,
    );

    withAgents('of an agent of the job are lent to steps, and stay', async () => {
      const socket = join(workspace({}), 'agent');
      const agent = execFileSync('ssh-agent', ['-a', socket], {encoding: 'utf8'});
      cleanups.push(() => process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(agent)?.[1]), 'SIGTERM'));
      const own = {...process.env, SSH_AUTH_SOCK: socket};
      execFileSync('ssh-add', ['-q', keys[0]?.path ?? ''], {env: own, stdio: 'pipe'});
      const mount = '--mount=type=ssh,required=true';
      const {code, log} = await build(
        `COPY root /\nRUN ${mount} chmod -R a+x /bin/ssh-add /lib* /usr/lib* 2>/dev/null; ssh-add -T /one.pub && echo signs-${unique()}; ssh-add -D; true\n`,
        {ssh: 'default'},
        {env: {SSH_AUTH_SOCK: socket}, files: {...sshTools(), 'root/one.pub': keys[0]?.publicKey ?? ''}},
      );
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toMatch(/\| signs-t/);
      expect(execFileSync('ssh-add', ['-l'], {env: own, encoding: 'utf8'})).toContain('SHA256');
    });

    it('that a step requires and nobody gave are named in the error', async () => {
      const steps = [
        ['--mount=type=secret,id=npm-token,required=true', /::error.*secret npm-token(?: not found)?: not found/],
        [
          '--mount=type=ssh,id=deploy,required=true',
          /::error.*this build has no ssh agent deploy, add it to the input ssh/,
        ],
      ] as const;
      for (const [mount, words] of steps) {
        const {code, log} = await build(`RUN ${mount} echo ${unique()}\n`, {secrets: 'npm-tokn=some-value'});
        expect(code).toBe(1);
        expect(log).toMatch(words);
      }
    });

    it('that a step does not require may be missing', async () => {
      const mounts = '--mount=type=secret,id=nope --mount=type=ssh,id=nope';
      const {code, log} = await build(`RUN ${mounts} test ! -e /run/secrets/nope; echo ${unique()}\n`, {});
      expect({code, log}).toMatchObject({code: 0});
    });

    it('that need a session fail without one, before the build', async () => {
      const proxy = await startProxy(engine, (path) => (path.includes('/session') ? 'refuse' : 'pass'));
      cleanups.push(proxy.close);
      const {code, log} = await build('RUN true\n', {secrets: 'a=some-value'}, {env: {DOCKER_HOST: proxy.address}});
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input secrets: the engine opens no build session \(.*refused/);
      expect(proxy.requests.some((line) => line.includes('/build'))).toBe(false);
    });

    it('that are wanted after the session was lost fail with that as the reason', async () => {
      const proxy = await startProxy(engine);
      cleanups.push(proxy.close);
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo begun-${mark}; sleep 1\nRUN --mount=type=secret,id=a,required=true echo ${mark}\n`,
      });
      const {code, log} = await runAction(
        {secrets: 'a=some-value'},
        {
          workspace: directory,
          env: {DOCKER_HOST: proxy.address},
          onLog: (text) => {
            if (new RegExp(`\\| begun-${mark}`).test(text)) proxy.cut();
          },
        },
      );
      expect(code).toBe(1);
      expect(log).toMatch(/::error.*the build session was lost after \d+\.\d s/);
    }, 30_000);

    withAgents(
      'leave nothing when the step is killed and its post part runs (hardening L4, T30)',
      async () => {
        const temp = workspace({});
        const mark = unique();
        const directory = workspace({
          Dockerfile: `FROM ${BASE_IMAGE}\nRUN --mount=type=ssh,required=true echo begun-${mark}; sleep 30\n`,
        });
        const inputs = {ssh: `default=${keys[0]?.path}`};
        const env = {DOCKER_HOST: engine.address, RUNNER_TEMP: temp};
        let running = 0;
        const killed = await runAction(inputs, {
          workspace: directory,
          env,
          onLog: (log, kill) => {
            if (!new RegExp(`\\| begun-${mark}`).test(log)) return;
            running ||= processesOf(temp).length;
            kill('SIGKILL');
          },
        });
        expect(killed.code).toBe(137);
        expect(running).toBeGreaterThan(0);
        expect(readdirSync(temp)).toHaveLength(1);
        const post = await runAction(inputs, {workspace: directory, env, state: killed.state});
        expect(post.code).toBe(0);
        expect(readdirSync(temp)).toEqual([]);
        for (let tries = 0; processesOf(temp).length > 0 && tries < 20; tries += 1) await sleep(50);
        expect(processesOf(temp)).toEqual([]);
      },
      30_000,
    );

    it('are refused with the classic builder, which would have to put them into the image (hardening S6)', async () => {
      for (const inputs of [{'builder-version': '1'}, {memory: '64m'}] as readonly Readonly<Record<string, string>>[]) {
        const {code, log} = await build('RUN true\n', {secrets: 'a=some-value', ...inputs});
        expect(code).toBe(1);
        expect(log).toMatch(
          /::error::input secrets: secrets can only be had with BuildKit, and (builder-version|memory) only/,
        );
      }
    });
  },
  (engine) => engine.address.startsWith('unix://') && !isPodman(engine) && isFirstOfVersion(engine),
);

describeEngines(
  'secrets and ssh',
  (engine: Engine) => {
    it('are refused by Podman, whose API would take them as a part of the context (hardening S6)', async () => {
      const {code, log} = await runAction(
        {secrets: 'a=some-value'},
        {workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE}\n`}), env: {DOCKER_HOST: engine.address}},
      );
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input secrets: Podman's API opens no build session/);
    });
  },
  isPodman,
);
