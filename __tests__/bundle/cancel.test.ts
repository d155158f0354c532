import {randomBytes} from 'node:crypto';
import {readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, expect, it} from '@jest/globals';
import {
  BASE_IMAGE,
  describeEngines,
  isFirstOfVersion,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Command lines of every process of this machine, those of containers included. */
function commandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
      } catch {
        return '';
      }
    });
}

/** Runs until `mark` is in the log, sends SIGINT, and gives the seconds from there to the exit. */
async function cancelAt(mark: RegExp, inputs: Readonly<Record<string, string>>, directory: string, address: string) {
  let sent = 0;
  const run = await runAction(inputs, {
    workspace: directory,
    env: {DOCKER_HOST: address},
    onLog: (log, kill) => {
      if (sent > 0 || !mark.test(log)) return;
      sent = performance.now();
      kill('SIGINT');
    },
  });
  return {...run, seconds: sent === 0 ? Number.NaN : (performance.now() - sent) / 1000};
}

/** The real registry behind a line that lets only a few kilobytes through each second, so that a push takes its time. */
async function slowRegistry(): Promise<string> {
  const server = createServer((inward) => {
    const outward = connect(Number(openRegistry.host.split(':')[1]), '127.0.0.1');
    outward.pipe(inward);
    (async () => {
      for await (const chunk of inward) {
        outward.write(chunk);
        if (chunk.length > 4096) await sleep(200);
      }
      outward.end();
    })().catch(() => outward.destroy());
    for (const socket of [inward, outward]) socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describeEngines(
  'SIGINT ends the step within 3 s with exit code 130 (hardening L1, L2, T29)',
  (engine) => {
    it('in an upload', async () => {
      const directory = workspace({Dockerfile: 'FROM scratch\nCOPY . /\n'});
      // Sparse, so that the test needs no room: the upload still carries all its bytes.
      writeFileSync(join(directory, 'large'), '');
      truncateSync(join(directory, 'large'), 20 * 2 ** 30);
      const {code, seconds, outputs} = await cancelAt(/Build with/, {}, directory, engine.address);
      truncateSync(join(directory, 'large'));
      expect(code).toBe(130);
      expect(seconds).toBeLessThan(3);
      expect(outputs['imageid']).toBe('');
    });

    it('in a RUN, after which nothing of the build runs any more', async () => {
      const mark = String(20_000 + Math.floor(Math.random() * 10_000));
      // Podman 4 lets the step under way end, and begins no other: its steps are short here, and the last one tells.
      const steps = isPodman(engine)
        ? `RUN echo begun-${mark}; sleep 2\nRUN sleep ${mark}\n`
        : `RUN echo begun-${mark}; sleep ${mark}\n`;
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\n${steps}`});
      const running = () => commandLines().includes(`sleep ${mark}`);
      const {code, seconds} = await cancelAt(new RegExp(`\\| begun-${mark}`), {}, directory, engine.address);
      expect(code).toBe(130);
      expect(seconds).toBeLessThan(3);
      if (isPodman(engine)) await sleep(3500);
      for (let tries = 0; running() && tries < 20; tries++) await sleep(250);
      expect(running()).toBe(false);
    });

    it('in a push, for which no digest is reported', async () => {
      const registry = await slowRegistry();
      const directory = workspace({Dockerfile: 'FROM scratch\nCOPY noise /\n', noise: randomBytes(24 << 20)});
      const name = `${registry}/slow/${unique()}:1`;
      const {code, seconds, outputs} = await cancelAt(
        /::group::Push/,
        {push: 'true', tags: name},
        directory,
        engine.address,
      );
      expect(code).toBe(130);
      expect(seconds).toBeLessThan(3);
      expect(outputs).toMatchObject({digest: '', 'image-refs': ''});
      await removeImage(engine, name);
    });
  },
  isFirstOfVersion,
);
