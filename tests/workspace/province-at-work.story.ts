import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMade } from '../../server/src/capabilities/submissions/testing/sign-made.ts';
import { CELL, editWorkbook, partsOf } from '../../server/src/file-inspection/testing/edit-workbook.ts';
import { certify, type Identity } from '../../server/src/signatures/testing/authority.ts';
import { signDetached } from '../../server/src/signatures/testing/cms.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { answerAll } from '../../server/src/testing/answer-all.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { ask, change, type Person } from '../../server/src/testing/world.ts';
import { itInSoak } from '../it-in-soak.ts';
import { openTestWorkspace, type PersonBrowser, picture, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const BODY = `${ROUND}/sheets/tinh-minh-hoa-01`;
const FIGURES = 'xl/worksheets/sheet2.xml';
/** What each department has in hand, and the figure in it that it is about. */
const PARTS = {
  'so-minh-hoa-a': { item: '1.1', figure: 'planTasksDone' },
  'so-minh-hoa-b': { item: '2.4.1', figure: 'documentsIssuedOnTime' },
  'so-minh-hoa-c': { item: '1.2', figure: '' },
} as const;

let workspace: TestWorkspace;
let leader: Identity;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  leader = await certify({ name: 'Trần Thị Bình', organization: 'Ủy ban nhân dân tỉnh Minh họa 01' });
  const { owner } = workspace.server;
  for (const letter of ['b', 'c']) {
    const [id, name] = [`so-minh-hoa-${letter}`, `Sở Minh họa ${letter.toUpperCase()}`];
    await owner.query(`INSERT INTO body (id, kind) VALUES ($1, 'department')`, [id]);
    await owner.query('INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ($1, 0, $2, $2, $2, lower($2))', [
      id,
      name,
    ]);
    await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ($1, 'parent', 0, 'tinh-minh-hoa-01')`, [id]);
  }
  await answerAll(workspace.server, workspace.world.people.an, BODY, workspace.world.scheme);
}, 60_000);
afterAll(() => workspace?.close());

/** Somebody at a desk of their own, signed in at the moment of the story. */
async function sit({ account }: Pick<Person, 'account'>): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: await signIn(workspace.server, account), url: workspace.address }]);
  return browser;
}

/** The same person for the API, signed in at the moment of the story. */
const now = async ({ account }: Pick<Person, 'account'>) => ({ token: await signIn(workspace.server, account) });
const seqNow = async (person: Pick<Person, 'account'>) => (await ask(workspace.server, await now(person), 'GET', BODY)).body.seq as number;
const panelOf = (page: Page) => page.getByRole('region', { name: 'Phân công, phê duyệt' });
const titleOf = (figure: string) => workspace.world.scheme.figures.find(({ id }) => id === figure)?.title?.vi ?? '';

async function enter(page: Page, figure: string, value: string): Promise<void> {
  const field = page.getByLabel(titleOf(figure)).first();
  await field.fill(value);
  await field.blur();
  await saved(page);
}

/** Fills a figure of a workbook as a program would. */
async function filled(bytes: Buffer, figure: string, value: string): Promise<Buffer> {
  const parts = await partsOf(bytes);
  const strings = [...String(parts['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => String(si).replaceAll(/<[^>]+>/g, ''));
  const row = new RegExp(`<c r="A(\\d+)" t="s"[^>]*><v>${strings.indexOf(`figure ${figure}`)}</v>`).exec(String(parts[FIGURES]))?.[1];
  return editWorkbook(bytes, { [FIGURES]: { [`E${row}`]: CELL.number(value) } });
}

/** The report as it was made, signed outside, and sent. */
async function signAndSend(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải báo cáo (PDF)' }).click();
  const made = await readFile(await (await download).path());
  const signed = await signMade(made, (bytes) => signDetached(bytes, { by: leader, at: workspace.server.clock.now().toISOString() }));
  await page.locator('input[type="file"]').setInputFiles({ name: 'da-ky.pdf', mimeType: 'application/pdf', buffer: signed });
  await page.getByText('Biên nhận đang có hiệu lực').waitFor();
  return signed;
}

describe('Tỉnh Minh họa 01 at work', () => {
  it('[F21] [F107] beside a province that has begun: points by source over their maxima, one count wherever items are left, each value in the history', async () => {
    const { chi, dung } = workspace.world.people;
    const [clerk, owner] = [await sit(chi), await sit(dung)];
    const { page } = clerk;
    const sheet = SHEET.replace(/01$/, '02');
    await clerk.open(`${sheet}?item=1.1`);
    await enter(page, 'planTasksAssigned', '9');
    for (const value of ['5', '7', '8']) await enter(page, 'planTasksDone', value);
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    // Typed one after the other, and told one by one.
    for (const told of ['là 5', 'từ 5 thành 7', 'từ 7 thành 8']) await page.getByText(told, { exact: false }).first().waitFor();

    // What a body scores itself, over what it can; nothing of the survey, which is not released.
    await page.getByRole('button', { name: 'Xem điểm theo nguồn' }).click();
    const lead = page.locator('main');
    await lead
      .getByText(/Điểm tự chấm: [\d,]+\/68 điểm/)
      .first()
      .waitFor();
    await lead.getByText('Điều tra xã hội học: chưa công bố (tối đa 22 điểm)', { exact: false }).waitFor();
    await page
      .getByText(/^[\d,]+\/[\d,]+ điểm · đã chấm 1\/\d+$/)
      .first()
      .waitFor();

    // Sheet, home, board and letter say the same of how many items are left.
    const left = /còn \d+ nội dung chưa chấm/.exec((await lead.innerText()).toLocaleLowerCase('vi'))?.[0] ?? '?';
    await clerk.open('/lam-viec');
    await page.getByText(left, { exact: false }).first().waitFor();
    await owner.open('/lam-viec/ky-danh-gia/minh-hoa-2022/tien-do');
    await owner.page
      .getByRole('row', { name: /^Tỉnh Minh họa 02/ })
      .getByText(left, { exact: false })
      .waitFor();
    await owner.open('/lam-viec/ky-danh-gia/minh-hoa-2022');
    await owner.page.getByRole('button', { name: 'Danh sách chưa hoàn thành' }).click();
    await owner.page.getByRole('checkbox', { name: new RegExp(`^Tỉnh Minh họa 02: .*${left}`) }).waitFor();
    expect([...clerk.pageErrors, ...owner.pageErrors]).toEqual([]);
    await Promise.all([clerk.context.close(), owner.context.close()]);
  });

  // Each of its steps is told by itself elsewhere; here five people take them in one world.
  itInSoak(
    '[F33] [F34] [F36] [F115] three departments, one returned, one only in XLSX, one late past the deadline; an extension, the signed report, the receipt, a reopening',
    {
      timeout: 240_000,
    },
    async () => {
      const { server, world } = workspace;
      const { an, binh, dung } = world.people;
      const people: Record<string, Person> = {};
      for (const letter of ['a', 'b', 'c'])
        for (const [role, called] of [
          ['clerk', 'Chuyên viên'],
          ['head', 'Giám đốc'],
        ] as const)
          people[`${letter} ${role}`] = await addPerson(
            server,
            `${letter}-${role}`,
            `${called} Minh họa ${letter.toUpperCase()}`,
            role,
            `so-minh-hoa-${letter}`,
          );
      for (const [to, { item }] of Object.entries(PARTS))
        expect(
          (await ask(server, an, 'POST', `${BODY}/assignments`, { to, due: '2023-01-20T17:00:00+07:00', targets: [{ id: randomUUID(), item }] })).status,
        ).toBe(204);

      // Sở A enters; its leader returns it, and approves what was mended.
      const clerkA = await sit(people['a clerk'] as Person);
      await enter(await clerkA.open(`${SHEET}?item=1.1`), PARTS['so-minh-hoa-a'].figure, '0');
      const headA = await sit(people['a head'] as Person);
      await headA.open(`${SHEET}?item=1.1`);
      await panelOf(headA.page).getByRole('button', { name: 'Trả lại' }).click();
      await panelOf(headA.page).getByLabel('Lý do trả lại').fill('Chưa khớp báo cáo quý (minh họa)');
      await panelOf(headA.page).getByRole('button', { name: 'Trả lại' }).click();
      await panelOf(headA.page).getByText('Đã trả lại').first().waitFor();
      await picture(headA.page, 'phan-tra-lai');
      await clerkA.page.reload();
      await enter(clerkA.page, PARTS['so-minh-hoa-a'].figure, '1');
      await headA.page.reload();
      await panelOf(headA.page).getByRole('button', { name: 'Duyệt', exact: true }).click();
      await panelOf(headA.page).getByText('Lãnh đạo đơn vị đã duyệt', { exact: true }).first().waitFor();

      // Sở B takes its part along as a workbook, brings it back and submits it; its leader approves all that waits.
      const clerkB = await sit(people['b clerk'] as Person);
      await clerkB.open(`${SHEET}?view=list`);
      const taken = clerkB.page.waitForEvent('download');
      await clerkB.page.getByRole('button', { name: 'Thêm', exact: true }).click();
      await clerkB.page.getByRole('menuitem', { name: 'Tải bảng tính (XLSX)' }).click();
      const workbook = await readFile(await (await taken).path());
      const chooser = clerkB.page.waitForEvent('filechooser');
      await clerkB.page.getByRole('button', { name: 'Thêm', exact: true }).click();
      await clerkB.page.getByRole('menuitem', { name: 'Nạp bảng tính' }).click();
      await (await chooser).setFiles({
        name: 'phan-cua-so.xlsx',
        mimeType: 'application/octet-stream',
        buffer: await filled(workbook, PARTS['so-minh-hoa-b'].figure, '0'),
      });
      await clerkB.page.getByRole('dialog').getByRole('button', { name: 'Ghi 1 thay đổi' }).click();
      await saved(clerkB.page);
      const headB = await sit(people['b head'] as Person);
      await headB.open('/lam-viec/viec-duoc-giao');
      await headB.page.getByRole('heading', { level: 2 }).first().waitFor();
      await expect.poll(() => headB.page.getByRole('button', { name: /^Xem và duyệt/ }).count()).toBe(0);
      await clerkB.open('/lam-viec/viec-duoc-giao');
      await clerkB.page.getByRole('button', { name: 'Trình lãnh đạo đơn vị' }).click();
      const submitting = clerkB.page.getByRole('dialog');
      await submitting.getByRole('checkbox', { name: 'Trình lãnh đạo đơn vị: 2.4.1' }).check();
      await submitting.getByRole('button', { name: 'Trình lãnh đạo đơn vị (1)' }).click();
      await submitting.waitFor({ state: 'hidden' });
      await headB.page.reload();
      await headB.page.getByRole('button', { name: 'Xem và duyệt 1 nội dung đang chờ' }).click();
      const approving = headB.page.getByRole('dialog');
      await approving
        .getByRole('region', { name: /^2\.4\.1\. / })
        .getByRole('radio', { name: 'Duyệt' })
        .check();
      await picture(headB.page, 'duyet-phan-trinh');
      await approving.getByRole('button', { name: 'Duyệt (1)' }).click();
      await headB.page
        .getByText(/đã duyệt 1\/\d+ nội dung/)
        .first()
        .waitFor();

      // Sở C is late: the owner's board says so, the deadline passes, and nothing can go out without it.
      server.clock.set('2023-02-02T08:00:00+07:00');
      const owner = await sit(dung);
      await owner.open('/lam-viec/ky-danh-gia/minh-hoa-2022/tien-do');
      await owner.page.getByText('Đơn vị được giao: 1 phần việc quá hạn', { exact: false }).first().waitFor({ state: 'attached' });
      await picture(owner.page, 'tien-do');
      const closed = await ask(server, await now(people['c clerk'] as Person), 'POST', `${BODY}/entries`, {
        entries: [change({ item: '1.2' }, await seqNow(an), { justification: 'Muộn (minh họa)' })],
      });
      expect(closed.body.code).toBe('stepClosed');
      const extension = {
        step: 'selfAssessment',
        body: 'tinh-minh-hoa-01',
        until: '2023-02-10T17:00:00+07:00',
        document: { number: '15/BMH', date: '2023-02-02' },
      };
      const extended = await ask(server, await now(dung), 'POST', `${ROUND}/extensions`, {
        id: randomUUID(),
        ...extension,
        reason: 'Sở Minh họa C gửi muộn (minh họa)',
        told: ['extensionWithoutDecision'],
      });
      expect(extended.body.faults).toBeUndefined();
      expect(extended.status).toBe(201);
      const clerkC = await sit(people['c clerk'] as Person);
      await clerkC.open(`${SHEET}?item=1.2`);
      await clerkC.page.getByLabel('Giải trình', { exact: false }).first().fill('Bổ sung sau gia hạn (minh họa)');
      await clerkC.page.getByLabel('Giải trình', { exact: false }).first().blur();
      await saved(clerkC.page);
      const head = await sit(binh);
      await head.open(`${SHEET}?view=send`);
      expect((await ask(server, await now(binh), 'POST', `${BODY}/freeze`, { id: randomUUID(), base: await seqNow(binh) })).body.code).toBe('mustMend');
      const clerk = await sit(an);
      await clerk.open(`${SHEET}?item=1.2`);
      await panelOf(clerk.page).getByRole('button', { name: 'Ghi nhận văn bản của lãnh đạo đơn vị' }).click();
      await panelOf(clerk.page).getByLabel('Số, ký hiệu văn bản').fill('21/SMH');
      await panelOf(clerk.page).getByLabel('Ngày văn bản').fill('02/02/2023');
      await panelOf(clerk.page).getByRole('button', { name: 'Ghi nhận văn bản của lãnh đạo đơn vị' }).click();
      await panelOf(clerk.page).getByText('Lãnh đạo đơn vị đã duyệt', { exact: true }).first().waitFor();

      // Frozen, signed outside, sent; whoever has the receipt's address checks the file.
      await head.page.reload();
      await head.page.getByRole('button', { name: 'Chốt số liệu', exact: true }).first().click();
      await head.page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
      await head.page.getByText('Đã chốt lúc').waitFor();
      await picture(head.page, 'da-chot');
      const first = await signAndSend(head.page);
      const receipt = (await head.page.getByRole('link', { name: 'Trang tra cứu biên nhận' }).getAttribute('href')) as string;
      const stranger = await workspace.signIn(undefined);
      await stranger.open(receipt);
      await stranger.page.locator('input[type="file"]').setInputFiles({ name: 'da-ky.pdf', mimeType: 'application/pdf', buffer: first });
      await stranger.page.getByText('“da-ky.pdf” đúng là tệp báo cáo đã gửi').waitFor();

      // The owner reopens one item; the body mends it, and signs and sends anew: the first receipt tells that it was replaced.
      const reopened = await ask(server, await now(dung), 'POST', `${BODY}/reopening`, {
        id: randomUUID(),
        base: await seqNow(dung),
        reason: 'Làm rõ tiêu chí 1.1 (minh họa)',
        items: ['1.1'],
        until: '2023-02-20T17:00:00+07:00',
      });
      expect(reopened.body).toMatchObject({ state: 'open' });
      server.clock.set('2023-02-15T08:00:00+07:00');
      const mended = change({ figure: 'planTasksAssigned' }, await seqNow(an), { value: '2' });
      expect(
        (await ask(server, await now(an), 'POST', `${BODY}/entries`, { entries: [{ ...mended, reason: 'Theo yêu cầu của cơ quan chủ trì (minh họa)' }] }))
          .status,
      ).toBe(201);
      const again = await sit(binh);
      await again.open(`${SHEET}?view=send`);
      await again.page.getByText('Phạm vi: tiêu chí 1.1.').waitFor();
      await picture(again.page, 'mo-lai');
      await again.page.getByRole('button', { name: 'Chốt số liệu', exact: true }).first().click();
      await again.page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
      await again.page.getByText('Đã chốt lúc').waitFor();
      await again.page.locator('input[type="file"]').setInputFiles({ name: 'cu.pdf', mimeType: 'application/pdf', buffer: first });
      await again.page.getByText('Báo cáo này lập từ phiên bản số liệu trước', { exact: false }).first().waitFor();
      await signAndSend(again.page);
      await stranger.page.reload();
      await stranger.page.getByText('Đã được thay bằng lần gửi sau').first().waitFor();
      const browsers = [clerkA, headA, clerkB, headB, owner, clerkC, head, clerk, stranger, again];
      expect(browsers.flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
    },
  );
});
