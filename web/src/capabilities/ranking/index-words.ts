import { displayDecimal } from '@parindex/core/quantity/display';
import type { Language } from '@parindex/core/words/index';

/** An index as it is read: "71,20". */
export const indexText = (rounded: string, language: Language): string => displayDecimal(rounded, language);

/** A change of an index, with its sign: "+1,20". */
export const changeText = (rounded: string, language: Language): string => `${Number(rounded) > 0 ? '+' : ''}${displayDecimal(rounded, language)}`;
