import type { Page } from 'playwright-core';

/** A narrow phone; and a desk of 1280 px whose reader has enlarged the page to 200 %. */
export const NARROW = [
  { width: 320, height: 640 },
  { width: 640, height: 450 },
] as const;

/** Nothing moves or changes its colour any more, but for what does so without end. */
export const animationsEnd = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    return Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });

/**
 * What does not fit a window of this size: a page that scrolls sideways, and texts of which a part cannot be read, as something around them
 * cuts them off. What ends in “…” says that there is more, what scrolls by itself shows it, and what is for screen readers alone, or is not there at the moment, is cut on purpose.
 */
export async function faultsOfFit(page: Page, size: (typeof NARROW)[number]): Promise<string[]> {
  await page.setViewportSize(size);
  await page.waitForFunction(() => document.documentElement.scrollWidth === document.documentElement.clientWidth, undefined, { timeout: 1_500 }).catch(() => 0);
  await animationsEnd(page);
  return page.evaluate(() => {
    const TOLERANCE = 2;
    const { scrollWidth, clientWidth } = document.documentElement;
    /** Whether somebody reads on there by scrolling, or is told that there is more. */
    const tells = (around: Element) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath, position } = getComputedStyle(around);
      const scrolls = [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
      return (
        scrolls || textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || (position === 'absolute' && clipPath !== 'none') || around.matches('.unseen')
      );
    };
    const cuts = (around: Element, { left, right, top, bottom }: DOMRect) => {
      const { overflowX, overflowY } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      const across = overflowX !== 'visible' && (right > box.right + TOLERANCE || left < box.left - TOLERANCE);
      return across || (overflowY !== 'visible' && (bottom > box.bottom + TOLERANCE || top < box.top - TOLERANCE));
    };
    /** Up to where a text is seen by itself, or to what cuts it. */
    const cutBy = (text: Text): string | undefined => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const place = range.getBoundingClientRect();
      if (place.width <= 0 || place.height <= 0) return undefined;
      for (let around = text.parentElement; around && around !== document.body; around = around.parentElement) {
        if (tells(around)) return undefined;
        if (cuts(around, place)) return `${around.tagName.toLowerCase()}.${around.className}`;
      }
      return place.right > clientWidth + TOLERANCE || place.left < -TOLERANCE ? 'the window' : undefined;
    };
    const isRead = ({ data, parentElement }: Text) =>
      data.trim() !== '' && parentElement?.checkVisibility() && !parentElement.closest('svg, option, script, style, .skip, [data-loading]');
    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const by = isRead(text) ? cutBy(text) : undefined;
      if (by !== undefined) cut.push(`“${text.data.trim().slice(0, 40)}” is cut by ${by}`);
    }
    return [...(scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : []), ...cut.slice(0, 5)];
  });
}
