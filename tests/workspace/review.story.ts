import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAll } from '../../server/src/testing/answer-all.ts';
import { ask, change } from '../../server/src/testing/world.ts';
import { readZip } from '../../server/src/zip/testing/read-zip.ts';
import { openTestWorkspace, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
const API = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  const { seq } = await answerAll(server, world.people.an, API, world.scheme);
  const entries = [
    change({ figure: 'planTasksDone' }, seq, { value: '2' }),
    ...world.scheme.domains.flatMap(({ criteria }) =>
      criteria
        .flatMap((criterion) => ('subCriteria' in criterion ? criterion.subCriteria : [criterion]))
        .filter(({ source, code }) => (source === 'appraised' || source === 'statistic') && code !== '2.4.1')
        .map(({ code }) => change({ item: code }, seq, { justification: `Theo báo cáo kết quả nội dung ${code} (minh họa)` })),
    ),
  ];
  expect((await ask(server, world.people.an, 'POST', `${API}/entries`, { entries })).status).toBe(201);
}, 120_000);
afterAll(() => workspace?.close());

const lettersOf = (text: string): string => text.replaceAll(/\s+/g, '');

/** What the brief says as a document. */
async function briefOf({ server, world }: TestWorkspace): Promise<string> {
  const headers = { cookie: `parindex_session=${world.people.binh.token}` };
  const made = await server.app.inject({ method: 'GET', url: `${API}/brief?format=docx`, headers });
  const words = (await readZip(made.rawPayload)).get('word/document.xml')?.toString('utf8') ?? '';
  return words.replaceAll(/<[^>]+>/g, '');
}

