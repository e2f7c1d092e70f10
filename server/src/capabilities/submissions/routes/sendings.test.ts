import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsUsing, prepareScheme } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBackgroundOf } from '../../../db/background.ts';
import { connectPool } from '../../../db/connect.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { inspectFile } from '../../../file-inspection/inspect-file.ts';
import { certify, type Identity, type InventedAuthority, makeAuthority, revoke } from '../../../signatures/testing/authority.ts';
import { signDetached } from '../../../signatures/testing/cms.ts';
import { reportKey } from '../../../storage/keys.ts';
import { claimReport, databaseNow, wasReportSwept } from '../../../storage/queries/report-sweep.ts';
import { answerAll } from '../../../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../../../testing/world.ts';
import { readZip } from '../../../zip/testing/read-zip.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { sheetLine } from '../official-report.ts';
import { sweepReports } from '../sweep-reports.ts';
import { signMade } from '../testing/sign-made.ts';

let server: TestServer;
let world: World;
let authority: InventedAuthority;
let leader: Identity;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-trust-'));
  authority = await makeAuthority();
  leader = await certify({ name: 'Trần Thị Bình', organization: 'Ủy ban nhân dân tỉnh Minh họa 01' }, authority.issuing);
  await writeFile(join(folder, 'goc.crt'), authority.root.raw);
  await writeFile(join(folder, 'cap.crt'), authority.issuing.raw);
  await writeFile(join(folder, 'thu-hoi.crl'), await revoke(authority.issuing, [], { made: '2023-01-01', next: '2023-06-01' }));
  server = await startTestServer('2023-01-10T02:00:00Z', 'real', 'parindex_template', { trustFolder: folder });
  world = await makeWorld(server);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const round = '/api/rounds/minh-hoa-2022';
const sheet = `${round}/sheets/tinh-minh-hoa-01`;

const as = (person: PersonName, method: Parameters<typeof ask>[2], url: string, body?: unknown, headers?: Record<string, string>) =>
  ask(server, world.people[person], method, url, body, headers);
const standing = async () => (await as('binh', 'GET', `${sheet}/sending`)).body;

async function bytesOf(person: Person, url: string): Promise<Buffer> {
  const { statusCode, rawPayload } = await server.app.inject({ method: 'GET', url, headers: { cookie: `parindex_session=${person.token}` } });
  expect(statusCode).toBe(200);
  return rawPayload;
}

/** Sends PDF bytes, as a browser would. */
async function send(pdf: Buffer, { id = randomUUID(), by = 'binh' as PersonName, language = 'vi' } = {}) {
  const { seq } = await standing();
  const response = await server.app.inject({
    method: 'POST',
    url: `${sheet}/sending?id=${id}&base=${seq}`,
    headers: { cookie: `parindex_session=${world.people[by].token}`, 'content-type': 'application/pdf', 'accept-language': language },
    payload: pdf,
  });
  return { status: response.statusCode, body: response.json() };
}

const sign = (pdf: Buffer, by: Identity = leader) =>
  signMade(pdf, (bytes) => signDetached(bytes, { by, along: [authority.issuing], at: server.clock.now().toISOString() }));

