/** `POST /images/load` (Engine API v1.51 "ImageLoad"): takes the images of an archive that `export` or others made. */
import type {Readable} from 'node:stream';
import {EngineError, StreamCutShort} from './errors.ts';
import type {Engine} from './facts.ts';
import {imageIdOf} from './json.ts';
import {decodeMessages} from './messages.ts';
import {admit} from './parameters.ts';
import {encodePlatform, type Platform} from './platform.ts';
import {type StatusEvent, statusOf} from './transfer.ts';

export interface LoadOptions {
  /** No lines about layers; default true, as in the API. `false` tells of those that are new, with a graph driver. */
  readonly quiet?: boolean;
  /**
   * Only this platform of an index; default is every one. Since API 1.48. The containerd store lists the others as
   * here until it next collects garbage.
   */
  readonly platform?: Platform | undefined;
  readonly signal: AbortSignal;
}

export type LoadEvent =
  | StatusEvent
  /** An image that is in the engine now, by name. */
  | {readonly kind: 'loaded'; readonly name: string}
  /** One that has no name in the archive. */
  | {readonly kind: 'loaded-id'; readonly id: string};

const ENDPOINT = 'POST /images/load';

/**
 * `archive` is a docker or OCI archive, plain or compressed by gzip, bzip2 or xz (zstd on newer engines). An archive
 * without `manifest.json` needs the containerd store or Podman. Every failure comes inside of a 200, and one kind as
 * plain text. Throws EngineError; StreamCutShort when no image was loaded.
 */
export async function* load(engine: Engine, archive: Readable, options: LoadOptions): AsyncGenerator<LoadEvent> {
  const {quiet, platform, signal} = options;
  admit(engine, ENDPOINT, {platform, 'quiet=0': quiet === false || undefined});
  const chunks = await engine.transport.stream({
    method: 'POST',
    path: '/images/load',
    endpoint: ENDPOINT,
    query: {quiet: quiet === false ? '0' : '1', platform: encodePlatform(platform)},
    body: archive,
    signal,
  });
  let loaded = false;
  for await (const message of decodeMessages(chunks, ENDPOINT)) {
    yield* statusOf(message);
    for (const event of readLines(message.stream ?? '')) {
      loaded = true;
      yield event;
    }
  }
  // A body that failed while the engine went on must never count as loaded (hardening C2).
  if (archive.errored) throw archive.errored;
  if (!loaded) throw new StreamCutShort('the engine loaded no image from the archive', {status: 0, endpoint: ENDPOINT});
}

function* readLines(text: string): Generator<LoadEvent> {
  for (const line of text.split('\n')) {
    const [, what, names = ''] = /^Loaded image( ID|\(s\))?: (.+)$/.exec(line.trim()) ?? [];
    // The containerd store says so as if it were nothing.
    if (/^Error unpacking image /.test(line)) throw new EngineError(line, {status: 0, endpoint: ENDPOINT});
    // Podman joins the names of several images.
    for (const name of names.split(',').filter((item) => item !== '')) {
      const id = imageIdOf(name);
      if (id !== undefined) yield {kind: 'loaded-id', id};
      else if (what !== ' ID') yield {kind: 'loaded', name};
    }
  }
}
