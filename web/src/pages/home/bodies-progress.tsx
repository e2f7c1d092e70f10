import { hasOpened } from '@parindex/core/round/steps';
import { Bar } from '@parindex/design/charts/bar.tsx';
import type { Work } from '../../capabilities/work/queries/work.ts';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { bodiesProgressTexts } from './texts/bodies-progress.ts';

/** How many bodies have sent, wait to be frozen or are late, how far all of them are together, and in which domain least; once it has begun, how far their appraisal is. */
export function BodiesProgress({ bodies, steps }: Pick<Work, 'steps'> & { readonly bodies: NonNullable<Work['bodies']> }) {
  const texts = useTexts(bodiesProgressTexts);
  const { language } = useLanguage();
  const { all, sent, frozen, toFreeze, late, asked, answered, appraised, lowest } = bodies;
  const now = useNow().getTime();
  const appraisal = hasOpened(steps, 'appraisal', now);
  const done = appraisal ? appraised : answered;
  return (
    <div className="round-line">
      <span className="round-row">
        {texts.bodies(sent, frozen, all)}
        {toFreeze > 0 ? <StateBadge tone="act">{texts.toFreeze(toFreeze)}</StateBadge> : null}
        {late > 0 ? <StateBadge tone="bad">{texts.late(late)}</StateBadge> : null}
      </span>
      <span className="page-lead">
        {texts[appraisal ? 'appraised' : 'together'](formatPercent(done, asked, language), formatCount(done, language), formatCount(asked, language))}
      </span>
      <Bar share={asked === 0 ? 0 : done / asked} />
      {lowest && !appraisal ? (
        <span className="page-lead">{texts.lowest(`${lowest.code}. ${lowest.title}`, formatPercent(lowest.answered, lowest.asked, language))}</span>
      ) : null}
    </div>
  );
}
