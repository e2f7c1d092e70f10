import { displayDecimal } from '@parindex/core/quantity/display';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { schemeImportTexts } from './texts/scheme-import.ts';

/** Points as a file has them, and by how much what stands below is over them. */
export function usePointsRead() {
  const texts = useTexts(schemeImportTexts);
  const { language } = useLanguage();
  return {
    points: (points: string | null): string => (points === null ? '–' : displayDecimal(points, language)),
    difference: (over: string): string =>
      over.startsWith('-') ? texts.missing(displayDecimal(over.slice(1), language)) : texts.over(displayDecimal(over, language)),
  };
}
