/**
 * A base image for builds that run commands, made without a network: a static busybox packed as a root file system and
 * imported. Where no static busybox can be had, `busybox:stable` is pulled instead.
 */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {Readable} from 'node:stream';
import {pack} from 'tar-stream';
import type {Engine} from './engines.ts';
import {findProgram, installPackages, isRoot} from './host.ts';
import {ask} from './http.ts';

export const BASE_IMAGE = 'stowage-busybox:base';

/** Gives `engine` the image BASE_IMAGE unless it has it. Throws when it can be neither made nor pulled. */
export async function provideBase(engine: Engine): Promise<void> {
  const has = async () => (await ask(engine.address, `/images/${BASE_IMAGE}/json`)).status === 200;
  if (await has()) return;
  const [repository, tag] = BASE_IMAGE.split(':') as [string, string];
  const busybox = staticBusybox();
  let said = '';
  if (busybox === undefined) {
    console.log(`Pulling busybox:stable into ${engine.name}`);
    await ask(engine.address, '/images/create?fromImage=docker.io/library/busybox&tag=stable', {method: 'POST'});
    await ask(engine.address, `/images/busybox:stable/tag?repo=${repository}&tag=${tag}`, {method: 'POST'});
  } else {
    console.log(`Importing ${BASE_IMAGE} into ${engine.name}`);
    const query = `fromSrc=-&repo=${repository}&tag=${tag}`;
    const headers = {'content-type': 'application/x-tar'};
    const imported = await ask(engine.address, `/images/create?${query}`, {
      method: 'POST',
      headers,
      body: rootFileSystem(busybox),
    });
    said = imported.text;
    // Podman 4 ignores the tag of an import, so it is given again.
    if (!(await has())) {
      const name = `docker.io/library/${repository}`;
      await ask(engine.address, `/images/${repository}:latest/tag?repo=${name}&tag=${tag}`, {method: 'POST'});
    }
  }
  if (!(await has())) throw new Error(`${engine.name} could be given no base image ${BASE_IMAGE}: ${said}`);
}

function staticBusybox(): string | undefined {
  const isStatic = (path: string) => !readFileSync(path).subarray(0, 4096).includes('ld-linux');
  const found = findProgram('busybox');
  if (found !== undefined && isStatic(found)) return found;
  if (!isRoot || findProgram('apt-get') === undefined) return undefined;
  installPackages('busybox-static');
  return findProgram('busybox');
}

function rootFileSystem(busybox: string): Readable {
  const archive = pack();
  // A fixed time keeps the layer, and with it every digest built on it, the same on each machine.
  const mtime = new Date(0);
  for (const name of ['bin', 'etc', 'root']) archive.entry({name, type: 'directory', mode: 0o755, mtime});
  archive.entry({name: 'tmp', type: 'directory', mode: 0o1777, mtime});
  archive.entry({name: 'etc/passwd', mtime}, 'root:x:0:0:root:/root:/bin/sh\n');
  archive.entry({name: 'bin/busybox', mode: 0o755, mtime}, readFileSync(busybox));
  for (const name of execFileSync(busybox, ['--list'], {encoding: 'utf8'}).trim().split('\n')) {
    if (name !== 'busybox') archive.entry({name: `bin/${name}`, type: 'symlink', linkname: 'busybox', mtime});
  }
  archive.finalize();
  return Readable.from(archive);
}
