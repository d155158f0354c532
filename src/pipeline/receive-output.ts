/**
 * The root file system that a build makes, straight from the builder through the session of the build: no image of it
 * stays in the engine. What comes is kept aside, checked, and put into its place when the build has succeeded.
 */
import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import {checkedTar} from '../archive/checked-tar.ts';
import {ArchiveError} from '../archive/errors.ts';
import {unpackTar} from '../archive/exported-tar.ts';
import {type StagedFile, stageStream} from '../archive/save.ts';
import {fileSendMethods} from '../buildkit/file-send.ts';
import type {Methods} from '../buildkit/grpc.ts';
import type {BuildOutput} from '../engine/build.ts';
import {formatBytes} from '../report/units.ts';
import {describeUnpacked, type FileOutput, type OutputTools} from './outputs.ts';

/** To be disposed of, which takes away what was kept aside. */
export interface Receiving extends AsyncDisposable {
  readonly dest: string;
  readonly methods: Methods;
  /** What the request asks for. */
  readonly outputs: readonly BuildOutput[];
  /** What was wrong here when the builder sent: the reason of what the engine then reports. */
  readonly failure: unknown;
  /** To be called when the build has succeeded; gives the size in words. Throws ArchiveError. */
  finish(): Promise<string>;
}

/** `output` is a `tar` or `local` one. */
export function receiveOutput({type, dest}: FileOutput, {temp, log, signal}: OutputTools): Receiving {
  // Both come as a tar: it is moved to its place, or unpacked from where it does not outlive the step.
  const file = type === 'tar' ? dest : join(temp, `stowage-export-${randomBytes(6).toString('hex')}`);
  let staged: StagedFile | undefined;
  let failure: unknown;
  return {
    dest,
    methods: fileSendMethods({
      take: async (bytes) => {
        const tar = checkedTar(bytes, {holds: 'anything', subject: 'what the builder sent'});
        staged = await stageStream(tar, file, {mode: type === 'tar' ? 0o644 : 0o600, signal});
      },
      onFailure: (error) => {
        failure ??= error;
      },
    }),
    outputs: [{type: 'tar', attributes: new Map()}],
    get failure() {
      return failure;
    },
    finish: async () => {
      if (staged === undefined) throw new ArchiveError(`cannot write ${dest}: the builder sent nothing`);
      if (type === 'local') return describeUnpacked(dest, await unpackTar(staged.path, dest, {signal}), log);
      await staged.place();
      return formatBytes(staged.size);
    },
    [Symbol.asyncDispose]: async () => staged?.[Symbol.asyncDispose](),
  };
}
