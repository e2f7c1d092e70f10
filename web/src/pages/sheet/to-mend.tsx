import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reviewQuery } from '../../capabilities/review/queries/review.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

/** The check is asked for once nothing has been entered for so long: every save would ask for it otherwise. */
const REST_MS = 2_000;

/** How many items the check before sending lists as to be mended, where there are any. */
export function useToMend(): string | undefined {
  const { sheet, shown } = useSheet();
  const { language } = useLanguage();
  const { seq } = shown.answer;
  const [rested, setRested] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(seq), REST_MS);
    return () => clearTimeout(timer);
  }, [seq]);
  const { data } = useQuery({ ...reviewQuery(sheet.round, sheet.body, rested ?? seq), enabled: rested !== undefined });
  const count = data?.totals.mustMend.count ?? 0;
  return count === 0 ? undefined : formatCount(count, language);
}

export function ToMend({ count }: { count: string }) {
  const texts = useTexts(frameTexts);
  return (
    <span data-tone="warn" title={texts.toMend(count)}>
      <span aria-hidden="true">{texts.toMendShort(count)}</span>
      <span className="unseen"> ({texts.toMend(count)})</span>
    </span>
  );
}
