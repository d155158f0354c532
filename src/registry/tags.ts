/** The tags of a repository. OCI distribution-spec, "Listing tags". */
import type {CallOptions, RegistryClient} from './client.ts';
import {own} from './descriptor.ts';
import {RegistryError} from './errors.ts';
import type {HttpAnswer} from './exchange.ts';
import {familiarRepository, type Reference} from './reference.ts';

const PAGE = 1000;
const PAGE_LIMIT = 4 * 1024 * 1024;
/** A registry that gives a new page for ever is broken. */
const MOST_PAGES = 1000;

/** All tags, in the order of the registry; empty for a repository that it does not know. Throws `RegistryError`. */
export async function listTags(
  client: RegistryClient,
  repository: Reference,
  options: CallOptions = {},
): Promise<readonly string[]> {
  const what = `list tags of ${familiarRepository(repository)}`;
  const tags = new Set<string>();
  let next: {path: readonly string[] | URL; query?: Record<string, string>} | undefined = {
    path: ['tags', 'list'],
    query: {n: String(PAGE)},
  };
  for (let pages = 0; next !== undefined && pages < MOST_PAGES; pages += 1) {
    const call = {method: 'GET', ...next, what, actions: 'pull', expect: [404]} as const;
    const before: number = tags.size;
    const page: Page = await client.request(repository, call, options, readPage);
    for (const tag of page.tags) tags.add(tag);
    // Some registries repeat their last page for ever.
    next = page.next === undefined || tags.size === before ? undefined : {path: page.next};
  }
  return [...tags];
}

interface Page {
  readonly tags: readonly string[];
  readonly next: URL | undefined;
}

async function readPage(answer: HttpAnswer): Promise<Page> {
  if (answer.status === 404) {
    await answer.discard();
    return {tags: [], next: undefined};
  }
  const list = own(jsonOf(await answer.read(PAGE_LIMIT), answer), 'tags');
  const tags = Array.isArray(list) ? list.filter((tag) => typeof tag === 'string') : [];
  return {tags, next: nextPage(answer)};
}

/** The page that a `Link` header with `rel="next"` names, within the registry alone (RFC 8288). */
export function nextPage(answer: HttpAnswer): URL | undefined {
  const [, target] = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(answer.header('link').join(', ')) ?? [];
  const url = target === undefined ? null : URL.parse(target, answer.url.href);
  return url !== null && url.origin === answer.url.origin ? url : undefined;
}

export function jsonOf(bytes: Uint8Array, answer: HttpAnswer): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new RegistryError('the registry answered with something that is not JSON', {
      status: answer.status,
      host: answer.url.host,
    });
  }
}
