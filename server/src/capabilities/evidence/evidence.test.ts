import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamStrayRows } from '../../audit/queries/audited-tables.ts';
import { recordAuditedTables } from '../../audit/record-audited-tables.ts';
import { inBackground } from '../../db/background.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';
import { readZip } from '../../zip/testing/read-zip.ts';
import { pdfOf } from './testing/pdf-of.ts';
import { addressOf, finishAll, sendPiece, uploadFile, workOf } from './testing/upload-file.ts';
import { READ_APART } from './work.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const OTHER = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02';

let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
let item: string;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
  work = workOf(server);
  item = itemsOfDomains(world.scheme.domains)[0]?.code as string;
});
afterAll(async () => {
  await work.close();
  await server.close();
});

const PLAN = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH', 'Cải cách hành chính năm 2022'];

async function download(token: string, url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${await addressOf(server)}${url}`, { headers: { cookie: `parindex_session=${token}`, ...headers } });
}

const fileOf = (document: string, number = 1, sheet = SHEET) => `${sheet}/documents/${document}/versions/${number}/file`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('evidence', () => {
  it('[F23] [F25] [F118] a PDF comes in, is read, and goes out byte for byte under its hash', async () => {
    const { an } = world.people;
    const pdf = pdfOf([{ lines: PLAN }, { lines: ['Trang hai: tỷ lệ hồ sơ đúng hạn'] }]);
    // Read as in service; the other stories of this file read theirs here.
    const apart = workOf(server, READ_APART);
    const brought = await uploadFile(server, apart, an, SHEET, 'Kế hoạch cải cách.pdf', pdf);
    await apart.close();
    expect(brought).toMatchObject({ state: 'kept', refusal: null });
    const { body: document } = await ask(server, an, 'GET', `${SHEET}/documents/${brought.document}`);
    expect(document).toMatchObject({ form: 'file', access: 'restricted', personalData: false, cited: [] });
    expect(document.versions[0]).toMatchObject({
      number: 1,
      facts: { number: '12/KH-UBND', date: '2022-02-05' },
      confirmed: null,
      late: null,
      file: { name: 'Kế hoạch cải cách.pdf', kind: 'pdf', bytes: pdf.length, sha256: sha256(pdf), state: 'unscanned', pages: 2 },
    });
    const answer = await download(an.token, fileOf(brought.document));
    expect(answer.status).toBe(200);
    expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256(pdf));
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="K_ ho_ch c_i c_ch.pdf"; filename*=UTF-8''${encodeURIComponent('Kế hoạch cải cách.pdf')}`,
    );
    const part = await download(an.token, fileOf(brought.document), { range: 'bytes=5-14' });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(Buffer.from(pdf).subarray(5, 15));
    const { body: pages } = await ask(server, an, 'GET', `${SHEET}/documents/${brought.document}/versions/1/pages`);
    expect(pages.pages.map(({ page }: { page: number }) => page)).toEqual([1, 2]);
    const { body: found } = await ask(server, an, 'GET', '/api/rounds/minh-hoa-2022/evidence?q=ho+so+dung+han');
    expect(found.items).toMatchObject([{ document: brought.document, page: 2, number: '12/KH-UBND' }]);
  });

  it('[F32] goes on after a cut line from where it was; the last answer may be lost too', async () => {
    const { an } = world.people;
    const pdf = pdfOf([{ lines: [...PLAN, randomUUID()] }]);
    const id = randomUUID();
    const begun = await ask(server, an, 'POST', `${SHEET}/uploads`, { id, document: randomUUID(), name: 'cắt.pdf', bytes: pdf.length, notSecret: true });
    expect(begun.body).toMatchObject({ received: 0, state: 'receiving', url: `/api/uploads/${id}` });
    expect((await sendPiece(server, an, id, 0, pdf.subarray(0, 100))).headers.get('upload-offset')).toBe('100');
    // Said again from the start, it is refused: the offset is not where it was.
    expect((await sendPiece(server, an, id, 0, pdf.subarray(0, 100))).status).toBe(409);
    const head = await fetch(`${await addressOf(server)}/api/uploads/${id}`, {
      method: 'HEAD',
      headers: { cookie: `parindex_session=${an.token}`, 'tus-resumable': '1.0.0' },
    });
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '100']);
    // To others the upload is not there.
    expect((await sendPiece(server, world.people.binh, id, 100, pdf.subarray(100))).status).toBe(404);
    expect((await sendPiece(server, world.people.chi, id, 100, pdf.subarray(100))).status).toBe(404);
    expect((await sendPiece(server, an, id, 100, pdf.subarray(100))).status).toBe(204);
    await finishAll(work);
    const again = await fetch(`${await addressOf(server)}/api/uploads/${id}`, {
      method: 'HEAD',
      headers: { cookie: `parindex_session=${an.token}`, 'tus-resumable': '1.0.0' },
    });
    expect(again.headers.get('upload-offset')).toBe(String(pdf.length));
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body.state).toBe('kept');
  });

  it('[F29] [F25] the same bytes are stored once: in one library as one document, in another as its own', async () => {
    const { an, chi } = world.people;
    const pdf = pdfOf([{ lines: [...PLAN, 'một lần'] }]);
    const first = await uploadFile(server, work, an, SHEET, 'một.pdf', pdf);
    const second = await uploadFile(server, work, an, SHEET, 'hai.pdf', pdf);
    expect(second).toMatchObject({ state: 'kept', document: first.document });
    const elsewhere = await uploadFile(server, work, chi, OTHER, 'ba.pdf', pdf);
    expect(elsewhere.document).not.toBe(first.document);
    const { rows } = await server.owner.query('SELECT count(*)::int AS n FROM content WHERE sha256 = $1', [createHash('sha256').update(pdf).digest()]);
    expect(rows[0].n).toBe(1);
  });

  it('[F24] a new version stands beside the one that an entry cited', async () => {
    const { an } = world.people;
    const first = await uploadFile(server, work, an, SHEET, 'bản một.pdf', pdfOf([{ lines: [...PLAN, 'bản một'] }]));
    const citation = `${first.document}/1?pages=1`;
    const saved = await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ item }, 0, { citations: [citation] })] });
    expect(saved.status).toBe(201);
    const second = await uploadFile(server, work, an, SHEET, 'bản hai.pdf', pdfOf([{ lines: [...PLAN, 'bản hai'] }]), { document: first.document });
    expect(second.document).toBe(first.document);
    const { body: document } = await ask(server, an, 'GET', `${SHEET}/documents/${first.document}`);
    expect(document.versions.map(({ number, file }: { number: number; file: { name: string } }) => [number, file.name])).toEqual([
      [2, 'bản hai.pdf'],
      [1, 'bản một.pdf'],
    ]);
    expect(document.cited).toEqual([{ kind: 'item', target: item, stage: 'claimed', version: 1, citation }]);
    // What is cited is not withdrawn.
    const withdrawn = await ask(server, an, 'POST', `${SHEET}/documents/${first.document}/withdrawal`, { version: document.version });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([409, 'notNow']);
    const { body: history } = await ask(server, an, 'GET', `${SHEET}/entries?item=${item}`);
    expect(history.items[0].changes.citations).toEqual([citation]);
  });

  it('[F29] a citation points to a document of the own library, to a version and a page that are there; all faults at once', async () => {
    const { an, chi } = world.people;
    const own = await uploadFile(server, work, an, SHEET, 'của tôi.pdf', pdfOf([{ lines: [...PLAN, 'của tôi'] }]));
    const foreign = await uploadFile(server, work, chi, OTHER, 'của họ.pdf', pdfOf([{ lines: [...PLAN, 'của họ'] }]));
    const { body: sheet } = await ask(server, an, 'GET', SHEET);
    const saved = await ask(server, an, 'POST', `${SHEET}/entries`, {
      entries: [
        change({ item }, sheet.seq, {
          citations: [`${own.document}/2`, `${foreign.document}/1`, `${own.document}/1?pages=9`, 'không phải', `${own.document}/1`, `${own.document}/1`],
        }),
      ],
    });
    expect(saved.status).toBe(422);
    expect(
      saved.body.faults.map(({ path, code }: { path: string; code: string }) => [path.replace('/entries/0/changes/citations', ''), code]).toSorted(),
    ).toEqual([
      ['/3', 'wrongType'],
      ['/5', 'duplicateId'],
    ]);
    const next = await ask(server, an, 'POST', `${SHEET}/entries`, {
      entries: [change({ item }, sheet.seq, { citations: [`${own.document}/2`, `${foreign.document}/1`, `${own.document}/1?pages=9`] })],
    });
    expect(next.body.faults.map(({ path, code }: { path: string; code: string }) => [path.at(-1), code]).toSorted()).toEqual([
      ['0', 'unknownId'],
      ['1', 'unknownId'],
      ['2', 'outOfRange'],
    ]);
  });

  it('[F116] a paper that the secret mail carries is cited as a whole: no page, section or table of it is written down', async () => {
    const { an } = world.people;
    const id = randomUUID();
    const brought = { documents: [{ id, form: 'secretMail', number: null, date: null }] };
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, brought)).status).toBe(201);
    const { body: sheet } = await ask(server, an, 'GET', SHEET);
    const cite = (citation: string) =>
      ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ item: '1.2' }, sheet.seq, { citations: [citation] })] });
    for (const place of ['pages=1', 'section=II.2', 'table=3']) {
      const { status, body } = await cite(`${id}/1?${place}`);
      expect([status, body.faults.map(({ code }: { code: string }) => code)]).toEqual([422, ['notAllowedHere']]);
    }
    expect((await cite(`${id}/1`)).status).toBe(201);
  });

  it('[F94] of another body’s library nothing is told: not a byte, a name, a size, nor that it is there', async () => {
    const { an, chi, minh, giang } = world.people;
    const secret = `chỉ của tỉnh một ${randomUUID()}`;
    const { document } = await uploadFile(server, work, an, SHEET, `${secret}.pdf`, pdfOf([{ lines: [...PLAN, secret] }]));
    const absent = randomUUID();
    for (const person of [chi, minh])
      for (const [there, gone] of [
        [`${SHEET}/documents/${document}`, `${SHEET}/documents/${absent}`],
        [fileOf(document), fileOf(absent)],
        [`${SHEET}/documents/${document}/versions/1/pages`, `${SHEET}/documents/${absent}/versions/1/pages`],
        [`${OTHER}/documents/${document}`, `${OTHER}/documents/${absent}`],
        [fileOf(document, 1, OTHER), fileOf(absent, 1, OTHER)],
      ] as const) {
        const [one, two] = [await ask(server, person, 'GET', there), await ask(server, person, 'GET', gone)];
        expect([one.status, one.body]).toEqual([two.status, two.body]);
        expect([403, 404]).toContain(one.status);
      }
    expect((await ask(server, chi, 'GET', `${SHEET}/documents`)).status).toBe(403);
    const { body: found } = await ask(server, chi, 'GET', `/api/rounds/minh-hoa-2022/evidence?q=${encodeURIComponent(secret)}`);
    expect(found.items).toEqual([]);
    // The appraiser not before appraisal opens.
    expect((await ask(server, giang, 'GET', `${SHEET}/documents`)).body.code).toBe('appraisalNotOpen');
  });

  it('[F28] what a file is its bytes say, not its name; what may not come in is refused with its reason', async () => {
    const { an } = world.people;
    const { state, refusal } = await uploadFile(server, work, an, SHEET, 'bảng.pdf', randomBytes(5_000));
    expect(state).toBe('refused');
    expect(refusal?.message).toMatch(/\p{L}/u);
    const named = await ask(server, an, 'POST', `${SHEET}/uploads`, {
      id: randomUUID(),
      document: randomUUID(),
      name: '../../\u202Efdp.exe',
      bytes: 10,
      notSecret: true,
    });
    expect(named.status).toBe(422);
    const undeclared = await ask(server, an, 'POST', `${SHEET}/uploads`, { id: randomUUID(), document: randomUUID(), name: 'a.pdf', bytes: 10 });
    expect(undeclared.body.faults).toMatchObject([{ path: '/notSecret' }]);
    const huge = await ask(server, an, 'POST', `${SHEET}/uploads`, {
      id: randomUUID(),
      document: randomUUID(),
      name: 'a.pdf',
      bytes: 10 ** 12,
      notSecret: true,
    });
    expect([huge.status, huge.body.code, huge.body.mostFileBytes]).toEqual([413, 'overQuota', 200 * 1024 * 1024]);
  });

  it('[F116] a file that bears a mark of state secrecy is refused before it is stored, and leaves no name', async () => {
    const { an } = world.people;
    const pdf = pdfOf([{ lines: ['TỐI MẬT', ...PLAN] }]);
    const { upload, state, refusal } = await uploadFile(server, work, an, SHEET, 'tên không được giữ.pdf', pdf);
    expect([state, refusal?.code]).toEqual(['refused', 'secretMark']);
    const { rows } = await server.owner.query('SELECT file_name FROM upload WHERE id = $1', [upload]);
    expect(rows[0].file_name).toBe('—');
    const { rows: content } = await server.owner.query('SELECT FROM content WHERE sha256 = $1', [createHash('sha256').update(pdf).digest()]);
    expect(content).toEqual([]);
    await expect(server.context.evidence.storage.readArrival(upload)).rejects.toThrow();
  });

  it('[F116] what went by the secret mail is cited without title or content; the appraiser records that it was seen', async () => {
    const { an, giang } = world.people;
    const id = randomUUID();
    const titled = await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [{ id, form: 'secretMail', number: '1/MH', date: null }] });
    expect(titled.body.faults).toMatchObject([{ path: '/documents/0/number' }]);
    const added = await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [{ id, form: 'secretMail', number: null, date: null }] });
    expect(added.body.items).toMatchObject([{ id, form: 'secretMail', versions: [{ number: 1, file: null, facts: { number: null, subject: null } }] }]);
    server.clock.set('2023-02-10T02:00:00Z');
    const compared = await ask(server, giang, 'POST', `${SHEET}/documents/${id}/comparison`, { version: 1 });
    expect([compared.status, compared.body.compared.by.name]).toEqual([201, 'Hoàng Thị Giang']);
    expect((await ask(server, an, 'POST', `${SHEET}/documents/${id}/comparison`, { version: 2 })).status).toBe(403);
    server.clock.set('2023-01-15T02:00:00Z');
  });

  it('[F26] [F23] documents by number alone, many at once; what comes late comes by an extension and says so for ever', async () => {
    const { an, dung } = world.people;
    const documents = ['123/KH-UBND', '45/BC-SNV'].map((number) => ({ id: randomUUID(), number, date: '2022-03-01' }));
    const added = await ask(server, an, 'POST', `${SHEET}/documents`, { documents });
    expect(
      added.body.items.map(({ versions }: { versions: { facts: { number: string }; late: unknown }[] }) => [versions[0]?.facts.number, versions[0]?.late]),
    ).toEqual([
      ['123/KH-UBND', null],
      ['45/BC-SNV', null],
    ]);
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, { documents })).status).toBe(201);
    server.clock.set('2023-02-03T02:00:00Z');
    const tooLate = { documents: [{ id: randomUUID(), number: '7/BC-UBND', date: '2022-12-30' }] };
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, tooLate)).body.code).toBe('stepClosed');
    const extension = {
      id: randomUUID(),
      step: 'selfAssessment',
      body: 'tinh-minh-hoa-01',
      until: '2023-02-05T00:00:00+07:00',
      document: { number: '9/BMH', date: '2023-02-02' },
      told: ['extensionWithoutDecision'],
      reason: 'Đường truyền hỏng (minh họa)',
    };
    expect((await ask(server, dung, 'POST', '/api/rounds/minh-hoa-2022/extensions', extension)).status).toBe(201);
    const late = await ask(server, an, 'POST', `${SHEET}/documents`, tooLate);
    expect(late.body.items[0].versions[0].late).toEqual({ extension: extension.id, document: { number: '9/BMH', date: '2023-02-02' } });
    server.clock.set('2023-01-15T02:00:00Z');
  });

  it('[F26] what does not go together with the year, the item, the page is pointed out, and hinders nothing', async () => {
    const { an } = world.people;
    const late = await uploadFile(server, work, an, SHEET, 'muộn.pdf', pdfOf([{ lines: [...PLAN.map((line) => line.replace('2022', '2023')), 'muộn'] }]));
    const hints = async () =>
      (await ask(server, an, 'GET', `${SHEET}/documents/${late.document}`)).body.versions[0].hints.map(({ code }: { code: string }) => code);
    expect(await hints()).toContain('issuedAfterYear');
    const facts = { number: '99/KH-UBND', date: '2022-02-05', issuer: null, subject: null, validFrom: '2020-01-01', validTo: '2021-12-31' };
    const described = await ask(server, an, 'PATCH', `${SHEET}/documents/${late.document}/description`, { version: 1, number: 1, facts });
    expect(described.status).toBe(200);
    expect(described.body.versions[0]).toMatchObject({ facts, confirmed: { by: { name: 'Nguyễn Văn An' } } });
    for (const code of ['expired', 'otherNumber', 'otherDate']) expect(await hints()).toContain(code);
    expect(described.body.versions[0].hints.find(({ code }: { code: string }) => code === 'otherNumber').message).toContain('12/KH-UBND');
    const stale = await ask(server, an, 'PATCH', `${SHEET}/documents/${late.document}/description`, { version: 1, number: 1, facts });
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, 'staleVersion', 2]);
    const backwards = await ask(server, an, 'PATCH', `${SHEET}/documents/${late.document}/description`, {
      version: 2,
      number: 1,
      facts: { ...facts, validFrom: '2022-01-01' },
    });
    expect(backwards.body.faults).toMatchObject([{ path: '/facts/validTo' }]);
  });

  it('[F25] which bytes a version has the trail proves: changed beside the server, it is found', async () => {
    const { an } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'gốc.pdf', pdfOf([{ lines: [...PLAN, 'gốc'] }]));
    const other = await uploadFile(server, work, an, SHEET, 'khác.pdf', pdfOf([{ lines: [...PLAN, 'khác'] }]));
    await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
    const stray = async () => {
      const found: { register: string; row: string; columns: readonly string[] | null }[] = [];
      await server.owner.query('BEGIN');
      for await (const row of streamStrayRows(server.owner)) found.push(row);
      await server.owner.query('COMMIT');
      return found.filter(({ register }) => register.startsWith('document'));
    };
    expect(await stray()).toEqual([]);
    await server.owner.query('UPDATE document_version SET sha256 = (SELECT sha256 FROM document_version WHERE document_id = $2) WHERE document_id = $1', [
      document,
      other.document,
    ]);
    expect(await stray()).toMatchObject([{ register: 'document_version', row: `${document}/1`, columns: ['sha256'] }]);
    await server.owner.query('UPDATE document_version SET sha256 = $2 WHERE document_id = $1', [
      document,
      createHash('sha256')
        .update(pdfOf([{ lines: [...PLAN, 'gốc'] }]))
        .digest(),
    ]);
    expect(await stray()).toEqual([]);
  });

  it('[F31] [F116] with personal data only the item’s people see it, and each view is told', async () => {
    const { an, giang, minh, dung } = world.people;
    const list = ['DANH SÁCH', ...Array.from({ length: 8 }, (_, index) => `Người Minh Họa ${index} 0912 345 ${100 + index}`)];
    const { document } = await uploadFile(server, work, an, SHEET, 'danh sách.pdf', pdfOf([{ lines: [...PLAN, ...list] }]));
    const { body } = await ask(server, an, 'GET', `${SHEET}/documents/${document}`);
    expect(body.personalData).toBe(true);
    expect(body.versions[0].file.personalFound[0]).toMatchObject({ page: 1 });
    server.clock.set('2023-02-10T02:00:00Z');
    const views = async () =>
      (await server.owner.query(`SELECT actor FROM audit WHERE act = 'evidence.view' AND subject = $1`, [`document:${document}/1`])).rows.length;
    // Nothing of the appraiser's domain cites it yet; the owner of the round does not work on items.
    for (const person of [giang, dung]) {
      expect((await ask(server, person, 'GET', fileOf(document))).status).toBe(403);
      const shown = await ask(server, person, 'GET', `${SHEET}/documents/${document}`);
      expect(shown.body.versions[0]).toMatchObject({ file: { name: '—', state: 'withheld' }, facts: { subject: null }, proposed: null });
    }
    expect((await ask(server, minh, 'GET', fileOf(document))).status).toBe(404);
    expect(await views()).toBe(0);
    server.clock.set('2023-01-15T02:00:00Z');
    const { body: sheet } = await ask(server, an, 'GET', SHEET);
    const cite = await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ item }, sheet.seq, { citations: [`${document}/1?pages=1`] })] });
    expect(cite.status).toBe(201);
    server.clock.set('2023-02-10T02:00:00Z');
    expect((await download(giang.token, fileOf(document), { range: 'bytes=3-9' })).status).toBe(206);
    expect((await download(giang.token, fileOf(document))).status).toBe(200);
    expect(await views()).toBe(1);
    server.clock.set('2023-01-15T02:00:00Z');
  });

  it('[F31] of a document with personal data the others read the copy with them blacked out, once its head has released it', async () => {
    const { an, binh, dung } = world.people;
    const list = ['DANH SÁCH', ...Array.from({ length: 8 }, (_, index) => `Người Minh Họa ${index} 0912 345 ${200 + index}`)];
    const { document } = await uploadFile(server, work, an, SHEET, 'danh sách gốc.pdf', pdfOf([{ lines: [...PLAN, ...list] }]));
    await uploadFile(server, work, an, SHEET, 'bản che.pdf', pdfOf([{ lines: [...PLAN, 'Danh sách đã che psiomega'] }]), { document, redacted: true });
    const shown = async () => (await ask(server, dung, 'GET', `${SHEET}/documents/${document}`)).body;
    const states = async () => (await shown()).versions.map(({ file }: { file: { state: string } }) => file.state);
    const hits = async () => (await ask(server, dung, 'GET', '/api/rounds/minh-hoa-2022/evidence?q=psiomega')).body.items.length;
    expect([await states(), await hits()]).toEqual([['withheld', 'withheld'], 0]);
    const change = { version: (await shown()).version, access: 'released', reason: 'Công khai bản đã che (minh họa)' };
    expect((await ask(server, binh, 'PATCH', `${SHEET}/documents/${document}/access`, change)).body).toMatchObject({ access: 'released', personalData: true });
    expect([await states(), await hits()]).toEqual([['unscanned', 'withheld'], 1]);
    expect((await download(dung.token, fileOf(document, 2))).status).toBe(200);
    expect((await ask(server, dung, 'GET', fileOf(document))).status).toBe(403);
    const { rows } = await server.owner.query(`SELECT subject FROM audit WHERE act = 'evidence.view' AND subject LIKE $1`, [`document:${document}/%`]);
    expect(rows).toEqual([]);
    const listed = await readZip(Buffer.from(await (await download(dung.token, `${SHEET}/package`)).arrayBuffer()));
    expect([...listed.keys()].filter((name) => name.endsWith('.pdf')).some((name) => name.includes('bản 2'))).toBe(true);
  });

  it('[F30] documents of the round before are taken over one by one, the bytes still stored once', async () => {
    const { an } = world.people;
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2021', 'bo-minh-hoa', 2021, 'Kỳ minh họa 2021', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2021', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2021', 'selfAssessment', '2022-01-01', '2023-03-01')`);
    const before = await uploadFile(
      server,
      work,
      an,
      '/api/rounds/minh-hoa-2021/sheets/tinh-minh-hoa-01',
      'quy chế.pdf',
      pdfOf([{ lines: [...PLAN, 'quy chế'] }]),
    );
    const { body: offered } = await ask(server, an, 'GET', `${SHEET}/carriable`);
    expect(offered).toMatchObject({ from: { round: 'minh-hoa-2021', year: 2021 }, items: [{ id: before.document, carried: false }] });
    const id = randomUUID();
    const one = { document: before.document, version: 1 };
    const doubled = { from: 'minh-hoa-2021', documents: [randomUUID(), randomUUID()].map((each) => ({ id: each, ...one })) };
    expect((await ask(server, an, 'POST', `${SHEET}/carried-documents`, doubled)).body.faults).toMatchObject([
      { code: 'duplicateId', path: '/documents/1/document' },
    ]);
    const said = { from: 'minh-hoa-2021', documents: [{ id, ...one }] };
    const carried = await ask(server, an, 'POST', `${SHEET}/carried-documents`, said);
    expect(carried.body.items).toMatchObject([
      { id, carriedFrom: { document: before.document, round: 'minh-hoa-2021' }, versions: [{ confirmed: null, file: { name: 'quy chế.pdf' } }] },
    ]);
    expect((await ask(server, an, 'POST', `${SHEET}/carried-documents`, said)).status).toBe(201);
    const twice = await ask(server, an, 'POST', `${SHEET}/carried-documents`, { ...said, documents: [{ ...said.documents[0], id: randomUUID() }] });
    expect(twice.body.faults).toMatchObject([{ code: 'duplicateId' }]);
    expect((await download(an.token, fileOf(id))).status).toBe(200);
    // Not from itself, nor from a round that comes later.
    const back = { from: 'minh-hoa-2022', documents: [{ id: randomUUID(), document: id, version: 1 }] };
    for (const sheet of [SHEET, '/api/rounds/minh-hoa-2021/sheets/tinh-minh-hoa-01'])
      expect((await ask(server, an, 'POST', `${sheet}/carried-documents`, back)).body.faults).toMatchObject([{ code: 'unknownId', path: '/from' }]);
    expect((await ask(server, an, 'GET', '/api/rounds/minh-hoa-2021/sheets/tinh-minh-hoa-01/carriable?from=minh-hoa-2022')).body.items).toEqual([]);
  });
});
