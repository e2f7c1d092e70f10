import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerAll } from '../server/src/testing/answer-all.ts';
import { startTestServer, type TestServer } from '../server/src/testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../server/src/testing/world.ts';
import { LIBREOFFICE_IS_THERE, openedAll, type Page, pagesOf, WITHOUT_LIBREOFFICE } from './libreoffice.ts';

// The documents that an office signs, opened in LibreOffice: what it reads, how many pages, which of them are landscape.

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
let folder: string;
let server: TestServer;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-official-'));
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A document as an answer of the server, in a file. */
async function take(person: PersonName, name: string, url: string, body?: object): Promise<string> {
  const headers = { cookie: `parindex_session=${world.people[person].token}` };
  const answer = await server.app.inject(
    body
      ? { method: 'POST', url, headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify(body) }
      : { method: 'GET', url, headers },
  );
  expect([name, answer.statusCode]).toEqual([name, 200]);
  writeFileSync(path.join(folder, name), answer.rawPayload);
  return path.join(folder, name);
}

/** The same as LibreOffice lays it out. */
const opened = (file: string): string => openedAll(folder, [path.basename(file)])[0] as string;

/** Both forms of a document: the PDF as it was made, the DOCX as LibreOffice opens it. */
async function bothForms(person: PersonName, name: string, url: string): Promise<[form: string, pages: Page[]][]> {
  const [pdf, docx] = [await take(person, `${name}.pdf`, `${url}?format=pdf`), await take(person, `${name}.docx`, `${url}?format=docx`)];
  return [
    ['PDF', pagesOf(pdf)],
    ['DOCX', pagesOf(opened(docx))],
  ];
}

it('[F119] the brief is one upright page in both forms', { timeout: 180_000 }, async (ctx) => {
  if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
  for (const [form, pages] of await bothForms('an', 'phieu-trinh', `${SHEET}/brief`)) {
    expect([form, pages.map(({ across }) => across)]).toEqual([form, [false]]);
    for (const part of ['PHIẾU TRÌNH', 'Kính trình: Chủ tịch Ủy ban nhân dân tỉnh Minh họa 01', 'III. Ý KIẾN ĐỀ XUẤT', 'Ý KIẾN CỦA LÃNH ĐẠO', 'NGƯỜI TRÌNH'])
      expect(pages[0]?.text).toContain(part);
  }
});

/** What three items with long titles are scored by. */
const ON_TIME = ['provinceFilesOnTime', 'districtFilesOnTime', 'communeFilesOnTime'];

it('[F119] the brief stays on one page with all that it may say: a claim, full points of 0 of 0, titles of two lines, departments', {
  timeout: 180_000,
}, async (ctx) => {
  if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
  const SECOND = `${ROUND}/sheets/tinh-minh-hoa-02`;
  const { seq } = await answerAll(server, world.people.chi, SECOND, world.scheme);
  const worse = [
    change({ item: '5.3.3' }, seq, { state: 'notApplicable', reason: 'Trong năm không phát sinh (minh họa)' }),
    ...[...ON_TIME, 'inspectionIssuesHandled', 'inspectionIssuesFound'].map((figure) => change({ figure }, seq, { value: '0' })),
  ];
  const entered = await ask(server, world.people.chi, 'POST', `${SECOND}/entries`, { entries: worse });
  expect([entered.status, entered.body.faults]).toEqual([201, undefined]);
  for (const target of ON_TIME)
    await server.owner.query(
      `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, assigned_by, assigned_at)
       VALUES ($1, 'minh-hoa-2022', 'tinh-minh-hoa-02', 'figure', $2, $3, 'so-minh-hoa-a', $4, now())`,
      [randomUUID(), target, world.scheme.id, world.people.chi.account],
    );
  for (const [form, pages] of await bothForms('chi', 'phieu-trinh-02', `${SECOND}/brief`)) {
    expect([form, pages.map(({ across }) => across)]).toEqual([form, [false]]);
    const text = pages[0]?.text ?? '';
    for (const part of [
      '1 nội dung, chờ thẩm định; nếu được xác nhận:',
      '1 nội dung đạt tối đa; nếu không được xác nhận:',
      '2 nội dung bị trừ nhiều điểm nhất',
      'Sở Minh họa A',
      'NGƯỜI TRÌNH',
    ])
      expect(text).toContain(part);
  }
});

