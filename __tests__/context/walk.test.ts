import {execFileSync} from 'node:child_process';
import * as nodeFs from 'node:fs';
import {chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {NO_RULES, parseIgnoreFile} from '../../src/context/dockerignore.ts';
import type {Walk} from '../../src/context/entries.ts';
import {ContextError} from '../../src/context/errors.ts';
import {type WalkFs, type WalkOptions, walkContext} from '../../src/context/walk.ts';
import {makeTree, NEVER, removeTree, tempDirectory} from './trees.ts';

let root: string;
beforeEach(() => {
  root = tempDirectory();
});
afterEach(() => removeTree(root));

const walk = (options: Partial<WalkOptions> = {}) => walkContext(root, {ignore: NO_RULES, signal: NEVER, ...options});
const ignoring = (...lines: string[]) => ({ignore: parseIgnoreFile(lines.join('\n'))});
const paths = ({entries}: Walk) => entries.map((entry) => entry.path);
const isRoot = process.getuid?.() === 0;

describe('a walk', () => {
  it('lists directories before what is in them, siblings by their bytes', async () => {
    makeTree(root, {b: '', 'a/z': '', 'a/b/c': '', 'a-b': '', 'a.b': '', Z: '', é: '', z: '', 'empty/': ''});
    expect(paths(await walk())).toEqual(['Z', 'a', 'a/b', 'a/b/c', 'a/z', 'a-b', 'a.b', 'b', 'empty', 'z', 'é']);
  });

  it('orders by bytes where UTF-16 would order otherwise', async () => {
    makeTree(root, {'\u{1f600}': '', '\uff5e': ''});
    expect(paths(await walk())).toEqual(['\uff5e', '\u{1f600}']);
  });

  it('tells what each entry is', async () => {
    makeTree(root, {'dir/file': 'four', link: {link: 'dir/file'}});
    chmodSync(join(root, 'dir'), 0o2750);
    chmodSync(join(root, 'dir/file'), 0o4711);
    utimesSync(join(root, 'dir/file'), 0, 1234.5);
    const {entries, bytes} = await walk();
    expect(entries).toMatchObject([
      {kind: 'directory', path: 'dir', mode: 0o2750},
      {kind: 'file', path: 'dir/file', mode: 0o4711, size: 4, mtimeMs: 1_234_500, inode: undefined},
      {kind: 'symlink', path: 'link', mode: 0o777, target: 'dir/file'},
    ]);
    expect(bytes).toBe(4);
  });

  it('knows the names of one file, and counts its bytes once (C8)', async () => {
    makeTree(root, {a: '12345', 'd/b': {hard: 'a'}, c: '12345'});
    const {entries, bytes} = await walk();
    const inode = (path: string) => entries.find((entry) => entry.path === path && entry.kind === 'file');
    expect(inode('a')).toMatchObject({inode: expect.any(String)});
    expect(inode('d/b')).toMatchObject({inode: (inode('a') as {inode: string}).inode});
    expect(inode('c')).toMatchObject({inode: undefined});
    expect(bytes).toBe(10);
  });

  it('leaves out what the rules exclude, without looking at it', async () => {
    makeTree(root, {'node_modules/a/b': '', 'src/a.ts': '', 'src/a.log': ''});
    const looked: string[] = [];
    const fs: WalkFs = {
      ...nodeFs,
      readdirSync: ((path: string) => {
        looked.push(path);
        return nodeFs.readdirSync(path);
      }) as unknown as typeof nodeFs.readdirSync,
    };
    expect(paths(await walk({...ignoring('node_modules', '**/*.log'), fs}))).toEqual(['src', 'src/a.ts']);
    expect(looked).toEqual([root, join(root, 'src')]);
  });

  it('takes an excluded directory in when something below it comes back, with its own mode', async () => {
    makeTree(root, {'a/b/keep': '', 'a/b/drop': '', 'a/c/drop': '', d: ''});
    chmodSync(join(root, 'a'), 0o711);
    const {entries} = await walk(ignoring('*', '!a/b/keep'));
    expect(entries).toMatchObject([{path: 'a', mode: 0o711}, {path: 'a/b'}, {path: 'a/b/keep'}]);
  });

  it('keeps the Dockerfile and the ignore file whatever the rules say', async () => {
    makeTree(root, {'build/Dockerfile': '', 'build/other': '', '.dockerignore': '', x: ''});
    expect(paths(await walk({...ignoring('*'), keep: ['build/Dockerfile', '.dockerignore']}))).toEqual([
      '.dockerignore',
      'build',
      'build/Dockerfile',
    ]);
  });

  it('T21: warns of pipes, sockets and devices and skips them; keeps looping and dangling links; does not hang', async () => {
    makeTree(root, {
      file: '',
      loop: {link: 'loop'},
      up: {link: '.'},
      dangling: {link: 'no/where'},
      outside: {link: '/etc'},
    });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(root, 'socket'), done));
    if (isRoot) execFileSync('mknod', [join(root, 'device'), 'c', '1', '3']);
    else console.warn('T21 runs without a device: only root can make one');
    try {
      const started = performance.now();
      const {entries, warnings} = await walk();
      expect(performance.now() - started).toBeLessThan(10_000);
      expect(entries.map(({path}) => path)).toEqual(['dangling', 'file', 'loop', 'outside', 'up']);
      const device = isRoot ? 'device (device), ' : '';
      expect(warnings).toEqual([`left out, as a context cannot carry it: ${device}pipe (named pipe), socket (socket)`]);
      expect((await walk(ignoring('pipe', 'socket', 'device'))).warnings).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('names ten of many special files', async () => {
    execFileSync(
      'mkfifo',
      Array.from({length: 12}, (_, i) => join(root, `p${String(i).padStart(2, '0')}`)),
    );
    expect((await walk()).warnings).toEqual([
      expect.stringMatching(/^left out.*: p00 .*p09 \(named pipe\) and 2 more$/),
    ]);
  });

  it('leaves the event loop its turns', async () => {
    for (let d = 0; d < 10; d++)
      makeTree(root, Object.fromEntries(Array.from({length: 50}, (_, i) => [`d${d}/${i}`, ''])));
    let turns = 0;
    let running = true;
    const turn = () => {
      turns++;
      if (running) setImmediate(turn);
    };
    // A slow disk makes the walk long enough for several slices on any machine.
    const fs: WalkFs = {
      ...nodeFs,
      lstatSync: ((path: string, options: nodeFs.StatSyncOptions) => {
        const end = performance.now() + 0.2;
        while (performance.now() < end);
        return nodeFs.lstatSync(path, options);
      }) as typeof nodeFs.lstatSync,
    };
    setImmediate(turn);
    await walk({fs});
    running = false;
    expect(turns).toBeGreaterThan(3);
  });

  it('stops when aborted, with the reason', async () => {
    makeTree(root, {a: ''});
    const reason = new Error('enough');
    await expect(walk({signal: AbortSignal.abort(reason)})).rejects.toBe(reason);
    const controller = new AbortController();
    const fs: WalkFs = {
      ...nodeFs,
      lstatSync: ((path: string) => {
        controller.abort(reason);
        const end = performance.now() + 15;
        while (performance.now() < end);
        return nodeFs.lstatSync(path);
      }) as typeof nodeFs.lstatSync,
    };
    makeTree(root, {b: '', c: ''});
    await expect(walk({signal: controller.signal, fs})).rejects.toBe(reason);
  });
});

describe('a walk fails, naming the path,', () => {
  /** The file system as it is, but with something happening just before a path is looked at. */
  const raced = (path: string, happen: () => void): WalkFs => ({
    ...nodeFs,
    lstatSync: ((looked: string, options: nodeFs.StatSyncOptions) => {
      if (looked === join(root, path)) happen();
      return nodeFs.lstatSync(looked, options);
    }) as typeof nodeFs.lstatSync,
  });

  it('T19: when a file vanishes between listing and stat', async () => {
    makeTree(root, {'d/a': '', 'd/b': ''});
    const fs = raced('d/a', () => rmSync(join(root, 'd/b')));
    const failure = walk({fs});
    await expect(failure).rejects.toThrow(ContextError);
    await expect(failure).rejects.toThrow('cannot send d/b: it vanished while the context was being listed');
    await expect(failure).rejects.toMatchObject({path: 'd/b', hint: expect.stringContaining('.dockerignore')});
  });

  it('but not when that file is excluded', async () => {
    makeTree(root, {'d/a': '', 'd/b': ''});
    expect(paths(await walk({...ignoring('d/b'), fs: raced('d/a', () => rmSync(join(root, 'd/b')))}))).toEqual([
      'd',
      'd/a',
    ]);
  });

  it('nor when a directory vanishes of which nothing goes in', async () => {
    makeTree(root, {'d/a': '', ok: ''});
    const fs: WalkFs = {
      ...nodeFs,
      readdirSync: ((path: string) => {
        const names = nodeFs.readdirSync(path);
        if (path === join(root, 'd')) rmSync(path, {recursive: true});
        return names;
      }) as unknown as typeof nodeFs.readdirSync,
    };
    expect(paths(await walk({...ignoring('d', '!d/b'), fs}))).toEqual(['ok']);
    makeTree(root, {'d/a': ''});
    await expect(walk({fs})).rejects.toThrow('it vanished');
  });

  it('C3: when a directory becomes a link to elsewhere while it is gone through', async () => {
    makeTree(root, {'d/a': '', 'd/b': ''});
    const elsewhere = tempDirectory();
    makeTree(elsewhere, {b: 'secret'});
    const fs = raced('d/a', () => {
      nodeFs.renameSync(join(root, 'd'), join(elsewhere, 'moved'));
      symlinkSync(elsewhere, join(root, 'd'));
      writeFileSync(join(elsewhere, 'a'), '');
    });
    try {
      await expect(walk({fs})).rejects.toThrow('cannot send d: it was replaced while the context was being listed');
    } finally {
      removeTree(elsewhere);
    }
  });

  it('T19: at a name that is not UTF-8, unless it is excluded', async () => {
    const name = Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]);
    writeFileSync(name, '');
    await expect(walk()).rejects.toThrow('cannot send caf\\xe9.txt: its name is not UTF-8');
    await expect(walk()).rejects.toThrow('exclude it in .dockerignore');
    makeTree(root, {ok: '', 'by-right-\ufffd': ''});
    expect(paths(await walk(ignoring('caf?.txt')))).toEqual(['by-right-\ufffd', 'ok']);
  });

  it('at a link whose target is not UTF-8', async () => {
    symlinkSync(Buffer.from([0x61, 0xff]), join(root, 'link'));
    await expect(walk()).rejects.toThrow('the link link points to a name that is not UTF-8: a\\xff');
  });

  it('C7: at a path over 4096 bytes', async () => {
    const name = 'n'.repeat(250);
    // Made step by step, since no call takes a path that long.
    const deeper = 'for (let i = 0; i < 17; i++) { fs.mkdirSync(process.argv[1]); process.chdir(process.argv[1]); }';
    execFileSync(process.execPath, ['-e', deeper, name], {cwd: root});
    try {
      const message = await walk().then(
        () => '',
        (error: Error) => error.message,
      );
      expect(message).toMatch(/^cannot (?:send|read).*: (?:it is longer than 4096 bytes|the path is too long)/);
      expect(message.length).toBeLessThan(600);
      expect(await walk(ignoring('nnn*'))).toMatchObject({entries: []});
    } finally {
      execFileSync('rm', ['-rf', join(root, name)]);
    }
  });

  it('C7: at a name over 255 bytes, which some file systems have', async () => {
    const fs: WalkFs = {...nodeFs, readdirSync: (() => ['é'.repeat(128)]) as unknown as typeof nodeFs.readdirSync};
    await expect(walk({fs})).rejects.toThrow(`cannot send ${'é'.repeat(128)}: its name is longer than 255 bytes`);
  });

  it('C7: at more entries than allowed', async () => {
    makeTree(root, {a: '', 'b/c': ''});
    await expect(walk({maxEntries: 2})).rejects.toThrow(`the context ${root} holds more than 2 files and directories`);
    await expect(walk({maxEntries: 3})).resolves.toMatchObject({entries: {length: 3}});
  });

  /** As another user where we are root, to whom nothing is closed. */
  async function asOrdinaryUser<T>(run: () => Promise<T>): Promise<T> {
    if (!isRoot) return run();
    chmodSync(root, 0o755);
    process.seteuid?.(65534);
    try {
      return await run();
    } finally {
      process.seteuid?.(0);
    }
  }

  it('T25: at a file or directory that cannot be read, unless it is excluded', async () => {
    makeTree(root, {'open/closed': 'x', 'shut/file': '', ok: ''});
    chmodSync(join(root, 'open/closed'), 0);
    await asOrdinaryUser(async () => {
      await expect(walk()).rejects.toThrow('cannot read the file open/closed: permission denied');
      expect(paths(await walk(ignoring('open/closed')))).toEqual(['ok', 'open', 'shut', 'shut/file']);
    });
    chmodSync(join(root, 'open/closed'), 0o644);
    chmodSync(join(root, 'shut'), 0);
    await asOrdinaryUser(async () => {
      await expect(walk()).rejects.toThrow('cannot read the directory shut: permission denied');
      expect(paths(await walk(ignoring('shut')))).toEqual(['ok', 'open', 'open/closed']);
      const {warnings} = await walk(ignoring('shut', '!shut/file'));
      expect(warnings).toEqual(['excluded and unreadable, so that no "!" line brings back what is below: shut']);
    });
  });

  it('at a root that is not there', async () => {
    rmSync(root, {recursive: true});
    await expect(walkContext(root, {ignore: NO_RULES, signal: NEVER})).rejects.toThrow(ContextError);
    mkdirSync(root);
    expect(existsSync(root)).toBe(true);
  });
});
