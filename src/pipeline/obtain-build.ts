/** Source `build`: engine and context side by side, then the build. */
import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import {type BuildContext, openContext} from '../context/source.ts';
import type {Builder} from '../engine/build.ts';
import {formatFamiliar} from '../registry/reference.ts';
import {count, formatBytes} from '../report/units.ts';
import type {BuildTools} from './build-image.ts';
import type {Obtained} from './obtained.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin, ContextPlace} from './origin.ts';
import {nameDockerfile} from './pinpoint.ts';
import {planBuild} from './plan.ts';

const BUILDER_NAMES: Readonly<Record<Builder, string>> = {
  buildkit: 'BuildKit',
  classic: 'the classic builder',
  podman: 'Buildah',
};

/** A fault of the context is told before one of the engine. */
export async function obtainBuild(
  opening: Promise<Opened>,
  origin: BuildOrigin,
  tools: Omit<BuildTools, 'ledger'> & {readonly workspace: string},
): Promise<Obtained> {
  const {log, signal, workspace} = tools;
  const [opened, contextResult] = await Promise.allSettled([opening, open(origin, workspace, signal)]);
  if (contextResult.status === 'rejected') throw contextResult.reason;
  if (opened.status === 'rejected') throw opened.reason;
  const {engine, ledger} = opened.value;
  // The builders' side, BuildKit's session with it, is loaded while the rest is made ready.
  const loading = import('./build-image.ts');
  const context = contextResult.value;
  const short = (path: string) => relative(workspace, path) || '.';
  if (context === undefined) log.info(`Context: ${placeOf(origin.context)}, fetched by the engine`);
  else {
    const ignoring = context.ignoreFile === undefined ? '' : `, without what ${short(context.ignoreFile)} excludes`;
    const size = `${count(context.entries, 'entry', 'entries')}, ${formatBytes(context.bytes)}`;
    log.info(`Context: ${short(placeOf(origin.context))}, ${size}${ignoring}`);
    log.info(`Dockerfile: ${short(context.dockerfileSource)}`);
  }
  const plan = planBuild(origin, engine.facts, formatFamiliar);
  const {builder} = plan.request;
  for (const notice of plan.notices) log.notice(notice);
  for (const warning of [...plan.warnings, ...(context?.warnings ?? [])]) log.warning(warning);
  // The classic builder and Podman hide these from COPY themselves.
  if (builder === 'buildkit' && context !== undefined && context.unhidden.length > 0) {
    log.info(`COPY sees what must travel with the context although it is excluded: ${context.unhidden.join(', ')}`);
  }
  log.group(`Build with ${BUILDER_NAMES[builder]}`);
  const dockerfileText = context === undefined ? '' : await readFile(context.dockerfileSource, 'utf8');
  const dockerfile = context?.dockerfile ?? origin.context.file ?? 'Dockerfile';
  const named = context && nameDockerfile(context.dockerfileSource, workspace, dockerfileText);
  const {platform, cacheFrom} = origin;
  const {buildImage} = await loading;
  const services = {methods: new Map(), neededFor: []};
  const request = {...plan.request, dockerfile};
  const directory = origin.context.kind === 'directory' ? origin.context.path : undefined;
  const job = {request, context, directory, dockerfileText, dockerfile: named, platform, cacheFrom, services};
  const obtained = await buildImage(engine, job, {...tools, ledger});
  log.endGroup();
  return obtained;
}

async function open(
  {context, maxEntries}: BuildOrigin,
  workspace: string,
  signal: AbortSignal,
): Promise<BuildContext | undefined> {
  if (context.kind === 'remote') return undefined;
  return openContext({directory: context.path, file: context.file, workspace, maxEntries, signal});
}

function placeOf(context: ContextPlace): string {
  return context.kind === 'remote' ? context.url : context.path;
}
