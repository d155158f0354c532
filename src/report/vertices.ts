/**
 * Turns the traces of BuildKit into steps. A vertex comes many times, with more fields each time, and sources run more
 * than once (resolve, download, extract), so a source is reported only when something that needs it starts.
 */
import {decodeTrace, type Vertex, type VertexStatus} from '../buildkit/trace.ts';
import {Activity} from './activity.ts';
import {exitCodeOf, type FailedStep, parseName, reasonOf} from './failed-step.ts';
import {type Outcome, Step, type StepLog} from './step-log.ts';
import type {MeasuredStep} from './step-times.ts';
import {type Piece, shortenDigests} from './transfers.ts';
import {toTraceWarning, type Warnings} from './warnings.ts';

/** Instructions that ended, those of them that found their work done, and whether all did. */
export interface StepCounts {
  readonly steps: number;
  readonly cached: number;
  readonly fullyCached: boolean;
}

/** A vertex, or the group of vertices that is one instruction (`COPY --link`). */
interface Block {
  readonly name: string;
  readonly activity: Activity;
  /** By digest, each as it came last. */
  readonly members: Map<string, Member>;
  /** Since when a source is complete without being reported. */
  restsSince: number | undefined;
  /** Set when the end is being reported; what comes later about the block changes nothing. */
  ended: boolean;
  outcome: Outcome | undefined;
}

interface Member {
  readonly vertex: Vertex;
  readonly cached: boolean;
  /** Digests of all it ever named as input. */
  readonly inputs: readonly string[];
  /** Milliseconds of earlier runs. */
  readonly before: number;
  /** When the first run began. */
  readonly since: number | undefined;
}

/** Details of the builder that a user does not ask about. */
const QUIET = /^\[(?:\S+ )?(?:internal|auth)\] |^\[context \S+\] load |^copy \/context \/$|^exporting to image$/;
/** Numbers are padded to the same width: `[ 3/12] RUN …`. */
const INSTRUCTION = /^\[(?:\S.* )? *\d+\/\d+\] /;
const BASE = /^\[(?:\S.* )? *\d+\/\d+\] FROM /;
/** Vertices a build goes on without. */
const OPTIONAL = /^importing cache manifest from /;
/** And those that it may go on without: caches to be written (moby/buildkit cache/remotecache). */
const EXPORT = /^exporting cache to |^exporting to GitHub Actions Cache$/;
/** How BuildKit ends a vertex because another one failed or the user gave up. */
const CANCELED = /\bcontext canceled$|^canceled\b/;
/** Details that took less than this are no part of the picture. */
const QUIET_MS = 200;
/** A source that has been complete for this long is reported without waiting for what needs it. */
const REST_MS = 1000;

export class Vertices {
  readonly #log: StepLog;
  readonly #warnings: Warnings;
  readonly #blocks = new Map<string, Block>();
  /** Digest of a vertex to its block. */
  readonly #byDigest = new Map<string, Block>();
  /** Digests that others have as input. */
  readonly #needed = new Set<string>();
  #failed: Block | undefined;

  constructor(log: StepLog, warnings: Warnings) {
    this.#log = log;
    this.#warnings = warnings;
  }

  /** Takes one encoded StatusResponse. Throws InvalidTrace. */
  trace(data: Uint8Array, now: number): void {
    const trace = decodeTrace(data);
    for (const vertex of trace.vertices) for (const input of vertex.inputs) this.#needed.add(input);
    for (const vertex of trace.vertices) this.#update(vertex, now);
    for (const status of trace.statuses) this.#byDigest.get(status.vertex)?.activity.transfer(toPiece(status));
    for (const log of trace.logs) this.#byDigest.get(log.vertex)?.activity.write(log.stream, log.data);
    for (const {digest} of trace.vertices) this.#settle(this.#byDigest.get(digest), now);
    for (const warning of trace.warnings) this.#warnings.add(toTraceWarning(warning));
  }

