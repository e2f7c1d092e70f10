import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { sweep } from '../../evidence/sweep.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { uploadFile } from '../../evidence/testing/upload-file.ts';
import { type ErasureStory, fileOf, NOW, PLAN, SHEET, sha256, startErasures, verified } from '../testing/erasure-story.ts';

let close: ErasureStory['close'];
let server: ErasureStory['server'];
let world: ErasureStory['world'];
let work: ErasureStory['work'];
let asPerson: ErasureStory['asPerson'];
let filesWith: ErasureStory['filesWith'];
let decide: ErasureStory['decide'];

beforeAll(async () => {
  ({ close, server, world, work, asPerson, filesWith, decide } = await startErasures());
});
afterAll(() => close());

describe('[F96] retention', () => {
  const PAST = '/api/rounds/minh-hoa-2010/sheets/tinh-minh-hoa-01';
  const [kept, common] = [pdfOf([{ lines: [...PLAN, 'giữ lại lambdamu'] }]), pdfOf([{ lines: [...PLAN, 'dùng chung lambdamu'] }])];
  const documents: Record<string, string> = {};
  const term = (person: Person, name: string, years: number | null, version = 0) =>
    ask(server, person, 'PUT', `/api/retention/terms/${name}`, { years, basis: 'Quy định minh họa', version });
  const propose = (person: Person, id: string = randomUUID()) =>
    ask(server, person, 'POST', '/api/rounds/minh-hoa-2010/purges', { id, reason: 'Hết thời hạn bảo quản (minh họa)' });

  beforeAll(async () => {
    const { an } = world.people;
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2010', 'bo-minh-hoa', 2010, 'Kỳ minh họa 2010', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2010', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2010', 'selfAssessment', '2010-01-01', '2024-03-01')`);
    for (const [name, bytes] of Object.entries({ own: kept, common }))
      ({ document: (documents[name] as string) } = await uploadFile(server, work, an, PAST, `lambdamu ${name}.pdf`, bytes));
    // The one is needed by another round for its bytes alone; a reference is taken over and held.
    await uploadFile(server, work, an, SHEET, 'dùng chung.pdf', common);
    const held = randomUUID();
    await ask(server, an, 'POST', `${PAST}/documents`, { documents: [{ id: held, number: '9/KH-MH', date: '2010-02-02' }] });
    const carried = await ask(server, an, 'POST', `${SHEET}/carried-documents`, {
      from: 'minh-hoa-2010',
      documents: [{ id: randomUUID(), document: held, version: 1 }],
    });
    expect(carried.status).toBe(201);
    documents['held'] = held;
  });

  it('purges nothing by default, nor in a round that is open; only an administrator sets terms', async () => {
    const { dung, lan, an } = world.people;
    const { body } = await ask(server, lan, 'GET', '/api/retention');
    expect(body).toMatchObject({ due: [], terms: [{ class: 'withdrawn', years: null, version: 0 }, {}, {}, {}] });
    for (const person of [dung, an]) expect((await term(person, 'uncited', 2)).status).toBe(403);
    expect((await term(lan, 'uncited', 2)).body).toMatchObject({ class: 'uncited', years: 2, version: 1 });
    expect((await term(lan, 'uncited', 3)).body).toMatchObject({ code: 'staleVersion', version: 1 });
    expect((await term(lan, 'uncited', 3, 1)).body).toMatchObject({ years: 3, version: 2 });
    expect((await propose(dung)).body).toMatchObject({ code: 'notNow', round: 'open' });
    await expect(asPerson('dung', sql`UPDATE retention_term SET years = 1`)).resolves.toMatchObject({ numAffectedRows: 0n });
  });

  it('tells a year ahead what becomes due: full years from the end of the year of closing, not what another round still holds', async () => {
    const { dung, lan, an } = world.people;
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2020-06-30T00:00:00Z' WHERE id = 'minh-hoa-2010'`);
    // Due from 2024 on, in Vietnam.
    server.clock.set('2022-12-31T16:59:59Z');
    expect((await ask(server, lan, 'GET', '/api/retention')).body.due).toEqual([]);
    server.clock.set('2022-12-31T17:00:00Z');
    for (const person of [dung, lan])
      expect((await ask(server, person, 'GET', '/api/retention')).body.due).toEqual([
        {
          round: { id: 'minh-hoa-2010', title: 'Kỳ minh họa 2010', year: 2010 },
          class: 'uncited',
          from: '2023-12-31T17:00:00.000Z',
          documents: 2,
          bytes: kept.length + common.length,
        },
      ]);
    expect((await ask(server, an, 'GET', '/api/retention')).status).toBe(403);
    server.clock.set('2023-12-31T16:59:59Z');
    expect((await propose(dung)).body.code).toBe('notNow');
    server.clock.set('2024-01-15T02:00:00Z');
  });

  it('takes an owner and an administrator, the one proposing, the other carrying out', async () => {
    const { dung, lan, an, binh } = world.people;
    for (const person of [an, binh]) expect((await propose(person)).status).toBe(403);
    const id = randomUUID();
    const proposed = await propose(dung, id);
    expect([proposed.status, proposed.body.documents, proposed.body.mayDecide]).toEqual([201, 2, false]);
    expect((await propose(dung, id)).status).toBe(200);
    expect((await propose(lan)).body.code).toBe('alreadyThere');
    // Another owner of the same round is not enough.
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'bo-minh-hoa', 'owner', '2022-01-01', now())`,
      [world.people.minh.account],
    );
    for (const person of [dung, world.people.minh]) expect((await decide(person, id, 'carriedOut', 'purges')).status).toBe(403);
    expect((await ask(server, lan, 'GET', '/api/purges')).body.items).toMatchObject([{ id, mayDecide: true }]);
    // Both who answer for it read beforehand what would go; others find nothing in the list, whatever they may know of the purge.
    const listOf = async (person: Person) => String((await ask(server, person, 'GET', `/api/purges/${id}/documents`)).body);
    for (const person of [dung, lan]) {
      const list = await listOf(person);
      for (const text of ['DANH MỤC', '77/KH-ZETA', '05/02/2022', 'không được dẫn ở đâu', '2 tài liệu'])
        expect(list.toLowerCase()).toContain(text.toLowerCase());
    }
    for (const person of [an, world.people.minh]) expect(await listOf(person)).not.toContain('77/KH-ZETA');
    const carried = await decide(lan, id, 'carriedOut', 'purges');
    expect(carried.body.record.documents).toHaveLength(2);
    expect((await ask(server, lan, 'GET', `/api/purges/${id}/documents`)).body.code).toBe('notNow');
    expect((await decide(lan, id, 'carriedOut', 'purges')).status).toBe(200);
    const page = String((await ask(server, dung, 'GET', `/api/purges/${id}/record`)).body);
    for (const text of ['BIÊN BẢN HỦY TÀI LIỆU HẾT THỜI HẠN BẢO QUẢN', '77/KH-ZETA', sha256(kept), '05/02/2022']) expect(page).toContain(text);
  });

  it('leaves number, date, hash and who brought it; the bytes only where another round needs them', async () => {
    const { an } = world.people;
    await sweep(work);
    expect(filesWith(kept)).toEqual([]);
    expect(filesWith(common)).toHaveLength(1);
    const { body } = await ask(server, an, 'GET', `${PAST}/documents/${documents['own']}`);
    expect(body).toMatchObject({
      gone: { why: 'purged' },
      versions: [
        {
          facts: { number: '77/KH-ZETA', date: '2022-02-05', subject: null, issuer: null },
          file: { name: '—', sha256: sha256(kept), state: 'gone' },
          uploaded: { by: { name: 'Nguyễn Văn An' } },
        },
      ],
    });
    expect((await ask(server, an, 'GET', fileOf(documents['common'] as string, PAST))).body.code).toBe('notReadable');
    expect((await ask(server, an, 'GET', `${PAST}/documents/${documents['held']}`)).body.gone).toBeNull();
    const { rows } = await server.owner.query(
      `SELECT encode(sha256, 'hex') AS hash, gone_for FROM content WHERE encode(sha256, 'hex') = ANY ($1) ORDER BY gone_for`,
      [[sha256(kept), sha256(common)]],
    );
    expect(rows).toEqual([
      { hash: sha256(kept), gone_for: 'purged' },
      { hash: sha256(common), gone_for: null },
    ]);
    await sealAll(server);
    const { found, purged } = await verified(server);
    // The story wrote the plan of its rounds by hand, which is found besides.
    expect(found.filter(({ register }) => register === undefined || ['erasure', 'retention_term'].includes(register))).toEqual([]);
    expect(purged).toHaveLength(2);
    // What is purged, unlike what is removed, may come again.
    server.clock.set(NOW);
    expect(await uploadFile(server, work, an, SHEET, 'lại.pdf', kept)).toMatchObject({ state: 'kept' });
    expect(filesWith(kept)).toHaveLength(1);
    expect(server.logged).toEqual([]);
  });
});
