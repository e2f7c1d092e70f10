import { Popover } from '@mantine/core';
import { beginning } from '@parindex/core/words/language';
import { ifUnconfirmedText, leftText, pointsOver, scoredText } from '@parindex/core/words/points-text';
import { besidesText, openedText, sourceText } from '@parindex/core/words/source-text';
import { ChevronDown } from 'lucide-react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';

/** The body's present claim; for a department, including its proposals. All that is to be said of it opens from it. */
export function SheetPoints() {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const { language } = useLanguage();
  const { points, rules, provisional, answer } = useSheet().shown;
  return (
    <Popover position="bottom-end" withinPortal={false} width={340} transitionProps={{ duration: 0 }} shadow="md" returnFocus>
      <Popover.Target>
        <button type="button" className="sheet-points figures" title={frame.pointsMore}>
          {pointsOver(points.own, rules.scheme, language)}
          {answer.enters === 'propose' ? (
            <span className="sheet-points-by">{frame.byProposals}</span>
          ) : (
            <span className="sheet-points-unit">{texts.points('')}</span>
          )}
          {provisional ? <span className="unseen">{texts.provisionalShort}</span> : null}
          <ChevronDown size={16} aria-label={frame.pointsMore} />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="sheet-points-more">
        <ClaimedTotal />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is claimed, line by line: scored and left, by source, what waits for confirmation. */
export function ClaimedTotal() {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { points, ifConfirmed, ifUnconfirmed, provisional, answer, rules } = useSheet().shown;
  const { own, sources } = points;
  const lines = [
    ...(own.answered < own.asked ? [leftText(own, language)] : [scoredText(own, language)]),
    ...(ifConfirmed ? [texts.ifConfirmed(texts.points(pointsOver(ifConfirmed, rules.scheme, language)))] : []),
    ...(ifUnconfirmed ? [ifUnconfirmedText(ifUnconfirmed, rules.scheme, language)] : []),
    ...besidesText(points, rules.scheme, language),
    ...(sources.length > 1 ? sources.map((source) => sourceText(source, rules.scheme, language)) : []),
    ...(sources.every((source) => source.own) || answer.sealed
      ? []
      : [
          answer.estimatesReleasedAt === null
            ? texts.notReleased
            : texts.released(openedText(formatMoment(answer.estimatesReleasedAt), answer.estimatesOpenedByClosing, language)),
        ]),
  ];
  return (
    <>
      <div>
        {answer.enters === 'propose' ? texts.claimedWithProposals : texts.claimed}:{' '}
        <strong className="figures">{texts.points(pointsOver(own, rules.scheme, language))}</strong>
        {provisional ? ` (${texts.provisionalShort})` : ''}
      </div>
      <ul>
        {lines.map((line) => (
          <li key={line}>{beginning(line)}</li>
        ))}
      </ul>
    </>
  );
}
