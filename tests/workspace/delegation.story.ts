import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { figureCalled, openTestWorkspace, type PersonBrowser, picture, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

const BODY = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const PHONE = { width: 390, height: 844 };

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

/** Somebody of Sở Minh họa A, at a desk of their own. */
async function sitDown(key: string, name: string, role: 'clerk' | 'head', size?: { width: number; height: number }): Promise<PersonBrowser> {
  const { token } = await addPerson(workspace.server, key, name, role, 'so-minh-hoa-a');
  const browser = await workspace.signIn(undefined, size);
  await browser.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  return browser;
}

/** A round of the year before, in which the department had an item in hand that is there still, and one that is not. */
async function hadBefore(): Promise<void> {
  const { server, world } = workspace;
  const edition = world.scheme.id;
  await server.owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at, closed_at)
     VALUES ('minh-hoa-2021', 'bo-minh-hoa', 2021, 'Kỳ đánh giá minh họa 2021', $1, 'closed', now(), now(), now())`,
    [edition],
  );
  await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2021', 'tinh-minh-hoa-01', 1)`);
  for (const target of ['2.4.1', '9.9'])
    await server.owner.query(
      `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, assigned_by, assigned_at)
       VALUES ($1, 'minh-hoa-2021', 'tinh-minh-hoa-01', 'item', $2, $3, 'so-minh-hoa-a', $4, now())`,
      [randomUUID(), target, edition, world.people.an.account],
    );
}

const panelOf = (page: Page) => page.getByRole('region', { name: 'Phân công, phê duyệt' });
const fine = async (page: Page) => expect(await faultsInStory(page)).toEqual([]);

