/** The inputs of merge/action.yml, read and checked before any work. Those that the main action has mean the same. */
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {MergeInputs} from '../pipeline/merge.ts';
import type {Overwrite} from '../pipeline/place-manifest.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import {uniqueRepositories} from '../registry/reference.ts';
import {readAnnotationLevels} from './annotation-levels.ts';
import {readAuthorities} from './authority-input.ts';
import {readOverwrite} from './choices.ts';
import {readDescriptors, readImages} from './descriptor-input.ts';
import {readLogins, readTokenServers} from './logins.ts';
import {parseDuration} from './numbers.ts';
import {type InputSource, type Kind, readKinds} from './raw-inputs.ts';
import {readPlatform, readTags} from './reference-input.ts';

/** Every input of merge/action.yml and how its text is read; a test holds the two together. */
export const MERGE_INPUTS = {
  descriptors: 'text',
  images: 'csv',
  tags: 'csv',
  platforms: 'csv',
  annotations: 'list',
  'prefer-index': 'flag',
  overwrite: 'text',
  'dry-run': 'flag',
  registry: 'text',
  username: 'text',
  password: 'text',
  'registry-auth': 'text',
  'github-token': 'text',
  'token-servers': 'csv',
  'registry-ca': 'text',
  timeout: 'text',
} as const satisfies Record<string, Kind>;

export interface MergeStepInputs {
  readonly inputs: MergeInputs;
  readonly overwrite: Overwrite;
  readonly workspace: string;
  readonly logins: readonly RegistryLogin[];
  readonly jobToken: string;
  readonly tokenServers: readonly string[];
  readonly authorities: readonly string[];
  readonly timeoutMs: number | undefined;
}

/** Throws InvalidInput that names the input, for the first thing that is wrong. */
export async function readMergeInputs(source: InputSource): Promise<MergeStepInputs> {
  const {env, log} = source;
  const raw = readKinds(MERGE_INPUTS, source.raw, log);
  const logins = await readLogins(raw, source);
  const workspace = resolve(env['GITHUB_WORKSPACE'] || process.cwd());
  const tags = readTags('tags', raw.tags);
  if (tags.length === 0) throw new InvalidInput('tags', 'there is none', 'add one, such as ghcr.io/owner/app:1.0');
  const named = readImages(raw.images);
  const repositories = uniqueRepositories(tags);
  const annotations = readAnnotationLevels(raw.annotations, 'index');
  if (annotations.some(({level}) => level === 'index-descriptor'))
    log.notice(
      'annotations: index-descriptor has no effect, as it is for OCI layouts, and nothing in a registry has it',
    );
  const inside = annotations.find(({level}) => level === 'manifest');
  if (inside !== undefined) {
    throw new InvalidInput(
      'annotations',
      `${inside.key} would stand in the manifests, which are written already`,
      'use index: or manifest-descriptor:, or give it to the builds (with docker/metadata-action: DOCKER_METADATA_ANNOTATIONS_LEVELS=index)',
    );
  }
  return {
    inputs: {
      sources: readDescriptors(raw.descriptors, {
        images: named.length > 0 ? named : repositories.length === 1 ? repositories : [],
        workspace,
      }),
      tags,
      platforms: raw.platforms.map((text) => readPlatform('platforms', text)),
      annotations,
      preferIndex: raw['prefer-index'],
      dryRun: raw['dry-run'],
    },
    overwrite: readOverwrite(raw.overwrite),
    workspace,
    logins,
    jobToken: raw['github-token'],
    tokenServers: readTokenServers(raw['token-servers']),
    authorities: await readAuthorities(raw['registry-ca'], workspace),
    timeoutMs: raw.timeout === '' ? undefined : parseDuration('timeout', raw.timeout),
  };
}
