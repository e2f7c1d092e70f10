import { randomUUID } from 'node:crypto';
import { DECIDING_ROLES, isDeciding, ROLES } from '@parindex/core/rights/index';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { addAdministrator, agree, askFor, byTwo, decideRequest, REASON, roleFrom } from '../../../testing/two-persons.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';

const TODAY = '2023-01-10';
const PASSWORD = 'ốc sên đi xe đạp';

let server: TestServer;
let world: World;
/** Administrators of the whole installation, and of Tỉnh Minh họa 01. */
let tam: Person;
let phuc: Person;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  phuc = await addAdministrator(server, 'phuc', 'Phan Văn Phúc', 'tinh-minh-hoa-01');
});
afterAll(() => server.close());

const lan = () => world.people.lan;
const asks = (by: Person, whom: Person, what: object, id?: string) => askFor(server, by, whom.account, what, id);
const role = (name: string, body: string | null) => roleFrom(TODAY, name, body);
const decide = (by: Person, id: string, decision?: string, note?: string) => decideRequest(server, by, id, decision, note);
const listed = async (by: Person, state = 'waiting') => (await ask(server, by, 'GET', `/api/account-requests?state=${state}`)).body;
const acts = async (whom: Person) =>
  (
    await server.owner.query<{ act: string; actor: string; content: { tried?: string; why?: string } }>(
      'SELECT act, actor, content FROM audit WHERE subject = $1 ORDER BY n',
      [`account:${whom.account}`],
    )
  ).rows;
const refusals = async (whom: Person) =>
  (await acts(whom)).filter(({ act }) => act === 'person.refuseAlone').map(({ content }) => `${content.tried} ${content.why}`);
const mailsTo = async (whom: Person) =>
  (
    await server.owner.query<{ says: { event: string; kind: string; by: string }; address: string | null }>(
      `SELECT says, address FROM mail WHERE account_id = $1 AND kind = 'account' ORDER BY made_at, id`,
      [whom.account],
    )
  ).rows;

describe('[F94] a new installation with one administrator', () => {
  it('says that the second is missing; Lan makes one alone, which is told, and nothing else that decides', async () => {
    const { minh, chi } = world.people;
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [lan().account]);
    expect((await listed(lan())).administrators).toEqual({ count: 1, mayMakeSecond: true, awaited: [] });
    expect((await listed(chi)).administrators).toBeNull();
    for (const other of DECIDING_ROLES.filter((one) => one !== 'administrator')) {
      const answer = await ask(server, lan(), 'POST', `/api/people/${minh.account}/memberships`, { role: other, body: 'bo-minh-hoa', from: TODAY });
      expect(answer.body.code).toBe('secondPersonNeeded');
    }
    const given = await ask(server, lan(), 'POST', `/api/people/${minh.account}/memberships`, { role: 'administrator', body: null, from: TODAY });
    expect(given.status).toBe(201);
    expect(await acts(minh)).toContainEqual(expect.objectContaining({ act: 'membership.grant', content: expect.objectContaining({ byOnePerson: true }) }));
    expect(await mailsTo(minh)).toMatchObject([{ says: { event: 'roleGiven', role: 'administrator', by: 'Bùi Thị Lan' } }]);
    // The link of the second one she makes alone too, until it was used.
    expect((await ask(server, lan(), 'POST', `/api/people/${minh.account}/reset`)).status).toBe(201);
    await ask(server, lan(), 'PATCH', `/api/people/${minh.account}/memberships/${given.body.id}`, { to: '2023-01-09', version: 1 });
    tam = await addAdministrator(server, 'tam', 'Vương Văn Tám', null);
    expect((await ask(server, lan(), 'POST', `/api/people/${minh.account}/memberships`, { role: 'administrator', body: null, from: TODAY })).body.code).toBe(
      'secondPersonNeeded',
    );
    expect((await listed(lan())).administrators).toEqual({ count: 2, mayMakeSecond: false, awaited: [] });
    expect(server.logged).toEqual([]);
  });
});

