import { MOST_PER_PAGE } from '@parindex/core/contracts/limits';
import { ask } from './request.ts';

/** A list that does not end by then is none that is shown whole. */
const MOST_PAGES = 50;

/** A list that is shown whole, read page by page. */
export async function allPages<T>(path: string): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await ask<{ items: T[]; next: string | null }>('GET', path, { query: { limit: MOST_PER_PAGE, after } });
    all.push(...items);
    if (next === null) break;
    after = next;
  }
  return all;
}
