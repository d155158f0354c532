/** The outputs of merge/action.yml. Each is set on every path, empty when unknown (hardening O5). */
import type {Merged} from '../pipeline/merge.ts';
import {formatFamiliar} from '../registry/reference.ts';

export const MERGE_OUTPUTS = ['digest', 'tags', 'image-refs', 'pushed', 'failed', 'metadata', 'manifest'] as const;
export type MergeOutputName = (typeof MERGE_OUTPUTS)[number];

export type MergeResults = (Merged & {readonly failed: readonly string[]}) | undefined;

/** `set` writes one output, through the runner's file. */
export function writeMergeOutputs(results: MergeResults, set: (name: MergeOutputName, value: string) => void): void {
  const values = results === undefined ? {} : valuesOf(results);
  for (const name of MERGE_OUTPUTS) set(name, values[name] ?? '');
}

function valuesOf({manifest, pushed, failed}: NonNullable<MergeResults>): Partial<Record<MergeOutputName, string>> {
  const names = pushed.map(formatFamiliar);
  const {digest, mediaType, bytes} = manifest;
  const metadata = {
    'containerimage.digest': digest,
    'containerimage.descriptor': {mediaType, digest, size: bytes.length},
    ...(names.length > 0 && {'image.name': names.join(',')}),
  };
  return {
    // Of an index that is only half published, nothing is called the digest.
    digest: failed.length === 0 ? digest : '',
    tags: names.join('\n'),
    'image-refs': names.map((name) => `${name}@${digest}`).join('\n'),
    pushed: names.join('\n'),
    failed: failed.join('\n'),
    metadata: failed.length === 0 ? JSON.stringify(metadata, undefined, 2) : '',
    manifest: Buffer.from(bytes).toString('utf8'),
  };
}
