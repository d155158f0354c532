/** The inputs of a step as its summary shows them: those that say something, and nothing secret of them. */
import {censor} from '../pipeline/leaks.ts';
import {type KnownSecret, needlesOf} from '../pipeline/needles.ts';
import type {ShownInput} from '../report/summary.ts';
import {parseList} from './list.ts';
import {DEFAULTS, INPUTS, type ReadText} from './raw-inputs.ts';
import {suspiciousBuildArg} from './suspicious.ts';

/** Nothing of these is shown. */
const HIDDEN: ReadonlySet<string> = new Set(['password', 'registry-auth', 'github-token', 'ssh-known-hosts']);
/** Of these only what stands before the equals sign. */
const NAMES_ONLY: ReadonlySet<string> = new Set(['secrets', 'secret-envs', 'secret-files', 'ssh']);
/** Their text is free, so that anything may be in it. */
const GIVEN_ONLY: ReadonlySet<string> = new Set(['container-config', 'dockerfile-inline']);
const MASK = '***';

/** What is empty, false or the default says nothing. */
export function shownInputs(raw: ReadText): readonly ShownInput[] {
  return Object.entries(INPUTS).flatMap(([name, kind]) => {
    const text = raw(name, kind === 'secrets' ? 'whole' : 'trimmed');
    const isDefault =
      text.trim() === '' || text.toLowerCase() === 'false' || text === DEFAULTS[name as keyof typeof INPUTS];
    if (isDefault || HIDDEN.has(name)) return [];
    if (GIVEN_ONLY.has(name)) return [{name, values: ['(given)']}];
    const isList = kind !== 'text' && kind !== 'flag' && kind !== 'on';
    const items = isList ? parseList(name, text, kind).items : [text];
    return [{name, values: items.map((item) => shown(name, item))}];
  });
}

function shown(name: string, item: string): string {
  if (NAMES_ONLY.has(name)) return /[/\\\s]|-----/.test(nameOf(item)) ? MASK : nameOf(item);
  if (name === 'build-args' || name === 'labels') return withoutValue(item);
  if (name === 'changes') return item.replace(/[\w.-]+=(?:"(?:[^"\\]|\\.)*"|\S+)/g, withoutValue);
  // A query may be a signature that gives access.
  return item.replace(/^(https?:\/\/[^?#\s]*)\?[^#\s]*/i, (whole, base: string) =>
    /\.git$/.test(base) ? whole : `${base}?…`,
  );
}

function nameOf(item: string): string {
  return item.split('=', 1)[0]?.trim() ?? '';
}

function withoutValue(item: string): string {
  const name = nameOf(item);
  const value = item.slice(name.length + 1);
  return suspiciousBuildArg(name, value) === undefined ? item : `${name}=${MASK}`;
}

/** Shorter values are parts of common words; they are not hidden in the log either. */
const SHORTEST = 4;

/** The same data without the secrets of the run in any of its texts. The runner, too, looks for them in the summary. */
export function withoutSecrets<T>(data: T, secrets: readonly KnownSecret[]): T {
  const values = secrets
    .map(({value}) => value)
    .filter((value) => value.trim().length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  const needles = needlesOf(secrets);
  // What is cut in the middle to be shorter would not be known any more, nor does the runner know all forms.
  const cleanText = (text: string) =>
    censor(
      values.reduce((left, secret) => left.replaceAll(secret, MASK), text),
      needles,
    );
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanText(value);
    if (Array.isArray(value)) return value.map(clean);
    if (value instanceof Map) return new Map([...value].map(([key, inner]) => [clean(key), clean(inner)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  return clean(data) as T;
}
