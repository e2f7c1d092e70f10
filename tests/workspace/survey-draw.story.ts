import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMUNE_ROWS } from '@parindex/core/survey/frame/testing/small-frame';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parindex } from '../../cli/tests/testing/commands.ts';
import { DESIGN, frameCsv } from '../../server/src/capabilities/survey/testing/drawn-sample.ts';
import { addQuestionnaires, addSurvey, addSurveyStep } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { faultsByAxe } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const PHONE = { width: 390, height: 844 };
const SEED = 'Quay số công khai 20/01/2023: 40718';

let workspace: TestWorkspace;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-survey-draw-'));
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
  await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await workspace?.close();
});

/** The folder in which pictures of the pages are left for whoever looks at them. */
const picture = async (page: Page, name: string): Promise<void> => {
  const place = process.env['PARINDEX_PICTURES'];
  if (place !== undefined) await page.screenshot({ path: path.join(place, `${name}.png`), fullPage: true });
};

const choose = (page: Page, label: string, name: string, content: string | Buffer) =>
  page
    .locator('form')
    .filter({ hasText: label })
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

const downloaded = async (page: Page, link: string, name: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  const file = path.join(folder, name);
  writeFileSync(file, await readFile(await download.path()));
  return file;
};

it('[F55] the owner brings design and frame, declares the public act, draws by its seed, and the files verify to the letter', async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  await page.getByRole('link', { name: 'Chọn mẫu điều tra' }).first().click();
  await page.getByText('Nạp thiết kế mẫu trước').waitFor();

  await choose(page, 'Tệp thiết kế mẫu', 'thiet-ke.yaml', DESIGN.replace('method: pps', 'method: lot'));
  await page.getByRole('button', { name: 'Nạp thiết kế mẫu' }).click();
  await page.getByText('Dòng 8').waitFor();
  await choose(page, 'Tệp thiết kế mẫu', 'thiet-ke.yaml', DESIGN);
  await page.getByRole('button', { name: 'Nạp thiết kế mẫu' }).click();
  await page.getByText('Dàn mẫu được chia tầng theo “Khu vực” (đô thị, nông thôn).').waitFor();

  const [first = [], ...rest] = COMMUNE_ROWS;
  await choose(page, 'Tệp dàn mẫu', 'dan-mau.csv', frameCsv([[...first.slice(0, 2), '=A1', ...first.slice(3)], ...rest, first]));
  await page.getByRole('button', { name: 'Nạp dàn mẫu' }).click();
  await page.getByText('2 lỗi phải sửa trong tệp; chưa có gì được lưu.').waitFor();
  await page.getByText('Dòng 3, cột “Số hộ”').waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'faults');
  await choose(page, 'Tệp dàn mẫu', 'dan-mau.csv', frameCsv());
  await page.getByRole('button', { name: 'Nạp dàn mẫu' }).click();
  await page.getByRole('rowheader', { name: 'nông thôn' }).waitFor();

  await page.getByLabel('Việc rút thăm: rút gì, ai thực hiện').fill('Quay số năm chữ số trước Mặt trận Tổ quốc (minh họa)');
  await page.getByLabel('Địa điểm').fill('Hội trường Bộ Minh họa');
  await page.getByLabel('Thời điểm').fill('09:00 20/01/2023');
  await page.keyboard.press('Tab');
  await picture(page, 'before');
  await page.getByRole('button', { name: 'Công bố việc rút thăm' }).click();
  await page.getByText('Đã công bố, chờ rút thăm công khai').waitFor();
  expect(await page.getByLabel('Số khởi tạo ngẫu nhiên').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Nạp dàn mẫu' }).count()).toBe(0);
  await picture(page, 'declared');

  workspace.server.clock.set('2023-01-20T03:00:00Z');
  await open(`${PAGE}/chon-mau`);
  await page.getByLabel('Số khởi tạo ngẫu nhiên').fill(SEED);
  await page.getByLabel('Thành phần chứng kiến').fill('Đại diện Bộ Minh họa, Mặt trận Tổ quốc (minh họa)');
  await page.getByLabel('Số biên bản').fill('02/BB-BMH');
  await page.getByLabel('Ngày biên bản').fill('20/01/2023');
  await page.keyboard.press('Tab');
  await picture(page, 'seed');
  await page.getByRole('button', { name: 'Chọn mẫu', exact: true }).click();
  await page.getByText('Đã chọn mẫu').waitFor();
  await page.getByText('Số 02/BB-BMH ngày 20/01/2023').waitFor();

  const [frame, record, design] = [
    await downloaded(page, 'Dàn mẫu (CSV)', 'frame.csv'),
    await downloaded(page, 'Biên bản chọn mẫu (JSON)', 'record.json'),
    await downloaded(page, 'Thiết kế mẫu (YAML)', 'design.yaml'),
  ];
  await page.getByText('parindex survey draw dan-mau-minh-hoa-2022-1.csv --verify bien-ban-chon-mau-minh-hoa-2022-1.json').waitFor();
  expect(await parindex(['survey', 'draw', frame, '--verify', record])).toEqual({
    exit: 0,
    out: 'Đúng: tính lại từ dàn mẫu được đúng biên bản này.\n',
    err: '',
  });
  expect((await parindex(['survey', 'draw', frame, design, '--seed', SEED])).out).toBe(await readFile(record, 'utf8'));

  await page.getByRole('button', { name: 'Xem mẫu' }).click();
  await page.getByRole('group', { name: 'Các đơn vị đã chọn' }).getByText('Dự phòng').first().waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'drawn');
  await page.setViewportSize(PHONE);
  await picture(page, 'drawn-phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  expect(pageErrors).toEqual([]);
});

it('[F55] what was withdrawn stays to be seen with its reason; a body sees the declaration, and neither frame nor sample', async () => {
  // Another than who entered the seed.
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  const { token } = await addPerson(workspace.server, 'chu-tri-hai', 'Phan Văn Trì', 'owner', 'bo-minh-hoa');
  await page.context().addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  await open(`${PAGE}/chon-mau`);
  await page.getByText('Hủy lần chọn mẫu này').click();
  await page.getByLabel('Lý do hủy').fill('Dàn mẫu thiếu một xã mới thành lập (minh họa)');
  await page.getByRole('button', { name: 'Hủy lần chọn mẫu', exact: true }).click();
  await page.getByText(/^Đã hủy: Phan Văn Trì, .*Lý do: Dàn mẫu thiếu một xã mới thành lập \(minh họa\)$/).waitFor();
  // The next is prepared beside it.
  await page.getByRole('button', { name: 'Công bố việc rút thăm' }).waitFor();
  const unit = await workspace.browserOf('an', PHONE);
  await unit.open(`${PAGE}/chon-mau`);
  await unit.page.getByText(SEED).waitFor();
  await unit.page.getByText(/^Đã hủy: /).waitFor();
  for (const name of ['Dàn mẫu (CSV)', 'Biên bản chọn mẫu (JSON)']) expect(await unit.page.getByRole('link', { name }).count()).toBe(0);
  expect(await unit.page.getByRole('button', { name: 'Xem mẫu' }).count()).toBe(0);
  expect(await faultsByAxe(unit.page)).toEqual([]);
  await picture(unit.page, 'body-phone');
  expect([...pageErrors, ...unit.pageErrors]).toEqual([]);
});
