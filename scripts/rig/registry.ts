/**
 * A real, throw-away registry on 127.0.0.1: the distribution's own registry program, or its image run by the engine
 * where nothing can be installed. Engines speak plain http to 127.0.0.0/8 without being told.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Engine} from './engines.ts';
import {findProgram, freePort, installPackages, isRoot, type Started, startDaemon, waitFor} from './host.ts';
import {type Answer, ask, askJson} from './http.ts';
import {temporaryDirectory, throwIfEnding, toStop} from './stops.ts';

/** A registry and the account to use it with; both empty where it asks for none. */
export interface Account {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

export interface Registry extends Account, Started {}

/** The account of registries with a password; the characters are those that wrong encodings trip over. */
export const ACCOUNT = {username: 'user', password: 'p~?>w:o/rd'} as const;
/** bcrypt of that password, as `htpasswd -B` writes it. */
const HTPASSWD = 'user:$2y$05$hKS.at.mng0VPyUgH9m8z.KRz38ms7E7m9IFLlDExsPG2jg3b81tm';

function configuration(port: number, directory: string, withPassword: boolean): string {
  const auth = withPassword ? `auth: {htpasswd: {realm: throwaway, path: ${directory}/htpasswd}}\n` : '';
  return `version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: ${directory}/data}, delete: {enabled: true}}
http: {addr: "127.0.0.1:${port}", secret: throwaway}
${auth}`;
}

/** Starts one. `engine` is used only where the program cannot be had. */
export async function startRegistry(engine: Engine, options: {readonly withPassword: boolean}): Promise<Registry> {
  const {withPassword} = options;
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  if (findProgram(...PROGRAMS) === undefined && isRoot && findProgram('apt-get') !== undefined) {
    installPackages('docker-registry');
  }
  const program = findProgram(...PROGRAMS);
  const where = program === undefined ? ' in a container' : '';
  console.log(`Starting a registry ${withPassword ? 'with' : 'without'} a password at ${host}${where}`);
  const running = program
    ? startProgram(program, port, withPassword)
    : await startInContainer(engine, port, withPassword);
  const stop = toStop(async () => {
    console.log(`Stopping the registry at ${host}`);
    await running.stop();
  });
  const up = await waitFor(async () => [200, 401].includes((await ask(`http://${host}`, '/v2/')).status), 30);
  if (!up) {
    await stop();
    throw new Error(`the registry at ${host} did not come up`);
  }
  const account = withPassword ? ACCOUNT : {username: '', password: ''};
  return {host, ...account, stop};
}

function startProgram(program: string, port: number, withPassword: boolean): Started {
  const {path: directory, remove} = temporaryDirectory('stowage-registry-');
  mkdirSync(join(directory, 'data'));
  writeFileSync(join(directory, 'htpasswd'), `${HTPASSWD}\n`, {mode: 0o600});
  writeFileSync(join(directory, 'config.yml'), configuration(port, directory, withPassword));
  const daemon = startDaemon(program, ['serve', join(directory, 'config.yml')], join(directory, 'registry.log'));
  return {
    async stop() {
      await daemon.stop();
      await remove();
    },
  };
}

/** Names of the same program in different distributions. */
const PROGRAMS = ['docker-registry', 'registry'];
const IMAGE = 'docker.io/library/registry:2';

/** Its files are written inside of the container, as the engine may not see ours. */
async function startInContainer(engine: Engine, port: number, withPassword: boolean): Promise<Started> {
  const there = await ask(engine.address, `/images/${IMAGE}/json`);
  if (there.status !== 200) {
    console.log(`Pulling ${IMAGE}`);
    await ask(engine.address, '/images/create?fromImage=docker.io/library/registry&tag=2', {method: 'POST'});
  }
  const directory = '/tmp/throwaway';
  const script = `mkdir -p ${directory}/data && echo "$HTPASSWD" > ${directory}/htpasswd && echo "$CONFIG" > ${directory}/config.yml && exec registry serve ${directory}/config.yml`;
  const container = {
    Image: IMAGE,
    Entrypoint: ['/bin/sh', '-c', script],
    Env: [`HTPASSWD=${HTPASSWD}`, `CONFIG=${configuration(port, directory, withPassword)}`],
    HostConfig: {NetworkMode: 'host', AutoRemove: true},
  };
  throwIfEnding();
  const created = askJson<{Id: string}>(engine.address, '/containers/create', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: Buffer.from(JSON.stringify(container)),
  });
  const stop = toStop(async () => {
    const container = await created.catch(() => undefined);
    if (container === undefined) return;
    await ask(engine.address, `/containers/${container.Id}?force=1&v=1`, {method: 'DELETE'}).catch(() => undefined);
  });
  await askJson(engine.address, `/containers/${(await created).Id}/start`, {method: 'POST'});
  return {stop};
}

/** What a registry answers for a manifest, by tag or digest. */
export function manifestOf(registry: Account, repository: string, tag: string): Promise<Answer> {
  const accept = [
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.index.v1+json',
  ].join(', ');
  const basic = Buffer.from(`${registry.username}:${registry.password}`).toString('base64');
  const authorization = registry.username === '' ? {} : {authorization: `Basic ${basic}`};
  return ask(`http://${registry.host}`, `/v2/${repository}/manifests/${tag}`, {headers: {accept, ...authorization}});
}

/** Value of X-Registry-Auth, made apart from the code under test. */
export function registryAuth(registry: Account): string {
  const json = JSON.stringify({username: registry.username, password: registry.password});
  return Buffer.from(json).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
