import { type SearchFit, searchFit } from '../text/search-fit.ts';
import { searchKey } from '../text/search-key.ts';
import { successorsOf, type WorkTransfer } from './lineage.ts';
import { lastName } from './on-date.ts';
import { abbreviationsOf } from './search-key.ts';
import type { BodyName, BodyRegistry, RegisteredBody } from './types.ts';

export interface FoundBody {
  readonly body: RegisteredBody;
  /** The matching name, past or present. */
  readonly found: BodyName;
  /** The present or last name. */
  readonly name: BodyName;
  /** Only for a closed body: its successors; `body.closed` is its last day. */
  readonly became: readonly WorkTransfer[];
}

/** How well a key fits the best of a name's forms, an abbreviation as a beginning does; undefined if none. */
function fit(key: string, name: BodyName): SearchFit | undefined {
  const fits = [name.full, name.short, name.sort].flatMap((text) => searchFit(key, text) ?? []);
  return [...fits, ...(abbreviationsOf(name).includes(key) ? [1 as const] : [])].toSorted()[0];
}

/** The best fitting name of a body; of equal ones the latest. */
function bestName(key: string, body: RegisteredBody): { found: BodyName; grade: number } | undefined {
  let best: { found: BodyName; grade: number } | undefined;
  for (const name of body.names) {
    const grade = fit(key, name);
    if (grade !== undefined && grade <= (best?.grade ?? grade)) best = { found: name, grade };
  }
  return best;
}

/**
 * Bodies that have ever had a name in which the query begins a word, with or without marks; whole names
 * first, then beginnings, then the rest; in each, bodies that still exist first, then the registry's order.
 * @example searchBodies(registry, 'thua thien')[0]?.name.full === 'Thành phố Huế'
 */
export function searchBodies(registry: BodyRegistry, query: string): FoundBody[] {
  const key = searchKey(query);
  if (key === '') return [];
  return registry.bodies
    .flatMap((body) => {
      const best = bestName(key, body);
      return best ? [{ body, ...best }] : [];
    })
    .toSorted((a, b) => a.grade - b.grade || Number(a.body.closed !== undefined) - Number(b.body.closed !== undefined))
    .map(({ body, found }) => ({ body, found, name: lastName(body), became: body.closed === undefined ? [] : successorsOf(registry, body) }));
}
