import type { Chain } from '../../api/assignments.ts';
import type { SheetPart } from '../../api/sheets.ts';
import { useTexts } from '../../texts/language.tsx';
import { partTexts } from '../../texts/parts.ts';

/** How far a part has come, in words; where the body's chain is known, with whom it waits. */
export function useStandingWords(chain: Pick<Chain, 'division' | 'review'> | undefined): (standing: SheetPart['standing']) => string {
  const texts = useTexts(partTexts);
  return (standing) => {
    if (chain && standing === 'entered') return chain.division ? texts.waitsForDivision : texts.waitsForLeader;
    if (chain?.review && standing === 'approved') return texts.waitsForReview;
    return texts.standing[standing ?? 'none'];
  };
}