/** The text of a file, as the intake reads it. */
async function textOf(bytes: Buffer, name: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'parindex-report-'));
  try {
    await writeFile(join(place, name), bytes);
    const read = await inspectFile(join(place, name), name);
    if ('image' in read) throw new Error('an image');
    return read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const codesOf = ({ body }: { body: { refusals: { code: string }[] } }) => body.refusals.map(({ code }) => code);

describe('Tỉnh Minh họa 01 sends, from the draft to the receipt', () => {
  let made: Buffer;
  let signed: Buffer;
  let hash: string;

  it('[F34] the report is a draft while the sheet is open, and says the hash of the sheet once it is frozen', async () => {
    const toFreeze = async () =>
      (await as('binh', 'GET', '/api/work')).body.items.flatMap(({ sheet }: { sheet: { toFreeze: boolean } | null }) => sheet?.toFreeze ?? []);
    expect(await toFreeze()).toEqual([false]);
    const { seq } = await answerAll(server, world.people.an, sheet, world.scheme);
    // Whose turn it is, the home of whoever freezes says as the board does.
    expect(await toFreeze()).toEqual([true]);
    const text = { base: 0, difficulties: 'Thiếu nhân lực chuyên trách (minh họa).\nHạ tầng chưa đồng bộ.', proposals: 'Đề nghị tập huấn sớm (minh họa).' };
    expect(await as('an', 'PUT', `${sheet}/report-text`, text)).toMatchObject({ status: 200, body: { version: 1, writtenBy: { name: 'Nguyễn Văn An' } } });
    expect((await as('an', 'PUT', `${sheet}/report-text`, { ...text, proposals: 'Khác' })).body.code).toBe('staleVersion');
    const draft = await textOf(await bytesOf(world.people.an, `${sheet}/report`), 'du-thao.pdf');
    for (const part of [
      'DỰ THẢO',
      'BỘ TIÊU CHÍ THAM KHẢO',
      'ỦY BAN NHÂN DÂN TỈNH MINH HỌA 01',
      'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
      'Kính gửi: Bộ Minh họa',
      'I. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM',
      'Căn cứ Quyết định số 876/QĐ-BNV ngày 10 tháng 11 năm 2022',
      'II. NỘI DUNG KHÔNG PHÁT SINH Không có.',
      'III. GIẢI TRÌNH CÁC NỘI DUNG CHƯA DẪN TÀI LIỆU KIỂM CHỨNG',
      'Hạ tầng chưa đồng bộ.',
      'Đề nghị tập huấn sớm (minh họa).',
      'Phụ lục I KẾT QUẢ TỰ CHẤM ĐIỂM CHI TIẾT NĂM 2022',
    ])
      expect(draft).toContain(part);
    expect(draft).not.toMatch(/[0-9a-f]{64}/);
    expect((await as('binh', 'POST', `${sheet}/freeze`, { id: randomUUID(), base: seq })).status).toBe(201);
    expect((await as('an', 'PUT', `${sheet}/report-text`, { ...text, base: 1, proposals: 'Khác' })).body.code).toBe('sheetFrozen');
    hash = (await standing()).frozen.hash;
    made = await bytesOf(world.people.binh, `${sheet}/report`);
    const report = await textOf(made, 'bao-cao.pdf');
    expect(report).toContain(hash);
    expect(report).not.toContain('DỰ THẢO');
    expect(report).toMatch(/Bảng chấm điểm của Tỉnh Minh họa 01, Kỳ đánh giá minh họa 2022, phiên bản số liệu \d+\./);
    expect((await bytesOf(world.people.dung, `${sheet}/report`)).equals(made)).toBe(true);
    expect(await textOf(await bytesOf(world.people.binh, `${sheet}/report?format=docx`), 'bao-cao.docx')).toContain('Hạ tầng chưa đồng bộ.');
  });

  it('[F115] what is no report of this sheet, or not signed as it must be, is refused with all that is wrong, and nothing is written', async () => {
    const other = pdfOf([{ lines: ['Báo cáo', sheetLine('Tỉnh Minh họa 02, Kỳ đánh giá minh họa 2022', 7), `${'ab'.repeat(32)}.`] }]);
    const refused = await send(other);
    expect([refused.status, refused.body.code, codesOf(refused)]).toEqual([422, 'reportRefused', ['notSigned', 'otherSheet']]);
    expect(refused.body.refusals[1].message).toContain('Tỉnh Minh họa 02');
    const altered = await sign(made);
    altered[altered.indexOf('/Title') + 8] = 65;
    const after = await send(altered, { language: 'en' });
    expect(codesOf(after)).toEqual(['signature']);
    expect(after.body.refusals[0].message).toMatch(/Trần Thị Bình.*altered/);
    expect(codesOf(await send(Buffer.from('không phải PDF')))).toEqual(['notPdf']);
    expect((await send(made, { by: 'chi' })).status).toBe(403);
    expect((await server.owner.query('SELECT FROM sending')).rowCount).toBe(0);
    expect(await standing()).toMatchObject({ state: 'frozen', sendings: [] });
  });

  it('[F34] [F115] the signed report comes in, is kept byte for byte, and has a receipt that a stranger checks', async () => {
    signed = await sign(made);
    const id = randomUUID();
    const sent = await send(signed, { id });
    expect(sent).toMatchObject({
      status: 201,
      body: {
        state: 'sent',
        sendings: [{ id, state: 'inForce', matched: 'made', sheetHash: hash, signatures: [{ signer: 'Trần Thị Bình', verdict: 'valid' }] }],
      },
    });
    // The line was cut before the answer: sent again, it is one sending.
    const { seq } = await standing();
    const again = await server.app.inject({
      method: 'POST',
      url: `${sheet}/sending?id=${id}&base=${seq - 1}`,
      headers: { cookie: `parindex_session=${world.people.binh.token}`, 'content-type': 'application/pdf' },
      payload: signed,
    });
    expect([again.statusCode, again.json().sendings.length]).toEqual([201, 1]);
    expect((await bytesOf(world.people.dung, `${sheet}/sendings/${id}/file`)).equals(signed)).toBe(true);
    const { code } = sent.body.sendings[0];
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
    const receipt = await ask(server, undefined, 'GET', `/api/receipts/${encodeURIComponent(typed)}`);
    expect(receipt).toMatchObject({
      status: 200,
      body: {
        code,
        state: 'inForce',
        body: { name: 'Tỉnh Minh họa 01' },
        sheetHash: hash,
        file: { sha256: createHash('sha256').update(signed).digest('hex') },
      },
    });
    expect(JSON.stringify(receipt.body)).not.toContain('Trần Thị Bình');
    expect((await ask(server, undefined, 'GET', `/api/receipts/${hash}`)).body.code).toBe(code);
    expect((await ask(server, undefined, 'GET', `/api/receipts/${'0'.repeat(16)}`)).status).toBe(404);
    const printed = await textOf(await bytesOf(world.people.an, `${sheet}/sendings/${id}/receipt`), 'bien-nhan.pdf');
    // Nobody fills anything in: the day is known, number and place are not there; points stand by source.
    expect(printed).not.toContain('……');
    expect(printed).toMatch(/Ngày \d\d tháng \d+ năm 2023/);
    expect(printed).toMatch(/Điểm tự chấm [\d,]+\/68 điểm - .*: [\d,]+\/61,5 điểm - .*: [\d,]+\/6,5 điểm/);
    expect(printed).toMatch(/\(\d{2,3}\.\d{3} byte\)/);
    for (const part of [
      'BIÊN NHẬN',
      'Đúng báo cáo do hệ thống lập; có chữ ký số hợp lệ',
      'Trần Thị Bình, Ủy ban nhân dân tỉnh Minh họa 01',
      hash.slice(0, 32),
      hash.slice(32),
    ])
      expect(printed).toContain(part);
    expect((await as('dung', 'GET', `${round}/report-texts`)).body.items).toMatchObject([
      { body: { name: 'Tỉnh Minh họa 01' }, proposals: 'Đề nghị tập huấn sớm (minh họa).' },
    ]);
    const gathered = await textOf(await bytesOf(world.people.dung, `${round}/report-texts/workbook`), 'kho-khan.xlsx');
    expect(gathered).toContain('Hạ tầng chưa đồng bộ.');
    expect(gathered).toContain('Kỳ đánh giá minh họa 2022; theo báo cáo đã gửi');
    expect(gathered).not.toContain(world.round);
  });

  it('[F34] [F103] what was refused after it had been read goes from the store, and what was sent stays; who sends the very bytes meanwhile sends them again', async () => {
    const { storage } = server.context.evidence;
    const jobs = connectPool(server.urls.jobs, 1);
    const kept = reportKey(createHash('sha256').update(signed).digest('hex'));
    const refused = Buffer.from('%PDF-1.7 bị từ chối sau khi đã đọc (minh họa)');
    const hash = createHash('sha256').update(refused).digest();
    await storage.put(reportKey(hash.toString('hex')), refused);
    const asBinh = <T>(work: Parameters<typeof inTransactionAs<T>>[3]) => inTransactionAs(server.context, world.people.binh.account, server.clock.now(), work);
    const before = await asBinh(databaseNow);
    expect(await sweepReports({ pool: jobs, evidence: { storage } })).toBe(0);
    expect(await sweepReports({ pool: jobs, evidence: { storage } }, -10_000)).toBe(1);
    expect(await storage.stat(reportKey(hash.toString('hex')))).toBeUndefined();
    expect(await storage.stat(kept)).toBeDefined();
    expect(await asBinh((db) => wasReportSwept(db, hash, before))).toBe(true);
    const after = await asBinh(databaseNow);
    expect(await asBinh((db) => wasReportSwept(db, hash, after))).toBe(false);
    // Its bytes come while the sweep is about to take them.
    await inBackgroundOf(jobs, (db) => claimReport(db, hash, 60));
    expect(await asBinh((db) => wasReportSwept(db, hash, after))).toBe(true);
    await jobs.end();
  });

  it('[F34] is taken back before the deadline, with a reason, and sent again; after the deadline neither where the round holds to it', async () => {
    const version = (await as('dung', 'GET', round)).body.version;
    expect((await as('dung', 'PATCH', round, { version, deadlineAct: 'send' })).body.deadlineAct).toBe('send');
    const back = async () =>
      as('binh', 'POST', `${sheet}/taking-back`, { id: randomUUID(), base: (await standing()).seq, reason: 'Bổ sung số liệu (minh họa)' });
    const [first] = (await standing()).sendings;
    expect(await back()).toMatchObject({ status: 201, body: { state: 'frozen' } });
    expect((await ask(server, undefined, 'GET', `/api/receipts/${first.code}`)).body.state).toBe('takenBack');
    server.clock.set('2023-02-01T00:00:00Z');
    expect((await send(signed)).body).toMatchObject({ code: 'stepClosed', detail: 'Đã hết hạn gửi.' });
    server.clock.set('2023-01-20T00:00:00Z');
    // The sheet is the same, and so is its hash: the report that was signed is still its report. Whether its certificate was revoked nobody can tell now.
    await rm(join(folder, 'thu-hoi.crl'));
    const second = await send(signed, { by: 'an' });
    expect(second).toMatchObject({ status: 201, body: { sendings: [{ state: 'inForce' }, { state: 'replaced' }] } });
    expect((await ask(server, undefined, 'GET', `/api/receipts/${first.code}`)).body).toMatchObject({
      state: 'replaced',
      replacedBy: second.body.sendings[0].code,
      signature: 'valid',
    });
    const [unsure] = second.body.sendings;
    expect((await ask(server, undefined, 'GET', `/api/receipts/${unsure.code}`)).body).toMatchObject({ matched: 'made', signature: 'unverifiable' });
    const printed = await textOf(await bytesOf(world.people.an, `${sheet}/sendings/${unsure.id}/receipt`), 'bien-nhan.pdf');
    for (const part of [
      'Chưa xác định được chữ ký số có hợp lệ hay không (Trần Thị Bình, Ủy ban nhân dân tỉnh Minh họa 01; ',
      'Chưa kiểm tra được: không có danh sách thu hồi (CRL) còn hiệu lực',
      'có chữ ký số chưa xác định hợp lệ',
    ])
      expect(printed).toContain(part);
    server.clock.set('2023-02-02T00:00:00Z');
    expect((await back()).body).toMatchObject({ code: 'stepClosed', detail: 'Đã hết hạn rút lại.' });
  });

  it('[F36] is reopened by the owner for an item and a time, and needs a new signature', async () => {
    const reopen = async (more: object) =>
      as('dung', 'POST', `${sheet}/reopening`, { id: randomUUID(), base: (await standing()).seq, reason: 'Cần làm rõ (minh họa)', ...more });
    expect((await reopen({ items: ['không có'], until: '2023-02-01T00:00:00Z' })).body.faults.map(({ path }: { path: string }) => path)).toEqual([
      '/items/0',
      '/until',
    ]);
    expect((await reopen({ items: ['1.1'], until: '2023-02-05T00:00:00Z' })).body.state).toBe('open');
    expect((await standing()).reopening).toMatchObject({ items: ['1.1'], reason: 'Cần làm rõ (minh họa)', by: { name: 'Phạm Văn Dũng' } });
    expect((await as('an', 'GET', sheet)).body.reopening).toEqual({ items: ['1.1'], until: '2023-02-05T00:00:00.000Z' });
    const declare = async (target: object, changes: object) =>
      as('an', 'POST', `${sheet}/entries`, { entries: [change(target, (await standing()).seq, changes as Record<string, unknown>)] });
    const prepared = prepareScheme(world.scheme);
    const shared = world.scheme.figures.find(({ id }) => itemsUsing(prepared, id).some((item) => item !== '1.1'))?.id as string;
    expect((await declare({ item: '1.1' }, { justification: 'Bổ sung (minh họa)' })).status).toBe(201);
    expect((await declare({ figure: 'planTasksDone' }, { source: 'Báo cáo (minh họa)' })).status).toBe(201);
    expect((await declare({ item: '1.2' }, { justification: 'x' })).body.code).toBe('outsideReopening');
    expect((await declare({ figure: shared }, { source: 'x' })).body.code).toBe('outsideReopening');
    expect((await as('binh', 'POST', `${sheet}/freeze`, { id: randomUUID(), base: (await standing()).seq })).status).toBe(201);
    expect((await standing()).frozen.hash).not.toBe(hash);
    const stale = await send(signed);
    expect(codesOf(stale)).toEqual(['otherSheet']);
    expect(stale.body.refusals[0].message).toContain('phiên bản số liệu trước');
    // No certificate at hand: the owner lets a scan in, once.
    const scan = pdfOf([{ lines: ['Bản quét (minh họa)'] }]);
    expect(codesOf(await send(scan))).toEqual(['notSigned', 'noHash']);
    const permit = { id: randomUUID(), reason: 'Thiết bị ký số hỏng (minh họa)' };
    expect((await as('dung', 'POST', `${sheet}/sending/permission`, permit)).body.permission.reason).toBe(permit.reason);
    const sent = await send(scan);
    expect(sent).toMatchObject({ status: 201, body: { permission: null, sendings: [{ matched: 'permitted', signatures: [] }, {}, {}] } });
    // It is said to be what it is, to its body and to whoever holds the code: unsigned, by permission.
    expect((await as('an', 'GET', sheet)).body).toMatchObject({ state: 'sent', sentUnsigned: true });
    const work = await as('an', 'GET', '/api/work');
    expect(work.body.items.find(({ sheet }: { sheet: unknown }) => sheet)).toMatchObject({ sheet: { state: 'sent', sentUnsigned: true } });
    const [unsigned] = sent.body.sendings;
    const printed = await textOf(await bytesOf(world.people.an, `${sheet}/sendings/${unsigned.id}/receipt`), 'bien-nhan.pdf');
    for (const part of ['không có chữ ký số; được gửi theo ý kiến cho phép của cơ quan chủ trì', 'Phạm Văn Dũng', permit.reason])
      expect(printed).toContain(part);
    expect(printed).not.toMatch(/; có chữ ký số|ký thêm/);
    expect((await ask(server, undefined, 'GET', `/api/receipts/${unsigned.code}`)).body).toMatchObject({ matched: 'permitted', signature: null });
    // After its end nothing more comes in.
    expect((await reopen({ items: ['1.1'], until: '2023-02-03T00:00:00Z' })).status).toBe(201);
    server.clock.set('2023-02-03T00:00:00Z');
    expect((await declare({ item: '1.1' }, { justification: 'muộn' })).body.code).toBe('outsideReopening');
    // But for what the owner extends since, by a document.
    await as('dung', 'POST', `${round}/extensions`, {
      id: randomUUID(),
      step: 'selfAssessment',
      body: 'tinh-minh-hoa-01',
      until: '2023-02-06T17:00:00+07:00',
      document: { number: '05/BMH-CCHC', date: '2023-02-02' },
      told: ['extensionWithoutDecision'],
      reason: 'Mất điện diện rộng (minh họa)',
    });
    expect((await declare({ item: '1.1' }, { justification: 'muộn' })).status).toBe(201);
    expect((await declare({ item: '1.2' }, { justification: 'muộn' })).body.code).toBe('outsideReopening');
  });

  it('[F119] the archive of the closed round holds every report as it came, signed or by permission unsigned', async () => {
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = $2 WHERE id = $1`, [world.round, server.clock.now()]);
    const files = await readZip(await bytesOf(world.people.dung, `${round}/archive`));
    const reports = [...files].filter(([path]) => path.includes('/Báo cáo đã gửi/'));
    expect(reports).toHaveLength(3);
    expect(reports.filter(([, bytes]) => bytes.equals(signed))).toHaveLength(2);
    expect(reports.map(([path]) => / - ([^-]*chữ ký số[^-]*)\.pdf$/.exec(path)?.[1])).toEqual([
      'có chữ ký số hợp lệ',
      'có chữ ký số chưa xác định hợp lệ',
      'không có chữ ký số',
    ]);
    // The two lists of the archive say of a report when, whose, how long.
    const cellsOf = (file: string) =>
      [...String([...files].find(([path]) => path.endsWith(file))?.[1]).matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '').trim()),
      );
    const [first, , scan] = cellsOf('Tỉnh Minh họa 01/Mục lục văn bản.html').filter((cells) => cells[3] === 'Báo cáo tự đánh giá');
    expect(first?.slice(2, 5)).toEqual(['10/01/2023', 'Báo cáo tự đánh giá', 'Ủy ban nhân dân tỉnh Minh họa 01']);
    expect([Number(first?.[6]) > 1, scan?.[2], scan?.[6]]).toEqual([true, '02/02/2023', '1']);
    const [own] = cellsOf('Mục lục hồ sơ.html').filter((cells) => cells[2]?.includes('của Tỉnh Minh họa 01,'));
    expect([own?.[3], Number(own?.[5])]).toEqual(['10/01/2023 – 02/02/2023', 2 * Number(first?.[6]) + 1]);
    const listed = String([...files].find(([path]) => path.endsWith('/Các lần gửi báo cáo.html'))?.[1]);
    for (const part of ['Chữ ký số hợp lệ (Trần Thị Bình, ', 'Chưa xác định được chữ ký số có hợp lệ hay không (Trần Thị Bình, '])
      expect(listed).toContain(part);
    const [, told] = [...files].find(([path]) => path.endsWith('/Các lần gửi báo cáo.json')) ?? [];
    expect(JSON.parse(String(told)).map(({ sheetHash }: { sheetHash: string }) => sheetHash)).toContain(hash);
  });
});
