import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {parseAddress} from '../../src/engine/address.ts';
import type {Call} from '../../src/engine/call.ts';
import {EngineError, EngineUnreachable} from '../../src/engine/errors.ts';
import {type SshAddress, sshArguments} from '../../src/engine/ssh.ts';
import {Transport} from '../../src/engine/transport.ts';

// A program stands in for ssh here to fail at will and at once; __tests__/bundle/ssh.test.ts goes through a real server.
const cleanups: (() => unknown)[] = [];
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stowage-test-'));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  rmSync(home, {recursive: true, force: true});
});

const read = (text: string) => parseAddress(text, {tls: false, allowPlain: false}) as SshAddress;

/** Each run of the program leaves its process id and its arguments behind. */
function open(script: string, knownHosts?: string): Transport {
  const program = join(home, 'ssh');
  mkdirSync(join(home, 'runs'));
  const preamble = [
    "import {appendFileSync, writeFileSync} from 'node:fs';",
    "import {connect} from 'node:net';",
    `writeFileSync('${home}/runs/' + process.pid, process.argv.slice(2).join('\\n'));`,
    `const dial = () => connect('${home}/engine.sock');`,
  ];
  writeFileSync(join(home, 'ssh.mjs'), [...preamble, script].join('\n'));
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${home}/ssh.mjs' "$@"\n`, {mode: 0o755});
  const transport = Transport.open(read('ssh://ci@host:2222/run/docker.sock'), {
    ssh: {
      program,
      environment: {},
      knownHosts: knownHosts === undefined ? undefined : {text: knownHosts, directory: home},
    },
  });
  cleanups.push(() => transport.close());
  return transport;
}

const runs = () => readdirSync(join(home, 'runs'));
const isAlive = (pid: string) => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

const call = (more: Partial<Call> = {}): Call => ({
  method: 'GET',
  path: '/info',
  endpoint: 'GET /info',
  signal: new AbortController().signal,
  ...more,
});

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error('it passed')),
    (error) => error,
  );

async function engine(listener: Parameters<typeof createServer>[1]): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(join(home, 'engine.sock'), resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
}

const THROUGH = 'const socket = dial(); process.stdin.pipe(socket).pipe(process.stdout);';

describe('sshArguments', () => {
  it('ends the options before the host, and asks nobody', () => {
    const args = sshArguments(read('ssh://ci@host:2222/run/docker.sock'), undefined);
    expect(args.slice(args.indexOf('-l'))).toEqual([
      '-l',
      'ci',
      '-p',
      '2222',
      '--',
      'host',
      'docker',
      '--host=unix:///run/docker.sock',
      'system',
      'dial-stdio',
    ]);
    expect(args).toEqual(expect.arrayContaining(['-T', 'BatchMode=yes', 'StrictHostKeyChecking=yes']));
    expect(args.join(' ')).not.toContain('KnownHostsFile');
  });

  it('leaves user, port and socket to the other side when they are not said', () => {
    const args = sshArguments(read('ssh://host'), '/tmp/50% of/known_hosts');
    expect(args.slice(args.indexOf('--'))).toEqual(['--', 'host', 'docker', 'system', 'dial-stdio']);
    for (const option of ['UserKnownHostsFile', 'GlobalKnownHostsFile'])
      expect(args).toContain(`${option}="/tmp/50%% of/known_hosts"`);
  });
});

