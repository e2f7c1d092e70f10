import { randomUUID, verify } from 'node:crypto';
import { hashOf } from '@parindex/core';
import { editionAnswer, editionRequestList } from '@parindex/core/contracts/schemas/index';
import { domain, item } from '@parindex/core/testing/small-round';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { adoptByTwo, bringDecision, giveSealingKey } from '../../../testing/adopt-edition.ts';
import { SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { remindOnce } from '../../reminders/remind.ts';

let server: TestServer;
let world: World;
/** A second owner of the ministry, and the owner of a province. */
let [second, province] = [] as unknown as [Person, Person];
beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  giveSealingKey(server);
  second = await addPerson(server, 'thao', 'Mạc Thị Thảo', 'owner', 'bo-minh-hoa');
  province = await addPerson(server, 'mai', 'Lý Thị Mai', 'owner', 'tinh-minh-hoa-01');
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [second.account]);
});
afterAll(() => server.close());

const decision = { number: '01/QĐ-BMH', date: '2023-01-09' };
const draft = (document: string, cases = SMALL_CASES) => ask(server, world.people.dung, 'POST', '/api/editions', { document, cases });
const read = (edition: string, who: Person = world.people.dung) => ask(server, who, 'GET', `/api/editions/${edition}`);

interface Asked {
  readonly who?: Person;
  readonly version?: number;
  readonly file?: string;
  readonly id?: string;
}

async function asked(edition: string, terms: object, { who = world.people.dung, version, file, id = randomUUID() }: Asked = {}) {
  const seen = version ?? (await read(edition)).body.version;
  const brought = file ?? (await bringDecision(server, world.people.dung, edition));
  return ask(server, who, 'POST', `/api/editions/${edition}/requests`, { id, version: seen, file: brought, decision, ...terms });
}
const askAdoption = (edition: string, more: Asked = {}) => asked(edition, { kind: 'adopt', effectiveFrom: '2023-01-01' }, more);
const decide = (edition: string, request: string, who: Person, said: object = { decision: 'carriedOut' }) =>
  ask(server, who, 'POST', `/api/editions/${edition}/requests/${request}/decision`, said);

