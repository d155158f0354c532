/** Which engine: the input, DOCKER_HOST, or the usual socket; and the TLS material that goes with it. */
import {homedir} from 'node:os';
import {isAbsolute, join, relative, resolve, sep} from 'node:path';
import {parseAddress} from '../engine/address.ts';
import {InvalidAddress} from '../engine/errors.ts';
import {readTlsMaterial} from '../engine/transport.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {EngineChoice} from '../pipeline/run.ts';
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

/** Throws InvalidInput for an address that cannot be used, naming where it came from. */
export function chooseEngine({host, allowPlain, workspace, env, log}: EngineInput): EngineChoice {
  const [text, source] = host
    ? [host, 'docker-host']
    : env['DOCKER_HOST']
      ? [env['DOCKER_HOST'], 'DOCKER_HOST']
      : [DEFAULT_SOCKET, 'default socket'];
  const certificates = env['DOCKER_CERT_PATH'];
  const tls = Boolean(certificates || env['DOCKER_TLS_VERIFY']);
  try {
    const address = parseAddress(text, {tls, allowPlain});
    const usesTls = address.kind === 'tcp' && address.tls;
    if (address.kind === 'tcp' && !address.tls && allowPlain) {
      log.warning(
        `the engine ${text} is spoken to without TLS: whoever can read or change this traffic owns its machine`,
      );
    }
    const directory = certificates || env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
    if (usesTls && isInside(workspace, directory)) {
      log.warning(`DOCKER_CERT_PATH ${directory} lies in the workspace, where a pull request could have put it`);
    }
    return {
      address,
      source: source === 'docker-host' ? 'input docker-host' : source,
      tls: usesTls ? readTlsMaterial(directory) : undefined,
      pinnedApi: env['DOCKER_API_VERSION'] || undefined,
    };
  } catch (error) {
    if (error instanceof InvalidAddress) throw new InvalidInput(source, error.message);
    throw error;
  }
}

function isInside(parent: string, path: string): boolean {
  const way = relative(parent, resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
