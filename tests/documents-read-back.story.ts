import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../server/src/capabilities/evidence/testing/pdf-of.ts';
import { uploadFile } from '../server/src/capabilities/evidence/testing/upload-file.ts';
import { type ErasureStory, PLAN, SHEET, sha256, startErasures } from '../server/src/capabilities/retention/testing/erasure-story.ts';
import { answerAll } from '../server/src/testing/answer-all.ts';
import { ask, change, type PersonName } from '../server/src/testing/world.ts';
import { readZip } from '../server/src/zip/testing/read-zip.ts';
import { LIBREOFFICE_IS_THERE, openedAll, type Page, pagesOf, WITHOUT_LIBREOFFICE } from './libreoffice.ts';

// Every document that is made when something is done, handed over, destroyed, sent, filed: LibreOffice opens them all at once.
// The report, the brief and the letter of urging are read in official-documents.story.ts, workbooks in libreoffice-books.story.ts.

const ROUND = '/api/rounds/minh-hoa-2022';
const PAST = '/api/rounds/minh-hoa-2010';
/** Of the archive: what stands at its top, in the folder of the round, in that of one body. */
const FOLDERS = ['', 'Hồ sơ chung của kỳ đánh giá', '1 - Tỉnh Minh họa 01'];

let story: ErasureStory;
/** By the name of the file: its pages as they were printed here, or as LibreOffice lays them out. */
const pages = new Map<string, readonly Page[]>();
let hash: string;
/** Whether the archive holds the letter of urging as it was made. */
let letterKept = false;

async function bytesOf(person: PersonName, url: string): Promise<Buffer> {
  const { server, world } = story;
  const { statusCode, rawPayload } = await server.app.inject({ method: 'GET', url, headers: { cookie: `parindex_session=${world.people[person].token}` } });
  expect([url, statusCode]).toEqual([url, 200]);
  return rawPayload;
}

const as = async (person: PersonName, method: 'POST' | 'PUT' | 'PATCH', url: string, body: object, status = 201) => {
  const answer = await ask(story.server, story.world.people[person], method, url, body);
  expect([url, answer.status, answer.body.detail]).toEqual([url, status, undefined]);
  return answer.body;
};

/** A purge of a round that was closed long ago. */
async function purge(): Promise<{ id: string; lists: readonly Buffer[] }> {
  const { server, world, work, decide } = story;
  await server.owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2010', 'bo-minh-hoa', 2010, 'Kỳ đánh giá minh họa 2010', $1, 'open', now())`,
    [world.scheme.id],
  );
  await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2010', 'tinh-minh-hoa-01', 1)`);
  await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2010', 'selfAssessment', '2010-01-01', '2024-03-01')`);
  await uploadFile(server, work, world.people.an, `${PAST}/sheets/tinh-minh-hoa-01`, 'ke-hoach.pdf', pdfOf([{ lines: PLAN }]));
  await server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2011-06-30T00:00:00Z' WHERE id = 'minh-hoa-2010'`);
  await as('lan', 'PUT', '/api/retention/terms/uncited', { years: 3, basis: 'Quy định minh họa', version: 0 }, 200);
  const id = randomUUID();
  await as('dung', 'POST', `${PAST}/purges`, { id, reason: 'Hết thời hạn bảo quản (minh họa)' });
  const lists = [await bytesOf('lan', `/api/purges/${id}/documents?format=docx`), await bytesOf('lan', `/api/purges/${id}/documents?format=pdf`)];
  await decide(world.people.lan, id, 'carriedOut', 'purges');
  return { id, lists };
}

/** A removal of a document that is described by number and day. */
async function removal(): Promise<string> {
  const { server, world, work, askRemoval, decide } = story;
  const bytes = pdfOf([{ lines: [...PLAN, 'đưa lên nhầm'] }]);
  hash = sha256(bytes);
  const { document } = await uploadFile(server, work, world.people.an, SHEET, 'nham.pdf', bytes);
  await as('an', 'POST', `${SHEET}/entries`, { entries: [change({ figure: 'planTasksDone' }, 0, { citations: [`${document}/1`] })] });
  const { id } = await askRemoval(world.people.an, document);
  expect(await decide(world.people.lan, id, 'carriedOut')).toMatchObject({ status: 201, body: { kind: 'removal' } });
  return id;
}

/** The sheet is frozen, and its report sent unsigned by the owner's permission. */
async function sending(): Promise<string> {
  const { server, world } = story;
  const { seq } = await answerAll(server, world.people.an, SHEET, world.scheme);
  await as('binh', 'POST', `${SHEET}/freeze`, { id: randomUUID(), base: seq });
  await as('dung', 'POST', `${SHEET}/sending/permission`, { id: randomUUID(), reason: 'Thiết bị ký số hỏng (minh họa)' });
  const { body } = await ask(server, world.people.binh, 'GET', `${SHEET}/sending`);
  const sent = await server.app.inject({
    method: 'POST',
    url: `${SHEET}/sending?id=${randomUUID()}&base=${body.seq}`,
    headers: { cookie: `parindex_session=${world.people.binh.token}`, 'content-type': 'application/pdf' },
    payload: pdfOf([{ lines: ['Bản quét (minh họa)'] }]),
  });
  expect(sent.statusCode).toBe(201);
  return sent.json().sendings[0].id;
}

