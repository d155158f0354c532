/**
 * What a build asks of an ssh agent, cut down to the use of keys (draft-ietf-sshm-ssh-agent, section 3: four bytes of
 * length, one of type, the rest). Steps may be anybody's code: without this they could add keys to the agent of the
 * machine, take its keys away, lock it, or have it load a library. A refused request reaches the agent as one that no
 * agent knows, so that its failure comes in the order of the answers.
 */
import {Code, GrpcError} from './status.ts';

/** List keys, sign, and extensions, among them the binding of a session that restricted keys ask for. */
const ALLOWED: ReadonlySet<number> = new Set([11, 13, 27]);
const UNKNOWN_REQUEST = Buffer.from([0, 0, 0, 1, 0]);
const HEADER = 5;
/** Longest request that OpenSSH's agent takes, in bytes. */
const LIMIT = 256 * 1024;

/** Takes a stream of requests in pieces, however it is cut. */
export class AgentRequests {
  #header = Buffer.alloc(0);
  /** Bytes of the message under way that are still to come. */
  #left = 0;
  #passes = false;

  /** What the agent may get of this piece. Throws GrpcError for what is no request. */
  push(piece: Uint8Array): Uint8Array {
    const out: Uint8Array[] = [];
    for (let at = 0; at < piece.length; ) {
      if (this.#left > 0) {
        const body = piece.subarray(at, at + this.#left);
        if (this.#passes) out.push(body);
        this.#left -= body.length;
        at += body.length;
        continue;
      }
      const more = piece.subarray(at, at + HEADER - this.#header.length);
      this.#header = Buffer.concat([this.#header, more]);
      at += more.length;
      if (this.#header.length === HEADER) out.push(this.#begin(this.#header));
    }
    return Buffer.concat(out);
  }

  #begin(header: Buffer): Uint8Array {
    const length = header.readUInt32BE(0);
    if (length === 0 || length > LIMIT)
      throw new GrpcError(Code.internal, `a request of ${length} bytes is none for an ssh agent`);
    this.#header = Buffer.alloc(0);
    this.#left = length - 1;
    this.#passes = ALLOWED.has(header.readUInt8(4));
    return this.#passes ? header : UNKNOWN_REQUEST;
  }
}
