import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { tablesAsDocx, type WrittenTable } from '../../server/src/file-inspection/testing/tables.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { giveSealingKey } from '../../server/src/testing/adopt-edition.ts';
import { ask, type Person } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, type PersonBrowser, picture, saved, type TestWorkspace } from './test-workspace.ts';

/** A province that writes its own set of criteria for its departments: all of it in the browser, without a word of YAML. */
const PROVINCE = 'tinh-minh-hoa-01';
const DEPARTMENTS = Array.from({ length: 15 }, (_, index) => `so-minh-hoa-${String(index + 1).padStart(2, '0')}`);
const EDITION = '/lam-viec/bo-tieu-chi/so-minh-hoa-2027';

const TABLE: WrittenTable = {
  name: 'Phụ lục',
  rows: [
    ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm'],
    ['I', 'Công tác chỉ đạo, điều hành', '4', ''],
    ['1', 'Ban hành kế hoạch', '1,5', 'Đúng thời hạn: 1,5; không đúng: 0'],
    ['2', 'Mức độ thực hiện kế hoạch', '0.5', 'Từ 95% trở lên: 0,5 điểm; dưới 95%: 0 điểm'],
    ['3', 'Sáng kiến', '2', 'Mỗi sáng kiến được 0,5 điểm, tối đa 2'],
    ['II', 'Cải cách thể chế', '3', ''],
    ['1', 'Ban hành văn bản quy phạm pháp luật', '1', 'Theo hướng dẫn của Sở Minh họa'],
    ['2', 'Rà soát văn bản', '1', 'Theo hướng dẫn của Sở Minh họa'],
    ['3', 'Theo dõi thi hành pháp luật', '1', 'Theo hướng dẫn của Sở Minh họa'],
  ],
};

let workspace: TestWorkspace;
let people: Record<'author' | 'second', Person>;
let author: PersonBrowser;
beforeAll(async () => {
  workspace = await openTestWorkspace('2027-01-05T02:00:00Z');
  const { server, world } = workspace;
  giveSealingKey(server);
  people = {
    author: await addPerson(server, 'mai', 'Lý Thị Mai', 'owner', PROVINCE),
    second: await addPerson(server, 'thao', 'Mạc Thị Thảo', 'owner', PROVINCE),
  };
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [people.second.account]);
  const lines = DEPARTMENTS.map((id, index) => `${id},department,Sở Minh họa số ${index + 1},department,${PROVINCE},2025-07-01`);
  const imported = await ask(server, world.people.lan, 'POST', '/api/bodies/import', { csv: ['id,kind,name,type,parent,opened', ...lines].join('\n') });
  expect(imported.body).toMatchObject({ counts: { added: 15 } });
  author = await sit(people.author);
}, 120_000);
afterAll(() => workspace?.close());

async function sit({ token }: Pick<Person, 'token'>): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  return browser;
}

const tree = (page: Page) => page.getByRole('tree', { name: 'Cây tiêu chí' });

