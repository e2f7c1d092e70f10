import type { Step } from '@parindex/core/round/steps';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { formatDistance } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { boardOverviewTexts } from './texts/board-overview.ts';
import './step-bars.css';

interface StepBarsProps {
  readonly steps: readonly { readonly step: Step; readonly opens: string; readonly closes: string; readonly open: boolean }[];
  readonly closed: boolean;
}

/** How much of the time of each open step is over, and how much is left; where none is open, which comes next. */
export function StepBars({ steps, closed }: StepBarsProps) {
  const texts = useTexts(boardOverviewTexts);
  const names = useTexts(STEP_NAMES);
  const { language } = useLanguage();
  const { deadline, opening } = useStepTimes();
  const now = useNow();
  if (closed) return null;
  const open = steps.filter((step) => step.open);
  const next = steps.find(({ opens }) => Date.parse(opens) > now.getTime());
  if (open.length === 0) return <p className="step-bar">{next ? texts.bars.next(names[next.step], opening(next.opens)) : texts.bars.none}</p>;
  return (
    <div className="step-bars">
      {open.map(({ step, opens, closes }) => {
        const share = (now.getTime() - Date.parse(opens)) / (Date.parse(closes) - Date.parse(opens));
        return (
          <div key={step} className="step-bar">
            <span>
              <strong>{names[step]}</strong> {texts.bars.until(deadline(closes))}
            </span>
            <span>{texts.bars.left(formatDistance(closes, now, language))}</span>
            <Bar share={share} {...(share > 0.9 ? { as: 'bad' as const } : share > 0.75 ? { as: 'warn' as const } : {})} />
          </div>
        );
      })}
    </div>
  );
}
