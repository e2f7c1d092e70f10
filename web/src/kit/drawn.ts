import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** How many rows of a long list are drawn: so many at once, more when they are asked for, and all on paper. */
export function useDrawn(atOnce: number): { readonly drawn: number; readonly more: () => void } {
  const [asked, setAsked] = useState(0);
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const whole = () => flushSync(() => setOnPaper(true));
    const again = () => setOnPaper(false);
    addEventListener('beforeprint', whole);
    addEventListener('afterprint', again);
    return () => {
      removeEventListener('beforeprint', whole);
      removeEventListener('afterprint', again);
    };
  }, []);
  return { drawn: onPaper ? Number.POSITIVE_INFINITY : atOnce + asked, more: () => setAsked(asked + atOnce) };
}
