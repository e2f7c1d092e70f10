import { randomUUID } from 'node:crypto';
import type { Item } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { appraiseAllDomains, yesNoItems } from '../../server/src/testing/appraised-round.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { ask, change, type Person } from '../../server/src/testing/world.ts';
import { faultsOfFit, NARROW } from './fit.ts';
import { openTestWorkspace, type PersonBrowser, picture, type TestWorkspace } from './test-workspace.ts';

const COUNCIL = '/lam-viec/ky-danh-gia/minh-hoa-2022/hoi-dong';
const API = '/api/rounds/minh-hoa-2022';
const BODY = 'tinh-minh-hoa-01';

const [PHONE] = NARROW;

let workspace: TestWorkspace;
let contested: Item;
/** What the province contests after its appraisal. */
let disputed: Item;
let nam: Person;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  [contested, disputed] = yesNoItems(world);
  await server.owner.query(`UPDATE round_step SET step = 'explanation' WHERE round_id = $1 AND step = 'secondAppraisal'`, [world.round]);
  await appraiseAllDomains(server, world);
  nam = await addPerson(server, 'nam', 'Lý Văn Nam', 'council', 'bo-minh-hoa');
  const said = await ask(server, world.people.an, 'POST', `${API}/sheets/${BODY}/entries`, {
    entries: [contested, disputed].map(({ code }) => change({ item: code }, 0, { 'answer.yes': true })),
  });
  expect(said.status).toBe(201);
  server.clock.set('2023-02-10T02:00:00Z');
  const verdict = { id: randomUUID(), base: 2, changes: { 'answer.yes': false }, reason: { code: 'noEvidence', text: 'Không thấy văn bản nào (minh họa)' } };
  expect((await ask(server, world.people.giang, 'POST', `${API}/sheets/${BODY}/items/${disputed.code}/appraisal`, verdict)).status).toBe(201);
  server.clock.set('2023-03-12T02:00:00Z');
  const explanation = `${API}/sheets/${BODY}/explanation`;
  const { seq } = (await ask(server, world.people.an, 'GET', explanation)).body;
  const dispute = { id: randomUUID(), base: seq, text: 'Đề nghị Hội đồng xem xét (minh họa)' };
  expect((await ask(server, world.people.binh, 'POST', `${explanation}/${disputed.code}/dispute`, dispute)).status).toBe(201);
  server.clock.set('2023-03-21T02:00:00Z');
}, 60_000);
afterAll(() => workspace?.close());

/** Somebody signed in at the moment of the story. */
async function sit({ account }: Pick<Person, 'account'>, at: string, size = { width: 1280, height: 900 }): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined, size);
  await browser.context.addCookies([{ name: 'parindex_session', value: await signIn(workspace.server, account), url: workspace.address }]);
  await browser.open(at);
  return browser;
}

