import type { Scheme } from '@parindex/core';
import { successorsOf } from '@parindex/core/scheme/successors';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import type { NamedCode } from './round-scheme.ts';

/** Old code → new code; null: dropped deliberately. */
export type Places = Readonly<Record<string, string | null>>;

/** The codes of a scheme that have data. */
export const codesOf = (scheme: Scheme): { items: NamedCode[]; figures: NamedCode[] } => ({
  items: itemsOfDomains(scheme.domains).map(({ code, title }) => ({ code, title: title.vi })),
  figures: scheme.figures.map(({ id, title }) => ({ code: id, title: title?.vi ?? '' })),
});

/** Where each old item goes by itself, as the new edition declares it or the parts of both are paired; null: a person has to say it. */
export function itemPlaces(from: Scheme, to: Scheme): Places {
  const places = successorsOf(from, to);
  return Object.fromEntries(itemsOfDomains(from.domains).map(({ code }) => [code, places.get(code) ?? null]));
}

/** Where each old figure goes by itself: figures are told apart by their ids alone. */
export function figurePlaces(from: Scheme, to: Scheme): Places {
  const known = new Set(to.figures.map(({ id }) => id));
  return Object.fromEntries(from.figures.map(({ id }) => [id, known.has(id) ? id : null]));
}

/** Where every old code goes: as chosen, otherwise where it goes by itself. */
export const placesFor = (proposed: Places, chosen: Places): Record<string, string | null> =>
  Object.fromEntries(Object.entries(proposed).map(([code, place]) => [code, Object.hasOwn(chosen, code) ? (chosen[code] ?? null) : place]));
