import { displayDecimal, displayFraction, type Index, type Language } from '@parindex/core';
import { compare, fromFraction, percent, subtract, toDecimal, toFraction } from '@parindex/core/quantity/rational';

/** Points for a table: two places, as indices are printed. */
export const shortPoints = (fraction: string, language: Language): string => displayDecimal(toDecimal(fromFraction(fraction), 2, 'halfUp'), language);

export const fullPoints = (fraction: string, language: Language): string => displayFraction(fraction, language);

export const shownIndex = (index: Index | null, language: Language): string | undefined => index?.rounded && displayDecimal(index.rounded, language);

/** How full a bar is, 0–100 with two places, for drawing only. */
export function fill(points: string, maximum: string): number {
  const [part, whole] = [fromFraction(points), fromFraction(maximum)];
  if (compare(whole, fromFraction('0/1')) === 0) return 0;
  return Math.max(0, Math.min(100, Number(toDecimal(percent(part, whole), 2, 'halfUp'))));
}

/** maximum − points, as a fraction. */
export const missingPoints = (points: string, maximum: string): string => toFraction(subtract(fromFraction(maximum), fromFraction(points)));

export const isMore = (a: string, b: string): number => compare(fromFraction(a), fromFraction(b));
