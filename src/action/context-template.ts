/**
 * `{{defaultContext}}` in `context`, which docker/build-push-action renders with Handlebars. Of that only names are
 * known here, in two or three braces; the value goes in as it is (Handlebars would turn `=` into `&#x3D;`).
 */
import {InvalidInput} from '../pipeline/errors.ts';

const NAME = /\{\{\{\s*([^{}\s]+)\s*\}\}\}|\{\{\s*([^{}\s]+)\s*\}\}/g;

/** The default context as a whole, with what stands behind it: `:directory`, or nothing. */
export function readDefaultContext(text: string): {readonly suffix: string} | undefined {
  const [, three, two, suffix] = /^(?:\{\{\{\s*(\S+?)\s*\}\}\}|\{\{\s*(\S+?)\s*\}\})((?::.*)?)$/s.exec(text) ?? [];
  return (three ?? two) === 'defaultContext' ? {suffix: suffix ?? ''} : undefined;
}

/** Names without a value become nothing, told to `onUnknown`. Throws InvalidInput for what is not closed. */
export function renderContext(
  text: string,
  values: ReadonlyMap<string, string>,
  onUnknown: (name: string) => void,
): string {
  const rest = text.replace(NAME, '');
  if (rest.includes('{{')) {
    throw new InvalidInput('context', `"${text}" has a {{ that is not closed`, 'write {{defaultContext}}, or a path');
  }
  return text.replace(NAME, (_, three: string | undefined, two: string | undefined) => {
    const name = three ?? two ?? '';
    const value = values.get(name);
    if (value === undefined) onUnknown(name);
    return value ?? '';
  });
}
