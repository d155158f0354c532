/**
 * Further contexts that are inputs of the build, as steps of its graph: downloads, and stages of the same Dockerfile
 * (`target:` in buildx's bake). The frontend is asked for the steps of a stage, so that nothing is built twice or stored.
 */
import type {GrpcClient} from '../buildkit/client.ts';
import type {SolveRequest} from '../buildkit/control.ts';
import {encodeDownload} from '../buildkit/definition.ts';
import {askFrontend} from '../buildkit/gateway.ts';
import type {NamedContext} from './control-inputs.ts';
import {InvalidInput} from './errors.ts';

/** Values of `context:<name>`, and what they lead to. The frontend's own way does not unpack, and fails on Docker 28. */
export function downloadsOf(contexts: readonly NamedContext[]): {
  readonly contexts: ReadonlyMap<string, string>;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
} {
  const downloads = contexts.flatMap(({name, source}, at) =>
    source.kind === 'url' ? [{name, key: `download-${at}`, url: source.url}] : [],
  );
  return {
    contexts: new Map(downloads.map(({name, key}) => [name, `input:${key}`])),
    inputs: new Map(downloads.map(({name, key, url}) => [key, encodeDownload(url, `[context ${name}] ${url.href}`)])),
  };
}

interface Target {
  readonly name: string;
  readonly stage: string;
}

export function targetsIn(contexts: readonly NamedContext[]): readonly Target[] {
  return contexts.flatMap(({name, source}) => (source.kind === 'target' ? [{name, stage: source.stage}] : []));
}

/**
 * The same request with the targets as inputs of it (moby/buildkit frontend/dockerui/namedcontext.go). They are built with
 * all its other contexts, and do not see each other. Throws InvalidInput for an empty
 * stage, RpcError, ConnectionLost.
 */
export async function withTargets<T extends Pick<SolveRequest, 'session' | 'frontend' | 'attributes' | 'inputs'>>(
  client: GrpcClient,
  request: T,
  targets: readonly Target[],
  options: {readonly signal: AbortSignal},
): Promise<T> {
  if (targets.length === 0) return request;
  const {attributes} = request;
  const platforms = attributes.get('platform')?.split(',') ?? [undefined];
  const asked = targets.flatMap((target) => platforms.map((platform) => ({...target, platform})));
  const answers = await Promise.all(
    asked.map(async ({name, stage, platform}, at) => {
      const question = {...request, attributes: questionOf(attributes, stage, platform), onTrace: () => {}};
      const {definition, metadata} = await askFrontend(client, question, options);
      if (definition === undefined)
        throw new InvalidInput('build-contexts', `${name}: the stage ${stage} is empty`, 'name one with files in it');
      const config = metadata.get('containerimage.config');
      return {
        key: `target-${at}`,
        name: platforms.length > 1 ? `${name}::${platform}` : name,
        definition,
        config: config && JSON.stringify({'containerimage.config': Buffer.from(config).toString('base64')}),
      };
    }),
  );
  return {
    ...request,
    attributes: new Map([
      ...attributes,
      ['frontend.caps', 'moby.buildkit.frontend.contexts+forward'],
      ...answers.map(({key, name}) => [`context:${name}`, `input:${key}`] as const),
      ...answers.flatMap(({key, config}) => (config === undefined ? [] : [[`input-metadata:${key}`, config] as const])),
    ]),
    inputs: new Map([...request.inputs, ...answers.map(({key, definition}) => [key, definition] as const)]),
  };
}

/** One image without what is said of it: several would come as a map, and are asked for one by one. */
function questionOf(
  attributes: ReadonlyMap<string, string>,
  stage: string,
  platform: string | undefined,
): ReadonlyMap<string, string> {
  const kept = [...attributes].filter(
    ([name]) => !name.startsWith('attest:') && name !== 'build-arg:BUILDKIT_MULTI_PLATFORM',
  );
  return new Map([...kept, ['target', stage], ...(platform === undefined ? [] : [['platform', platform] as const])]);
}
