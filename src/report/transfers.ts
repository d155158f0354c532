/**
 * What a step moves: downloads, extractions, uploads, reported piece by piece with bytes. Summed up here, because one
 * line per piece and tick is what makes other logs unreadable.
 */
import {count, formatBytes, formatDuration} from './units.ts';

/** A blob of an image, its extraction, or anything else, such as `exporting layers` or `transferring context:`. */
export interface Piece {
  readonly kind: 'blob' | 'extraction' | 'activity';
  readonly id: string;
  readonly current: number;
  /** 0 when unknown. */
  readonly total: number;
  /** Milliseconds it took, once it is complete. */
  readonly ms: number | undefined;
}

/** Pieces remembered for one step; an image has at most 127 layers. */
const LIMIT = 1000;
/** Below this many bytes a download was of manifests only, which are read even when all layers are here. */
const PULL_BYTES = 100_000;
/** Activities without bytes are named when they took this long. */
const WORTH_MS = 1000;

export class Transfers {
  readonly #pieces = new Map<string, Piece>();

  update(piece: Piece): void {
    const key = `${piece.kind} ${piece.id}`;
    if (this.#pieces.size < LIMIT || this.#pieces.has(key)) this.#pieces.set(key, piece);
  }

  /** Marks a piece complete, of which no more is said than that. */
  complete(kind: Piece['kind'], id: string): void {
    const {current = 0, total = 0} = this.#pieces.get(`${kind} ${id}`) ?? {};
    this.update({kind, id, current: Math.max(current, total), total, ms: 0});
  }

  /** Bytes of blobs that came from a registry. */
  get downloaded(): number {
    return this.#of('blob').reduce((sum, {current}) => sum + current, 0);
  }

  /** Whether layers came from a registry. */
  get hasPulled(): boolean {
    return this.#of('extraction').length > 0 || this.downloaded >= PULL_BYTES;
  }

  /** What was moved, when the step is over; undefined for nothing worth telling. */
  describe(): string | undefined {
    const phrases: string[] = [];
    if (this.downloaded > 0 && this.hasPulled) phrases.push(`${formatBytes(this.downloaded)} downloaded`);
    else if (this.hasPulled) phrases.push(`${count(this.#of('extraction').length, 'layer')} pulled`);
    for (const {id, current, ms} of this.#of('activity')) {
      if (id.endsWith(':') && current > 0) phrases.push(`${id} ${formatBytes(current)}`);
      else if (ms !== undefined && ms >= WORTH_MS) phrases.push(`${shortenDigests(id)} ${formatDuration(ms / 1000)}`);
    }
    return phrases.length === 0 ? undefined : phrases.join(', ');
  }

  /** What is under way; undefined for nothing. */
  describeState(): string | undefined {
    const total = this.#of('blob').reduce((sum, piece) => sum + Math.max(piece.total, piece.current), 0);
    if (this.downloaded < total) return `downloading, ${formatBytes(this.downloaded)} of ${formatBytes(total)}`;
    if (this.#of('extraction').some(isOpen)) return `extracting, ${formatBytes(total)} downloaded`;
    const piece = this.#of('activity').filter(isOpen).at(-1);
    if (piece === undefined) return undefined;
    const of = piece.total > piece.current ? ` of ${formatBytes(piece.total)}` : '';
    return `${shortenDigests(piece.id)}${piece.current > 0 ? ` ${formatBytes(piece.current)}${of}` : ''}`;
  }

  #of(kind: Piece['kind']): readonly Piece[] {
    return [...this.#pieces.values()].filter((piece) => piece.kind === kind);
  }
}

function isOpen(piece: Piece): boolean {
  return piece.ms === undefined;
}

/** A digest is told apart by its first 12 digits, as engines show it. */
export function shortenDigests(text: string): string {
  return text.replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, 'sha256:$1');
}
