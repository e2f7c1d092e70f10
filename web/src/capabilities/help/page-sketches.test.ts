import { expect, it } from 'vitest';
import { PAGE_SKETCHES, type PageSketch, SKETCH, type SketchedPath } from './page-sketches.ts';
import { pageHelpTexts } from './texts/page-help.ts';
import { pageSketchTexts } from './texts/page-sketches.ts';

it('every sketch is of a page that has a help, stays within its frame, and says what each of its places is', () => {
  const sketches = Object.entries(PAGE_SKETCHES) as [SketchedPath, PageSketch][];
  expect(sketches.length).toBe(4);
  for (const [route, { parts, places }] of sketches) {
    expect(Object.keys(pageHelpTexts.vi)).toContain(route);
    for (const language of ['vi', 'en'] as const) expect([route, pageSketchTexts[language].places[route].length]).toEqual([route, places.length]);
    for (const [, x, y, width, height] of parts)
      expect(x >= 0 && y >= 0 && x + width <= SKETCH.width && y + height <= SKETCH.height, `${route} ${x} ${y}`).toBe(true);
  }
});
