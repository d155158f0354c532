/** The outputs of action.yml. Each is set on every path, empty when unknown, so that nothing injected survives (O5). */
import type {Results} from '../pipeline/results.ts';

export const OUTPUTS = [
  'imageid',
  'digest',
  'digests',
  'descriptor',
  'metadata',
  'tags',
  'image-refs',
  'pushed',
  'failed',
  'files',
  'images',
  'reused',
] as const;
export type OutputName = (typeof OUTPUTS)[number];

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** `set` writes one output, through the runner's file. */
export function writeOutputs(results: Results, set: (name: OutputName, value: string) => void): void {
  const digest = (text: string | undefined) => (text !== undefined && DIGEST.test(text) ? text : '');
  const values: Readonly<Record<OutputName, string>> = {
    imageid: digest(results.imageId),
    digest: digest(results.digest),
    digests: results.digests ?? '',
    descriptor: results.descriptor ?? '',
    metadata: results.metadata ?? '',
    tags: results.tags.join('\n'),
    'image-refs': results.imageRefs.join('\n'),
    pushed: results.pushed.join('\n'),
    failed: results.failed.join('\n'),
    files: results.files.join('\n'),
    images: results.images ?? '',
    reused: results.reused === undefined ? '' : String(results.reused),
  };
  for (const name of OUTPUTS) set(name, values[name]);
}
