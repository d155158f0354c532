/** Puts a failed registry call into one sentence: the registry, the account that was used, the reason, the way out. */
import {EngineError} from '../engine/errors.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {RegistryError} from '../registry/errors.ts';
import type {Reference} from '../registry/reference.ts';
import {type Diagnosis, diagnose} from '../report/diagnosis.ts';
import type {Place} from '../report/log.ts';
import {BuildFailed, CheckFailed} from './errors.ts';
import {FetchFailed} from './git-fetch.ts';

/** What was tried, of which registry. */
export interface RegistryWork {
  readonly reference: Reference;
  readonly action: 'pull' | 'push';
}

/** Never holds a secret: of the credential only the account and its origin are named. */
export async function explainRegistry(
  error: unknown,
  {reference, action}: RegistryWork,
  credentials: CredentialSource,
): Promise<string> {
  if (!(error instanceof EngineError)) return describeError(error);
  const diagnosis = diagnose(error.reason);
  const hint = diagnosis?.hint === undefined ? '' : `. ${diagnosis.hint}`;
  switch (diagnosis?.code) {
    case 'no-creds':
    case 'unauthorized':
    case 'pull-denied':
    case 'denied':
      return `${await whoWasRefused(reference, action, credentials)}: ${error.reason}${hint}`;
    default:
      return `${error.reason}${hint}`;
  }
}

/** `ghcr.io refused the account "octo" (from input username)`. */
export async function whoWasRefused(
  reference: Reference,
  action: RegistryWork['action'],
  credentials: CredentialSource,
): Promise<string> {
  const {registry, path: repository} = reference;
  const found = await credentials.find({registry, repository, action});
  if (found === undefined)
    return `${registry} refused us without an account (none was found in the inputs or the docker config)`;
  return `${registry} refused ${found.account === undefined ? 'the token' : `the account "${found.account}"`} (from ${found.source})`;
}

/** What to do about an error, unless its message says so; words of an engine or of git get the hint of the table. */
export function hintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = (error as {readonly hint?: unknown}).hint;
  const hint = own ?? (error instanceof RegistryError ? ofRegistry(error) : diagnose(wordsOf(error)))?.hint;
  return typeof hint !== 'string' || error.message.includes(hint) ? undefined : hint;
}

function wordsOf(error: Error): string {
  if (error instanceof EngineError) return error.reason;
  return error instanceof FetchFailed ? error.message : '';
}

/** The table is of what engines say; this much of it means the same whoever asks a registry. */
function ofRegistry({code = '', reason}: RegistryError): Diagnosis | undefined {
  const diagnosis = diagnose(`${code}: ${reason}`);
  return ['tag-immutable', 'quota'].includes(diagnosis?.code ?? '') ? diagnosis : undefined;
}

/** Message and hint of any error, once each. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const hint = hintOf(error);
  if (hint === undefined) return error.message;
  const joint = error.message.includes('\n') ? '\n' : /[.!?]$/.test(error.message) ? ' ' : '. ';
  return `${error.message}${joint}${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
}

/** The line that an error is about, where it is in a file of the workspace. */
export function placeOf(error: unknown): Place | undefined {
  return error instanceof BuildFailed || error instanceof CheckFailed ? error.place : undefined;
}
