/** What a BuildKit of its own makes of the result beside the image: archives, sent here, and what is written of them. */
import {createReadStream, createWriteStream} from 'node:fs';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {unpackImage} from '../archive/directory.ts';
import {flatTar} from '../archive/flatten.ts';
import {openImage} from '../archive/image-archive.ts';
import {saveStream} from '../archive/save.ts';
import type {Typed} from '../buildkit/control.ts';
import type {Methods, StreamCall} from '../buildkit/grpc.ts';
import {readFields} from '../buildkit/wire.ts';
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
  const fileOf = (type: string) => join(scratch ?? temp, `${type}.tar`);
  const attributes = new Map(names.length === 0 ? [] : [['name', names.join(',')]]);
  return {
    exporters: types.map((type) => ({type, attributes})),
    methods: types.length === 0 ? new Map() : receive(types.map(fileOf)),
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

/** Each exporter sends its file by a call of its own, with its place among the exporters. */
function receive(files: readonly string[]): Methods {
  const handle = async (call: StreamCall): Promise<void> => {
    const at = Number(call.metadata.find(([name]) => name === 'buildkit-attachable-exporter-id')?.[1] ?? 0);
    const file = files[at];
    if (file === undefined) throw new Error(`nothing was asked for as number ${at}`);
    // `wx`: the directory is ours alone (hardening S4).
    await pipeline(Readable.from(bytesOf(call)), createWriteStream(file, {flags: 'wx', mode: 0o600}));
  };
  return new Map([['/moby.filesync.v1.FileSend/DiffCopy', {kind: 'stream', handle}]]);
}

/** BytesMessage: data = 1. */
async function* bytesOf({requests}: StreamCall): AsyncGenerator<Uint8Array> {
  for await (const message of requests) {
    const reader = new BinaryReader(message);
    let data: Uint8Array = new Uint8Array(0);
    readFields(reader, reader.len, (tag) => {
      if (tag !== 0o12) return false;
      data = reader.bytes();
      return true;
    });
    if (data.length > 0) yield data;
  }
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