  tick(now: number): void {
    for (const block of this.#blocks.values()) {
      if (block.ended) continue;
      if (block.restsSince !== undefined && now - block.restsSince >= REST_MS) this.#end(block);
      else block.activity.tick(now);
    }
  }

  /** Reports what is complete and shows the rest of all output. */
  finish(): void {
    for (const block of this.#blocks.values()) {
      if (block.restsSince !== undefined && !block.ended) this.#end(block);
      else block.activity.flush();
    }
  }

  /** `hasFailed`: the build did, and then it may be a cache that it was not to go on without. */
  failure(hasFailed: boolean): FailedStep | undefined {
    const block = this.#failed ?? (hasFailed ? this.#unwritten()[0] : undefined);
    if (block === undefined) return undefined;
    const {name, activity, members} = block;
    const error = errorOf(block) ?? '';
    const failing = [...members.values()].find(({vertex}) => vertex.error.trim() === error);
    return {
      name,
      ...parseName(name),
      digest: failing?.vertex.digest,
      exitCode: exitCodeOf(error),
      reason: reasonOf(error),
      lastLines: activity.lastLines,
    };
  }

  /** Caches that could not be written, each with the reason. */
  unwritten(): readonly string[] {
    return this.#unwritten().map((block) => `${block.name}: ${reasonOf(errorOf(block) ?? '')}`);
  }

  counts(): StepCounts {
    const done = [...this.#blocks.values()].filter((block) => INSTRUCTION.test(block.name) && block.ended);
    // A step is cancelled, in a build that succeeds, when a later one is found in the cache: it was not needed.
    const cached = done.filter(({outcome}) => outcome?.kind === 'cached' || outcome?.kind === 'canceled').length;
    return {steps: done.length, cached, fullyCached: done.length > 0 && cached === done.length};
  }

  /** Of all that ended and was not a detail of the builder, by the engine's clock. */
  times(): readonly MeasuredStep[] {
    return [...this.#blocks.values()].flatMap(({name, activity, members, outcome}) => {
      const all = [...members.values()];
      const started = all.flatMap(({since}) => since ?? []);
      if (outcome === undefined || started.length === 0) return [];
      const ms = all.reduce((sum, {vertex, before}) => sum + before + timeOf(vertex), 0);
      if (activity.step.quiet && ms < QUIET_MS && outcome.kind !== 'error') return [];
      const completed = all.flatMap(({vertex}) => vertex.completed ?? []);
      return {
        name,
        isInstruction: INSTRUCTION.test(name),
        started: Math.min(...started),
        completed: Math.max(...started, ...completed),
        ms,
        outcome: outcome.kind,
      };
    });
  }

  #unwritten(): readonly Block[] {
    return [...this.#blocks.values()].filter(({name, outcome}) => EXPORT.test(name) && outcome?.kind === 'skipped');
  }

  #update(vertex: Vertex, now: number): void {
    const block = this.#byDigest.get(vertex.digest) ?? this.#place(vertex);
    const old = block.members.get(vertex.digest);
    const ranBefore = old?.vertex.started !== undefined && vertex.started !== old.vertex.started;
    block.members.set(vertex.digest, {
      vertex,
      cached: vertex.cached || (old?.cached ?? false),
      inputs: vertex.inputs.length > 0 ? vertex.inputs : (old?.inputs ?? []),
      before: (old?.before ?? 0) + (ranBefore ? timeOf(old.vertex) : 0),
      since: old?.since ?? vertex.started,
    });
    if (vertex.started === undefined) return;
    for (const input of vertex.inputs) {
      const source = this.#byDigest.get(input);
      if (source?.restsSince !== undefined && !source.ended) this.#end(source);
    }
    if (block.ended) return;
    if (vertex.completed === undefined) {
      this.#log.start(block.activity.step);
      block.restsSince = undefined;
    } else if (isComplete(block) && this.#isSource(block)) this.#rest(block, now);
  }

