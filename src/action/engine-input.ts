/** Which engine: the input, DOCKER_HOST, or the usual socket; and the TLS material that goes with it. */
import {homedir} from 'node:os';
import {join} from 'node:path';
import {type Address, parseAddress} from '../engine/address.ts';
import {InvalidAddress} from '../engine/errors.ts';
import {readTlsMaterial} from '../engine/transport.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {EngineChoice} from '../pipeline/run.ts';
import {leadsInto} from '../registry/workspace.ts';
import type {Log} from '../report/log.ts';

const DEFAULT_SOCKET = 'unix:///var/run/docker.sock';

export interface EngineInput {
  /** Input docker-host. */
  readonly host: string;
  readonly allowPlain: boolean;
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
}

/** Throws InvalidInput or InvalidAddress for an engine that cannot be used, naming where its address came from. */
export async function chooseEngine({host, allowPlain, workspace, env, log}: EngineInput): Promise<EngineChoice> {
  const certificates = env['DOCKER_CERT_PATH'];
  const options = {tls: Boolean(certificates || env['DOCKER_TLS_VERIFY']), allowPlain};
  const {text, source, address} = chooseAddress(host, env, options);
  const dockerContext = env['DOCKER_CONTEXT'];
  if (source === 'default socket' && dockerContext && dockerContext !== 'default') {
    log.warning(
      `DOCKER_CONTEXT is "${dockerContext}", but contexts are not read yet, so the engine at ${text} is taken; set docker-host to use another`,
    );
  }
  const usesTls = address.kind === 'tcp' && address.tls;
  if (address.kind === 'tcp' && !address.tls && allowPlain) {
    log.warning(
      `the engine ${text} is spoken to without TLS: whoever can read or change this traffic owns its machine`,
    );
  }
  const directory = certificates || env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
  if (usesTls && (await leadsInto(directory, workspace))) {
    log.warning(`DOCKER_CERT_PATH ${directory} lies in the workspace, where a pull request could have put it`);
  }
  return {
    address,
    source,
    tls: usesTls ? readTlsMaterial(directory) : undefined,
    pinnedApi: env['DOCKER_API_VERSION'] || undefined,
  };
}

interface ChosenAddress {
  readonly text: string;
  /** For messages. */
  readonly source: string;
  readonly address: Address;
}

function chooseAddress(
  host: string,
  env: NodeJS.ProcessEnv,
  options: {readonly tls: boolean; readonly allowPlain: boolean},
): ChosenAddress {
  const variable = env['DOCKER_HOST'];
  try {
    if (host !== '') return {text: host, source: 'input docker-host', address: parseAddress(host, options)};
    if (variable) return {text: variable, source: 'DOCKER_HOST', address: parseAddress(variable, options)};
  } catch (error) {
    if (!(error instanceof InvalidAddress)) throw error;
    if (host !== '') throw new InvalidInput('docker-host', error.message);
    throw new InvalidAddress(`DOCKER_HOST: ${error.message}`);
  }
  return {text: DEFAULT_SOCKET, source: 'default socket', address: parseAddress(DEFAULT_SOCKET, options)};
}
