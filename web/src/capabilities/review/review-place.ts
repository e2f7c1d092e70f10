import { useEffect, useRef, useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';

/** Where somebody is in the list of what was found: it is the same when they come back from an item. */
interface Place {
  readonly domain: string;
  readonly kind: string;
  /** The items that are opened. */
  readonly opened: readonly string[];
  readonly scroll: number;
  /** The item that was gone to last. */
  readonly left: string | null;
}

const START: Place = { domain: '', kind: '', opened: [], scroll: 0, left: null };

const places = new Map<string, Place>();
const keyOf = ({ round, body }: SheetKey): string => `${round} ${body}`;

/** The place, kept while the workspace is open; whoever comes back is at the item that they went to, or where it was. */
export function useReviewPlace(): readonly [Place, (change: Partial<Place>) => void] {
  const { sheet } = useSheet();
  const key = keyOf(sheet);
  const [place, setPlace] = useState(places.get(key) ?? START);
  const begun = useRef(place);
  const change = (to: Partial<Place>) => {
    const next = { ...(places.get(key) ?? START), ...to };
    places.set(key, next);
    setPlace(next);
  };
  useEffect(() => {
    const { scroll, left } = begun.current;
    const keep = () => void places.set(key, { ...(places.get(key) ?? START), scroll: scrollY });
    // After the router has put the page where it begins.
    const frame = requestAnimationFrame(() => {
      if (scroll > 0) scrollTo(0, scroll);
      if (left !== null) document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(left)}"] a`)?.focus({ preventScroll: true });
      addEventListener('scroll', keep, { passive: true });
    });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', keep);
    };
  }, [key]);
  return [place, change];
}
