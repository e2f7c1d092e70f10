import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fieldOf, saved } from './workspace/test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';
const SHEET = `${ROUND}/bang-diem/tinh-minh-hoa-01`;
const ITEM = `${SHEET}?item=2.4.1`;
/** The figures of that item, and what they are called. */
const ON_TIME = 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ';
const PLANNED = 'Số văn bản quy phạm pháp luật trong chương trình';

interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Signs in as the sign-in page of the sandbox offers it, by the name that stands there. */
async function enter(browser: Browser, address: string, name: string): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${address}/dang-nhap`);
  await page.getByRole('button', { name: `Dùng tài khoản này: ${name}` }).click();
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL('**/lam-viec');
  return {
    context,
    page,
    async open(path) {
      await page.goto(address + path);
      await page.locator('h1').waitFor();
    },
    close: () => context.close(),
  };
}

async function type(page: Page, label: string, value: string): Promise<void> {
  await fieldOf(page, label).fill(value);
  await page.keyboard.press('Tab');
}

/** Goes on scoring from the first page, in this round: others may still be told behind the pages. */
const goOnIn = (page: Page, round: string) => page.locator(`a[href*="${round}/"]`).filter({ hasText: 'Chấm tiếp' }).first().click();

/** A figure is changed, and the points follow; the same field in two windows, with a choice between the two; typing goes on without a line. */
async function clerkScores(browser: Browser, address: string): Promise<void> {
  const clerk = await enter(browser, address, 'Nguyễn Văn An (minh họa)');
  const { page } = clerk;
  await goOnIn(page, 'minh-hoa-2022');
  await page.getByRole('heading', { level: 1, name: /Tỉnh Minh họa 01/ }).waitFor();
  await clerk.open(ITEM);
  await type(page, PLANNED, '220');
  await type(page, ON_TIME, '179');
  await page.getByText('0,41/0,5 điểm', { exact: true }).waitFor();
  await type(page, ON_TIME, '220');
  await page.getByText(/^0,50?\/0,5 điểm$/).waitFor();
  await saved(page);

  const other = await enter(browser, address, 'Nguyễn Văn An (minh họa)');
  await other.open(ITEM);
  await fieldOf(other.page, ON_TIME).waitFor();
  await other.context.setOffline(true);
  await type(other.page, ON_TIME, '180');
  await type(page, ON_TIME, '181');
  await saved(page);
  await other.context.setOffline(false);
  await other.page.getByText('Đề nghị đối chiếu hai nội dung hiển thị song song và chọn một.').waitFor();
  await other.page.getByRole('button', { name: 'Giữ nội dung đang có' }).click();
  await saved(other.page);
  await other.close();

  await clerk.context.setOffline(true);
  await type(page, ON_TIME, '182');
  await type(page, PLANNED, '221');
  await clerk.context.setOffline(false);
  await saved(page);
  await clerk.open(ITEM);
  for (const [label, value] of [
    [ON_TIME, '182'],
    [PLANNED, '221'],
  ] as const)
    await page.waitForFunction(
      ([found, wanted]) => [...document.querySelectorAll('input')].some((input) => input.labels?.[0]?.textContent?.includes(found) && input.value === wanted),
      [label, value] as const,
    );
  await clerk.close();
}

/** What waits for the owner; the calendar of the round, the list of 63 sheets, and an extension for one province by a document. */
async function ownerExtends(browser: Browser, address: string): Promise<void> {
  const owner = await enter(browser, address, 'Phạm Văn Dũng (minh họa)');
  const { page } = owner;
  await page.getByText(/^\d+ cơ quan có nguy cơ chậm/).waitFor();
  await page.getByText('Số liệu lấy đến ngày 31/12').waitFor();
  await owner.open(`${ROUND}?part=calendar`);
  await page.getByText('Tự đánh giá, chấm điểm').filter({ visible: true }).first().waitFor();
  await owner.open(`${ROUND}/bang-diem`);
  await page.getByRole('link', { name: 'Tỉnh Minh họa 63' }).waitFor();
  await owner.open(`${ROUND}?part=extensions`);
  await page.getByRole('button', { name: 'Ghi gia hạn' }).click();
  await page.getByRole('combobox', { name: 'Bước' }).click();
  await page.getByRole('option', { name: 'Tự đánh giá, chấm điểm' }).click();
  await page.getByRole('combobox', { name: 'Cơ quan' }).fill('Tỉnh Minh họa 05');
  await page.getByRole('option', { name: 'Tỉnh Minh họa 05' }).click();
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
  await page.getByLabel('Gia hạn đến').fill(`17:00 ${day}`);
  await page.getByLabel('Số văn bản').fill('12/BMH-CCHC');
  await page.getByLabel('Ngày văn bản').fill(new Date().toISOString().slice(0, 10).split('-').reverse().join('/'));
  await page.getByLabel('Lý do').fill('Mất điện diện rộng (minh họa)');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  // Without a file of the decision it is told what those who read the register will see.
  await page.getByRole('button', { name: 'Đã biết, vẫn thực hiện' }).click();
  await page.getByText('Đã ghi gia hạn vào sổ.').waitFor();
  await owner.close();
}

/** Somebody is invited, and the trail tells just that; a handover has a story of its own (workspace/handover.story.ts). */
async function administratorInvites(browser: Browser, address: string): Promise<void> {
  const administrator = await enter(browser, address, 'Bùi Thị Lan (minh họa)');
  const { page } = administrator;
  await administrator.open('/lam-viec/nguoi-dung');
  await page.getByRole('button', { name: 'Mời người dùng' }).click();
  const form = page.getByRole('region', { name: 'Mời người dùng' });
  await form.getByLabel('Họ và tên').fill('Người được mời (minh họa)');
  await form.getByLabel('Thư điện tử công vụ').fill('duoc-moi@minh-hoa.example');
  await form.getByLabel('Vai trò', { exact: false }).selectOption({ label: 'Công chức đầu mối' });
  await form.getByRole('combobox', { name: 'Cơ quan' }).fill('tinh minh hoa 03');
  await page.getByRole('option', { name: 'Tỉnh Minh họa 03' }).click();
  await form.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click();
  await page.getByText('Đã tạo tài khoản cho Người được mời (minh họa)').waitFor();
  await administrator.open('/lam-viec/nhat-ky');
  await page.getByText('Mời người dùng').filter({ visible: true }).first().waitFor();
  await administrator.close();
}

/** A domain is given to a department; what it has brought before its leader counts once the leader has approved it. */
async function departmentProposes(browser: Browser, address: string): Promise<void> {
  const clerk = await enter(browser, address, 'Nguyễn Văn An (minh họa)');
  await clerk.open(`${SHEET}?view=assign`);
  await clerk.page.getByRole('checkbox', { name: /^Chọn cả lĩnh vực 4\./ }).check();
  await clerk.page.getByRole('button', { name: 'Giao cho đơn vị' }).click();
  const giving = clerk.page.getByRole('dialog');
  await giving.getByRole('combobox', { name: 'Đơn vị' }).fill('Minh họa A');
  await clerk.page.getByRole('option', { name: 'Sở Minh họa A' }).click();
  await giving.getByRole('button', { name: 'Giao cho đơn vị' }).click();
  await giving.waitFor({ state: 'hidden' });
  await clerk.close();

  const specialist = await enter(browser, address, 'Ngô Thị Hoa (minh họa)');
  await specialist.page.getByText('1 nội dung bị trả lại').waitFor();
  await specialist.page.getByRole('link', { name: 'Xem việc được giao' }).click();
  await specialist.page.getByRole('heading', { level: 1, name: 'Việc được giao' }).waitFor();
  await specialist.close();

  const leader = await enter(browser, address, 'Trịnh Văn Long (minh họa)');
  await leader.page.getByText('2 nội dung chờ Ông/Bà phê duyệt').waitFor();
  await leader.page.getByRole('link', { name: 'Xem và phê duyệt' }).click();
  await leader.page.getByRole('button', { name: 'Xem và duyệt 2 nội dung đang chờ' }).click();
  const approving = leader.page.getByRole('dialog');
  await approving.getByRole('radio', { name: 'Duyệt' }).first().waitFor();
  for (const accept of await approving.getByRole('radio', { name: 'Duyệt' }).all()) await accept.check();
  await approving.getByRole('button', { name: 'Duyệt (2)' }).click();
  await approving.waitFor({ state: 'hidden' });
  await leader.page.getByText(/^đã duyệt 3\//).waitFor();
  await leader.close();

  const division = await enter(browser, address, 'Đinh Văn Nam (minh họa)');
  await division.page.getByText(/^3 nội dung được giao chưa trình/).waitFor();
  await division.close();
}

/** What waits for a leader, who looks up the place of the own body. */
async function leaderLooks(browser: Browser, address: string): Promise<void> {
  const leader = await enter(browser, address, 'Trần Thị Bình (minh họa)');
  const { page } = leader;
  await page.getByText('2 nội dung đơn vị đã phê duyệt, chờ rà soát').waitFor();
  await page.getByText('Ý kiến nhắc tên Ông/Bà').waitFor();
  await leader.open(`${ROUND}/xep-hang`);
  await page.getByText('Tỉnh Minh họa 01').filter({ visible: true }).first().waitFor();
  await leader.close();
}

/** A province's own rounds: their boards, a letter of urging, and scoring by a department and a commune. */
async function provinceRuns(browser: Browser, address: string): Promise<void> {
  const owner = await enter(browser, address, 'Lý Thị Mai (minh họa)');
  const { page } = owner;
  await page.getByText('11 cơ quan chưa gửi báo cáo, sắp hết hạn').waitFor();
  for (const [round, body] of [
    ['so-minh-hoa-2026', 'Sở Minh họa A'],
    ['xa-minh-hoa-2026', 'Xã Minh họa 01'],
  ] as const) {
    await owner.open(`/lam-viec/ky-danh-gia/${round}/tien-do`);
    await page.getByText(body).first().waitFor();
  }
  await owner.open('/lam-viec/ky-danh-gia/xa-minh-hoa-2026');
  await page.getByRole('button', { name: 'Danh sách chưa hoàn thành' }).click();
  await page.getByRole('button', { name: 'Chọn tất cả' }).click();
  const [letter] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lập công văn (DOCX)' }).click()]);
  if (!letter.suggestedFilename().endsWith('.docx')) throw new Error('no letter came');
  await owner.close();
  for (const name of ['Ngô Thị Hoa (minh họa)', 'Mai Thị Oanh (minh họa)']) {
    const clerk = await enter(browser, address, name);
    await goOnIn(clerk.page, 'minh-hoa-2026');
    await clerk.page.getByRole('heading', { level: 1, name: /Minh họa/ }).waitFor();
    await clerk.close();
  }
}

/** Opens a page until what the sandbox tells behind the first pages is there. */
async function openOnceTold({ page, open }: Visitor, path: string, text: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await open(path);
    const isThere = page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 5_000 });
    if (
      await isThere.then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`${path} does not tell ${text}`);
}

/** A round in each later step: a verdict that waits for a second person, what is left to explain, a vote to be given, the final result. */
async function laterSteps(browser: Browser, address: string): Promise<void> {
  const second = await enter(browser, address, 'Lương Văn Quân (minh họa)');
  await openOnceTold(second, '/lam-viec/ky-danh-gia/minh-hoa-tham-dinh/tham-dinh', /^Tỉnh Minh họa 01/);
  await openOnceTold(second, '/lam-viec', /chờ (người thứ hai|Ông\/Bà) xác nhận/);
  await second.close();
  const clerk = await enter(browser, address, 'Nguyễn Văn An (minh họa)');
  await openOnceTold(clerk, '/lam-viec/ky-danh-gia/minh-hoa-giai-trinh/bang-diem/tinh-minh-hoa-01?view=explanation', /Tài liệu kiểm chứng chưa thể hiện/);
  await clerk.close();
  const member = await enter(browser, address, 'Vũ Thị Hạnh (minh họa)');
  await openOnceTold(member, '/lam-viec/ky-danh-gia/minh-hoa-hoi-dong/hoi-dong', /Phòng họp số 1/);
  await member.close();
  const owner = await enter(browser, address, 'Lý Thị Mai (minh họa)');
  await openOnceTold(owner, '/lam-viec/ky-danh-gia/so-minh-hoa-2025/xep-hang', 'Kết quả cuối cùng');
  await owner.close();
}

/** The things to try that the sandbox's sign-in page names, in their order; `waits` for those that come upon what its past has left waiting. */
export const TOUR = [
  { called: 'the clerk scores, in two windows and without a line', walk: clerkScores, waits: false },
  { called: 'the owner sees the calendar and the sheets, and extends', walk: ownerExtends, waits: false },
  { called: 'a leader finds what waits, and the place of the own body', walk: leaderLooks, waits: true },
  { called: 'the administrator invites, and the trail tells it', walk: administratorInvites, waits: false },
  { called: 'a department proposes, and its leader approves', walk: departmentProposes, waits: true },
  { called: 'a province runs its own rounds', walk: provinceRuns, waits: true },
  { called: 'a round stands in each later step', walk: laterSteps, waits: true },
] as const;
