/** Where the image of a run comes from; whichever it is, the same tag, push, verify and report follow. */
import type {Platform} from '../registry/platform.ts';
import type {Reference} from '../registry/reference.ts';
import type {ConfigChanges} from './changes.ts';
import type {ControlInputs} from './control-inputs.ts';
import type {GitSource} from './git-source.ts';
import type {LayerInputs} from './layer-inputs.ts';
import type {BuildInputs} from './plan.ts';

export type Origin = BuildOrigin | ArchiveOrigin | ContainerOrigin | ImageOrigin;

export interface BuildOrigin extends BuildInputs {
  readonly kind: 'build';
  readonly context: ContextPlace;
  /** In place of a file in or beside the context. */
  readonly dockerfile: LooseDockerfile | undefined;
  readonly maxEntries: number;
  readonly control: ControlInputs;
  readonly layers: LayerInputs;
  /** `check` asks the linter and builds nothing. */
  readonly call: 'build' | 'check' | 'outline' | 'targets';
}

export type ContextPlace = DirectoryPlace | GitPlace | UrlPlace | TarPlace;

export interface DirectoryPlace {
  readonly kind: 'directory';
  /** Absolute path. */
  readonly path: string;
  /** Absolute path of the Dockerfile; undefined looks in the context. */
  readonly file: string | undefined;
  /** It was taken because none was named. */
  readonly isDefault: boolean;
}

/** A Git repository, which the engine fetches, or git on the runner where the engine cannot. */
export interface GitPlace {
  readonly kind: 'git';
  readonly source: GitSource;
  /** Path of the Dockerfile in the context; undefined is `Dockerfile`. */
  readonly file: string | undefined;
}

/** A tar, or a Dockerfile alone, which the engine fetches. */
export interface UrlPlace {
  readonly kind: 'url';
  readonly url: URL;
  /** As with Git. */
  readonly file: string | undefined;
}

/** A tar on the runner, plain or compressed, that is sent as it is. */
export interface TarPlace {
  readonly kind: 'tar';
  /** Absolute path. */
  readonly path: string;
  /** As with Git. */
  readonly file: string | undefined;
}

/** A Dockerfile that is no file of the workspace or of the context. */
export type LooseDockerfile =
  | {readonly kind: 'inline'; readonly text: string}
  | {readonly kind: 'url'; readonly url: URL};

export interface ArchiveOrigin extends ConfigChanges {
  readonly kind: 'archive';
  /** Message of the newest history entry. */
  readonly message: string | undefined;
  /** A file, or the URL of a root file system, which the engine fetches. */
  readonly archive: {readonly kind: 'file'; readonly path: string} | {readonly kind: 'url'; readonly url: URL};
  /** What is in it; `auto` looks. */
  readonly form: 'auto' | 'image' | 'rootfs';
  /** Which image of an archive that holds several. */
  readonly image: Reference | undefined;
  readonly platform: Platform | undefined;
  readonly quiet: boolean;
}

export interface ContainerOrigin extends ConfigChanges {
  readonly kind: 'container';
  /** Message of the newest history entry. */
  readonly message: string | undefined;
  /** Name or id. */
  readonly container: string;
  readonly author: string | undefined;
  readonly pause: boolean;
  /** `ContainerConfig` by the names of the Engine API. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  readonly platform: Platform | undefined;
}

export interface ImageOrigin {
  readonly kind: 'image';
  /** A name to look up or to pull, or the id of an image in the engine. */
  readonly image:
    | {readonly kind: 'reference'; readonly reference: Reference}
    | {readonly kind: 'id'; readonly id: string};
  /** Pull even when it is in the engine. */
  readonly pull: boolean;
  readonly platform: Platform | undefined;
}
