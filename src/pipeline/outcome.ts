/** What a run has found out by now; each piece of news is told as a whole, for the outputs and the job summary. */
import type {Descriptor} from '../engine/descriptor.ts';
import {formatPlatform} from '../registry/platform.ts';
import {formatFamiliar, type Reference} from '../registry/reference.ts';
import type {ImageFacts} from '../report/summary.ts';
import type {Step} from './layers.ts';
import {isIndex, type Obtained} from './obtained.ts';
import {
  formatDescriptor,
  formatDigests,
  formatMetadata,
  NO_RESULTS,
  type PlatformDigest,
  platformOf,
  type Results,
} from './results.ts';

export interface Known {
  readonly tags: readonly Reference[];
  readonly digest: string | undefined;
  readonly descriptor: Descriptor | undefined;
  readonly imageRefs: readonly string[];
  readonly files: readonly string[];
  readonly steps: readonly Step[] | undefined;
  /** References that the registries have now, and those that they should have. */
  readonly pushed: readonly string[];
  readonly failed: readonly string[];
  /** Repositories that have the image under its digest. */
  readonly repositories: readonly Reference[];
  /** What an index holds; empty where one manifest is the image. */
  readonly platforms: readonly PlatformDigest[];
}

/** What is known by now; each piece of news is told as a whole. */
/** What the job summary is told of an image. */
export interface Summarized {
  image(pushed: boolean): ImageFacts;
}

export interface OutcomeBase {
  /** See `MetadataFacts`. */
  readonly buildRef: string | undefined;
  readonly obtained: Obtained;
  /** It was in a registry already. */
  readonly reused?: boolean;
}

export class Outcome implements Summarized {
  readonly #base: OutcomeBase;
  readonly #onResults: (results: Results) => void;
  #known: Known = {
    tags: [],
    digest: undefined,
    descriptor: undefined,
    imageRefs: [],
    files: [],
    steps: undefined,
    pushed: [],
    failed: [],
    repositories: [],
    platforms: [],
  };

  constructor(base: OutcomeBase, onResults: (results: Results) => void) {
    this.#base = base;
    this.#onResults = onResults;
  }

  tell(news: Partial<Known>): void {
    this.#known = {...this.#known, ...news};
    const {tags, digest, descriptor, imageRefs, files, steps, pushed, failed, repositories, platforms} = this.#known;
    const {buildRef, obtained, reused = false} = this.#base;
    const {image, summary} = obtained;
    const platform = platformOf(image);
    this.#onResults({
      ...NO_RESULTS,
      imageId: image.id,
      ...(descriptor && {
        digests: formatDigests(platforms.length > 0 ? platforms : [{platform, descriptor, imageId: image.id}]),
        descriptor: formatDescriptor(descriptor, isIndex({descriptor}) ? undefined : platform, repositories),
      }),
      pushed,
      failed,
      digest,
      metadata: formatMetadata({buildRef, image, summary, steps, digest, descriptor, references: tags}),
      tags: tags.map(formatFamiliar),
      imageRefs,
      files,
      reused,
    });
  }

  /** What the job summary shows. */
  image(pushed: boolean): ImageFacts {
    const {image} = this.#base.obtained;
    const {tags, imageRefs, steps, files} = this.#known;
    const digestOf = (name: string) => imageRefs.find((ref) => ref.startsWith(`${name}@`))?.slice(name.length + 1);
    return {
      references: tags.map((tag) => {
        const name = formatFamiliar(tag);
        return {name, digest: pushed ? digestOf(name) : undefined};
      }),
      imageId: image.id,
      platform: formatPlatform(platformOf(image)),
      size: image.size,
      labels: image.config.labels,
      layers: steps,
      files,
    };
  }
}
