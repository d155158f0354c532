/** `GET /images/{name}/history` (Engine API v1.51 "ImageHistory"): how an image came to be. */
import {encodeName} from './call.ts';
import type {Engine} from './facts.ts';
import {amountOf, asObject, imageIdOf, itemsOf, namesOf, own, textOf} from './json.ts';
import {admit} from './parameters.ts';
import {encodePlatform, type Platform} from './platform.ts';

/** One instruction, with the layer it made. */
export interface HistoryEntry {
  /** Id of the image that ended here; undefined for layers that no image of this engine ends with. */
  readonly id: string | undefined;
  /** Seconds since 1970. */
  readonly created: number;
  /** The instruction as its builder wrote it down. */
  readonly createdBy: string;
  /** Bytes of the layer; 0 for an instruction that changes no file. */
  readonly size: number;
  readonly comment: string;
  /** Names of that image. */
  readonly names: readonly string[];
}

export interface HistoryOptions {
  /** Which platform of an index; default is the engine's own. Since API 1.48. */
  readonly platform?: Platform | undefined;
  readonly signal: AbortSignal;
}

const ENDPOINT = 'GET /images/{name}/history';

/** Newest first. Throws EngineError, 404 for an unknown image or one without this platform. */
export async function history(engine: Engine, name: string, options: HistoryOptions): Promise<readonly HistoryEntry[]> {
  const {platform, signal} = options;
  admit(engine, ENDPOINT, {platform}, name);
  const {json} = await engine.transport.json({
    method: 'GET',
    path: `/images/${encodeName(name)}/history`,
    endpoint: ENDPOINT,
    subject: name,
    query: {platform: encodePlatform(platform)},
    signal,
  });
  return itemsOf(json).map((item) => {
    const entry = asObject(item);
    return {
      id: imageIdOf(own(entry, 'Id')),
      created: amountOf(own(entry, 'Created')) ?? 0,
      createdBy: textOf(own(entry, 'CreatedBy')),
      size: amountOf(own(entry, 'Size')) ?? 0,
      comment: textOf(own(entry, 'Comment')),
      names: namesOf(own(entry, 'Tags')),
    };
  });
}
