import { stepsOf } from '@parindex/core/rights/index';
import type { ReactNode } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { useStoreUnusable } from '../../device/pending-edits/use-pending-edits.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatDistance } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';

const ReopenedNotice = later(async () => (await import('../../capabilities/submissions/reopened-notice.tsx')).ReopenedNotice, { fallback: null });

const DECLARING: readonly string[] = stepsOf('sheet.enter');

/** Until when the sheet takes figures, in one line; null where more is to be said. */
export function useStepLine(): ReactNode {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { deadline } = useStepTimes();
  const { enters, steps, state, roundClosed, year } = useSheet().shown.answer;
  const name = frame.ofYear(String(year));
  if (roundClosed || state !== 'open') return name;
  const declaring = steps.filter(({ step }) => DECLARING.includes(step));
  const open = declaring.find((step) => step.open && new Date(step.closes) > now);
  if (open)
    return (
      <>
        {frame.until(deadline(open.closes))}
        <span className="sheet-bar-distance"> ({formatDistance(open.closes, now, language)})</span>
      </>
    );
  const last = declaring.at(-1);
  const isOver = last !== undefined && declaring.every(({ opens }) => new Date(opens) <= now);
  return isOver && enters === null ? texts.step.over(deadline(last.closes)) : name;
}

/** What keeps the sheet from taking figures, or is to be known of it. */
export function StepState() {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { deadline, opening } = useStepTimes();
  const { shown } = useSheet();
  const unusable = useStoreUnusable();
  const { enters, steps, state, sentUnsigned, reopening, roundClosed } = shown.answer;
  if (unusable && enters !== null) return <Notice kind="warning">{texts.storeUnusable}</Notice>;
  if (roundClosed) return <Notice kind="note">{texts.roundClosed}</Notice>;
  if (state !== 'open') return <Notice kind="note">{state === 'frozen' ? texts.frozen : sentUnsigned ? texts.sentUnsigned : texts.sent}</Notice>;
  if (reopening) return <ReopenedNotice />;
  const declaring = steps.filter(({ step }) => DECLARING.includes(step));
  if (declaring.some((step) => step.open && new Date(step.closes) > now)) return null;
  const next = declaring.find(({ opens }) => new Date(opens) > now);
  if (next) return <Notice kind="note">{texts.step.opens(opening(next.opens), formatDistance(next.opens, now, language))}</Notice>;
  const last = declaring.at(-1);
  if (!last) return <Notice kind="warning">{texts.step.none}</Notice>;
  return enters === null ? null : <Notice kind="warning">{texts.step.closed(deadline(last.closes))}</Notice>;
}
