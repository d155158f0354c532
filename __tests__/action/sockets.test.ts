import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {firstThatAnswers, isClosedToUs, usualSockets} from '../../src/action/sockets.ts';
import {EngineUnreachable} from '../../src/engine/errors.ts';

let temp: string;
const cleanups: (() => unknown)[] = [];
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'sockets-'));
});
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  rmSync(temp, {recursive: true, force: true});
});

async function listen(name: string): Promise<string> {
  const path = join(temp, name);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  cleanups.push(() => server.close());
  return path;
}

describe('usualSockets', () => {
  it('are those of Docker, of desktops and rootless engines, and of Podman', () => {
    expect(usualSockets({platform: 'linux', home: '/home/u', runtimeDirectory: '/run/user/1000'})).toEqual([
      '/var/run/docker.sock',
      '/run/user/1000/docker.sock',
      '/home/u/.docker/run/docker.sock',
      '/home/u/.docker/desktop/docker.sock',
      '/home/u/.colima/default/docker.sock',
      '/home/u/.orbstack/run/docker.sock',
      '/home/u/.rd/docker.sock',
      '/run/user/1000/podman/podman.sock',
      '/run/podman/podman.sock',
    ]);
    expect(usualSockets({platform: 'darwin', home: '/u', runtimeDirectory: undefined})).toHaveLength(7);
  });

  it('are pipes on Windows', () => {
    const pipes = usualSockets({platform: 'win32', home: 'C:\\u', runtimeDirectory: undefined});
    expect(pipes[0]).toBe('\\\\.\\pipe\\docker_engine');
  });
});

describe('firstThatAnswers', () => {
  it('passes over what is missing, no socket, or left behind', async () => {
    const [missing, file] = [join(temp, 'missing'), join(temp, 'file')];
    writeFileSync(file, '');
    const [first, second] = [await listen('first'), await listen('second')];
    const {path, silent} = await firstThatAnswers([missing, file, first, second]);
    expect(path).toBe(first);
    expect(silent).toEqual([
      {path: missing, errno: 'ENOENT'},
      {path: file, errno: 'ECONNREFUSED'},
    ]);
  });

  it('names every path with its errno when none answers, and what to do', async () => {
    const attempt = firstThatAnswers([join(temp, 'a'), join(temp, 'b')]);
    await expect(attempt).rejects.toBeInstanceOf(EngineUnreachable);
    await expect(attempt).rejects.toThrow(
      `no engine answers at any of the usual sockets: ${temp}/a (ENOENT), ${temp}/b (ENOENT). Start the engine, or name another`,
    );
  });

  // Root may use every socket, so it becomes somebody else for the length of the test.
  it('says who may use a socket that is closed to us', async () => {
    const socket = await listen('closed');
    chmodSync(temp, 0o755);
    chmodSync(socket, 0o600);
    if (process.geteuid?.() === 0) {
      process.seteuid?.(65_534);
      cleanups.push(() => process.seteuid?.(0));
    } else chmodSync(socket, 0o000);
    const error = await firstThatAnswers([join(temp, 'a'), socket]).catch((reason: Error) => reason);
    expect(error).toMatchObject({
      code: 'EACCES',
      message: expect.stringContaining(`${socket} (EACCES). ${socket} is there`),
    });
    expect(String(error)).toContain('the group docker');
  });

  it('tells sockets that are closed to us from those that are not there', () => {
    expect(isClosedToUs({path: '/a', errno: 'EACCES'})).toBe(true);
    expect(isClosedToUs({path: '/a', errno: 'ENOENT'})).toBe(false);
  });
});
