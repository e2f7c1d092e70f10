import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { answerAll } from '../../server/src/testing/answer-all.ts';
import { ask } from '../../server/src/testing/world.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, type PersonBrowser, picture, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

const BODY = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const DONE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';
const PLANNED = 'Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính năm';
/** So long the browser's own store may take to have what was typed. */
const STORE = 100;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const valuesOf = async (figure: string) => (await entriesOf(workspace, figureCalled(workspace, figure))).map(({ changes }) => changes['value']);
const bar = (page: Page) => page.locator('[data-save-state]');

/** Another window of the same browser. */
async function openBeside(browser: PersonBrowser, path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(workspace.address + path);
  await page.locator('h1').waitFor();
  return page;
}

/** After so long by its own clock a page looks again for what others have done. */
const LOOKS_AGAIN = 21_000;

/** Lets the page's own clock go on until it shows something: what looks again may have come to the page after the clock went on. */
const laterShows = (page: Page, shown: Locator) =>
  expect
    .poll(
      async () => {
        await page.clock.runFor(LOOKS_AGAIN);
        return shown.count();
      },
      { interval: 500 },
    )
    .toBeGreaterThan(0);

describe('what is typed and left', () => {
  it('[F44] by closing its window within two seconds goes out from any page that is opened next, or is open beside', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(`${SHEET}?item=1.1`);
    await fieldOf(page, DONE).fill('21');
    await page.waitForTimeout(STORE);
    await page.close();
    expect(await valuesOf(DONE)).toEqual([]);
    const elsewhere = await openBeside(an, '/lam-viec/ngay-nghi');
    await expect.poll(() => valuesOf(DONE)).toEqual(['21']);

    // A window that stays open beside takes over at once; in the one that is typed in, nothing is taken away.
    const typing = await openBeside(an, `${SHEET}?item=1.1`);
    await fieldOf(typing, PLANNED).fill('2');
    await elsewhere.reload();
    await elsewhere.locator('h1').waitFor();
    await expect.poll(() => fieldOf(typing, PLANNED).inputValue()).toBe('2');
    await fieldOf(typing, PLANNED).fill('25');
    await typing.waitForTimeout(STORE);
    await typing.close();
    await expect.poll(async () => (await valuesOf(PLANNED)).at(-1)).toBe('25');
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F44] and is no number is asked about: the bar and every other page say so and lead there, the field says so, freezing waits', async () => {
    const binh = await workspace.signIn('binh');
    let page = await binh.open(`${SHEET}?item=1.1`);
    await fieldOf(page, PLANNED).fill('12a');
    await page.waitForTimeout(STORE);
    await page.close();

    page = await openBeside(binh, '/lam-viec/ngay-nghi');
    await page.getByText('Còn 1 ô chưa ghi').waitFor();
    await page.getByRole('link', { name: 'Mở bảng chấm điểm' }).click();
    await page.getByText('Còn 1 ô chưa ghi').waitFor();
    await expect.poll(() => page.getByText('Đã ghi tất cả').count()).toBe(0);
    await expect.poll(() => bar(page).getAttribute('data-save-state')).toBe('waiting');

    await page.getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Còn 1 ô chưa ghi').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Chốt số liệu', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Đến ô đó' }).click();
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('12a');
    await page.getByText('Chỉ nhập chữ số').waitFor();
    await page.getByText('Chưa ghi: nội dung này chỉ có trên thiết bị này.').waitFor();
    await picture(page, 'con-o-chua-luu');

    // Given up, nothing is left to ask about.
    await page.getByRole('button', { name: 'Bỏ nội dung này' }).click();
    await page.getByText('Đã ghi tất cả').waitFor();
    await expect.poll(() => fieldOf(page, PLANNED).inputValue()).toBe('25');
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });

  it('[F21] gives points at once, while the bar says that somebody types', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(`${SHEET}?item=2.4.1`);
    let sent = 0;
    page.on('request', (request) => {
      sent += request.url().endsWith('/entries') ? 1 : 0;
    });
    await page.clock.install();
    await fieldOf(page, 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ').fill('179');
    await fieldOf(page, 'Số văn bản quy phạm pháp luật trong chương trình').fill('220');
    await page.getByText('Đang nhập …').waitFor();
    await page.getByText('0,41/0,5 điểm', { exact: true }).waitFor();
    expect(await entriesOf(workspace, figureCalled(workspace, 'Số văn bản quy phạm pháp luật trong chương trình'))).toEqual([]);
    await page.clock.runFor(2_500);
    await saved(page);
    expect(sent).toBeGreaterThan(0);
    await page.getByText('0,41/0,5 điểm', { exact: true }).waitFor();
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});

