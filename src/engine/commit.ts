/** `POST /commit` (Engine API v1.51 "ImageCommit"): an image from what a container changed. */
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';
import {asObject, imageIdOf, own} from './json.ts';
import {admit} from './parameters.ts';
import {formatTag, type Tag} from './tag.ts';

export interface CommitOptions {
  /** Default is no name. */
  readonly name?: Tag | undefined;
  /** Message of the image's newest history entry. */
  readonly comment?: string | undefined;
  /** Such as `Jane Doe <jane@example.com>`. */
  readonly author?: string | undefined;
  /** Stop the container's processes meanwhile, so that its files fit together; default true. */
  readonly pause?: boolean;
  /** Instructions of a Dockerfile, one each; they come after `config`. */
  readonly changes?: readonly string[];
  /** Members of `ContainerConfig` by their names in the API (`Env`, `Cmd`, `Labels`, …), merged over the container's. */
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  readonly signal: AbortSignal;
}

const ENDPOINT = 'POST /commit';
/** The files of the container are copied meanwhile. */
const LIMIT_MS = 30 * 60_000;

/** `container` is a name or an id, running or not. Gives the id of the new image. Throws EngineError, 404 for no container. */
export async function commit(engine: Engine, container: string, options: CommitOptions): Promise<string> {
  const {name, comment, author, pause, changes, config, signal} = options;
  admit(engine, ENDPOINT, {containerConfig: config}, container);
  const {json} = await engine.transport.json({
    method: 'POST',
    path: '/commit',
    endpoint: ENDPOINT,
    subject: container,
    query: {
      container,
      ...(name !== undefined && {repo: name.repository, tag: name.tag}),
      comment,
      author,
      pause: pause === false ? '0' : '1',
      changes,
    },
    // Podman wants a body, even an empty one.
    json: config ?? {},
    limitMs: LIMIT_MS,
    signal,
  });
  const id = imageIdOf(own(asObject(json), 'Id'));
  if (id === undefined) {
    const subject = name === undefined ? container : formatTag(name);
    throw new EngineError('the answer has no image id', {status: 201, endpoint: ENDPOINT, subject});
  }
  return id;
}
