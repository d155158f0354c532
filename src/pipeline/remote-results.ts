/** What a BuildKit of its own makes of the result beside the image: archives, sent here, and what is written of them. */
import {createReadStream, createWriteStream} from 'node:fs';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {unpackImage} from '../archive/directory.ts';
import {flatTar} from '../archive/flatten.ts';
import {openImage} from '../archive/image-archive.ts';
import {saveStream} from '../archive/save.ts';
import type {Typed} from '../buildkit/control.ts';
import {fileSendMethods} from '../buildkit/file-send.ts';
import type {Methods} from '../buildkit/grpc.ts';
import type {Platform} from '../registry/platform.ts';
import type {Log} from '../report/log.ts';
import {count} from '../report/units.ts';
import type {FileOutput} from './outputs.ts';

export interface WantedResults {
  readonly outputs: readonly FileOutput[];
  /** An archive that an engine takes. */
  readonly load: boolean;
  /** Full names, for the archives. */
  readonly names: readonly string[];
  /** A directory for files that do not outlive the step. */
  readonly temp: string;
}

export interface Results extends AsyncDisposable {
  readonly exporters: readonly Typed[];
  /** `moby.filesync.v1.FileSend`. */
  readonly methods: Methods;
  /** What was wrong here when the builder sent. */
  readonly failure: unknown;
  /** The archive for an engine, once the build is over. */
  archive(): Readable;
  /** Writes the files, once the build is over; gives their paths. Throws ArchiveError. */
  save(platform: Platform, tools: {readonly log: Log; readonly signal: AbortSignal}): Promise<readonly string[]>;
}

/** Nothing is asked for that nobody wants: each archive holds all layers. */
export async function openResults({outputs, load, names, temp}: WantedResults): Promise<Results> {
  const types = [
    ...(load || outputs.some(({type}) => type === 'docker') ? ['docker'] : []),
    ...(outputs.some(({type}) => type !== 'docker') ? ['oci'] : []),
  ];
  const scratch = types.length === 0 ? undefined : await mkdtemp(join(temp, 'stowage-remote-'));
  let failure: unknown;
  const fileOf = (type: string) => join(scratch ?? temp, `${type}.tar`);
  const attributes = new Map(names.length === 0 ? [] : [['name', names.join(',')]]);
  return {
    exporters: types.map((type) => ({type, attributes})),
    methods:
      types.length === 0
        ? new Map()
        : receive(types.map(fileOf), (error) => {
            failure ??= error;
          }),
    get failure() {
      return failure;
    },
    archive: () => createReadStream(fileOf('docker')),
    save: async (platform, tools) => {
      for (const output of outputs)
        await write(fileOf(output.type === 'docker' ? 'docker' : 'oci'), output, {
          platform,
          scratch: scratch ?? temp,
          ...tools,
        });
      return outputs.map(({dest}) => dest);
    },
    [Symbol.asyncDispose]: async () => {
      if (scratch !== undefined) await rm(scratch, {recursive: true, force: true});
    },
  };
}

/** `wx`: the directory is ours alone (hardening S4). */
function receive(files: readonly string[], onFailure: (error: unknown) => void): Methods {
  return fileSendMethods({
    take: async (bytes, exporter) => {
      const file = files[exporter];
      if (file === undefined) throw new Error(`nothing was asked for as number ${exporter}`);
      await pipeline(Readable.from(bytes), createWriteStream(file, {flags: 'wx', mode: 0o600}));
    },
    onFailure,
  });
}

interface WriteTools {
  readonly platform: Platform;
  readonly scratch: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

async function write(archive: string, output: FileOutput, {platform, scratch, log, signal}: WriteTools): Promise<void> {
  const {type, dest} = output;
  await mkdir(dirname(dest), {recursive: true});
  if (type === 'docker' || type === 'oci') await saveStream(createReadStream(archive), dest, {signal});
  else {
    await using image = await openImage(archive, {platform: output.platform ?? platform, scratch, signal});
    if (type === 'tar') await saveStream(flatTar(image, {signal}), dest, {signal});
    else {
      const {skipped} = await unpackImage(image, dest, {signal});
      if (skipped > 0)
        log.warning(
          `${dest}: ${count(skipped, 'device or named pipe', 'devices and named pipes')} of the image were left out`,
        );
    }
  }
  log.info(`Wrote ${dest}`);
}
