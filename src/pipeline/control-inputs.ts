/** The inputs of a build that `POST /build` has no words for; a build that uses none has NO_CONTROL. */
import type {Platform} from '../registry/platform.ts';
import type {Reference} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';

export interface ControlInputs {
  /** Which of the engine's two APIs builds; `auto` takes `POST /build` wherever that can say all there is to say. */
  readonly engineApi: 'auto' | 'build' | 'solve';
  /** Two or more for one index; else empty, and the one stands with the other inputs. */
  readonly platforms: readonly Platform[];
  /** Names of stages. */
  readonly noCacheFilters: readonly string[];
  readonly contexts: readonly NamedContext[];
  /** Beside caches in images, which stand with the other inputs. */
  readonly cacheFrom: readonly Cache[];
  readonly cacheTo: readonly Cache[];
  /** With its parameters as CSV. */
  readonly attestations: ReadonlyMap<Attestation, string>;
  /** Entitlements, such as `network.host`. */
  readonly allow: readonly string[];
  /** Repositories that the builder pushes to, without a tag. */
  readonly pushByDigest: readonly Reference[];
}

export const NO_CONTROL: ControlInputs = {
  engineApi: 'auto',
  platforms: [],
  noCacheFilters: [],
  contexts: [],
  cacheFrom: [],
  cacheTo: [],
  attestations: new Map(),
  allow: [],
  pushByDigest: [],
};

export type Attestation = 'provenance' | 'sbom';

/** A further context, which the Dockerfile names in `FROM`, `COPY --from` or `--mount=from=`. */
export interface NamedContext {
  /** A stage, an image, or any other name. */
  readonly name: string;
  readonly source: /** Absolute path. */
    | {readonly kind: 'directory'; readonly path: string}
    /** Absolute path of an OCI layout; a tag, or a digest, where several images are in it. */
    | {readonly kind: 'layout'; readonly path: string; readonly image: string | undefined}
    /** What BuildKit fetches itself: `docker-image://…`, or the URL of a Git repository. */
    | {readonly kind: 'remote'; readonly url: string}
    /** The same of a tar, which is unpacked, or of any other file. */
    | {readonly kind: 'url'; readonly url: URL}
    /** A stage of the same Dockerfile. */
    | {readonly kind: 'target'; readonly stage: string};
}

export const CACHE_TYPES = ['registry', 'inline', 'local', 'gha', 's3', 'azblob'] as const;

export interface Cache {
  readonly type: (typeof CACHE_TYPES)[number];
  /** As BuildKit knows them; some values are secret. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Where several machines build for one image: a place has room for one cache, and only time is lost. */
export function warnOfReplacing({cacheTo}: Pick<ControlInputs, 'cacheTo'>, log: Pick<Log, 'warning'>): void {
  const replaced = cacheTo.find(({type}) => type !== 'inline');
  if (replaced !== undefined)
    log.warning(
      `input cache-to: type=${replaced.type}: the platforms are built on different machines, and each replaces what another wrote there; to keep all, build each in a step of its own, with a ref or scope of its own`,
    );
}
