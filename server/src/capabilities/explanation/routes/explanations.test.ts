import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { certify, type Identity, type InventedAuthority, makeAuthority, revoke } from '../../../signatures/testing/authority.ts';
import { signDetached } from '../../../signatures/testing/cms.ts';
import { appraiseAllDomains, openExplanation, yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { readZip } from '../../../zip/testing/read-zip.ts';
import { signMade } from '../../submissions/testing/sign-made.ts';

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
  await appraiseAllDomains(server, world);
  await openExplanation(server, world);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const reason = { code: 'notEnoughEvidence', text: 'Tài liệu chưa đủ để công nhận (minh họa)' };
const QUESTION = 'Nêu rõ văn bản nào giao chỉ tiêu (minh họa)';
const ANSWER = 'Chỉ tiêu giao tại Kế hoạch số 01 (minh họa)';

const as = (person: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, world.people[person], method, url, body);
const codes = () => yesNoCodes(world);
const seqOf = async (person: PersonName): Promise<number> => (await as(person, 'GET', `${SHEET}/explanation`)).body.seq;
const read = async (person: PersonName) => (await as(person, 'GET', `${SHEET}/explanation`)).body;
const say = async (person: PersonName, address: string, body: Record<string, unknown>) =>
  as(person, 'POST', `${SHEET}/explanation/${address}`, { id: randomUUID(), base: await seqOf(person), ...body });

async function bytesOf(person: PersonName, url: string): Promise<Buffer> {
  const { statusCode, rawPayload } = await server.app.inject({ method: 'GET', url, headers: { cookie: `parindex_session=${world.people[person].token}` } });
  expect(statusCode).toBe(200);
  return rawPayload;
}

async function send(pdf: Buffer, id = randomUUID()) {
  const response = await server.app.inject({
    method: 'POST',
    url: `${SHEET}/explanation-sending?id=${id}&base=${await seqOf('binh')}`,
    headers: { cookie: `parindex_session=${world.people.binh.token}`, 'content-type': 'application/pdf' },
    payload: pdf,
  });
  return { status: response.statusCode, body: response.json() };
}

describe('[F38] from the first appraisal of Tỉnh Minh họa 01 to what it still contests', () => {
  let first: string;
  let second: string;
  let third: string;

  it('an appraiser asks for an explanation of an item, with a verdict or without one; the body is told neither before it is time', async () => {
    [first, second, third] = codes() as [string, string, string];
    for (const [index, item] of [first, second, third].entries())
      expect((await as('an', 'POST', `${SHEET}/entries`, { entries: [change({ item }, index, { 'answer.yes': true })] })).status).toBe(201);
    const early = { id: randomUUID(), base: 3, text: QUESTION };
    expect((await as('giang', 'POST', `${SHEET}/explanation/${first}/question`, early)).body.code).toBe('stepClosed');
    server.clock.set('2023-02-10T00:00:00Z');
    expect(
      (await as('giang', 'POST', `${SHEET}/items/${first}/appraisal`, { id: randomUUID(), base: 3, changes: { 'answer.yes': false }, reason })).status,
    ).toBe(201);
    expect((await say('giang', `${second}/question`, { text: '  ' })).body.code).toBe('faulty');
    const id = randomUUID();
    const asked = { id, base: 4, text: QUESTION };
    expect(await as('giang', 'POST', `${SHEET}/explanation/${second}/question`, asked)).toMatchObject({ status: 201, body: { seq: 5, replayed: false } });
    expect((await as('giang', 'POST', `${SHEET}/explanation/${second}/question`, asked)).body).toMatchObject({ replayed: true });
    // What another has asked since is seen first.
    expect((await as('giang', 'POST', `${SHEET}/explanation/${second}/question`, { ...asked, id: randomUUID() })).body.code).toBe('conflict');
    for (const person of ['an', 'dung', 'hanh'] as const) expect((await say(person, `${third}/question`, { text: QUESTION })).status).toBe(403);
    expect((await as('giang', 'POST', `${SHEET}/explanation/9.9.9/question`, { ...asked, id: randomUUID() })).status).toBe(404);

    expect((await read('giang')).items).toMatchObject([
      { item: { code: first }, contested: true, appraised: { points: '0/1', reason }, question: null },
      { item: { code: second }, contested: false, question: { text: QUESTION } },
    ]);
    expect(await read('an')).toMatchObject({ told: false, items: [] });
    for (const url of [`${SHEET}/entries`, `${SHEET}/explanation`, SHEET]) expect(JSON.stringify((await as('an', 'GET', url)).body)).not.toContain(QUESTION);
    expect((await say('an', first, { kind: 'accepts' })).body.code).toBe('stepClosed');
  });

  it('the notice is a letter with what was decided; once it is recorded the body is told, and not while the appraisal goes on', async () => {
    const letter = await textOf(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01?format=docx`), 'thong-bao.docx');
    for (const part of [
      'V/v thông báo kết quả thẩm định lần thứ nhất Chỉ số cải cách hành chính năm 2022',
      'Kính gửi: Ủy ban nhân dân tỉnh Minh họa 01',
      'Tổng hợp điểm theo lĩnh vực',
      'danh sách tại Phụ lục II',
      'DANH SÁCH TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN CHƯA THẨM ĐỊNH',
      'đã thẩm định 1 tiêu chí, tiêu chí thành phần',
      '1 nội dung có kết quả thẩm định lần thứ nhất khác kết quả tự chấm điểm, 1 nội dung được yêu cầu giải trình',
      'Tài liệu kiểm chứng chưa đủ: Tài liệu chưa đủ để công nhận (minh họa)',
      QUESTION,
    ])
      expect(letter).toContain(part);
    expect(await textOf(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01?format=pdf`), 'thong-bao.pdf')).toContain(QUESTION);
    const all = await readZip(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised?format=docx`));
    expect([...all.keys()].toSorted()).toEqual([1, 2, 3].map((number) => `Thông báo kết quả thẩm định, Tỉnh Minh họa 0${number}.docx`));
    expect((await as('an', 'GET', `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01`)).status).toBe(403);

    const plain = { id: randomUUID(), stage: 'appraised', bodies: ['tinh-minh-hoa-01'], document: { number: '12/BMH-CCHC', date: '2023-03-01' } };
    const notice = { ...plain, told: ['itemsNotAppraised'] };
    const signed = { signedAs: 'deputy', head: 'Bộ trưởng', position: 'Thứ trưởng', signer: 'Nguyễn Minh Họa', place: 'Minh họa', unit: 'CCHC' };
    const inForm = new URLSearchParams({ format: 'docx', ...signed, recipients: 'Ban Chỉ đạo (minh họa)\n' });
    const chosen = await textOf(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01?${inForm}`), 'thong-bao.docx');
    for (const part of ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG', 'Nguyễn Minh Họa', 'Minh họa, ngày', 'Lưu: VT, CCHC', 'Ban Chỉ đạo (minh họa)'])
      expect(chosen).toContain(part);
    const early = await as('dung', 'POST', `${ROUND}/appraisal-notices`, notice);
    expect([early.body.code, early.body.detail]).toEqual(['notNow', expect.stringContaining('Tỉnh Minh họa 01')]);
    server.clock.set('2023-03-02T00:00:00Z');
    expect((await as('giang', 'POST', `${ROUND}/appraisal-notices`, notice)).status).toBe(403);
    expect((await as('dung', 'POST', `${ROUND}/appraisal-notices`, { ...notice, bodies: ['so-minh-hoa-a'] })).body.code).toBe('faulty');
    // What nobody has decided on is told first; a letter is dated after the appraisal, and not later than today.
    const untold = (await as('dung', 'POST', `${ROUND}/appraisal-notices`, plain)).body;
    expect(untold).toMatchObject({ code: 'consequencesUntold', consequences: [{ code: 'itemsNotAppraised', about: ['tinh-minh-hoa-01'] }] });
    expect(untold.consequences[0].text).toMatch(/^\d+ nội dung của 1 cơ quan chưa được thẩm định/);
    for (const date of ['2022-05-01', '2023-03-03']) {
      const dated = { ...notice, document: { ...notice.document, date } };
      expect((await as('dung', 'POST', `${ROUND}/appraisal-notices`, dated)).body).toMatchObject({ code: 'notNow', to: '2023-03-02' });
    }
    expect(await read('an')).toMatchObject({ told: false, items: [] });
    const form = { ...signed, recipients: [] };
    expect((await as('dung', 'POST', `${ROUND}/appraisal-notices`, { ...notice, form })).body.stages[0].bodies[0]).toMatchObject({
      ...{ contested: 1, asked: 1, notice: { number: '12/BMH-CCHC', date: '2023-03-01' } },
    });
    expect((await as('dung', 'POST', `${ROUND}/appraisal-notices`, { ...notice, form })).status).toBe(201);
    expect((await server.owner.query('SELECT FROM appraisal_notice')).rowCount).toBe(1);
    // The letter is kept as it was signed, for the body and for the owner, by its number and day; with a corrected number it is the same one.
    type Files = { id: string; kind: 'docx' | 'pdf' }[];
    const { files: sent } = (await read('an')).notices.appraised as { files: Files };
    expect(sent.map(({ kind }) => kind)).toEqual(['docx', 'pdf']);
    const nameOf = async (url: string) => {
      const headers = { cookie: `parindex_session=${world.people.dung.token}` };
      return (await server.app.inject({ method: 'GET', url, headers })).headers['content-disposition'];
    };
    expect(await nameOf(`${ROUND}/files/${sent[0]?.id}`)).toContain('thong-bao-tham-dinh-tinh-minh-hoa-01-so-12-BMH-CCHC-ngay-01-03-2023.docx');
    server.clock.set('2023-03-02T01:00:00Z');
    const again = { ...notice, id: randomUUID(), numbers: [{ body: 'tinh-minh-hoa-01', number: '12a/BMH-CCHC' }] };
    expect((await as('dung', 'POST', `${ROUND}/appraisal-notices`, again)).status).toBe(201);
    const corrected = (await read('an')).notices.appraised as { number: string; files: Files };
    expect(corrected.number).toBe('12a/BMH-CCHC');
    const letters = [`${ROUND}/files/${corrected.files[0]?.id}`, `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01?format=docx`];
    for (const url of letters) expect(await nameOf(url)).toContain('so-12a-BMH-CCHC-ngay-01-03-2023.docx');
    for (const [index, { id, kind }] of corrected.files.entries()) {
      const own = await bytesOf('an', `${ROUND}/files/${id}`);
      expect(own.equals(await bytesOf('an', `${ROUND}/files/${sent[index]?.id}`))).toBe(true);
      expect(await textOf(own, `thong-bao.${kind}`)).toContain('Nguyễn Minh Họa');
      expect(own.equals(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01?format=${kind}`))).toBe(true);
      expect((await as('chi', 'GET', `${ROUND}/files/${id}`)).status).toBe(404);
      const all = await readZip(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised?format=${kind}`));
      expect(all.get(`Thông báo kết quả thẩm định số 12a-BMH-CCHC ngày 01-03-2023, Tỉnh Minh họa 01.${kind}`)?.equals(own)).toBe(true);
    }
    expect(await read('an')).toMatchObject({
      told: true,
      step: { open: false },
      items: [{ item: { code: first } }, { item: { code: second }, question: { text: QUESTION } }],
    });
    expect((await as('chi', 'GET', `${SHEET}/explanation`)).status).toBe(403);
    expect((await as('chi', 'GET', `${ROUND}/sheets/tinh-minh-hoa-02/explanation`)).body.told).toBe(false);
  });

  it('the body accepts or explains item by item, in its time, what is to be explained and nothing else; the claim stays', async () => {
    expect((await say('an', first, { kind: 'explains', text: ANSWER })).body.code).toBe('stepClosed');
    server.clock.set('2023-03-06T00:00:00Z');
    const claimed = JSON.stringify((await as('an', 'GET', SHEET)).body.columns.claimed);
    expect(await say('an', third, { kind: 'explains', text: ANSWER })).toMatchObject({
      status: 409,
      body: { code: 'notNow', detail: expect.stringContaining('giải trình') },
    });
    expect((await say('an', first, { kind: 'explains' })).body).toMatchObject({ code: 'faulty', faults: [{ code: 'missingKey' }] });
    expect((await say('an', first, { kind: 'explains', text: ANSWER, citations: [`${randomUUID()}/1`] })).body.code).toBe('faulty');
    expect((await say('giang', first, { kind: 'accepts' })).status).toBe(403);
    expect((await say('chi', first, { kind: 'accepts' })).status).toBe(403);
    // A document may be brought now, whatever the sheet's state, and cited.
    const [document] = [randomUUID()];
    const brought = await as('an', 'POST', `${SHEET}/documents`, { documents: [{ id: document, number: '01/KH-MH', date: '2022-02-01' }] });
    expect([brought.status, brought.body.items[0].versions[0].late]).toEqual([201, null]);
    expect((await say('an', first, { kind: 'explains', text: ANSWER, citations: [`${document}/1`] })).status).toBe(201);
    expect((await say('binh', second, { kind: 'accepts' })).status).toBe(201);
    expect((await read('an')).items).toMatchObject([
      { reply: { kind: 'explains', text: ANSWER, citations: [`${document}/1`], by: { name: 'Nguyễn Văn An' } } },
      { reply: { kind: 'accepts', text: '', by: { name: 'Trần Thị Bình' } } },
    ]);
    expect(JSON.stringify((await as('an', 'GET', SHEET)).body.columns.claimed)).toBe(claimed);
    // Not told yet to whoever appraises, by whatever way.
    for (const url of [`${SHEET}/explanation`, `${SHEET}/entries`, `${ROUND}/appraisal/bodies/tinh-minh-hoa-01`, `${SHEET}/explanation-report?format=docx`])
      expect(JSON.stringify((await as('giang', 'GET', url)).body)).not.toContain(ANSWER);
    expect((await read('giang')).items[0].reply).toBeNull();
  });

  it('the head freezes it, it is signed and sent like the report, has a receipt, and can be taken back while there is time', async () => {
    const draft = await textOf(await bytesOf('an', `${SHEET}/explanation-report`), 'giai-trinh.pdf');
    expect(draft).toContain('DỰ THẢO');
    expect((await as('an', 'POST', `${SHEET}/explanation-freezing`, { id: randomUUID(), base: await seqOf('an') })).status).toBe(403);
    const frozen = await as('binh', 'POST', `${SHEET}/explanation-freezing`, { id: randomUUID(), base: await seqOf('binh') });
    expect(frozen).toMatchObject({ status: 201, body: { state: 'frozen' } });
    expect((await say('an', first, { kind: 'accepts' })).body.code).toBe('explanationFrozen');
    const made = await bytesOf('binh', `${SHEET}/explanation-report`);
    const { frozen: of } = await read('binh');
    const said = await textOf(made, 'giai-trinh.pdf');
    for (const part of [of.hash, ANSWER, 'Công văn số 12a/BMH-CCHC ngày 01 tháng 3 năm 2023', 'thống nhất 1 nội dung, giải trình 1 nội dung'])
      expect(said).toContain(part);
    expect(said).not.toContain('DỰ THẢO');
    const unsigned = await send(made);
    expect([unsigned.body.code, unsigned.body.refusals.map(({ code }: { code: string }) => code)]).toEqual(['reportRefused', ['notSigned']]);
    const signed = await signMade(made, (bytes) => signDetached(bytes, { by: leader, along: [authority.issuing], at: server.clock.now().toISOString() }));
    const sent = await send(signed);
    expect(sent).toMatchObject({ status: 201, body: { state: 'sent', sendings: [{ state: 'inForce', matched: 'made', sheetHash: of.hash }] } });
    const [{ id, code }] = sent.body.sendings;
    expect((await as('minh', 'GET', `/api/receipts/${code}`)).body).toMatchObject({ matter: 'explanation', state: 'inForce', sheetHash: of.hash });
    expect((await bytesOf('binh', `${SHEET}/sendings/${id}/file`)).equals(signed)).toBe(true);
    expect(await textOf(await bytesOf('binh', `${SHEET}/sendings/${id}/receipt`), 'bien-nhan.pdf')).toContain('Báo cáo giải trình kết quả thẩm định');
    // The sheet itself was never sent, and says so.
    expect((await as('binh', 'GET', `${SHEET}/sending`)).body).toMatchObject({ state: 'open', sendings: [] });

    expect((await read('giang')).items[0].reply).toMatchObject({ kind: 'explains', text: ANSWER });
    const back = { id: randomUUID(), base: await seqOf('binh'), reason: 'Bổ sung (minh họa)' };
    expect((await as('binh', 'POST', `${SHEET}/explanation-taking-back`, back)).body).toMatchObject({ state: 'open' });
    expect((await read('giang')).items[0].reply).toBeNull();
    expect((await as('minh', 'GET', `/api/receipts/${code}`)).body.state).toBe('takenBack');
    expect((await say('an', first, { kind: 'explains', text: `${ANSWER}, trang 2` })).status).toBe(201);
  });

  it('after its time it is read as it stands, and counts once it is sent; the second appraisal decides on what was explained, and the rest stands', async () => {
    server.clock.set('2023-03-09T17:00:00Z');
    expect((await say('an', first, { kind: 'accepts' })).body.code).toBe('stepClosed');
    expect(await read('giang')).toMatchObject({ state: 'open', items: [{ reply: { text: `${ANSWER}, trang 2` } }, { reply: { kind: 'accepts' } }] });
    const waiting = async () => (await as('giang', 'GET', `${ROUND}/appraisal`)).body.bodies[0].answersWaiting;
    const secondLetter = async () => textOf(await bytesOf('dung', `${ROUND}/appraisal-notices/second/tinh-minh-hoa-01?format=docx`), 'lan-hai.docx');
    expect(await waiting()).toBe(0);
    const unsent = await secondLetter();
    expect(unsent).toContain('Không giải trình trong thời hạn');
    expect(unsent).not.toContain(ANSWER);
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'explanation', 'tinh-minh-hoa-01', '2023-03-11T00:00:00+07:00', '13/BMH', '2023-03-09', 'Mất điện (minh họa)', $3, now())`,
      [randomUUID(), world.round, world.people.dung.account],
    );
    await as('binh', 'POST', `${SHEET}/explanation-freezing`, { id: randomUUID(), base: await seqOf('binh') });
    const at = server.clock.now().toISOString();
    const again = await signMade(await bytesOf('binh', `${SHEET}/explanation-report`), (bytes) =>
      signDetached(bytes, { by: leader, along: [authority.issuing], at }),
    );
    expect((await send(again)).status).toBe(201);
    server.clock.set('2023-03-12T00:00:00Z');
    expect(await waiting()).toBe(1);
    expect((await as('giang', 'GET', `${ROUND}/appraisal/items/${first}`)).body.rows[0].answerWaits).toBe(true);
    expect((await as('giang', 'GET', '/api/work')).body.tasks.find(({ kind }: { kind: string }) => kind === 'decideAnswers')).toMatchObject({ count: 1 });
    const verdict = async (item: string, changes: object, text?: string) =>
      as('giang', 'POST', `${SHEET}/items/${item}/appraisal`, {
        ...{ id: randomUUID(), base: await seqOf('giang'), changes },
        reason: text === undefined ? null : { code: 'other', text },
      });
    // To keep what the body contests is said with a reason too.
    expect((await verdict(first, {})).body.faults).toMatchObject([{ code: 'missingKey', path: '/reason' }]);
    expect((await verdict(first, {}, 'Văn bản chưa ban hành (minh họa)')).status).toBe(201);
    expect(await waiting()).toBe(0);
    const kept = await secondLetter();
    for (const part of ['Thẩm định lần hai đối với 1 nội dung giải trình: giữ kết quả thẩm định 1 nội dung.', 'Văn bản chưa ban hành (minh họa)', ANSWER])
      expect(kept).toContain(part);
    expect((await verdict(first, { 'answer.yes': true }, 'Đã chứng minh (minh họa)')).status).toBe(201);
    // What the first appraisal left as it was claimed is lowered now.
    expect((await verdict(third, { 'answer.yes': false }, 'Văn bản đã hết hiệu lực (minh họa)')).status).toBe(201);
    expect((await read('an')).items).toMatchObject([{ second: null }, {}]);
    expect((await say('an', second, { kind: 'accepts' })).body.code).toBe('stepClosed');
  });

  it('what it still contests after the second notice it brings before the council, until that opens', async () => {
    const early = { id: randomUUID(), base: await seqOf('binh'), text: ANSWER };
    expect((await as('binh', 'POST', `${SHEET}/explanation/${first}/dispute`, early)).body.code).toBe('stepClosed');
    // The second appraisal of this body ends before the council opens.
    await server.owner.query(`UPDATE round_step SET closes = '2023-03-15T00:00:00+07:00' WHERE round_id = $1 AND step = 'secondAppraisal'`, [world.round]);
    server.clock.set('2023-03-16T00:00:00Z');
    const notice = {
      id: randomUUID(),
      stage: 'second',
      bodies: ['tinh-minh-hoa-01'],
      document: { number: '20/BMH-CCHC', date: '2023-03-15' },
      told: ['itemsNotAppraised'],
    };
    expect((await as('dung', 'POST', `${ROUND}/appraisal-notices`, notice)).status).toBe(201);
    expect((await read('an')).items).toMatchObject([
      { item: { code: first }, disputable: false, second: { points: expect.not.stringMatching(/^0\//), reason: { text: 'Đã chứng minh (minh họa)' } } },
      { item: { code: second }, disputable: false },
      { item: { code: third }, contested: false, toExplain: false, disputable: true, second: { points: '0/1' } },
    ]);
    const letter = await textOf(await bytesOf('dung', `${ROUND}/appraisal-notices/second/tinh-minh-hoa-01?format=docx`), 'lan-hai.docx');
    for (const part of [
      'Thẩm định lần hai đối với 1 nội dung giải trình: chấp nhận 1 nội dung.',
      'Thẩm định lần hai điều chỉnh kết quả của 1 nội dung khác.',
      'Đã chứng minh (minh họa)',
      'Văn bản đã hết hiệu lực (minh họa)',
    ])
      expect(letter).toContain(part);
    // What the first notice told it tells still, and the explanation names what that was.
    const told = await textOf(await bytesOf('dung', `${ROUND}/appraisal-notices/appraised/tinh-minh-hoa-01?format=docx`), 'lan-dau.docx');
    expect(told).not.toContain('Văn bản đã hết hiệu lực (minh họa)');
    // Brought by the head, and only what stands otherwise than claimed and was not accepted.
    expect((await say('an', `${third}/dispute`, { text: ANSWER })).status).toBe(403);
    for (const item of [first, second]) expect((await say('binh', `${item}/dispute`, { text: ANSWER })).body.code).toBe('notNow');
    expect((await say('binh', `${third}/dispute`, { text: 'Đề nghị xem xét lại (minh họa)' })).status).toBe(201);
    expect((await as('hanh', 'GET', `${ROUND}/disputes`)).body.items).toMatchObject([
      { body: { id: 'tinh-minh-hoa-01' }, item: { code: third }, dispute: { text: 'Đề nghị xem xét lại (minh họa)' } },
    ]);
    server.clock.set('2023-03-20T00:00:00Z');
    expect((await say('binh', `${third}/dispute`, { text: null })).body.code).toBe('stepClosed');
  });
});
