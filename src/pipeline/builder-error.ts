/** A failure of which BuildKit itself said more than a text. */
import type {ErrorDetails} from '../buildkit/rpc-status.ts';
import {EngineError} from '../engine/errors.ts';

export class BuilderError extends EngineError {
  override readonly name = 'BuilderError';
  /** Where it happened; undefined where that is of no line. */
  readonly details: ErrorDetails | undefined;

  constructor(reason: string, details: ErrorDetails | undefined, cause?: unknown) {
    super(reason, {status: 0, endpoint: 'BuildKit Solve', cause});
    this.details = details;
  }
}
