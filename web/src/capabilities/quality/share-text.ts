import { displayDecimal } from '@parindex/core/quantity/display';
import type { Language } from '@parindex/core/words/language';

/** A difference as a share of the maximum, with its sign: "−8,3%". */
export function differenceText(share: number, language: Language): string {
  const percent = (share * 100).toFixed(1);
  return `${Number(percent) > 0 ? '+' : ''}${Number(percent) === 0 ? '0' : displayDecimal(percent, language)}%`;
}

/** A coefficient, to three places. */
export const coefficientText = (value: number, language: Language): string => displayDecimal(value.toFixed(3), language);
