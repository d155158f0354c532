/** Input `outputs`, in the words of docker/build-push-action and buildx: what becomes of the finished image. */
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {FileOutput} from '../pipeline/outputs.ts';
import {checkKeys, readFields} from './fields.ts';
import {readPlatform} from './reference-input.ts';
import {parseFlag} from './units.ts';

export interface Outputs {
  readonly files: readonly FileOutput[];
  /** `push=true`, or `type=registry`. */
  readonly push: boolean;
  /** There is one for an image, be it only to have it in the engine. */
  readonly image: boolean;
  /** References of `name=`, beside those of `tags`. */
  readonly names: readonly string[];
  /** `push-by-digest=true`: the names are repositories, and nothing gets a tag. */
  readonly byDigest: boolean;
  /** The other attributes of `type=image`, for BuildKit. */
  readonly imageAttributes: ReadonlyMap<string, string>;
}

/** Throws InvalidInput. */
export function readOutputs(items: readonly string[], workspace: string): Outputs {
  const read = items.map((item) => readOutput(item, workspace));
  return {
    files: read.flatMap(({files}) => files),
    push: read.some(({push}) => push),
    byDigest: read.some(({byDigest}) => byDigest),
    image: read.some(({image}) => image),
    names: read.flatMap(({names}) => names),
    imageAttributes: new Map(read.flatMap(({imageAttributes}) => [...imageAttributes])),
  };
}

const NOTHING: Outputs = {files: [], push: false, image: false, names: [], byDigest: false, imageAttributes: new Map()};
const FILE_TYPES = ['docker', 'oci', 'tar', 'local'] as const;
const KNOWN_ATTRIBUTES =
  /^(?:annotation(?:-[a-z-]+)?(?:\[.+\])?\..+|compression|compression-level|force-compression|oci-mediatypes|rewrite-timestamp|unpack|store|dangling-name-prefix|name-canonical)$/;

function readOutput(item: string, workspace: string): Outputs {
  // One field without a type is the directory for the files, as in buildx.
  const fields = /^[^,=]+$/.test(item)
    ? new Map([
        ['type', 'local'],
        ['dest', item.trim()],
      ])
    : readFields('outputs', item);
  const type = fields.get('type') ?? '';
  if (type === 'image' || type === 'registry') return readImageOutput(type, fields);
  const fileType = FILE_TYPES.find((known) => known === type);
  if (fileType === undefined) {
    const what = type === '' ? 'an entry has no type' : `there is no type "${type}" here`;
    throw new InvalidInput('outputs', what, `use type=image, registry, ${FILE_TYPES.join(', ')}`);
  }
  const dest = fields.get('dest') ?? '';
  // buildx loads the image with it, which is what happens here anyway.
  if (dest === '' && type === 'docker') return {...NOTHING, image: true};
  checkKeys('outputs', fields, ['type', 'dest', 'platform']);
  if (dest === '') throw new InvalidInput('outputs', `type=${type} has no dest`, 'say with dest= where to write');
  if (dest === '-') throw new InvalidInput('outputs', 'dest=-: the log of a job takes no files', 'name a file');
  const platform = fields.get('platform');
  const file = {
    type: fileType,
    dest: resolve(workspace, dest),
    platform: platform === undefined ? undefined : readPlatform('outputs', platform),
  };
  return {...NOTHING, files: [file]};
}

function readImageOutput(type: string, fields: ReadonlyMap<string, string>): Outputs {
  const byDigest = parseFlag('outputs', fields.get('push-by-digest') ?? '', false);
  // Of a push by digest, the canonical name is all that there is.
  const own = ['type', 'push', 'name', 'push-by-digest', ...(byDigest ? ['name-canonical'] : [])];
  const attributes = new Map([...fields].filter(([key]) => !own.includes(key)));
  const odd = [...attributes.keys()].find((key) => !KNOWN_ATTRIBUTES.test(key));
  if (odd !== undefined)
    throw new InvalidInput('outputs', `type=${type} with ${odd} is not supported yet`, 'leave it out');
  return {
    ...NOTHING,
    image: true,
    push: type === 'registry' || parseFlag('outputs', fields.get('push') ?? '', false),
    byDigest,
    names: (fields.get('name') ?? '').split(',').filter((name) => name !== ''),
    imageAttributes: attributes,
  };
}
