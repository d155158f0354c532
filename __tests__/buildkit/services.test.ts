/** Secrets, ssh agents and tokens on a session, called as BuildKit calls them. */
import {createPublicKey, randomBytes, verify} from 'node:crypto';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import net from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {BinaryReader, BinaryWriter} from '@bufbuild/protobuf/wire';
import {afterEach, describe, expect, it} from '@jest/globals';
import type {Methods} from '../../src/buildkit/grpc.ts';
import {secretMethods} from '../../src/buildkit/secrets.ts';
import {sshMethods} from '../../src/buildkit/ssh.ts';
import {type IssuedToken, type TokenProvider, type TokenRequest, tokenMethods} from '../../src/buildkit/tokens.ts';
import {answerOf, FakeDaemon, frame, textMessage} from './fake-daemon.ts';

const cleanups: (() => unknown)[] = [];
const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  expect(rejections).toEqual([]);
});

const start = (methods: Methods) => FakeDaemon.start({methods});

/** The bytes of field 1 of every message in an answer. */
function bytesIn(body: Buffer): Buffer {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const size = body.readUInt32BE(at + 1);
    const reader = new BinaryReader(body.subarray(at + 5, at + 5 + size));
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag();
      if (field === 1) pieces.push(reader.bytes());
      else reader.skip(type, field);
    }
    at += 5 + size;
  }
  return Buffer.concat(pieces);
}

const bytesMessage = (field: number, bytes: Uint8Array) => new BinaryWriter().tag(field, 2).bytes(bytes).finish();

describe('secrets', () => {
  const GET = '/moby.buildkit.secrets.v1.Secrets/GetSecret';

  it.each([
    ['text with all that escapes', Buffer.from(' $^.*+?()[]{}"\'%41\\\n\r\nü ')],
    ['bytes that are no text', Buffer.from([0, 255, 254, 10, 0])],
    ['nothing', Buffer.alloc(0)],
    ['as much as a secret may have', randomBytes(500 * 1024)],
  ])('are served to the byte: %s', async (_, value) => {
    await using daemon = await start(secretMethods(new Map([['an id=with, all', value]])));
    expect(daemon.headers).toContainEqual(['X-Docker-Expose-Session-Grpc-Method', GET]);
    const answer = await daemon.call(GET, textMessage(1, 'an id=with, all'));
    expect(answer.status).toBe('0');
    expect(bytesIn(answer.body).equals(value)).toBe(true);
  });

  it.each(['other', '', 'HTTP_AUTH_TOKEN_build-context-1', '__proto__'])('are not found by the id "%s"', async (id) => {
    await using daemon = await start(secretMethods(new Map([['npm', Buffer.from('hunter2')]])));
    expect(await daemon.call(GET, textMessage(1, id))).toMatchObject({status: '5'});
  });

  it('answer a request that cannot be read', async () => {
    await using daemon = await start(secretMethods(new Map()));
    expect(await daemon.call(GET, Buffer.from([0x0a, 0x7f]))).toMatchObject({status: '13'});
  });
});

/** Where an agent listens that answers as `serve` does. */
async function agent(serve: (socket: net.Socket) => void): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'agent-'));
  const path = join(directory, 'socket');
  const server = net.createServer({allowHalfOpen: true}, (socket) => {
    socket.on('error', () => {});
    serve(socket);
  });
  await once(server.listen(path), 'listening');
  cleanups.push(() => {
    server.close();
    rmSync(directory, {recursive: true});
  });
  return path;
}

const CHECK = '/moby.sshforward.v1.SSH/CheckAgent';
const FORWARD = '/moby.sshforward.v1.SSH/ForwardAgent';

