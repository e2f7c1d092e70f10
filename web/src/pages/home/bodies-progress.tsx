import { Bar } from '@parindex/design/charts/bar.tsx';
import type { Work } from '../../capabilities/work/queries/work.ts';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { bodiesProgressTexts } from './texts/bodies-progress.ts';

/** How many bodies have sent, wait to be frozen or are late, how far all of them are together, and in which domain least. */
export function BodiesProgress({ bodies }: { bodies: NonNullable<Work['bodies']> }) {
  const texts = useTexts(bodiesProgressTexts);
  const { language } = useLanguage();
  const { all, sent, frozen, toFreeze, late, asked, answered, lowest } = bodies;
  return (
    <div className="round-line">
      <span className="round-row">
        {texts.bodies(sent, frozen, all)}
        {toFreeze > 0 ? <StateBadge tone="act">{texts.toFreeze(toFreeze)}</StateBadge> : null}
        {late > 0 ? <StateBadge tone="bad">{texts.late(late)}</StateBadge> : null}
      </span>
      <span className="page-lead">
        {texts.together(formatPercent(answered, asked, language), formatCount(answered, language), formatCount(asked, language))}
      </span>
      <Bar share={asked === 0 ? 0 : answered / asked} />
      {lowest ? (
        <span className="page-lead">{texts.lowest(`${lowest.code}. ${lowest.title}`, formatPercent(lowest.answered, lowest.asked, language))}</span>
      ) : null}
    </div>
  );
}