async function handover(): Promise<string> {
  const { people } = story.world;
  const id = randomUUID();
  const document = { number: '12/QĐ-MH', date: '2023-01-09' };
  await as('lan', 'POST', '/api/handovers', { id, from: people.an.account, to: people.minh.account, day: '2023-01-20', document });
  return id;
}

beforeAll(async () => {
  if (!LIBREOFFICE_IS_THERE) return;
  story = await startErasures();
  const { server, world, folder } = story;
  const made: [name: string, bytes: Buffer][] = [];
  const extension = {
    id: randomUUID(),
    step: 'selfAssessment',
    body: 'tinh-minh-hoa-02',
    until: '2023-02-06T17:00:00+07:00',
    told: ['extensionWithoutDecision'],
  };
  await as('dung', 'POST', `${ROUND}/extensions`, {
    ...extension,
    document: { number: '05/BMH-CCHC', date: '2023-01-12' },
    reason: 'Mất điện diện rộng (minh họa)',
  });
  const letter = { method: 'POST' as const, url: `${ROUND}/urging`, headers: { cookie: `parindex_session=${world.people.dung.token}` } };
  made.push(['cong-van.docx', (await server.app.inject({ ...letter, payload: { bodies: ['tinh-minh-hoa-02'] } })).rawPayload]);
  const purged = await purge();
  const records = { 'bien-ban-huy': `/api/purges/${purged.id}/record`, 'bien-ban-go-bo': `/api/removals/${await removal()}/record` };
  const receipt = `${SHEET}/sendings/${await sending()}/receipt`;
  made.push(['bien-nhan.pdf', await bytesOf('binh', receipt)]);
  purged.lists.forEach((bytes, index) => {
    made.push([`danh-muc-huy.${index === 0 ? 'docx' : 'pdf'}`, bytes]);
  });
  for (const [name, url] of Object.entries({ ...records, 'bien-ban-ban-giao': `/api/handovers/${await handover()}/record` }))
    for (const format of ['pdf', 'docx'])
      made.push([`${name}.${format}`, await bytesOf(name === 'bien-ban-ban-giao' ? 'lan' : 'dung', `${url}?format=${format}`)]);
  await server.owner.query(`UPDATE round SET state = 'closed', closed_at = $2 WHERE id = $1`, [world.round, server.clock.now()]);
  const packed = await readZip(await bytesOf('dung', `${ROUND}/archive`));
  letterKept = [...packed].some(([name, bytes]) => name.includes('Công văn đôn đốc') && bytes.equals(made[0]?.[1] as Buffer));
  for (const [name, bytes] of packed) {
    const [file = '', folder = ''] = name.split('/').toReversed();
    if (FOLDERS.includes(folder) && /\.(?:docx|xlsx)$/.test(file)) made.push([`${FOLDERS.indexOf(folder)}. ${file}`, bytes]);
  }
  for (const [name, bytes] of made) writeFileSync(path.join(folder, name), bytes);
  const toOpen = made.map(([name]) => name).filter((name) => !name.endsWith('.pdf'));
  openedAll(folder, toOpen).forEach((pdf, index) => {
    pages.set(toOpen[index] as string, pagesOf(pdf));
  });
  for (const [name] of made) if (name.endsWith('.pdf')) pages.set(name, pagesOf(path.join(folder, name)));
}, 240_000);
afterAll(() => story?.close());

const RECORDS = ['bien-ban-huy', 'bien-ban-go-bo', 'bien-ban-ban-giao'];
const read = (name: string, how: 'text' | 'cells'): string => {
  const found = pages.get(name);
  if (!found) throw new Error(`${name} is not among ${[...pages.keys()].join(', ')}`);
  return found.map((page) => page[how]).join(' ');
};
const textOf = (name: string) => read(name, 'text');
const letters = (text: string): string => text.replaceAll(/\s+/g, '');
const expectParts = (name: string, parts: readonly string[]) =>
  expect([name, parts.filter((part) => !read(name, 'cells').includes(letters(part)))]).toEqual([name, []]);

