import { createHash, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { uploadFile, workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, type PersonBrowser, SHEET, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';
const LIBRARY = `${SHEET}/tai-lieu`;
const API = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const REASON = 'Đưa lên nhầm tài liệu không được phép lưu (minh họa)';

let workspace: TestWorkspace;
let work: ReturnType<typeof workOf>;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  work = workOf(workspace.server);
}, 120_000);
afterAll(async () => {
  await work?.close();
  await workspace?.close();
});

/** A plan in the library that is called by its number, with a word of its own on its page. */
async function bringPlan(number: string, word: string): Promise<{ readonly document: string; readonly name: string; readonly sha256: string }> {
  const { server, world } = workspace;
  const { an } = world.people;
  const file = pdfOf([{ lines: ['KẾ HOẠCH', `Số: ${number}`, `Về việc ${word}`] }]);
  const { document } = await uploadFile(server, work, an, API, `${word}.pdf`, file);
  const facts = { number, date: '2022-02-05', issuer: 'UBND Tỉnh Minh họa 01', subject: `Kế hoạch ${word}`, validFrom: null, validTo: null };
  expect((await ask(server, an, 'PATCH', `${API}/documents/${document}/description`, { version: 1, number: 1, facts })).status).toBe(200);
  return { document, name: `${number} ngày 05/02/2022`, sha256: createHash('sha256').update(file).digest('hex') };
}

async function askRemoval(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đề nghị gỡ bỏ khẩn cấp' }).click();
  await page.getByLabel('Lý do đề nghị gỡ bỏ').fill(REASON);
  await page.getByRole('button', { name: 'Khóa tài liệu và đề nghị gỡ bỏ' }).click();
}

/** Nobody finds the document in the library by its number, nor its page by what it says. */
async function isFoundNowhere(browser: PersonBrowser, number: string, word: string): Promise<void> {
  const library = await browser.open(`${LIBRARY}?q=${encodeURIComponent(number)}`);
  await library.getByText('Không có tài liệu nào khớp').waitFor();
  await expect.poll(() => library.getByRole('article').count()).toBe(0);
  const search = await browser.open(`${ROUND}/tai-lieu?q=${word}`);
  await search.getByText(`Không có trang nào chứa đủ các từ “${word}”.`).waitFor();
  await expect.poll(() => search.locator('main').innerText()).not.toContain(number);
}