describe('[F39] the council of an invented round', () => {
  it('sits: its secretariat convenes it, members vote at a desk and on a phone, and what was carried is concluded', async () => {
    const { dung, hanh } = workspace.world.people;
    const { page, pageErrors } = await sit(dung, COUNCIL);
    await page.getByRole('button', { name: 'Lập phiên họp' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ngày, giờ').fill('09:00 21/03/2023');
    await dialog.getByLabel('Nơi họp').fill('Phòng họp số 1 (minh họa)');
    await dialog.getByRole('button', { name: 'Lập phiên họp' }).click();
    await page.getByRole('heading', { level: 1, name: 'Phiên họp số 1' }).waitFor();
    await page.getByRole('button', { name: 'Sửa phiên họp' }).click();
    for (const name of ['Vũ Thị Hạnh', 'Lý Văn Nam']) await dialog.getByRole('checkbox', { name }).check();
    await dialog.getByRole('combobox', { name: 'Chủ trì' }).click();
    await page.getByRole('option', { name: 'Vũ Thị Hạnh' }).click();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Thêm nội dung' }).click();
    await page.getByRole('combobox', { name: 'Cơ quan' }).click();
    await page.getByRole('option', { name: 'Tỉnh Minh họa 01' }).click();
    await page.getByRole('combobox', { name: 'Tiêu chí' }).fill(contested.code);
    await page.getByRole('option', { name: new RegExp(`^${contested.code.replaceAll('.', '\\.')} `) }).click();
    await page.getByRole('button', { name: 'Thêm nội dung' }).last().click();
    const card = page.getByRole('article', { name: new RegExp(`Tỉnh Minh họa 01 – ${contested.code.replaceAll('.', '\\.')}\\.`) });
    await card.waitFor();
    await page.getByRole('button', { name: 'Đưa đề nghị của cơ quan vào chương trình' }).click();
    await page.getByText('Đề nghị Hội đồng xem xét (minh họa)').waitFor();
    await page.getByRole('button', { name: 'Đưa 1 nội dung vào chương trình' }).click();
    const brought = page.getByRole('article', { name: new RegExp(`Tỉnh Minh họa 01 – ${disputed.code.replaceAll('.', '\\.')}\\.`) });
    await brought.waitFor();
    await picture(page, 'council-agenda');
    await brought.getByRole('button', { name: 'Bỏ khỏi chương trình' }).click();
    await brought.waitFor({ state: 'detached' });
    const move = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name, exact: true }).last().click();
    };
    await move('Triệu tập phiên họp');
    await page.getByRole('button', { name: 'Điểm danh' }).click();
    for (const name of ['Vũ Thị Hạnh', 'Lý Văn Nam']) {
      await dialog.getByRole('combobox', { name: `Điểm danh: ${name}` }).click();
      await page.getByRole('option', { name: 'Có mặt' }).click();
    }
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đủ điều kiện biểu quyết (quá nửa số thành viên).').waitFor();
    await move('Khai mạc phiên họp');
    await page.getByText('Đang họp').waitFor();
    await picture(page, 'council-session');

    for (const [member, size] of [
      [hanh, undefined],
      [nam, PHONE],
    ] as const) {
      const own = await sit(member, '/lam-viec', size);
      await own.page.getByRole('link', { name: 'Biểu quyết' }).click();
      await own.page.getByRole('link', { name: 'Phiên họp số 1' }).click();
      await own.page.getByRole('radio', { name: 'Đồng ý', exact: true }).check();
      await own.page.getByRole('button', { name: 'Gửi biểu quyết' }).click();
      await own.page.getByText('Đã ghi nhận biểu quyết.').waitFor();
      if (size) {
        expect(await faultsOfFit(own.page, PHONE)).toEqual([]);
        await picture(own.page, 'council-vote-phone');
      }
      expect(own.pageErrors.splice(0)).toEqual([]);
      await own.context.close();
    }

    await page.reload();
    await card.getByText('2 thành viên đã biểu quyết: đồng ý 2, không đồng ý 0, ý kiến khác 0.').waitFor();
    await card.getByRole('button', { name: 'Chốt biểu quyết' }).click();
    await card.getByLabel('Lý do kết luận').fill('Đã đối chiếu tài liệu (minh họa)');
    await card.getByRole('button', { name: 'Ghi kết luận' }).click();
    await card.getByText('Đã kết luận').waitFor();
    await page.getByRole('button', { name: 'Kết thúc phiên họp' }).click();
    await dialog.getByLabel('Biên bản đã được đọc cho các thành viên dự họp nghe và thống nhất thông qua.').check();
    await dialog.getByRole('button', { name: 'Kết thúc phiên họp' }).click();
    await page.getByText('Đã kết thúc').waitFor();
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Biên bản (DOCX)' }).click();
    expect((await taken).suggestedFilename()).toMatch(/\.docx$/);
    expect(pageErrors.splice(0)).toEqual([]);
  }, 180_000);
});
