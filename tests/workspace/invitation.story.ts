import { itemsOfDomains, prepareScheme } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import { displayDecimal } from '@parindex/core/quantity/display';
import { answerForms, type FormField } from '@parindex/core/rules/answer-form';
import { estimatedItems } from '@parindex/core/scoring/own-items';
import { pointsOver } from '@parindex/core/words/points-text';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeUpRound, madeUpRound } from '../../server/src/sandbox/declare-made-up.ts';
import { provinceRound } from '../../server/src/sandbox/invented-rounds.ts';
import { ask } from '../../server/src/testing/world.ts';
import { openTestWorkspace, saved, type TestWorkspace } from './test-workspace.ts';

const BODY = 'tinh-minh-hoa-03';
const PASSWORD = 'con cò bay lả bay la 1945';
/** Whose made-up figures the clerk has on her desk. */
const MADE = 'minh-hoa-02';
/** Typed into the forms; the rest comes from a spreadsheet. */
const TYPED = ['1.1', '2.4.1', '6.1.1', '1.2', '1.4.2', '2.1.1', '2.1.2', '2.2.1', '3.1.1', '1.6'];
const NOT_ARISEN = '2.4.2';
/** Of its two figures she declares 0: there was nothing to count. */
const NOTHING_COUNTED = '6.2.3';

let workspace: TestWorkspace;
let made: MadeUpRound;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  made = madeUpRound(workspace.world.scheme, provinceRound());
  // The survey has come in.
  for (const [question, groups] of Object.entries(made.estimates[MADE] ?? {}))
    for (const [group, { mean, answers }] of Object.entries(groups))
      await workspace.server.owner.query(
        'INSERT INTO estimate (round_id, body_id, question, respondent_group, mean, answers) VALUES ($1, $2, $3, $4, $5, $6)',
        [workspace.world.round, BODY, question, group, mean, answers],
      );
}, 120_000);
afterAll(() => workspace?.close());

/** What the clerk knows of a field; where her papers say nothing, what the field lets one say. */
function knownOf({ target, field, entry }: FormField): string | boolean | string[] {
  const known =
    target.kind === 'figure'
      ? made.figures[MADE]?.[target.id]?.value
      : (fieldsOfEntry(made.sheets[MADE]?.[target.id] ?? {})[field] as string | boolean | string[] | undefined);
  if (known !== undefined) return known;
  if (entry.kind === 'yesNo') return true;
  if (entry.kind === 'checks') return entry.options.map(({ id }) => id);
  return entry.kind === 'choice' ? (entry.options[0]?.id as string) : '1';
}

/** A value as it stands in a cell of a spreadsheet. */
function cellOf(form: FormField): string {
  const value = knownOf(form);
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (form.entry.kind === 'choice' || form.entry.kind === 'checks') {
    const { options } = form.entry;
    if (value.length === 0) return 'Không có nội dung nào';
    return (Array.isArray(value) ? value : [value]).map((id) => options.find((option) => option.id === id)?.title?.vi ?? id).join('; ');
  }
  return displayDecimal(String(value), 'vi');
}

const place = (page: Page, { target, field }: Pick<FormField, 'target' | 'field'>) => page.locator(`[id="o-${target.kind}-${target.id}-${field}"]`);

/** Through the outline to an item, as one looks for it. */
async function goTo(page: Page, code: string): Promise<void> {
  await page.getByLabel('Tìm trong danh mục').fill(code);
  await page
    .getByRole('navigation', { name: 'Danh mục tiêu chí' })
    .getByText(new RegExp(`^${code.replaceAll('.', '\\.')} `))
    .click();
  await page.getByRole('heading', { level: 2, name: new RegExp(`^${code.replaceAll('.', '\\.')}\\. `) }).waitFor();
}

async function enter(page: Page, form: FormField): Promise<void> {
  const at = place(page, form);
  const value = knownOf(form);
  switch (form.entry.kind) {
    case 'yesNo':
      return at.getByRole('radio', { name: value ? 'Có' : 'Không', exact: true }).check();
    case 'choice':
    case 'checks': {
      const ids = Array.isArray(value) ? value : [String(value)];
      if (ids.length === 0) return at.getByRole('button', { name: 'Không có nội dung nào' }).click();
      for (const id of ids) await at.locator(`input[value="${id}"]`).check();
      return;
    }
    default: {
      await at.getByRole('textbox').pressSequentially(cellOf(form));
      await page.keyboard.press('Tab');
      const which = at.getByRole('button', { name: '(dấu chấm ngăn cách hàng nghìn)' });
      if (await which.isVisible()) await which.click();
    }
  }
}

