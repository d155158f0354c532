/** The `changes` of a commit or an import: the author's instructions, then the labels, so that those win. */
import type {EngineFacts} from '../engine/facts.ts';

export interface ConfigChanges {
  /** Instructions of a Dockerfile, one each. */
  readonly changes: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

export function instructionsOf({changes, labels}: ConfigChanges, {product}: EngineFacts): readonly string[] {
  const quote = product === 'podman' ? asItIs : asInDockerfile;
  return [...changes, ...[...labels].map(([key, value]) => `LABEL ${quote(key)}=${quote(value)}`)];
}

/** Where `$` would begin a variable. */
function asInDockerfile(text: string): string {
  return `"${text.replace(/[\\"$]/g, '\\$&')}"`;
}

/** Podman splits at the first `=` and knows no escapes. */
function asItIs(text: string): string {
  return text;
}
