import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {findProgram} from '../../scripts/rig/host.ts';
import {missingForSsh, type Sshd, startSshd} from '../../scripts/rig/sshd.ts';
import {parseAddress} from '../../src/engine/address.ts';
import {Transport} from '../../src/engine/transport.ts';
import {
  BASE_IMAGE,
  describeEngines,
  type Engine,
  engines,
  isFirstOfVersion,
  isPodman,
  manifestOf,
  openRegistry,
  removeImage,
  runAction,
  runImage,
  unique,
  workspace,
} from '../rig.ts';

const missing = missingForSsh();

/** Command lines of every process of this machine, those of containers included; a dead one has none. */
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

/** Two do, as builders that push by themselves and others get here in the same way. */
const forwarding = engines
  .filter((engine) => !isPodman(engine))
  .slice(0, 2)
  .map(({name}) => name);

/** A host key of nobody. */
const OTHER_KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIPE9OFHkHW48fVMjbo+0nWUXkvRKsA4Hq3eQHg6xtmkd';

describeEngines(
  `the bundle reaches the engine over ssh${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  (engine: Engine) => {
    let sshd: Sshd;
    beforeAll(async () => {
      sshd = await startSshd();
    }, 300_000);
    afterAll(() => sshd.stop());

    const address = (server = sshd) => `${server.address}${engine.address.slice('unix://'.length)}`;
    const env = () => ({DOCKER_HOST: address(), SSH_AUTH_SOCK: sshd.agent});
    const clients = () => commandLines().filter((line) => / -p \d+ -- 127/.test(line) && line.includes(`${sshd.port}`));

    async function build(
      given: {
        readonly inputs?: Readonly<Record<string, string>>;
        readonly env?: Readonly<Record<string, string>>;
        readonly files?: Readonly<Record<string, string | Buffer>>;
      } = {},
    ) {
      const files = {Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${unique()}\n`, ...given.files};
      const inputs = {'ssh-known-hosts': sshd.knownHosts, ...given.inputs};
      return runAction(inputs, {workspace: workspace(files), env: {...env(), ...given.env}});
    }

    it('builds a context, pushes and reads back, by a few connections that all end', async () => {
      const name = `${openRegistry.host}/ssh/${unique()}:1`;
      const before = sshd.log().length;
      const files = {
        Dockerfile: `FROM ${BASE_IMAGE}\nCOPY content /content\nRUN ls -l /content | sed 's/.*/size: &/'\n`,
        content: Buffer.alloc(32 << 20, unique()),
      };
      const {code, log, outputs} = await build({files, inputs: {tags: name, push: 'true'}});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain(`at ${address()} (DOCKER_HOST)`);
      expect(log).toMatch(/size: .*33554432/);
      expect(log).not.toContain('no build session');
      const [repository = '', tag = ''] = name.slice(`${openRegistry.host}/`.length).split(':');
      expect((await manifestOf(openRegistry, repository, tag)).headers['docker-content-digest']).toBe(
        outputs['digest'],
      );
      // The session of BuildKit takes one more than the pool.
      expect(
        sshd
          .log()
          .slice(before)
          .match(/Accepted publickey/g)?.length,
      ).toBeLessThanOrEqual(5);
      expect(clients()).toEqual([]);
      await removeImage(engine, name);
    });

    if (forwarding.includes(engine.name))
      it('pushes several platforms through a port that ssh forwards, or by archive where the server forwards none', async () => {
        const closed = await startSshd({tcpForwarding: 'no'});
        const files = {
          Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY data /data\nLABEL for=$TARGETARCH\n',
          data: unique(),
        };
        const push = (server: Sshd) =>
          build({
            files,
            inputs: {
              ...{platforms: 'linux/amd64,linux/arm64', push: 'true', tags: `${openRegistry.host}/ssh/${unique()}:1`},
              'ssh-known-hosts': server.knownHosts,
            },
            env: {DOCKER_HOST: address(server), SSH_AUTH_SOCK: server.agent},
          });
        const [forwarded, exported] = await Promise.all([push(sshd), push(closed)]);
        await closed.stop();
        for (const {code, log} of [forwarded, exported]) expect({code, log}).toMatchObject({code: 0});
        expect(forwarded.log).not.toContain('does not reach this machine');
        // The loopback is the same here, so this shows that no other port than a forwarded one is tried.
        expect(exported.log).toContain('does not reach this machine');
        expect(clients()).toEqual([]);
      });

    if (forwarding[0] === engine.name)
      it('gets from a port there to one here, as long as the connections are open', async () => {
        const server = createServer((_, response) => response.end('here'));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const {port} = server.address() as AddressInfo;
        const known = workspace({});
        const transport = Transport.open(parseAddress(address(), {tls: false, allowPlain: false}), {
          ssh: {
            program: findProgram('ssh') ?? '',
            environment: {SSH_AUTH_SOCK: sshd.agent, PATH: process.env['PATH'] ?? ''},
            knownHosts: {text: sshd.knownHosts, directory: known},
          },
        });
        const forwarded = await transport.forward(port, new AbortController().signal);
        expect(forwarded).not.toBe(port);
        expect(await (await fetch(`http://127.0.0.1:${forwarded}/`)).text()).toBe('here');
        await transport.close();
        await expect(fetch(`http://127.0.0.1:${forwarded}/`)).rejects.toThrow();
        expect(readdirSync(known)).toEqual([]);
        server.close();
      });

    it('by a context, and the image runs', async () => {
      const name = `${unique()}:1`;
      const id = createHash('sha256').update('remote').digest('hex');
      const DOCKER_CONFIG = workspace({
        [`contexts/meta/${id}/meta.json`]: JSON.stringify({Name: 'remote', Endpoints: {docker: {Host: address()}}}),
      });
      const {code, log} = await build({
        files: {Dockerfile: `FROM ${BASE_IMAGE}\nCMD ["echo", "over ssh"]\n`},
        inputs: {tags: name, 'docker-context': 'remote'},
        env: {DOCKER_HOST: 'unix:///nowhere', DOCKER_CONFIG},
      });
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain(`at ${address()} (context "remote" of input docker-context)`);
      expect(await runImage(engine, name)).toContain('over ssh');
      await removeImage(engine, name);
    });

    it('ends with an error of the build, told as on any engine', async () => {
      const {code, log} = await build({files: {Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo reason; exit 7\n`}});
      expect(code).toBe(1);
      expect(log).toMatch(/::error .*::.*7/);
      expect(log).toContain('reason');
    });

    it.each([
      [
        'a key that the host does not accept',
        () => ({env: {SSH_AUTH_SOCK: sshd.otherAgent}}),
        /Permission denied \(publickey\)\. Give ssh a key/,
      ],
      [
        'another host key than the known one',
        () => ({inputs: {'ssh-known-hosts': sshd.knownHosts.replace(/ AAAA.*/, ` ${OTHER_KEY}`)}}),
        /IDENTIFICATION HAS CHANGED.*Another key than the known one answers/,
      ],
      [
        'an unknown host key',
        () => ({inputs: {'ssh-known-hosts': ''}}),
        /Host key verification failed\. Put the host key into/,
      ],
      [
        'no engine at that socket',
        () => ({env: {DOCKER_HOST: `${sshd.address}/nowhere.sock`}}),
        /nowhere\.sock.*Start the engine there/,
      ],
      [
        'no server at that port',
        () => ({env: {DOCKER_HOST: 'ssh://127.0.0.1:1/x.sock'}}),
        /Connection refused\. Check the host/,
      ],
    ])('fails with %s, in the words of ssh', async (_what, given, message) => {
      const {code, log} = await build(given());
      expect(code).toBe(1);
      expect(log).toMatch(new RegExp(`::error::no engine answers at ssh://.*${message.source}`));
      expect(clients()).toEqual([]);
    });

    it('fails where there is no docker CLI on the other side', async () => {
      const other = await startSshd({path: '/nowhere'});
      const {code, log} = await build({
        inputs: {'ssh-known-hosts': other.knownHosts},
        env: {DOCKER_HOST: address(other), SSH_AUTH_SOCK: other.agent},
      });
      await other.stop();
      expect(code).toBe(1);
      expect(log).toMatch(/::error::no engine answers at ssh:.*not found\. Install the docker CLI there/);
    });

    /** Runs until `mark` is in the log, sends SIGINT, and gives the seconds from there to the exit. */
    async function cancelAt(mark: RegExp, directory: string) {
      let sent = 0;
      let busy = 0;
      const run = await runAction(
        {'ssh-known-hosts': sshd.knownHosts},
        {
          workspace: directory,
          env: env(),
          onLog: (log, kill) => {
            if (sent > 0 || !mark.test(log)) return;
            busy = clients().length;
            sent = performance.now();
            kill('SIGINT');
          },
        },
      );
      expect(busy).toBeGreaterThan(0);
      return {...run, seconds: sent === 0 ? Number.NaN : (performance.now() - sent) / 1000};
    }

    async function nothingLeft(mark: string): Promise<void> {
      const left = () => [...clients(), ...commandLines().filter((line) => line === mark)];
      for (let tries = 0; left().length > 0 && tries < 40; tries++) await sleep(250);
      expect(left()).toEqual([]);
    }

    it('SIGINT in an upload ends the step within 3 s, and every ssh (hardening L1)', async () => {
      const directory = workspace({Dockerfile: 'FROM scratch\nCOPY . /\n'});
      writeFileSync(join(directory, 'large'), '');
      truncateSync(join(directory, 'large'), 20 * 2 ** 30);
      const {code, seconds} = await cancelAt(/Build with/, directory);
      truncateSync(join(directory, 'large'));
      expect(clients()).toEqual([]);
      expect({code}).toEqual({code: 130});
      expect(seconds).toBeLessThan(3);
    });

    it('SIGINT in a RUN ends the step within 3 s, every ssh, and the RUN', async () => {
      const mark = String(30_000 + Math.floor(Math.random() * 10_000));
      // Podman 4 lets the step under way end, and begins no other.
      const steps = isPodman(engine)
        ? `RUN echo begun-${mark}; sleep 2\nRUN sleep ${mark}\n`
        : `RUN echo begun-${mark}; sleep ${mark}\n`;
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\n${steps}`});
      const {code, seconds} = await cancelAt(new RegExp(`\\| begun-${mark}`), directory);
      expect(clients()).toEqual([]);
      expect({code}).toEqual({code: 130});
      expect(seconds).toBeLessThan(3);
      if (isPodman(engine)) await sleep(3500);
      await nothingLeft(`sleep ${mark}`);
    });
  },
  (engine) => missing === undefined && engine.address.startsWith('unix://') && isFirstOfVersion(engine),
);
