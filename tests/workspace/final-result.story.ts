import { randomUUID } from 'node:crypto';
import type { Item } from '@parindex/core';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAnswers } from '../../server/src/testing/answer-all.ts';
import { appraiseAllDomains, yesNoItems } from '../../server/src/testing/appraised-round.ts';
import { askToClose } from '../../server/src/testing/close-round.ts';
import { sitInCouncil } from '../../server/src/testing/sit-in-council.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { ask, asking, type PersonName } from '../../server/src/testing/world.ts';
import { faultsOfFit, NARROW } from './fit.ts';
import { openTestWorkspace, type PersonBrowser, picture, type TestWorkspace } from './test-workspace.ts';

const RANKING = '/lam-viec/ky-danh-gia/minh-hoa-2022/xep-hang';
const API = '/api/rounds/minh-hoa-2022';
const BODY = 'tinh-minh-hoa-01';
const [PHONE] = NARROW;

let workspace: TestWorkspace;
let refused: Item;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  const { an, chi, giang, hanh, dung } = world.people;
  const [first, second] = yesNoItems(world);
  refused = first;
  await appraiseAllDomains(server, world);
  for (const [person, body] of [
    [an, BODY],
    [chi, 'tinh-minh-hoa-02'],
  ] as const)
    expect((await ask(server, person, 'POST', `${API}/sheets/${body}/entries`, { entries: allAnswers(world.scheme, 0) })).status).toBe(201);
  const seq = async () => (await ask(server, giang, 'GET', `${API}/sheets/${BODY}`)).body.seq as number;
  const refusal = async () => ({
    ...{ id: randomUUID(), base: await seq(), changes: { 'answer.yes': false } },
    reason: { code: 'other', text: 'Không thấy văn bản (minh họa)' },
  });
  server.clock.set('2023-02-10T02:00:00Z');
  for (const { code } of [first, second])
    expect((await ask(server, giang, 'POST', `${API}/sheets/${BODY}/items/${code}/appraisal`, await refusal())).status).toBe(201);
  server.clock.set('2023-03-21T02:00:00Z');
  const agenda = [{ body: BODY, code: second.code, proposal: 'asClaimed' as const, reason: 'Đã có văn bản (minh họa)' }];
  await sitInCouncil(asking(server), world.round, { owner: dung, members: [hanh], startsAt: '2023-03-21T02:00:00Z', agenda });
  expect((await (await askToClose(server, dung, world.round))()).status).toBe(200);
}, 60_000);
afterAll(() => workspace?.close());

async function sit(person: PersonName, at: string, size = { width: 1280, height: 900 }): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined, size);
  const { account } = workspace.world.people[person];
  await browser.context.addCookies([{ name: 'parindex_session', value: await signIn(workspace.server, account), url: workspace.address }]);
  await browser.open(at);
  return browser;
}

describe('[F71] the final result of a round that two persons closed', () => {
  it('opens with its places; of a body the way from its claim is drawn, with what moved and why', async () => {
    const { page, pageErrors } = await sit('dung', RANKING);
    await page.getByRole('heading', { level: 1, name: 'Kết quả cuối cùng' }).waitFor();
    await page.getByRole('link', { name: 'Xem thay đổi của Tỉnh Minh họa 01' }).click();
    const chart = page.getByRole('img', { name: /^Từ điểm tự chấm đến kết quả cuối cùng: Tỉnh Minh họa 01/ });
    await chart.waitFor();
    await page.getByRole('table', { name: 'Thẩm định: nội dung thay đổi' }).getByText(`${refused.code}. `).waitFor();
    await page.getByText('Đã có văn bản (minh họa)').waitFor();
    // Where points were lost, with what the next ones would have wanted.
    await page
      .getByRole('button', { name: /^Xem thêm/ })
      .first()
      .click();
    await page
      .getByRole('table', { name: 'Điểm bị trừ' })
      .getByRole('row', { name: new RegExp(`^${refused.code.replaceAll('.', '\\.')}\\. `) })
      .waitFor();
    await picture(page, 'final-result');
    // All bodies by item; by domain instead.
    const heat = page.getByRole('region', { name: 'Bảng màu điểm bị trừ' });
    await heat.scrollIntoViewIfNeeded();
    await heat.getByRole('columnheader', { name: refused.code, exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Theo', exact: true }).selectOption('Lĩnh vực');
    await expect.poll(() => heat.getByRole('columnheader', { name: refused.code, exact: true }).count()).toBe(0);
    // The letter that tells the body; and all of them in one package.
    const download = async (place: Locator) => (await Promise.all([page.waitForEvent('download'), place.click()]))[0].suggestedFilename();
    expect(await download(page.getByRole('button', { name: 'DOCX' }).first())).toBe('ket-qua-cuoi-cung-tinh-minh-hoa-01.docx');
    expect(await download(page.getByRole('button', { name: 'XLSX', exact: true }).last())).toBe('ket-qua-cuoi-cung-minh-hoa-2022.zip');
    // And what the result is submitted and approved by.
    for (const [paper, file] of [
      ['Tờ trình phê duyệt kết quả', 'to-trinh-ket-qua-minh-hoa-2022.docx'],
      ['Dự thảo Quyết định phê duyệt kết quả', 'du-thao-quyet-dinh-ket-qua-minh-hoa-2022.docx'],
    ] as const)
      expect(await download(page.getByRole('group', { name: paper }).getByRole('button', { name: 'DOCX' }))).toBe(file);
    await page.getByText('Xem dạng bảng').click();
    await expect.poll(() => page.getByRole('row', { name: /^Cuối cùng/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Điểm tự chấm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Xếp hạng tạm tính' }).waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('tells a body its own way, on a phone too, and no place before it is published', async () => {
    const { page, pageErrors } = await sit('an', '/lam-viec/ky-danh-gia/minh-hoa-2022', PHONE);
    // The round's page says what they came to, not what they once claimed, and leads there.
    await page
      .getByRole('region', { name: 'Tỉnh Minh họa 01' })
      .getByText(/^Chỉ số$/)
      .first()
      .waitFor();
    expect(await page.getByText('Chỉ số tạm tính').count()).toBe(0);
    await page.getByRole('link', { name: 'Xem kết quả, nhiệm vụ khắc phục' }).click();
    await page.getByRole('img', { name: /Tỉnh Minh họa 01/ }).waitFor();
    await page.getByText(/^Thứ hạng được thông báo/).waitFor();
    expect(await faultsOfFit(page, PHONE)).toEqual([]);
    await picture(page, 'final-result-phone');
    // What is done about what was lost, set on the phone.
    await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Giao nhiệm vụ' });
    await dialog.getByRole('checkbox', { name: new RegExp(`^${refused.code.replaceAll('.', '\\.')}\\. `) }).check();
    await dialog.getByRole('textbox', { name: 'Nhiệm vụ, giải pháp' }).fill('Ban hành kế hoạch sớm hơn (minh họa)');
    await dialog.getByRole('textbox', { name: 'Đơn vị hoặc cá nhân chủ trì' }).fill('Phòng Minh họa');
    await dialog.getByRole('textbox', { name: 'Thời hạn hoàn thành' }).fill('15/12/2023');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('table', { name: 'Nhiệm vụ khắc phục' }).getByText('Ban hành kế hoạch sớm hơn (minh họa)').waitFor();
    expect(await faultsOfFit(page, PHONE)).toEqual([]);
    await picture(page, 'improvement-phone');
    expect(pageErrors.splice(0)).toEqual([]);
  });
});
