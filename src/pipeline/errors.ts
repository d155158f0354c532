/** Failures of the step itself: an input that cannot be honoured, and a result that must not count as published. */
import type {Excerpt} from '../report/excerpt.ts';
import type {FailedStep} from '../report/failed-step.ts';
import type {Place} from '../report/log.ts';
import type {BuildSummary} from '../report/progress.ts';

/** Something the author wrote, or left out, that makes the step impossible; found before any work starts. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  /** Name of the input, as in action.yml. */
  readonly input: string;
  readonly hint: string | undefined;

  constructor(input: string, why: string, hint?: string) {
    super(`input ${input}: ${why}`);
    this.input = input;
    this.hint = hint;
  }
}

/** The same for a variable of the environment. */
export class InvalidVariable extends Error {
  override readonly name = 'InvalidVariable';
  readonly hint: string;

  constructor(variable: string, why: string, hint: string) {
    super(`environment variable ${variable}: ${why}`);
    this.hint = hint;
  }
}

/** The image is of another platform than the one asked for. */
export class WrongPlatform extends Error {
  override readonly name = 'WrongPlatform';
  readonly hint: string;

  constructor(what: 'built image' | 'image', asked: string, got: string, hint: string) {
    super(`the ${what} is for ${got}, but ${asked} was asked for, so nothing was tagged or pushed`);
    this.hint = hint;
  }
}

/** Nothing can stand for a build, as it is not known before what goes into it, or nobody can look for it. */
export class NotReusable extends Error {
  override readonly name = 'NotReusable';
}

/** Where and how a build failed, as far as it is known. */
export interface BuildFailure {
  /** Undefined when it failed outside of any, as at a Dockerfile that cannot be read. */
  readonly step: FailedStep | undefined;
  /** The lines of the Dockerfile that it failed at. */
  readonly excerpt: Excerpt | undefined;
  /** Of what ran before. */
  readonly summary: BuildSummary;
  /** What to do next, a sentence. */
  readonly hint: string | undefined;
}

/** The build failed; `cause` is what the engine said. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
  readonly failure: BuildFailure;
  readonly hint: string | undefined;
  /** In the Dockerfile, for an annotation. */
  readonly place: Place | undefined;

  constructor(message: string, failure: BuildFailure, cause: unknown) {
    super(message, {cause});
    this.failure = failure;
    this.hint = failure.hint;
    this.place = failure.excerpt?.place;
  }
}

/** The linter found something. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  readonly hint: string | undefined;
  readonly place: Place | undefined;

  constructor(message: string, options: {readonly hint?: string | undefined; readonly place?: Place | undefined}) {
    super(message);
    this.hint = options.hint;
    this.place = options.place;
  }
}

/** What is to be pushed holds secrets of this run; `list` says where, without a value. */
export class SecretLeaked extends Error {
  override readonly name = 'SecretLeaked';
  readonly hint =
    'Give it to the steps that need it by RUN --mount=type=secret, which leaves nothing in the image. If it is no secret, leak-guard: warn lets it pass';

  constructor(list: string) {
    super(`the image holds secrets of this run, so nothing was tagged or pushed:${list}`);
  }
}

/** The engine opens no build session, and the build needs one. */
export class NoSession extends Error {
  override readonly name = 'NoSession';
  readonly hint =
    'A proxy before the engine may not pass on POST /session with Connection: Upgrade; allow it there, or name the engine itself in docker-host';

  /** `neededFor`: what needs it, as an input names it. */
  constructor(neededFor: readonly string[], cause: {readonly reason: string}) {
    super(`${neededFor.join(', ')}: the engine opens no build session (${cause.reason})`, {cause});
  }
}

/** An image could not be pulled; `why` is a sentence about the registry. */
export class PullFailed extends Error {
  override readonly name = 'PullFailed';

  constructor(reference: string, why: string, cause: unknown) {
    super(`pull ${reference}: ${why}`, {cause});
  }
}

/** Why one reference was not published, as a sentence. */
export interface Unpublished {
  readonly reference: string;
  readonly reason: string;
  readonly cause: unknown;
}

/** What ended for want of room in the engine; `usage` says what takes it. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
  readonly hint: string;

  constructor(usage: string, cause: Error) {
    super(cause.message, {cause});
    this.hint = usage;
  }
}

/** Some references, or all, were not published (hardening L6). */
export class PublishFailed extends Error {
  override readonly name = 'PublishFailed';
  readonly done: readonly string[];
  readonly failed: readonly Unpublished[];

  constructor(done: readonly string[], failed: readonly Unpublished[]) {
    const [first] = failed;
    const reasons = failed.map(({reference, reason}) => `${reference}: ${reason}`);
    const list = (title: string, items: readonly string[]) =>
      items.length === 0 ? '' : `\n${title}:\n  ${items.join('\n  ')}`;
    const all = `${failed.length} of ${failed.length + done.length} references were not published`;
    const alone = done.length === 0 && failed.length === 1;
    super(alone ? `push ${reasons[0]}` : `${all}${list('not published', reasons)}${list('published', done)}`, {
      cause: first?.cause,
    });
    this.done = done;
    this.failed = failed;
  }
}

/** A registry holds something else under a reference than what was pushed. */
export class DigestMismatch extends Error {
  override readonly name = 'DigestMismatch';
  readonly hint =
    'Somebody else may have moved the tag at the same time, or a cache answers for the registry; run the step again';

  constructor(reference: string, pushed: string, found: string) {
    super(`${reference} was pushed as ${pushed}, but its registry answers ${found}`);
  }
}

/** A push that reported success, and a registry that knows nothing of it. */
export class NotInRegistry extends Error {
  override readonly name = 'NotInRegistry';
  readonly hint = 'The registry may be read-only or still copying; look there before the step is run again';

  constructor(reference: string, pushed: string) {
    super(`${reference} was pushed as ${pushed}, but its registry does not have it`);
  }
}

/** Input overwrite keeps a tag as it is. */
export class TagTaken extends Error {
  override readonly name = 'TagTaken';
  readonly hint: string;

  constructor(reference: string, found: string, overwrite: 'same' | 'never') {
    super(`the tag is taken: ${reference} is ${found}, and overwrite is ${overwrite}`);
    this.hint =
      overwrite === 'never'
        ? 'Push under a new tag, or set overwrite: same, which lets a run be repeated'
        : 'Push under a new tag, or set overwrite: always';
  }
}

/** The Control API of the engine cannot be reached, and the build needs it. */
export class NoControl extends Error {
  override readonly name = 'NoControl';
  readonly hint =
    'A proxy before the engine may not pass on POST /grpc with Connection: Upgrade; allow it there, or name the engine itself in docker-host';

  /** `neededFor`: what needs it, as inputs name it. */
  constructor(neededFor: readonly string[], cause: {readonly reason: string}) {
    super(`${neededFor.join(', ')}: the Control API of the engine cannot be reached (${cause.reason})`, {cause});
  }
}

/** None of the builders answers. */
export class NoBuilder extends Error {
  override readonly name = 'NoBuilder';
  readonly hint: string;

  /** Each `address: reason`. */
  constructor(failures: readonly string[]) {
    super(failures.length === 0 ? 'no builder is for this platform' : `no builder answers: ${failures.join('; ')}`);
    this.hint =
      failures.length === 0
        ? 'Name one with platform=address in builder, or one without a platform'
        : 'Start buildkitd there, check the port and the firewall, and for TLS ca.pem, cert.pem and key.pem in builder-certs';
  }
}
