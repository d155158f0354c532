/** Whether a push or a pull that failed may succeed a moment later (hardening R8, R9). */
import {EngineError, EngineUnreachable, StreamCutShort} from '../engine/errors.ts';
import type {Verdict} from '../registry/retry.ts';
import {diagnose} from '../report/diagnosis.ts';

/** `moved`: layers went through before. A refusal after that is an expired token, which the engine renews on the next try. */
export function classifyTransfer(error: unknown, moved: boolean): Verdict {
  if (error instanceof StreamCutShort) return {kind: 'transient', reason: error.reason};
  if (error instanceof EngineUnreachable) return {kind: 'transient', reason: error.message};
  if (!(error instanceof EngineError)) return {kind: 'permanent'};
  const diagnosis = diagnose(error.reason);
  const expired = diagnosis?.code === 'unauthorized' && moved;
  return diagnosis?.transient || expired ? {kind: 'transient', reason: error.reason} : {kind: 'permanent'};
}
