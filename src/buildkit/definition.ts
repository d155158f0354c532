/**
 * A file as a step of BuildKit's own graph, so that a Dockerfile can travel inside of a request, without any context
 * (moby/buildkit solver/pb/ops.proto: Definition, Op, FileOp, FileActionMkFile).
 */
import {createHash} from 'node:crypto';
import {encodeMessage} from './encode.ts';

const MODE = 0o644n;
/** "Nothing" where an input is named, and "now" for a time. */
const NONE = -1n;

/** Encoded `pb.Definition` of a directory with one file. `title` is how the step is called in the progress. */
export function encodeFile(name: string, content: Uint8Array, title: string): Uint8Array {
  const file = encodeMessage([1, `/${name}`], [2, MODE], [3, content], [5, NONE]);
  const action = encodeMessage([1, NONE], [2, NONE], [3, 0n], [5, file]);
  // The platform does not matter for a file, but every step has one.
  const platform = encodeMessage([1, 'amd64'], [2, 'linux']);
  const make = encodeMessage([4, encodeMessage([2, action])], [10, platform], [11, encodeMessage()]);
  const digest = digestOf(make);
  // The last step only names its input: the result.
  const result = encodeMessage([1, encodeMessage([1, digest], [2, 0n])]);
  const description = encodeMessage([2, encodeMessage([1, 'llb.customname'], [2, title])]);
  return encodeMessage([1, make], [1, result], [2, encodeMessage([1, digest], [2, description])]);
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
