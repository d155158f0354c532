/** A local directory as build context that a builder asks for part by part, and its Dockerfile beside it. */
import {basename} from 'node:path';
import {type Dockerfile, readDockerfile} from './dockerfile.ts';
import type {IgnoreRules} from './dockerignore.ts';
import {GivenFiles} from './given-files.ts';
import {ContextParts, canShareRules} from './on-demand.ts';
import type {BuildContext} from './source.ts';

/** What a session shares of a context, by the names under which builders ask for it. */
export interface SharedContext {
  /** The Dockerfile's name in the directory `dockerfile`, for the parameter of that name. */
  readonly dockerfile: string;
  readonly directories: ReadonlyMap<string, ContextParts | GivenFiles>;
}

/**
 * Shares the context as `context` and the Dockerfile as `dockerfile`: under its path in the context when it lies there,
 * else under its own name. Throws ContextError; so do the listings and the files, with what is wrong by then.
 */
export function shareContext(
  {root, dockerfile, ignore, maxEntries, epoch}: BuildContext,
  onWarning: (warning: string) => void,
): SharedContext {
  const name = nameOf(dockerfile);
  const given = new Map([[name, readDockerfile(dockerfile)]]);
  const rules = ownRules(dockerfile, ignore);
  if (rules !== undefined) given.set(`${name}.dockerignore`, rules);
  return {
    dockerfile: name,
    directories: new Map<string, ContextParts | GivenFiles>([
      ['context', new ContextParts({root, ignore, maxEntries, epoch, onWarning})],
      ['dockerfile', new GivenFiles(given)],
    ]),
  };
}

function nameOf(dockerfile: Dockerfile): string {
  if (dockerfile.kind === 'loose') return 'Dockerfile';
  return dockerfile.kind === 'inside' ? dockerfile.path : basename(dockerfile.named);
}

/** The ignore file that is the Dockerfile's own, as we understood it. */
function ownRules(dockerfile: Dockerfile, ignore: IgnoreRules): Buffer | undefined {
  if (dockerfile.kind === 'loose' || ignore.file !== `${dockerfile.named}.dockerignore`) return undefined;
  if (!canShareRules(ignore)) return undefined;
  return Buffer.from(ignore.patterns.map(({text, exception}) => `${exception ? '!' : ''}${text}\n`).join(''));
}
