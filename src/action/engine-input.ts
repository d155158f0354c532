/**
 * Which engine: the inputs, the variables and the context of the docker CLI in its order, else the first usual socket
 * that answers; with it, the TLS material or the ssh program (docs/decisions/0008-addresses.md).
 */
import {homedir} from 'node:os';
import {join} from 'node:path';
import {type Address, type AddressOptions, formatAddress, parseAddress} from '../engine/address.ts';
import {InvalidAddress} from '../engine/errors.ts';
import {readTlsMaterial, type TlsMaterial} from '../engine/tls.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {EngineChoice} from '../pipeline/run-inputs.ts';
import {leadsInto} from '../registry/workspace.ts';
import type {Log} from '../report/log.ts';
import {currentContext, NO_CONTEXT, readContext} from './docker-context.ts';
import type {RawInputs} from './raw-inputs.ts';
import {firstThatAnswers, isClosedToUs, usualSockets} from './sockets.ts';
import {readSsh} from './ssh-input.ts';

export interface EngineInput {
  /** Input docker-host, or of `hostInput`. */
  readonly host: string;
  readonly hostInput?: string;
  /** Input docker-context. */
  readonly context: string;
  /** Input ssh-known-hosts. */
  readonly knownHosts: string;
  /** The input is for a Git context as well. */
  readonly hasSshContext?: boolean;
  readonly allowPlain: boolean;
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  /** Where to look for an engine that nobody named; the usual sockets unless told. */
  readonly sockets?: readonly string[];
}

/** The inputs and variables that choose an engine. */
export function engineInput(
  raw: RawInputs,
  workspace: string,
  {env, log}: {readonly env: NodeJS.ProcessEnv; readonly log: Log},
): EngineInput {
  return {
    // A BuildKit is none; where it builds, an engine may still get the image.
    host: /^buildkit(?:\+[a-z]+)?:\/\//i.test(raw['docker-host']) ? '' : raw['docker-host'],
    context: raw['docker-context'],
    knownHosts: raw['ssh-known-hosts'],
    hasSshContext: /^(?:ssh:|git\+ssh:|ssh\+git:|[\w.-]+@)/i.test(raw.context),
    allowPlain: raw['allow-plain-docker-host'],
    workspace,
    env,
    log,
  };
}

/**
 * Throws InvalidInput or InvalidAddress for an engine that cannot be used, naming where its address came from, and
 * EngineUnreachable when none is named and no usual socket answers.
 */
export async function chooseEngine(input: EngineInput): Promise<EngineChoice> {
  const {allowPlain, knownHosts, env, log} = input;
  const {address, source, tls} = await findAddress(input);
  if (address.kind === 'tcp' && !address.tls && allowPlain) {
    log.warning(
      `the engine ${formatAddress(address)} is spoken to without TLS: whoever can read or change this traffic owns its machine`,
    );
  }
  if (knownHosts !== '' && address.kind !== 'ssh' && input.hasSshContext !== true)
    log.notice('input ssh-known-hosts has no effect: neither the engine nor the context is reached by ssh');
  return {
    address,
    source,
    tls: address.kind === 'tcp' && address.tls ? await tls() : undefined,
    ssh: address.kind === 'ssh' ? await readSsh(input) : undefined,
    pinnedApi: env['DOCKER_API_VERSION'] || undefined,
  };
}

interface FoundAddress {
  readonly address: Address;
  /** For messages. */
  readonly source: string;
  /** Called only where TLS is spoken. */
  readonly tls: () => Promise<TlsMaterial>;
}

async function findAddress(input: EngineInput): Promise<FoundAddress> {
  const {host, hostInput = 'docker-host', context, env, log} = input;
  if (host !== '' && context !== '')
    throw new InvalidInput('docker-context', 'docker-host names an engine, too', 'leave one of them out');
  if (host !== '') return byHost(host, {source: `input ${hostInput}`, input: hostInput}, input);
  if (context !== '' && context !== NO_CONTEXT)
    return byContext(context, {source: 'input docker-context', input: 'docker-context'}, input);
  const variable = env['DOCKER_HOST'];
  if (variable) return byHost(variable, {source: 'DOCKER_HOST'}, input);
  // That the input says `default` means no context, whatever the next two say.
  const current = context !== '' ? undefined : env['DOCKER_CONTEXT'];
  if (current && current !== NO_CONTEXT) return byContext(current, {source: 'DOCKER_CONTEXT'}, input);
  if (context === '' && !current) {
    const directory = configDirectory(env);
    const name = await currentContext(directory, log.warning);
    if (name !== undefined && name !== NO_CONTEXT)
      return byContext(name, {source: join(directory, 'config.json')}, input);
  }
  return bySocket(input);
}

