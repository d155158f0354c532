import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {connect, createServer, type Socket} from 'node:net';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {expect, it} from '@jest/globals';
import {
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  isUsual,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const builds = (engine: Engine) => !isPodman(engine);

describeEngines(
  'files on demand',
  (engine) => {
    const build = async (directory: string, inputs: Readonly<Record<string, string>> = {}) => {
      const name = `${unique()}:1`;
      const run = await runAction({tags: name, ...inputs}, {workspace: directory, env: {DOCKER_HOST: engine.address}});
      await removeImage(engine, name);
      return run;
    };
    /** Prints what the build found. */
    const SHOW = 'RUN cd /x && find . ! -type d -exec sh -c \'echo "$1=$(cat $1)"\' - {} \\; | sort';

    it('are sent once, and after a change only what changed', async () => {
      const files = {Dockerfile: `FROM ${BASE_IMAGE}\nCOPY a b /x/\n${SHOW}\n`, a: unique(), b: 'b', unused: 'c'};
      const directory = workspace(files);
      const first = await build(directory);
      expect(first).toMatchObject({code: 0});
      expect(first.log).toContain('Context: ., sent file by file as the build asks for it');
      expect(first.log).toContain('Sent 2 files, 14 B, of 2 entries, 14 B');
      const again = await build(directory);
      expect(again.log).toContain('Nothing new to send of 2 entries, 14 B: the engine has it from an earlier build');
      writeFileSync(join(directory, 'b'), `changed-${files.a}`);
      const changed = await build(directory);
      expect(changed.log).toContain('Sent 1 file, 21 B, of 2 entries, 34 B');
      expect(changed.log).toContain(`| ./b=changed-${files.a}`);
      expect(changed.log).toContain(`| ./a=${files.a}`);
    });

    it('with other content are noticed, whatever size and time say', async () => {
      const mark = unique();
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nCOPY f /x/\n${SHOW}\n`, f: `${mark}-old`});
      const {atime, mtime} = statSync(join(directory, 'f'));
      const old = await build(directory);
      expect(old.log).toContain(`| ./f=${mark}-old`);
      writeFileSync(join(directory, 'f'), `${mark}-new`);
      utimesSync(join(directory, 'f'), atime, mtime);
      expect(statSync(join(directory, 'f')).mtimeMs).toBe(mtime.getTime());
      expect((await build(directory)).log).toContain(`| ./f=${mark}-new`);
    });

    it('come with what links lead to, and without what is excluded', async () => {
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE}\nCOPY li*k deep /x/\nCOPY . /x/all\n${SHOW}\n`,
        '.dockerignore': '.dockerignore\nDockerfile\n**/*.log\n!deep/keep.log\n',
        'real/file': unique(),
        'deep/drop.log': '',
        'deep/keep.log': 'kept',
        'ü, b': 'odd',
      });
      symlinkSync('real/file', join(directory, 'link'));
      const {code, log} = await build(directory);
      expect({code, log}).toMatchObject({code: 0});
      const shown = [...log.matchAll(/\| (\.\/[^=\n]*)=/g)].map(([, path]) => path);
      expect(shown.sort()).toEqual(
        ['./all/deep/keep.log', './all/link', './all/real/file', './all/ü, b', './keep.log', './link'].sort(),
      );
      expect(log).not.toContain('COPY sees');
    });

    it('leave a Dockerfile from elsewhere, and its own ignore file, outside', async () => {
      const directory = workspace({
        'build/Dockerfile.app': `FROM ${BASE_IMAGE}\nCOPY . /x/\n${SHOW}\n`,
        'build/Dockerfile.app.dockerignore': 'dropped\n',
        'app/.dockerignore': 'kept\n',
        'app/kept': unique(),
        'app/dropped': '',
      });
      const {code, log} = await build(directory, {context: 'app', file: 'build/Dockerfile.app'});
      expect({code, log}).toMatchObject({code: 0});
      expect([...log.matchAll(/\| (\.\/\S+)=/g)].map(([, path]) => path)).toEqual(['./.dockerignore', './kept']);
    });

    it('follow more ignore lines than a session can carry', async () => {
      const lines = Array.from({length: 9000}, (_, i) => `some/pattern-${i}/**/*.log`);
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE}\nCOPY . /x/\n${SHOW}\n`,
        '.dockerignore': ['.dockerignore', 'Dockerfile', ...lines, 'dropped'].join('\n'),
        kept: unique(),
        dropped: '',
      });
      const {code, log} = await build(directory);
      expect({code, log}).toMatchObject({code: 0});
      expect([...log.matchAll(/\| (\.\/\S+)=/g)].map(([, path]) => path)).toEqual(['./kept']);
    });

    it('whose names cannot travel fail the build with our own words (hardening C1, T19)', async () => {
      const directory = workspace({Dockerfile: 'FROM scratch\nCOPY . /\n', a: unique()});
      writeFileSync(Buffer.concat([Buffer.from(`${directory}/`), Buffer.from([0x62, 0xe9])]), '');
      const {code, log, outputs} = await build(directory);
      expect(code).toBe(1);
      expect(log).toMatch(/::error::cannot send b\\xe9: its name is not UTF-8\. Rename it/);
      expect(outputs['imageid']).toBe('');
    });

    it('that change on their way fail the build, and the next one is right (hardening C2, C3, T20)', async () => {
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE}\nCOPY . /x/\nRUN tail -c 5 /x/large; cat /x/${mark}\n`,
        [mark]: mark,
      });
      const large = join(directory, 'large');
      writeFileSync(large, '');
      truncateSync(large, 96 << 20);
      const over = new AbortController();
      const changing = (async () => {
        while (!over.signal.aborted) {
          appendFileSync(large, 'x');
          await sleep(3);
        }
      })();
      const {code, log} = await build(directory).finally(() => over.abort());
      await changing;
      expect(code).toBe(1);
      expect(log).toMatch(
        /::error::cannot send large: (?:it grew from \d+ to \d+ bytes|it was written to) while the context was being sent/,
      );
      truncateSync(large, 0);
      appendFileSync(large, 'right');
      const next = await build(directory);
      expect(next).toMatchObject({code: 0});
      expect(next.log).toContain(`| right${mark}`);
    });

    it('make the very layers that a tar makes, times and all', async () => {
      const {ApiVersion} = await askJson<{ApiVersion: string}>(engine.address, '/version');
      // Docker 20.10 gives the time of the build to directories.
      const place = Number(ApiVersion.split('.')[1]) < 44 ? '' : 'd/';
      const directory = workspace({
        Dockerfile: 'FROM scratch\nCOPY . /\n',
        [`${place}file`]: unique(),
        [`${place}old`]: 'old',
        [`${place}tool`]: '',
      });
      chmodSync(join(directory, `${place}tool`), 0o4711);
      if (place !== '') chmodSync(join(directory, place), 0o1750);
      linkSync(join(directory, `${place}file`), join(directory, 'hard'));
      symlinkSync('/nowhere', join(directory, `${place}link`));
      utimesSync(join(directory, `${place}old`), 0, 1_234_567.9);
      const layersOf = async (way: string) => {
        const inputs = {'context-transfer': way, 'no-cache': 'true'};
        const {code, log, outputs} = await runAction(inputs, {
          workspace: directory,
          env: {DOCKER_HOST: engine.address},
        });
        expect({code, log}).toMatchObject({code: 0});
        const path = `/images/${outputs['imageid']}/json`;
        const {RootFS} = await askJson<{RootFS: {Layers: string[]}}>(engine.address, path);
        await removeImage(engine, outputs['imageid'] ?? '');
        return RootFS.Layers;
      };
      expect(await layersOf('sync')).toEqual(await layersOf('tar'));
    });

    it('are not what travels when the author asks for a tar', async () => {
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nCOPY a /x/\n${SHOW}\n`, a: unique()});
      const {code, log} = await build(directory, {'context-transfer': 'tar'});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('Context: ., 2 entries');
      expect(log).not.toContain('Sent ');
    });

    it('warn of secrets among what was asked for, and only of those (hardening S7)', async () => {
      const directory = workspace({
        Dockerfile: `FROM scratch\nCOPY app /\n`,
        'app/a': unique(),
        '.npmrc': '_authToken=npm_x',
      });
      expect((await build(directory)).log).not.toContain('::warning');
      writeFileSync(join(directory, 'app/.npmrc'), '_authToken=npm_x');
      expect((await build(directory)).log).toMatch(/::warning::the context holds npm tokens.*"app\/\.npmrc"/);
    });

    it('keep to the limit of entries (hardening C7)', async () => {
      const directory = workspace({Dockerfile: 'FROM scratch\nCOPY . /\n', a: unique(), b: ''});
      const {code, log} = await build(directory, {'max-context-entries': '2'});
      expect(code).toBe(1);
      expect(log).toMatch(/::error::the context .* holds more than 2 files and directories/);
    });
  },
  (engine) => builds(engine) && isFirstOfVersion(engine),
);

/** Passes on all bytes to and from the engine, and counts those that it gets. */
async function counting(address: string) {
  const path = join(workspace({}), 'engine.sock');
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((outer) => {
    const inner = connect(address.slice('unix://'.length));
    for (const socket of [outer, inner]) {
      sockets.add(socket);
      socket.on('error', () => {
        outer.destroy();
        inner.destroy();
      });
    }
    outer.on('data', (chunk) => {
      bytes += chunk.length;
    });
    outer.pipe(inner).pipe(outer);
  });
  await new Promise<void>((done) => server.listen(path, done));
  return {
    address: `unix://${path}`,
    get bytes() {
      return bytes;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

describeEngines(
  'files on demand of a large context',
  (engine) => {
    it('are 500 MB once, under 1 MB after a small change, and never in memory', async () => {
      const dockerfile = `FROM ${BASE_IMAGE} AS all\nCOPY . /all\nFROM scratch\nCOPY --from=all /all/small /\n`;
      const directory = workspace({Dockerfile: dockerfile, small: unique()});
      for (let i = 0; i < 8; i++) {
        // No room is taken here: the engine gets all the zeros nevertheless.
        writeFileSync(join(directory, `large-${i}`), '');
        truncateSync(join(directory, `large-${i}`), 62_500_000);
      }
      const report =
        'const fs = require("fs"); process.on("exit", () => fs.writeFileSync(process.env.PEAK, fs.readFileSync("/proc/self/status")))';
      const beside = workspace({'report.cjs': report});
      const build = async () => {
        await using relay = await counting(engine.address);
        const name = `${unique()}:1`;
        const env = {DOCKER_HOST: relay.address, PEAK: join(beside, 'peak')};
        const nodeArgs = ['--require', join(beside, 'report.cjs')];
        const {code, log} = await runAction({tags: name}, {workspace: directory, env, nodeArgs});
        await removeImage(engine, name);
        expect({code, log}).toMatchObject({code: 0});
        const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(join(beside, 'peak'), 'utf8')) ?? [];
        return {log, bytes: relay.bytes, megabytes: Number(kilobytes) / 1000};
      };
      const whole = await build();
      expect(whole.bytes).toBeGreaterThan(500_000_000);
      writeFileSync(join(directory, 'small'), unique());
      const changed = await build();
      expect(changed.log).toContain('Sent 1 file, 13 B, of 10 entries, 500 MB');
      expect(changed.bytes).toBeLessThan(1_000_000);
      // Both are mostly Node itself; the collector lets some 64 MB of buffers stand before it looks.
      expect(whole.megabytes).toBeLessThan(220);
      expect(whole.megabytes - changed.megabytes).toBeLessThan(110);
    }, 120_000);
  },
  (engine) => isUsual(engine) && builds(engine) && engine.address.startsWith('unix://'),
);

describeEngines(
  'files on demand where nobody can ask for them',
  (engine) => {
    it('are refused before any work, and not missed by default', async () => {
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nCOPY a /\n`, a: unique()});
      mkdirSync(join(directory, 'empty'));
      const env = {DOCKER_HOST: engine.address};
      const inputs = isPodman(engine) ? {} : {'builder-version': '1'};
      const refused = await runAction({...inputs, 'context-transfer': 'sync'}, {workspace: directory, env});
      expect(refused.code).toBe(1);
      expect(refused.log).toMatch(/::error::input context-transfer: .* asks for no files.*write tar/);
      const name = `${unique()}:1`;
      const {code, log} = await runAction({...inputs, tags: name}, {workspace: directory, env});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('Context: ., 3 entries');
      await removeImage(engine, name);
    });
  },
  isFirstOfVersion,
);
