import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOwner } from '../../server/src/testing/close-round.ts';
import { ask, change } from '../../server/src/testing/world.ts';
import { itInSoak } from '../it-in-soak.ts';
import { Keyboard } from './keyboard.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const PASSWORD = 'chim khôn kêu tiếng rảnh rang';
const DONE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';
const PLANNED = 'Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính năm';
const ENTRIES = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/entries';

const valuesOf = async (title: string) => (await entriesOf(workspace, figureCalled(workspace, title))).map(({ changes }) => changes['value']);

describe('without a mouse', () => {
  let link = '';

  it('[F99] the administrator invites somebody and comes back to where she was', async () => {
    const lan = await workspace.signIn('lan');
    const page = await lan.open('/lam-viec/nguoi-dung');
    const keys = new Keyboard(page);
    await keys.press(page.getByRole('button', { name: 'Mời người dùng' }));
    const form = page.getByRole('region', { name: 'Mời người dùng' });
    await keys.type(form.getByLabel('Họ và tên'), 'Hồ Văn Phúc');
    await keys.type(form.getByLabel('Thư điện tử công vụ'), 'phuc@minh-hoa.example');
    const role = form.getByRole('combobox', { name: 'Vai trò' });
    await keys.reach(role);
    while ((await role.inputValue()) !== 'clerk') await page.keyboard.press('ArrowDown');
    await keys.type(form.getByRole('combobox', { name: 'Cơ quan' }), 'minh hoa 01');
    await page.getByRole('option', { name: 'Tỉnh Minh họa 01' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await keys.reach(form.getByLabel('Từ ngày'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('01/01/2023');
    await keys.press(form.getByRole('button', { name: 'Tạo tài khoản và liên kết' }));
    await page.getByText('Đã tạo tài khoản cho Hồ Văn Phúc').waitFor();
    link = await page.getByLabel('Liên kết đặt mật khẩu').inputValue();
    await keys.press(form.getByRole('button', { name: 'Đóng' }));
    expect(lan.pageErrors).toEqual([]);
    await lan.context.close();
  });

  it('[F99] Phúc sets his password, signs in, and scores: figures, nothing arisen, undo, two versions, a table', async () => {
    const phuc = await workspace.signIn(undefined);
    const { page } = phuc;
    const keys = new Keyboard(page);
    await page.goto(link);
    await keys.type(page.getByRole('textbox', { name: 'Mật khẩu mới' }).first(), PASSWORD);
    await keys.type(page.getByRole('textbox', { name: 'Nhập lại mật khẩu mới' }), PASSWORD);
    await page.keyboard.press('Enter');
    await keys.press(page.getByRole('link', { name: 'Đến trang đăng nhập' }));
    await keys.type(page.getByRole('textbox', { name: 'Thư điện tử công vụ' }), 'phuc@minh-hoa.example');
    await keys.type(page.getByRole('textbox', { name: 'Mật khẩu' }), PASSWORD);
    await page.keyboard.press('Enter');

    await keys.press(page.getByRole('link', { name: 'Mở bảng chấm điểm' }));
    await page.getByRole('heading', { level: 1, name: 'Bảng chấm điểm của Tỉnh Minh họa 01' }).waitFor();
    const outline = page.getByRole('navigation', { name: 'Danh mục tiêu chí' });
    const item = (title: string) => outline.getByRole('button', { name: title });
    await keys.press(outline.getByRole('button', { name: /^1\. Công tác chỉ đạo/ }));
    await keys.press(item('1.1 Thực hiện kế hoạch'));
    await keys.type(fieldOf(page, DONE), '20');
    await keys.type(fieldOf(page, PLANNED), '25');
    await page.keyboard.press('Tab');
    await saved(page);

    // A level by arrows, taken away again, and the last act undone.
    await keys.press(item('1.6 Thực hiện các nhiệm vụ'), 'Enter', 'Shift+Tab');
    await keys.press(page.getByRole('radio').first(), 'Space');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true);
    await keys.press(page.getByRole('button', { name: 'Bỏ nội dung đã chọn' }));
    await page.getByRole('button', { name: 'Bỏ nội dung đã chọn' }).waitFor({ state: 'hidden' });
    await keys.isSomewhere();
    await keys.press(page.getByRole('button', { name: 'Hoàn tác' }), 'Enter', 'Shift+Tab');
    await page.getByRole('button', { name: 'Bỏ nội dung đã chọn' }).waitFor();
    await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true);

    // From item to item, to the first and no further.
    const previous = page.getByRole('button', { name: 'Tiêu chí trước' });
    for (const _ of workspace.world.scheme.domains) await keys.press(previous);
    await page.getByRole('heading', { level: 2, name: /^1\.1\. / }).waitFor();
    await keys.isSomewhere();

    await keys.type(page.getByLabel('Tìm trong danh mục'), '2.4.1', 'Shift+Tab');
    await keys.press(item('2.4.1 Ban hành'));
    await keys.press(page.getByRole('checkbox', { name: 'Không phát sinh' }), 'Space');
    await keys.type(page.getByLabel('Lý do không phát sinh'), 'Năm nay không có văn bản nào (minh họa)');
    await page.keyboard.press('Tab');
    await saved(page);
    expect((await entriesOf(workspace, '2.4.1')).map(({ changes }) => changes['state'])).toEqual(['notApplicable']);

    await keys.reach(page.getByLabel('Tìm trong danh mục'), 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1.1');
    await keys.press(item('1.1 Thực hiện kế hoạch'));
    // What others write is looked for every few seconds, and would be seen before he types: here it comes too late for that.
    await page.route('**/sheets/tinh-minh-hoa-01/mark', (route) => route.abort('internetdisconnected'));
    const [{ seq } = { seq: 0 }] = await entriesOf(workspace, figureCalled(workspace, DONE));
    const theirs = await ask(workspace.server, workspace.world.people.binh, 'POST', ENTRIES, {
      entries: [change({ figure: figureCalled(workspace, DONE) }, seq, { value: '21' })],
    });
    expect(theirs.status).toBe(201);
    await keys.reach(fieldOf(page, DONE));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('22');
    await page.keyboard.press('Tab');
    await page.getByText('Đề nghị đối chiếu hai nội dung').waitFor();
    await page.unroute('**/sheets/tinh-minh-hoa-01/mark');
    await keys.press(page.getByRole('button', { name: 'Ghi nội dung của tôi' }), 'Enter', 'Shift+Tab');
    await page.getByText('Đề nghị đối chiếu hai nội dung').waitFor({ state: 'hidden' });
    await keys.isSomewhere();
    await saved(page);
    expect(await valuesOf(DONE)).toEqual(['20', '21', '22']);

    await keys.press(page.getByRole('link', { name: 'Danh sách' }), 'Enter', 'Shift+Tab');
    await keys.press(page.getByRole('button', { name: 'Dán từ bảng tính' }));
    await page.getByRole('dialog').waitFor();
    await keys.reach(page.getByLabel('Dán vào đây'));
    await page.keyboard.insertText(`1.1\t${PLANNED} của tỉnh\t26`);
    await keys.press(page.getByRole('button', { name: 'Ghi 1 thay đổi' }));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await keys.isSomewhere();
    await saved(page);
    expect(await valuesOf(PLANNED)).toEqual(['25', '26']);
    expect(phuc.pageErrors).toEqual([]);
    await phuc.context.close();
  });

  itInSoak('[F99] Dũng asks to close a round, thinks better of it, asks again; Oanh decides', async () => {
    const oanh = await addOwner(workspace.server, 'oanh', 'Mai Thị Oanh');
    const dung = await workspace.signIn('dung');
    const page = await dung.open('/lam-viec/ky-danh-gia/minh-hoa-2022?part=general');
    const keys = new Keyboard(page);
    const askToClose = async () => {
      await keys.press(page.getByRole('checkbox', { name: /^Tôi đã biết/ }), 'Space');
      await keys.type(page.getByLabel('Lý do'), 'Dừng kỳ theo công văn (minh họa)');
      await keys.press(page.getByRole('button', { name: 'Đề nghị đóng kỳ' }));
      await page.getByText('Chờ người thứ hai quyết định').waitFor();
      await keys.isSomewhere();
    };
    await askToClose();
    const stop = page.getByRole('button', { name: 'Rút đề nghị' });
    await keys.press(stop);
    await page.getByText('Rút đề nghị này?').waitFor();
    await keys.press(page.getByRole('button', { name: 'Hủy' }));
    await stop.waitFor();
    await keys.isSomewhere();
    await keys.press(stop);
    await keys.press(page.getByRole('button', { name: 'Đồng ý rút' }));
    await page.getByText('Đã rút', { exact: true }).waitFor();
    await keys.isSomewhere();
    workspace.server.clock.set('2023-01-10T02:01:00Z');
    await askToClose();

    const second = await workspace.signIn(undefined);
    await second.context.addCookies([{ name: 'parindex_session', value: oanh.token, url: workspace.address }]);
    const theirs = await second.open('/lam-viec/ky-danh-gia/minh-hoa-2022?part=general');
    const hers = new Keyboard(theirs);
    await hers.press(theirs.getByRole('checkbox', { name: /^Tôi đã biết/ }), 'Space');
    await hers.press(theirs.getByRole('button', { name: 'Đồng ý đóng kỳ' }));
    await theirs.getByText('Kỳ đánh giá đã đóng.').waitFor();
    await hers.isSomewhere();
    // Through the parts by arrows, as tabs are gone through.
    await hers.reach(theirs.getByRole('tab', { name: 'Thông tin chung' }));
    await theirs.keyboard.press('ArrowRight');
    await theirs.getByRole('tab', { name: 'Văn bản', selected: true }).waitFor();
    await theirs.keyboard.press('ArrowRight');
    await theirs.getByRole('tab', { name: 'Lịch', selected: true }).waitFor();
    expect([...dung.pageErrors, ...second.pageErrors]).toEqual([]);
    await Promise.all([dung.context.close(), second.context.close()]);
  });
});
