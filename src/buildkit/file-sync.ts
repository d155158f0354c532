/**
 * `moby.filesync.v1.FileSync/DiffCopy`: the builder asks for a directory by name, gets the list of what is in it and
 * then asks for the files it does not have from an earlier build (moby/buildkit session/filesync; tonistiigi/fsutil
 * send.go). Whatever is not exactly as it was listed ends the call with an error: never silently a hole.
 */
import type {Methods, StreamCall} from './grpc.ts';
import {valuesOf} from './metadata.ts';
import {decodePacket, encodePacket, roomForData, toGoMode} from './packet.ts';
import type {ListRequest, SharedDirectory, SharedEntry} from './shared-directory.ts';
import {Code, GrpcError} from './status.ts';

/** What one call moved. Grows while the call lasts. */
export interface Transfer {
  /** The `dir-name` asked for, such as `context` or `dockerfile`. */
  readonly directory: string;
  readonly request: ListRequest;
  /** Entries listed, and the content of their files in bytes. */
  readonly listed: {readonly entries: number; readonly bytes: number};
  readonly sent: {readonly files: number; readonly bytes: number};
  /** The builder has all that it wanted. */
  readonly isDone: boolean;
}

export interface FileSyncOptions {
  /** By the names the builder asks for; another one is not found. */
  readonly directories: ReadonlyMap<string, SharedDirectory>;
  /** Told at the begin of each call; the object is kept up to date. */
  readonly onTransfer?: (transfer: Transfer) => void;
  /** Told why we ended a call: what the directory threw. The builder only repeats its message. */
  readonly onFailure?: (error: unknown) => void;
}

/** Entries and small files go out joined to this many bytes; the connection takes them in one go. */
const BATCH = 64 * 1024;
/** Read and sent at once of a large file. BuildKit 0.8 ends the session for messages of 4 MiB. */
const CHUNK = 512 * 1024;

const NO_BYTES = new Uint8Array(0);

export function fileSyncMethods(options: FileSyncOptions): Methods {
  const handle = async (call: StreamCall): Promise<void> => {
    const name = valuesOf(call, 'dir-name')[0] ?? '';
    const directory = options.directories.get(name);
    if (directory === undefined) throw new GrpcError(Code.notFound, `this session has no directory "${name}"`);
    const request = {
      include: valuesOf(call, 'include-patterns'),
      exclude: valuesOf(call, 'exclude-patterns'),
      follow: valuesOf(call, 'followpaths'),
    };
    const sending = new Sending(call);
    options.onTransfer?.({
      directory: name,
      request,
      listed: sending.listed,
      sent: sending.sent,
      get isDone() {
        return sending.isDone;
      },
    });
    try {
      await sending.run(directory, request);
    } catch (error) {
      if (call.signal.aborted || error instanceof GrpcError) throw error;
      options.onFailure?.(error);
      await sending.giveUp(error);
      throw error;
    }
  };
  return new Map([['/moby.filesync.v1.FileSync/DiffCopy', {kind: 'stream', handle}]]);
}

/** One call: the listing, the requests and the content all go on at the same time. */
class Sending {
  readonly listed = {entries: 0, bytes: 0};
  readonly sent = {files: 0, bytes: 0};
  isDone = false;
  readonly #call: StreamCall;
  /** Ends the other parts when one has failed. */
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  /** Files that may be asked for, by id. */
  readonly #files = new Map<number, SharedEntry>();
  readonly #wanted = new Queue<Wanted>();

  constructor(call: StreamCall) {
    this.#call = call;
    this.#signal = AbortSignal.any([call.signal, this.#over.signal]);
  }

