/** The image of a run, in the engine but without its names yet. */
import type {HistoryEntry} from '../engine/history.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import type {BuildSummary} from '../report/progress.ts';
import {WrongPlatform} from './errors.ts';
import {platformOf} from './results.ts';

export interface Obtained {
  readonly image: ImageDetails;
  /** Of a build only. */
  readonly summary?: BuildSummary;
  /** The history of an image that was pushed as it was built and that the engine does not have, newest first. */
  readonly unstored?: readonly HistoryEntry[];
}

/** What a build wrote on the runner, of which the engine has no image. */
export interface Exported {
  readonly image: undefined;
  readonly summary: BuildSummary;
  /** Absolute path. */
  readonly dest: string;
  /** In words. */
  readonly size: string;
}

/** Throws WrongPlatform for an image that was not built here. */
export function checkPlatform(asked: Platform | undefined, image: ImageDetails, hint: string): void {
  const got = platformOf(image);
  if (asked === undefined || matchesPlatform(asked, got)) return;
  throw new WrongPlatform('image', formatPlatform(asked), formatPlatform(got), hint);
}

/** Whether the image stands for several platforms, as only the containerd store keeps it. */
export function isIndex({descriptor}: Pick<ImageDetails, 'descriptor'>): boolean {
  return /index|manifest\.list/.test(descriptor?.mediaType ?? '');
}
