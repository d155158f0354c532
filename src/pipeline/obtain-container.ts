/** Source `container`: what a container changed becomes an image, by commit. */
import {commit} from '../engine/commit.ts';
import {inspect} from '../engine/inspect.ts';
import type {Log} from '../report/log.ts';
import {instructionsOf} from './changes.ts';
import {checkPlatform, type Obtained} from './obtained.ts';
import type {Opened} from './opened.ts';
import type {ContainerOrigin} from './origin.ts';

/** Throws EngineError, WrongPlatform. */
export async function obtainContainer(
  {engine, ledger}: Opened,
  origin: ContainerOrigin,
  {log, signal}: {readonly log: Log; readonly signal: AbortSignal},
): Promise<Obtained> {
  const {container, author, message, pause, config, platform} = origin;
  log.info(`Committing the container ${container}${pause ? '' : ', without pausing it'}`);
  const changes = instructionsOf(origin, engine.facts);
  const id = await commit(engine, container, {author, comment: message, pause, changes, config, signal});
  ledger.image(id, true);
  const image = await inspect(engine, id, {signal});
  checkPlatform(platform, image, 'A container is of the platform of its image: leave platforms out, or set it to that');
  return {image};
}