describe('[F94] one administrator alone', () => {
  it('becomes nobody: gives no role to herself, and asks for none, and none that decides to anybody', async () => {
    const { chi } = world.people;
    for (const name of ROLES) {
      const given = { role: name, body: 'tinh-minh-hoa-02', from: TODAY };
      expect((await ask(server, lan(), 'POST', `/api/people/${lan().account}/memberships`, given)).body.code).toBe('notForOneself');
      if (!isDeciding(name)) continue;
      expect((await asks(lan(), lan(), role(name, 'tinh-minh-hoa-02'))).body.code).toBe('notForOneself');
      expect((await ask(server, lan(), 'POST', `/api/people/${chi.account}/memberships`, given)).body.code).toBe('secondPersonNeeded');
      const invitation = { email: 'moi@minh-hoa.example', name: 'Người Mới', memberships: [given] };
      expect((await ask(server, lan(), 'POST', '/api/people', invitation)).body.code).toBe('secondPersonNeeded');
    }
    expect((await refusals(lan())).length).toBe(14);
    expect(await refusals(chi)).toEqual(Array.from({ length: 6 }, () => 'membership secondPersonNeeded'));
    const { rows } = await server.owner.query(`SELECT FROM membership WHERE granted_by = $1 AND role <> 'clerk' AND account_id <> $2`, [
      lan().account,
      world.people.minh.account,
    ]);
    expect(rows).toEqual([]);
  });

  it("does not open another's account: no password, no factor, no other address, no own decision, no prolonged role", async () => {
    const { binh } = world.people;
    await server.owner.query(`UPDATE credential SET password_hash = 'x', totp_secret = 'x', totp_confirmed_at = now() WHERE account_id = $1`, [binh.account]);
    const url = `/api/people/${binh.account}`;
    expect((await ask(server, lan(), 'POST', `${url}/reset`)).body.code).toBe('secondPersonNeeded');
    expect((await ask(server, lan(), 'PATCH', url, { email: 'cualan@minh-hoa.example', version: 1 })).body.code).toBe('secondPersonNeeded');
    expect((await ask(server, lan(), 'PATCH', url, { name: 'Trần Thị Bình', version: 1 })).status).toBe(200);
    expect((await ask(server, lan(), 'DELETE', `${url}/second-factor`)).status).toBe(404);
    const asked = await asks(lan(), binh, { kind: 'secondFactor' });
    expect(asked).toMatchObject({ status: 201, body: { code: null, request: { kind: 'secondFactor', mayDecide: false, mayStop: true } } });
    expect((await decide(lan(), asked.body.request.id)).body.code).toBe('secondPersonNeeded');
    expect((await ask(server, lan(), 'PATCH', `${url}/memberships/${binh.membership}`, { to: '2023-01-31', version: 1 })).status).toBe(200);
    expect((await ask(server, lan(), 'PATCH', `${url}/memberships/${binh.membership}`, { to: null, version: 2 })).body.code).toBe('secondPersonNeeded');
    expect(await refusals(binh)).toEqual(['password', 'email', 'secondFactor', 'membership'].map((tried) => `${tried} secondPersonNeeded`));
    expect((await ask(server, lan(), 'POST', '/api/handovers', { id: randomUUID(), from: binh.account, to: lan().account, day: TODAY })).body.code).toBe(
      'notForOneself',
    );
    expect(
      (await ask(server, lan(), 'POST', '/api/handovers', { id: randomUUID(), from: binh.account, to: world.people.an.account, day: TODAY })).body,
    ).toMatchObject({
      code: 'secondPersonNeeded',
      roles: [{ role: 'head' }],
    });
    // Bình is told by mail and in the product, and stops it.
    expect((await mailsTo(binh)).map(({ says }) => says.event).toSorted()).toEqual(['asked', 'roleEnded']);
    const [mine] = (await listed(binh)).items;
    expect(mine).toMatchObject({ kind: 'secondFactor', mayDecide: false, mayStop: true, reason: REASON, asked: { by: { name: 'Bùi Thị Lan' } } });
    const stopped = await ask(server, binh, 'POST', `/api/account-requests/${mine.id}/stop`, { note: 'Tôi không đề nghị' });
    expect(stopped.body).toMatchObject({ decided: { decision: 'stopped', by: { name: 'Trần Thị Bình' }, note: 'Tôi không đề nghị' } });
    expect((await decide(tam, mine.id)).body.code).toBe('notNow');
    expect(server.logged).toEqual([]);
  });

  it('straight at the database, with her own identity, gets no further', async () => {
    const { chi, binh } = world.people;
    const as = (person: Person, statement: ReturnType<typeof sql>) =>
      inTransaction(server.pool, { session: hashOfToken(person.token).toString('hex') }, server.clock.now(), true, (db) => statement.execute(db));
    const waiting = (await asks(lan(), chi, role('owner', 'bo-minh-hoa'))).body.request.id;
    server.clock.pass(1_000);
    const values = sql`${chi.account}, 'bo-minh-hoa', 'owner', '2023-01-01', now(), ${lan().account}`;
    const refused: readonly (readonly [Person, ReturnType<typeof sql>, RegExp])[] = [
      [lan(), sql`INSERT INTO membership (account_id, body_id, role, from_date, granted_at, granted_by) VALUES (${values})`, /row-level security/],
      [
        lan(),
        sql`INSERT INTO membership (account_id, body_id, role, from_date, granted_at, granted_by, request_id) VALUES (${values}, ${waiting})`,
        /row-level security/,
      ],
      [
        lan(),
        sql`INSERT INTO membership (account_id, body_id, role, from_date, granted_at, granted_by) VALUES (${lan().account}, 'tinh-minh-hoa-02', 'clerk', '2023-01-01', now(), ${lan().account})`,
        /row-level security/,
      ],
      [
        lan(),
        sql`INSERT INTO membership (account_id, body_id, role, from_date, granted_at, granted_by) VALUES (${chi.account}, 'tinh-minh-hoa-02', 'clerk', '2023-01-01', now(), ${tam.account})`,
        /row-level security/,
      ],
      [
        lan(),
        sql`SELECT app.decide_request(${waiting}, ${lan().membership}, 'carriedOut', NULL, gen_random_uuid(), NULL, NULL)`,
        /not decided by whoever asks/,
      ],
      [lan(), sql`SELECT app.decide_request(${waiting}, ${tam.membership}, 'carriedOut', NULL, gen_random_uuid(), NULL, NULL)`, /not decided by whoever asks/],
      [chi, sql`SELECT app.decide_request(${waiting}, ${tam.membership}, 'carriedOut', NULL, gen_random_uuid(), NULL, NULL)`, /not decided by whoever asks/],
      [
        lan(),
        sql`UPDATE account_request SET decision = 'carriedOut', decided_by = ${tam.account}, decided_at = now(), decided_office = ${tam.membership}`,
        /permission denied/,
      ],
      [
        lan(),
        sql`INSERT INTO account_request (id, kind, account_id, reason, asked_by, asked_office, asked_at, lapses_at) VALUES (gen_random_uuid(), 'password', ${binh.account}, 'x', ${tam.account}, ${tam.membership}, app.moment(), app.moment() + interval '7 days')`,
        /row-level security/,
      ],
      [
        chi,
        sql`INSERT INTO account_request (id, kind, account_id, reason, asked_by, asked_office, asked_at, lapses_at) VALUES (gen_random_uuid(), 'password', ${binh.account}, 'x', ${chi.account}, ${chi.membership}, app.moment(), app.moment() + interval '7 days')`,
        /row-level security/,
      ],
      [lan(), sql`SELECT FROM account_request_code`, /permission denied/],
      [lan(), sql`INSERT INTO account_request_code (request_id, code_hash) VALUES (${waiting}, sha256('x'))`, /row-level security/],
      [lan(), sql`SELECT app.drop_second_factor(${binh.account})`, /permission denied/],
      [lan(), sql`SELECT app.make_halved_link(${waiting}, ${binh.account}, sha256('x'))`, /permission denied/],
      [lan(), sql`SELECT app.tell_by_mail(${binh.account}, '{}', NULL)`, /permission denied/],
      [
        lan(),
        sql`INSERT INTO one_time_link (token_hash, purpose, account_id, created_by, created_at, expires_at) VALUES (sha256('x'), 'reset', ${binh.account}, ${lan().account}, now(), '2100-01-01')`,
        /row-level security/,
      ],
      [lan(), sql`UPDATE one_time_link SET withdrawn_at = NULL`, /row-level security/],
      [lan(), sql`UPDATE account SET email = 'x@minh-hoa.example' WHERE id = ${binh.account}`, /not changed by one person/],
      [lan(), sql`UPDATE membership SET to_date = NULL WHERE account_id = ${binh.account}`, /not made longer/],
    ];
    for (const [who, statement, why] of refused) await expect(as(who, statement)).rejects.toThrow(why);
    await decide(tam, waiting, 'refused');
  });

  it('of a lower body is nobody for another body, and for a lower body one above is the second', async () => {
    const { an, chi } = world.people;
    expect((await asks(phuc, chi, { kind: 'password' })).status).toBe(403);
    expect((await asks(phuc, an, role('head', 'tinh-minh-hoa-02'))).status).toBe(403);
    const asked = await asks(phuc, an, role('head', 'so-minh-hoa-a'));
    expect(asked.status).toBe(201);
    expect((await decide(phuc, asked.body.request.id)).body.code).toBe('secondPersonNeeded');
    expect((await decide(world.people.dung, asked.body.request.id)).status).toBe(404);
    expect((await decide(an, asked.body.request.id)).status).toBe(403);
    expect((await decide(tam, asked.body.request.id)).status).toBe(200);
    const { rows } = await server.owner.query('SELECT granted_by, request_id FROM membership WHERE account_id = $1 AND role = $2', [an.account, 'head']);
    expect(rows).toEqual([{ granted_by: tam.account, request_id: asked.body.request.id }]);
    // What the whole installation asks for, no lower body decides.
    const whole = await asks(lan(), an, role('auditor', null));
    expect((await decide(phuc, whole.body.request.id)).status).toBe(404);
  });
});

