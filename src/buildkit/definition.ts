/**
 * Steps of BuildKit's own graph (moby/buildkit solver/pb/ops.proto: Definition, Op, SourceOp, FileOp): a file, so that a
 * Dockerfile can travel inside of a request, without any context; and a download.
 */
import {createHash} from 'node:crypto';
import {encodeMessage, type Field, mapFields} from './encode.ts';

const MODE = 0o644n;
/** "Nothing" where an input is named, "now" or "as it is" for a time or a mode. */
const NONE = -1n;

/** Encoded `pb.Definition` of a directory with one file. `title` is how the step is called in the progress. */
export function encodeFile(name: string, content: Uint8Array, title: string): Uint8Array {
  const file = encodeMessage([1, `/${name}`], [2, MODE], [3, content], [5, NONE]);
  const make = stepOf([4, encodeMessage([2, encodeMessage([1, NONE], [2, NONE], [3, 0n], [5, file])])]);
  return definitionOf([make], title);
}

/**
 * Encoded `pb.Definition` of a directory with what a URL leads to: a tar unpacked, any other file under its name. `title`
 * as for `encodeFile`.
 */
export function encodeDownload(url: URL, title: string): Uint8Array {
  const name = /[\w.-]+$/.exec(url.pathname)?.[0] ?? 'context';
  const source = encodeMessage([1, url.href], ...mapFields(2, new Map([['http.filename', name]])));
  const download = stepOf([3, source]);
  // FileActionCopy: followSymlink = 5, dirCopyContents = 6, attemptUnpack = 7, createDestPath = 8, timestamp = 11.
  const unpack = encodeMessage(
    [1, `/${name}`],
    [2, '/'],
    [4, NONE],
    [5, true],
    [6, true],
    [7, true],
    [8, true],
    [11, NONE],
  );
  const action = encodeMessage([1, NONE], [2, 0n], [3, 0n], [4, unpack]);
  return definitionOf([download, stepOf([4, encodeMessage([2, action])], download)], title);
}

/** Encoded `pb.Op`; `input` is the step that it works on. */
function stepOf(operation: Field, input?: Uint8Array): Uint8Array {
  // The platform does not matter for files, but every step has one.
  const platform = encodeMessage([1, 'amd64'], [2, 'linux']);
  return encodeMessage([1, input && inputOf(input)], operation, [10, platform], [11, encodeMessage()]);
}

function inputOf(step: Uint8Array): Uint8Array {
  return encodeMessage([1, digestOf(step)], [2, 0n]);
}

/** The first step gets the title, the last one is the result. */
function definitionOf(steps: readonly [Uint8Array, ...Uint8Array[]], title: string): Uint8Array {
  // The end of the graph only names what is the result.
  const end = encodeMessage([1, inputOf(steps.at(-1) ?? steps[0])]);
  const description = encodeMessage([2, encodeMessage([1, 'llb.customname'], [2, title])]);
  const all = [...steps, end];
  return encodeMessage(
    ...all.map((step): Field => [1, step]),
    // Each has an entry, even an empty one.
    ...mapFields(2, new Map(all.map((step, at) => [digestOf(step), at === 0 ? description : encodeMessage()]))),
  );
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
