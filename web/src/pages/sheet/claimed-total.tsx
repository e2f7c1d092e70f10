import { beginning } from '@parindex/core/words/language';
import { ifUnconfirmedText, leftText, pointsOver, scoredText } from '@parindex/core/words/points-text';
import { besidesText, openedText, sourceText } from '@parindex/core/words/source-text';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

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
