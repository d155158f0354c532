/** A build on a BuildKit of its own: on the first node that answers, with everything that the build may ask of us. */

import type {Readable} from 'node:stream';
import type {Session} from '../buildkit/session.ts';
import {openTunnel} from '../buildkit/tunnel.ts';
import type {BuildRequest} from '../engine/build.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {formatReference, type TaggedReference} from '../registry/reference.ts';
import type {BuildSummary} from '../report/progress.ts';
import {readBaseImages} from './base-images.ts';
import type {BuildTools} from './build-image.ts';
import {checkBuiltPlatform} from './build-outcome.ts';
import {openBuildSession} from './build-session.ts';
import type {ControlInputs} from './control-inputs.ts';
import {epochOf} from './epoch.ts';
import {WrongPlatform} from './errors.ts';
import {followBuild} from './follow-build.ts';
import {type BuildNode, canBuild, describeNode, type OpenNode, openNode} from './nodes.ts';
import type {OpenedContext} from './open-context.ts';
import {type BuiltImage, readBuilt} from './remote-image.ts';
import {openResults, type Results, type WantedResults} from './remote-results.ts';
import type {Sending} from './sending.ts';
import type {OpenServices} from './session-services.ts';
import {prepareSolve, type SolveJob} from './solve-build.ts';

export interface RemoteJob {
  readonly order: readonly BuildNode[];
  /** Of this build; empty leaves it to the node. */
  readonly platforms: readonly Platform[];
  readonly request: Omit<BuildRequest, 'dockerfile' | 'remote'>;
  readonly place: OpenedContext;
  readonly sending: Sending;
  readonly services: OpenServices;
  readonly inputs: ControlInputs;
  /** Names that the image will get. */
  readonly tags: readonly TaggedReference[];
  readonly wanted: WantedResults;
  /** Told who builds, in words. */
  readonly onNode: (description: string) => void;
}

/** What was built, with its node still at hand for the push. */
export interface RemoteBuild extends AsyncDisposable {
  readonly node: OpenNode;
  /** Of the manifest or index. */
  readonly digest: string;
  readonly built: BuiltImage;
  readonly summary: BuildSummary;
  readonly results: Results;
  /** The same again, all of it cached, pushed to `names`; gives the digest that was pushed. */
  push(names: readonly string[], byDigest: boolean, signal: AbortSignal): Promise<string>;
}

/** Throws NoBuilder, BuildFailed, WrongPlatform, NoSession, ContextError, or the abort reason. */
export async function buildRemotely(job: RemoteJob, tools: Omit<BuildTools, 'ledger'>): Promise<RemoteBuild> {
  const {log, signal} = tools;
  await using open = new AsyncDisposableStack();
  const node = open.use(await openNode(job.order, tools));
  log.info(`Builder: ${describeNode(node)}`);
  job.onNode(describeNode(node));
  const odd = job.platforms.find((platform) => !canBuild(node, platform));
  if (odd !== undefined)
    log.warning(
      `${node.name} does not say that it can build for ${formatPlatform(odd)}: RUN will fail there unless it has an emulator`,
    );
  const results = open.use(await openResults(job.wanted));
  const inputs = {...job.inputs, platforms: job.platforms};
  const {client, reopen} = node;
  const epoch = epochOf(job.request.buildArgs);
  const solving = await prepareSolve(
    {client, reopen, inputs, epoch, exporters: results.exporters, results: results.methods},
    job.sending.methods,
    log,
  );
  const {buildArgs, target} = job.request;
  const bases = readBaseImages(job.place.dockerfileText, buildArgs, target);
  const services = {...job.services, sharedKey: job.sending.sharedKey};
  // Accounts that are limited to a repository are found by those of the tags as well.
  const known = {...bases, all: [...bases.all, ...job.tags, ...job.inputs.pushByDigest]};
  const session = open.use(
    // With the tunnel there always is one, or an error.
    (await openBuildSession(
      (headers) => Promise.resolve(openTunnel(client, headers, signal)),
      {bases: known, services, solving},
      tools,
    )) as Session,
  );
  const {dockerfile, remote, body} = await job.sending.begin(true);
  const request = named({...job.request, dockerfile, remote}, {tags: job.tags.map(formatReference), attributes: []});
  const {named: file, fetched, context} = job.place;
  const {id: digest, summary} = await followBuild(
    async () => solving.build(request, {session: session.id, body, signal}),
    {
      told: {request, dockerfile: file, fetched, annotate: tools.annotateWarnings},
      facts: {
        engine: undefined,
        bases,
        context: context && {directory: context.root, ignore: context.ignore},
        credentials: tools.credentials,
        log,
        signal,
      },
      session,
      sending: job.sending,
      receiving: results,
    },
  );
  const built = await readBuilt(client, digest, signal);
  for (const platform of job.platforms) checkOne(platform, {built, summary, base: bases.ofTarget});
  const held = open.move();
  return {
    node,
    digest,
    built,
    summary,
    results,
    push: async (names, byDigest, pushSignal) => {
      const again = await job.sending.begin(true);
      return pushAgain(solving, {request, session, body: again.body, names, byDigest, signal: pushSignal});
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

interface Naming {
  readonly tags: readonly string[];
  readonly attributes: ReadonlyArray<readonly [string, string]>;
}

/** The image under its names, with more attributes for the exporter. */
function named(request: BuildRequest, {tags, attributes}: Naming): BuildRequest {
  const given = request.outputs?.[0]?.attributes ?? new Map();
  return {...request, tags, outputs: [{type: 'image', attributes: new Map([...given, ...attributes])}]};
}

interface PushParts {
  readonly request: BuildRequest;
  readonly session: Session;
  readonly body: Readable | undefined;
  readonly names: readonly string[];
  readonly byDigest: boolean;
  readonly signal: AbortSignal;
}

async function pushAgain(
  solving: SolveJob,
  {request, session, body, names, byDigest, signal}: PushParts,
): Promise<string> {
  const attributes = [['push', 'true'] as const, ...(byDigest ? ([['push-by-digest', 'true']] as const) : [])];
  let digest = '';
  for await (const event of solving.repeat(named(request, {tags: names, attributes}), {
    session: session.id,
    body,
    signal,
  })) {
    if (event.kind === 'image') digest = event.id;
  }
  return digest;
}

interface Seen {
  readonly built: BuiltImage;
  readonly summary: BuildSummary;
  readonly base: Parameters<typeof checkBuiltPlatform>[2];
}

function checkOne(platform: Platform, {built, summary, base}: Seen): void {
  const architecture = ({image}: (typeof built.all)[number]) =>
    image.architecture === platform.architecture && image.os === platform.os;
  const found = built.all.find(architecture) ?? built.all[0];
  if (found === undefined)
    throw new WrongPlatform('built image', formatPlatform(platform), 'nothing', 'Look at the log of the builder');
  checkBuiltPlatform(platform, {image: found.image, summary}, base, 'buildkit');
}
