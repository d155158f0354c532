/**
 * The finished image as files: the archive that load takes back, or the root file system, as a tar or as a directory.
 * Each is streamed, and stands under its name only when it is whole.
 */
import {statSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {checkedTar} from '../archive/checked-tar.ts';
import {type UnpackedDirectory, unpackImage} from '../archive/directory.ts';
import {flatTar} from '../archive/flatten.ts';
import {openImage} from '../archive/image-archive.ts';
import {saveStream} from '../archive/save.ts';
import {exportImage, exportImages} from '../engine/export.ts';
import {compareApi, type Engine, type EngineFacts} from '../engine/facts.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import type {Platform} from '../registry/platform.ts';
import {formatFamiliar, type TaggedReference} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {count, formatBytes} from '../report/units.ts';
import {InvalidInput} from './errors.ts';
import {platformOf} from './results.ts';

export interface FileOutput {
  /** `docker` and `oci` are archives of the image with its names, `tar` and `local` its root file system. */
  readonly type: 'docker' | 'oci' | 'tar' | 'local';
  /** Absolute path. */
  readonly dest: string;
  /** Which platform of an index; undefined is the engine's own for a root file system, all of them for an archive. */
  readonly platform: Platform | undefined;
}

export interface OutputTools {
  readonly log: Log;
  readonly temp: string;
  readonly signal: AbortSignal;
}

/** Throws InvalidInput for what this engine cannot write, before any work. */
export function checkOutputs(outputs: readonly FileOutput[], facts: EngineFacts): void {
  const isOld = facts.product === 'podman' || compareApi(facts.engineApiVersion, '1.44') < 0;
  if (isOld && outputs.some(({type}) => type === 'oci')) {
    const name = facts.product === 'podman' ? 'Podman' : 'Docker';
    throw new InvalidInput(
      'outputs',
      `type=oci: ${name} ${facts.version} exports no OCI layout through its Docker API (Docker 25 and newer do)`,
      'use type=docker',
    );
  }
  for (const {type, dest} of outputs) {
    if (type !== 'local' && statSync(dest, {throwIfNoEntry: false})?.isDirectory())
      throw new InvalidInput('outputs', `type=${type}: ${dest} is a directory`, 'name a file in it');
  }
}

/** Gives the paths written, in order. Throws EngineError, ArchiveError. */
export async function saveOutputs(
  engine: Engine,
  {
    image,
    tags,
    outputs,
  }: {
    readonly image: ImageDetails;
    readonly tags: readonly TaggedReference[];
    readonly outputs: readonly FileOutput[];
  },
  tools: OutputTools,
): Promise<readonly string[]> {
  const written: string[] = [];
  const names = tags.map(formatFamiliar);
  for (const output of outputs) {
    const {type, dest} = output;
    const size =
      type === 'docker' || type === 'oci'
        ? await saveArchive(engine, {names: names.length > 0 ? names : [image.id], output}, dest, tools.signal)
        : await saveFiles(engine, {name: names[0] ?? image.id, details: image}, output, tools);
    tools.log.info(`Wrote ${dest}, ${size}`);
    written.push(dest);
  }
  return written;
}

/** The size in words. Warns of what was left out. */
export function describeUnpacked(dest: string, {entries, bytes, skipped}: UnpackedDirectory, log: Log): string {
  if (skipped > 0)
    log.warning(
      `${dest}: ${count(skipped, 'device or named pipe', 'devices and named pipes')} of the image were left out`,
    );
  return `${count(entries, 'entry', 'entries')}, ${formatBytes(bytes)}`;
}

interface Wanted {
  readonly names: readonly string[];
  readonly output: FileOutput;
}

async function saveArchive(
  engine: Engine,
  {names, output}: Wanted,
  dest: string,
  signal: AbortSignal,
): Promise<string> {
  const options = {platform: output.platform, signal};
  const [first = ''] = names;
  const chunks = await (names.length > 1 ? exportImages(engine, names, options) : exportImage(engine, first, options));
  return formatBytes(await saveStream(checkedTar(chunks), dest, {signal}));
}

/** The archive goes to a temporary file first: its layers have to be read more than once. */
async function saveFiles(
  engine: Engine,
  {name, details}: {readonly name: string; readonly details: ImageDetails},
  output: FileOutput,
  {temp, log, signal}: OutputTools,
): Promise<string> {
  const {type, dest, platform} = output;
  const scratch = await mkdtemp(join(temp, 'stowage-export-'));
  try {
    const archive = join(scratch, 'image.tar');
    await saveArchive(engine, {names: [name], output}, archive, signal);
    await using image = await openImage(archive, {platform: platform ?? platformOf(details), scratch, signal});
    if (type === 'tar') return formatBytes(await saveStream(flatTar(image, {signal}), dest, {signal}));
    return describeUnpacked(dest, await unpackImage(image, dest, {signal}), log);
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}
