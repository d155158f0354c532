/** Names in archives, neutralised: relative, without `.` and `..`, so that they can only mean something inside. */

/**
 * `./a//b/` and `/a/b` are `a/b`; `..` goes up, but never above the top, as engines clean names. Empty for the top
 * itself. Works on bytes as latin1, too.
 */
export function normalName(name: string): string {
  // Nearly all names are normal already.
  if (!ODD.test(name)) return name;
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const ODD = /^\/|\/$|\/\/|(?:^|\/)\.\.?(?:\/|$)/;

/** Where a link in `name` leads, inside of the archive; links to the top and above stay there. */
export function linkedName(name: string, target: string): string {
  if (target.startsWith('/')) return normalName(target);
  const slash = name.lastIndexOf('/');
  return normalName(slash < 0 ? target : `${name.slice(0, slash)}/${target}`);
}
