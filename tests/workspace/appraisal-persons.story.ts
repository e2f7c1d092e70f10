import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { yesNoItems } from '../../server/src/testing/appraised-round.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import type { Person } from '../../server/src/testing/world.ts';
import { openTestWorkspace, type PersonBrowser, picture, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';

let workspace: TestWorkspace;
let hoa: Person;
let leader: Person;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  hoa = await addPerson(server, 'hoa', 'Lương Thị Hoa', 'appraiser', 'bo-minh-hoa-b');
  leader = await addPerson(server, 'phuc', 'Mai Văn Phúc', 'head', 'bo-minh-hoa-b');
  await server.owner.query('DELETE FROM domain_owner');
  const items = yesNoItems(world);
  for (const { code } of items.slice(0, 3)) {
    const domain = world.scheme.domains.find((one) => itemsOfDomains([one]).some((item) => item.code === code))?.code;
    await server.owner.query(`INSERT INTO domain_owner (round_id, domain, item, body_id) VALUES ($1, $2, $3, 'bo-minh-hoa-b')`, [world.round, domain, code]);
  }
  server.clock.set('2023-02-10T02:00:00Z');
}, 60_000);
afterAll(() => workspace?.close());

/** Somebody at a desk of their own, signed in at the moment of the story. */
async function sit({ account }: Pick<Person, 'account'>, at: string): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: await signIn(workspace.server, account), url: workspace.address }]);
  await browser.page.setViewportSize({ width: 1440, height: 900 });
  await browser.open(at);
  return browser;
}

describe('[F37] [F43] a ministry gives its appraisal to its people', () => {
  it('Hoa declares an interest, and that province stands apart in her queue', async () => {
    const { page, pageErrors } = await sit(hoa, `${ROUND}/tham-dinh`);
    await page.getByRole('link', { name: 'Tỉnh Minh họa 02' }).waitFor();
    await page.getByRole('link', { name: 'Xung đột lợi ích' }).click();
    await page.getByText('Hiện không có cơ quan nào.').waitFor();
    await page.getByRole('button', { name: 'Khai báo xung đột lợi ích' }).click();
    await page.getByRole('combobox', { name: 'Cơ quan' }).click();
    await page.getByRole('option', { name: 'Tỉnh Minh họa 02' }).click();
    await page.getByRole('combobox', { name: 'Loại quan hệ' }).click();
    await page.getByRole('option', { name: 'Có người thân công tác tại cơ quan' }).click();
    await page.getByLabel('Nội dung').fill('Có em ruột công tác tại tỉnh (minh họa)');
    await page.getByRole('button', { name: 'Khai báo', exact: true }).click();
    await page.getByText('Đã ghi nhận khai báo với Tỉnh Minh họa 02.').waitFor();
    await picture(page, 'appraisal-interests');
    await page.getByRole('link', { name: 'Thẩm định', exact: true }).click();
    await page.getByText('Ông/Bà không thẩm định cơ quan này vì Ông/Bà đã khai báo có người thân công tác tại cơ quan này.').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Tỉnh Minh họa 02' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Tỉnh Minh họa 01' }).waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('their leader distributes what is given to nobody as the preview says, gives one item by hand, and hands over', async () => {
    const { page, pageErrors } = await sit(leader, ROUND);
    await page.getByRole('link', { name: 'Phân công thẩm định' }).click();
    const persons = page.getByRole('region', { name: 'Thành viên thẩm định' });
    await persons.getByRole('row', { name: /^Lương Thị Hoa 0 .* Tỉnh Minh họa 02/ }).waitFor();
    await page.getByRole('button', { name: 'Phân công phần chưa giao' }).click();
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('table', { name: 'Kết quả phân công xem trước' }).waitFor();
    await picture(page, 'appraisal-preview');
    await page.getByRole('button', { name: 'Phân công như trên' }).click();
    await page.getByText('Đã phân công phần chưa giao.').waitFor();
    const shares = page.getByRole('region', { name: 'Các phần đã giao' });
    await shares.getByRole('row', { name: /^Tỉnh Minh họa 02, mọi tiêu chí Hoàng Thị Giang/ }).waitFor();
    await picture(page, 'appraisal-distribution');
    await persons.getByRole('button', { name: 'Bàn giao phần chưa thẩm định của Lương Thị Hoa' }).click();
    await page.getByRole('combobox', { name: 'Người nhận' }).click();
    await page.getByRole('option', { name: 'Hoàng Thị Giang' }).click();
    await page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
    await page.getByText('Đã bàn giao cho Hoàng Thị Giang.').waitFor();
    await persons.getByRole('row', { name: /^Hoàng Thị Giang 9/ }).waitFor();
    await shares
      .getByRole('button', { name: /^Thu hồi: Tỉnh Minh họa 01/ })
      .first()
      .click();
    await page.getByText('Đã thu hồi.').waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('Giang finds her own first, then what is given to nobody', async () => {
    const { page, pageErrors } = await sit(workspace.world.people.giang, `${ROUND}/tham-dinh`);
    await page.getByRole('button', { name: /^Của tôi 6$/ }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Tỉnh Minh họa 01' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Chưa giao 3$/ }).click();
    await page.getByRole('link', { name: 'Tỉnh Minh họa 01' }).waitFor();
    await picture(page, 'appraisal-queue-shares');
    expect(pageErrors.splice(0)).toEqual([]);
  });
});
