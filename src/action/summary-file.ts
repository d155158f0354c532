/** The job summary: Markdown that is added to the file behind GITHUB_STEP_SUMMARY. */
import {appendFileSync} from 'node:fs';
import type {KnownSecret} from '../pipeline/needles.ts';
import type {StoryFacts} from '../pipeline/story.ts';
import type {Log} from '../report/log.ts';
import type {ReadText} from './raw-inputs.ts';

export interface SummaryOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly raw: ReadText;
  /** What is hidden in the log by now. */
  readonly secrets: () => readonly KnownSecret[];
}

/** Milliseconds until an engine is at work, and there is time to load what is needed when it is done. */
const HEAD_START_MS = 100;

/** Undefined where the runner takes none. A file that cannot be written is a warning: the image is as good without. */
export function createSummaryWriter({
  env,
  log,
  raw,
  secrets,
}: SummaryOptions): ((facts: StoryFacts) => Promise<void>) | undefined {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (!file) return undefined;
  const load = () => Promise.all([import('../report/summary.ts'), import('./summary-inputs.ts')]);
  const timer = setTimeout(() => load().catch(() => {}), HEAD_START_MS).unref();
  return async (facts) => {
    clearTimeout(timer);
    try {
      const [{formatSummary}, {shownInputs, withoutSecrets}] = await load();
      const whole = {...facts, inputs: shownInputs(raw)};
      appendFileSync(file, `${formatSummary(withoutSecrets(whole, secrets()))}\n`);
    } catch (error) {
      log.warning(`the job summary could not be written: ${(error as Error).message}`);
    }
  };
}
