import type { Finding } from './inspection.ts';

/** Examples named in one finding; the count gives the total. */
const NAMES_TOLD = 5;
const DETAIL_CHARACTERS = 500;

/** A finding with the count and the first examples; none if nothing was found. */
export function countedFinding(code: Finding['code'], found: readonly string[]): Finding[] {
  if (found.length === 0) return [];
  const detail = [...new Set(found)].slice(0, NAMES_TOLD).join(', ').slice(0, DETAIL_CHARACTERS);
  return [{ code, count: found.length, ...(detail === '' ? {} : { detail }) }];
}