describe('Dũng and Thảo, owners of the scheme of Bộ Minh họa, adopt an edition', () => {
  it('[F20] nobody asks for it while a case does not come out, or while there is none; all is told at once', async () => {
    const wrong = SMALL_CASES.replace('"0.75"', '"0.5"').replace('expect: { points: "2" }', 'expect: { points: "1" }');
    expect((await draft(smallDocument('mau-2'), wrong)).body.cases).toMatchObject({ run: 2, failed: 2 });
    const refused = await askAdoption('mau-2');
    expect(refused.status).toBe(422);
    expect(refused.body.faults).toMatchObject([
      { code: 'caseFails', path: '/cases/0/expect/points' },
      { code: 'caseFails', path: '/cases/1/expect/points' },
    ]);
    expect(refused.body.places).toMatchObject([{ path: '/cases/0/expect/points', line: 4 }, { line: 7 }]);

    const texts = { document: smallDocument('mau-2'), cases: '', version: 1 };
    expect((await ask(server, world.people.dung, 'PUT', '/api/editions/mau-2', texts)).body).toMatchObject({ version: 2, cases: { run: 0 } });
    expect((await askAdoption('mau-2')).body.faults).toMatchObject([{ code: 'emptyText', path: '/cases' }]);

    const faulty = smallDocument('mau-2', { domains: [domain('1', [item('1.1', { maximum: '0' })], { maximum: '3' })] });
    await ask(server, world.people.dung, 'PUT', '/api/editions/mau-2', { document: faulty, cases: SMALL_CASES, version: 2 });
    const all = await asked('mau-2', { kind: 'adopt', effectiveFrom: '2023-01-01', effectiveTo: '2022-01-01', replacedBy: 'mau-2' }, { file: randomUUID() });
    expect(all.body.faults.map(({ code, path }: Record<string, string>) => `${code} ${path}`)).toEqual([
      'unknownId /file',
      'unknownKey /replacedBy',
      'outOfRange /effectiveTo',
      'outOfRange /document/domains/0/criteria/0/maximum',
    ]);
    expect((await asked('mau-2', { kind: 'adopt' })).body.faults[0]).toMatchObject({ code: 'missingKey', path: '/effectiveFrom' });
    expect((await read('mau-2')).body.state).toBe('draft');
  });

  it('[F2] one brings the signed decision and asks, the other agrees; it is locked and signed, and nobody changes it any more', async () => {
    await draft(smallDocument('mau-3'));
    const id = randomUUID();
    const file = await bringDecision(server, world.people.dung, 'mau-3');
    const request = await askAdoption('mau-3', { id, file });
    expect(request).toMatchObject({ status: 201, body: { id, kind: 'adopt', decision, file: { id: file }, mayDecide: false, mayStop: true, decided: null } });
    // The answer was lost on the way.
    expect((await askAdoption('mau-3', { id, file, version: 1 })).body).toEqual(request.body);
    expect((await askAdoption('mau-3')).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('chờ người thứ hai') });

    // Not alone; not by an administrator while there is another owner; not by another body, which learns nothing of it.
    expect((await decide('mau-3', id, world.people.dung)).status).toBe(403);
    expect((await decide('mau-3', id, world.people.lan)).status).toBe(403);
    expect((await decide('mau-3', id, province)).status).toBe(404);
    expect((await ask(server, second, 'GET', '/api/work')).body.tasks).toContainEqual(
      expect.objectContaining({ kind: 'editionRequest', edition: { id: 'mau-3', title: 'Bộ tiêu chí minh họa mau-3', request: 'adopt' } }),
    );
    const seen = await ask(server, second, 'GET', '/api/editions/mau-3/requests');
    expect(editionRequestList.parse(seen.body)).toEqual(seen.body);
    expect(seen.body).toMatchObject({ possible: 'adopt', requests: [{ id, mayDecide: true, mayStop: false }] });
    expect((await ask(server, world.people.hanh, 'GET', `/api/editions/mau-3/files/${file}`)).status).toBe(404);

    expect((await decide('mau-3', id, second, { decision: 'refused' })).body.faults).toMatchObject([{ code: 'emptyText', path: '/note' }]);
    const decided = await decide('mau-3', id, second);
    expect(server.logged).toEqual([]);
    expect(decided.body).toMatchObject({ decided: { decision: 'carriedOut', by: { name: 'Mạc Thị Thảo' } } });
    expect((await decide('mau-3', id, second)).body).toEqual(decided.body);

    const { body: adopted } = await read('mau-3', world.people.an);
    expect(editionAnswer.parse(adopted)).toEqual(adopted);
    expect(adopted).toMatchObject({
      state: 'adopted',
      version: 2,
      effectiveFrom: '2023-01-01',
      effectiveTo: null,
      decision,
      faults: [],
      cases: { run: 2, failed: 0 },
    });
    expect(adopted.files).toEqual({ adoption: file, withdrawal: null });
    const normal = await ask(server, world.people.an, 'GET', '/api/editions/mau-3/normal');
    expect(hashOf(normal.body)).toBe(adopted.hash);
    // What was signed names the very text and decision, and the sealing key of the installation signed it.
    const { key, statement, value } = adopted.signature;
    expect(statement).toContain(adopted.hash);
    expect(statement).toContain(file);
    const sealing = server.context.keys.seals().find((each) => each.id === key);
    expect(sealing && verify(null, Buffer.from(statement), sealing.publicKey, Buffer.from(value, 'base64'))).toBe(true);
    // The decision is for all who read the edition.
    const bytes = await server.app.inject({ url: `/api/editions/mau-3/files/${file}`, headers: { cookie: `parindex_session=${world.people.an.token}` } });
    expect(bytes.rawPayload).toEqual(pdfOf([{ lines: ['Quyết định ban hành bộ tiêu chí (minh họa)'] }]));

    const texts = { document: smallDocument('mau-3'), cases: SMALL_CASES };
    expect((await ask(server, world.people.dung, 'PUT', '/api/editions/mau-3', { ...texts, version: 2 })).body.code).toBe('notNow');
    expect((await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-3?version=2')).body.code).toBe('notNow');
    expect((await askAdoption('mau-3', { version: 2 })).body.code).toBe('notNow');
  });

  it('[F2] what is adopted is changed by neither the server nor the owner of the database, and the server adopts nothing by itself', async () => {
    await draft(smallDocument('mau-7'));
    const changes = [
      `UPDATE edition SET document = 'khác' WHERE id = 'mau-3'`,
      `UPDATE edition SET state = 'draft' WHERE id = 'mau-3'`,
      `UPDATE edition SET hash = 'khác' WHERE id = 'mau-3'`,
      `UPDATE edition SET signature = '\\x00' WHERE id = 'mau-3'`,
      `DELETE FROM edition WHERE id = 'mau-3'`,
      'TRUNCATE edition CASCADE',
    ];
    const alone = [
      `UPDATE edition SET state = 'adopted', scheme = '{}', hash = 'h', adopted_at = now() WHERE id = 'mau-7'`,
      `UPDATE edition SET withdrawn_at = now(), withdrawal_number = '1', withdrawal_date = '2023-01-01', withdrawal_file = decision_file WHERE id = 'mau-3'`,
      `UPDATE edition_request SET decision = 'carriedOut'`,
      `SELECT app.decide_edition_request('${randomUUID()}', '${randomUUID()}', 'carriedOut', NULL, NULL, NULL, NULL, NULL, NULL)`,
    ];
    for (const url of [server.urls.app, server.urls.owner]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const change of url === server.urls.app ? [...changes, ...alone] : changes) {
        await client.query('BEGIN');
        if (url === server.urls.app)
          await client.query('SELECT app.begin_request($1, NULL, $2, false)', [hashOfToken(world.people.dung.token), server.clock.now()]);
        await expect(client.query(change), `${change} by ${new URL(url).username}`).rejects.toMatchObject({ code: '42501' });
        await client.query('ROLLBACK');
      }
      await client.end();
    }
  });

  it('a draft that was changed meanwhile is asked for anew; who asked withdraws it; a refusal says why', async () => {
    await draft(smallDocument('mau-8'));
    const first = randomUUID();
    expect((await askAdoption('mau-8', { id: first })).status).toBe(201);
    const texts = { document: smallDocument('mau-8', { status: 'official' }), cases: SMALL_CASES, version: 1 };
    expect((await ask(server, world.people.dung, 'PUT', '/api/editions/mau-8', texts)).status).toBe(200);
    expect((await decide('mau-8', first, second)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('đã được sửa') });
    expect((await ask(server, second, 'GET', '/api/work')).body.tasks.filter(({ kind }: { kind: string }) => kind === 'editionRequest')).toEqual([]);

    const other = randomUUID();
    // What is asked for later stands first.
    server.clock.pass(1000);
    expect((await askAdoption('mau-8', { id: other, version: 1 })).body.code).toBe('staleVersion');
    expect((await askAdoption('mau-8', { id: other })).status).toBe(201);
    const { body } = await ask(server, world.people.dung, 'GET', '/api/editions/mau-8/requests');
    expect(body.requests).toMatchObject([
      { id: other, overtaken: false },
      { id: first, overtaken: true, mayStop: false },
    ]);
    const stop = (who: Person) => ask(server, who, 'POST', `/api/editions/mau-8/requests/${other}/stop`, {});
    expect((await stop(second)).status).toBe(403);
    expect((await stop(world.people.dung)).body).toMatchObject({ decided: { decision: 'stopped' } });
    expect((await decide('mau-8', other, second)).body.code).toBe('notNow');

    const third = randomUUID();
    await askAdoption('mau-8', { id: third });
    const note = 'Tiêu chí 1.2 chưa đúng Phụ lục (minh họa)';
    expect((await decide('mau-8', third, second, { decision: 'refused', note })).body).toMatchObject({ decided: { decision: 'refused', note } });
    expect((await read('mau-8')).body.state).toBe('draft');
    // What was asked for is kept, and the draft with it.
    expect((await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-8?version=2')).body).toMatchObject({
      code: 'notNow',
      detail: expect.stringContaining('không xóa được'),
    });
  });

  it('[F45] whoever is to decide is told by mail what is asked for, and whoever asked what was decided; of a draft that was changed since, nobody is asked', async () => {
    const jobs = connectPool(server.urls.jobs, 1);
    const remind = () => remindOnce(jobs, server.clock.now());
    const told = async (who: Person) =>
      (await ask(server, who, 'GET', '/api/me/reminders')).body.items
        .filter(({ about }: { about: { id: string } }) => about.id === 'thu-moi')
        .map(({ kind, text }: { kind: string; text: string }) => `${kind}: ${text}`);
    try {
      await draft(smallDocument('thu-moi'));
      await askAdoption('thu-moi');
      await ask(server, world.people.dung, 'PUT', '/api/editions/thu-moi', { document: smallDocument('thu-moi'), cases: SMALL_CASES, version: 1 });
      await remind();
      expect(await told(second)).toEqual([]);
      const [refused, agreed] = [randomUUID(), randomUUID()];
      await askAdoption('thu-moi', { id: refused });
      expect([await remind(), await remind()]).toEqual([1, 0]);
      const waits = 'toDecide: Đề nghị đưa vào áp dụng của Phạm Văn Dũng (Bộ tiêu chí minh họa thu-moi) chờ Ông/Bà quyết định, hạn:';
      expect(await told(second)).toEqual([expect.stringContaining(waits)]);
      for (const who of [world.people.dung, world.people.lan, province]) expect(await told(who)).toEqual([]);
      await decide('thu-moi', refused, second, { decision: 'refused', note: 'Chưa có ý kiến Bộ Minh họa B (minh họa).' });
      await askAdoption('thu-moi', { id: agreed });
      await decide('thu-moi', agreed, second);
      expect(await remind()).toBe(1);
      const news = await told(world.people.dung);
      expect(news).toHaveLength(2);
      expect(news).toEqual(
        expect.arrayContaining([
          'decided: Đề nghị đưa vào áp dụng của Ông/Bà (Bộ tiêu chí minh họa thu-moi) không được Mạc Thị Thảo chấp thuận. Lý do: Chưa có ý kiến Bộ Minh họa B (minh họa).',
          'decided: Đề nghị đưa vào áp dụng của Ông/Bà (Bộ tiêu chí minh họa thu-moi) đã được Mạc Thị Thảo chấp thuận và thực hiện.',
        ]),
      );
      expect(await told(second)).toHaveLength(1);
    } finally {
      await jobs.end();
    }
  });

  it('a decision is not dated in the future, and what adopted an edition does not withdraw it', async () => {
    await draft(smallDocument('mau-ngay'));
    const dated = (date: string) => asked('mau-ngay', { kind: 'adopt', effectiveFrom: '2023-01-01', decision: { ...decision, date } });
    expect((await dated('2023-01-11')).body.faults).toMatchObject([{ code: 'outOfRange', path: '/decision/date' }]);
    const id = randomUUID();
    expect((await asked('mau-ngay', { kind: 'adopt', effectiveFrom: '2023-01-01', decision: { ...decision, date: '2023-01-10' } }, { id })).status).toBe(201);
    expect((await decide('mau-ngay', id, second)).status).toBe(200);
    const { adoption } = (await read('mau-ngay')).body.files;
    // Neither the file itself nor the same brought once more.
    for (const file of [adoption, undefined])
      expect((await asked('mau-ngay', { kind: 'withdraw' }, file ? { file } : {})).body).toMatchObject({
        code: 'notNow',
        detail: expect.stringContaining('quyết định ban hành'),
      });
  });

  it('where the body has one owner alone an administrator decides in the second place', async () => {
    const texts = { document: smallDocument('cua-tinh'), cases: SMALL_CASES, ownerBody: 'tinh-minh-hoa-01' };
    expect((await ask(server, province, 'POST', '/api/editions', texts)).status).toBe(201);
    expect((await read('cua-tinh')).status).toBe(404);
    expect(await adoptByTwo(server, { asks: province, decides: world.people.lan }, 'cua-tinh')).toMatchObject({
      state: 'adopted',
      ownerBody: 'tinh-minh-hoa-01',
    });
    expect((await read('cua-tinh')).status).toBe(200);
  });

  it('an edition that holds no more says by which decision, and what replaced it; no round takes it or opens with it, nor a copy', async () => {
    await draft(smallDocument('mau-9'));
    await adoptByTwo(server, { asks: world.people.dung, decides: second }, 'mau-9');
    const plan = (body: object) => ask(server, world.people.dung, 'POST', '/api/rounds', { ownerBody: 'bo-minh-hoa', year: 2023, title: 'Kỳ thử', ...body });
    expect((await plan({ id: 'ky-cu', edition: 'mau-3' })).status).toBe(201);
    const id = randomUUID();
    expect((await asked('mau-3', { kind: 'withdraw', replacedBy: 'mau-8', effectiveFrom: '2023-01-01' })).body.faults).toMatchObject([
      { code: 'unknownKey', path: '/effectiveFrom' },
      { code: 'unknownId', path: '/replacedBy' },
    ]);
    const withdrawing = await bringDecision(server, world.people.dung, 'mau-3', 'bãi bỏ');
    expect((await asked('mau-3', { kind: 'withdraw', replacedBy: 'mau-9' }, { id, file: withdrawing })).status).toBe(201);
    expect((await decide('mau-3', id, world.people.dung)).status).toBe(403);
    const before = (await read('mau-3')).body;
    expect((await decide('mau-3', id, second)).status).toBe(200);
    expect((await read('mau-3', world.people.an)).body).toEqual({
      ...before,
      version: 3,
      files: { ...before.files, withdrawal: expect.any(String) },
      withdrawn: { at: expect.any(String), decision, replacedBy: 'mau-9' },
    });
    expect((await asked('mau-3', { kind: 'withdraw' })).body.code).toBe('notNow');
    expect((await plan({ id: 'ky-thu', edition: 'mau-3' })).body.faults).toMatchObject([{ code: 'unknownId', path: '/edition' }]);
    expect((await plan({ id: 'ky-chep', year: 2024, copyFrom: 'ky-cu' })).status).toBe(201);
    for (const drafted of ['ky-cu', 'ky-chep']) {
      const { body: opening } = await ask(server, world.people.dung, 'GET', `/api/rounds/${drafted}/opening`);
      expect(opening.remarks, drafted).toContainEqual(expect.objectContaining({ code: 'editionWithdrawn', blocks: true }));
    }
    const trail = await ask(server, world.people.khanh, 'GET', '/api/audit?limit=50');
    expect(trail.status).toBe(200);
  });
});
