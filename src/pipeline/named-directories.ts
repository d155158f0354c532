/** Directories beside the context that the Dockerfile takes files from, shared by the session under names of their own. */
import {fileSyncMethods} from '../buildkit/file-sync.ts';
import type {Method, Methods, StreamCall} from '../buildkit/grpc.ts';
import {valuesOf} from '../buildkit/metadata.ts';
import {resolveContext} from '../context/dockerfile.ts';
import {readIgnoreFile} from '../context/dockerignore.ts';
import {ContextParts} from '../context/on-demand.ts';
import type {NamedContext} from './control-inputs.ts';

export interface NamedDirectories {
  /** Beside those of the context. */
  readonly methods: Methods;
  /** Values of `context:<name>`. */
  readonly contexts: ReadonlyMap<string, string>;
  readonly warnings: () => Iterable<string>;
  /** What was wrong with the files on their way. */
  readonly failure: () => unknown;
}

/** `epoch` of `BuildContext`. Throws ContextError for a directory that cannot be read. */
export async function shareNamed(
  contexts: readonly NamedContext[],
  epoch: number | undefined,
  files: Methods,
): Promise<NamedDirectories> {
  const warnings = new Set<string>();
  const failures: unknown[] = [];
  const shared = await Promise.all(
    contexts.flatMap(({name, source}, at) =>
      source.kind === 'directory'
        ? [share(name, `named-${at}`, {path: source.path, epoch, onWarning: (warning) => warnings.add(warning)})]
        : [],
    ),
  );
  const directories = new Map(shared.map(({key, directory}) => [key, directory]));
  const own = fileSyncMethods({directories, onFailure: (error) => failures.push(error)});
  return {
    methods: directories.size === 0 ? new Map() : joined(own, files, directories),
    contexts: new Map(shared.map(({name, key}) => [name, `local:${key}`])),
    warnings: () => warnings,
    failure: () => failures[0],
  };
}

interface Shared {
  readonly name: string;
  readonly key: string;
  readonly directory: ContextParts;
}

interface Sharing {
  readonly path: string;
  readonly epoch: number | undefined;
  readonly onWarning: (warning: string) => void;
}

async function share(name: string, key: string, {path, epoch, onWarning}: Sharing): Promise<Shared> {
  const root = resolveContext(path);
  const ignore = readIgnoreFile(root, undefined);
  return {name, key, directory: new ContextParts({root, ignore, epoch, onWarning})};
}

/** One service for all, which looks at the name that is asked for. */
function joined(own: Methods, others: Methods, directories: ReadonlyMap<string, unknown>): Methods {
  return new Map([...own].map(([path, method]) => [path, choosing(method, others.get(path) ?? method, directories)]));
}

function choosing(own: Method, other: Method, directories: ReadonlyMap<string, unknown>): Method {
  if (own.kind !== 'stream' || other.kind !== 'stream') return own;
  const of = (call: StreamCall) => (directories.has(valuesOf(call, 'dir-name')[0] ?? '') ? own : other);
  return {kind: 'stream', handle: (call) => of(call).handle(call)};
}