/** Codes and points as the outline shows them. */
async function shownPoints(page: Page): Promise<Record<string, string>> {
  await page.getByLabel('Tìm trong danh mục').fill('');
  const outline = page.getByRole('navigation', { name: 'Danh mục tiêu chí' });
  const closed = outline.locator('button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  const lines = await outline.locator('button:not([aria-expanded])').evaluateAll((buttons) =>
    buttons.map((button) => ({
      label: button.querySelector('.outline-title')?.textContent ?? '',
      points: button.querySelector('.figures')?.textContent ?? '',
    })),
  );
  return Object.fromEntries(lines.map(({ label, points }) => [label.split(' ')[0], points]));
}

describe('Ngô Thị Oanh is invited and scores Tỉnh Minh họa 03', () => {
  let page: Page;
  let link = '';

  it('[F98] the administrator invites her in the browser; the link serves once, and her password opens the door', async () => {
    const lan = await workspace.signIn('lan');
    const browser = await lan.open('/lam-viec/nguoi-dung');
    await browser.getByRole('button', { name: 'Mời người dùng' }).click();
    const form = browser.getByRole('region', { name: 'Mời người dùng' });
    await form.getByLabel('Họ và tên').fill('Ngô Thị Oanh');
    await form.getByLabel('Thư điện tử công vụ').fill('oanh@minh-hoa.example');
    await form.getByLabel('Vai trò', { exact: false }).selectOption({ label: 'Công chức đầu mối' });
    await form.getByRole('combobox', { name: 'Cơ quan' }).fill('minh hoa 03');
    await browser.getByRole('option', { name: 'Tỉnh Minh họa 03' }).click();
    await form.getByLabel('Từ ngày').fill('01/01/2023');
    await form.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click();
    await browser.getByText('Đã tạo tài khoản cho Ngô Thị Oanh').waitFor();
    link = await browser.getByLabel('Liên kết đặt mật khẩu').inputValue();
    expect(lan.pageErrors).toEqual([]);
    await lan.context.close();

    const oanh = await workspace.signIn(undefined);
    page = oanh.page;
    await page.goto(link);
    await page.getByText('Tài khoản của Ngô Thị Oanh (oanh@minh-hoa.example).').waitFor();
    await page.getByLabel('Mật khẩu mới', { exact: false }).first().fill(PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await page.getByRole('link', { name: 'Đến trang đăng nhập' }).click();
    await page.getByLabel('Thư điện tử công vụ').fill('oanh@minh-hoa.example');
    await page.getByLabel('Mật khẩu', { exact: false }).first().fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Đã tự chấm 0/74 nội dung').waitFor();

    const second = await oanh.context.newPage();
    await second.goto(link);
    await second.getByRole('alert').waitFor();
    await expect.poll(() => second.getByLabel('Mật khẩu mới').count()).toBe(0);
    await second.close();
  });

  it('[F21] [F17] she fills the whole sheet by its forms and from a spreadsheet; the screen says what the server has', async () => {
    const { scheme } = workspace.world;
    const forms = answerForms(prepareScheme(scheme));
    const inputsOf = (code: string) => forms.get(code)?.fields.filter(({ use }) => use === 'input') ?? [];
    await page.getByRole('link', { name: 'Mở bảng chấm điểm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bảng chấm điểm của Tỉnh Minh họa 03' }).waitFor();

    const kinds: string[] = [];
    for (const code of TYPED) {
      await goTo(page, code);
      for (const form of inputsOf(code)) {
        await enter(page, form);
        kinds.push(form.entry.kind);
      }
      await page.getByLabel('Giải trình').fill(`Theo báo cáo về tiêu chí ${code} (minh họa)`);
      if (code === '1.1')
        for (const { target } of inputsOf(code)) {
          const provenance = page.locator('details').filter({ has: place(page, { target, field: 'source' }) });
          await provenance.locator('summary').click();
          await place(page, { target, field: 'source' }).getByRole('textbox').pressSequentially('Báo cáo số 15/BC-UBND (minh họa)');
          await place(page, { target, field: 'date' }).getByRole('textbox').pressSequentially('20/12/2022');
          await place(page, { target, field: 'vintage' }).getByRole('textbox').pressSequentially('Năm 2022');
          await page.keyboard.press('Tab');
        }
    }
    const times = (kind: string) => kinds.filter((one) => one === kind).length;
    expect({ number: times('number'), checks: times('checks'), yesNo: times('yesNo'), choice: times('choice') }).toEqual({
      number: 6,
      checks: 3,
      yesNo: 3,
      choice: 1,
    });
    await goTo(page, NOT_ARISEN);
    await page.getByRole('checkbox', { name: 'Không phát sinh' }).check();
    await page.getByLabel('Lý do không phát sinh').pressSequentially('Trong năm không có nội dung được giao quy định chi tiết (minh họa)');
    await page.keyboard.press('Tab');
    await saved(page);

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('link', { name: 'Danh sách' }).click();
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    await page.getByRole('button', { name: 'Chép bảng mẫu' }).click();
    const table = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
    const fields = itemsOfDomains(scheme.domains).flatMap(({ code }) => inputsOf(code).map((form) => ({ code, form })));
    expect(table.map(([code]) => code)).toEqual(fields.map(({ code }) => code));
    const seen = new Set<string>();
    const filled = table.map(([code, name, there], index) => {
      const { form } = fields[index] as (typeof fields)[number];
      const key = `${form.target.id} ${form.field}`;
      // A figure that several items share stands in the table once for each.
      const again = seen.has(key);
      seen.add(key);
      const entered = code === NOTHING_COUNTED ? '0' : cellOf(form);
      return [code, name, there !== '' || again || code === NOT_ARISEN ? there : entered].join('\t');
    });
    await page.evaluate((text) => navigator.clipboard.writeText(text), filled.join('\n'));
    await page.getByLabel('Dán vào đây').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByLabel('dấu ngăn cách hàng nghìn').check();
    const count = filled.filter((line, index) => line !== table[index]?.join('\t')).length;
    await page.getByRole('button', { name: `Ghi ${count} thay đổi` }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await saved(page);

    await page.getByRole('link', { name: 'Từng tiêu chí' }).click();
    await page.getByLabel('Chỉ hiện nội dung chưa chấm').check();
    await page.getByText('Không có tiêu chí nào khớp.').waitFor();
    await page.getByLabel('Chỉ hiện nội dung chưa chấm').uncheck();
    const points = await shownPoints(page);

    const { people, round } = workspace.world;
    const { body: sheet } = await ask(workspace.server, people.dung, 'GET', `/api/rounds/${round}/sheets/${BODY}`);
    const { points: sums, items } = sheet.columns.claimed as {
      points: { own: { points: string; maximum: string; asked: number; answered: number } };
      items: { code: string; state: string; points: string; maximum: string; fault: unknown }[];
    };
    expect(items).toHaveLength(94);
    // What is claimed not to have arisen, by name or by figures of 0, has its answer, and no points until it is confirmed.
    const { own } = sums;
    expect(items.filter(({ state }) => state === 'notApplicable')).toEqual([]);
    expect(own).toMatchObject({ asked: 74, answered: 74 });
    expect(items.filter(({ state }) => state === 'notAnswered')).toMatchObject(
      [NOT_ARISEN, NOTHING_COUNTED].map((code) => ({ code, explanation: { because: 'claimed' } })),
    );
    const shown = pointsOver(own, workspace.world.scheme, 'vi');
    // What surveys gave is sealed while the round runs: whoever declares sees no points there, though the owner has them.
    const sealed = estimatedItems(prepareScheme(scheme));
    expect(items.filter(({ code, state }) => sealed.has(code) && state === 'scored')).toHaveLength(sealed.size);
    expect(points).toEqual(
      Object.fromEntries(
        items.map(({ code, state, points: its, maximum }) => [
          code,
          pointsOver({ points: state === 'scored' && !sealed.has(code) ? its : null, maximum }, scheme, 'vi'),
        ]),
      ),
    );
    await page.getByText(`${shown} điểm`).first().waitFor();
    const { body: list } = await ask(workspace.server, people.dung, 'GET', `/api/rounds/${round}/sheets`);
    const row = list.sheets.find((one: { body: { id: string } }) => one.body.id === BODY);
    expect(row.claimed.own).toEqual(own);

    await page.goto(`${workspace.address}/lam-viec`);
    await page.getByText('Đã tự chấm 72/74 nội dung, đề nghị không đánh giá 2 nội dung').waitFor();
    await page.getByText(`Điểm tự chấm hiện tại: ${shown}`).waitFor();
    await page.context().close();
  });
});
