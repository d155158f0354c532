/**
 * Inputs of docker/build-push-action that Stowage does not have (yet). The runner hands them over all the same, so each
 * is answered: an error where the image would be another one, a warning where only speed differs.
 */
import {InvalidInput} from '../pipeline/errors.ts';
import type {Log} from '../report/log.ts';

interface Unsupported {
  readonly how: 'error' | 'warning' | 'notice';
  readonly instead: string;
}

const error = (instead: string): Unsupported => ({how: 'error', instead});

/** By name of the input; exported for the migration table of the README. */
export const UNSUPPORTED: Readonly<Record<string, Unsupported>> = {
  builder: {how: 'notice', instead: 'the engine itself builds, so no builder is set up'},
  call: error('leave it out'),
};

/** Values that ask for what happens anyway. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {call: ['build']};

/** Throws InvalidInput for the first input that would change the image; logs the others. */
export function checkUnsupported(raw: (name: string) => string, log: Log): void {
  for (const [name, {how, instead}] of Object.entries(UNSUPPORTED)) {
    const value = raw(name);
    if (value === '' || HARMLESS[name]?.includes(value)) continue;
    if (how === 'error') throw new InvalidInput(name, 'Stowage does not support it yet', instead);
    if (how === 'warning') log.warning(`input ${name} is not supported yet and has no effect: ${instead}`);
    else log.notice(`input ${name} has no effect: ${instead}`);
  }
}
