import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceJobs } from '../../server/src/capabilities/evidence/evidence-jobs.ts';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { startJobs } from '../../server/src/jobs/start-jobs.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { appraiseAllDomains, openExplanation, yesNoCodes } from '../../server/src/testing/appraised-round.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { ask, change, type Person, type PersonName } from '../../server/src/testing/world.ts';
import { openTestWorkspace, type PersonBrowser, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';
const API = '/api/rounds/minh-hoa-2022';
const BODY = 'tinh-minh-hoa-01';
const SHEET = `${ROUND}/bang-diem/${BODY}?view=explanation`;
const QUESTION = 'Nêu rõ văn bản nào giao chỉ tiêu (minh họa)';
const FOUND = 'Văn bản có lưu tại văn thư, chưa ban hành (minh họa)';
const ANSWER = 'Chỉ tiêu giao tại Kế hoạch số 01 (minh họa)';

let workspace: TestWorkspace;
let work: ReturnType<typeof workOf>;
let stopWork: () => Promise<void>;
let [first, second] = [] as string[];
let long: Person;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  work = workOf(workspace.server);
  stopWork = startJobs(work, evidenceJobs(work), [work.evidence.received]);
  const { server, world } = workspace;
  [first, second] = yesNoCodes(world);
  await appraiseAllDomains(server, world);
  await openExplanation(server, world);
  long = await addPerson(server, 'long', 'Trịnh Văn Long', 'head', 'so-minh-hoa-a');
  const entries = [first, second].map((item) => change({ item: item as string }, 0, { 'answer.yes': true }));
  expect((await ask(server, world.people.an, 'POST', `${API}/sheets/${BODY}/entries`, { entries })).status).toBe(201);
  server.clock.set('2023-02-10T02:00:00Z');
  const token = await signIn(server, world.people.giang.account);
  const verdict = { id: randomUUID(), base: 2, changes: { 'answer.yes': false }, reason: { code: 'notEnoughEvidence', text: 'Chưa đủ tài liệu (minh họa)' } };
  expect((await ask(server, { token }, 'POST', `${API}/sheets/${BODY}/items/${first}/appraisal`, verdict)).status).toBe(201);
}, 60_000);
afterAll(async () => {
  await stopWork?.();
  await work?.close();
  await workspace?.close();
});

const sit = (person: PersonName, at: string): Promise<PersonBrowser> => sitAs(workspace.world.people[person], at);

async function sitAs({ account }: { readonly account: string }, at: string): Promise<PersonBrowser> {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: await signIn(workspace.server, account), url: workspace.address }]);
  await browser.page.setViewportSize({ width: 1440, height: 900 });
  await browser.open(at);
  return browser;
}

