/** Inputs `skip-…`: whether an image that a registry has already may stand for the build, and what rules that out. */
import type {Inputs, Skip} from '../pipeline/run-inputs.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import {parseAge} from './numbers.ts';
import type {InputSource, RawInputs} from './raw-inputs.ts';
import {readReference} from './reference-input.ts';
import {textsOf} from './secret-input.ts';
import {suspiciousBuildArg} from './suspicious.ts';

type Publication = Pick<Inputs, 'origin' | 'tags' | 'push' | 'outputs' | 'load'>;

/** Undefined where it is not asked for, or ruled out, which is said. Throws InvalidInput. */
export function readSkip(
  raw: RawInputs,
  publication: Publication,
  {log, logins}: Pick<InputSource, 'log'> & {readonly logins: readonly RegistryLogin[]},
): Skip | undefined {
  const from = raw['skip-from'].map((item) => readReference('skip-from', item));
  const age = raw['skip-max-age'];
  const maxAgeMs = age === 'none' ? undefined : parseAge('skip-max-age', age || '7d');
  if (!raw['skip-unchanged']) {
    if (from.length > 0) log.notice('skip-from has no effect: it is for skip-unchanged: true');
    return undefined;
  }
  const chosen = overruledBy(raw, publication);
  if (chosen !== undefined) {
    log.notice(`skip-unchanged has no effect: ${chosen}`);
    return undefined;
  }
  const unsafe = unsafeWith(raw, publication, logins);
  if (unsafe !== undefined) {
    log.warning(`skip-unchanged has no effect: ${unsafe}`);
    return undefined;
  }
  return {from, maxAgeMs};
}

/** What the author asked for beside it. */
function overruledBy(raw: RawInputs, {tags, push, outputs, load}: Publication): string | undefined {
  if (raw.call !== '' && raw.call !== 'build') return `call: ${raw.call} makes no image`;
  if (!push) return 'nothing is pushed, and what is in a registry is not in the engine';
  if (load) return 'load wants the image in the engine';
  if (outputs.length > 0) return 'outputs are written of an image that is in the engine';
  if (raw['no-cache']) return 'no-cache asks for a build';
  if (raw['no-cache-filters'].length > 0) return 'no-cache-filters asks for a build';
  if (tags.length === 0 && raw['skip-from'].length === 0)
    return 'no tag is written, so there is none to look at: name one in skip-from';
  return undefined;
}

/** What a published hash must not be made of, or cannot see. */
function unsafeWith(raw: RawInputs, {origin}: Publication, logins: readonly RegistryLogin[]): string | undefined {
  if (origin.kind !== 'build') return undefined;
  const {secrets, ssh, buildArgs} = origin;
  const isGiven = [...secrets.values()].some(({input}) => input !== undefined) || ssh.length > 0;
  if (isGiven && !raw['skip-with-secrets'])
    return 'the build gets secrets or ssh agents, and whether those changed is not looked at: allow it with skip-with-secrets: true';
  const known = [raw['github-token'], ...logins.map(({password}) => password), ...textsOf(secrets)];
  const arg = [...buildArgs].find(([name, value]) => suspiciousBuildArg(name, value, known) !== undefined);
  if (arg !== undefined)
    return `build arg ${arg[0]} may be a secret, and its value could be guessed from the hash that is published with the image`;
  return undefined;
}
