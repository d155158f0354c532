/** What a run for several platforms has found out by now, for the outputs and the job summary. */
import type {Descriptor} from '../engine/descriptor.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import type {ImageFacts} from '../report/summary.ts';
import type {Summarized} from './outcome.ts';
import {NO_RESULTS, platformOf, type Results} from './results.ts';

/** `about` is what stands for all of them. */
export type News = Partial<Results> & {readonly about?: Descriptor};

export interface PlatformImage {
  readonly image: ImageDetails;
  /** As it was asked for. */
  readonly platform: Platform;
}

export interface PlatformImages {
  /** `engine/<host>/<id>`: which engine made the build; undefined where none did. */
  readonly buildRef: string | undefined;
  /** One at least. */
  readonly all: readonly PlatformImage[];
}

export class PlatformsOutcome implements Summarized {
  readonly #images: PlatformImages;
  readonly #onResults: (results: Results) => void;
  #known: News = {};

  constructor(images: PlatformImages, onResults: (results: Results) => void) {
    this.#images = images;
    this.#onResults = onResults;
    this.more({});
  }

  more(news: News): void {
    this.#known = {...this.#known, ...news};
    const {about, ...results} = this.#known;
    const tags = results.tags ?? results.pushed ?? [];
    this.#onResults({...NO_RESULTS, reused: false, ...results, tags, metadata: this.#metadata()});
  }

  image(pushed: boolean): ImageFacts {
    const {about, imageRefs = [], tags = [], files = []} = this.#known;
    const {all} = this.#images;
    const [first] = all as readonly [PlatformImage, ...PlatformImage[]];
    const references = pushed
      ? imageRefs.map((name) => name.split('@', 2)).map(([name = '', digest]) => ({name, digest}))
      : tags.map((name) => ({name, digest: undefined}));
    return {
      references,
      imageId: about?.digest ?? first.image.id,
      platform: all.map(({platform}) => formatPlatform(platform)).join(', '),
      size: all.reduce((sum, {image}) => sum + image.size, 0),
      labels: first.image.config.labels,
      layers: undefined,
      files,
    };
  }

  /** The keys of docker/build-push-action for an index, and what is known of each platform. */
  #metadata(): string {
    const {about, pushed = [], tags = []} = this.#known;
    const {all, buildRef} = this.#images;
    const names = pushed.length > 0 ? pushed : tags;
    const platforms = all.map(({image, platform}) => [
      formatPlatform(platform),
      {
        id: image.id,
        platform: formatPlatform(platformOf(image)),
        size: image.size,
        labels: Object.fromEntries(image.config.labels),
      },
    ]);
    const metadata = {
      ...(buildRef !== undefined && {'buildx.build.ref': buildRef}),
      ...(about && {'containerimage.digest': about.digest, 'containerimage.descriptor': about}),
      ...(names.length > 0 && {'image.name': names.join(',')}),
      'image.platforms': Object.fromEntries(platforms),
    };
    return JSON.stringify(metadata, undefined, 2);
  }
}

interface Manifestlike {
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** The news that an index or a manifest is. */
export function descriptorOf({mediaType, digest, bytes}: Manifestlike) {
  return {digest, imageId: digest, about: {mediaType, digest, size: bytes.length}};
}