describe('ssh agents', () => {
  it('are there for a mount without an id, and by their id', async () => {
    await using daemon = await start(
      sshMethods(
        new Map([
          ['default', '/a'],
          ['other', '/b'],
        ]),
      ),
    );
    for (const id of ['', 'default', 'other'])
      expect(await daemon.call(CHECK, textMessage(1, id))).toMatchObject({status: '0'});
  });

  it('are named when they are missing, with the input that gives them', async () => {
    await using daemon = await start(sshMethods(new Map([['other', '/b']])));
    const message = 'this build has no ssh agent default, add it to the input ssh';
    expect(await daemon.call(CHECK, textMessage(1, ''))).toMatchObject({status: '2', message});
    expect(await daemon.call(FORWARD, new Uint8Array(0))).toMatchObject({status: '2', message});
  });

  it('answer what is asked, until the build has no more questions', async () => {
    const asked: Buffer[] = [];
    const path = await agent((socket) => {
      socket.on('data', (data) => asked.push(data));
      socket.on('end', () => socket.end(Buffer.concat([Buffer.from('answer to '), ...asked])));
    });
    await using daemon = await start(sshMethods(new Map([['default', path]])));
    const list = Buffer.from([0, 0, 0, 1, 11]);
    const stream = daemon.open(FORWARD, {'buildkit.ssh.id': 'default'});
    stream.write(frame(bytesMessage(1, list.subarray(0, 2))));
    stream.end(frame(bytesMessage(1, list.subarray(2))));
    const answer = await answerOf(stream);
    expect(answer.status).toBe('0');
    expect(bytesIn(answer.body)).toEqual(Buffer.concat([Buffer.from('answer to '), list]));
  });

  it('are lent for use only: what would change one does not reach it', async () => {
    const asked: Buffer[] = [];
    const path = await agent((socket) => {
      socket.on('data', (data) => asked.push(data));
      socket.on('end', () => socket.end());
    });
    await using daemon = await start(sshMethods(new Map([['default', path]])));
    const answer = await daemon.call(FORWARD, bytesMessage(1, Buffer.from([0, 0, 0, 1, 19])));
    expect(answer.status).toBe('0');
    expect(Buffer.concat(asked)).toEqual(Buffer.from([0, 0, 0, 1, 0]));
  });

  it('that hang up first end the call, although the build could go on asking', async () => {
    const path = await agent((socket) => socket.end('bye'));
    await using daemon = await start(sshMethods(new Map([['default', path]])));
    const stream = daemon.open(FORWARD);
    // As BuildKit does on the end of a call.
    stream.once('end', () => stream.close());
    const answer = await answerOf(stream);
    expect(answer.status).toBe('0');
    expect(bytesIn(answer.body).toString()).toBe('bye');
    expect((await daemon.call(CHECK, textMessage(1, ''))).status).toBe('0');
  });

  it('get a connection for each call, which ends with it', async () => {
    const open = new Set<net.Socket>();
    const path = await agent((socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('end', () => socket.end()).resume();
    });
    await using daemon = await start(sshMethods(new Map([['default', path]])));
    const streams = [daemon.open(FORWARD), daemon.open(FORWARD), daemon.open(FORWARD)];
    for (const stream of streams) stream.on('error', () => {}).write(frame(bytesMessage(1, Buffer.from([0, 0]))));
    while (open.size < 3) await sleep(5);
    streams[0]?.close(8);
    while (open.size > 2) await sleep(5);
    await daemon.session.close();
    while (open.size > 0) await sleep(5);
  });

  it('that are not there are said to be so', async () => {
    await using daemon = await start(sshMethods(new Map([['default', '/nowhere/agent']])));
    const answer = await daemon.call(FORWARD, new Uint8Array(0));
    expect(answer).toMatchObject({status: '2', message: 'the ssh agent does not answer (ENOENT)'});
  });

  it('are held back while the build does not read, and healthy meanwhile', async () => {
    const total = 64 << 20;
    let sent = 0;
    const path = await agent((socket) => {
      const chunk = Buffer.alloc(1 << 20, 7);
      const more = () => {
        while (sent < total) {
          sent += chunk.length;
          if (!socket.write(chunk)) return socket.once('drain', more);
        }
        return socket.end();
      };
      more();
    });
    await using daemon = await start(sshMethods(new Map([['default', path]])));
    const stream = daemon.open(FORWARD);
    stream.pause();
    stream.end();
    await once(stream, 'response');
    await sleep(300);
    const held = sent;
    // Buffers on the way, and far from all there is.
    expect(held).toBeLessThan(total / 4);
    expect(await daemon.call('/grpc.health.v1.Health/Check', new Uint8Array(0))).toMatchObject({status: '0'});
    let size = 0;
    stream.on('data', (piece: Buffer) => {
      size += piece.length;
    });
    stream.resume();
    await once(stream, 'close');
    expect(sent).toBe(total);
    expect(size).toBeGreaterThanOrEqual(total);
  });

  it('hold the build back while they do not read', async () => {
    let socket: net.Socket | undefined;
    const path = await agent((made) => {
      socket = made;
    });
    await using daemon = await start(sshMethods(new Map([['default', path]])));
    const stream = daemon.open(FORWARD);
    const request = Buffer.concat([Buffer.from([0, 3, 255, 255, 13]), Buffer.alloc(0x3fffe)]);
    let drained = 0;
    const more = () => {
      drained += 1;
      while (stream.write(frame(bytesMessage(1, request))) && drained < 100);
    };
    stream.on('drain', more);
    more();
    await sleep(300);
    expect(drained).toBeLessThan(50);
    const before = drained;
    socket?.resume();
    while (drained < before + 20) await sleep(5);
    stream.on('error', () => {}).close();
  });
});