describe('the last evening', () => {
  it('[F47] An goes through the list: each line leads to its item, and it gets shorter until nothing is left', async () => {
    const an = await workspace.signIn('an', { width: 390, height: 844 });
    const page = await an.open(`${SHEET}?item=1.2`);
    await page.getByRole('link', { name: 'Rà soát' }).click();
    await page.getByRole('heading', { name: 'Phải sửa (1 nội dung)' }).waitFor();
    await page.getByRole('heading', { name: 'Cần giải trình (1 nội dung)' }).waitFor();
    await expect.poll(() => page.locator('.findings li').count()).toBe(2);

    await page.getByRole('combobox', { name: 'Lĩnh vực' }).click();
    await page.getByRole('option', { name: /^2\. / }).click();
    await expect.poll(() => page.locator('.findings li').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Lĩnh vực' }).click();
    await page.getByRole('option', { name: 'Mọi lĩnh vực' }).click();

    // An item of which two things are to be said stands there once, with both.
    const { server, world } = workspace;
    const justify = async (justification: string) => {
      const { seq } = (await ask(server, world.people.an, 'GET', API)).body;
      await ask(server, world.people.an, 'POST', `${API}/entries`, { entries: [change({ item: '1.1' }, seq, { justification })] });
      await page.reload();
    };
    await justify('x');
    await page.getByText(/Giải trình “x” chưa nêu nội dung/).waitFor();
    expect(
      await page
        .locator('.findings')
        .getByRole('link', { name: /^1\.1\. / })
        .count(),
    ).toBe(1);
    await expect.poll(() => page.locator('.findings li').count()).toBe(2);
    await page.getByRole('status').filter({ hasText: 'Phải sửa: 1 nội dung' }).waitFor();
    await justify('Theo báo cáo kết quả nội dung 1.1 (minh họa)');
    await page.getByText('là 2, lớn hơn').waitFor();
    await expect.poll(() => page.getByText(/Giải trình “x” chưa nêu nội dung/).count()).toBe(0);

    const [worst] = await page.locator('.findings li').allInnerTexts();
    expect(worst).toContain('là 2, lớn hơn');
    expect(worst).toContain('1,50 điểm');
    // Opened, and gone to an item and back: the place is the same.
    await page.getByRole('button', { name: 'Xem đầy đủ nội dung rà soát 2.4.1' }).click();
    await page.getByRole('link', { name: /^1\.1\. / }).click();
    const done = page.getByLabel('Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành').first();
    await done.fill('1');
    await done.blur();
    await saved(page);
    await page.goBack();
    await page.getByRole('heading', { name: 'Cần giải trình (1 nội dung)' }).waitFor();
    await page.getByRole('heading', { name: 'Phải sửa (1 nội dung)' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Xem đầy đủ nội dung rà soát 2.4.1', expanded: true }).waitFor();

    await page.getByRole('link', { name: /^2\.4\.1\. / }).click();
    await page.getByLabel('Giải trình').fill('Theo Báo cáo số 12 (minh họa)');
    await page.getByLabel('Giải trình').blur();
    await saved(page);
    await page.getByRole('link', { name: 'Rà soát' }).click();
    await page.getByText('Không còn điều gì phải sửa').waitFor();
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F47] Bình is told before freezing what stands in the way, cannot freeze, and prints the list', async () => {
    const { server, world } = workspace;
    const { seq } = (await ask(server, world.people.an, 'GET', API)).body;
    await ask(server, world.people.an, 'POST', `${API}/entries`, { entries: [change({ figure: 'planTasksDone' }, seq, { value: null })] });
    const binh = await workspace.signIn('binh');
    const page = await binh.open(`${SHEET}?view=send`);
    const step = page.getByRole('region', { name: 'Chốt số liệu', exact: true });
    await step.getByText('Còn 1 nội dung phải sửa nên chưa chốt được số liệu.').waitFor();
    await expect.poll(() => step.getByRole('button', { name: 'Chốt số liệu' }).isDisabled()).toBe(true);
    await step.getByRole('link', { name: 'Xem phiếu trình' }).click();
    await page.getByRole('button', { name: 'Chốt số liệu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Còn 1 nội dung phải sửa nên chưa chốt được số liệu.').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Chốt số liệu' }).isDisabled()).toBe(true);
    await dialog.getByRole('link', { name: 'Xem kết quả rà soát' }).click();
    await page.getByText('Đã chấm một phần; còn thiếu').waitFor();

    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByText('Đã chấm một phần; còn thiếu').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Chốt số liệu' }).isHidden()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => localStorage.setItem('parindex-language', 'en'));
    await page.reload();
    await page.getByRole('heading', { name: 'Must be mended (1 item)' }).waitFor();
    await page.getByText('Answered in part; missing: ').waitFor();
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });

  it('[F119] Bình reads the brief on a phone: what is lost leads to its item, and prints on its own', async () => {
    const { server, world } = workspace;
    const { seq } = (await ask(server, world.people.an, 'GET', API)).body;
    await ask(server, world.people.an, 'POST', `${API}/entries`, { entries: [change({ item: '2.4.1' }, seq, { justification: null })] });
    const binh = await workspace.signIn('binh', { width: 390, height: 844 });
    const page = await binh.open(SHEET);
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Phiếu trình lãnh đạo' }).click();
    await page.getByRole('heading', { name: /^\d+ nội dung bị trừ nhiều điểm nhất$/ }).waitFor();
    const lost = await page.locator('ol.findings li .figures').allInnerTexts();
    const sizes = lost.map((text) => Number(text.replace('−', '').replace('≈', '').replace(',', '.')));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    await page.getByText('Chưa có điểm năm trước để so sánh.').waitFor();
    // The document says the same facts, as of another minute.
    const facts = await page.locator('dl').first().locator('dt, dd').allInnerTexts();
    const printed = lettersOf(await briefOf(workspace));
    expect(facts.slice(0, -1).filter((text) => !printed.includes(lettersOf(text)))).toEqual([]);
    await page.getByRole('heading', { name: 'Điểm chưa có tài liệu kiểm chứng, nguồn số liệu, giải trình (1 nội dung)' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByText(/^\d+ nội dung, tổng cộng/).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Mở phiếu trình để in' }).isHidden()).toBe(true);
    await expect.poll(() => page.locator('.paper-table').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    // What is printed is the document, with its letterhead and room for the opinion, and no picture of the screen.
    const [paper] = await Promise.all([binh.context.waitForEvent('page'), page.getByRole('link', { name: 'Mở phiếu trình để in' }).click()]);
    await paper.getByText('Kính trình').first().waitFor();
    await paper.getByText('Ý kiến của lãnh đạo').first().waitFor();
    await paper.close();
    await page
      .getByRole('link', { name: /^2\.4\.1\. / })
      .first()
      .click();
    await page.getByLabel('Giải trình').waitFor();
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });
});
