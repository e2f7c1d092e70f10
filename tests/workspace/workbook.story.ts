import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CELL, editWorkbook, partsOf } from '../../server/src/file-inspection/testing/edit-workbook.ts';
import { ask, change } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const API = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const FIGURES = 'xl/worksheets/sheet2.xml';
const ON_TIME = 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ';
const PLANNED = 'Số văn bản quy phạm pháp luật trong chương trình';

async function download(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Tải bảng tính (XLSX)' }).click()]);
  expect(file.suggestedFilename()).toBe('bang-diem-tinh-minh-hoa-01.xlsx');
  return readFileSync(await file.path());
}

async function load(page: Page, buffer: Buffer, name = 'bang-diem.xlsx'): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'Nạp bảng tính' }).click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('dialog').waitFor();
}

/** The row of a figure in the workbook. */
async function rowOf(bytes: Buffer, figure: string): Promise<number> {
  const parts = await partsOf(bytes);
  const strings = [...String(parts['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => String(si).replaceAll(/<[^>]+>/g, ''));
  const index = strings.indexOf(`figure ${figure}`);
  return Number(new RegExp(`<c r="A(\\d+)" t="s"[^>]*><v>${index}</v>`).exec(String(parts[FIGURES]))?.[1]);
}

describe('An fills in the sheet in a spreadsheet', () => {
  it('takes it along, brings it back, sees every change, and writes it as ordinary entries', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(`${SHEET}?view=list`);
    const bytes = await download(page);
    const [done, planned] = [figureCalled(workspace, ON_TIME), figureCalled(workspace, PLANNED)];
    const [doneRow, plannedRow] = [await rowOf(bytes, done), await rowOf(bytes, planned)];
    // Meanwhile a colleague writes one of the two.
    const theirs = await ask(workspace.server, workspace.world.people.binh, 'POST', `${API}/entries`, {
      entries: [change({ figure: planned }, 0, { value: 221 })],
    });
    expect(theirs.status).toBe(201);
    const filled = await editWorkbook(bytes, {
      [FIGURES]: {
        [`E${doneRow}`]: CELL.number('179'),
        [`F${doneRow}`]: CELL.text('Báo cáo 12/BC-MH'),
        [`G${doneRow}`]: CELL.text('31/02/2022'),
        [`E${plannedRow}`]: CELL.number('220'),
      },
    });
    await load(page, filled);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 thay đổi', { exact: true }).first().waitFor();
    await dialog.getByText(`Số liệu!G${doneRow}`).waitFor();
    await dialog.getByText('1 chỗ không nhận được').first().waitFor();
    await dialog.getByText('Đang có trong bảng chấm điểm: 221').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Ghi 2 thay đổi' }).isDisabled()).toBe(true);
    expect(await faultsInStory(page)).toEqual([]);
    await dialog.getByLabel('Trong bảng tính: 220').check();
    expect(await entriesOf(workspace, done)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi 3 thay đổi' }).click();
    await saved(page);
    expect((await entriesOf(workspace, done)).map(({ changes, base }) => [changes['value'], base])).toEqual([['179', 0]]);
    expect((await entriesOf(workspace, planned)).map(({ changes }) => changes['value'])).toEqual(['221', '220']);
    const { rows } = await workspace.server.owner.query('SELECT DISTINCT origin FROM entry WHERE target = $1', [done]);
    expect(rows).toEqual([{ origin: 'import' }]);
    const item = await an.open(`${SHEET}?item=2.4.1`);
    await expect.poll(() => fieldOf(item, ON_TIME).inputValue()).toBe('179');
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('on a phone, is told why a file is not taken, and nothing is written', async () => {
    const an = await workspace.signIn('an', { width: 390, height: 844 });
    const page = await an.open(`${SHEET}?view=list`);
    const before = await workspace.server.owner.query('SELECT count(*) FROM entry');
    await load(page, readFileSync(path.join(import.meta.dirname, '../../package.json')), 'gói.xlsx');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Cả tệp').waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    await expect.poll(() => dialog.getByRole('button', { name: 'Ghi 0 thay đổi' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Hủy' }).click();
    expect((await workspace.server.owner.query('SELECT count(*) FROM entry')).rows).toEqual(before.rows);
    await an.context.close();
  });
});
