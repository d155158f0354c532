/**
 * A push by the builder, without a tag: the build once more, all of it in the cache, after the image was looked at. The
 * engine itself cannot push to a digest.
 */

import type {BuildRequest} from '../engine/build.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {formatReference, type Reference} from '../registry/reference.ts';
import {type Clock, retrying} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';
import {classifyTransfer} from './classify.ts';
import {PublishFailed} from './errors.ts';
import {explainRegistry} from './explain.ts';
import type {Sending} from './send-context.ts';
import type {SolveJob} from './solve-build.ts';

export interface DigestPush {
  readonly solving: SolveJob;
  readonly request: BuildRequest;
  readonly session: string;
  readonly sending: Sending;
  readonly repositories: readonly Reference[];
}

export interface DigestPushTools {
  readonly credentials: CredentialSource;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Gives the digest that was pushed. Throws PublishFailed, or the abort reason. */
export async function pushByDigest(push: DigestPush, tools: DigestPushTools): Promise<string> {
  const {solving, request, session, sending, repositories} = push;
  const {clock, random, log, signal, credentials} = tools;
  const attributes = new Map([...(request.outputs?.[0]?.attributes ?? []), ...ATTRIBUTES]);
  const again = {...request, tags: repositories.map(formatReference), outputs: [{type: 'image', attributes}]};
  const once = async () => {
    const {body} = await sending.begin(true);
    let digest = '';
    for await (const event of solving.repeat(again, {session, body, signal}))
      if (event.kind === 'image') digest = event.id;
    return digest;
  };
  const classify = (error: unknown) => classifyTransfer(error, false);
  try {
    return await retrying(once, {
      what: 'push by digest',
      classify,
      clock,
      random,
      log: (text) => log.info(text),
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    const failed = repositories.map(async (reference) => ({
      reference: formatReference(reference),
      reason: await explainRegistry(error, {reference, action: 'push'}, credentials),
      cause: error,
    }));
    throw new PublishFailed([], await Promise.all(failed));
  }
}

/** Nothing more is stored in the engine: there is no name for it. */
const ATTRIBUTES: ReadonlyArray<readonly [string, string]> = [
  ['push', 'true'],
  ['push-by-digest', 'true'],
  ['store', 'false'],
];
