import { readFile } from 'node:fs/promises';
import type { Scheme } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMade } from '../../server/src/capabilities/submissions/testing/sign-made.ts';
import { certify } from '../../server/src/signatures/testing/authority.ts';
import { signDetached } from '../../server/src/signatures/testing/cms.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { adoptScheme } from '../../server/src/testing/adopt-edition.ts';
import { answerAll } from '../../server/src/testing/answer-all.ts';
import { openPlanned } from '../../server/src/testing/plan-round.ts';
import { ask, type Person } from '../../server/src/testing/world.ts';
import { openTestWorkspace, type PersonBrowser, picture, saved, type TestWorkspace } from './test-workspace.ts';

const PROVINCE = 'tinh-minh-hoa-01';
const DEPARTMENT = 'so-minh-hoa-a';
const ROUND = '/lam-viec/ky-danh-gia/so-2026';
const SHEET = `${ROUND}/bang-diem/${DEPARTMENT}`;
const STEPS = ['selfAssessment', 'appraisal'].map((step) => ({ step, opens: '2027-01-04T00:00:00+07:00', closes: '2027-02-26T17:00:00+07:00' }));

let workspace: TestWorkspace;
let scheme: Scheme;
let people: Record<'owner' | 'clerk' | 'head', Person>;
beforeAll(async () => {
  workspace = await openTestWorkspace('2027-01-05T01:00:00Z');
  const { server, world } = workspace;
  people = {
    owner: await addPerson(server, 'mai', 'Lý Thị Mai', 'owner', PROVINCE),
    clerk: await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', DEPARTMENT),
    head: await addPerson(server, 'long', 'Trịnh Văn Long', 'head', DEPARTMENT),
  };
  scheme = await adoptScheme(server, { asks: people.owner, decides: world.people.lan }, PROVINCE, 'department-illustrative');
  const lines = ['id,kind,name,type,parent,opened', `so-minh-hoa-b,department,Sở Minh họa B,department,${PROVINCE},2025-07-01`];
  await ask(server, world.people.lan, 'POST', '/api/bodies/import', { csv: lines.join('\n') });
  const domains = scheme.domains.map(({ code }) => code);
  const participants = [DEPARTMENT, 'so-minh-hoa-b'];
  await openPlanned(server, people.owner, { id: 'so-2026', edition: scheme.id, year: 2026, participants, domains, ownerBody: PROVINCE, steps: STEPS });
  await answerAll(server, people.clerk, `/api/rounds/so-2026/sheets/${DEPARTMENT}`, scheme);
}, 60_000);
afterAll(() => workspace?.close());

async function sit({ token }: Pick<Person, 'token'>): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  return browser;
}

describe('a province runs a round of its departments', () => {
  it('[F108] a department scores, freezes and sends to the province; its owner sees who is left, urges, and closes with an administrator', async () => {
    const clerk = await sit(people.clerk);
    await clerk.open(`${SHEET}?item=1.1.1`);
    await clerk.page.getByRole('textbox', { name: /^Giải trình/ }).fill('Theo Kế hoạch số 01 (minh họa)');
    await saved(clerk.page);

    // The head freezes; the report is the department's own, below its committee, to the province's committee.
    const head = await sit(people.head);
    const page = await head.open(`${SHEET}?view=send`);
    await page.getByRole('button', { name: 'Chốt số liệu', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
    await page.getByText('Đã chốt lúc').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải báo cáo (PDF)' }).click();
    const by = await certify({ name: 'Trịnh Văn Long', organization: 'Sở Minh họa A' });
    const made = await readFile(await (await download).path());
    const buffer = await signMade(made, (bytes) => signDetached(bytes, { by, at: workspace.server.clock.now().toISOString() }));
    await page.locator('input[type="file"]').setInputFiles({ name: 'da-ky.pdf', mimeType: 'application/pdf', buffer });
    await page.getByText('Biên nhận đang có hiệu lực').waitFor();

    // The owner's lists say what each has come to, each in one word, and the letter goes to whom nothing has come from.
    const owner = await sit(people.owner);
    await owner.open(`${ROUND}/tien-do`);
    await owner.page.getByRole('button', { name: 'Đã gửi 1', exact: true }).waitFor();
    await owner.page.getByRole('button', { name: 'Chưa bắt đầu 1', exact: true }).waitFor();
    await owner.open(`${ROUND}/bang-diem`);
    await owner.page.getByRole('rowheader', { name: 'Sở Minh họa A (đã gửi)' }).waitFor();
    await owner.open(ROUND);
    await owner.page.getByRole('button', { name: 'Danh sách chưa hoàn thành' }).click();
    await owner.page.getByRole('checkbox', { name: /^Sở Minh họa B: / }).check();
    await expect.poll(() => owner.page.getByRole('checkbox', { name: /^Sở Minh họa A: / }).count()).toBe(0);
    await picture(owner.page, 'ky-cua-tinh');

    // Nobody else owns it: an administrator is the second person.
    await owner.open(`${ROUND}?part=general`);
    const closing = owner.page.getByRole('region', { name: 'Đóng kỳ đánh giá' });
    await closing.getByLabel('Lý do').fill('Đã nhận đủ báo cáo (minh họa)');
    await closing.getByRole('checkbox', { name: /^Tôi đã biết/ }).check();
    await closing.getByRole('button', { name: 'Đề nghị đóng kỳ' }).click();
    await closing.getByText('Chờ người thứ hai quyết định').waitFor();
    const second = await sit(workspace.world.people.lan);
    await second.open('/lam-viec');
    await second.page.getByRole('link', { name: 'Xem và quyết định' }).click();
    const deciding = second.page.getByRole('region', { name: 'Đóng kỳ đánh giá' });
    await deciding.getByRole('checkbox', { name: /^Tôi đã biết/ }).check();
    await deciding.getByRole('button', { name: 'Đồng ý đóng kỳ' }).click();
    await second.page.getByText('Kỳ đánh giá đã đóng.', { exact: true }).waitFor();

    // Closed is closed: on the board no step is open and nobody is waited for, and a sheet takes nothing and offers nothing.
    await owner.open(`${ROUND}/tien-do`);
    await owner.page.getByText('Kỳ đánh giá đã đóng lúc', { exact: false }).waitFor();
    await expect.poll(() => owner.page.getByText(/^Đang mở: |^Sắp tới: |Công chức đầu mối/).count()).toBe(0);
    await owner.open(`${SHEET}?view=send`);
    await owner.page.getByText('Biên nhận đang có hiệu lực').waitFor();
    await expect.poll(() => owner.page.getByRole('button', { name: 'Mở lại bảng chấm điểm' }).count()).toBe(0);
    await clerk.open(`${SHEET}?item=1.1.1`);
    await clerk.page.getByText('Kỳ đánh giá đã đóng; bảng chấm điểm không nhận cập nhật nữa.').waitFor();
    await expect.poll(() => clerk.page.getByText(/^Hạn .* ngày \d\d\//).count()).toBe(0);
    expect([clerk, head, owner, second].flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
  });
});
