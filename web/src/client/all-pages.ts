import { MOST_PER_PAGE } from '@parindex/core/contracts/limits';

/** A list with more pages than this is not meant to be shown whole. */
const MOST_PAGES = 50;

interface Page {
  readonly limit: number;
  readonly after: string | undefined;
}

/** A whole list, read page by page. */
export async function allPages<T>(read: (page: Page) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await read({ limit: MOST_PER_PAGE, after });
    all.push(...items);
    if (next === null) break;
    after = next;
  }
  return all;
}
