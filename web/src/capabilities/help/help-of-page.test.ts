import { expect, it } from 'vitest';
import { router } from '../../router/index.ts';
import { helpOfPage } from './help-of-page.ts';
import { pageHelpTexts } from './texts/page-help.ts';

it('every page of the router says what it is for, in three sentences, in both languages; no other has a text', () => {
  const routes = Object.keys(router.routesByPath);
  expect(routes.length).toBeGreaterThan(20);
  for (const route of routes)
    for (const language of ['vi', 'en'] as const) {
      const sentences = helpOfPage(pageHelpTexts[language], route);
      expect([route, sentences.length]).toEqual([route, 3]);
      for (const sentence of sentences) expect(sentence, route).toMatch(/^\p{Lu}.*\.$/u);
    }
  expect(Object.keys(pageHelpTexts.vi).filter((path) => !routes.includes(path) && !routes.includes(`${path}/`))).toEqual([]);
});
