/**
 * Finds out beside the work whether a push can succeed: logs in and begins an upload, which it takes back, in each
 * repository. What is certain to fail stops the work at once; what is unclear is said and no more.
 */
import type {RegistryClient} from '../registry/client.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {RegistryError} from '../registry/errors.ts';
import {findManifest} from '../registry/manifest.ts';
import {checkLocation} from '../registry/origin.ts';
import {
  familiarRepository,
  formatFamiliar,
  type Reference,
  type TaggedReference,
  uniqueRepositories,
} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {TagTaken} from './errors.ts';
import {whoWasRefused} from './explain.ts';
import {isMutable, type Overwrite} from './place-manifest.ts';

export interface PreflightPlan {
  readonly tags: readonly TaggedReference[];
  readonly untagged: readonly Reference[];
  readonly overwrite: Overwrite;
  /** The push goes from here, and not from an engine. */
  readonly isFromHere: boolean;
  /** The engine is on this machine, so that registries see both of us alike. */
  readonly isNear: boolean;
}

export interface PreflightTools {
  readonly client: RegistryClient;
  readonly credentials: CredentialSource;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A push that would fail, found before the work was done. */
export class PushImpossible extends Error {
  override readonly name = 'PushImpossible';
  readonly hint: string;

  constructor(failures: readonly string[], hint: string | undefined, cause: unknown) {
    const [only] = failures;
    const list = failures.length === 1 ? ` ${only}` : `\n  ${failures.join('\n  ')}`;
    super(`the push would fail, as a look before it shows:${list}`, {cause});
    this.hint = hint ?? 'Or set preflight: false, to find out at the end';
  }
}

/** An answer that is not there by then is unclear. */
const LIMIT_MS = 10_000;

/**
 * A reference that is certain to fail is a warning while there are others, as those are worth the work. Throws
 * PushImpossible, or the reason of the signal.
 */
export async function preflight(plan: PreflightPlan, tools: PreflightTools): Promise<void> {
  const all: readonly Reference[] = [...plan.tags, ...plan.untagged];
  const protectedTags = plan.overwrite === 'always' ? [] : plan.tags.filter((tag) => !isMutable(tag));
  const looks = [
    ...uniqueRepositories(all).map((repository) => lookAt(repository, plan, tools)),
    ...protectedTags.map((tag) => lookForTag(tag, plan, tools)),
  ];
  const findings = (await Promise.all(looks)).filter((finding) => finding !== undefined);
  const certain = findings.filter(({isCertain}) => isCertain);
  const isDoomed = (reference: Reference) => certain.some(({about}) => isAbout(about, reference));
  const [first] = certain;
  if (first !== undefined && all.every(isDoomed)) {
    throw new PushImpossible(
      certain.map(({text}) => text),
      first.hint,
      first.cause,
    );
  }
  for (const {text, hint} of findings) tools.log.warning(`preflight: ${text}${hint === undefined ? '' : `. ${hint}`}`);
}

function isAbout({registry, path, tag}: Reference, reference: Reference): boolean {
  return registry === reference.registry && path === reference.path && (tag === undefined || tag === reference.tag);
}

interface Finding {
  /** A repository, or a tag. */
  readonly about: Reference;
  /** The push would fail, rather than might. */
  readonly isCertain: boolean;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

async function lookAt(
  repository: Reference,
  {isFromHere, isNear}: PreflightPlan,
  {client, credentials, signal}: PreflightTools,
): Promise<Finding | undefined> {
  const name = familiarRepository(repository);
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  try {
    await tryUpload(client, repository, limited);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    const about = repository;
    if (!(error instanceof RegistryError))
      return {about, isCertain: false, text: `${name} could not be looked at: ${(error as Error).message}`};
    const {status, reason, code, cause} = error;
    const base = {about, hint: hintFor(error, repository), cause: cause ?? error};
    const isCertain = isFromHere || isNear;
    if (status === 401 || status === 403) {
      const who = await whoWasRefused(repository, 'push', credentials);
      return {...base, isCertain, text: `${who} for ${name}: ${reason}`};
    }
    if (status === 404)
      return {...base, isCertain, text: `${name} does not exist, and its registry does not make it: ${reason}`};
    if (isFromHere && status === 0 && !limited.aborted)
      return {...base, isCertain: true, text: `${name} is out of reach: ${reason}`};
    // A token server that is not trusted here is the engine's to trust.
    if (code === 'REALM_REFUSED') return undefined;
    return {about, isCertain: false, text: `whether ${name} can be pushed to is unclear: ${reason}`};
  }
}

/** Begins an upload, which tells of login, repository and permission, and takes it back. */
async function tryUpload(client: RegistryClient, repository: Reference, signal: AbortSignal): Promise<void> {
  const what = `look at ${familiarRepository(repository)}`;
  const actions = 'pull,push';
  const begin = {
    method: 'POST',
    path: ['blobs', 'uploads', ''],
    headers: {'content-length': '0'},
    what,
    actions,
  } as const;
  const place = await client.call(repository, begin, {signal}, async (answer) => {
    await answer.discard();
    const [location] = answer.header('location');
    return location === undefined ? undefined : checkLocation(answer.url, location);
  });
  if (place === undefined) return;
  const end = {method: 'DELETE', path: place, what, actions} as const;
  // The registry forgets it by itself, too.
  await client.call(repository, end, {signal}, (answer) => answer.discard()).catch(() => {});
}

async function lookForTag(
  tag: TaggedReference,
  {overwrite}: PreflightPlan,
  {client, log, signal}: PreflightTools,
): Promise<Finding | undefined> {
  const found = await findManifest(client, tag, {signal, actions: 'pull,push'}).catch(() => undefined);
  signal.throwIfAborted();
  if (found === undefined) return undefined;
  if (overwrite === 'same') {
    // No finding: a run that is repeated makes the very same.
    log.info(`${formatFamiliar(tag)} is there as ${found.digest}; with overwrite: same any other image will fail`);
    return undefined;
  }
  const {message, hint} = new TagTaken(formatFamiliar(tag), found.digest, 'never');
  return {about: tag, isCertain: true, text: message, hint};
}

function hintFor({status, hint}: RegistryError, {registry, path}: Reference): string | undefined {
  if (registry === 'ghcr.io' && status === 403) {
    return `Give the job permissions: packages: write, and let this repository write in the settings of the package ${path}`;
  }
  if (status === 404) return `Create ${path} in ${registry} first, or check its spelling`;
  return hint;
}
