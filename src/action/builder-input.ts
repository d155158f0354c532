/**
 * Inputs `builder` and `builder-certs`, and `docker-host` where it names a BuildKit: machines with a buildkitd of their own,
 * which then build in the place of an engine.
 */
import {resolve} from 'node:path';
import {type Address, parseAddress} from '../engine/address.ts';
import type {DialAddress} from '../engine/dial.ts';
import {InvalidAddress} from '../engine/errors.ts';
import {readTlsMaterial, type TlsMaterial} from '../engine/tls.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {BuildNode} from '../pipeline/nodes.ts';
import {leadsInto} from '../registry/workspace.ts';
import type {Log} from '../report/log.ts';
import type {RawInputs} from './raw-inputs.ts';
import {readPlatform} from './reference-input.ts';

type BuilderInputs = Pick<RawInputs, 'builder' | 'builder-certs' | 'docker-host' | 'allow-plain-docker-host'>;

interface Surroundings {
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
}

const FORMS =
  'write buildkit://host:1234 or buildkit+unix:///run/buildkit/buildkitd.sock, with linux/arm64= before it or not';
const SCHEME = /^(?:[^=]*=)?\s*([a-z][a-z0-9+.-]*):\/\//i;
/** buildkitd's own. */
const PORT = 1234;

/** Empty where the engine builds. Throws InvalidInput. */
export async function readNodes(raw: BuilderInputs, around: Surroundings): Promise<readonly BuildNode[]> {
  const {log} = around;
  const host = raw['docker-host'];
  const isHost = /^buildkit(?:\+[a-z]+)?:\/\//i.test(host);
  if (isHost && raw.builder.some((line) => SCHEME.test(line)))
    throw new InvalidInput('builder', 'docker-host names a BuildKit, too', 'leave one of them out');
  const lines = isHost ? [host] : raw.builder;
  if (lines.every((line) => !SCHEME.test(line))) {
    for (const name of lines)
      log.notice(
        `input builder: ${JSON.stringify(name)} is no address of a BuildKit, and no builder is set up here: the engine itself builds`,
      );
    return [];
  }
  const input = isHost ? 'docker-host' : 'builder';
  const tls = await certificates(raw, around);
  const nodes = lines.map((line) => readNode(input, line, {tls, allowPlain: raw['allow-plain-docker-host']}));
  for (const {address} of nodes) {
    if (address.kind === 'tcp' && !address.tls && !isHere(address.host))
      log.warning(
        `the builder ${address.host}:${address.port} is spoken to without TLS: whoever can read or change this traffic decides what is built`,
      );
  }
  return nodes;
}

interface Options {
  readonly tls: TlsMaterial | undefined;
  readonly allowPlain: boolean;
}

function readNode(input: string, line: string, {tls, allowPlain}: Options): BuildNode {
  const [, platforms = '', text = ''] = /^(?:([^=:]*)=)?\s*(.*)$/s.exec(line) ?? [];
  const address = readAddress(input, text.trim(), {tls: tls !== undefined, allowPlain});
  return {
    address,
    tls: address.kind === 'tcp' && address.tls ? tls : undefined,
    platforms: platforms === '' ? [] : platforms.split(',').map((platform) => readPlatform(input, platform.trim())),
  };
}

/** Addresses of a BuildKit in the words of those of an engine. */
function readAddress(
  input: string,
  text: string,
  options: {readonly tls: boolean; readonly allowPlain: boolean},
): DialAddress {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [];
  const isUnix = ['buildkit+unix', 'unix'].includes(scheme.toLowerCase());
  if (!isUnix && !['buildkit', 'tcp'].includes(scheme.toLowerCase()))
    throw new InvalidInput(input, `"${text}" is of no known form`, FORMS);
  let address: Address;
  try {
    address = parseAddress(isUnix ? `unix://${rest}` : `tcp://${withPort(rest)}`, options);
  } catch (error) {
    if (!(error instanceof InvalidAddress)) throw error;
    if (!/without TLS/.test(error.message)) throw new InvalidInput(input, `"${text}" is of no known form`, FORMS);
    throw new InvalidInput(
      input,
      `"${text}" is another machine without TLS: anyone on the way could take over what is built`,
      'give ca.pem, cert.pem and key.pem in the directory builder-certs, or set allow-plain-docker-host: true if the network is yours alone',
    );
  }
  if ((address.kind === 'tcp' && address.basePath === '') || address.kind === 'unix') return address;
  throw new InvalidInput(input, `"${text}" is of no known form`, FORMS);
}

function withPort(rest: string): string {
  return /:\d+\/*$/.test(rest) ? rest.replace(/\/+$/, '') : `${rest.replace(/\/+$/, '')}:${PORT}`;
}

async function certificates(raw: BuilderInputs, {workspace, env, log}: Surroundings): Promise<TlsMaterial | undefined> {
  const given = raw['builder-certs'];
  const directory = given === '' ? env['DOCKER_CERT_PATH'] : resolve(workspace, given);
  if (!directory) return undefined;
  if (await leadsInto(directory, workspace))
    log.warning(`builder-certs ${directory} lies in the workspace, where a pull request could have put it`);
  const material = readTlsMaterial(directory, given === '' ? 'DOCKER_CERT_PATH' : 'builder-certs');
  if (given !== '' && material.ca === undefined && material.cert === undefined)
    throw new InvalidInput(
      'builder-certs',
      `${directory} has no ca.pem and no cert.pem`,
      'put the files of the builder there',
    );
  return material;
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