describe('[F1] [F8] [F20] [F108] Mai of Tỉnh Minh họa 01 makes a set of criteria for its departments', () => {
  it('brings in a table from Word, confirms the rules that were read without a doubt, and sees what is missing', async () => {
    const { page, open } = author;
    await open('/lam-viec/dua-vao-bo-tieu-chi');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'So minh hoa 2027.docx', mimeType: 'application/octet-stream', buffer: await tablesAsDocx([TABLE]) });
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Đọc được 2 lĩnh vực, 6 tiêu chí, 6 nội dung chấm điểm.').waitFor();
    await picture(page, 'studio-preview');
    await page.getByRole('button', { name: 'Xác nhận 2 cách tính không có nghi ngờ' }).click();
    await page.getByLabel('Xác nhận cách tính này: I.2').check();
    await page.getByText('Đã xác nhận 3 trong 3 cách tính đề xuất.').waitFor();
    expect(await page.getByLabel('Mã bộ tiêu chí').inputValue()).toBe('so-minh-hoa-2027');
    await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
    await page.getByText('Văn bản có 3 lỗi').waitFor();
  });

  it('writes the three rules that the file told in words alone, by forms', { timeout: 60_000 }, async () => {
    const { page } = author;
    await page.getByRole('link', { name: 'Soạn bộ tiêu chí' }).click();
    const choose = async (code: RegExp, kind: string) => {
      await tree(page).getByRole('treeitem', { name: code }).click();
      await page.getByRole('combobox', { name: 'Kiểu cách tính' }).click();
      await page.getByRole('option', { name: kind, exact: true }).click();
    };
    await tree(page).waitFor();
    await choose(/^II\.1 /, 'Có hoặc không');
    await choose(/^II\.2 /, 'Chia mức theo tỷ lệ hoặc số liệu');
    for (const [place, name] of [
      ['Phần đạt được', 'Số văn bản đã rà soát'],
      ['Trên tổng số', 'Số văn bản phải rà soát'],
    ] as const) {
      await page.getByRole('combobox', { name: place }).click();
      await page.getByRole('option', { name: 'Khai báo số liệu mới…' }).click();
      await page.getByLabel('Tên số liệu', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Thêm số liệu' }).click();
    }
    await page.getByRole('textbox', { name: 'Ngưỡng của mức 1', exact: true }).fill('90');
    await page.getByText('từ 90% trở lên: 1 điểm', { exact: true }).waitFor();
    await tree(page)
      .getByRole('treeitem', { name: /^II\.3 / })
      .click();
    // What the file said stands there, ready to be put in other words.
    const words = page.getByRole('textbox', { name: 'Viết bằng lời' });
    expect(await words.inputValue()).not.toBe('');
    await words.fill('Mỗi báo cáo được 0,5 điểm, tối đa 1');
    await page.getByRole('button', { name: 'Đọc thành cách tính' }).click();
    await page.getByText(/^Đã đọc/).waitFor();
    await page.getByText('Bản dự thảo không có lỗi.').waitFor();
    await picture(page, 'studio-editor');
    expect(await faultsInStory(page)).toEqual([]);
    await saved(page);
  });

  it('says what the decision gives in cases, reads the annex, and asks for it to be adopted', { timeout: 60_000 }, async () => {
    const { page, open } = author;
    await open(EDITION);
    await page.getByRole('link', { name: 'Ví dụ tính điểm' }).click();
    await page.getByRole('button', { name: /^II\.2 / }).click();
    // Nothing tells what the draft gives before the person has said what the decision does.
    const on = page.getByRole('textbox', { name: 'Điểm theo quyết định: Đúng ngưỡng 90%' });
    await on.fill('0');
    await on.press('Enter');
    await page.getByText('Cách tính đã soạn cho 1 điểm, theo Ông/Bà quyết định cho 0 điểm. Hãy đối chiếu lại với quyết định.').waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    await picture(page, 'studio-cases');
    await on.fill('1');
    await on.press('Enter');
    const written = page.getByRole('table', { name: 'Ví dụ đã ghi' });
    await written.getByRole('row', { name: /Đúng ngưỡng 90%.*Khớp/ }).waitFor();
    const below = page.getByRole('textbox', { name: 'Điểm theo quyết định: Sát dưới ngưỡng 90%' });
    await below.fill('0,0');
    await below.press('Enter');
    await written.getByRole('row', { name: /Sát dưới ngưỡng 90%.*Khớp/ }).waitFor();
    // A worked example of the decision, which the rule does not give: kept, seen, and taken away again.
    const own = page.getByRole('region', { name: 'Ví dụ nêu trong quyết định' });
    await own.getByLabel('Số văn bản đã rà soát').fill('19');
    await own.getByLabel('Số văn bản phải rà soát').fill('20');
    await own.getByLabel('Điểm theo quyết định').fill('0,5');
    await own.getByRole('button', { name: 'Ghi ví dụ' }).click();
    await written.getByRole('row', { name: /Khác với cách tính/ }).waitFor();
    await written
      .getByRole('row', { name: /Khác với cách tính/ })
      .getByRole('button')
      .click();
    await expect.poll(() => written.getByRole('row').count()).toBe(3);

    await open(EDITION);
    await page.getByText('Đã chạy 2 ví dụ, tất cả đều đúng.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải DOCX (Word)' }).click();
    expect((await download).suggestedFilename()).toBe('phu-luc-so-minh-hoa-2027.docx');
    await page.getByLabel('Số quyết định').fill('01/QĐ-UBND-MH');
    await page.getByLabel('Ngày quyết định').fill('04/01/2027');
    await page.getByLabel('Có hiệu lực từ').fill('01/01/2027');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Quyết định 01.pdf', mimeType: 'application/pdf', buffer: pdfOf([{ lines: ['Quyết định ban hành bộ tiêu chí (minh họa)'] }]) });
    await page.getByText(/^Quyết định 01\.pdf \(/).waitFor();
    await page.getByRole('button', { name: 'Đề nghị đưa vào áp dụng' }).click();
    await page.getByText('Chờ người thứ hai quyết định').waitFor();
  });

  it('has it adopted by a second person, who reads it first', async () => {
    const { page, open, context } = await sit(people.second);
    await open('/lam-viec');
    await page.getByRole('link', { name: /Kiểm tra và quyết định/ }).click();
    await page.getByText('Theo Quyết định số 01/QĐ-UBND-MH ngày 04/01/2027.').waitFor();
    await page.getByRole('button', { name: 'Đồng ý đưa vào áp dụng' }).click();
    await page.getByText('Bộ tiêu chí đã được đưa vào áp dụng, khóa và ký.').waitFor();
    await context.close();
  });

  it('opens a round with it for fifteen departments', { timeout: 90_000 }, async () => {
    const { page, open } = author;
    await open('/lam-viec/ky-danh-gia');
    await page.getByRole('button', { name: 'Lập kỳ đánh giá' }).click();
    await page.getByLabel('Tên kỳ đánh giá').fill('Kỳ đánh giá các sở 2027 (minh họa)');
    await page.getByRole('combobox', { name: 'Bộ tiêu chí' }).click();
    await page.getByRole('option', { name: 'So minh hoa 2027' }).click();
    await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kỳ đánh giá các sở 2027 (minh họa)' }).waitFor();
    const panel = page.getByRole('tabpanel');
    const part = (name: string) => page.getByRole('tab', { name }).click();

    await part('Cơ quan tham gia');
    await panel.getByRole('button', { name: 'Dán danh sách' }).click();
    await panel.getByLabel('Danh sách cơ quan').fill(DEPARTMENTS.join('\n'));
    await panel.getByRole('button', { name: 'Xem trước' }).click();
    await panel.getByRole('button', { name: 'Thêm 15 cơ quan' }).click();
    await panel.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await panel.getByText('Đã lưu danh sách cơ quan tham gia.').waitFor();

    await part('Lịch');
    await panel.getByRole('button', { name: 'Thêm bước' }).click();
    await panel.getByLabel('Mở từ').fill('08:00 04/01/2027');
    await panel.getByLabel('Hạn cuối').fill('05/02/2027');
    await panel.getByRole('button', { name: 'Đưa vào lịch' }).click();
    await panel.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await panel.getByText('Đã lưu lịch.').waitFor();

    await part('Phân công lĩnh vực');
    for (const code of ['I', 'II']) {
      await panel.getByRole('combobox', { name: 'Lĩnh vực' }).click();
      await page.getByRole('option', { name: new RegExp(`^${code} `) }).click();
      await panel.getByRole('combobox', { name: 'Tìm cơ quan để phân công' }).fill('Tỉnh Minh họa 01');
      await page.getByRole('option', { name: 'Tỉnh Minh họa 01' }).click();
    }
    await panel.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await panel.getByText('Đã lưu phân công.').waitFor();

    await part('Thông tin chung');
    const opening = page.getByRole('region', { name: 'Mở kỳ đánh giá' });
    await opening.getByText('Đã đủ điều kiện để mở kỳ.').waitFor();
    const known = opening.getByRole('checkbox', { name: 'Tôi đã biết những điểm cần xem lại nêu trên' });
    if ((await known.count()) > 0) await known.check();
    await opening.getByRole('button', { name: 'Mở kỳ đánh giá' }).click();
    await opening.getByRole('button', { name: 'Đồng ý mở kỳ' }).click();
    await page.getByText('Kỳ đánh giá đã mở.').waitFor();
  });

  it('one of them scores: the points are those of the rule that was written', { timeout: 60_000 }, async () => {
    const clerk = await sit(await addPerson(workspace.server, 'hoa', 'Ngô Thị Hoa', 'clerk', DEPARTMENTS[0] as string));
    const round = 'ky-danh-gia-cac-so-2027-minh-hoa';
    await clerk.open(`/lam-viec/ky-danh-gia/${round}/bang-diem/${DEPARTMENTS[0]}?item=II.2`);
    await clerk.page.getByRole('textbox', { name: 'Số văn bản đã rà soát' }).fill('19');
    await clerk.page.getByRole('textbox', { name: 'Số văn bản phải rà soát' }).fill('20');
    await saved(clerk.page);
    await picture(clerk.page, 'studio-scored');
    const { body } = await ask(workspace.server, people.author, 'GET', `/api/rounds/${round}/sheets/${DEPARTMENTS[0]}`);
    expect(JSON.stringify(body)).toContain('"II.2"');
    expect(clerk.pageErrors).toEqual([]);
    expect(author.pageErrors).toEqual([]);
  });
});
