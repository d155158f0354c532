/**
 * Build args that look like secrets (hardening S5). Both builders write build args into the image history, where
 * anybody who can pull the image reads them, so the place for a secret is a secret mount. Values are never repeated.
 */
import {areSecretWords} from '../pipeline/secret-words.ts';

/** Names are shown, values not. A private key has a header of its own; certificates and public keys are no secret. */
const TOKEN_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bgh[opsur]_[A-Za-z0-9]{16,}/, 'a GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{16,}/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{16,}/, 'a GitLab token'],
  [/\bdckr_[po]at_[A-Za-z0-9_-]{16,}/, 'a Docker Hub token'],
  [/\bnpm_[A-Za-z0-9]{30,}/, 'an npm token'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\bA(?:KIA|SIA)[A-Z0-9]{16}\b/, 'an AWS access key'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/, 'a signed token (JWT)'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----/, 'a private key'],
];

/** Shorter secrets are common words; finding them inside a value means nothing. */
const SHORTEST_CONTAINED = 8;

/** The warning for one build arg, undefined when there is nothing to warn of. */
export function suspiciousBuildArg(
  name: string,
  value: string,
  knownSecrets: Iterable<string> = [],
): string | undefined {
  const reason = reasonAgainst(name, value, knownSecrets);
  if (reason === undefined) return undefined;
  return `build arg ${name} ${reason}; build args stay readable in the history of the image: give it to the input secrets, and to the step that needs it by RUN --mount=type=secret`;
}

function reasonAgainst(name: string, value: string, knownSecrets: Iterable<string>): string | undefined {
  if (value === '') return undefined;
  for (const secret of knownSecrets) {
    if (secret !== '' && value === secret) return 'is a secret known to this job';
    if (secret.length >= SHORTEST_CONTAINED && value.includes(secret)) return 'contains a secret known to this job';
  }
  const form = TOKEN_FORMS.find(([pattern]) => pattern.test(value));
  if (form) return `looks like ${form[1]}`;
  return areSecretWords(name.toLowerCase().split('_')) ? 'is named like a secret' : undefined;
}
