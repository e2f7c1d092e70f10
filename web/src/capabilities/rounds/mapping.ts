import type { Scheme } from '@parindex/core';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import type { NamedCode } from './round-scheme.ts';

/** Old code → new code; null: dropped deliberately. */
export type Places = Readonly<Record<string, string | null>>;

/** The codes of a scheme that have data. */
export const codesOf = (scheme: Scheme): { items: NamedCode[]; figures: NamedCode[] } => ({
  items: itemsOfDomains(scheme.domains).map(({ code, title }) => ({ code, title: title.vi })),
  figures: scheme.figures.map(({ id, title }) => ({ code: id, title: title?.vi ?? '' })),
});

/** Where every old code goes: as chosen, otherwise to the same code, otherwise nowhere. */
export function placesFor(before: readonly NamedCode[], after: readonly NamedCode[], chosen: Places): Record<string, string | null> {
  const known = new Set(after.map(({ code }) => code));
  return Object.fromEntries(before.map(({ code }) => [code, Object.hasOwn(chosen, code) ? (chosen[code] ?? null) : known.has(code) ? code : null]));
}
