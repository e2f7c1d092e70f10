import type { KeyboardEvent } from 'react';
import type { Zooming } from './zoom.ts';

interface Turning {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zooming: Zooming | undefined;
}

/** The viewer's keys, while it has the focus; on a page wider than its frame, arrows scroll first. */
export function pressInViewer({ key, currentTarget, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>, { page, pages, onPage, zooming }: Turning): void {
  if (ctrlKey || metaKey || altKey) return;
  const scrolls = currentTarget.scrollWidth > currentTarget.clientWidth + 1;
  const turn = (to: number) => {
    if (to >= 1 && to <= pages && to !== page) onPage(to);
  };
  if (key === 'ArrowRight' && !scrolls) turn(page + 1);
  else if (key === 'ArrowLeft' && !scrolls) turn(page - 1);
  else if (key === 'Home') turn(1);
  else if (key === 'End') turn(pages);
  else if (key === '+' || key === '=') zooming?.by(1);
  else if (key === '-') zooming?.by(-1);
  else if (key === '0') zooming?.by(0);
}
