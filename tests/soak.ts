/** Set by `npm run soak`. */
export const SOAK = process.env['PARINDEX_SOAK'] === '1';

/** What is long by nature has two sizes: one that `npm test` has time for, and the whole one of `npm run soak`. */
export const sized = (inTest: number, inSoak: number): number => (SOAK ? inSoak : inTest);

/** What a run is of: `test`, `story`, or both where files are named (scripts/test.js). */
export const KINDS = process.env['PARINDEX_KINDS'] ?? '{test,story}';
