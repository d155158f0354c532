/** What the runner makes of a log (actions/runner src/Runner.Common/Logging and ValueEncoders.cs): masks are applied. */

/** The values that the log asks to hide, as they were before they were escaped. */
export function masksIn(log: string): readonly string[] {
  return [...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, value = '']) =>
    value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  );
}

/** The log as people see it, with `***` for each value, and for each base64 of a text that holds it. */
export function shownLog(log: string): string {
  const values = [...new Set(masksIn(log))].flatMap((value) => [value, ...base64Forms(value)]);
  let shown = log.replaceAll(/^::add-mask::.*\n?/gm, '');
  for (const value of values.sort((a, b) => b.length - a.length))
    if (value !== '') shown = shown.replaceAll(value, '***');
  return shown;
}

/** By where it begins in three bytes; the characters that depend on what is around it are left out. */
function base64Forms(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}
