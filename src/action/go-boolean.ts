/** Booleans in environment variables of Docker's tools, as Go's strconv.ParseBool reads them. */
import {InvalidInput} from '../pipeline/errors.ts';

const WORDS: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((word) => [word, true]),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((word) => [word, false]),
]);

/** Throws InvalidInput that names `place`, an input or a variable. */
export function parseGoBoolean(place: string, text: string): boolean {
  if (Object.hasOwn(WORDS, text)) return WORDS[text] as boolean;
  throw new InvalidInput(place, `"${text.slice(0, 40)}" is not a boolean`, 'write true or false');
}

/** Of a variable that is unset or empty the default counts. */
export function goVariable(env: NodeJS.ProcessEnv, name: string, byDefault: boolean): boolean {
  const text = env[name] ?? '';
  return text === '' ? byDefault : parseGoBoolean(name, text);
}
