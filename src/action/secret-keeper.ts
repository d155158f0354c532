/** All secrets of a run: each is hidden in the log as it becomes known, and looked for in what is published. */
import type {KnownSecret} from '../pipeline/needles.ts';
import type {OnSecret} from '../registry/masks.ts';
import type {JobLog} from './log.ts';

export interface SecretKeeper {
  readonly onSecret: OnSecret;
  readonly all: () => readonly KnownSecret[];
}

export function createSecretKeeper(log: Pick<JobLog, 'mask'>): SecretKeeper {
  const known = new Map<string, KnownSecret>();
  return {
    onSecret: (value, note) => {
      log.mask(value);
      if (!known.has(value)) known.set(value, {value, what: note?.what, isLine: note?.isLine ?? false});
    },
    all: () => [...known.values()],
  };
}
