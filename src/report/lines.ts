/**
 * Joins the pieces a program wrote into whole lines. Pieces end anywhere, also inside a character, so bytes are kept
 * and only whole lines are decoded. A line that is redrawn with carriage returns (progress bars) is its last state.
 */

const LF = 0x0a;
const CR = 0x0d;
/** What is kept of a line that never ends, in bytes: a displayed line has 64 KiB, prefix and marker included (O7). */
const LIMIT = 60 * 1024;
/** Colours alone, as the classic builder writes them after a line of stderr. */
const COLOURS_ONLY = /^(?:\x1b\[[0-9;]*m)*$/;

export class LineJoiner {
  #held: Uint8Array[] = [];
  #size = 0;
  #dropped = 0;
  #redrawn = false;

  /** Adds a piece; the lines it completes, joined by LF and without the last one, or undefined for none. */
  push(piece: Uint8Array): string | undefined {
    const end = piece.lastIndexOf(LF);
    if (end === -1) {
      this.#hold(piece);
      return undefined;
    }
    const text = this.#complete(piece.subarray(0, end));
    this.#hold(piece.subarray(end + 1));
    return text;
  }

  /** The line that has no end yet; undefined when there is none. */
  flush(): string | undefined {
    if (this.#size === 0) return undefined;
    const text = this.#complete(new Uint8Array(0));
    return COLOURS_ONLY.test(text) ? undefined : text;
  }

  /** What a line that is being redrawn shows now; undefined for other lines. */
  get drawing(): string | undefined {
    return this.#redrawn && this.#size > 0 ? lastState(decode(Buffer.concat(this.#held))) : undefined;
  }

  /** The held bytes and `rest` as text; holds nothing afterwards. */
  #complete(rest: Uint8Array): string {
    const held = this.#held;
    const dropped = this.#dropped;
    this.#clear();
    if (held.length === 0) return collapse(decode(rest));
    // Only the first line is joined: the rest of a big piece is decoded where it lies.
    const end = rest.indexOf(LF);
    const first = end === -1 ? rest : rest.subarray(0, end);
    const line =
      dropped === 0
        ? collapse(decode(Buffer.concat([...held, first])))
        : `${collapse(decode(Buffer.concat(held)))} … (line cut, ${dropped + first.length} bytes left out)`;
    return end === -1 ? line : `${line}\n${collapse(decode(rest.subarray(end + 1)))}`;
  }

  #hold(piece: Uint8Array): void {
    if (piece.length === 0) return;
    const visible = endBefore(piece, CR);
    const redraw = visible === 0 ? -1 : piece.lastIndexOf(CR, visible - 1);
    // What follows a carriage return replaces the line, so nothing before it has to be kept.
    if (redraw !== -1 || (visible > 0 && this.#held.at(-1)?.at(-1) === CR)) this.#clear();
    this.#redrawn ||= redraw !== -1 || visible < piece.length;
    const kept = piece.subarray(redraw + 1).subarray(0, LIMIT - this.#size);
    this.#dropped += piece.length - (redraw + 1) - kept.length;
    this.#size += kept.length;
    // A copy: the piece may be a view of a message of many megabytes.
    if (kept.length > 0) this.#held.push(kept.slice());
  }

  #clear(): void {
    this.#held = [];
    this.#size = 0;
    this.#dropped = 0;
    this.#redrawn = false;
  }
}

/** Length of `bytes` without `byte` at its end. */
function endBefore(bytes: Uint8Array, byte: number): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === byte) end--;
  return end;
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function collapse(text: string): string {
  return text.includes('\r') ? text.split('\n').map(lastState).join('\n') : text;
}

function lastState(line: string): string {
  const shown = line.replace(/\r+$/, '');
  return shown.slice(shown.lastIndexOf('\r') + 1);
}
