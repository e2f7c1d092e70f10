import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Item, itemsOfDomains } from '@parindex/core';
import { columnName } from '@parindex/core/imports/workbook/index';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { uploadFile, workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { sendStatistics } from '../../server/src/capabilities/imports/testing/send-statistics.ts';
import { CELL, editWorkbook } from '../../server/src/file-inspection/testing/edit-workbook.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { appraiseAllDomains, type RatioItem, ratioItems, yesNoItems } from '../../server/src/testing/appraised-round.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { ask, change, type PersonName } from '../../server/src/testing/world.ts';
import { openTestWorkspace, type PersonBrowser, picture, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';
const API = '/api/rounds/minh-hoa-2022';
const [ONE, TWO] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'] as const;

let workspace: TestWorkspace;
let yesNo: Item;
let ratio: RatioItem;
let claimed: Item;
/** Of which all bodies have what official statistics say. */
let official: RatioItem;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  [yesNo] = yesNoItems(world);
  [ratio, official] = ratioItems(world);
  claimed = itemsOfDomains(world.scheme.domains).find(({ notArisen }) => notArisen) as Item;
  await appraiseAllDomains(server, world);
  const work = workOf(server);
  const plan = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH'];
  const { document } = await uploadFile(
    server,
    work,
    world.people.an,
    `${API}/sheets/${ONE}`,
    'Kế hoạch.pdf',
    pdfOf([{ lines: plan }, { lines: ['Trang hai (minh họa)'] }]),
  );
  await work.close();
  for (const [person, body] of [
    ['an', ONE],
    ['chi', TWO],
  ] as const) {
    const saved = await ask(server, world.people[person], 'POST', `${API}/sheets/${body}/entries`, {
      entries: [
        change({ item: yesNo.code }, 0, { 'answer.yes': true, ...(body === ONE ? { citations: [`${document}/1?pages=2`] } : {}) }),
        change({ figure: ratio.whole }, 0, { value: '10' }),
        change({ figure: ratio.part }, 0, { value: '10' }),
        change({ item: claimed.code }, 0, { state: 'notApplicable', reason: 'Không phát sinh trong năm (minh họa)' }),
      ],
    });
    expect(saved.status).toBe(201);
  }
  const statistics = ['01', '02', '03'].flatMap((body) =>
    [official.part, official.whole].map((figure) => ({ body: `Tỉnh Minh họa ${body}`, figure, value: '10' })),
  );
  await sendStatistics(server, world.people.dung, API, statistics);
  server.clock.set('2023-02-10T02:00:00Z');
}, 60_000);
afterAll(() => workspace?.close());

/** Somebody at a desk of their own, signed in at the moment of the story. */
async function sit(person: PersonName, at: string): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined);
  const { account } = workspace.world.people[person];
  await browser.context.addCookies([{ name: 'parindex_session', value: await signIn(workspace.server, account), url: workspace.address }]);
  await browser.page.setViewportSize({ width: 1440, height: 900 });
  await browser.open(at);
  return browser;
}

const desk = (body: string, item: string, more = '') => `${ROUND}/tham-dinh/${body}?item=${item}${more}`;
const heading = (page: Page, item: string) => page.getByRole('heading', { level: 2, name: new RegExp(`^${item.replaceAll('.', '\\.')}\\. `) });
const panel = (page: Page) => page.getByRole('region', { name: 'Kết quả thẩm định' });
const give = (page: Page) => panel(page).getByRole('button', { name: /sang nội dung sau/ });
const stateOf = async (body: string, item: string) => {
  const token = await signIn(workspace.server, workspace.world.people.dung.account);
  const { rows } = (await ask(workspace.server, { token }, 'GET', `${API}/appraisal/bodies/${body}`)).body;
  return rows.find((row: { item: { code: string } }) => row.item.code === item);
};

