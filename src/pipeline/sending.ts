/** A context on its way to the builder, whichever way that is. */
import type {Readable} from 'node:stream';
import type {Methods} from '../buildkit/grpc.ts';

/** Where the context of a request comes from. */
export interface SentContext {
  /** Path of the Dockerfile, as the builder finds it. */
  readonly dockerfile: string;
  readonly remote?: string | undefined;
  readonly body?: Readable | undefined;
}

export interface Sending {
  /** What the session of the build serves for it. */
  readonly methods: Methods;
  /** Under which the engine keeps what was sent, for the next build of the same. */
  readonly sharedKey: string | undefined;
  /** What cannot be had without a session, as an input names it. */
  readonly neededFor: readonly string[];
  /** To be called once for each build, when it is known whether there is a session. Throws ContextError. */
  begin(hasSession: boolean): Promise<SentContext>;
  /** What was wrong with the files on their way: the reason of what the engine then reports. */
  readonly failure: unknown;
  /** Tells what travelled since the last time. */
  end(): void;
}
