/** What the streams of push, create and load have in common: lines about layers that move. */
import type {Message} from './messages.ts';

/** One line about a layer, or about the whole. */
export interface TransferStatus {
  /** Short id of a layer, or a tag; undefined for the whole. */
  readonly id: string | undefined;
  readonly status: string;
  /** Bytes so far and in all. */
  readonly current: number | undefined;
  readonly total: number | undefined;
}

export type StatusEvent = TransferStatus & {readonly kind: 'status'};

/** Stop a push or a pull on which nothing moves (hardening R7): no engine gives up by itself. */
export const IDLE_LIMIT_MS = 5 * 60_000;

export function* statusOf({id, status, current, total}: Message): Generator<StatusEvent> {
  if (status !== undefined) yield {kind: 'status', id, status, current, total};
}