describe('a page that another act has changed', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await openTestWorkspace();
    await answerAll(workspace.server, workspace.world.people.an, BODY, workspace.world.scheme);
  }, 120_000);
  afterAll(() => workspace?.close());

  it('[F33] a part that is taken back closes before its department without a reload, and says so', async () => {
    const { an } = workspace.world.people;
    const [first, second] = [randomUUID(), randomUUID()];
    const targets = [
      { id: first, item: '1.5' },
      { id: second, item: '1.6' },
    ];
    expect((await ask(workspace.server, an, 'POST', `${BODY}/assignments`, { to: 'so-minh-hoa-a', targets })).status).toBe(204);
    const take = async (id: string) => expect((await ask(workspace.server, an, 'POST', `${BODY}/assignments/withdrawal`, { ids: [id] })).status).toBe(204);
    const { token } = await addPerson(workspace.server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
    const hoa = await workspace.signIn(undefined);
    await hoa.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
    const page = hoa.page;
    await page.clock.install();
    await hoa.open(`${SHEET}?item=1.5`);
    const input = page.locator('fieldset input').first();
    await input.waitFor();
    await expect.poll(() => input.isEditable()).toBe(true);
    await take(first);
    await laterShows(page, page.getByText('khi Ông/Bà đang mở bảng chấm điểm: tiêu chí 1.5.'));
    await expect.poll(() => input.isEditable()).toBe(false);
    await take(second);
    // Nothing of it is theirs any more, and nothing is left that could be written in.
    await laterShows(page, page.getByRole('alert'));
    await expect.poll(() => page.locator('fieldset input').count()).toBe(0);
    await hoa.context.close();
  });

  it('[F34] a sheet that is frozen elsewhere takes nothing more: told without a reload, or at the first refusal; sending waits for what is kept here', async () => {
    const { binh } = workspace.world.people;
    const [looking, typing] = [await workspace.signIn('an'), await workspace.signIn('binh')];
    await looking.page.clock.install();
    await looking.open(`${SHEET}?item=1.1`);
    await typing.open(`${SHEET}?item=1.1`);
    await fieldOf(typing.page, DONE).waitFor();
    await expect.poll(() => fieldOf(looking.page, DONE).isEditable()).toBe(true);
    const { seq } = (await ask(workspace.server, binh, 'GET', BODY)).body;
    expect((await ask(workspace.server, binh, 'POST', `${BODY}/freeze`, { id: randomUUID(), base: seq })).status).toBe(201);

    // At once: before its page looks again by itself.
    await fieldOf(typing.page, DONE).fill('2');
    await typing.page.keyboard.press('Tab');
    await typing.page.getByText('Nội dung của Ông/Bà: 2').waitFor();
    await typing.page.getByText('Bảng chấm điểm đã được lãnh đạo phê duyệt chốt số liệu').waitFor();
    await expect.poll(() => fieldOf(typing.page, DONE).isEditable()).toBe(false);

    await laterShows(looking.page, looking.page.getByText('Bảng chấm điểm đã được lãnh đạo phê duyệt chốt số liệu'));
    await expect.poll(() => fieldOf(looking.page, DONE).isEditable()).toBe(false);
    // It looks as it is: only read, and nothing says of it whether all is saved.
    expect(await fieldOf(looking.page, DONE).evaluate((input) => input.closest('[data-variant]')?.getAttribute('data-variant'))).toBe('filled');
    await looking.page.getByRole('link', { name: 'Danh sách' }).click();
    await fieldOf(looking.page, DONE).waitFor();
    await expect.poll(() => looking.page.locator('[data-save-state]').count()).toBe(0);
    await expect.poll(() => looking.page.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0);

    await typing.open(`${SHEET}?view=send`);
    await typing.page.getByText('Trên thiết bị này còn nội dung chưa vào bảng chấm điểm').waitFor();
    await expect.poll(() => typing.page.getByRole('button', { name: 'Chọn báo cáo đã ký' }).count()).toBe(0);
    await typing.page.getByRole('button', { name: 'Đến ô đó' }).last().click();
    await typing.page.getByRole('button', { name: 'Bỏ nội dung này' }).click();
    await typing.open(`${SHEET}?view=send`);
    await typing.page.getByRole('button', { name: 'Chọn báo cáo đã ký' }).waitFor();
    await Promise.all([looking, typing].map(({ context }) => context.close()));
  });
});
