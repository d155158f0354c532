/**
 * Inputs of docker/build-push-action that Stowage does not have (yet). The runner hands them over all the same, so each
 * is answered: a warning where only speed differs, a notice where nothing does.
 */
import type {Log} from '../report/log.ts';

interface Unsupported {
  readonly how: 'warning' | 'notice';
  readonly instead: string;
}

/** By name of the input; exported for the migration table of the README. */
export const UNSUPPORTED: Readonly<Record<string, Unsupported>> = {
  builder: {how: 'notice', instead: 'the engine itself builds, so no builder is set up'},
};

/** Logs what is given. */
export function checkUnsupported(raw: (name: string) => string, log: Log): void {
  for (const [name, {how, instead}] of Object.entries(UNSUPPORTED)) {
    const value = raw(name);
    if (value === '') continue;
    if (how === 'warning') log.warning(`input ${name} is not supported yet and has no effect: ${instead}`);
    else log.notice(`input ${name} has no effect: ${instead}`);
  }
}