/** Who named an engine. */
interface Origin {
  readonly source: string;
  readonly input?: string;
}

async function byHost(text: string, origin: Origin, input: EngineInput): Promise<FoundAddress> {
  const {env, allowPlain, workspace, log} = input;
  const certificates = env['DOCKER_CERT_PATH'];
  const tls = Boolean(certificates || env['DOCKER_TLS_VERIFY']);
  const address = await blaming(origin, () => parseHere(text, {tls, allowPlain}));
  return {
    address,
    source: origin.source,
    tls: async () => {
      const directory = certificates || configDirectory(env);
      if (await leadsInto(directory, workspace))
        log.warning(`DOCKER_CERT_PATH ${directory} lies in the workspace, where a pull request could have put it`);
      return readTlsMaterial(directory);
    },
  };
}

async function byContext(name: string, origin: Origin, input: EngineInput): Promise<FoundAddress> {
  const {env, allowPlain, workspace, log} = input;
  const quoted = JSON.stringify(name);
  const source = `context ${quoted} of ${origin.source}`;
  const context = await blaming(origin, () => readContext(name, configDirectory(env)));
  if (await leadsInto(context.file, workspace))
    log.warning(`the context ${quoted} is read from the workspace, where a pull request could have put it`);
  // DOCKER_TLS_VERIFY and DOCKER_CERT_PATH are about DOCKER_HOST: a context brings its own.
  const {tls = {}} = context;
  const address = await blaming({...origin, source}, () => {
    const parsed = parseHere(context.host, {tls: context.tls !== undefined || context.skipsTlsVerify, allowPlain});
    if (parsed.kind !== 'tcp' || !context.skipsTlsVerify) return parsed;
    throw new InvalidAddress(
      `the context ${quoted} skips the verification of its engine's certificate, which is never done here`,
      `Give it the certificate authority: docker context update ${quoted} --docker host=${formatAddress(parsed)},ca=ca.pem`,
    );
  });
  return {address, source, tls: async () => tls};
}

async function bySocket({env, log, sockets = usualSockets(machine(env))}: EngineInput): Promise<FoundAddress> {
  const {path, silent} = await firstThatAnswers(sockets);
  for (const closed of silent.filter(isClosedToUs))
    log.notice(`${closed.path} is passed over, as this user may not use it (${closed.errno})`);
  const kind = path.startsWith('\\\\') ? 'npipe' : 'unix';
  return {address: {kind, path}, source: 'first socket that answers', tls: async () => ({})};
}

function machine(env: NodeJS.ProcessEnv) {
  const uid = process.getuid?.();
  // Services, such as a runner's, are often started without the variable.
  const runtimeDirectory = env['XDG_RUNTIME_DIR'] || (uid === undefined ? undefined : `/run/user/${uid}`);
  return {platform: process.platform, home: home(env), runtimeDirectory};
}

function home(env: NodeJS.ProcessEnv): string {
  return env['HOME'] || homedir();
}

function configDirectory(env: NodeJS.ProcessEnv): string {
  return env['DOCKER_CONFIG'] || join(home(env), '.docker');
}

function parseHere(text: string, options: AddressOptions): Address {
  const address = parseAddress(text, options);
  if (address.kind !== 'npipe' || process.platform === 'win32') return address;
  throw new InvalidAddress(`engine address "${text}" is a pipe of Windows, and this runner is none`);
}

/** Names the input, or the variable, that an error is about. */
async function blaming<T>({source, input}: Origin, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InvalidAddress)) throw error;
    if (input === undefined) throw new InvalidAddress(`${source}: ${error.message}`);
    throw new InvalidInput(input, error.message);
  }
}
