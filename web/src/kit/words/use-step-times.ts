import { deadlineText, openingText } from '@parindex/core/words/step-times';
import { useLanguage } from './language.tsx';

/** How openings and closings are said in the language of the page. */
export function useStepTimes() {
  const { language } = useLanguage();
  return { deadline: (closes: string) => deadlineText(closes, language), opening: (opens: string) => openingText(opens, language) };
}
