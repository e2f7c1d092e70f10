import { GUIDES } from '@parindex/core/words/guides/guide';
import { GUIDE_TEXTS, guideEdition, guideFor } from '@parindex/core/words/guides/guides';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
}, 60_000);
afterAll(() => server.close());

it.each(GUIDES)('the guide %s is one text, on paper as on the page, in both languages', async (guide) => {
  for (const language of ['vi', 'en'] as const) {
    const { status, body } = await ask(server, world.people.an, 'GET', `/api/guides/${guide}?format=html`, undefined, { 'accept-language': language });
    expect(status).toBe(200);
    const page = String(body)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    const { title, lead, sections } = GUIDE_TEXTS[guide][language];
    for (const text of [title, guideEdition[language].of, lead, ...sections.flatMap((section) => [section.title, ...section.text])])
      expect(page).toContain(text.replaceAll(/\s+/g, ' '));
  }
  // Said in full sentences.
  for (const { text } of GUIDE_TEXTS[guide].vi.sections) for (const paragraph of text) expect(paragraph).toMatch(/\.$/);
});

it('each role has its guide; who works for a body without a sheet of its own finds the department’s', () => {
  expect([guideFor(['clerk'], true), guideFor(['head'], true), guideFor(['head'], false), guideFor(['owner'], false)]).toEqual([
    'clerk',
    'head',
    'department',
    'owner',
  ]);
  expect([guideFor(['administrator'], false), guideFor(['council'], false), guideFor(['auditor'], false), guideFor([], false)]).toEqual([
    'administrator',
    'council',
    'auditor',
    'clerk',
  ]);
});