it('[F45] the letter of urging reads as it was written: to whom, by which plan, what is missing', { timeout: 180_000 }, async (ctx) => {
  if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
  server.clock.set('2023-01-20T02:00:00Z');
  const form = {
    signedAs: 'deputy',
    head: '',
    position: '',
    signer: 'Lê Văn Minh Họa',
    place: 'Minh Họa',
    unit: 'CCHC',
    recipients: ['Bộ trưởng (để báo cáo)'],
  };
  const asked = { bodies: ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'], form };
  const docx = await take('dung', 'cong-van.docx', `${ROUND}/urging`, asked);
  const pages = pagesOf(opened(docx));
  const all = pages.map(({ text }) => text).join(' ');
  const printed = pagesOf(await take('dung', 'cong-van.pdf', `${ROUND}/urging`, { ...asked, format: 'pdf' }));
  for (const form of [pages, printed]) {
    expect(form.every(({ across, a4 }) => !across && a4)).toBe(true);
    // Whoever signs stands on a page with what is said last.
    expect(form.at(-1)?.text).toMatch(/hướng dẫn\.\/\..*KT\. BỘ TRƯỞNG.*THỨ TRƯỞNG.*Lê Văn Minh Họa/);
    expect(form.at(-1)?.text).toMatch(/- Bộ trưởng \(để báo cáo\);.*- Lưu: VT, CCHC\./);
  }
  for (const part of [
    '- Ủy ban nhân dân tỉnh Minh họa 01;',
    '- Ủy ban nhân dân tỉnh Minh họa 02.',
    'chấm điểm các tiêu chí còn lại;',
    'hướng dẫn./.',
    'Nơi nhận:',
  ])
    expect(all).toContain(part);
  expect(all).not.toMatch(/00:00|T\d\d:\d\d/);
});

it('[F34] [F119] the report: upright pages, then annexes across; signed and distributed as chosen; a document that is renamed or gone changes nothing of a frozen one', {
  timeout: 300_000,
}, async (ctx) => {
  if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
  const added = await ask(server, world.people.dung, 'POST', `${ROUND}/documents`, {
    id: randomUUID(),
    kind: 'plan',
    number: '12/QĐ-BMH',
    date: '2023-01-05',
    issuer: 'Bộ Minh họa',
    subject: 'Ban hành Kế hoạch xác định Chỉ số cải cách hành chính năm 2022 (minh họa)',
    files: [],
  });
  expect(added.status).toBe(201);
  const document = randomUUID();
  await server.owner.query(
    `WITH d AS (INSERT INTO document (id, round_id, body_id, form, access, created_by, created_at) VALUES ($1, 'minh-hoa-2022', 'tinh-minh-hoa-01', 'reference', 'restricted', $2, now()) RETURNING id)
     INSERT INTO document_version (document_id, number, round_id, body_id, file_name, doc_number, issued_on, issuer, subject, uploaded_by, uploaded_at)
     SELECT id, 1, 'minh-hoa-2022', 'tinh-minh-hoa-01', 'ke-hoach.pdf', '15/KH-UBND', '2022-01-10', 'Ủy ban nhân dân tỉnh Minh họa 01', 'Kế hoạch cải cách hành chính năm 2022 (minh họa)', $2, now() FROM d`,
    [document, world.people.an.account],
  );
  const { seq } = await answerAll(server, world.people.an, SHEET, world.scheme);
  const cited = [change({ figure: 'planTasksDone' }, seq, { source: 'Báo cáo số 45/BC-UBND (minh họa)', citations: [`${document}/1?pages=3-5&section=II.2`] })];
  const entered = await ask(server, world.people.an, 'POST', `${SHEET}/entries`, { entries: cited });
  expect([entered.status, entered.body.faults]).toEqual([201, undefined]);
  const text = { difficulties: 'Thiếu nhân lực chuyên trách (minh họa).', proposals: 'Tập huấn sớm (minh họa).' };
  const form = { signedAs: 'deputy', head: '', position: '', signer: 'Lê Văn Minh Họa', place: 'Minh Họa', unit: 'SNV', recipients: ['Sở Nội vụ'] };
  expect((await ask(server, world.people.an, 'PUT', `${SHEET}/report-text`, { base: 0, ...text, form })).status).toBe(200);
  expect((await ask(server, world.people.binh, 'POST', `${SHEET}/freeze`, { id: randomUUID(), base: entered.body.seq })).status).toBe(201);

  const forms = await bothForms('binh', 'bao-cao', `${SHEET}/report`);
  for (const [kind, pages] of forms) {
    const first = pages.findIndex(({ across }) => across);
    expect([kind, first > 0, pages.slice(first).every(({ across }) => across)]).toEqual([kind, true, true]);
    const upright = pages.slice(0, first).map((page) => page.text);
    const annexes = pages
      .slice(first)
      .map((page) => page.text)
      .join(' ');
    for (const part of [
      'Căn cứ Quyết định số 12/QĐ-BMH ngày 05 tháng 01 năm 2023 của Bộ Minh họa ban hành Kế hoạch xác định',
      'Kính gửi: Bộ Minh họa',
      'II. NỘI DUNG KHÔNG PHÁT SINH',
      'Tập huấn sớm (minh họa).',
    ])
      expect(upright.join(' ')).toContain(part);
    // Whoever signs stands on a page with what is said last.
    expect(upright.at(-1)).toMatch(/xem xét, thẩm định\.\/\..*TM\. ỦY BAN NHÂN DÂN.*KT\. CHỦ TỊCH.*PHÓ CHỦ TỊCH.*Lê Văn Minh Họa/);
    expect(upright.at(-1)).toContain('- Lưu: VT, SNV.');
    expect(annexes).toMatch(/^Phụ lục I KẾT QUẢ TỰ CHẤM ĐIỂM CHI TIẾT NĂM 2022 \(Kèm theo Báo cáo số/);
    for (const part of ['Phụ lục II', 'DANH MỤC TÀI LIỆU KIỂM CHỨNG', '15/KH-UBND', '10/01/2022']) expect(annexes).toContain(part);
    expect(annexes.replaceAll(' ', '')).toContain('trang3-5');
    expect(upright.join(' ')).not.toContain('điều tra xã hội học của');
  }

  // Later things: the document is described anew, and then gone from the library.
  const before = readFileSync(path.join(folder, 'bao-cao.pdf'));
  await server.owner.query(`UPDATE document_version SET doc_number = NULL, subject = NULL, issued_on = NULL WHERE document_id = $1`, [document]);
  expect(readFileSync(await take('binh', 'sau.pdf', `${SHEET}/report`)).equals(before)).toBe(true);
  // Who signs is still chosen, what the report says is not.
  const asked = async (more: object) => ask(server, world.people.an, 'PUT', `${SHEET}/report-text`, { base: 1, ...text, ...more });
  expect((await asked({ difficulties: 'Khác' })).status).toBe(409);
  expect((await asked({ form: { ...form, signedAs: 'byDelegation' } })).status).toBe(200);
  const anew = pagesOf(await take('binh', 'uy-quyen.pdf', `${SHEET}/report`))
    .map((page) => page.text)
    .join(' ');
  expect(anew).toContain('TUQ. CHỦ TỊCH');
  expect(anew).toContain('GIÁM ĐỐC SỞ NỘI VỤ');
});
