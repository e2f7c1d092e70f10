import { originsOf } from './comparability.ts';
import type { Scheme } from './types.ts';

/**
 * Where each item of an edition goes in one that takes over: as that one declares its forebears, else to the part that it is paired with. Null: to none,
 * to several, or to one that joins several, so that a person has to say it; a mere likeness of titles is none either.
 */
export function successorsOf(before: Scheme, now: Scheme): ReadonlyMap<string, string | null> {
  const after = new Map<string, string | null>();
  for (const { placed, declared, paired, isGuess } of originsOf(now, before)) {
    const forebears = declared ? declared.map(({ item }) => item) : paired && !isGuess ? [paired.code] : [];
    for (const forebear of forebears) after.set(forebear, forebears.length > 1 || after.has(forebear) ? null : placed.code);
  }
  return after;
}