describe('tokens', () => {
  const [GET_KEY, PROVE, FETCH] = ['GetTokenAuthority', 'VerifyTokenAuthority', 'FetchToken'].map(
    (name) => `/moby.filesync.v1.Auth/${name}`,
  ) as [string, string, string];
  const issued: IssuedToken = {token: 'a.b.c', expiresIn: 300, issuedAt: 1_800_000_000};
  const provider = (more: Partial<TokenProvider> = {}): TokenProvider => ({
    canFetch: async () => true,
    fetch: async () => issued,
    ...more,
  });
  const SALT = Buffer.from('salt of the daemon');
  const ask = (host: string, salt = SALT) => Buffer.concat([textMessage(1, host), bytesMessage(2, salt)]);
  const keyOf = async (daemon: FakeDaemon, host: string, salt = SALT) =>
    bytesIn((await daemon.call(GET_KEY, ask(host, salt))).body);
  /** Whether the first 64 bytes sign the rest, as NaCl's open checks it. */
  const proves = (key: Buffer, signed: Buffer) => {
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    return verify(
      null,
      signed.subarray(64),
      createPublicKey({key: spki, format: 'der', type: 'spki'}),
      signed.subarray(0, 64),
    );
  };

  it('are announced by a key that the same client can prove again', async () => {
    await using daemon = await start(tokenMethods(provider()));
    const key = await keyOf(daemon, 'ghcr.io');
    expect(key).toHaveLength(32);
    expect(await keyOf(daemon, 'ghcr.io')).toEqual(key);
    const payload = randomBytes(40);
    const request = Buffer.concat([textMessage(1, 'ghcr.io'), bytesMessage(2, payload), bytesMessage(3, SALT)]);
    const signed = bytesIn((await daemon.call(PROVE, request)).body);
    expect(signed.subarray(64)).toEqual(payload);
    expect(proves(key, signed)).toBe(true);
    expect(proves(await keyOf(daemon, 'other.example'), signed)).toBe(false);
  });

  it('have another key for each registry, salt and run', async () => {
    await using one = await start(tokenMethods(provider()));
    await using two = await start(tokenMethods(provider()));
    const keys = await Promise.all([
      keyOf(one, 'ghcr.io'),
      keyOf(one, 'quay.io'),
      keyOf(one, 'ghcr.io', Buffer.from('another salt')),
      keyOf(two, 'ghcr.io'),
    ]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('are not offered where they cannot be fetched, so that the builder asks for credentials', async () => {
    await using daemon = await start(tokenMethods(provider({canFetch: async () => false})));
    expect(await daemon.call(GET_KEY, ask('ghcr.io'))).toMatchObject({status: '12'});
    expect(await daemon.call(PROVE, ask('ghcr.io'))).toMatchObject({status: '12'});
  });

  it('are fetched for what the registry asks, of Docker Hub under one name', async () => {
    const requests: TokenRequest[] = [];
    const fetch = async (request: TokenRequest) => {
      requests.push(request);
      return issued;
    };
    await using daemon = await start(tokenMethods(provider({fetch})));
    const texts: readonly (readonly [number, string])[] = [
      [1, 'buildkit-client'],
      [2, 'registry-1.docker.io'],
      [3, 'https://auth.docker.io/token'],
      [4, 'registry.docker.io'],
      [5, 'repository:a/b:pull'],
      [5, 'repository:c/d:pull'],
    ];
    const answer = await daemon.call(FETCH, Buffer.concat(texts.map(([field, text]) => textMessage(field, text))));
    expect(answer.status).toBe('0');
    expect(requests).toEqual([
      {
        registry: 'docker.io',
        realm: 'https://auth.docker.io/token',
        service: 'registry.docker.io',
        scopes: ['repository:a/b:pull', 'repository:c/d:pull'],
      },
    ]);
    const reader = new BinaryReader(answer.body.subarray(5));
    expect([
      reader.tag()[0],
      reader.string(),
      reader.tag()[0],
      Number(reader.int64()),
      reader.tag()[0],
      Number(reader.int64()),
    ]).toEqual([1, 'a.b.c', 2, 300, 3, 1_800_000_000]);
  });

  it('that are refused say why, which becomes the error of the build', async () => {
    const fetch = async () => Promise.reject(new Error('registry x: its token server was refused'));
    await using daemon = await start(tokenMethods(provider({fetch})));
    expect(await daemon.call(FETCH, textMessage(2, 'x'))).toMatchObject({
      status: '2',
      message: 'registry x: its token server was refused',
    });
  });
});