describe('[F94] two persons', () => {
  const use = (token: string) => ask(server, undefined, 'POST', '/api/links/password', { token, password: PASSWORD });

  it('help somebody who lost the password at once: each has a half of the link, and neither half opens anything', async () => {
    const { an } = world.people;
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [an.account]);
    const id = randomUUID();
    const asked = await asks(phuc, an, { kind: 'password' }, id);
    expect(asked.body.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    // The same again is the same, and tells no code; the id is not for another.
    expect(await asks(phuc, an, { kind: 'password' }, id)).toMatchObject({ status: 200, body: { code: null, request: { id } } });
    expect((await asks(phuc, an, { kind: 'secondFactor' }, id)).body.code).toBe('idReused');
    expect((await asks(lan(), an, { kind: 'password' })).body).toMatchObject({ code: 'alreadyThere', request: id });
    const decided = await decide(lan(), id);
    const half = decided.body.link.path.slice('/dat-mat-khau#'.length);
    expect(half).toMatch(/\.$/);
    expect((await decide(lan(), id)).body.link).toBeNull();
    expect((await use(half.slice(0, -1))).status).toBe(404);
    expect((await use(`${half}AAAA-AAAA-AAAA`)).status).toBe(404);
    // As it was read out on the telephone.
    expect((await use(`${half}${asked.body.code.toLowerCase().replaceAll('-', ' ')}`)).body).toEqual({ email: 'an@minh-hoa.example' });
    const told = (await mailsTo(an)).filter(({ says }) => says.kind === 'password').map(({ says }) => `${says.event} ${says.by}`);
    expect(told.toSorted()).toEqual(['asked Phan Văn Phúc', 'carriedOut Bùi Thị Lan']);
  });

  it('let a link be withdrawn while it is open: by whom it concerns, or by any administrator of theirs; the mail says until when it holds', async () => {
    const { hanh, chi } = world.people;
    const bay = await addAdministrator(server, 'bay', 'Vương Văn Bảy', null);
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [hanh.account]);
    const stop = (by: Person, id: string) => ask(server, by, 'POST', `/api/account-requests/${id}/stop`, {});
    const made = async () => {
      const asked = await asks(lan(), hanh, { kind: 'password' });
      const { link, request } = (await decide(tam, asked.body.request.id)).body;
      expect(request).toMatchObject({ linkUntil: link.expiresAt, mayStop: true });
      return { id: request.id, link, token: `${link.path.slice('/dat-mat-khau#'.length)}${asked.body.code}` };
    };
    const first = await made();
    const [told] = (await mailsTo(hanh)).filter(
      ({ says }) => says.event === 'carriedOut' && (says as { linkUntil?: string }).linkUntil === first.link.expiresAt,
    );
    expect(told).toBeDefined();
    const shown = async (by: Person) => (await listed(by, 'ended')).items.find(({ id }: { id: string }) => id === first.id);
    expect(await shown(hanh)).toMatchObject({ linkUntil: first.link.expiresAt, mayStop: true, decided: { decision: 'carriedOut' } });
    const aboutHanh = async () =>
      (await ask(server, hanh, 'GET', '/api/work')).body.tasks.filter(({ kind }: { kind: string }) => kind === 'aboutAccount').length;
    expect(await aboutHanh()).toBe(1);
    expect((await stop(chi, first.id)).status).toBe(404);
    expect(await stop(hanh, first.id)).toMatchObject({ status: 200, body: { linkUntil: null, mayStop: false, decided: { decision: 'carriedOut' } } });
    expect((await use(first.token)).body.code).toBe('linkSpent');
    expect((await stop(hanh, first.id)).body.code).toBe('notNow');
    expect(await aboutHanh()).toBe(0);
    // Another administrator than the two, too; a link that was used is no longer to be stopped.
    const second = await made();
    expect((await stop(bay, second.id)).status).toBe(200);
    expect((await acts(hanh)).filter(({ act }) => act === 'link.withdraw').map(({ actor }) => actor)).toEqual([hanh.account, bay.account]);
    expect((await mailsTo(hanh)).filter(({ says }) => says.event === 'linkStopped').map(({ says }) => says.by)).toHaveLength(2);
    const third = await made();
    expect((await use(third.token)).status).toBe(200);
    expect((await stop(bay, third.id)).body.code).toBe('notNow');
    expect(server.logged).toEqual([]);
  });

  it('tell whoever asked why it is refused: the server asks for the reason too', async () => {
    const { giang } = world.people;
    const { request } = (await asks(lan(), giang, { kind: 'email', email: 'giang.moi@minh-hoa.example' })).body;
    for (const without of [{ decision: 'refused' }, { decision: 'refused', note: null }]) {
      const answer = await ask(server, tam, 'POST', `/api/account-requests/${request.id}/decision`, without);
      expect(answer).toMatchObject({ status: 422, body: { faults: [{ code: 'emptyText', path: '/note' }] } });
      const inEnglish = await ask(server, tam, 'POST', `/api/account-requests/${request.id}/decision`, without, { 'accept-language': 'en' });
      expect([answer, inEnglish].map(({ body }) => body.faults[0].message)).toEqual(['Nội dung bắt buộc bị để trống.', 'A text that is needed is blank.']);
    }
    expect((await decide(tam, request.id, 'refused', ' ')).status).toBe(422);
    const refused = await decide(tam, request.id, 'refused', 'Địa chỉ chưa đúng (minh họa)');
    expect(refused.body.request.decided).toMatchObject({ decision: 'refused', note: 'Địa chỉ chưa đúng (minh họa)' });
    expect((await listed(lan(), 'ended')).items.find(({ id }: { id: string }) => id === request.id).decided.note).toBe('Địa chỉ chưa đúng (minh họa)');
  });

  it('take a factor away with all sessions; and give another address, of which the one before is told', async () => {
    const { an, binh } = world.people;
    await byTwo(server, [lan(), tam], binh.account, { kind: 'secondFactor' });
    expect((await ask(server, binh, 'GET', '/api/session')).status).toBe(401);
    expect((await acts(binh)).slice(-2).map(({ act, actor }) => [act, actor])).toEqual([
      ['secondFactor.reset', tam.account],
      ['accountRequest.carryOut', tam.account],
    ]);
    await byTwo(server, [phuc, lan()], an.account, { kind: 'email', email: 'an.moi@minh-hoa.example' });
    const { rows } = await server.owner.query('SELECT email, search_key, version FROM account WHERE id = $1', [an.account]);
    expect(rows).toEqual([{ email: 'an.moi@minh-hoa.example', search_key: expect.stringContaining('an moi'), version: 2 }]);
    const told = (await mailsTo(an)).filter(({ says }) => says.kind === 'email').map(({ says, address }) => `${says.event} ${address}`);
    expect(told.toSorted()).toEqual(['asked null', 'carriedOut an@minh-hoa.example', 'carriedOut null']);
    expect(server.logged).toEqual([]);
  });

  it('invite somebody to lead: no link before the second agrees, and one made before serves no more', async () => {
    const invitation = {
      email: 'quy@minh-hoa.example',
      name: 'Trương Văn Quý',
      memberships: [{ body: 'so-minh-hoa-a', role: 'head', from: TODAY }],
      reason: REASON,
    };
    const invited = await ask(server, phuc, 'POST', '/api/people', invitation);
    expect(invited.body).toMatchObject({ link: null, code: expect.any(String) });
    const [waiting] = (await listed(lan())).items.filter(({ person }: { person: { id: string } }) => person.id === invited.body.id);
    expect((await server.owner.query('SELECT FROM one_time_link WHERE account_id = $1', [invited.body.id])).rowCount).toBe(0);
    expect((await ask(server, lan(), 'POST', `/api/people/${invited.body.id}/reset`)).body.code).toBe('secondPersonNeeded');
    expect((await use(await agree(server, lan(), waiting.id, invited.body.code))).body.email).toBe('quy@minh-hoa.example');

    const clerk = await ask(server, lan(), 'POST', '/api/people', {
      email: 'moi@minh-hoa.example',
      name: 'Người Mới',
      memberships: [{ body: 'tinh-minh-hoa-02', role: 'clerk', from: TODAY }],
    });
    const kept = clerk.body.link.path.slice('/dat-mat-khau#'.length);
    const { token } = await byTwo(server, [lan(), tam], clerk.body.id, role('head', 'tinh-minh-hoa-02') as never);
    expect((await use(kept)).body.code).toBe('linkSpent');
    expect((await use(token)).status).toBe(200);
  });

  it('let a request lapse after seven days; whoever asked may stop it before; of two deciders at once one is heard', async () => {
    const { chi } = world.people;
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [chi.account]);
    const asked = await asks(lan(), chi, { kind: 'password' });
    expect((await ask(server, tam, 'POST', `/api/account-requests/${asked.body.request.id}/stop`, {})).body.code).toBe('notNow');
    expect((await ask(server, lan(), 'POST', `/api/account-requests/${asked.body.request.id}/stop`, {})).status).toBe(200);
    const [one, other] = [await asks(lan(), chi, role('council', 'bo-minh-hoa')), await asks(lan(), chi, { kind: 'password' })];
    const third = await addAdministrator(server, 'chin', 'Vương Văn Chín', null);
    const answers = await Promise.all([decide(tam, one.body.request.id), decide(third, one.body.request.id, 'refused')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    server.clock.set('2023-01-17T02:00:30Z');
    expect((await decide(tam, other.body.request.id)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('quá hạn chờ') });
    expect((await listed(chi)).items).toEqual([]);
    expect((await listed(chi, 'ended')).items.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      'membership',
      'membership',
      'password',
      'password',
    ]);
    expect(server.logged).toEqual([]);
  });

  it('the list of roles in the database is the one in the core', async () => {
    const { rows } = await server.owner.query<{ role: string }>('SELECT role FROM unnest($1::text[]) role WHERE app.is_deciding(role)', [ROLES]);
    expect(rows.map((row) => row.role)).toEqual([...DECIDING_ROLES]);
  });
});
