/** Caches that the engine cannot read or write itself, and what the author says of them. */
import type {Cache} from './control-inputs.ts';
import type {LeakGuard} from './leak-guard.ts';

/** Those that are ours to carry. */
export interface CarriedCaches {
  readonly from: readonly Cache[];
  readonly to: readonly Cache[];
}

export interface LayerInputs {
  /** Why nothing is saved in the cache of GitHub Actions; undefined where it is. */
  readonly unsaved: string | undefined;
  /** Of one entry. */
  readonly maxBytes: number;
  /** What becomes of layers of an image that holds secrets. */
  readonly leakGuard: LeakGuard;
}
