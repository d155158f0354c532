/** The time that a build is to take for all times (https://reproducible-builds.org/specs/source-date-epoch/). */

export const SOURCE_DATE_EPOCH = 'SOURCE_DATE_EPOCH';

/** Seconds since 1970; undefined where none is given, also by an empty argument. The value was checked with the inputs. */
export function epochOf(buildArgs: ReadonlyMap<string, string>): number | undefined {
  const text = buildArgs.get(SOURCE_DATE_EPOCH) ?? '';
  return text === '' ? undefined : Number(text);
}