  #place(vertex: Vertex): Block {
    const key = vertex.progressGroup?.id || vertex.digest;
    const full = shortenDigests(vertex.progressGroup?.name || vertex.name);
    const name = full.replace(/^\[internal\] /, '');
    let block = this.#blocks.get(key);
    if (block === undefined) {
      const activity = new Activity(new Step(name, QUIET.test(full)), this.#log);
      block = {name, activity, members: new Map(), restsSince: undefined, ended: false, outcome: undefined};
      this.#blocks.set(key, block);
    }
    this.#byDigest.set(vertex.digest, block);
    return block;
  }

  /** Reports a block that is over, once its statuses and logs of the same message have been taken in. */
  #settle(block: Block | undefined, now: number): void {
    if (block === undefined || block.ended || block.restsSince !== undefined) return;
    const failed = errorOf(block) !== undefined;
    if (!failed && !isComplete(block)) return;
    if (!failed && this.#isSource(block)) {
      this.#rest(block, now);
      return;
    }
    block.ended = true;
    // One message may end many, in any order; they are told in the order of the Dockerfile.
    for (const {inputs} of block.members.values()) {
      for (const input of inputs) {
        const source = this.#byDigest.get(input);
        if (source?.restsSince !== undefined && !source.ended) this.#end(source);
        else this.#settle(source, now);
      }
    }
    this.#end(block);
  }

  #rest(block: Block, now: number): void {
    block.restsSince ??= now;
    this.#log.rest(block.activity.step);
  }

  #end(block: Block): void {
    block.ended = true;
    const outcome = outcomeOf(block);
    block.outcome = outcome;
    if (outcome.kind === 'error') this.#failed ??= block;
    block.activity.end(outcome);
  }

  /** Nothing goes in and something needs it. */
  #isSource(block: Block): boolean {
    return [...block.members].every(([digest, {inputs}]) => inputs.length === 0 && this.#needed.has(digest));
  }
}

function isComplete({members}: Block): boolean {
  const all = [...members.values()];
  const done = ({vertex}: Member) => vertex.completed !== undefined;
  const idle = ({vertex}: Member) => vertex.started === undefined;
  // Of a group the weak members are parts that may turn out not to be needed.
  const strong = all.filter(({vertex}) => vertex.progressGroup?.weak !== true);
  return (strong.length > 0 ? strong : all).every(done) && all.every((member) => done(member) || idle(member));
}

/** The first error of a block; a cancellation only if there is nothing else. */
function errorOf({members}: Block): string | undefined {
  const errors = [...members.values()].flatMap(({vertex}) => (vertex.error === '' ? [] : [vertex.error.trim()]));
  return errors.find((error) => !CANCELED.test(error)) ?? errors[0];
}

function isCached({name, activity, members}: Block): boolean {
  // An engine calls a base cached only sometimes; for the reader it is when nothing had to be fetched.
  if (BASE.test(name)) return !activity.transfers.hasPulled;
  return [...members.values()].every(({vertex, cached}) => cached || vertex.started === undefined);
}

function outcomeOf(block: Block): Outcome {
  const ms = [...block.members.values()].reduce((sum, {vertex, before}) => sum + before + timeOf(vertex), 0);
  const error = errorOf(block);
  if (error !== undefined && (OPTIONAL.test(block.name) || EXPORT.test(block.name)))
    return {kind: 'skipped', message: reasonOf(error)};
  if (error !== undefined)
    return CANCELED.test(error) ? {kind: 'canceled', ms} : {kind: 'error', ms, message: reasonOf(error)};
  if (isCached(block)) return {kind: 'cached'};
  return {kind: 'done', ms, detail: block.activity.transfers.describe()};
}

function timeOf({started, completed}: Vertex): number {
  return started === undefined || completed === undefined ? 0 : Math.max(0, completed - started);
}

function toPiece(status: VertexStatus): Piece {
  const {id, current, total, started, completed} = status;
  const kind = id.startsWith('sha256:') ? 'blob' : id.startsWith('extracting sha256:') ? 'extraction' : 'activity';
  return {kind, id, current, total, ms: completed === undefined ? undefined : completed - (started ?? completed)};
}
