import { readCitation } from '../evidence/citation.ts';
import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';

/** Most citations of one item or figure. */
export const MOST_CITATIONS = 100;

/** Checks a list of citations: each in canonical form, without duplicates. Whether the documents exist is checked by the server. */
export function checkCitations(value: Raw, path: Path, faults: Faults): void {
  if (!Array.isArray(value)) {
    faults.add('wrongType', path, { expected: 'list' });
    return;
  }
  if (value.length > MOST_CITATIONS) faults.add('outOfRange', path, { found: String(value.length), expected: `≤ ${MOST_CITATIONS}` });
  const seen = new Set<string>();
  for (const [index, citation] of value.entries()) {
    if (typeof citation !== 'string') faults.add('wrongType', at(path, index), { expected: 'text' });
    else if (seen.has(citation)) faults.add('duplicateId', at(path, index), { found: citation });
    else readCitation(citation, at(path, index), faults);
    if (typeof citation === 'string') seen.add(citation);
  }
}
