/** What is made and where it goes: the inputs of a step that publishes. */
import {InvalidInput} from '../pipeline/errors.ts';
import type {Inputs} from '../pipeline/run-inputs.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import type {Reference, TaggedReference} from '../registry/reference.ts';
import {readAnnotationLevels} from './annotation-levels.ts';
import {readAttestations} from './attestation-input.ts';
import {PRIVILEGED_EVENTS} from './cache-saving.ts';
import {readChoice, readLeakGuard, readOverwrite} from './choices.ts';
import {type Outputs, readOutputs} from './output-input.ts';
import {checkSource, type InputSource, type RawInputs} from './raw-inputs.ts';
import {readPlatforms, readRepositories, readTags} from './reference-input.ts';
import {readSkip} from './skip-input.ts';
import {readOrigin, SOURCE_WORDS} from './source-input.ts';

export interface PublicationSurroundings {
  readonly workspace: string;
  readonly logins: readonly RegistryLogin[];
  /** BuildKits of their own build and push, not an engine. */
  readonly isRemote: boolean;
}

/** Throws InvalidInput. */
export function readPublication(
  raw: RawInputs,
  source: InputSource,
  {workspace, logins, isRemote}: PublicationSurroundings,
): Omit<Inputs, 'engine' | 'engines'> {
  const {log} = source;
  const kind = readChoice('source', raw.source, SOURCE_WORDS);
  checkSource(source.raw, kind);
  const outputs = readOutputs(raw.outputs, workspace);
  if (kind !== 'build' && outputs.imageAttributes.size > 0) {
    const names = [...outputs.imageAttributes.keys()].join(', ');
    throw new InvalidInput(
      'outputs',
      `${names} of type=image shape a build, and the source is ${kind}`,
      'leave them out',
    );
  }
  const {tags, untagged, pushes} = readTarget(raw, outputs);
  if (raw.load && tags.length === 0)
    log.notice('load: the image stays in the engine without a name, as there are no tags');
  warnAboutForeignCode(pushes, raw, source);
  const {imageAttributes} = outputs;
  const platforms = kind === 'build' ? readPlatforms(raw.platforms) : [];
  // What is attested of an image is said of its digest, so there the builder itself has to annotate it.
  const isAttested = readAttestations(raw, source.env).size > 0;
  const isOurs = pushes && !isRemote;
  const origin = readOrigin(kind, raw, source, {
    workspace,
    logins,
    imageAttributes,
    // A BuildKit of its own makes and pushes an index by itself; for engines that is done here.
    byDigest: isRemote ? untagged : [],
    platforms: isRemote && platforms.length > 1 ? platforms : [],
    annotations: isOurs && !isAttested ? [] : raw.annotations,
  });
  const isOne = platforms.length <= 1;
  const levels = pushes ? readAnnotationLevels(raw.annotations, 'manifest') : [];
  if (isOurs && levels.some(({level}) => level === 'index-descriptor'))
    log.notice(
      'annotations: index-descriptor has no effect, as it is for OCI layouts, and nothing in a registry has it',
    );
  const outer = levels.find(({level}) => level !== 'manifest');
  if (isOurs && outer !== undefined && isOne && !isAttested) {
    throw new InvalidInput(
      'annotations',
      `${outer.key} is for an index, and the image is for one platform alone`,
      'write it as manifest:…, or give it to the merge that makes the index',
    );
  }
  const leakGuard = readLeakGuard(raw['leak-guard']);
  const files = outputs.files;
  const skip = readSkip(raw, {origin, tags, push: pushes, outputs: files, load: raw.load}, {log, logins});
  return {
    workspace,
    origin,
    tags,
    untagged: isRemote ? [] : untagged,
    outputs: files,
    push: isRemote ? pushes && untagged.length === 0 : pushes,
    keepsImage: raw.load || outputs.image,
    load: raw.load,
    platforms: !isRemote && platforms.length > 1 ? platforms : [],
    annotations: isAttested ? levels.filter(({level}) => !isOne && level !== 'manifest') : levels,
    overwrite: readOverwrite(raw.overwrite),
    preflight: raw.preflight,
    leakGuard,
    skip,
    onFullDisk: readChoice('on-full-disk', raw['on-full-disk'], ['prune', 'fail']),
  };
}

interface Target {
  readonly tags: readonly TaggedReference[];
  /** Repositories that get no tag. */
  readonly untagged: readonly Reference[];
  readonly pushes: boolean;
}

function readTarget(raw: RawInputs, outputs: Outputs): Target {
  const names = [...raw.tags, ...outputs.names];
  const pushes = raw.push || outputs.push || raw['push-by-digest'];
  if (outputs.byDigest && !pushes)
    throw new InvalidInput('outputs', 'push-by-digest: nothing is pushed', 'set push=true beside it');
  if (pushes && names.length === 0) {
    throw new InvalidInput(
      'tags',
      'push is true, but there is no tag that says where to',
      'add one, such as ghcr.io/owner/app:1.0',
    );
  }
  if (!outputs.byDigest && !raw['push-by-digest']) return {tags: readTags('tags', names), untagged: [], pushes};
  return {tags: [], untagged: readRepositories('tags', names), pushes};
}

function warnAboutForeignCode(push: boolean, raw: RawInputs, {env, log}: InputSource): void {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (!PRIVILEGED_EVENTS.includes(event)) return;
  const author = 'if the context is the code of a pull request, its author decides what';
  if (push) log.warning(`push on the event ${event}: ${author} is published in your name`);
  // The cache of GitHub Actions is left alone then, unless that is said outright.
  const isWritten = raw['cache-to'].some((item) => raw['cache-save'] === 'always' || !/(?:^|,)\s*type=gha/.test(item));
  if (isWritten) log.warning(`cache-to on the event ${event}: ${author} later builds find in the cache`);
}
