/**
 * The runner's reading of our output, as far as it decides what is a workflow command
 * (https://github.com/actions/runner: ActionCommand.cs TryParseV2 and TryParse, ActionCommandManager.cs). It is stricter
 * than the runner in one point: the runner compares by the rules of a culture, which skip characters without weight, so
 * here every line is judged a second time with those characters taken out.
 */

const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
  'internal-set-repo-path',
]);

/** Names of the commands the runner would execute on reading `output`, in order. */
export function commandsIn(output: string): readonly string[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const name = commandIn(line) ?? commandIn(line.replace(/[\p{Cf}\p{Cc}\p{Mn}\p{Me}\u115f\u1160\u3164]/gu, ''));
    return name === undefined ? [] : [name];
  });
}

export const COMMANDS: readonly string[] = [...REGISTERED];

function commandIn(line: string): string | undefined {
  const trimmed = line.replace(/^[\s\u0085]+/, '');
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2);
    const name = end < 0 ? '' : registered(trimmed.slice(2, end));
    if (name !== '') return name;
  }
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? undefined : registered(line.slice(start + 3, end)) || undefined;
}

/** The registered name at the start of `info`, up to the first blank; '' for none. */
function registered(info: string): string {
  const name = (info.split(' ')[0] ?? '').toLowerCase();
  return REGISTERED.has(name) ? name : '';
}