describe('a province gives a part of its sheet to a department', () => {
  it('[F33] a domain is given, entered, returned, mended, approved; the body puts other points beside; freezing waits for all of it', {
    timeout: 180_000,
  }, async () => {
    const figure = figureCalled(workspace, 'Số nhiệm vụ trong kế hoạch');
    const field = workspace.world.scheme.figures.find(({ id }) => id === figure)?.title?.vi ?? '';

    // An gives the whole first domain to Sở Minh họa A.
    const an = await workspace.signIn('an');
    await an.open(`${SHEET}?view=assign`);
    await an.page.getByRole('checkbox', { name: /^Chọn cả lĩnh vực 1\./ }).check();
    await an.page.getByRole('button', { name: 'Giao cho đơn vị' }).click();
    const giving = an.page.getByRole('dialog');
    await giving.getByRole('combobox', { name: 'Đơn vị' }).fill('Minh họa A');
    await an.page.getByRole('option', { name: 'Sở Minh họa A' }).click();
    await giving.getByLabel('Hạn gửi').fill('17:00 20/01/2023');
    await giving.getByLabel('Ghi chú cho đơn vị').fill('Kèm báo cáo (minh họa)');
    await fine(an.page);
    await giving.getByRole('button', { name: 'Giao cho đơn vị' }).click();
    await an.page.getByText('Sở Minh họa A, hạn 17 giờ 00 ngày 20/01/2023. Đơn vị chưa nhập.').first().waitFor();
    await fine(an.page);
    // What it had the year before is taken up, as far as it is there still.
    await hadBefore();
    await an.page.getByRole('button', { name: 'Như kỳ trước' }).click();
    const again = an.page.getByRole('dialog');
    await again.getByRole('combobox', { name: 'Kỳ đánh giá' }).click();
    await an.page.getByRole('option', { name: 'Kỳ đánh giá minh họa 2021' }).click();
    await again.getByRole('rowheader', { name: /^2\.4\.1\. / }).waitFor();
    await again.getByText('1 phân công không dùng lại được', { exact: false }).waitFor();
    await fine(an.page);
    await again.getByRole('button', { name: 'Giao 1 nội dung' }).click();
    await again.waitFor({ state: 'hidden' });
    // What is assigned to a department is closed to the body's own people.
    await an.open(`${SHEET}?item=1.1`);
    await an.page.getByText('Đang giao cho Sở Minh họa A.').first().waitFor();
    await expect.poll(() => an.page.getByLabel(field).first().getAttribute('readonly')).not.toBeNull();

    // Its specialist finds it on a phone and enters; what they take along as a workbook is their part alone.
    const hoa = await sitDown('hoa', 'Ngô Thị Hoa', 'clerk', PHONE);
    await hoa.open('/lam-viec');
    await hoa.page.getByRole('link', { name: 'Xem việc được giao' }).click();
    await hoa.page.getByText('Ghi chú: Kèm báo cáo (minh họa)').first().waitFor();
    await fine(hoa.page);
    await hoa.page.getByRole('link', { name: /^1\.1\. / }).click();
    await hoa.page.getByLabel(field).first().fill('10');
    await hoa.page.getByLabel(field).first().blur();
    await saved(hoa.page);
    await panelOf(hoa.page).getByText('Đang nhập, chưa trình').first().waitFor();
    // Submitted, recalled, submitted: it is before the leader until somebody decides.
    const bring = panelOf(hoa.page).getByRole('button', { name: 'Trình lãnh đạo đơn vị' });
    await bring.click();
    await panelOf(hoa.page).getByText('Đã trình, chờ lãnh đạo đơn vị duyệt').first().waitFor();
    await panelOf(hoa.page).getByRole('button', { name: 'Rút lại nội dung đã trình' }).click();
    await bring.click();
    await panelOf(hoa.page).getByText('Đã trình, chờ lãnh đạo đơn vị duyệt').first().waitFor();
    await hoa.page.getByRole('button', { name: 'Xem điểm theo nguồn' }).click();
    await hoa.page.getByText('Điểm tự chấm, tính cả nội dung đơn vị đề xuất').waitFor();
    await hoa.page.keyboard.press('Escape');
    await fine(hoa.page);
    // They talk among the body's own; to those who appraise, a department does not write.
    await hoa.page.getByRole('button', { name: 'Trao đổi', exact: true }).click();
    await hoa.page.getByRole('button', { name: 'Viết trao đổi nội bộ' }).waitFor();
    await expect.poll(() => hoa.page.getByRole('button', { name: 'Gửi ý kiến đến cơ quan thẩm định' }).count()).toBe(0);
    await hoa.open(`${SHEET}?view=list`);
    await hoa.page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await hoa.page.getByRole('menuitem', { name: 'Tải bảng tính (XLSX)' }).waitFor();
    await hoa.page.keyboard.press('Escape');
    await expect.poll(() => hoa.page.getByRole('checkbox', { name: 'Chỉ phần được giao' }).isChecked()).toBe(true);
    await expect.poll(() => hoa.page.getByRole('button', { name: /^2\.1/ }).count()).toBe(0);

    // The leader returns it with a reason; Hoa reads it, mends it; the leader approves all that waits, value by value.
    const long = await sitDown('long', 'Trịnh Văn Long', 'head');
    await long.open('/lam-viec');
    await long.page.getByText('1 nội dung chờ Ông/Bà phê duyệt').waitFor();
    await long.open(`${SHEET}?item=1.1`);
    await panelOf(long.page).getByRole('cell', { name: '10', exact: true }).waitFor();
    await panelOf(long.page).getByRole('button', { name: 'Trả lại' }).click();
    await panelOf(long.page).getByLabel('Lý do trả lại').fill('Số liệu chưa đúng (minh họa)');
    await fine(long.page);
    await panelOf(long.page).getByRole('button', { name: 'Trả lại' }).click();
    await panelOf(long.page).getByText('Đã trả lại').first().waitFor();
    await hoa.open('/lam-viec');
    await hoa.page.getByText('1 nội dung bị trả lại').waitFor();
    await picture(hoa.page, 'trang-chu-bi-tra-lai');
    // It stands before all else on the page.
    await expect.poll(() => hoa.page.locator('main section').first().getByRole('listitem').first().innerText()).toMatch(/^1 nội dung bị trả lại/);
    await hoa.open('/lam-viec/viec-duoc-giao');
    await hoa.page.getByText('Lý do trả lại: Số liệu chưa đúng (minh họa)').waitFor();
    await expect.poll(() => hoa.page.locator('.findings li').first().innerText()).toContain('Đã trả lại');
    await hoa.page.getByRole('link', { name: /^1\.1\. / }).click();
    await hoa.page.getByLabel(field).first().fill('9');
    await hoa.page.getByLabel(field).first().blur();
    await saved(hoa.page);
    // What it lacks is said before it is submitted, and what lacks something is not chosen beforehand.
    await hoa.open('/lam-viec/viec-duoc-giao');
    await hoa.page.getByRole('button', { name: 'Trình lãnh đạo đơn vị' }).click();
    const bringing = hoa.page.getByRole('dialog');
    await bringing.getByText(/^Phần được giao còn thiếu \d+ nội dung/).waitFor();
    await expect.poll(() => bringing.getByRole('button', { name: 'Trình lãnh đạo đơn vị (0)' }).isDisabled()).toBe(true);
    await bringing.getByRole('checkbox', { name: 'Trình lãnh đạo đơn vị: 1.1' }).check();
    await fine(hoa.page);
    await bringing.getByRole('button', { name: 'Trình lãnh đạo đơn vị (1)' }).click();
    await bringing.waitFor({ state: 'hidden' });
    await long.open('/lam-viec/viec-duoc-giao');
    await long.page.getByRole('button', { name: 'Xem và duyệt 1 nội dung đang chờ' }).click();
    const approving = long.page.getByRole('dialog');
    const matter = approving.getByRole('region', { name: /^1\.1\. / });
    await matter.getByRole('cell', { name: '9', exact: true }).waitFor();
    await expect.poll(() => matter.getByText(/^Điểm: /).textContent()).toBe('Điểm: –/1,5; kỳ trước chưa có số liệu');
    await expect.poll(() => matter.getByText(/^Tài liệu kiểm chứng: /).textContent()).toBe('Tài liệu kiểm chứng: chưa dẫn');
    await matter.getByText('Phải sửa').first().waitFor();
    // A single one is returned with a reason; the button says what is going to be done.
    await matter.getByRole('radio', { name: 'Trả lại' }).check();
    await approving.getByLabel('Lý do trả lại').waitFor();
    await approving.getByRole('button', { name: 'Duyệt (0), trả lại (1)' }).waitFor();
    await fine(long.page);
    await matter.getByRole('radio', { name: 'Duyệt' }).check();
    await fine(long.page);
    await approving.getByRole('button', { name: 'Duyệt (1)' }).click();
    await long.page.getByText(/^đã duyệt 1\//).waitFor();

    // The body puts another figure beside it, with its reason; the department is told.
    await an.open(`${SHEET}?item=1.1`);
    await panelOf(an.page).getByText('Lãnh đạo đơn vị đã duyệt', { exact: true }).first().waitFor();
    await panelOf(an.page).getByRole('button', { name: 'Điều chỉnh số liệu đơn vị đề xuất' }).click();
    await panelOf(an.page).getByLabel('Lý do điều chỉnh').fill('Theo kết quả kiểm tra (minh họa)');
    await panelOf(an.page).getByRole('button', { name: 'Mở để điều chỉnh' }).click();
    await an.page.getByLabel(field).first().fill('8');
    await an.page.getByLabel(field).first().blur();
    await saved(an.page);
    await panelOf(an.page).getByText('Cơ quan đã điều chỉnh').first().waitFor();
    await fine(an.page);
    await hoa.open('/lam-viec/viec-duoc-giao');
    await hoa.page.getByText('Lý do điều chỉnh: Theo kết quả kiểm tra (minh họa)').waitFor();
    const { rows } = await workspace.server.owner.query(`SELECT act, changes->>'value' AS value FROM entry WHERE target = $1 ORDER BY seq`, [figure]);
    expect(rows).toEqual([
      { act: 'propose', value: '10' },
      { act: 'submit', value: null },
      { act: 'recall', value: null },
      { act: 'submit', value: null },
      { act: 'return', value: null },
      { act: 'propose', value: '9' },
      { act: 'submit', value: null },
      { act: 'accept', value: '9' },
      { act: 'declare', value: '8' },
    ]);

    // The rest of the domain still waits: it holds up the freeze, until the leader's paper is recorded for it.
    const waiting = async () =>
      (await ask(workspace.server, workspace.world.people.an, 'GET', `${BODY}/review`)).body.findings.filter(
        ({ code }: { code: string }) => code === 'notApproved',
      );
    expect((await waiting()).length).toBeGreaterThan(0);
    await an.open(`${SHEET}?view=review`);
    await an.page.getByText('Sở Minh họa A', { exact: false }).first().waitFor();
    const { seq } = (await ask(workspace.server, workspace.world.people.binh, 'GET', BODY)).body;
    expect((await ask(workspace.server, workspace.world.people.binh, 'POST', `${BODY}/freeze`, { id: randomUUID(), base: seq })).body.code).toBe('mustMend');
    await an.open(`${SHEET}?item=1.2`);
    await panelOf(an.page).getByRole('button', { name: 'Ghi nhận văn bản của lãnh đạo đơn vị' }).click();
    await panelOf(an.page).getByLabel('Số, ký hiệu văn bản').fill('12/BC-MH');
    await panelOf(an.page).getByLabel('Ngày văn bản').fill('09/01/2023');
    const before = (await waiting()).length;
    await panelOf(an.page).getByRole('button', { name: 'Ghi nhận văn bản của lãnh đạo đơn vị' }).click();
    await panelOf(an.page).getByText('Lãnh đạo đơn vị đã duyệt', { exact: true }).first().waitFor();
    expect((await waiting()).length).toBeLessThan(before);
    expect([...an.pageErrors, ...hoa.pageErrors, ...long.pageErrors]).toEqual([]);
    await Promise.all([an, hoa, long].map(({ context }) => context.close()));
  });

  it('[F33] what is assigned is counted once; a leader approves many at once, old beside new, and leaves one out; the body reviews what counts', async () => {
    const { server, world } = workspace;
    const { an, binh } = world.people;
    await server.owner.query(`UPDATE assignment SET ended_at = now(), ended_by = $1 WHERE ended_at IS NULL`, [an.account]);
    const post = async (person: typeof an, path: string, body: unknown, method: 'POST' | 'PUT' = 'POST') => {
      const answer = await ask(server, person, method, `${BODY}/${path}`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    };
    const seq = async () => (await ask(server, binh, 'GET', BODY)).body.seq;
    const change = async (figure: string, value: string, more: object = {}) => ({ id: randomUUID(), figure, base: await seq(), changes: { value }, ...more });
    const old = { filesPublished: '50', filesReceived: '100', documentsIssuedOnTime: '6', documentsScheduled: '10' };
    for (const [figure, value] of Object.entries(old)) await post(an, 'entries', { entries: [await change(figure, value)] });
    await post(an, 'assignments', {
      to: 'so-minh-hoa-a',
      targets: ['3.2.3', '2.4.1', '1.2'].map((item) => ({ id: randomUUID(), item })),
    });
    const anh = await sitDown('anh', 'Vũ Thị Ánh', 'clerk');
    const specialist = { ...an, token: (await addPerson(server, 'anh-2', 'Vũ Thị Ánh', 'clerk', 'so-minh-hoa-a')).token };

    // The home, the list of work and the sheet agree: filesReceived came with 3.2.3, and 7.2.4, which is reckoned from it too, is not assigned.
    await anh.open('/lam-viec');
    await anh.page.getByText(/^Tỉnh Minh họa 01 giao 3 nội dung; đã duyệt \d$/).waitFor();
    await anh.open('/lam-viec/viec-duoc-giao');
    await anh.page.getByRole('link', { name: /^3\.2\.3\. / }).waitFor();
    // What is approved already is folded.
    await expect.poll(() => anh.page.getByRole('link', { name: /^\d\.\d(\.\d)?\. / }).count()).toBe(2);
    await anh.page.getByText('Đã duyệt (1)', { exact: true }).click();
    await expect.poll(() => anh.page.getByRole('link', { name: /^\d\.\d(\.\d)?\. / }).count()).toBe(3);
    await anh.open(SHEET);
    const outline = anh.page.getByRole('navigation', { name: 'Danh mục tiêu chí' });
    await outline.getByText(/^3\.2\.3 /).waitFor();
    await anh.page.getByRole('button', { name: /theo đề xuất của đơn vị/ }).waitFor();
    await expect.poll(() => outline.locator('.outline-item').count()).toBe(3);

    // Two of them are entered anew and submitted.
    for (const [figure, value] of [
      ['filesPublished', '90'],
      ['documentsIssuedOnTime', '9'],
    ] as const)
      await post(specialist, 'entries', { entries: [await change(figure, value)] });
    const base = await seq();
    await post(specialist, 'part-submissions', {
      submissions: [{ item: '3.2.3' }, { figure: 'filesPublished' }, { item: '2.4.1' }, { figure: 'documentsIssuedOnTime' }].map((target) => ({
        ...{ id: randomUUID(), base, act: 'submit' },
        ...target,
      })),
    });
    const khoa = await sitDown('khoa', 'Lý Văn Khoa', 'head');
    await khoa.open('/lam-viec/viec-duoc-giao');
    await khoa.page.getByRole('button', { name: 'Xem và duyệt 2 nội dung đang chờ' }).click();
    const approving = khoa.page.getByRole('dialog');
    const [published, issued] = [approving.getByRole('region', { name: /^3\.2\.3\. / }), approving.getByRole('region', { name: /^2\.4\.1\. / })];
    const cells = (of: typeof published, row: RegExp) => of.getByRole('row', { name: row }).getByRole('cell').allTextContents();
    await published.waitFor();
    const titleOf = (figure: string) => new RegExp(world.scheme.figures.find(({ id }) => id === figure)?.title?.vi ?? figure);
    expect(await cells(published, titleOf('filesPublished'))).toEqual(['50', '90']);
    await expect.poll(() => published.getByText(/^Điểm: /).textContent()).toBe('Điểm: 0,00 → 0,90/1; kỳ trước chưa có số liệu');
    expect(await cells(issued, titleOf('documentsIssuedOnTime'))).toEqual(['6', '9']);
    await published.getByRole('radio', { name: 'Duyệt' }).check();
    await issued.getByRole('radio', { name: 'Chưa quyết định' }).check();
    await picture(khoa.page, 'duyet-nhieu');
    await fine(khoa.page);
    await approving.getByRole('button', { name: 'Duyệt (1)' }).click();
    await approving.waitFor({ state: 'hidden' });
    await khoa.page.getByText('Duyệt (1). Đã ghi nhận quyết định.').waitFor();
    await khoa.page.getByRole('button', { name: 'Xem và duyệt 1 nội dung đang chờ' }).waitFor();
    const counting = async (figure: string) => {
      const { figures } = (await ask(server, an, 'GET', BODY)).body as { figures: { id: string; stages: { claimed?: { fields: { value?: string } } } }[] };
      return figures.find(({ id }) => id === figure)?.stages.claimed?.fields.value;
    };
    expect([await counting('filesPublished'), await counting('documentsIssuedOnTime')]).toEqual(['90', '6']);

    // The body puts another figure beside it, and reviews what counts: the value is there to be read.
    const chain = (await ask(server, an, 'GET', `${BODY}/assignments`)).body.chain;
    await post(an, 'assignments/chain', { division: false, review: true, version: chain.version }, 'PUT');
    await post(an, 'entries', { entries: [await change('filesPublished', '85', { reason: 'Theo kết quả kiểm tra (minh họa)' })] });
    const head = await workspace.signIn('binh');
    await head.open('/lam-viec');
    await head.page.getByRole('link', { name: 'Xem và rà soát' }).click();
    const reviewed = head.page.getByRole('dialog').getByRole('region', { name: /^3\.2\.3\. / });
    await reviewed.waitFor();
    expect(await cells(reviewed, titleOf('filesPublished'))).toEqual(['85', 'Giá trị đang tính do cơ quan điều chỉnh.']);
    expect([...anh.pageErrors, ...khoa.pageErrors, ...head.pageErrors]).toEqual([]);
    await Promise.all([anh, khoa, head].map(({ context }) => context.close()));
  });
});
