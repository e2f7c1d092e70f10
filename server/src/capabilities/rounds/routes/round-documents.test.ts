import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { inBackground } from '../../../db/background.ts';
import { connectPool } from '../../../db/connect.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { reportKey } from '../../../storage/keys.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type PersonName, type World } from '../../../testing/world.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { sweepReports } from '../../submissions/sweep-reports.ts';
import { readGrounds } from '../grounds.ts';

const ROUND = '/api/rounds/minh-hoa-2022';

let server: TestServer;
let world: World;
/** A clerk of a department that has one item of the sheet of Tỉnh Minh họa 01 in hand. */
let department: Person;
beforeAll(async () => {
  server = await startTestServer('2023-02-10T02:00:00Z');
  world = await makeWorld(server);
  department = await addPerson(server, 'so-a', 'Ngô Văn Sơn', 'clerk', 'so-minh-hoa-a');
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
});
afterAll(() => server.close());

const as = (person: PersonName | Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) =>
  ask(server, typeof person === 'string' ? world.people[person] : person, method, `${ROUND}${url}`, body);

async function bring(person: PersonName, bytes: Buffer, name: string, id: string = randomUUID()) {
  const response = await server.app.inject({
    method: 'POST',
    url: `${ROUND}/files?id=${id}&name=${encodeURIComponent(name)}`,
    headers: { cookie: `parindex_session=${world.people[person].token}`, 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
  return { status: response.statusCode, body: response.json() };
}

async function download(person: PersonName | Person, file: string): Promise<Buffer | number> {
  const { token } = typeof person === 'string' ? world.people[person] : person;
  const { statusCode, rawPayload } = await server.app.inject({
    method: 'GET',
    url: `${ROUND}/files/${file}`,
    headers: { cookie: `parindex_session=${token}` },
  });
  return statusCode === 200 ? rawPayload : statusCode;
}

const assign = () => as('an', 'POST', '/sheets/tinh-minh-hoa-01/assignments', { to: 'so-minh-hoa-a', targets: [{ id: randomUUID(), item: '1.1' }] });

const plan = { number: '1025/QĐ-MH', date: '2022-11-20', issuer: 'Bộ Minh họa', subject: 'Ban hành Kế hoạch xác định Chỉ số CCHC năm 2022 (minh họa)' };
const guidance = { number: '6203/MH-CCHC', date: '2022-12-12', issuer: 'Bộ Minh họa', subject: 'Hướng dẫn tự đánh giá, chấm điểm (minh họa)' };
const PLAN = pdfOf([{ lines: ['Quyết định ban hành kế hoạch (minh họa)'] }]);
const AMENDED = pdfOf([{ lines: ['Quyết định sửa đổi kế hoạch (minh họa)'] }]);

describe('[F107] the plan and guidance are documents of the round', () => {
  const planId = randomUUID();
  let file: string;

  it('the owner brings the plan with its file; what is no file, or a state secret, is refused and nothing is kept', async () => {
    const id = randomUUID();
    const brought = await bring('dung', PLAN, 'Kế hoạch 2022.pdf', id);
    expect(brought).toMatchObject({ status: 201, body: { id, kind: 'pdf', bytes: PLAN.length, name: 'Kế hoạch 2022.pdf' } });
    file = brought.body.id;
    // The answer was lost on the way.
    expect((await bring('dung', PLAN, 'Kế hoạch 2022.pdf', id)).body).toEqual(brought.body);
    expect((await bring('an', PLAN, 'ke-hoach.pdf')).status).toBe(403);
    expect((await bring('dung', PLAN, 'ke-hoach.docx')).body).toMatchObject({ code: 'fileRefused', refusal: { code: 'nameSaysOther' } });
    const secret = pdfOf([{ lines: ['TUYỆT MẬT', 'Kế hoạch'] }]);
    expect((await bring('dung', secret, 'ke-hoach.pdf')).body).toMatchObject({ code: 'fileRefused', refusal: { code: 'secretMark' } });
    const { rows } = await server.owner.query('SELECT FROM round_file');
    expect(rows.length).toBe(1);

    expect((await as('dung', 'POST', '/documents', { id: planId, kind: 'plan', ...plan, files: [randomUUID()] })).body.faults[0]).toMatchObject({
      code: 'unknownId',
      path: '/files/0',
    });
    const added = await as('dung', 'POST', '/documents', { id: planId, kind: 'plan', ...plan, files: [file] });
    expect(added).toMatchObject({ status: 201, body: { id: planId, kind: 'plan', versions: [{ version: 1, ...plan, files: [{ id: file }] }] } });
    expect((await as('dung', 'POST', '/documents', { id: planId, kind: 'plan', ...plan, files: [file] })).body).toEqual(added.body);
    expect((await as('dung', 'POST', '/documents', { id: randomUUID(), kind: 'plan', ...plan, files: [] })).body.code).toBe('alreadyThere');
    expect((await as('an', 'POST', '/documents', { id: randomUUID(), kind: 'guidance', ...guidance, files: [] })).status).toBe(403);
  });

  it('all in the round read it byte for byte, a department with a part of a sheet too, and nobody else', async () => {
    expect((await as(department, 'GET', '/documents')).status).toBe(403);
    expect(await download(department, file)).toBe(403);
    expect((await assign()).status).toBe(204);
    for (const person of ['an', 'chi', 'giang', 'hanh', 'khanh', department] as const) {
      expect((await as(person, 'GET', '/documents')).body.documents).toMatchObject([{ kind: 'plan', versions: [plan] }]);
      expect(await download(person, file)).toEqual(PLAN);
    }
    expect((await as('minh', 'GET', '/documents')).status).toBe(403);
    expect(await download('minh', file)).toBe(403);
    // A file that is attached to nothing is its owners' alone.
    const loose = (await bring('dung', AMENDED, 'sua-doi.pdf')).body.id;
    expect(await download('dung', loose)).toEqual(AMENDED);
    expect(await download('an', loose)).toBe(404);
  });

  it('a new version replaces it for reading, and the one before stays; who saw an older one is told', async () => {
    const amended = { number: '1100/QĐ-MH', date: '2022-12-30', issuer: 'Bộ Minh họa', subject: 'Sửa đổi Kế hoạch xác định Chỉ số CCHC năm 2022 (minh họa)' };
    const newFile = (await bring('dung', AMENDED, 'sua-doi.pdf')).body.id;
    const url = `/documents/${planId}/versions`;
    const added = await as('dung', 'POST', url, { version: 1, ...amended, files: [newFile] });
    expect(added.body.versions).toMatchObject([
      { version: 2, ...amended, files: [{ id: newFile }] },
      { version: 1, ...plan, files: [{ id: file }] },
    ]);
    expect((await as('dung', 'POST', url, { version: 1, ...amended, files: [newFile] })).body).toEqual(added.body);
    expect((await as('dung', 'POST', url, { version: 1, ...plan, files: [] })).body.code).toBe('staleVersion');
    expect(await download('an', file)).toEqual(PLAN);

    await as('dung', 'POST', '/documents', { id: randomUUID(), kind: 'guidance', ...guidance, files: [] });
    const grounds = await inTransactionAs(server.context, world.people.an.account, server.clock.now(), (db) => readGrounds(db, 'minh-hoa-2022'));
    expect(grounds).toMatchObject({ plan: { ...amended, version: 2, files: [{ name: 'sua-doi.pdf' }] }, guidance: [guidance], decisions: [] });
  });

  it('a document that was withdrawn is told and no longer read, nor a ground of anything', async () => {
    const id = randomUUID();
    const wrong = (await bring('dung', Buffer.from('Nhầm tệp (minh họa)'), 'nham.txt')).body.id;
    await as('dung', 'POST', '/documents', { id, kind: 'guidance', ...guidance, number: 'sai', files: [wrong] });
    expect(await download('an', wrong)).toBeInstanceOf(Buffer);
    expect((await as('an', 'POST', `/documents/${id}/withdrawal`)).status).toBe(403);
    expect((await as('dung', 'POST', `/documents/${id}/withdrawal`)).body).toMatchObject({
      withdrawnAt: '2023-02-10T02:00:00.000Z',
      versions: [{ files: [] }],
    });
    expect((await as('dung', 'POST', `/documents/${id}/versions`, { version: 1, ...guidance, files: [] })).body.code).toBe('notNow');
    expect(await download('an', wrong)).toBe(404);
    const grounds = await inTransactionAs(server.context, world.people.an.account, server.clock.now(), (db) => readGrounds(db, 'minh-hoa-2022'));
    expect(grounds.guidance.map(({ number }) => number)).toEqual([guidance.number]);
  });
});

describe('[F114] a notice has number, date and attachments, and the owner knows who has read it', () => {
  it('is read by a department too, and each reading is told to the owner with the bodies of which nobody has', async () => {
    const attached = (await bring('dung', Buffer.from('Biểu mẫu (minh họa)'), 'bieu-mau.txt')).body.id;
    const id = randomUUID();
    const notice = { id, kind: 'announcement', item: null, text: 'Tập huấn ngày 15/02/2023 (minh họa).', document: { number: '12/TB-MH', date: '2023-02-09' } };
    expect((await as('dung', 'POST', '/notices', { ...notice, files: [randomUUID()] })).body.faults[0].code).toBe('unknownId');
    expect((await as('dung', 'POST', '/notices', { ...notice, files: [attached] })).body).toMatchObject({
      ...notice,
      files: [{ id: attached, name: 'bieu-mau.txt' }],
      readAt: null,
    });
    expect((await as(department, 'GET', '/notices')).body.items).toMatchObject([{ id, readAt: null, document: notice.document }]);
    expect(await download(department, attached)).toEqual(Buffer.from('Biểu mẫu (minh họa)'));

    const readings = `/notices/${id}/readings`;
    expect((await as('dung', 'GET', readings)).body.readings).toEqual([]);
    expect((await as('an', 'PUT', `/notices/${id}/reading`)).body.readAt).toBe('2023-02-10T02:00:00.000Z');
    server.clock.pass(1_000);
    // Said again, the first time stands.
    expect((await as('an', 'PUT', `/notices/${id}/reading`)).body.readAt).toBe('2023-02-10T02:00:00.000Z');
    expect((await as(department, 'PUT', `/notices/${id}/reading`)).status).toBe(200);
    expect((await as('minh', 'PUT', `/notices/${id}/reading`)).status).toBe(403);
    expect((await as('binh', 'GET', '/notices')).body.items[0].readAt).toBe(null);
    expect((await as('an', 'GET', readings)).status).toBe(403);
    const told = (await as('dung', 'GET', readings)).body;
    expect(told.readings).toMatchObject([{ person: { name: 'Nguyễn Văn An' }, body: { name: 'Tỉnh Minh họa 01' } }, { body: { name: 'Sở Minh họa A' } }]);
    expect(told.unread.map(({ name }: { name: string }) => name)).toEqual(['Tỉnh Minh họa 02', 'Tỉnh Minh họa 03']);
  });

  it('[F95] files of the round are no waste of the store, and the check of all that is kept finds nothing wrong', async () => {
    const { rows } = await server.owner.query(`SELECT encode(sha256, 'hex') AS hash FROM round_file`);
    const jobs = connectPool(server.urls.jobs, 1);
    expect(await sweepReports({ pool: jobs, evidence: server.context.evidence }, -60_000)).toBe(0);
    await jobs.end();
    for (const { hash } of rows) expect(await server.context.evidence.storage.stat(reportKey(hash))).toBeDefined();
    await sealAll(server);
    const found: unknown[] = [];
    await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect(found).toEqual([]);
    expect(server.logged).toEqual([]);
  });
});
