/** How a run went, kept while it goes on, for the job summary at its end. */
import type {BuildSummary} from '../report/progress.ts';
import type {ImageFacts, Phase, SummaryFacts} from '../report/summary.ts';
import {BuildFailed, InvalidInput} from './errors.ts';
import {hintOf} from './explain.ts';
import type {Origin} from './origin.ts';

/** What the summary tells beside what the author asked for. */
export type StoryFacts = Omit<SummaryFacts, 'inputs'>;

const OBTAINING: Readonly<Record<Origin['kind'], string>> = {
  build: 'Build',
  archive: 'Load',
  container: 'Commit',
  image: 'Find',
};

export class Story {
  readonly #kind: Origin['kind'];
  readonly #title: string | undefined;
  readonly #now: () => number;
  #phases: {readonly name: string; readonly since: number}[] = [];
  readonly #notes: string[] = [];
  #engine: string | undefined;
  #summary: BuildSummary | undefined;
  #written: SummaryFacts['written'];
  #error: unknown;
  #ended: number | undefined;

  /** `now` in milliseconds from any fixed point. */
  constructor(kind: Origin['kind'], title: string | undefined, now: () => number = () => performance.now()) {
    this.#kind = kind;
    this.#title = title;
    this.#now = now;
    this.begin(OBTAINING[kind]);
  }

  /** Ends the phase before. */
  begin(name: string): void {
    this.#phases.push({name, since: this.#now()});
  }

  /** Version and kind of the engine, once it has answered. */
  meet(engine: string): void {
    this.#engine ??= engine;
  }

  /** A registry had the image, so that no engine is part of the story. */
  reuse(): void {
    this.#phases = this.#phases.map((phase, at) => (at === 0 ? {...phase, name: OBTAINING.image} : phase));
    this.#engine = 'none was needed';
  }

  /** `dest` and `size` in words of what was written in the place of an image. */
  obtain(obtained: {readonly summary?: BuildSummary; readonly dest?: string; readonly size?: string}): void {
    const {summary, dest, size = ''} = obtained;
    this.#summary = summary;
    this.#written = dest === undefined ? undefined : {file: dest, size};
  }

  /** Something that was done and that nobody would expect. */
  note(text: string): void {
    this.#notes.push(text);
  }

  fail(error: unknown): void {
    this.#error = error;
  }

  /** Undefined when there is nothing to tell: no engine has answered, or what was asked for was refused. */
  end(image: ImageFacts | undefined): StoryFacts | undefined {
    this.#ended ??= this.#now();
    const error = this.#error;
    if (this.#engine === undefined || error instanceof InvalidInput) return undefined;
    const failure = error instanceof BuildFailed ? error.failure : undefined;
    const build = this.#summary ?? failure?.summary;
    return {
      title: this.#title,
      image,
      written: this.#written,
      build,
      failure:
        error === undefined
          ? undefined
          : {
              message: error instanceof Error ? error.message : String(error),
              hint: hintOf(error),
              step: failure?.step,
              excerpt: failure?.excerpt,
            },
      notes: this.#notes,
      phases: this.#times(build?.seconds),
      engine: this.#engine,
    };
  }

  /** Of a build the time before it, for the engine and the context, is told apart. */
  #times(buildSeconds: number | undefined): readonly Phase[] {
    const ends = [...this.#phases.slice(1).map(({since}) => since), this.#ended ?? this.#now()];
    const phases = this.#phases.map(({name, since}, at) => ({name, seconds: ((ends[at] ?? since) - since) / 1000}));
    const [first, ...others] = phases;
    if (this.#kind !== 'build' || first === undefined || buildSeconds === undefined) return phases;
    const build = Math.min(buildSeconds, first.seconds);
    return [{name: 'Prepare', seconds: first.seconds - build}, {name: first.name, seconds: build}, ...others];
  }
}
