import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { controlTexts } from '../words/control-texts.ts';
import { formatCount } from '../words/format.ts';
import { useLanguage, useTexts } from '../words/language.tsx';

/** The first of many rows that are there already, and the button that brings the next ones; on paper stand all. */
export function useFirstRows<T>(rows: readonly T[], atOnce: number): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const texts = useTexts(controlTexts);
  const { language } = useLanguage();
  const [turns, setTurns] = useState(1);
  useEffect(() => {
    const whole = () => flushSync(() => setTurns(Number.POSITIVE_INFINITY));
    addEventListener('beforeprint', whole);
    return () => removeEventListener('beforeprint', whole);
  }, []);
  const shown = rows.slice(0, turns * atOnce);
  const left = rows.length - shown.length;
  const more =
    left > 0 ? (
      <Button variant="default" className="screen-only" onClick={() => setTurns(turns + 1)}>
        {texts.nextRows(formatCount(Math.min(atOnce, left), language))}
      </Button>
    ) : null;
  return { shown, more };
}
