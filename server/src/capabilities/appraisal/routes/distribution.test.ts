import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
let items: string[];
let giang: Person;
let hoa: Person;
let khoi: Person;
/** The leader of the ministry that appraises. */
let leader: Person;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  giang = world.people.giang;
  hoa = await addPerson(server, 'hoa', 'Lương Thị Hoa', 'appraiser', 'bo-minh-hoa-b');
  khoi = await addPerson(server, 'khoi', 'Trịnh Văn Khôi', 'appraiser', 'bo-minh-hoa-b');
  leader = await addPerson(server, 'phuc', 'Mai Văn Phúc', 'head', 'bo-minh-hoa-b');
  items = yesNoCodes(world).slice(0, 4);
  await server.owner.query('DELETE FROM domain_owner');
  for (const code of items) {
    const domain = world.scheme.domains.find((one) => itemsOfDomains([one]).some((item) => item.code === code))?.code;
    await server.owner.query(`INSERT INTO domain_owner (round_id, domain, item, body_id) VALUES ($1, $2, $3, 'bo-minh-hoa-b')`, [world.round, domain, code]);
  }
  server.clock.set('2023-02-10T00:00:00Z');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const BODIES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02', 'tinh-minh-hoa-03'];
const [ONE, TWO] = BODIES as [string, string];
const by = (person: Person, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, person, method, `${ROUND}${url}`, body);
const office = (person: Person, method: 'GET' | 'POST', url: string, body?: unknown) => by(person, method, `/appraisal/distribution/bo-minh-hoa-b${url}`, body);
const distribution = async (person = leader) => (await by(person, 'GET', '/appraisal/distribution')).body.office;
const give = (...shares: { person: Person; item?: string; body?: string }[]) =>
  office(leader, 'POST', '/shares', { shares: shares.map(({ person, ...share }) => ({ id: randomUUID(), person: person.account, ...share })) });
const accept = (person: Person, body: string, item: string, base = 0) =>
  by(person, 'POST', `/sheets/${body}/items/${item}/appraisal`, { id: randomUUID(), base, changes: {}, reason: null });
const refused = async (answer: ReturnType<typeof accept>) => {
  const { status, body } = await answer;
  return [status, body.code];
};
const declare = (person: Person, body: string) => by(person, 'POST', '/interests', { id: randomUUID(), body, kind: 'kin', reason: 'Minh họa' });