  async run(directory: SharedDirectory, request: ListRequest): Promise<void> {
    const parts = [this.#list(directory, request), this.#receive(), this.#answer()];
    try {
      await Promise.all(parts);
    } catch (error) {
      this.#over.abort(error);
      throw error;
    }
    this.isDone = true;
    await this.#call.send(encodePacket({kind: 'finish'}));
  }

  /** Tells the builder, which then throws away what it has got by now. */
  async giveUp(error: unknown): Promise<void> {
    const text = error instanceof Error ? error.message : String(error);
    // Whether it arrives or not, the status of the call says the same.
    await this.#call.send(encodePacket({kind: 'error', text})).catch(() => {});
  }

  async #list(directory: SharedDirectory, request: ListRequest): Promise<void> {
    const batch = new Batch(this.#call);
    let id = 0;
    for await (const entries of directory.list(request, this.#signal)) {
      for (const entry of entries) {
        this.#register(id++, entry);
        batch.add(packetOf(entry));
        if (batch.full) await batch.send();
      }
      // Little as it may be: the builder compares while we look on.
      await batch.send();
    }
    batch.add(encodePacket({kind: 'stat', stat: undefined}));
    await batch.send();
  }

  #register(id: number, entry: SharedEntry): void {
    this.listed.entries++;
    if (entry.kind !== 'file' || entry.target !== '') return;
    this.listed.bytes += entry.size;
    this.#files.set(id, entry);
  }

  async #receive(): Promise<void> {
    for await (const message of this.#call.requests) {
      const packet = decodePacket(message);
      if (packet.kind === 'request') {
        const entry = this.#files.get(packet.id);
        if (entry === undefined) throw new GrpcError(Code.internal, `there is no file ${packet.id} to be asked for`);
        this.#files.delete(packet.id);
        this.#wanted.push({id: packet.id, entry});
      } else if (packet.kind === 'error') {
        throw new GrpcError(Code.unknown, `the builder gave up: ${packet.text}`);
      } else if (packet.kind === 'finish') {
        this.#wanted.end();
        return;
      }
    }
    throw new GrpcError(Code.internal, 'the builder went away in the middle of a transfer');
  }

  /** One file after the other: they share one stream, and with synchronous reading nothing is won by turns. */
  async #answer(): Promise<void> {
    const batch = new Batch(this.#call);
    for (;;) {
      const next = this.#wanted.take();
      if (next !== undefined) {
        await this.#sendFile(next, batch);
      } else if (batch.empty) {
        if (!(await this.#wanted.filled(this.#signal))) return;
      } else {
        await batch.send();
      }
    }
  }

  /** The end of a file goes out only when it is certain that all of it was what was listed. */
  async #sendFile({id, entry}: Wanted, batch: Batch): Promise<void> {
    const file = entry.open();
    try {
      while (file.left > 0) {
        const {packet, at} = roomForData(id, Math.min(CHUNK, file.left));
        for (let end = at; end < packet.length; ) end += file.read(packet, end, packet.length - end);
        batch.add(packet);
        this.sent.bytes += packet.length - at;
        if (batch.full) await batch.send();
        this.#signal.throwIfAborted();
      }
      file.finish();
    } finally {
      file.close();
    }
    batch.add(encodePacket({kind: 'data', id, data: NO_BYTES}));
    this.sent.files++;
  }
}

interface Wanted {
  readonly id: number;
  readonly entry: SharedEntry;
}

function packetOf({path, kind, mode, size, modified, target}: SharedEntry): Uint8Array {
  const linked = kind === 'file' && target !== '';
  const stat = {
    path: Buffer.from(path),
    mode: toGoMode(kind, mode),
    size: linked ? 0 : size,
    modified,
    target: Buffer.from(target),
  };
  return encodePacket({kind: 'stat', stat});
}

/** Messages on their way out, joined: thousands of small ones would take longest by themselves. */
class Batch {
  readonly #call: StreamCall;
  #messages: Uint8Array[] = [];
  #length = 0;

  constructor(call: StreamCall) {
    this.#call = call;
  }

  get empty(): boolean {
    return this.#messages.length === 0;
  }

  get full(): boolean {
    return this.#length >= BATCH;
  }

  add(message: Uint8Array): void {
    this.#messages.push(message);
    this.#length += message.length;
  }

  async send(): Promise<void> {
    if (this.empty) return;
    const messages = this.#messages;
    this.#messages = [];
    this.#length = 0;
    await this.#call.send(...messages);
  }
}

/** First in, first out, with an end. */
class Queue<T> {
  #items: T[] = [];
  #first = 0;
  #ended = false;
  #wake: () => void = () => {};

  push(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  take(): T | undefined {
    const item = this.#items[this.#first++];
    if (item === undefined || this.#first === this.#items.length) {
      this.#items = [];
      this.#first = 0;
    }
    return item;
  }

  /** Whether there is something to take; false when there never will be. Throws the signal's reason. */
  async filled(signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    if (this.#items.length > 0 || this.#ended) return this.#items.length > 0;
    const {promise, resolve} = Promise.withResolvers<void>();
    this.#wake = resolve;
    signal.addEventListener('abort', this.#wake, {once: true});
    await promise;
    signal.removeEventListener('abort', this.#wake);
    signal.throwIfAborted();
    return this.#items.length > 0;
  }
}
