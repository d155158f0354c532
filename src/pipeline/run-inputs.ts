/** What a run is made of: what the author asked for, and the tools of the process. */
import type {EntryStore} from '../cache/entry-store.ts';
import type {Address} from '../engine/address.ts';
import type {SshProgram} from '../engine/ssh.ts';
import type {TlsMaterial} from '../engine/tls.ts';
import type {RegistryClient} from '../registry/client.ts';
import type {Platform} from '../registry/platform.ts';
import type {Reference, TaggedReference} from '../registry/reference.ts';
import type {Annotation} from './annotations.ts';
import type {BuildTools} from './build-image.ts';
import type {OnFullDisk} from './full-disk.ts';
import type {FetchGit} from './git-fetch.ts';
import type {LeakGuard} from './leak-guard.ts';
import type {Journal} from './ledger.ts';
import type {KnownSecret} from './needles.ts';
import type {Origin} from './origin.ts';
import type {FileOutput} from './outputs.ts';
import type {Overwrite} from './place-manifest.ts';
import type {PublishTools} from './publish.ts';
import type {Results} from './results.ts';
import type {StartAgent} from './session-services.ts';
import type {StoryFacts} from './story.ts';

/** Everything the author asked for, typed. */
export interface Inputs {
  readonly origin: Origin;
  readonly workspace: string;
  readonly tags: readonly TaggedReference[];
  readonly outputs: readonly FileOutput[];
  readonly push: boolean;
  /** Two and more are built for one image; else empty, and the one stands with the origin. */
  readonly platforms: readonly Platform[];
  /** Engines for platforms that the usual one is not to build, by `formatPlatform`. */
  readonly engines: ReadonlyMap<string, EngineChoice>;
  /** An image in the engine is wanted, whatever else is. */
  readonly keepsImage: boolean;
  /** Several platforms are kept in the engine also where they are pushed. */
  readonly load: boolean;
  /** Repositories that get the image by its digest alone; empty for a push of tags. */
  readonly untagged: readonly Reference[];
  readonly annotations: readonly Annotation[];
  readonly overwrite: Overwrite;
  /** Look before the work whether the push can succeed. */
  readonly preflight: boolean;
  readonly leakGuard: LeakGuard;
  /** Undefined where a build is wanted in any case. */
  readonly skip: Skip | undefined;
  readonly onFullDisk: OnFullDisk;
  readonly engine: EngineChoice;
}

/** That an image which is in a registry may stand for the build. */
export interface Skip {
  /** Where to look for it. */
  readonly from: readonly Reference[];
  /** Milliseconds; undefined for any age. */
  readonly maxAgeMs: number | undefined;
}

export interface EngineChoice {
  readonly address: Address;
  /** Who said so, for the log: `input docker-host`, `context "a" of DOCKER_CONTEXT`, `first socket that answers`. */
  readonly source: string;
  readonly tls: TlsMaterial | undefined;
  /** For an address of scheme ssh. */
  readonly ssh: SshProgram | undefined;
  /** DOCKER_API_VERSION. */
  readonly pinnedApi: string | undefined;
}

export interface RunTools extends PublishTools, Omit<BuildTools, 'ledger'> {
  /** Notes what is made, for a post step that takes it away; undefined when none does. */
  readonly journal: Journal | undefined;
  readonly startAgent: StartAgent;
  /** What is hidden in the log by now. */
  readonly secrets: () => readonly KnownSecret[];
  /** The cache of GitHub Actions. */
  readonly entries: EntryStore;
  /** A directory for files that do not outlive the step. */
  readonly temp: string;
  readonly fetchGit: FetchGit;
  /** Our own way to registries. */
  readonly client: () => Promise<RegistryClient>;
  /** Hides a value in the log. */
  readonly onSecret: (value: string) => void;
  /** Makes a directory that does not outlive the step, whatever becomes of it. */
  readonly makeTemporary: () => {readonly path: string; readonly remove: () => void};
  /** Notes a name that is in the engine for a moment only, for the post part, and later that it is gone. */
  readonly noteName: (name: string, isThere: boolean) => void;
  /** Told each time more is known; the last one counts. */
  readonly onResults: (results: Results) => void;
  /** Told when the push begins: what the engine has begun of it may end there after a cancel. */
  readonly onPushing: () => void;
  /** Writes the job summary; undefined when none is wanted. Never rejects. */
  readonly onSummary: ((facts: StoryFacts) => Promise<void>) | undefined;
}
