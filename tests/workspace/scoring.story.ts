import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf, fieldOf, letRest, openTestWorkspace, SHEET, saved, type TestWorkspace, typeAndHold } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

/** The figures of item 2.4.1, and what they are called. */
const ON_TIME = 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ';
const PLANNED = 'Số văn bản quy phạm pháp luật trong chương trình';

describe('An and Bình score the sheet of Tỉnh Minh họa 01', () => {
  it('[F21] points follow what is typed before the server has answered, and are the same after', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open(`${SHEET}?item=2.4.1`);
    let answer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/entries', async (route) => {
      await mayAnswer;
      await route.continue();
    });
    await fieldOf(page, ON_TIME).fill('179');
    await fieldOf(page, PLANNED).fill('220');
    await page.keyboard.press('Tab');
    await page.getByText('0,41/0,5 điểm', { exact: true }).waitFor();
    await expect.poll(() => page.getByText('tạm tính, đang chờ ghi').count()).toBe(1);
    answer();
    await saved(page);
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByText('0,41/0,5 điểm', { exact: true }).waitFor();
    await expect.poll(() => page.getByText('tạm tính').count()).toBe(0);
    // The tree has criteria with points of theirs, and items over their maximum, as the list has.
    const tree = page.getByRole('navigation', { name: 'Danh mục tiêu chí' });
    await tree.getByText(/^2\.4 /).waitFor();
    await tree.getByRole('button', { name: /2\.4\.1 .*0,41\/0,5$/ }).waitFor();
    expect(an.pageErrors).toEqual([]);
  });

  it('a number is read in either notation, asked about where it has two readings, and what is no number stays on the device', async () => {
    const an = await workspace.signIn('an');
    let page = await an.open(`${SHEET}?item=6.1.1`);
    const amount = page.locator('fieldset input').first();
    await amount.fill('87,13');
    await page.keyboard.press('Tab');
    await saved(page);
    await amount.fill('1.234');
    await page.keyboard.press('Tab');
    await page.getByText('Ông/Bà muốn ghi số nào?').waitFor();
    await page.getByRole('button', { name: '1.234 (dấu chấm ngăn cách hàng nghìn)' }).click();
    await saved(page);
    await amount.fill('12a');
    await page.keyboard.press('Tab');
    await page.getByText('Chỉ nhập chữ số').waitFor();
    page = await an.load(`${SHEET}?item=6.1.1`);
    await expect.poll(() => page.locator('fieldset input').first().inputValue()).toBe('12a');
    expect((await entriesOf(workspace, 'publicInvestmentDisbursed')).map(({ changes }) => changes['value'])).toEqual(['87.13', '1234']);
    await an.context.close();
  });

  it('[F44] two people change one field: both versions stand side by side and one is chosen; other fields merge', async () => {
    const [an, binh] = [await workspace.signIn('an'), await workspace.browserOf('binh')];
    await an.page.clock.install();
    const [mine, theirs] = [await an.open(`${SHEET}?item=1.1`), await binh.open(`${SHEET}?item=1.1`)];
    const [done, planned] = ['đã hoàn thành', 'đề ra trong kế hoạch'];
    await typeAndHold(mine, done, '23');
    await fieldOf(theirs, done).fill('20');
    await fieldOf(theirs, planned).fill('25');
    await theirs.keyboard.press('Tab');
    await saved(theirs);
    await letRest(mine);
    await mine.getByText('Đề nghị đối chiếu hai nội dung').waitFor();
    await expect.poll(() => mine.getByText('1 ô cần chọn giữa hai nội dung').count()).toBe(1);
    await mine.getByRole('button', { name: 'Ghi nội dung của tôi' }).click();
    await saved(mine);
    await expect.poll(() => fieldOf(mine, done).inputValue()).toBe('23');
    await expect.poll(() => fieldOf(mine, planned).inputValue()).toBe('25');
    await binh.open(`${SHEET}?item=1.1`);
    await expect.poll(() => fieldOf(theirs, done).inputValue()).toBe('23');
    // The other way round: what is there stays.
    await typeAndHold(mine, planned, '27');
    await fieldOf(theirs, planned).fill('26');
    await theirs.keyboard.press('Tab');
    await saved(theirs);
    await letRest(mine);
    await mine.getByRole('button', { name: 'Giữ nội dung đang có' }).click();
    await saved(mine);
    await mine.waitForFunction(() => [...document.querySelectorAll('fieldset input')].some((input) => (input as HTMLInputElement).value === '26'));
    const figure = (part: string) =>
      workspace.world.scheme.figures.find(({ title }) => title?.vi.startsWith('Số nhiệm vụ') && title.vi.includes(part))?.id as string;
    expect((await entriesOf(workspace, figure(done))).map(({ changes }) => changes['value'])).toEqual(['20', '23']);
    expect((await entriesOf(workspace, figure(planned))).map(({ changes }) => changes['value'])).toEqual(['25', '26']);
    expect([...an.pageErrors, ...binh.pageErrors]).toEqual([]);
    await an.context.close();
  });

  it('[F44] what a colleague writes while a field is being typed in is asked about, though the sheet was read anew meanwhile', async () => {
    const [an, binh] = [await workspace.browserOf('an'), await workspace.browserOf('binh')];
    const [mine, theirs] = [await an.open(`${SHEET}?item=1.1`), await binh.open(`${SHEET}?item=1.1`)];
    const done = 'đã hoàn thành';
    await fieldOf(mine, done).fill('24');
    const written = saved(theirs);
    await fieldOf(theirs, done).fill('19');
    await theirs.keyboard.press('Tab');
    let isRead = false;
    void mine
      .waitForResponse(async (answer) => answer.url().endsWith('/sheets/tinh-minh-hoa-01') && (await answer.text()).includes('"19"'))
      .then(() => {
        isRead = true;
      });
    while (!isRead) {
      await fieldOf(mine, done).pressSequentially('5');
      await mine.keyboard.press('Backspace');
      await mine.waitForTimeout(200);
    }
    await written;
    await mine.waitForTimeout(500);
    await mine.keyboard.press('Tab');
    await mine.getByText('Đề nghị đối chiếu hai nội dung').waitFor();
    await mine.getByRole('button', { name: 'Ghi nội dung của tôi' }).click();
    await saved(mine);
  });

  it('[F35] the step closes while An types: what comes after is a late draft that says so, and goes out by an extension', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open(`${SHEET}?item=1.5`);
    workspace.server.clock.set('2023-02-01T03:00:00Z');
    await page.locator('fieldset input').first().fill('4');
    await page.keyboard.press('Tab');
    await page.getByText('nội dung này chưa vào bảng chấm điểm, được giữ trên thiết bị này').waitFor();
    await page.getByText('1 nội dung nhập sau hạn, chưa vào bảng chấm điểm').waitFor();
    await page.reload();
    await page.getByText('Nội dung của Ông/Bà: 4').waitFor();
    await page.getByText('Đã hết hạn nhận số liệu (hết ngày 31/01/2023)').waitFor();
    workspace.server.clock.set('2023-01-20T03:00:00Z');
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await saved(page);
    await expect.poll(() => page.locator('fieldset input').first().inputValue()).toBe('4');
  });

  it('a reading that began before a save and is answered after it does not take the save off the screen', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open(`${SHEET}?item=1.1`);
    const justification = page.getByLabel('Giải trình');
    await justification.waitFor();
    // What was read ten seconds ago is read anew when one comes back to the window.
    await page.waitForTimeout(10_500);
    let answer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      void page.route(/sheets\/tinh-minh-hoa-01$/, async (route) => {
        const old = await route.fetch();
        resolve();
        await mayAnswer;
        // Whoever asked may not want it any more.
        await route.fulfill({ response: old }).catch(() => undefined);
      });
    });
    // As the browser tells it: up to the window.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await begun;
    await justification.fill('Ghi trong khi đang đọc lại (minh họa)');
    await justification.blur();
    await saved(page);
    answer();
    await page.unrouteAll({ behavior: 'wait' });
    await page.waitForLoadState('networkidle');
    await expect.poll(() => justification.inputValue()).toBe('Ghi trong khi đang đọc lại (minh họa)');
    expect(an.pageErrors).toEqual([]);
  });

  it('a level is chosen, an undo is another entry, and nothing arises with a reason', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open(`${SHEET}?item=1.6`);
    await page.getByLabel('100% nhiệm vụ hoàn thành đúng tiến độ').check();
    await page.getByText('1,50/1,5 điểm', { exact: true }).waitFor();
    await saved(page);
    await page.keyboard.press('Alt+z');
    await page.getByText('Chưa chấm', { exact: true }).filter({ visible: true }).first().waitFor();
    await saved(page);
    const level = await entriesOf(workspace, '1.6');
    expect(level.map(({ changes }) => changes['answer.level'] === null)).toEqual([false, true]);
    await page.keyboard.press('Alt+n');
    await an.open(`${SHEET}?item=2.4.1`);
    await page.getByRole('checkbox', { name: 'Không phát sinh' }).check();
    await page.getByLabel('Lý do không phát sinh').fill('Năm nay không có văn bản nào trong chương trình (minh họa)');
    await page.keyboard.press('Tab');
    await saved(page);
    // It is asked for, with its ground and its document, and changes no points: both readings stand side by side.
    await page.getByText('Đề nghị không đánh giá (không phát sinh), chờ thẩm định', { exact: true }).filter({ visible: true }).first().waitFor();
    await page.getByText('Được đề nghị khi: Chương trình, danh mục của năm không có văn bản quy phạm pháp luật phải ban hành. Căn cứ: Chưa rõ').waitFor();
    await page.getByText('Dẫn ít nhất một tài liệu kiểm chứng cho tiêu chí này').waitFor();
    await page.getByText('–/0,5 điểm', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Xem điểm theo nguồn' }).click();
    await page.getByText('Nếu đề nghị không phát sinh được xác nhận').waitFor();
    await page.getByRole('checkbox', { name: 'Không phát sinh' }).uncheck();
    await saved(page);
    expect((await entriesOf(workspace, '2.4.1')).map(({ changes }) => changes['state'])).toEqual(['notApplicable', null]);
    // What is there every year cannot be asked for.
    await an.open(`${SHEET}?item=3.4.1`);
    await page.getByRole('heading', { level: 2, name: '3.4.1.', exact: false }).waitFor();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Không phát sinh' }).count()).toBe(0);
    expect(an.pageErrors).toEqual([]);
  });
});
