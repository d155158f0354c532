/** What lies in the workspace can come from a pull request, so credentials and programs found there are not trusted. */
import {realpath} from 'node:fs/promises';
import {isAbsolute, relative, resolve, sep} from 'node:path';

/** Whether the path lies in the workspace (or is it), as written or with its links followed: a link must hide neither. */
export async function leadsInto(path: string, workspace: string): Promise<boolean> {
  const real = (name: string): Promise<string> => realpath(name).catch(() => resolve(name));
  return isBelow(resolve(path), resolve(workspace)) || isBelow(await real(path), await real(workspace));
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
