/** Pulls one image by tag or digest, with the account for its registry, and again when a registry was only busy. */
import {create} from '../engine/create.ts';
import type {Engine} from '../engine/facts.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {familiarRepository, formatFamiliar, type Reference, withDefaultTag} from '../registry/reference.ts';
import {type Clock, retrying} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';
import {createProgress} from '../report/progress.ts';
import {classifyTransfer} from './classify.ts';
import type {Ledger} from './ledger.ts';

export interface PullTools {
  readonly credentials: CredentialSource;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** The digest is of the manifest or index that was named; Podman does not tell it. Throws EngineError. */
export async function pullImage(
  engine: Engine,
  reference: Reference,
  platform: Platform | undefined,
  tools: PullTools,
): Promise<string | undefined> {
  const {credentials, ledger, log, clock, random, signal} = tools;
  const named = withDefaultTag(reference);
  const {registry, path: repository} = named;
  const source = {
    kind: 'pull',
    repository: familiarRepository(named),
    tag: named.digest ?? named.tag ?? '',
    platform: platform && formatPlatform(platform),
  } as const;
  const registryAuth = await credentials.authHeader({registry, repository, action: 'pull'});
  await ledger.name(
    formatFamiliar(named.digest === undefined ? named : {registry, path: repository, digest: named.digest}),
  );
  const once = async () => {
    const progress = createProgress(log);
    let digest: string | undefined;
    let complete = false;
    try {
      for await (const event of create(engine, source, {registryAuth, signal})) {
        if (event.kind === 'status') progress.status(event);
        else if (event.kind === 'pulled') digest = event.digest;
        await log.drained();
      }
      complete = true;
      return digest;
    } finally {
      progress.finish(complete);
    }
  };
  const what = `pull ${formatFamiliar(named)}`;
  return retrying(once, {
    what,
    classify: (error) => classifyTransfer(error, false),
    clock,
    random,
    log: (text) => log.info(text),
    signal,
  });
}
