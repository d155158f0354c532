/**
 * A push in few lines: one per layer that was sent, a line about the state now and then, and a sum at the end. The
 * graph driver reports every layer from `Preparing` on, the containerd store only some of them, Podman none
 * (moby distribution/push_v2.go, daemon/containerd/image_push.go).
 */
import type {TransferStatus} from '../engine/transfer.ts';
import type {Clock} from './clock.ts';
import type {Log} from './log.ts';
import {count, formatBytes, formatDuration} from './units.ts';

interface Layer {
  readonly state: 'waiting' | 'pushing' | 'retrying' | 'pushed' | 'there' | 'mounted';
  /** Bytes so far and in all, 0 when the engine does not say; the graph driver counts them before compression. */
  readonly bytes: number;
  readonly total: number;
}

/** How often the state is shown, in milliseconds. */
const STATE_MS = 5000;
/** Layers told apart; an image has at most 127. */
const LIMIT = 1000;
const NEW: Layer = {state: 'waiting', bytes: 0, total: 0};

export class PushProgress {
  readonly #log: Log;
  readonly #name: string;
  readonly #clock: Clock;
  readonly #layers = new Map<string, Layer>();
  readonly #started: number;
  #shown: number;
  #finished = false;

  /** `name` is what is pushed, such as `ghcr.io/a/b:1`. */
  constructor(log: Log, name: string, clock: Clock) {
    this.#log = log;
    this.#name = name;
    this.#clock = clock;
    this.#started = clock.now();
    this.#shown = this.#started;
  }

  /** One `status` message of `POST /images/{name}/push`. */
  status({id, status, current, total}: TransferStatus): void {
    // Without an id: the repository, and the digest, which is for the caller to prove and report.
    if (id === undefined) return;
    const old = this.#layers.get(id) ?? NEW;
    const state = stateOf(status);
    if (state === undefined || (old === NEW && this.#layers.size >= LIMIT)) return;
    const layer = {state, bytes: Math.max(old.bytes, current ?? 0), total: Math.max(old.total, total ?? 0)};
    this.#layers.set(id, layer);
    if (state === 'pushed' && old.state !== 'pushed') this.#show(`${id} pushed${sizeOf([layer], ' ')}`);
    else if (state === 'retrying' && old.state !== 'retrying') {
      this.#show(`${id} failed, the engine will try again: ${status.toLowerCase()}`);
    } else if (this.#clock.now() - this.#shown >= STATE_MS) this.#showState();
  }

  /** Shows the sum of a push that succeeded. */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    // A layer whose last message was about its bytes is there too, or the push would have failed.
    const pushed = this.#in('pushed', 'pushing', 'retrying');
    const [there, mounted] = [this.#in('there').length, this.#in('mounted').length];
    const parts = [
      ...(pushed.length > 0 ? [`${count(pushed.length, 'layer')} pushed${sizeOf(pushed, ' (', ')')}`] : []),
      ...(there > 0
        ? [there === this.#layers.size ? `all ${count(there, 'layer')} already there` : `${there} already there`]
        : []),
      ...(mounted > 0 ? [`${mounted} mounted`] : []),
    ];
    const time = formatDuration((this.#clock.now() - this.#started) / 1000);
    this.#show(`${this.#name}: ${[...(parts.length === 0 ? ['pushed'] : parts), `in ${time}`].join(', ')}`);
  }

  #in(...states: readonly Layer['state'][]): readonly Layer[] {
    return [...this.#layers.values()].filter(({state}) => states.includes(state));
  }

  #showState(): void {
    const open = this.#in('pushing');
    if (open.length === 0) return;
    const moving = [...open, ...this.#in('pushed')];
    const sent = moving.reduce((sum, {bytes}) => sum + bytes, 0);
    const total = moving.reduce((sum, layer) => sum + Math.max(layer.total, layer.bytes), 0);
    const done = this.#layers.size - open.length - this.#in('waiting', 'retrying').length;
    this.#show(
      `pushing, ${formatBytes(sent)} of ${formatBytes(total)}, ${done} of ${count(this.#layers.size, 'layer')} done`,
    );
  }

  #show(text: string): void {
    this.#log.info(text);
    this.#shown = this.#clock.now();
  }
}

function stateOf(status: string): Layer['state'] | undefined {
  if (status.startsWith('Mounted from ')) return 'mounted';
  if (status.startsWith('Retrying in ')) return 'retrying';
  switch (status) {
    case 'Preparing':
    case 'Waiting':
      return 'waiting';
    case 'Pushing':
      return 'pushing';
    case 'Pushed':
      return 'pushed';
    case 'Layer already exists':
    case 'Already exists':
      return 'there';
    default:
      return undefined;
  }
}

/** The bytes of layers between `before` and `after`; nothing when the engine did not say, as it does for small ones. */
function sizeOf(layers: readonly Layer[], before: string, after = ''): string {
  const sizes = layers.map(({bytes, total}) => (total > 0 ? total : bytes));
  const sum = sizes.reduce((a, b) => a + b, 0);
  return sum === 0 ? '' : `${before}${sizes.includes(0) ? 'over ' : ''}${formatBytes(sum)}${after}`;
}
