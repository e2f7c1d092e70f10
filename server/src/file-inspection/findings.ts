import type { Finding } from './inspection.ts';

/** Names told of one finding; the count tells the rest. */
const NAMES_TOLD = 5;
const DETAIL_CHARACTERS = 500;

/** A finding that tells its number and the first of what was found; none where nothing was. */
export function countedFinding(code: Finding['code'], found: readonly string[]): Finding[] {
  if (found.length === 0) return [];
  const detail = [...new Set(found)].slice(0, NAMES_TOLD).join(', ').slice(0, DETAIL_CHARACTERS);
  return [{ code, count: found.length, ...(detail === '' ? {} : { detail }) }];
}
