import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonName } from '../../server/src/testing/world.ts';
import { bytesOf, loadPage } from './first-load.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const LIMIT = 240_000;
const ROUND_PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022';

/** What a page weighs to somebody whose browser has nothing of it yet. */
async function bytesFor(person: PersonName, path: string, ready: string): Promise<number> {
  const { context } = await workspace.signIn(person);
  const load = await loadPage(context, workspace.address + path, `#noi-dung ${ready}`);
  await context.close();
  return bytesOf(load);
}

/** A weak line and a prepaid card: what the workspace weighs is part of whether it can be used. */
describe('the first load, compressed, in a browser that was never here before', () => {
  it('of the sign-in page stays below 240 kB', async () => {
    const context = await workspace.browser.newContext({ locale: 'vi-VN' });
    const load = await loadPage(context, `${workspace.address}/dang-nhap`, 'input[type="email"]');
    expect(Object.keys(load)).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script', 'font', 'fetch']));
    expect(load['script']).toBeGreaterThan(50_000);
    expect(bytesOf(load)).toBeLessThan(LIMIT);
    await context.close();
  });

  it('of where one lands stays below 240 kB', async () => {
    expect(await bytesFor('an', '/lam-viec', 'section')).toBeLessThan(LIMIT);
  });

  it.each([
    { of: 'a round', path: '', ready: 'section' },
    { of: 'the board', path: '/tien-do', ready: 'tbody tr' },
    { of: 'the ranking', path: '/xep-hang', ready: 'tbody tr' },
    { of: 'what is to be appraised', path: '/tham-dinh', ready: 'tbody tr' },
    { of: 'the sessions of the council', path: '/hoi-dong', ready: 'h1' },
  ])('of $of stays below 252 kB', async ({ path, ready }) => {
    expect(await bytesFor('dung', ROUND_PAGE + path, ready)).toBeLessThan(252_000);
  });

  // What is written and reckoned without a line comes with the sheet: what draws every form, and what reckons by every kind of rule.
  it.each([
    { of: 'a sheet', person: 'an', path: `${SHEET}?item=1.1`, ready: '.item-form input', limit: 355_000 },
    { of: 'explanations', person: 'an', path: `${SHEET}?view=explanation`, ready: 'h1', limit: 384_000 },
    { of: 'a verdict', person: 'dung', path: `${ROUND_PAGE}/tham-dinh/tinh-minh-hoa-01`, ready: '.item-form', limit: 378_500 },
  ] as const)('of $of stays below $limit bytes', async ({ person, path, ready, limit }) => {
    expect(await bytesFor(person, path, ready)).toBeLessThan(limit);
  });

  it('bears the strict policy on the page, with a word of its own for styles each time; files go without what only pages need', async () => {
    const [one, other] = await Promise.all([fetch(`${workspace.address}/lam-viec`), fetch(`${workspace.address}/lam-viec`)]);
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(?:;|$)/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w-]{20,}'/);
    expect(other.headers.get('content-security-policy')).not.toBe(policy);
    const file = await fetch(workspace.address + (/src="([^"]+\.js)"/.exec(await one.text())?.[1] ?? ''));
    expect([file.status, file.headers.get('x-content-type-options'), file.headers.get('cache-control')]).toEqual([
      200,
      'nosniff',
      'public, max-age=31536000, immutable',
    ]);
    expect(file.headers.get('content-security-policy')).toBeNull();
  });

  it('of a sheet brings what reckons points, and no reader of schemes as people write them', async () => {
    const { context, page } = await workspace.signIn('an');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(workspace.address + SHEET);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.some((url) => /\/sheet-page-/.test(url))).toBe(true);
    expect(asked.filter((url) => /\/(?:src|round-page|rounds-page|editions-page|people-page)-/.test(url))).toEqual([]);
    await context.close();
  });
});
