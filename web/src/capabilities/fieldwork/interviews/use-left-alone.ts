import { useEffect } from 'react';

/** A page that is open this long without a touch may lie where others find it, in milliseconds. */
const LONGEST = 15 * 60_000;

/** Says when nobody has touched the page for a quarter of an hour, also where the device slept meanwhile. */
export function useLeftAlone(isWatched: boolean, leftAlone: () => void): void {
  useEffect(() => {
    if (!isWatched) return undefined;
    let touched = Date.now();
    const look = () => {
      if (Date.now() - touched >= LONGEST) leftAlone();
    };
    const touch = () => {
      look();
      touched = Date.now();
    };
    const timer = setInterval(look, 10_000);
    const listening = new AbortController();
    for (const event of ['pointerdown', 'keydown', 'input'] as const) window.addEventListener(event, touch, { capture: true, signal: listening.signal });
    document.addEventListener('visibilitychange', look, { signal: listening.signal });
    return () => {
      clearInterval(timer);
      listening.abort();
    };
  }, [isWatched, leftAlone]);
}
