/**
 * Caches of several platforms that an engine writes itself. Each place has room for one cache, and a build for each platform
 * would replace what the others wrote: one more build, for all platforms and with all of its steps in the cache, writes it.
 */
import type {EngineFacts} from '../engine/facts.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {formatFamiliar} from '../registry/reference.ts';
import {formatDuration} from '../report/units.ts';
import {readBaseImages} from './base-images.ts';
import {openBuildSession, sessionOf} from './build-session.ts';
import {openControl} from './control.ts';
import type {Cache} from './control-inputs.ts';
import {chooseApi} from './engine-api.ts';
import {epochOf} from './epoch.ts';
import {describeError} from './explain.ts';
import {followBuild} from './follow-build.ts';
import {type ObtainBuildTools, openPlace, sendContext} from './obtain-build.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin} from './origin.ts';
import {planBuild} from './plan.ts';
import {silenced} from './quiet-log.ts';
import {openServices} from './session-services.ts';
import {SharedParts} from './shared-parts.ts';
import {prepareSolve} from './solve-build.ts';

/** Those of `cache-to` that this engine writes beside an image. Throws InvalidInput for what it cannot do. */
export function exportedCaches(origin: BuildOrigin, facts: EngineFacts): readonly Cache[] {
  const {builder} = planBuild(origin, facts, formatFamiliar).request;
  if (builder !== 'buildkit') return [];
  return chooseApi(origin.control, facts, builder).inputs.cacheTo.filter(({type}) => type !== 'inline');
}

export interface ExportedCaches {
  readonly platforms: readonly Platform[];
  readonly caches: readonly Cache[];
}

/** After the builds. Throws what a cache with `ignore-error=false` fails of; other failures are warnings. */
export async function exportCaches(
  opened: Opened,
  origin: BuildOrigin,
  wanted: ExportedCaches,
  tools: ObtainBuildTools,
): Promise<void> {
  try {
    await writeCaches(opened, origin, wanted, tools);
  } catch (error) {
    tools.signal.throwIfAborted();
    if (wanted.caches.some(({attributes}) => attributes.get('ignore-error') === 'false')) throw error;
    tools.log.warning(`input cache-to: the build went on without the caches: ${describeError(error)}`);
  }
}

async function writeCaches(
  {engine}: Opened,
  origin: BuildOrigin,
  {platforms, caches}: ExportedCaches,
  tools: ObtainBuildTools,
): Promise<void> {
  const {log, signal} = tools;
  let isWhole = true;
  const warning = (text: string) => {
    isWhole = false;
    log.warning(text);
  };
  const quiet = {...tools, log: {...silenced(log), warning}, annotateWarnings: false};
  // What was made anew is not to be made anew again, nor is anything said of an image.
  const again = {...origin, noCache: false, platform: undefined};
  const wanted = {...origin.control, platforms, cacheTo: caches, noCacheFilters: [], attestations: new Map()};
  const choice = chooseApi(wanted, engine.facts, 'buildkit');
  using control = await openControl(engine, choice, tools);
  const {client, reopen, inputs} = control;
  if (client === undefined) return;
  const plan = planBuild(again, engine.facts, formatFamiliar);
  await using own = new SharedParts();
  const parts = tools.shared ?? own;
  const place = await openPlace(parts, again, {builder: 'buildkit', facts: engine.facts}, quiet);
  const services = await parts.get('services', () => openServices(again, tools.startAgent));
  const sending = await sendContext(place, undefined, {origin: again, plan}, quiet);
  const epoch = epochOf(plan.request.buildArgs);
  const solving = await prepareSolve({client, reopen, inputs, epoch}, sending.methods, quiet.log);
  const bases = readBaseImages(place.dockerfileText, again.buildArgs, again.target);
  await using session = await openBuildSession(
    sessionOf(engine),
    {bases, services: {...services, sharedKey: sending.sharedKey}, solving},
    quiet,
  );
  const {dockerfile, remote, body} = await sending.begin(true);
  const cacheFrom = origin.cacheFrom.map(formatFamiliar);
  const outputs = [{type: 'cacheonly', attributes: new Map<string, string>()}];
  const request = {...plan.request, dockerfile, remote, cacheFrom, outputs};
  const {named, fetched, context} = place;
  const {summary} = await followBuild(async () => solving.build(request, {session: session?.id ?? '', body, signal}), {
    told: {request, dockerfile: named, fetched, annotate: false},
    facts: {
      engine,
      bases,
      context: context && {directory: context.root, ignore: context.ignore},
      credentials: tools.credentials,
      log: quiet.log,
      signal,
    },
    session,
    sending,
  });
  const names = platforms.map(formatPlatform).join(', ');
  if (isWhole) log.info(`Cache: written for ${names} in ${formatDuration(summary.seconds)}`);
}