describe('a document that must not be in the system', () => {
  it('[F116] is asked to be removed by the clerk, closed to everybody, removed by the owner, and leaves a record to print', async () => {
    const { document, name, sha256 } = await bringPlan('77/KH-MH', 'zetakappa');
    const [an, binh, dung] = [await workspace.browserOf('an'), await workspace.browserOf('binh'), await workspace.browserOf('dung')];
    const clerk = await an.open(`${LIBRARY}/${document}`);
    await clerk.getByRole('heading', { level: 1, name: `Tài liệu ${name}` }).waitFor();
    // It is found before, or that it is not found afterwards would say nothing.
    await (await binh.open(`${ROUND}/tai-lieu?q=zetakappa`)).getByText('77/KH-MH').first().waitFor();
    await (await binh.open(`${LIBRARY}?q=77`)).getByRole('article', { name }).waitFor();
    await askRemoval(clerk);
    await clerk.getByText('Nguyễn Văn An đề nghị gỡ bỏ lúc').waitFor();
    await clerk.getByText(`Lý do: ${REASON}`).waitFor();
    await expect.poll(() => clerk.getByRole('button').filter({ hasText: 'gỡ bỏ' }).count()).toBe(0);
    await expect.poll(() => clerk.locator('main').innerText()).not.toContain('zetakappa');

    for (const [browser, decides] of [
      [binh, false],
      [dung, true],
    ] as const) {
      const page = await browser.open(`${LIBRARY}/${document}`);
      await page.getByText('Tài liệu đang được khóa, chờ quyết định gỡ bỏ').waitFor();
      await page.getByText('Nguyễn Văn An đề nghị gỡ bỏ').waitFor();
      await expect.poll(() => page.getByRole('link', { name: 'Đến các đề nghị gỡ bỏ' }).count()).toBe(decides ? 1 : 0);
      await (await browser.open(`${LIBRARY}/${document}/xem?version=1`)).getByText('Tài liệu đang được khóa, chờ quyết định gỡ bỏ').waitFor();
      await isFoundNowhere(browser, '77/KH-MH', 'zetakappa');
    }
    await (await an.open(LIBRARY)).getByRole('article', { name: 'Tài liệu đang khóa, chờ quyết định gỡ bỏ' }).waitFor();
    await expect.poll(() => clerk.getByRole('navigation').getByRole('link', { name: 'Gỡ bỏ, hủy tài liệu' }).count()).toBe(0);
    // By the address the clerk sees what was asked for, and that another person decides.
    await (await an.open('/lam-viec/go-bo-tai-lieu')).getByText('Ông/Bà là người đề nghị nên không tự quyết định').waitFor();

    const owner = await dung.open('/lam-viec');
    await owner.getByRole('link', { name: 'Gỡ bỏ, hủy tài liệu' }).click();
    const card = owner.getByRole('article', { name: 'Gỡ bỏ khẩn cấp một tài liệu: Tỉnh Minh họa 01' });
    await card.getByText(REASON).waitFor();
    await card.getByRole('button', { name: 'Thực hiện gỡ bỏ' }).click();
    await card.getByText('Không hoàn tác được').waitFor();
    await card.getByLabel('Ý kiến (nếu có)').fill('Đồng ý (minh họa)');
    expect(await faultsInStory(owner)).toEqual([]);
    await card.getByRole('button', { name: 'Gỡ bỏ vĩnh viễn' }).click();
    await owner.getByText('Đã gỡ bỏ tài liệu. Biên bản có ở phần đề nghị đã quyết định.').waitFor();
    await owner.getByText('Không có đề nghị nào đang chờ quyết định.').waitFor();
    const decided = owner.getByRole('region', { name: 'Đề nghị đã quyết định' });
    await decided.getByText('Đã xóa nội dung và tệp của 1 tài liệu.').waitFor();

    const printed = dung.context.waitForEvent('page');
    await decided.getByRole('link', { name: 'Mở biên bản để in và ký' }).click();
    const record = await printed;
    await record.getByRole('heading', { level: 1 }).waitFor();
    const words = await record.locator('body').innerText();
    // The hash tells what it was; of its own words nothing is left, and its id is nobody's to read.
    for (const told of ['Nguyễn Văn An', 'Phạm Văn Dũng', REASON, sha256]) expect(words).toContain(told);
    for (const kept of ['zetakappa', '77/KH-MH', document]) expect(words).not.toContain(kept);
    await record.close();
    const download = owner.waitForEvent('download');
    await decided.getByRole('button', { name: 'Tải biên bản (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe('bien-ban-go-bo-tai-lieu.pdf');

    const gone = await an.open(`${LIBRARY}/${document}`);
    await gone.getByText('Tài liệu đã được gỡ bỏ khẩn cấp ngày 10/01/2023').waitFor();
    await gone.getByRole('link', { name: 'Mở biên bản để in và ký' }).waitFor();
    await expect.poll(() => gone.locator('main').innerText()).not.toMatch(/zetakappa|77\/KH-MH/);
    for (const browser of [an, binh, dung]) await isFoundNowhere(browser, '77/KH-MH', 'zetakappa');
    expect([...an.pageErrors, ...binh.pageErrors, ...dung.pageErrors]).toEqual([]);
  });

  it('[F116] is refused with a reason, and opens again; an administrator, who reads no document, asks by its address and closes all copies: who has one is told', async () => {
    const { document, name } = await bringPlan('78/KH-MH', 'thetasigma');
    // The province next door holds the very same file.
    const { server, world } = workspace;
    const copy = pdfOf([{ lines: ['KẾ HOẠCH', 'Số: 78/KH-MH', 'Về việc thetasigma'] }]);
    await uploadFile(server, work, world.people.chi, API.replace('tinh-minh-hoa-01', 'tinh-minh-hoa-02'), 'bản chép.pdf', copy);
    const [lan, dung, chi] = [await workspace.browserOf('lan'), await workspace.browserOf('dung'), await workspace.browserOf('chi')];
    expect(await (await chi.open('/lam-viec')).getByText('giống hệt tài liệu đang được đề nghị gỡ bỏ').count()).toBe(0);
    const administrator = await lan.open(`${LIBRARY}/${document}`);
    await administrator.getByText('Ông/Bà không được xem tài liệu này').waitFor();
    await askRemoval(administrator);
    await administrator.getByText('Bùi Thị Lan đề nghị gỡ bỏ lúc').waitFor();
    await expect.poll(() => administrator.locator('main').innerText()).not.toContain('78/KH-MH');
    const next = await chi.open('/lam-viec');
    await next.getByText('Có 1 tài liệu của cơ quan giống hệt tài liệu đang được đề nghị gỡ bỏ ở nơi khác.').waitFor();
    await next.getByRole('link', { name: 'Xem việc xử lý' }).click();
    await next.getByText('Đang được khóa theo yêu cầu của cơ quan chủ trì hoặc quản trị viên').waitFor();
    await expect.poll(() => next.locator('main').innerText()).not.toMatch(new RegExp(`Tỉnh Minh họa 01|${REASON.slice(0, 15)}`));
    expect(await faultsInStory(next)).toEqual([]);
    // The owner hears of it where they land.
    const owner = await dung.open('/lam-viec');
    await owner.getByText('Có 1 đề nghị gỡ bỏ hoặc hủy tài liệu chờ Ông/Bà quyết định.').waitFor();
    await owner.getByRole('link', { name: 'Xem việc xử lý' }).click();
    await owner.getByRole('button', { name: 'Thực hiện gỡ bỏ' }).click();
    const extent = owner.getByRole('radiogroup', { name: 'Phạm vi gỡ bỏ' });
    await expect.poll(() => extent.getByRole('radio', { name: 'Chỉ kho của cơ quan có đề nghị' }).isChecked()).toBe(true);
    await owner.getByText('Cơ quan khác có tệp giống hệt vẫn đọc được').waitFor();
    await extent.getByRole('radio', { name: 'Mọi kho trên hệ thống có tệp giống hệt' }).check();
    await owner.getByText('2 tài liệu trong 2 kho: Tỉnh Minh họa 01, Tỉnh Minh họa 02.').waitFor();
    await owner.getByText('tệp đó không bao giờ được đưa lên lại').waitFor();
    expect(await faultsInStory(owner)).toEqual([]);
    await owner.getByRole('button', { name: 'Quay lại' }).click();
    await owner.getByRole('button', { name: 'Không chấp thuận' }).click();
    await owner.getByLabel('Lý do không chấp thuận').fill('Tài liệu được phép lưu (minh họa)');
    await owner.getByRole('button', { name: 'Xác nhận không chấp thuận' }).click();
    await owner.getByText('Đã ghi nhận không chấp thuận.').waitFor();
    const page = await dung.open(`${LIBRARY}/${document}`);
    await page.getByRole('heading', { level: 1, name: `Tài liệu ${name}` }).waitFor();
    await page.getByText('Phạm Văn Dũng không chấp thuận đề nghị gỡ bỏ trước đây').waitFor();
    await (await chi.open('/lam-viec/go-bo-tai-lieu')).getByText('Không chấp thuận gỡ bỏ; tài liệu của Ông/Bà được giữ nguyên.').waitFor();
    expect([...lan.pageErrors, ...dung.pageErrors, ...chi.pageErrors]).toEqual([]);
  });
});

describe('documents that the law no longer asks to keep', () => {
  it('[F96] fall due by the administrator’s term, are proposed to be purged by the owner, and go when the administrator agrees', async () => {
    const { server, world } = workspace;
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2015', 'bo-minh-hoa', 2015, 'Kỳ minh họa 2015', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2015', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2015', 'selfAssessment', '2015-01-01', '2024-03-01')`);
    await uploadFile(
      server,
      work,
      world.people.an,
      '/api/rounds/minh-hoa-2015/sheets/tinh-minh-hoa-01',
      'cũ.pdf',
      pdfOf([{ lines: ['Tài liệu cũ (minh họa)', randomUUID()] }]),
    );
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2019-06-30T00:00:00Z' WHERE id = 'minh-hoa-2015'`);

    const [lan, dung] = [await workspace.browserOf('lan'), await workspace.browserOf('dung')];
    const administrator = await lan.open('/lam-viec/go-bo-tai-lieu');
    await administrator.getByText('Trong 12 tháng tới không có tài liệu nào hết thời hạn bảo quản.').waitFor();
    await administrator.getByRole('button', { name: 'Đặt thời hạn: Tài liệu không được dẫn ở đâu' }).click();
    await administrator.getByLabel('Số năm bảo quản').fill('0');
    await administrator.getByLabel('Căn cứ pháp lý').fill('Quy định minh họa');
    await administrator.getByRole('button', { name: 'Lưu thời hạn' }).click();
    await administrator.getByText('Số năm là một số nguyên từ 1 đến 100').waitFor();
    await administrator.getByLabel('Số năm bảo quản').fill('2');
    // A colleague has set it meanwhile: what was typed stays.
    const meanwhile = { years: 9, basis: 'Quy định minh họa khác', version: 0 };
    expect((await ask(server, world.people.lan, 'PUT', '/api/retention/terms/uncited', meanwhile)).status).toBe(200);
    await administrator.getByRole('button', { name: 'Lưu thời hạn' }).click();
    await administrator.getByRole('button', { name: 'Nạp trạng thái mới, giữ nội dung đang nhập' }).click();
    await administrator.getByRole('row', { name: /9 năm/ }).waitFor();
    await expect.poll(() => administrator.getByLabel('Số năm bảo quản').inputValue()).toBe('2');
    await administrator.getByRole('button', { name: 'Lưu thời hạn' }).click();
    await administrator.getByText('Đã lưu thời hạn bảo quản.').waitFor();
    await administrator.getByRole('row', { name: /Kỳ minh họa 2015 Tài liệu không được dẫn ở đâu 01\/01\/2022 1 / }).waitFor();

    const owner = await dung.open('/lam-viec/go-bo-tai-lieu');
    await expect.poll(() => owner.getByRole('button', { name: /^Đặt thời hạn/ }).count()).toBe(0);
    await owner.getByRole('button', { name: 'Đề nghị hủy: Kỳ minh họa 2015' }).click();
    await owner.getByLabel('Lý do, căn cứ hủy tài liệu').fill('Hết thời hạn bảo quản (minh họa)');
    await owner.getByRole('button', { name: 'Gửi đề nghị hủy' }).click();
    await owner.getByText('Đã gửi đề nghị hủy; việc này chờ người thứ hai quyết định.').waitFor();
    await owner.getByText('Ông/Bà là người đề nghị nên không tự quyết định').waitFor();
    await owner.getByRole('button', { name: /^Đề nghị hủy/ }).waitFor({ state: 'detached' });

    await lan.open('/lam-viec/go-bo-tai-lieu');
    await administrator.getByRole('button', { name: 'Thực hiện hủy' }).click();
    await administrator.getByRole('button', { name: 'Hủy vĩnh viễn' }).click();
    await administrator.getByText('Đã hủy tài liệu. Biên bản có ở phần đề nghị đã quyết định.').waitFor();
    await administrator.getByText('Trong 12 tháng tới không có tài liệu nào hết thời hạn bảo quản.').waitFor();
    expect([...lan.pageErrors, ...dung.pageErrors]).toEqual([]);
  });
});

describe('many files as one download', () => {
  it('[F23] the evidence of a sheet: what is left out is said; with the line cut nothing is saved, and that is told', async () => {
    const { server, world } = workspace;
    await uploadFile(server, work, world.people.an, API, 'gói.pdf', pdfOf([{ lines: ['Trong gói (minh họa)'] }]));
    const dung = await workspace.browserOf('dung');
    const page = await dung.open(LIBRARY);
    await page.getByRole('button', { name: 'Tải gói tài liệu' }).click();
    await page.getByText('Không kèm: tệp của tài liệu có dữ liệu cá nhân (trừ khi chọn dưới đây)').waitFor();
    await expect.poll(() => page.getByLabel('Kèm tài liệu có dữ liệu cá nhân').isChecked()).toBe(false);
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    await dung.context.setOffline(true);
    await page.getByRole('button', { name: 'Tải xuống' }).click();
    await page.getByRole('alert').getByText('Máy chủ chưa trả lời').waitFor();
    expect(downloads).toEqual([]);
    await dung.context.setOffline(false);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải xuống' }).click()]);
    expect([download.suggestedFilename(), await download.failure()]).toEqual(['Tai-lieu-kiem-chung – Tỉnh Minh họa 01 – 2022.zip', null]);
    await page.getByText('Tệp ZIP đang được tải xuống').waitFor();
    expect(dung.pageErrors).toEqual([]);
  });

  it('[F119] the archive of a round, once it is closed, for its owners and auditors', async () => {
    const [an, dung, khanh] = [await workspace.browserOf('an'), await workspace.browserOf('dung'), await workspace.browserOf('khanh')];
    expect(await (await dung.open(ROUND)).getByRole('button', { name: 'Tải hồ sơ lưu trữ' }).count()).toBe(0);
    await workspace.server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2023-01-09T02:00:00Z' WHERE id = 'minh-hoa-2022'`);
    const page = await khanh.open(ROUND);
    await page.getByRole('button', { name: 'Tải hồ sơ lưu trữ' }).click();
    expect(await faultsInStory(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải xuống' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^Ho-so-luu-tru – Kỳ đánh giá minh họa 2022.*\.zip$/);
    expect(await download.failure()).toBeNull();
    await (await dung.open(ROUND)).getByRole('button', { name: 'Tải hồ sơ lưu trữ' }).waitFor();
    await (await an.open(`${ROUND}?part=general`)).getByRole('tabpanel', { name: 'Thông tin chung' }).getByText('Đóng lúc').waitFor();
    await expect.poll(() => an.page.getByRole('button', { name: 'Tải hồ sơ lưu trữ' }).count()).toBe(0);
  });
});
