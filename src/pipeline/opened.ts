/** The engine of a run, with the ledger of what is made there. */
import type {Engine} from '../engine/facts.ts';
import type {Ledger} from './ledger.ts';

export interface Opened {
  readonly engine: Engine;
  readonly ledger: Ledger;
}
