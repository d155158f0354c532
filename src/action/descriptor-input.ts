/**
 * Input `descriptors` of the merge action: what the jobs of a matrix, or other tools, say of the images that they pushed.
 * JSON of outputs, lines, and files of either; text becomes places to read from here, and nothing is asked of a registry.
 */
import {globSync, lstatSync, readdirSync, readFileSync} from 'node:fs';
import {basename, join, relative, resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {MergeSource} from '../pipeline/merge.ts';
import {own, readDescriptor} from '../registry/descriptor.ts';
import {type Digest, isDigest} from '../registry/digest.ts';
import type {Platform} from '../registry/platform.ts';
import {type Reference, withDefaultTag} from '../registry/reference.ts';
import {readPlatform, readReference} from './reference-input.ts';

export interface DescriptorPlace {
  /** Repositories that a digest without one may be in. */
  readonly images: readonly Reference[];
  readonly workspace: string;
}

const INPUT = 'descriptors';
const LARGEST_FILE = 1024 * 1024;
const MOST_FILES = 1000;
const HELP =
  'give descriptor outputs as JSON (toJSON(needs.build.outputs)), references, digests, or files that hold these, one a line';

/** Each image once. Throws InvalidInput. */
export function readDescriptors(text: string, place: DescriptorPlace): readonly MergeSource[] {
  const sources = readText(text, {...place, named: `input ${INPUT}`, takesFiles: true});
  if (sources.length === 0) {
    const why = text.trim() === '' ? 'it is empty' : 'no descriptor and no digest stands in it';
    throw new InvalidInput(INPUT, `${why}; a job that was skipped or failed hands on none`, HELP);
  }
  const keyOf = ({references: [first], platform}: MergeSource) => JSON.stringify([first, platform]);
  return [...new Map(sources.map((source) => [keyOf(source), source])).values()];
}

interface Reading extends DescriptorPlace {
  /** For messages. */
  readonly named: string;
  /** A file may not name files. */
  readonly takesFiles: boolean;
}

function readText(text: string, reading: Reading): readonly MergeSource[] {
  const whole = parseJson(text);
  if (whole !== undefined) return walk(whole, reading);
  return text.split(/[\r\n]+/).flatMap((line, at) => {
    const item = line.trim();
    return item === '' ? [] : readLine(item, {...reading, named: `${reading.named}, line ${at + 1}`});
  });
}

function readLine(item: string, reading: Reading): readonly MergeSource[] {
  if (/^[{["]/.test(item)) {
    const json = parseJson(item);
    if (json !== undefined) return walk(json, reading);
    throw new InvalidInput(INPUT, `${reading.named} begins like JSON, but is none`, HELP);
  }
  const [, platform, rest = item] = /^(\w+\/[\w./-]+)=(.+)$/.exec(item) ?? [];
  const claimed = platform === undefined ? undefined : readPlatform(INPUT, platform);
  if (isDigest(rest)) return [digestSource(rest, claimed, undefined, reading)];
  if (reading.takesFiles && claimed === undefined) {
    const files = filesOf(item, reading.workspace);
    if (files !== undefined) return files.flatMap((file) => readFile(file, reading));
  }
  return [{references: [withDefaultTag(readReference(INPUT, rest))], platform: claimed, named: reading.named}];
}

/** Whatever in JSON says a digest: a descriptor, outputs that have one, or outputs of many jobs. */
function walk(value: unknown, reading: Reading): readonly MergeSource[] {
  if (typeof value === 'string') {
    const text = value.trim();
    if (isDigest(text)) return [digestSource(text, undefined, undefined, reading)];
    const json = /^[{[]/.test(text) ? parseJson(text) : undefined;
    return json === undefined ? [] : walk(json, reading);
  }
  if (Array.isArray(value)) return value.flatMap((item) => walk(item, reading));
  if (typeof value !== 'object' || value === null) return [];
  const descriptor = own(value, 'mediaType') === undefined ? undefined : readDescriptor(value);
  if (descriptor !== undefined) {
    const {digest, platform} = descriptor;
    const isKnown = platform !== undefined && platform.os !== 'unknown';
    return [digestSource(digest, isKnown ? platform : undefined, own(value, 'repositories'), reading)];
  }
  // Of all the outputs of a step, these two say it.
  for (const name of ['descriptor', 'digest']) {
    const found = own(value, name);
    if (typeof found === 'string' && found !== '') return walk(found, reading);
  }
  return Object.values(value).flatMap((item) => walk(item, reading));
}

function digestSource(
  digest: Digest,
  platform: Platform | undefined,
  repositories: unknown,
  {images, named}: Reading,
): MergeSource {
  const told = Array.isArray(repositories) ? repositories.filter((name) => typeof name === 'string') : [];
  const places = told.length > 0 ? told.map((name) => readReference(INPUT, name)) : images;
  const [first, ...others] = places.map(({registry, path}) => ({registry, path, digest}));
  if (first === undefined) {
    throw new InvalidInput(
      INPUT,
      `${named}: nothing says which repository has ${digest}`,
      'name it in the input images, as the tags are in several',
    );
  }
  return {references: [first, ...others], platform, named};
}

/** Undefined when the item is no path. */
function filesOf(item: string, workspace: string): readonly string[] | undefined {
  const isPattern = /[*?]/.test(item);
  const path = resolve(workspace, item);
  const there = isPattern ? undefined : lstatSync(path, {throwIfNoEntry: false});
  // A reference has neither of these.
  const isPath = isPattern || /^\.{0,2}\//.test(item) || item.endsWith('/') || item.endsWith('.json');
  if (!isPath && there === undefined) return undefined;
  const found = isPattern ? globSync(item, {cwd: workspace}).map((name) => resolve(workspace, name)) : [path];
  const files = found.flatMap((name) => (isDirectory(name) ? filesBelow(name) : [name])).sort();
  if (files.length === 0 || (!isPattern && there === undefined)) {
    throw new InvalidInput(INPUT, `there is no file at ${item}`, 'download the artifact with the descriptors first');
  }
  if (files.length > MOST_FILES)
    throw new InvalidInput(INPUT, `${item} has ${files.length} files`, `give at most ${MOST_FILES}`);
  return files;
}

const isDirectory = (path: string) => lstatSync(path, {throwIfNoEntry: false})?.isDirectory() === true;

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, {recursive: true, withFileTypes: true}).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

/** A file may be empty and named by the digits of a digest, as workflows with other actions have it. */
function readFile(path: string, reading: Reading): readonly MergeSource[] {
  const named = relative(reading.workspace, path);
  const stat = lstatSync(path, {throwIfNoEntry: false});
  if (stat === undefined || !stat.isFile()) throw new InvalidInput(INPUT, `${named} is no file`, HELP);
  if (stat.size > LARGEST_FILE)
    throw new InvalidInput(INPUT, `${named} has ${stat.size} bytes, which no descriptor has`, HELP);
  const text = readFileSync(path, 'utf8');
  const digest = `sha256:${basename(path)}`;
  const inner = {...reading, named, takesFiles: false};
  if (text.trim() === '' && isDigest(digest)) return [digestSource(digest, undefined, undefined, inner)];
  const sources = readText(text, inner);
  if (sources.length === 0) throw new InvalidInput(INPUT, `${named} holds no descriptor and no digest`, HELP);
  return sources;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Input `images`: repositories, without a tag. Throws InvalidInput. */
export function readImages(items: readonly string[]): readonly Reference[] {
  return items.map((item) => {
    const {registry, path, tag, digest} = readReference('images', item);
    if (tag !== undefined || digest !== undefined)
      throw new InvalidInput('images', `"${item}" has a tag or a digest`, 'give the repository alone');
    return {registry, path};
  });
}