describe('[F40] Giang appraises', () => {
  it('finds at home what waits, by body and by item, and goes to a claim with its evidence at the cited page', async () => {
    const { page, pageErrors } = await sit('giang', '/lam-viec');
    await page.getByRole('link', { name: 'Mở trang thẩm định' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Thẩm định' }).waitFor();
    await page.getByRole('link', { name: 'Tỉnh Minh họa 02' }).waitFor();
    await picture(page, 'appraisal-queue');
    await page.getByRole('button', { name: /^Tiêu chí/ }).click();
    await page.getByRole('link', { name: new RegExp(`^${yesNo.code.replaceAll('.', '\\.')}\\.`) }).click();
    await page.getByRole('link', { name: 'Tỉnh Minh họa 01' }).click();
    await heading(page, yesNo.code).waitFor();
    await page
      .getByRole('region', { name: 'Tài liệu kiểm chứng' })
      .last()
      .getByText('Trang hai (minh họa)')
      .first()
      .waitFor({ timeout: 30_000 })
      .catch(() => undefined);
    await picture(page, 'appraisal-desk');
    // The claim is read here, not entered.
    await expect.poll(() => page.getByRole('region', { name: 'Phần tự chấm' }).locator('input:not([readonly]):not(:disabled)').count()).toBe(0);
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('accepts with one key and goes on along the item; to the next body that waits', async () => {
    const { page, pageErrors } = await sit('giang', desk(ONE, yesNo.code, '&way=item'));
    await heading(page, yesNo.code).waitFor();
    await panel(page).getByRole('radio', { name: 'Chấp nhận như tự chấm' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Minh họa 02' }).waitFor();
    await heading(page, yesNo.code).waitFor();
    expect(await stateOf(ONE, yesNo.code)).toMatchObject({
      verdict: 'accepted',
      last: { by: { name: 'Hoàng Thị Giang' }, reason: { code: null, text: null } },
    });
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('changes a figure: the points that it comes to are seen before, and a change without its reason is not taken', async () => {
    const { page, pageErrors } = await sit('giang', desk(TWO, ratio.code));
    await heading(page, ratio.code).waitFor();
    // What the check says of the claim stands beside it.
    const findings = page.getByRole('region', { name: 'Căn cứ thẩm định' }).getByText('Kết quả rà soát trước khi gửi');
    await findings.waitFor();
    await panel(page).getByRole('radio', { name: 'Thay đổi số liệu, nội dung chấm' }).check();
    await give(page).click();
    await panel(page).getByText('Chưa có số liệu, nội dung nào khác với tự chấm.').waitFor();
    const name = workspace.world.scheme.figures.find(({ id }) => id === ratio.part)?.title?.vi ?? '';
    await panel(page).getByLabel(name).fill('1');
    await panel(page)
      .getByText(/^Điểm sau thẩm định: /)
      .waitFor();
    await picture(page, 'appraisal-change');
    await give(page).click();
    await panel(page).getByText('Chọn kết luận, chọn lý do và nêu rõ khi khác với tự chấm.').waitFor();
    await panel(page).getByRole('combobox', { name: 'Lý do' }).click();
    await page.getByRole('option', { name: 'Số liệu kê khai chưa chính xác' }).click();
    await panel(page).getByLabel('Nêu rõ').fill('Báo cáo chỉ có một văn bản (minh họa)');
    const shown = await panel(page)
      .getByText(/^Điểm sau thẩm định: /)
      .textContent();
    await give(page).click();
    await heading(page, ratio.code).waitFor({ state: 'detached' });
    const row = await stateOf(TWO, ratio.code);
    expect(row).toMatchObject({ verdict: 'changed', last: { reason: { code: 'wrongFigure', text: 'Báo cáo chỉ có một văn bản (minh họa)' } } });
    // What was shown beforehand is what the server reckons.
    const [numerator, denominator] = row.now.points.split('/').map(Number);
    expect(shown).toContain(String(numerator / denominator).replace('.', ','));
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('confirms for one that nothing arose, and refuses it for another', async () => {
    const { page, pageErrors } = await sit('giang', desk(ONE, claimed.code, '&way=item'));
    await heading(page, claimed.code).waitFor();
    const decide = async (choice: RegExp, reason: string) => {
      await panel(page).getByRole('radio', { name: choice }).check();
      await panel(page).getByRole('combobox', { name: 'Lý do' }).click();
      await page.getByRole('option', { name: reason }).click();
      await panel(page).getByLabel('Nêu rõ').fill('Đã đối chiếu (minh họa)');
      await give(page).click();
    };
    await decide(/^Xác nhận không phát sinh/, 'Đúng là không phát sinh');
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Minh họa 02' }).waitFor();
    await decide(/^Không chấp nhận đề nghị/, 'Có phát sinh, phải được đánh giá');
    await expect.poll(async () => (await stateOf(TWO, claimed.code)).verdict).toBe('refused');
    expect((await stateOf(ONE, claimed.code)).verdict).toBe('confirmed');
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('accepts what official statistics say for many bodies at once, each with a verdict of its own', async () => {
    const { page, pageErrors } = await sit('giang', `${ROUND}/tham-dinh?item=${official.code}`);
    await page.getByRole('button', { name: 'Chấp nhận 3 cơ quan có số liệu tự chấm đúng số liệu chính thức' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^Tỉnh Minh họa 03/ }).uncheck();
    await picture(page, 'appraisal-official');
    await dialog.getByRole('button', { name: 'Chấp nhận (2)' }).click();
    await page.getByText('Đã ghi kết quả thẩm định cho 2 cơ quan.').waitFor();
    await page.getByRole('button', { name: 'Chấp nhận 1 cơ quan có số liệu tự chấm đúng số liệu chính thức' }).waitFor();
    expect((await stateOf(ONE, official.code)).verdict).toBe('accepted');
    expect((await stateOf('tinh-minh-hoa-03', official.code)).verdict).toBe('waiting');
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('records an official figure beside the claim with its source, and takes it by the workbook of the item, which is shown before it is written', async () => {
    const { page, pageErrors, open } = await sit('giang', desk('tinh-minh-hoa-03', official.code));
    await heading(page, official.code).waitFor();
    await panel(page).getByRole('button', { name: 'Ghi số liệu chính thức' }).click();
    const form = panel(page).getByRole('group', { name: 'Ghi số liệu chính thức' });
    await form.getByRole('textbox').first().fill('2');
    await form.getByRole('textbox', { name: 'Nguồn', exact: true }).fill('Công văn số 15/BMH (minh họa)');
    await form.getByLabel('Ngày của nguồn').fill('01/02/2023');
    await form.getByRole('button', { name: 'Lưu số liệu chính thức' }).click();
    await panel(page).getByText('Tự chấm: 10. Số liệu chính thức: 2.').waitFor();
    await panel(page).getByRole('radio', { name: 'Lấy số liệu chính thức' }).check();
    await expect.poll(() => panel(page).getByLabel('Nêu rõ').inputValue()).toContain('15/BMH');
    await picture(page, 'appraisal-official-figure');

    await open(`${ROUND}/tham-dinh?item=${official.code}`);
    await page.getByText('2 (tự chấm 10)').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng tính' }).click()]);
    const made = readFileSync(await file.path());
    const rows = (await readXlsx(made)).sheets[0]?.rows ?? [];
    const row = rows.findIndex(([name]) => String(name ?? '').startsWith('tinh-minh-hoa-03 ')) + 1;
    const place = (key: string) => `${columnName((rows[0] ?? []).indexOf(key) + 1)}${row}`;
    const buffer = await editWorkbook(made, {
      'xl/worksheets/sheet1.xml': {
        [place('conclusion')]: CELL.text('Lấy số liệu chính thức'),
        [place('reason')]: CELL.text('Theo số liệu chính thức của cơ quan quản lý'),
        [place('text')]: CELL.text('Theo báo cáo của Bộ (minh họa)'),
      },
    });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Nạp bảng tính' }).click()]);
    await chooser.setFiles({ name: 'tham-dinh.xlsx', mimeType: 'application/octet-stream', buffer });
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/từ 10 thành 2/).waitFor();
    await picture(page, 'appraisal-item-workbook');
    expect((await stateOf('tinh-minh-hoa-03', official.code)).verdict).toBe('waiting');
    await dialog.getByRole('button', { name: 'Ghi cho 1 cơ quan' }).click();
    await page.getByText('Đã ghi cho 1 cơ quan.').waitFor();
    expect((await stateOf('tinh-minh-hoa-03', official.code)).last.reason.code).toBe('officialFigure');
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('meets a change made meanwhile: it is told, and nothing is decided over it unseen', async () => {
    const { page } = await sit('giang', desk(TWO, yesNo.code));
    await heading(page, yesNo.code).waitFor();
    await workspace.server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, item, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'selfAssessment', $3, $4, '2023-02-20T00:00:00+07:00', '01/BMH', '2023-02-01', 'Mất điện (minh họa)', $5, now())`,
      [randomUUID(), workspace.world.round, TWO, yesNo.code, workspace.world.people.dung.account],
    );
    const token = await signIn(workspace.server, workspace.world.people.chi.account);
    const { seq } = (await ask(workspace.server, { token }, 'GET', `${API}/sheets/${TWO}`)).body;
    const changed = await ask(workspace.server, { token }, 'POST', `${API}/sheets/${TWO}/entries`, {
      entries: [change({ item: yesNo.code }, seq, { 'answer.yes': false })],
    });
    expect(changed.status).toBe(201);
    await give(page).click();
    await page.getByRole('alert').first().waitFor();
    expect((await stateOf(TWO, yesNo.code)).verdict).toBe('waiting');
    await picture(page, 'appraisal-conflict');
  });

  it('[F41] a change beyond the round’s number of points waits for another person, who reads what it comes to and confirms it', async () => {
    const { server, world } = workspace;
    const owner = await sit('dung', `${ROUND}?part=domainOwners`);
    await owner.page.getByRole('button', { name: 'Sửa quy định về thẩm định' }).click();
    await owner.page.getByLabel('Mức điểm thay đổi cần hai người').fill('0,1');
    await owner.page.getByRole('button', { name: 'Bỏ lý do “Áp dụng chưa đúng cách chấm điểm”' }).click();
    await picture(owner.page, 'appraisal-terms');
    await owner.page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await owner.page.getByText('Thay đổi quá 0,1 điểm cần hai người').waitFor();

    const { page, pageErrors } = await sit('giang', desk(ONE, ratio.code));
    await heading(page, ratio.code).waitFor();
    await panel(page).getByRole('radio', { name: 'Không công nhận (0 điểm)' }).check();
    await panel(page).getByText('Điểm thay đổi quá 0,1 điểm').waitFor();
    await panel(page).getByRole('combobox', { name: 'Lý do' }).click();
    await expect.poll(() => page.getByRole('option', { name: 'Áp dụng chưa đúng cách chấm điểm' }).count()).toBe(0);
    await page.getByRole('option', { name: 'Tài liệu kiểm chứng chưa đủ' }).click();
    await panel(page).getByLabel('Nêu rõ').fill('Không có báo cáo (minh họa)');
    await give(page).click();
    await heading(page, ratio.code).waitFor({ state: 'detached' });
    expect(await stateOf(ONE, ratio.code)).toMatchObject({ verdict: 'waiting', proposed: { by: { name: 'Hoàng Thị Giang' } } });
    expect(pageErrors.splice(0)).toEqual([]);

    const lam = await addPerson(server, 'lam', 'Ngô Văn Lâm', 'appraiser', 'bo-minh-hoa-b');
    const other = await workspace.signIn(undefined);
    await other.context.addCookies([{ name: 'parindex_session', value: await signIn(server, lam.account), url: workspace.address }]);
    await other.open('/lam-viec');
    await other.page.getByRole('link', { name: 'Mở danh sách chờ xác nhận' }).first().click();
    await other.page.getByRole('link', { name: 'Tỉnh Minh họa 01' }).click();
    // It opens at the one that waits for them, whatever stands before it.
    await heading(other.page, ratio.code).waitFor();
    await panel(other.page).getByText('Hoàng Thị Giang thẩm định lúc').waitFor();
    await picture(other.page, 'appraisal-second');
    await panel(other.page).getByRole('button', { name: 'Xác nhận và sang nội dung sau' }).click();
    await expect.poll(async () => (await stateOf(ONE, ratio.code)).last?.by.name).toBe('Ngô Văn Lâm');
    await server.owner.query('UPDATE round SET second_person_over = NULL WHERE id = $1', [world.round]);
    expect([...owner.pageErrors.splice(0), ...other.pageErrors.splice(0)]).toEqual([]);
  });

  it('An reads none of it until the next step opens, then what was decided and why', async () => {
    const { page } = await sit('an', `${ROUND}/bang-diem/${ONE}?item=${yesNo.code}`);
    await heading(page, yesNo.code).waitFor();
    await page.getByRole('button', { name: 'Lịch sử', exact: true }).click();
    await page.getByText('Nguyễn Văn An').first().waitFor();
    await expect.poll(() => page.getByText('Hoàng Thị Giang').count()).toBe(0);
    workspace.server.clock.set('2023-03-10T02:00:00Z');
    const later = await sit('an', `${ROUND}/bang-diem/${ONE}?item=${yesNo.code}`);
    await later.page.getByRole('button', { name: 'Lịch sử', exact: true }).click();
    await later.page.getByText('Hoàng Thị Giang').first().waitFor();
  });
});