describe('[F38] the explanation of Tỉnh Minh họa 01', () => {
  it('[F40] a check on site: its minutes are brought into the library, and what was found is recorded beside the verdict', async () => {
    const { page, pageErrors, open } = await sit('giang', `${ROUND}/bang-diem/${BODY}/tai-lieu`);
    await page.getByText(/^Người thẩm định đưa được biên bản xác minh thực tế vào kho này/).waitFor();
    expect(await page.getByRole('button', { name: 'Dán danh sách số, ký hiệu' }).count()).toBe(0);
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: 'biên bản xác minh.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf([{ lines: ['BIÊN BẢN', 'Xác minh thực tế (minh họa)'] }])) },
      ]);
    await page.getByLabel('Tôi cam kết các tệp này không chứa bí mật nhà nước.').check();
    await page.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
    await page.locator('[data-sending="kept"]', { hasText: 'biên bản xác minh.pdf' }).waitFor();

    await open(`${ROUND}/tham-dinh/${BODY}?item=${first}`);
    await page.getByRole('button', { name: 'Ghi nhận xác minh thực tế' }).click();
    const form = page.getByRole('group', { name: 'Xác minh thực tế' });
    await form.getByLabel('Ngày xác minh').fill('09/02/2023');
    await form.getByLabel('Thành phần đoàn xác minh').fill('Hoàng Thị Giang, thẩm định viên (minh họa)');
    await form.getByLabel('Kết quả xác minh').fill(FOUND);
    await form.getByRole('button', { name: 'Lưu kết quả xác minh' }).click();
    await form.getByText('Dẫn biên bản xác minh trước khi lưu.').waitFor();
    await form.getByRole('button', { name: 'Dẫn tài liệu', exact: true }).click();
    await form.getByRole('combobox', { name: 'Tài liệu trong kho' }).fill('bien ban');
    await page.getByRole('option', { name: /biên bản xác minh/ }).click();
    await form.getByRole('button', { name: 'Ghi chỗ dẫn' }).click();
    await form.getByRole('button', { name: 'Lưu kết quả xác minh' }).click();
    await page.getByText('Ngày xác minh: 09/02/2023', { exact: false }).waitFor();
    await page.getByText(FOUND).waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('begins with a question beside the verdict, and a notice that the owner records as sent', async () => {
    const asking = await sit('giang', `${ROUND}/tham-dinh/${BODY}?item=${second}`);
    await asking.page.getByRole('button', { name: 'Yêu cầu giải trình' }).click();
    await asking.page.getByLabel('Nội dung cần giải trình').fill(QUESTION);
    await asking.page.getByRole('dialog').getByRole('button', { name: 'Yêu cầu giải trình' }).click();
    await asking.page.getByText(QUESTION).waitFor();
    expect(asking.pageErrors.splice(0)).toEqual([]);

    workspace.server.clock.set('2023-03-02T02:00:00Z');
    const { page, pageErrors } = await sit('dung', `${ROUND}/tham-dinh?by=notice`);
    await page.getByRole('checkbox', { name: 'Chọn Tỉnh Minh họa 01' }).check();
    await page.getByRole('button', { name: 'Ghi nhận đã gửi cho 1 cơ quan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Số công văn').fill('12/BMH-CCHC');
    await dialog.getByLabel('Ngày công văn').fill('01/03/2023');
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
    // It is told what nobody has decided on.
    await dialog.getByRole('button', { name: 'Đã biết, vẫn thực hiện' }).click();
    await page.getByText('Số 12/BMH-CCHC, ngày 01/03/2023').waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('the clerk gives one item to a department, which sees that alone, writes it and approves it', async () => {
    workspace.server.clock.set('2023-03-06T02:00:00Z');
    const giving = await sit('an', SHEET);
    await giving.page.getByRole('button', { name: `Giao giải trình tiêu chí ${second}` }).click();
    const dialog = giving.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Đơn vị' }).click();
    await giving.page.getByRole('option', { name: 'Sở Minh họa A' }).click();
    await dialog.getByRole('button', { name: 'Giao cho đơn vị' }).click();
    await giving.page.getByText('Đơn vị chưa trả lời').waitFor();
    expect(giving.pageErrors.splice(0)).toEqual([]);

    const { page, pageErrors } = await sitAs(long, '/lam-viec');
    await page.getByText('1 nội dung được giao giải trình, chưa trình lãnh đạo đơn vị').waitFor();
    await page.getByRole('link', { name: 'Soạn giải trình' }).click();
    await page.getByText(QUESTION).waitFor();
    expect(await page.getByRole('heading', { level: 3, name: new RegExp(`^${first}\\.`) }).count()).toBe(0);
    await page.getByRole('button', { name: `Soạn nội dung giải trình tiêu chí ${second}` }).click();
    await page.getByRole('radio', { name: 'Thống nhất với kết quả thẩm định' }).check();
    await page.getByRole('button', { name: 'Lưu nội dung giải trình' }).click();
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByText('Lãnh đạo đơn vị đã duyệt, chờ cơ quan tiếp nhận').waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });

  it('the clerk finds it at home, explains one item and takes what the department answers to the other; the head freezes it', async () => {
    const { page, pageErrors } = await sit('an', '/lam-viec');
    await page.getByText(/^1 nội dung có kết quả thẩm định khác điểm tự chấm/).waitFor();
    await page.getByRole('link', { name: 'Giải trình' }).first().click();
    await page.getByRole('button', { name: `Trả lời tiêu chí ${first}` }).click();
    await page.getByRole('textbox', { name: 'Nội dung giải trình' }).fill(ANSWER);
    await page.getByRole('button', { name: 'Lưu trả lời' }).click();
    await page.getByText(ANSWER).waitFor();
    await page.getByText(QUESTION).waitFor();
    await page.getByText(FOUND).waitFor();
    await page.getByRole('button', { name: 'Tiếp nhận làm trả lời của cơ quan' }).click();
    await page.getByRole('heading', { name: 'Nội dung cần giải trình: đã trả lời 2/2' }).waitFor();
    expect(pageErrors.splice(0)).toEqual([]);

    const head = await sit('binh', SHEET);
    await head.page.getByRole('button', { name: 'Chốt nội dung giải trình' }).click();
    await head.page.getByText('Chốt nội dung giải trình để ký và gửi?').waitFor();
    await head.page.getByRole('button', { name: 'Chốt nội dung giải trình' }).click();
    await head.page.getByText(/^Đã chốt lúc/).waitFor();
    await head.page.getByRole('button', { name: 'Chọn báo cáo đã ký (PDF) và gửi' }).waitFor();
    expect(head.pageErrors.splice(0)).toEqual([]);
  });

  it('an explanation that was not sent with its signed report waits for nobody; at the item it says so, beside the first verdict', async () => {
    workspace.server.clock.set('2023-03-12T02:00:00Z');
    const { page, pageErrors } = await sit('giang', '/lam-viec');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('chờ thẩm định lần hai').count()).toBe(0);
    await page.goto(`${workspace.address}${ROUND}/tham-dinh/${BODY}?item=${first}`);
    await page.getByRole('heading', { name: new RegExp(`^${first?.replaceAll('.', '\\.')}\\.`) }).waitFor();
    await page.getByText('Chưa đủ tài liệu (minh họa)').first().waitFor();
    await page.getByText(ANSWER).waitFor();
    await page.getByText('Nội dung này chưa được gửi kèm văn bản đã ký, nên được coi là không giải trình.').waitFor();
    expect(pageErrors.splice(0)).toEqual([]);
  });
});
