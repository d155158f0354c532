/**
 * What the rest of the code may say to the person reading the job log. The one implementation that writes is
 * `action/log.ts`; everything else receives a `Log`, so nothing else can reach the runner (hardening O1).
 */

/** A place in the workspace an annotation points at. `file` is relative to the workspace; lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly endLine?: number;
}

export interface Log {
  /** Our own words, one or more lines. Untrusted parts inside (names, registry texts) are made harmless. */
  info(text: string): void;
  /**
   * Text made by somebody else (RUN output, engine and registry messages), shown line by line behind `label`, which
   * must not be blank. Whole lines only: the caller joins pieces.
   */
  untrusted(label: string, text: string): void;
  /** Opens a foldable group; groups do not nest, a second one closes the first. */
  group(title: string): void;
  endGroup(): void;
  debug(text: string): void;
  notice(text: string, place?: Place): void;
  warning(text: string, place?: Place): void;
  /** An annotation beside the failure text of the step; the failure itself is set once, by main. */
  error(text: string, place?: Place): void;
  /** Resolves when the reader of our output has caught up (hardening O7); await it in loops that write much. */
  drained(): Promise<void>;
}
