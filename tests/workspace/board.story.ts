import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAnswers } from '../../server/src/testing/answer-all.ts';
import { ask } from '../../server/src/testing/world.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const BOARD = '/lam-viec/ky-danh-gia/minh-hoa-2022/tien-do';

/** Connections for streams that the windows of a browser opened. */
function streamsOf(context: BrowserContext): string[] {
  const opened: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/board/events')) opened.push(request.url());
  });
  return opened;
}

describe('Dũng, owner, has the progress board open', () => {
  it('[F107] it changes by itself when a clerk saves; two windows share one connection, and one goes on when the other closes', async () => {
    const { server, world } = workspace;
    const [answer] = allAnswers(world.scheme, 0).filter(({ item }) => item !== undefined);
    const item = answer?.item ?? '';
    const dung = await workspace.signIn('dung');
    const streams = streamsOf(dung.context);
    const first = await dung.open('/lam-viec/ky-danh-gia/minh-hoa-2022');
    await first.getByRole('link', { name: 'Tiến độ', exact: true }).click();
    const rowIn = (page: typeof first) => page.getByRole('row', { name: /Tỉnh Minh họa 01/ });
    await rowIn(first).getByText('chưa nhập nội dung nào').waitFor();
    await first.getByText('Đang tự cập nhật.').waitFor();
    // On a desk of 1280 px everything that is asked of a body is in sight, whom it waits for, the last domain and the last save too.
    await first.setViewportSize({ width: 1280, height: 900 });
    const cut = await first
      .locator('.board')
      .evaluate((board) => [...board.querySelectorAll('thead th')].filter((head) => head.getBoundingClientRect().right > board.getBoundingClientRect().right));
    expect(cut).toEqual([]);
    const second = await dung.context.newPage();
    await second.goto(workspace.address + BOARD);
    await second.getByText('Đang tự cập nhật.').waitFor();

    const saved = await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/entries', { entries: [answer] });
    expect(saved.status).toBe(201);
    for (const page of [first, second])
      await rowIn(page)
        .getByText(/Công chức đầu mối: còn \d+ nội dung chưa chấm/)
        .waitFor({ timeout: 10_000 });
    // Points over their maximum and how far a domain has come stand apart, and are not read as one number.
    await expect.poll(() => rowIn(second).innerText()).not.toMatch(/\d,\d\d\/[\d,]+\/\d/u);
    await first.getByText('Vừa có thay đổi: Tỉnh Minh họa 01.').waitFor({ state: 'attached' });
    await expect.poll(() => rowIn(second).getAttribute('data-changed')).toBe('');
    expect(streams).toHaveLength(1);

    await first.close();
    await expect.poll(() => streams.length).toBe(2);
    await second.getByRole('button', { name: 'Tỉnh Minh họa 01' }).click();
    await second.getByRole('heading', { name: 'Tỉnh Minh họa 01' }).waitFor();
    expect(new URL(second.url()).searchParams.get('body')).toBe('tinh-minh-hoa-01');
    const left = second.getByRole('link', { name: /^\d/ });
    await expect.poll(() => left.count()).toBeGreaterThan(10);
    await second.getByText('Tất cả', { exact: true }).click();
    await second.getByRole('row', { name: new RegExp(`^${item}\\. .*Đã tự chấm`) }).waitFor();
    await second.getByRole('button', { name: 'Về bảng tiến độ' }).click();
    await second.getByLabel('Sắp xếp', { exact: true }).selectOption('risk');
    await second.getByRole('button', { name: /^Đang tự chấm/, pressed: false }).click();
    await second.waitForURL(/state=open/);
    await second.goto(`${workspace.address}${BOARD}?state=notBegun`);
    await second.getByRole('button', { name: /^Chưa bắt đầu 2/, pressed: true }).waitFor();
    await expect.poll(() => rowIn(second).count()).toBe(0);
    // What nobody is in is no chip; an address that somebody kept leads there all the same.
    await second.goto(`${workspace.address}${BOARD}?time=late&sort=risk`);
    await second.getByText('Không có cơ quan nào khớp với lựa chọn.').waitFor();
    // The deadline passes while the board stands open: nobody saves anything.
    server.clock.set('2023-02-01T02:00:00Z');
    await rowIn(second).getByText('Quá hạn').first().waitFor({ timeout: 10_000 });
    expect(dung.pageErrors).toEqual([]);
    await dung.context.close();
  });
});
