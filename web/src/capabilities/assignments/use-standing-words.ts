import type { SheetPart } from '../../client/sheet.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { partTexts } from '../sheets/texts/parts.ts';
import type { Chain } from './queries/assignments.ts';

/** The state of a part in words; if the body's chain is known, with whom it waits for. */
export function useStandingWords(chain: Pick<Chain, 'division' | 'review'> | undefined): (standing: SheetPart['standing']) => string {
  const texts = useTexts(partTexts);
  return (standing) => {
    if (chain && standing === 'submitted') return chain.division ? texts.waitsForDivision : texts.waitsForLeader;
    if (chain?.review && standing === 'approved') return texts.waitsForReview;
    return texts.standing[standing ?? 'none'];
  };
}