describe('[F37] what an appraising body gives to its people', () => {
  it('is decided by them alone; what is given to nobody belongs to all; the queue shows one’s own first', async () => {
    const [first, second] = items as [string, string];
    expect((await give({ person: hoa, item: first }, { person: khoi, item: first, body: TWO })).status).toBe(204);
    const other = await accept(giang, ONE, first);
    expect(other.body).toMatchObject({
      code: 'givenToOthers',
      detail: 'Nội dung này đã được phân công cho Lương Thị Hoa; nội dung vừa gửi chưa được lưu.',
    });
    expect((await accept(hoa, TWO, first)).body.detail).toContain('Trịnh Văn Khôi');
    expect((await accept(hoa, ONE, first)).status).toBe(201);
    expect((await accept(khoi, TWO, first)).status).toBe(201);
    expect((await accept(giang, ONE, second, 1)).status).toBe(201);

    const queue = async (person: Person, share = '') => (await by(person, 'GET', `/appraisal${share}`)).body;
    const ofHoa = await queue(hoa);
    expect(ofHoa).toMatchObject({ share: 'given', shares: { given: 1, ungiven: 8, others: 0 } });
    expect(ofHoa.items).toMatchObject([{ code: first, toAppraise: 2, decided: 1 }]);
    expect((await queue(hoa, '?share=ungiven')).items).toHaveLength(3);
    const ofGiang = await queue(giang);
    expect(ofGiang).toMatchObject({ share: 'all', shares: { given: 0, ungiven: 8, others: 1 } });
    expect(ofGiang.items).toHaveLength(4);
    const row = (await by(giang, 'GET', `/appraisal/items/${first}`)).body.rows[0];
    expect(row).toMatchObject({ mine: false, holders: [{ name: 'Lương Thị Hoa' }] });
    // At home, what is given to others does not wait for one.
    const { body } = await ask(server, giang, 'GET', '/api/work');
    expect(body.tasks.find(({ kind }: { kind: string }) => kind === 'appraise').count).toBe(8);

    // Taken back, it is everybody's again.
    const { shares } = await distribution();
    expect(shares).toMatchObject([
      { item: first, body: null, person: { name: 'Lương Thị Hoa' }, pieces: 2, decided: 1 },
      { item: first, body: TWO, pieces: 1, decided: 1 },
    ]);
    const ids = shares.map(({ id }: { id: string }) => id);
    expect((await office(leader, 'POST', '/withdrawal', { ids })).status).toBe(204);
    expect((await office(leader, 'POST', '/withdrawal', { ids })).status).toBe(204);
    expect((await office(leader, 'POST', '/withdrawal', { ids: [randomUUID()] })).status).toBe(404);
    expect((await accept(giang, BODIES[2] as string, first)).status).toBe(201);
    const { rows } = await server.owner.query(`SELECT act, content->'stands'->'person_share' AS stands FROM audit WHERE act LIKE 'appraisal.%' ORDER BY n`);
    expect(rows).toMatchObject([
      { act: 'appraisal.give', stands: { 'minh-hoa-2022/bo-minh-hoa-b': [{ shares: 2 }] } },
      { act: 'appraisal.takeBack', stands: { 'minh-hoa-2022/bo-minh-hoa-b': [{ shares: 0 }] } },
    ]);
  });

  it('is given by its leader and the owner of the round, to its own appraisers, and never against an interest', async () => {
    await declare(hoa, TWO);
    const shares = (person: Person, body: string) => ({ shares: [{ id: randomUUID(), person: person.account, body }] });
    for (const person of [giang, world.people.binh]) expect((await office(person, 'POST', '/shares', shares(hoa, ONE))).status).toBe(403);
    expect((await give({ person: hoa, body: TWO })).body).toMatchObject({
      code: 'ownCause',
      detail: 'Lương Thị Hoa có xung đột lợi ích với Tỉnh Minh họa 02 nên không được phân công thẩm định cơ quan này.',
    });
    const wrong = await office(leader, 'POST', '/shares', {
      shares: [
        { id: randomUUID(), person: world.people.an.account, item: items[0] },
        { id: randomUUID(), person: hoa.account, item: '9.9' },
        { id: randomUUID(), person: hoa.account },
      ],
    });
    expect(wrong.body.faults.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual([
      'unknownId /shares/0/person',
      'unknownId /shares/1/item',
      'missingKey /shares/2/item',
    ]);
    // An item is given whole; of its bodies, the own cause stays with all others.
    expect((await give({ person: hoa, item: items[0] as string })).status).toBe(204);
    expect(await refused(accept(hoa, TWO, items[0] as string))).toEqual([403, 'ownCause']);
    expect((await accept(giang, TWO, items[0] as string)).status).toBe(201);
    expect((await office(world.people.dung, 'POST', '/shares', shares(khoi, ONE))).status).toBe(204);
    // A leader learns that somebody does not appraise a body, and nothing of why.
    const told = await distribution();
    expect(told.persons.find(({ id }: { id: string }) => id === hoa.account)).toMatchObject({ causes: [TWO], pieces: 2, decided: 0 });
    expect(JSON.stringify(told)).not.toContain('kin');
    // Of other bodies' work they know nothing, and no sheet.
    expect((await by(leader, 'GET', '/appraisal')).status).toBe(403);
    expect((await by(leader, 'GET', '/appraisal/distribution?office=bo-minh-hoa')).status).toBe(404);
  });

  it('is distributed as the preview says, around interests, and again the same by the same seed; once things have changed, not', async () => {
    await declare(hoa, ONE);
    await give({ person: giang, item: items[0] as string, body: ONE });
    const preview = (query: string) => office(leader, 'GET', `/preview?${query}`);
    const balanced = (await preview('by=piece&way=balanced&seed=1')).body;
    expect(balanced.nobody).toEqual([]);
    expect(balanced.persons.map(({ after }: { after: number }) => after).toSorted()).toEqual([4, 4, 4]);
    const random = (await preview('by=body&way=random&seed=mot')).body;
    expect((await preview('by=body&way=random&seed=mot')).body).toEqual(random);
    // A person may be left out; where only who has an interest is left, what nobody takes is named.
    const alone = (await preview(`by=body&way=balanced&seed=1&persons=${hoa.account}`)).body;
    expect(alone.nobody.every(({ body }: { body: string }) => body === ONE)).toBe(true);
    expect(alone.nobody).toHaveLength(3);

    const agreed = { by: 'piece', way: 'balanced', seed: '1', digest: balanced.digest };
    await give({ person: khoi, item: items[1] as string, body: TWO });
    const stale = await office(leader, 'POST', '/distribution', agreed);
    expect(stale.body.code).toBe('staleVersion');
    const again = (await preview('by=piece&way=balanced&seed=1')).body;
    expect((await office(leader, 'POST', '/distribution', { ...agreed, digest: again.digest })).status).toBe(201);
    const { persons, ungiven } = await distribution();
    expect(ungiven.pieces).toBe(0);
    expect(persons.map(({ pieces }: { pieces: number }) => pieces)).toEqual([4, 4, 4]);
    const { rows } = await server.owner.query(`SELECT s.account_id AS person FROM person_share s WHERE s.body_id = $1 AND s.account_id = $2`, [
      ONE,
      hoa.account,
    ]);
    expect(rows).toEqual([]);
    const told = await server.owner.query(`SELECT content FROM audit WHERE act = 'appraisal.distribute'`);
    expect(told.rows[0].content).toMatchObject({ body: 'bo-minh-hoa-b', by: 'piece', way: 'balanced', seed: '1', count: 10, digest: again.digest });
  });

  it('passes to another as far as nobody has decided, and what is the other’s own cause stays', async () => {
    await declare(khoi, TWO);
    await give({ person: hoa, item: items[0] as string }, { person: hoa, body: ONE });
    await accept(hoa, ONE, items[0] as string);
    const { status, body } = await office(leader, 'POST', '/handover', { from: hoa.account, to: khoi.account });
    expect([status, body]).toEqual([200, { given: 2, left: [{ item: items[0], body: TWO }] }]);
    const { persons } = await distribution();
    expect(persons.map(({ name, pieces, decided }: Record<string, unknown>) => [name, pieces, decided])).toEqual([
      ['Hoàng Thị Giang', 0, 0],
      ['Lương Thị Hoa', 2, 1],
      ['Trịnh Văn Khôi', 4, 0],
    ]);
    expect((await office(leader, 'POST', '/handover', { from: hoa.account, to: hoa.account })).body.faults).toMatchObject([{ path: '/to' }]);
    // Who has left holds nothing: it is for all to decide, until it is passed on.
    await server.owner.query(`UPDATE membership SET to_date = '2023-02-01', ended_at = now() WHERE id = $1`, [khoi.membership]);
    expect((await accept(giang, ONE, items[1] as string, 1)).status).toBe(201);
    expect((await office(leader, 'POST', '/handover', { from: khoi.account, to: giang.account })).body).toMatchObject({ left: [] });
    expect(await refused(accept(hoa, ONE, items[2] as string, 2))).toEqual([403, 'givenToOthers']);
  });

  it('is refused by the database to who does not distribute, and to who does not appraise there', async () => {
    const add = (person: Person, to: Person) =>
      inTransactionAs(server.context, person.account, server.clock.now(), (db) =>
        sql`INSERT INTO person_share (id, round_id, office_body, item, edition_id, account_id, assigned_by, assigned_at)
          VALUES (${randomUUID()}, ${world.round}, 'bo-minh-hoa-b', ${items[0]}, ${world.scheme.id}, ${to.account}, ${person.account}, app.moment())`.execute(
          db,
        ),
      );
    await expect(add(giang, giang)).rejects.toThrow(/row-level security/);
    await expect(add(leader, world.people.an)).rejects.toThrow(/row-level security/);
    await add(leader, hoa);
    const ended = await inTransactionAs(server.context, giang.account, server.clock.now(), (db) =>
      sql`UPDATE person_share SET ended_by = app.account(), ended_at = app.moment()`.execute(db),
    );
    expect(ended.numAffectedRows).toBe(0n);
  });
});
