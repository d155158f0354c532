/** The further contexts of a build, all kinds of them: what the frontend is told, and what the session serves for it. */
import type {Methods} from '../buildkit/grpc.ts';
import type {Log} from '../report/log.ts';
import type {ControlInputs} from './control-inputs.ts';
import {downloadsOf} from './input-contexts.ts';
import {type LocalStores, openStores} from './local-stores.ts';
import {shareNamed} from './named-directories.ts';

export interface NamedContexts {
  /** Values of `context:<name>`; without stages of the Dockerfile, see `withTargets`. */
  readonly contexts: ReadonlyMap<string, string>;
  /** Encoded `pb.Definition` by the name that these values use. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  /** With the given ones, which serve the context itself. */
  readonly methods: Methods;
  /** Of the caches. */
  readonly stores: LocalStores;
  readonly warnings: () => Iterable<string>;
  /** What was wrong with the files on their way. */
  readonly failure: () => unknown;
}

export interface ContextInputs extends Pick<ControlInputs, 'cacheFrom' | 'cacheTo' | 'contexts'> {
  /** Of the times of files, see `BuildContext`. */
  readonly epoch: number | undefined;
}

/** Throws InvalidInput for a layout without the image that it is named for, ContextError for what cannot be read. */
export async function openNamed(inputs: ContextInputs, files: Methods, log: Log): Promise<NamedContexts> {
  const stores = await openStores(inputs, log);
  const directories = await shareNamed(inputs.contexts, inputs.epoch, files);
  const downloads = downloadsOf(inputs.contexts);
  return {
    contexts: new Map([...stores.contexts, ...directories.contexts, ...downloads.contexts]),
    inputs: downloads.inputs,
    methods: new Map([...files, ...directories.methods, ...stores.methods]),
    stores,
    warnings: directories.warnings,
    failure: directories.failure,
  };
}
