import { pointsOver } from '@parindex/core/words/points-text';
import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

/** The points of the sheet, as a button; what opens from it adds a class of its own. */
export function PointsButton({ className = '', ...rest }: ComponentPropsWithRef<'button'>) {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const { language } = useLanguage();
  const { points, rules, provisional, answer } = useSheet().shown;
  return (
    <button type="button" className={`sheet-points figures ${className}`} title={frame.pointsMore} {...rest}>
      {pointsOver(points.own, rules.scheme, language)}
      {answer.enters === 'propose' ? (
        <span className="sheet-points-by">{frame.byProposals}</span>
      ) : (
        <span className="sheet-points-unit">{texts.points('')}</span>
      )}
      {provisional ? <span className="unseen">{texts.provisionalShort}</span> : null}
      <ChevronDown size={16} aria-label={frame.pointsMore} />
    </button>
  );
}
