import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAnswers } from '../../server/src/testing/answer-all.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-10T02:00:00Z');
  const { server, world } = workspace;
  for (const [person, body, share] of [
    ['an', 'tinh-minh-hoa-01', 2],
    ['chi', 'tinh-minh-hoa-02', 1],
  ] as const) {
    const answers = allAnswers(world.scheme, 0);
    const entries = answers.slice(0, Math.floor(answers.length / share));
    expect((await ask(server, world.people[person], 'POST', `/api/rounds/minh-hoa-2022/sheets/${body}/entries`, { entries })).status).toBe(201);
  }
});
afterAll(() => workspace.close());

describe('a round at a glance', () => {
  it('[F107] [F79] its owner sees who is where, which domain is worst, where points are lost; each leads on', async () => {
    const dung = await workspace.signIn('dung');
    const page = await dung.open(ROUND);
    const heat = page.getByRole('region', { name: 'Cơ quan và lĩnh vực' });
    // Over all bodies first: what the worst domain is stands in a sentence, of points as of progress.
    await expect.poll(() => heat.getByRole('row').nth(1).innerText()).toMatch(/^Toàn kỳ đánh giá\s+\d+\s+\d+/);
    await page.getByText(/^Lĩnh vực có tiến độ thấp nhất: .+, đã tự chấm \d+,\d\d% nội dung\.$/).waitFor();
    await heat.getByRole('row', { name: /^Tỉnh Minh họa 03 0 0/ }).waitFor();
    await heat.getByRole('button', { name: 'Điểm tự chấm' }).click();
    await heat.getByRole('row', { name: /^Tỉnh Minh họa 03 –/ }).waitFor();
    await page.getByText(/^Lĩnh vực có điểm thấp nhất: .+, \d+,\d\d% điểm tối đa của các nội dung đã chấm\.$/).waitFor();
    const lost = page.getByRole('region', { name: 'Tiêu chí bị trừ nhiều điểm' });
    await lost.getByRole('button', { name: /^\d/ }).first().click();
    await lost.getByRole('img', { name: /^Phân bố điểm của/ }).waitFor();
    await lost.getByText('Xem dạng bảng').click();
    await lost.getByRole('columnheader', { name: 'Số cơ quan', exact: true }).waitFor();
    await page.getByRole('img', { name: /^Tiến độ theo thời gian/ }).waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    const waits = page.getByRole('region', { name: 'Khâu đang xử lý' });
    await waits.getByText('Công chức đầu mối: chưa nhập nội dung nào').click();
    await waits.getByRole('link', { name: 'Tỉnh Minh họa 03' }).waitFor();
    // What is printed says what its points are, and when they stood so.
    await page.getByText(/^Tạm tính, theo điểm tự chấm; số liệu lúc \d\d:\d\d \d\d\/\d\d\/2023\.$/).waitFor();
    await page.getByRole('link', { name: /^Chờ chốt số liệu\s*1/ }).waitFor();
    await page.getByRole('link', { name: /^Chưa bắt đầu\s*1/ }).waitFor();
    await page.getByRole('link', { name: /^Đang tự chấm\s*1/ }).click();
    await page.waitForURL('**/tien-do?state=open');
    expect(dung.pageErrors).toEqual([]);
    await dung.context.close();
  });

  it('[F71] the ranking is sorted, searched and ranked by a domain; bodies see it once its owner lets them', async () => {
    const an = await workspace.signIn('an');
    await an.open(ROUND);
    const own = an.page.getByRole('region', { name: 'Tỉnh Minh họa 01' });
    await own.getByText('Nội dung chưa đạt điểm tối đa').or(own.getByText('đều đạt điểm tối đa')).first().waitFor();
    await an.open(`${ROUND}/xep-hang`);
    await an.page.getByText('Cơ quan chủ trì chưa mở xếp hạng cho các cơ quan tham gia.').waitFor();

    const dung = await workspace.signIn('dung');
    const page = await dung.open(ROUND);
    await page.getByRole('link', { name: 'Xếp hạng', exact: true }).click();
    await page.getByText('Tạm tính, theo điểm tự chấm').waitFor();
    const names = () => page.locator('tbody th').allInnerTexts();
    await expect.poll(names).toEqual(['Tỉnh Minh họa 02', 'Tỉnh Minh họa 01', 'Tỉnh Minh họa 03']);
    await page.getByRole('button', { name: 'Chỉ cơ quan đã chốt số liệu' }).click();
    await page.getByText('Không có cơ quan nào khớp với lựa chọn.').waitFor();
    await page.getByRole('button', { name: 'Tất cả cơ quan' }).click();
    await expect.poll(names).toEqual(['Tỉnh Minh họa 02', 'Tỉnh Minh họa 01', 'Tỉnh Minh họa 03']);
    await page.getByRole('button', { name: 'Cơ quan', exact: true }).click();
    await expect.poll(names).toEqual(['Tỉnh Minh họa 01', 'Tỉnh Minh họa 02', 'Tỉnh Minh họa 03']);
    // On a phone it fits the screen, and is sorted without heads.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('Sắp xếp', { exact: true }).selectOption('index');
    await expect.poll(names).toEqual(['Tỉnh Minh họa 02', 'Tỉnh Minh họa 01', 'Tỉnh Minh họa 03']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Tìm cơ quan').fill('hoa 02');
    await expect.poll(names).toEqual(['Tỉnh Minh họa 02']);
    await page.getByLabel('Xếp theo').selectOption('1');
    expect(new URL(page.url()).searchParams.get('domain')).toBe('1');
    expect(await faultsInStory(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng tính (XLSX)' }).click()]);
    expect(download.suggestedFilename()).toBe('xep-hang-tam-tinh-minh-hoa-2022.xlsx');

    await dung.open(`${ROUND}?part=general`);
    await page.getByRole('button', { name: 'Sửa thông tin chung' }).click();
    await page.getByRole('combobox', { name: 'Phạm vi xem xếp hạng tạm tính' }).click();
    await page.getByRole('option', { name: /thứ hạng của mình/ }).click();
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByText('Đã lưu thông tin chung.').waitFor();

    // A body reads its place once its own report is sent: until then it could find out the points of others by trying.
    await an.open(`${ROUND}/xep-hang`);
    await an.page.getByText('Tạm tính, theo điểm tự chấm').first().waitFor();
    await expect.poll(() => an.page.getByText(/Hạng \d/).count()).toBe(0);
    const { server, world } = workspace;
    const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
    const { seq } = (await ask(server, world.people.an, 'GET', sheet)).body;
    await ask(server, world.people.an, 'POST', `${sheet}/entries`, { entries: allAnswers(world.scheme, seq) });
    const base = (await ask(server, world.people.an, 'GET', sheet)).body.seq;
    expect((await ask(server, world.people.binh, 'POST', `${sheet}/freeze`, { id: randomUUID(), base })).status).toBe(201);
    await an.load(`${ROUND}/xep-hang`);
    await an.page.getByText('đã chốt số liệu và hết hạn tự chấm').waitFor();
    await expect.poll(() => an.page.getByText(/Hạng \d/).count()).toBe(0);
    await server.owner.query(`UPDATE participant SET state = 'sent' WHERE round_id = $1 AND body_id = 'tinh-minh-hoa-01'`, [world.round]);
    await an.load(`${ROUND}/xep-hang`);
    await an.page.getByText(/Hạng \d\/2/).waitFor();
    await expect.poll(() => an.page.locator('tbody th').allInnerTexts()).toEqual(['Tỉnh Minh họa 01']);
    await an.open(ROUND);
    await own.getByRole('link', { name: /Hạng \d\/2/ }).waitFor();
    expect([...an.pageErrors, ...dung.pageErrors]).toEqual([]);
    await Promise.all([an.context.close(), dung.context.close()]);
  });
});
