/**
 * Machines with a BuildKit of their own, and which of them builds: for a platform and a repository always the same one, so
 * that it finds its cache again, and the next one where that is down. By rendezvous hashing, a node that comes or goes
 * moves only its own share.
 */
import {createHash} from 'node:crypto';
import {type GrpcClient, openClient} from '../buildkit/client.ts';
import {decodeWorkers, LIST_WORKERS, type Worker} from '../buildkit/control.ts';
import {type DialAddress, dial} from '../engine/dial.ts';
import type {TlsMaterial} from '../engine/tls.ts';
import {formatPlatform, matchesPlatform, type Platform, parsePlatform} from '../registry/platform.ts';
import type {Log} from '../report/log.ts';
import {NoBuilder} from './errors.ts';

export interface BuildNode {
  readonly address: DialAddress;
  readonly tls: TlsMaterial | undefined;
  /** For which it is; empty is for all. */
  readonly platforms: readonly Platform[];
}

export function formatNode({address}: BuildNode): string {
  if (address.kind === 'unix') return `buildkit+unix://${address.path}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `buildkit://${host}:${address.port}`;
}

/** A node that answered. */
export interface OpenNode extends Disposable {
  readonly name: string;
  readonly client: GrpcClient;
  readonly reopen: () => Promise<GrpcClient>;
  /** BuildKit's own version; '' where it does not say. */
  readonly version: string;
  /** `os/arch[/variant]` that it can build, emulated ones too. */
  readonly platforms: readonly string[];
}

/** Nodes by preference: those named for the platform before those for all, and by the hash of who builds what. */
export function orderNodes(
  nodes: readonly BuildNode[],
  platform: Platform | undefined,
  repository: string,
): readonly BuildNode[] {
  const what = `${platform === undefined ? '' : formatPlatform(platform)}\0${repository}`;
  const score = (node: BuildNode) =>
    createHash('sha256')
      .update(`${formatNode(node)}\0${what}`)
      .digest('hex');
  const rank = ({platforms}: BuildNode) => (platforms.length > 0 ? 0 : 1);
  return nodes
    .filter(
      ({platforms}) =>
        platform === undefined || platforms.length === 0 || platforms.some((own) => matchesPlatform(platform, own)),
    )
    .map((node) => ({node, score: score(node)}))
    .sort((a, b) => rank(a.node) - rank(b.node) || (a.score < b.score ? 1 : -1))
    .map(({node}) => node);
}

/** What one machine builds, and which others could. */
export interface Share {
  readonly platforms: readonly Platform[];
  /** By preference. */
  readonly order: readonly BuildNode[];
}

/** Platforms by the first of their nodes, so that what one machine can do goes in one build. */
export function shareOut(
  nodes: readonly BuildNode[],
  platforms: readonly Platform[],
  repository: string,
): readonly Share[] {
  if (platforms.length === 0) return [{platforms, order: orderNodes(nodes, undefined, repository)}];
  const shares = new Map<string, {platforms: Platform[]; order: readonly BuildNode[]}>();
  for (const platform of platforms) {
    // Without the platform in the hash: machines for everything take all of a build together.
    const order = orderNodes(nodes, platform, repository);
    const own = order.filter(({platforms: named}) => named.length > 0);
    const chosen =
      own.length > 0 ? own : orderNodes(nodes, undefined, repository).filter((node) => order.includes(node));
    const key = chosen.map(formatNode).join(' ');
    const share = shares.get(key) ?? {platforms: [], order: chosen};
    share.platforms.push(platform);
    shares.set(key, share);
  }
  return [...shares.values()];
}

/** The first node that answers. Throws NoBuilder with what each of them said, or the abort reason. */
export async function openNode(
  order: readonly BuildNode[],
  {log, signal}: {readonly log: Log; readonly signal: AbortSignal},
): Promise<OpenNode> {
  const failures: string[] = [];
  for (const node of order) {
    const name = formatNode(node);
    try {
      return await open(node, signal);
    } catch (error) {
      signal.throwIfAborted();
      const why = reasonOf(error);
      failures.push(`${name}: ${why}`);
      if (failures.length < order.length)
        log.warning(`the builder ${name} does not answer (${why}), so the next one is taken`);
    }
  }
  throw new NoBuilder(failures);
}

async function open(node: BuildNode, signal: AbortSignal): Promise<OpenNode> {
  const reopen = () => openClient({upgrade: () => dial(node.address, node.tls, signal), signal});
  const client = await reopen();
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
    const workers = decodeWorkers(await client.unary(LIST_WORKERS, new Uint8Array(0), {signal: limited}));
    const platforms = [...new Set(workers.flatMap((worker: Worker) => worker.platforms))];
    const version = workers[0]?.version ?? '';
    return {name: formatNode(node), client, reopen, version, platforms, [Symbol.dispose]: () => client.close()};
  } catch (error) {
    client.close();
    throw error;
  }
}

const ANSWER_MS = 10_000;

function reasonOf(error: unknown): string {
  const {message, code, name} = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such socket';
  if (name === 'TimeoutError') return `no answer within ${ANSWER_MS / 1000} s`;
  return message === '' ? (code ?? 'no reason given') : message;
}

/** Whether the node says that it can build for the platform, by itself or by an emulator. */
export function canBuild({platforms}: OpenNode, platform: Platform): boolean {
  return platforms.length === 0 || platforms.some((text) => matchesPlatform(platform, parsePlatform(text)));
}

/** One line that says everything a bug report needs. */
export function describeNode({name, version, platforms}: OpenNode): string {
  // Some builds of it do not know their own version; and the levels of amd64 say nothing to a reader.
  const known = /^v0\.0\.0\+unknown/.test(version) || version === '' ? '' : ` ${version}`;
  return `BuildKit${known} at ${name}, ${platforms.filter((platform) => !/amd64\/v\d$/.test(platform)).join(', ')}`;
}