describe('[F119] what is printed, as LibreOffice opens it', () => {
  it('is on A4: records and receipts upright, lists and criteria across; nothing is said by an id or a moment of machines', (ctx) => {
    if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
    expect([...pages].filter(([, all]) => all.length === 0 || !all.every(({ a4, text }) => a4 && text !== ''))).toEqual([]);
    const across = (name: string) => /^\d\. |danh-muc/.test(name);
    expect(
      [...pages].filter(([name, all]) => !name.includes('Báo cáo tự') && !all.every((page) => page.across === across(name))).map(([name]) => name),
    ).toEqual([]);
    const told = [...pages.keys()].filter((name) => /\d{4}-\d\d-\d\dT|[0-9a-f]{8}-[0-9a-f]{4}-|00:00|00 giờ 00|undefined|\[object/.test(textOf(name)));
    expect(told).toEqual([]);
  });

  it('records are headed by the agency, and whoever signs stands on a page with what is said last', (ctx) => {
    if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
    for (const name of RECORDS.flatMap((record) => [`${record}.pdf`, `${record}.docx`])) {
      expectParts(name, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', '/BB-……', '(Ký, ghi rõ họ tên)', 'ngày 15 tháng 01 năm 2023']);
      expect(pages.get(name)?.at(-1)?.text).toMatch(/Biên bản được lập từ dữ liệu đã ghi.*(?:NGƯỜI ĐỀ NGHỊ|BÊN GIAO).*Bùi Thị Lan/);
    }
    for (const form of ['pdf', 'docx']) {
      expectParts(`bien-ban-ban-giao.${form}`, [
        'ỦY BAN NHÂN DÂN',
        'TỈNH MINH HỌA 01',
        'Căn cứ Quyết định số 12/QĐ-MH ngày 09 tháng 01 năm 2023.',
        'Công chức đầu mối',
        'hết ngày 31/01/2023',
        'Đỗ Văn Minh',
      ]);
      expectParts(`bien-ban-huy.${form}`, [
        'BỘ MINH HỌA',
        'BIÊN BẢN HỦY TÀI LIỆU HẾT THỜI HẠN BẢO QUẢN',
        '77/KH-ZETA',
        '05/02/2022',
        'đồng ý và đã thực hiện hủy',
      ]);
      // Where it was cited is said by the name of the figure.
      const figure = 'Số liệu “Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành”';
      expectParts(`bien-ban-go-bo.${form}`, ['BIÊN BẢN GỠ BỎ KHẨN CẤP TÀI LIỆU', hash, 'ghi theo sổ văn bản', figure, 'đồng ý và đã thực hiện gỡ bỏ']);
      expect(textOf(`bien-ban-go-bo.${form}`)).not.toContain('77/KH-ZETA');
    }
  });

  it('the list of what is proposed to be destroyed names each document', (ctx) => {
    if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
    for (const form of ['docx', 'pdf'])
      expectParts(`danh-muc-huy.${form}`, ['DANH MỤC TÀI LIỆU ĐỀ NGHỊ HỦY', '77/KH-ZETA', '05/02/2022', 'Hết thời hạn bảo quản (minh họa)', '1 tài liệu']);
  });

  it('the receipt of an unsigned report says by whose permission it came', (ctx) => {
    if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
    expectParts('bien-nhan.pdf', [
      'BIÊN NHẬN',
      'Ủy ban nhân dân tỉnh Minh họa 01',
      'không có chữ ký số; được gửi theo ý kiến cho phép',
      'Thiết bị ký số hỏng (minh họa)',
      'không cần chữ ký',
    ]);
    expect(pages.get('bien-nhan.pdf')).toHaveLength(1);
  });

  it('the archive is read: criteria with their rules, the lists of files and documents, the registers, the report of the body', (ctx) => {
    if (!LIBREOFFICE_IS_THERE) ctx.skip(WITHOUT_LIBREOFFICE);
    expectParts('0. Bộ tiêu chí.docx', ['Căn cứ:', 'Cách tính điểm', 'Tài liệu kiểm chứng', 'hội học']);
    const headed = (pages.get('0. Bộ tiêu chí.docx') ?? []).filter(({ cells }) => !cells.includes('Cáchtínhđiểm'));
    expect(headed).toEqual([]);
    expectParts('0. Mục lục hồ sơ.xlsx', ['MỤC LỤC HỒ SƠ', 'Thời hạn bảo quản', 'Tỉnh Minh họa 03']);
    expectParts('1. Mục lục văn bản.xlsx', ['Công văn đôn đốc tự đánh giá, chấm điểm, gửi 1 cơ quan', 'chưa ký, chưa cấp số']);
    expect(letterKept).toBe(true);
    expectParts('1. Sổ gia hạn.xlsx', ['SỔ GIA HẠN', 'Tỉnh Minh họa 02', '17 giờ 00 ngày 06/02/2023', 'Số 05/BMH-CCHC ngày 12/01/2023', 'Mất điện diện rộng']);
    expectParts('1. Sổ mở lại và cho phép.xlsx', ['Cho phép gửi báo cáo không ký số', 'Phạm Văn Dũng']);
    expectParts('2. Bảng chấm điểm.xlsx', ['BẢNG TỔNG HỢP KẾT QUẢ', 'Điểm tối đa', 'Tỉnh Minh họa 01']);
    expectParts('2. Các lần gửi báo cáo.xlsx', ['Không có chữ ký số'.toLowerCase()]);
    expectParts('2. Báo cáo tự đánh giá (hệ thống lập).docx', ['ỦY BAN NHÂN DÂN', 'Phụ lục I', 'KẾT QUẢ TỰ CHẤM ĐIỂM CHI TIẾT']);
  });
});
