import type { Json, JsonObject } from './documents.ts';

export const BODY = 'minh-hoa-01';

/** An item of one point that is answered yes or no, changed as said. */
export const item = (code: string, changes: JsonObject = {}): JsonObject => ({
  code,
  title: { vi: `Tiêu chí ${code}` },
  maximum: '1',
  source: 'appraised',
  rule: { kind: 'yesNo' },
  ...changes,
});

/** A domain of the given criteria. */
export const domain = (code: string, criteria: Json[], changes: JsonObject = {}): JsonObject => ({
  code,
  title: { vi: `Lĩnh vực ${code}` },
  criteria,
  ...changes,
});

/** A small sound scheme, changed as said. */
export const scheme = (changes: JsonObject = {}): JsonObject => ({
  format: 'parindex-scheme/1',
  id: 'minh-hoa',
  title: { vi: 'Bộ tiêu chí minh họa' },
  status: 'illustrative',
  domains: [domain('1', [item('1.1')])],
  ...changes,
});

/** A body, changed as said. */
export const body = (id: string, changes: JsonObject = {}): JsonObject => ({ id, name: `Tỉnh ${id}`, ...changes });

/** A snapshot of a scheme with one body, changed as said. */
export const snapshot = (ofScheme: JsonObject, changes: JsonObject = {}): JsonObject => ({
  format: 'parindex-snapshot/1',
  scheme: ofScheme,
  round: { id: '2026', year: 2026 },
  bodies: [body(BODY)],
  ...changes,
});

/** Plain figures as a snapshot declares them. */
export const declared = (figures: JsonObject): JsonObject => Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, { value }]));
