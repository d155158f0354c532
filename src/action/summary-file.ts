/** The job summary: Markdown that is added to the file behind GITHUB_STEP_SUMMARY. */
import {appendFileSync} from 'node:fs';
import type {Log} from '../report/log.ts';

/**
 * Undefined where the runner takes none, or DOCKER_BUILD_SUMMARY is false, as docker/build-push-action has it. A file that
 * cannot be written is a warning: the image is as good without.
 */
export function createSummaryWriter(env: NodeJS.ProcessEnv, log: Log): ((markdown: string) => void) | undefined {
  const file = env['GITHUB_STEP_SUMMARY'];
  // Go's words for false.
  if (!file || /^(?:0|f|false)$/i.test(env['DOCKER_BUILD_SUMMARY'] ?? '')) return undefined;
  return (markdown) => {
    try {
      appendFileSync(file, `${markdown}\n`);
    } catch (error) {
      log.warning(`the job summary could not be written: ${(error as Error).message}`);
    }
  };
}
