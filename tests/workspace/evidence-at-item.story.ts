import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceJobs } from '../../server/src/capabilities/evidence/evidence-jobs.ts';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { startJobs } from '../../server/src/jobs/start-jobs.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { entriesOf, openTestWorkspace, picture, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
let work: ReturnType<typeof workOf>;
let stopWork: (() => Promise<void>) | undefined;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  work = workOf(workspace.server);
  stopWork = startJobs(work, evidenceJobs(work), [work.evidence.received]);
}, 120_000);
afterAll(async () => {
  await stopWork?.();
  await work?.close();
  await workspace?.close();
});

const plan = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOf([{ lines: ['TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', name] }, { lines: ['Trang hai'] }, { lines: ['Trang ba'] }])),
});

const cited = async (item: string): Promise<readonly string[]> => ((await entriesOf(workspace, item)).at(-1)?.changes['citations'] ?? []) as readonly string[];

/** A file that is held by the mouse or stands in the clipboard comes to a place of the item's form. */
const bring = (page: Page, how: 'drop' | 'paste', name: string, place = '.item-form') =>
  page.evaluate(
    ([how, name, place]) => {
      const data = new DataTransfer();
      data.items.add(new File([`Báo cáo ${name} (minh họa)`], `${name}.txt`, { type: 'text/plain' }));
      const form = document.querySelector(place) as HTMLElement;
      if (how === 'drop')
        for (const type of ['dragover', 'drop']) form.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      else form.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [how, name, place] as const,
  );

describe('evidence at the item', () => {
  it('[F23] from a file on the disk to a cited page in five acts; the declaration is made once a session', async () => {
    const an = await workspace.signIn('an', { width: 1366, height: 768 });
    const anew = async () => {
      const token = await signIn(workspace.server, workspace.world.people.an.account);
      await an.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
    };
    await anew();
    const page = await an.open(`${SHEET}?item=1.1`);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Tải tệp lên và dẫn' }).click()]);
    await chooser.setFiles(plan('Kế hoạch'));
    await page.getByText('Tôi cam kết các tệp tải lên trong phiên làm việc này không chứa bí mật nhà nước.').waitFor();
    expect(await cited('1.1')).toEqual([]);
    await page.getByRole('button', { name: 'Cam kết và tải lên' }).click();
    await page.getByRole('link', { name: /^Chọn trang/ }).click();
    await page.locator('[data-drawn="1"]').waitFor();
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await page.getByRole('button', { name: 'Dẫn trang 2' }).click();
    await page.getByRole('button', { name: 'Đã dẫn trang 2' }).waitFor();
    await saved(page);
    await expect.poll(() => cited('1.1')).toEqual([expect.stringMatching(/\/1\?pages=2$/)]);

    // Another item, other ways, and the declaration is not asked for again.
    for (const [how, name, count] of [
      ['drop', 'thả', 1],
      ['paste', 'dán', 2],
    ] as const) {
      await page.goto(`${workspace.address}${SHEET}?item=1.2`);
      await page.getByText(/^Có thể kéo thả .* Ông\/Bà đã cam kết/).waitFor();
      if (how === 'drop') await bring(page, how, name);
      else {
        // A picture may stand in the clipboard of somebody who writes: there it is not taken, and elsewhere it goes only once they say so.
        await bring(page, how, 'không dán', '.item-form textarea');
        await bring(page, how, name);
        await page.getByText(`Sẽ tải lên kho và dẫn tại đây: ${name}.txt.`, { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Tải lên và dẫn', exact: true }).click();
      }
      await page.getByText(`${name}.txt`).first().waitFor();
      await expect.poll(async () => (await cited('1.2')).length, { timeout: 30_000 }).toBe(count);
    }
    await picture(page, 'tai-lieu-tai-tieu-chi');
    // From the sheet a document of its library is found by its name, without marks.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Nội dung cần tìm' }).fill('tha.txt');
    await page.getByRole('option', { name: /^thả\.txt/ }).click();
    await page.waitForURL(/\/tai-lieu\/[0-9a-f-]{36}$/);

    // Who signs in anew declares anew.
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL(/\/dang-nhap/);
    await anew();
    await page.goto(`${workspace.address}${SHEET}?item=1.2`);
    await page.getByText(/^Có thể kéo thả/).waitFor();
    await expect.poll(() => page.getByText(/Ông\/Bà đã cam kết/).count()).toBe(0);
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F23] on a phone the page is chosen in the document, which takes the place of the item, by thumb or by key', async () => {
    const an = await workspace.signIn('an', { width: 390, height: 844 });
    const page = await an.open(`${SHEET}?item=1.3.1`);
    const focus = () => page.evaluate(() => document.activeElement?.outerHTML ?? '');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Tải tệp lên và dẫn' }).click()]);
    await chooser.setFiles(plan('Điện thoại'));
    await page.getByRole('button', { name: 'Cam kết và tải lên' }).focus();
    await page.keyboard.press('Enter');
    // The focus goes on to what was cited, and from there one page is chosen without a mouse.
    const choose = page.getByRole('link', { name: /^Chọn trang/ });
    await choose.waitFor();
    await expect.poll(focus).toContain('Xem ');
    await choose.press('Enter');
    await page.locator('[data-drawn="1"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect.poll(() => page.locator('.item-form').count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-drawn="2"]').waitFor();
    await page.getByRole('button', { name: 'Dẫn trang 2' }).press('Enter');
    await page.getByRole('button', { name: 'Đã dẫn trang 2' }).waitFor();
    expect(await focus()).toContain('Đã dẫn trang 2');
    await picture(page, 'chon-trang');
    await page.keyboard.press('Escape');
    await page.getByText(/: trang 2$/).waitFor();
    expect(await focus()).toContain('Xem ');
    await saved(page);
    await expect.poll(() => cited('1.3.1')).toEqual([expect.stringMatching(/\/1\?pages=2$/)]);
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F23] what is wrong with a file is said at once, and whoever only reads is offered nothing', async () => {
    const an = await workspace.signIn('an', { width: 390, height: 844 });
    const page = await an.open(`${SHEET}?item=1.2`);
    // On a phone the camera is offered too.
    await page.getByRole('button', { name: 'Chụp ảnh tài liệu' }).waitFor();
    await expect.poll(() => page.locator('input[type="file"][capture="environment"]').count()).toBe(1);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Tải tệp lên và dẫn' }).click()]);
    await chooser.setFiles({ name: 'rỗng.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
    await page.getByText('rỗng.pdf: Tệp rỗng, không có nội dung.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Cam kết và tải lên' }).count()).toBe(0);
    const dung = await workspace.signIn('dung');
    const theirs = await dung.open(`${SHEET}?item=1.2`);
    await theirs.getByRole('heading', { level: 2, name: /^1\.2\. / }).waitFor();
    await expect.poll(() => theirs.getByRole('button', { name: 'Tải tệp lên và dẫn' }).count()).toBe(0);
    expect([...an.pageErrors, ...dung.pageErrors]).toEqual([]);
    await Promise.all([an.context.close(), dung.context.close()]);
  });
});