describe('Transport over ssh', () => {
  it('sends calls and long bodies through few programs, and ends them all', async () => {
    await engine((request, response) => {
      let length = 0;
      request.on('data', (piece: Buffer) => {
        length += piece.length;
      });
      request.on('end', () => response.end(JSON.stringify({length})));
    });
    const transport = open(THROUGH);
    const body = () => Readable.from(Array.from({length: 64}, () => Buffer.alloc(1 << 16)));
    const sending = Array.from({length: 10}, () => transport.json(call({method: 'POST', body: body()})));
    for (const {json} of await Promise.all(sending)) expect(json).toEqual({length: 4 << 20});
    expect(runs()).toHaveLength(4);
    await transport.close();
    expect(runs().filter(isAlive)).toEqual([]);
  });

  it.each([
    [
      '255',
      'root@host: Permission denied (publickey).',
      'ssh: root@host: Permission denied (publickey). Give ssh a key',
    ],
    ['255', 'Host key verification failed.\r', 'ssh: Host key verification failed. Put the host key into'],
    [
      '255',
      'ssh: Could not resolve hostname host: Name or service not known',
      'Name or service not known. Check the host',
    ],
    ['255', 'ssh: connect to host host port 22: Connection refused', 'Connection refused. Check the host, its port'],
    ['127', 'bash: line 1: docker: command not found', 'command not found. Install the docker CLI there'],
    [
      '1',
      'permission denied while trying to connect to the Docker daemon socket',
      'socket. Add the account to the group',
    ],
    ['255', '', 'ssh ended with exit code 255'],
    ['0', '', 'ssh ended with exit code 0'],
  ])('that ends with exit code %s and says %j is an unreachable engine: %s', async (code, said, message) => {
    const transport = open(`process.stderr.write(${JSON.stringify(said)}, () => process.exit(${code}));`);
    const error = await failure(transport.json(call()));
    expect(error).toBeInstanceOf(EngineUnreachable);
    expect(error.message).toMatch(/^no engine answers at ssh:\/\/ci@host:2222\/run\/docker\.sock: ssh/);
    expect(error.message).toContain(message);
  });

  it('shows the end of what ssh says, not all', async () => {
    const transport = open("process.stderr.write(`${'x'.repeat(1e6)} the end`, () => process.exit(255));");
    const {message} = await failure(transport.json(call()));
    expect(message.length).toBeLessThan(5000);
    expect(message).toContain('x the end');
  });

  it('says so when the program cannot be run', async () => {
    const transport = open('');
    rmSync(join(home, 'ssh'));
    const error = await failure(transport.json(call({method: 'POST', body: Readable.from([Buffer.from('tar')])})));
    expect(error).toBeInstanceOf(EngineUnreachable);
    expect(error.message).toMatch(/ssh cannot be run \(.*ENOENT/);
  });

  it('is an unreachable engine for an upload and an upgrade, too', async () => {
    const transport = open("process.stderr.write('no route', () => process.exit(255));");
    const upload = transport.json(call({method: 'POST', body: Readable.from([Buffer.alloc(1 << 20)])}));
    expect(await failure(upload)).toBeInstanceOf(EngineUnreachable);
    expect(await failure(transport.upgrade('/session', [], call().signal))).toBeInstanceOf(EngineUnreachable);
  });

  it('tells why a connection broke in the middle of an answer', async () => {
    await engine((_, response) => response.write('{"status":"x"}\n'));
    const dying =
      "socket.once('data', () => setTimeout(() => {console.error('Connection closed by remote host.'); process.exit(255);}, 50));";
    const transport = open(`${THROUGH}\n${dying}`);
    const error = await failure(
      (async () => {
        for await (const _ of await transport.stream(call()));
      })(),
    );
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toContain('the connection to the engine broke (ssh: Connection closed by remote host)');
  });

  it('keeps an early refusal of a large upload (hardening R13, T18)', async () => {
    // It reads on: a socket that is closed with bytes unread may lose what was written to it.
    await engine((request, response) => {
      request.resume();
      response.writeHead(400).end('{"message":"bad buildargs"}');
    });
    const transport = open(`${THROUGH}\nfor (const pipe of [socket, process.stdin]) pipe.on('error', () => {});`);
    const body = new Readable({
      read() {
        this.push(Buffer.alloc(1 << 20));
      },
    });
    const error = await failure(transport.json(call({method: 'POST', body})));
    expect(error.message).toContain('bad buildargs');
  });

  it('ends ssh with an abort, even one that does not listen (hardening L1)', async () => {
    await engine(() => {});
    const controller = new AbortController();
    const transport = open(`process.on('SIGTERM', () => {});\nsetInterval(() => {}, 1000);\n${THROUGH}`);
    const pending = failure(transport.json(call({signal: controller.signal})));
    while (runs().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(new Error('cancelled'));
    expect((await pending).message).toBe('cancelled');
    await transport.close();
    expect(runs().filter(isAlive)).toEqual([]);
  });

  it('keeps known hosts in a file of its own for as long as it is open', async () => {
    await engine((_, response) => response.end('{}'));
    const transport = open(THROUGH, 'host ssh-ed25519 AAAA');
    await transport.json(call());
    const args = readFileSync(join(home, 'runs', runs()[0] ?? ''), 'utf8');
    const file = /UserKnownHostsFile="(.*)"/.exec(args)?.[1] ?? '';
    expect(readFileSync(file, 'utf8')).toBe('host ssh-ed25519 AAAA\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await transport.close();
    expect(readdirSync(home).filter((name) => name.startsWith('stowage-ssh-'))).toEqual([]);
  });
});
