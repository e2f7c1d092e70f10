import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../testing/world.ts';
import { roleTooStrong } from './prepare.ts';
import { inTransaction, inTransactionAs } from './transaction.ts';

const BOTH = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T00:00:00Z');
  world = await makeWorld(server);
  const [item] = itemsOfDomains(world.scheme.domains);
  for (const [person, body] of [
    ['an', 'tinh-minh-hoa-01'],
    ['chi', 'tinh-minh-hoa-02'],
  ] as const) {
    const saved = await ask(server, world.people[person], 'POST', `/api/rounds/${world.round}/sheets/${body}/entries`, {
      entries: [change({ item: item?.code as string }, 0, { justification: `Giải trình của ${body}` })],
    });
    expect(saved.status).toBe(201);
  }
  await server.owner.query(
    `INSERT INTO baseline (round_id, body_id, year, figures, items, source) SELECT $1, b, 2021, '{}', '{}', 'minh họa' FROM unnest(ARRAY['tinh-minh-hoa-01', 'tinh-minh-hoa-02']) AS b`,
    [world.round],
  );
  await server.owner.query(
    `INSERT INTO estimate (round_id, body_id, question, respondent_group, mean, answers) SELECT $1, b, 'q', 'g', '4', '10' FROM unnest($2::text[]) AS b`,
    [world.round, BOTH],
  );
  await server.owner.query(
    `INSERT INTO roll_up (entry_id, round_id, body_id, figure, source_round, source_figure, components, without, made_by, made_at)
    SELECT n.id, n.round_id, n.body_id, 'f', n.round_id, 'f', '[]', '[]', n.actor, n.received_at FROM entry n`,
  );
  await server.owner.query(
    `WITH kept AS (INSERT INTO payload (id, round_id, body_id, salt, content) SELECT gen_random_uuid(), $1, b, '', '{}' FROM unnest($2::text[]) AS b RETURNING id, round_id, body_id)
    INSERT INTO report_text (id, round_id, body_id, version, payload_id, written_by, written_at) SELECT id, round_id, body_id, 1, id, $3, now() FROM kept`,
    [world.round, BOTH, world.people.an.account],
  );
});
afterAll(() => server.close());

/** What a table shows to somebody by a query that no policy of the server stands before. */
async function seen(person: PersonName, table: string, column: string, moment: Date = server.clock.now()): Promise<string[]> {
  const rows = await inTransactionAs(
    server.context,
    world.people[person].account,
    moment,
    async (db) => (await sql<{ value: string }>`SELECT DISTINCT ${sql.ref(column)}::text AS value FROM ${sql.table(table)}`.execute(db)).rows,
  );
  return rows.map(({ value }) => value).toSorted();
}

/** Writes an entry past the program, as somebody, in their own name or another's; nothing stays. */
const writeEntry = (
  person: PersonName,
  body: string,
  act: string,
  stage: string,
  { actor = person, origin = 'api' }: { actor?: PersonName; origin?: string } = {},
) =>
  inTransactionAs(server.context, world.people[person].account, server.clock.now(), async (db) => {
    const { account, membership } = world.people[actor];
    await sql`INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, hash)
      VALUES (${randomUUID()}, ${world.round}, ${body}, 99, 'figure', 'newEnterprises', ${act}, ${stage}, 'effective', ${account}, ${membership}, app.moment(), 0,
        ${world.scheme.id}, '{}', '{}', ${origin}, '\\x00')`.execute(db);
    throw new Error('kept');
  });

describe('row security, the second wall', () => {
  it.each([...['entry', 'cell', 'baseline', 'roll_up', 'report_text']])(
    '[F94] %s: a body sees its own, the round’s owner, council and auditor all, an appraiser once appraisal has opened, others nothing',
    async (table) => {
      expect(await seen('an', table, 'body_id')).toEqual(['tinh-minh-hoa-01']);
      expect(await seen('chi', table, 'body_id')).toEqual(['tinh-minh-hoa-02']);
      for (const person of ['dung', 'hanh', 'khanh'] as const) expect(await seen(person, table, 'body_id')).toEqual(BOTH);
      const opens = Date.parse('2023-02-01T00:00:00+07:00');
      expect(await seen('giang', table, 'body_id', new Date(opens - 1))).toEqual([]);
      expect(await seen('giang', table, 'body_id', new Date(opens))).toEqual(BOTH);
      for (const person of ['lan', 'minh'] as const) expect(await seen(person, table, 'body_id')).toEqual([]);
    },
  );

  it('[F94] what surveys gave is seen by the owner alone while the round runs, then by whom an owner names, and once it is released by whoever sees the sheet', async () => {
    const seeing = async () => {
      const people = ['an', 'chi', 'dung', 'hanh', 'khanh', 'lan', 'minh'] as const;
      const found = await Promise.all(people.map(async (person) => [person, await seen(person, 'estimate', 'body_id')] as const));
      return Object.fromEntries(found.filter(([, bodies]) => bodies.length > 0));
    };
    expect(await seeing()).toEqual({ dung: BOTH });
    const named = `INSERT INTO estimate_reader (id, round_id, account_id, named_by, named_at, reason) VALUES (gen_random_uuid(), $1, $2, $3, now(), 'minh họa')`;
    await server.owner.query(named, [world.round, world.people.hanh.account, world.people.dung.account]);
    expect(await seeing()).toEqual({ dung: BOTH, hanh: BOTH });
    const released = `INSERT INTO estimate_release (id, round_id, released_by, released_at, reason) VALUES (gen_random_uuid(), $1, $2, now(), 'minh họa')`;
    await server.owner.query(released, [world.round, world.people.dung.account]);
    expect(await seeing()).toEqual({ an: ['tinh-minh-hoa-01'], chi: ['tinh-minh-hoa-02'], dung: BOTH, hanh: BOTH, khanh: BOTH });
    const ended = `UPDATE estimate_reader SET ended_by = named_by, ended_at = now(), end_reason = 'minh họa'`;
    const withdrawn = `UPDATE estimate_release SET withdrawn_by = released_by, withdrawn_at = now(), withdrawal_reason = 'minh họa'`;
    for (const undo of [ended, withdrawn]) await server.owner.query(undo);
    expect(await seeing()).toEqual({ dung: BOTH });
  });

  it('[F94] nobody who works on a sheet is named to read sealed means, a naming rests meanwhile; and what waits is told to the owner alone', async () => {
    const { hanh, dung } = world.people;
    const named = `INSERT INTO estimate_reader (id, round_id, account_id, named_by, named_at, reason) VALUES (gen_random_uuid(), $1, $2, $3, now(), 'minh họa')`;
    await server.owner.query(named, [world.round, hanh.account, dung.account]);
    const asked = async (person: PersonName, question: ReturnType<typeof sql>) =>
      (await inTransactionAs(server.context, world.people[person].account, server.clock.now(), (db) => question.execute(db))).rows;
    const isCandidate = async () => (await asked('dung', sql`SELECT FROM app.estimate_candidates(${world.round}) WHERE id = ${hanh.account}`)).length > 0;
    expect([await seen('hanh', 'estimate', 'body_id'), await isCandidate()]).toEqual([BOTH, true]);
    await server.owner.query(
      `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, assigned_by, assigned_at)
      VALUES (gen_random_uuid(), $1, 'tinh-minh-hoa-01', 'item', '1.1', $2, 'so-minh-hoa-a', $3, now())`,
      [world.round, world.scheme.id, world.people.binh.account],
    );
    for (const body of ['tinh-minh-hoa-02', 'so-minh-hoa-a']) {
      const role = `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'clerk', '2022-01-01', now()) RETURNING id`;
      const { rows } = await server.owner.query(role, [hanh.account, body]);
      expect([body, await seen('hanh', 'estimate', 'body_id'), await isCandidate()]).toEqual([body, [], false]);
      await server.owner.query(`UPDATE membership SET to_date = '2022-12-31' WHERE id = $1`, [rows[0].id]);
    }
    expect([await seen('hanh', 'estimate', 'body_id'), await isCandidate()]).toEqual([BOTH, true]);
    await server.owner.query(`UPDATE estimate_reader SET ended_by = named_by, ended_at = now(), end_reason = 'minh họa' WHERE ended_at IS NULL`);
    await server.owner.query(`UPDATE assignment SET ended_by = assigned_by, ended_at = now()`);

    await server.owner.query(
      `INSERT INTO delivery (id, round_id, form, came_by, content_hash, content, brought_by, brought_at) VALUES (gen_random_uuid(), $1, 'json', 'api', sha256('x'), '{}', $2, now())`,
      [world.round, dung.account],
    );
    const waiting = sql`SELECT deliveries FROM app.estimates_at_hand(${world.round})`;
    for (const person of ['dung', 'an', 'khanh'] as const) expect(await asked(person, waiting)).toEqual([{ deliveries: person === 'dung' ? 1 : 0 }]);
  });

  it('[F94] texts of a sheet are seen by those who see the sheet', async () => {
    const texts = async (person: PersonName) => (await seen(person, 'payload', 'body_id')).filter((body) => body !== null);
    expect(await texts('an')).toEqual(['tinh-minh-hoa-01']);
    expect(await texts('dung')).toEqual(BOTH);
    expect(await texts('minh')).toEqual([]);
  });

  it('[F94] people, what proves who they are, and their sessions are seen by themselves; the rest only by whoever gives rights', async () => {
    const { an, chi } = world.people;
    expect(await seen('an', 'account', 'id')).toEqual([an.account]);
    expect((await seen('lan', 'account', 'id')).length).toBe(Object.keys(world.people).length);
    for (const table of ['session', 'membership']) expect(await seen('chi', table, 'account_id')).toEqual([chi.account]);
    // What proves who somebody is, nobody reads who is served, themselves included.
    for (const person of ['chi', 'lan'] as const) await expect(seen(person, 'credential', 'account_id')).rejects.toThrow(/permission denied/);
    for (const table of ['session', 'personal_token', 'one_time_link']) await expect(seen('lan', table, 'token_hash')).rejects.toThrow(/permission denied/);
  });

  it('[F94] the trail is seen whole by administrator and auditor, by others as far as they acted', async () => {
    expect(await seen('an', 'audit', 'actor')).toEqual([world.people.an.account]);
    expect((await seen('khanh', 'audit', 'actor')).length).toBeGreaterThan(1);
    expect(await seen('minh', 'audit', 'actor')).toEqual([]);
  });

  it('[F94] without an account nothing is seen at all', async () => {
    for (const table of [
      'entry',
      'cell',
      'payload',
      'audit',
      'account',
      'membership',
      'handover',
      'document',
      'document_version',
      'page_text',
      'content',
      'upload',
      'erasure',
      'retention_term',
      'comment_thread',
      'comment',
      'comment_mention',
      'notice',
      'question',
      'reminder',
      'mail',
      'calendar_feed',
      'baseline',
      'estimate',
      'delivery',
      'delivery_writing',
      'estimate_entry',
      'roll_up',
    ]) {
      const rows = await inTransaction(server.pool, {}, server.clock.now(), false, async (db) => (await sql`SELECT FROM ${sql.table(table)}`.execute(db)).rows);
      expect([table, rows]).toEqual([table, []]);
    }
    for (const table of ['session', 'personal_token', 'one_time_link'])
      expect(
        await inTransaction(server.pool, {}, server.clock.now(), false, async (db) => (await sql`SELECT account_id FROM ${sql.table(table)}`.execute(db)).rows),
      ).toEqual([]);
  });

  it('[F94] nobody writes an entry into a foreign sheet, in another’s name, or a trail of another', async () => {
    const write = (person: PersonName, actor: PersonName, body: string) => writeEntry(person, body, 'declare', 'claimed', { actor });
    await expect(write('an', 'an', 'tinh-minh-hoa-02')).rejects.toThrow(/row-level security/);
    await expect(write('an', 'binh', 'tinh-minh-hoa-01')).rejects.toThrow(/row-level security/);
    await expect(write('minh', 'an', 'tinh-minh-hoa-01')).rejects.toThrow(/row-level security/);
    await expect(
      inTransactionAs(server.context, world.people.an.account, server.clock.now(), (db) =>
        sql`INSERT INTO audit (at, actor, act, subject, content, hash) VALUES (now(), ${world.people.chi.account}, 'x', 'x', '{}', '\\x00')`.execute(db),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('[F94] each stage of a sheet is written by its own act, and each act by whose it is', async () => {
    const kept: string[] = [];
    const people = ['an', 'chi', 'dung', 'giang', 'hanh', 'khanh', 'lan'] as const;
    for (const act of ['declare', 'send', 'reopen', 'appraise', 'conclude'])
      for (const stage of ['claimed', 'appraised', 'second', 'council'])
        for (const person of people)
          await writeEntry(person, 'tinh-minh-hoa-01', act, stage).catch(({ message }) =>
            message === 'kept' ? kept.push(`${person} ${act}/${stage}`) : expect(message).toMatch(/row-level security/),
          );
    // Of whoever appraises the very item, another story tells (rights-by-domain-and-step.test.ts).
    expect(kept).toEqual(['an declare/claimed', 'an send/claimed', 'dung reopen/claimed']);
    // Nobody concludes outside of a session, before the first one neither: what sessions conclude, their story tells (council.test.ts).
    for (const person of ['dung', 'hanh'] as const)
      await expect(writeEntry(person, 'tinh-minh-hoa-03', 'conclude', 'council')).rejects.toThrow(/row-level security/);
    const delivered = (person: PersonName) => writeEntry(person, 'tinh-minh-hoa-01', 'declare', 'claimed', { origin: 'statistic' });
    await expect(delivered('dung')).rejects.toThrow('kept');
    for (const person of ['chi', 'hanh', 'khanh'] as const) await expect(delivered(person)).rejects.toThrow(/row-level security/);
  });

  it('[F94] a request that only shows cannot write, whatever its query says', async () => {
    await expect(inTransaction(server.pool, {}, server.clock.now(), false, (db) => sql`UPDATE round SET title = 'x'`.execute(db))).rejects.toThrow(
      /read-only transaction/,
    );
  });
});

describe('[F94] between administrators', () => {
  it('one of a department reaches nobody who works elsewhere, reads no trail, and changes no role but its end', async () => {
    const { owner, clock } = server;
    const local = randomUUID();
    await owner.query(`INSERT INTO account (id, email, name, created_at) VALUES ($1, 'quan-tri-so@minh-hoa.example', 'Quản trị Sở Minh họa A', $2)`, [
      local,
      clock.now(),
    ]);
    await owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'administrator', '2022-01-01', $2)`,
      [local, clock.now()],
    );
    const as = <T>(work: Parameters<typeof inTransactionAs<T>>[3]) => inTransactionAs(server.context, local, clock.now(), work);
    const { lan, an } = world.people;
    for (const target of [lan.account, an.account]) {
      expect(Number((await as((db) => sql`UPDATE account SET email = 'khac@minh-hoa.example' WHERE id = ${target}`.execute(db))).numAffectedRows)).toBe(0);
      await expect(
        as((db) =>
          sql`INSERT INTO one_time_link (token_hash, purpose, account_id, created_at, expires_at) VALUES (sha256('x'), 'reset', ${target}, now(), now())`.execute(
            db,
          ),
        ),
      ).rejects.toThrow(/row-level security/);
    }
    const others = [lan.account, an.account];
    for (const table of ['session', 'personal_token', 'one_time_link'])
      expect((await as((db) => sql`SELECT account_id FROM ${sql.table(table)} WHERE account_id <> ${local}`.execute(db))).rows).toEqual([]);
    for (const column of [sql`session SET ended_at`, sql`personal_token SET revoked_at`])
      expect(Number((await as((db) => sql`UPDATE ${column} = ${clock.now()} WHERE account_id = ANY (${others})`.execute(db))).numAffectedRows)).toBe(0);
    await expect(as((db) => sql`SELECT app.drop_second_factor(${lan.account})`.execute(db))).rejects.toThrow(/permission denied/);
    expect((await as((db) => sql`SELECT n FROM audit`.execute(db))).rows).toEqual([]);
    await expect(
      inTransactionAs(server.context, lan.account, clock.now(), (db) => sql`UPDATE membership SET role = 'owner' WHERE account_id = ${an.account}`.execute(db)),
    ).rejects.toThrow(/permission denied/);
  });

  it('nobody writes at another time than the request’s, or in an office that is not theirs', async () => {
    const { an, dung } = world.people;
    const act = (at: string, office: string | undefined) =>
      inTransactionAs(server.context, an.account, server.clock.now(), (db) =>
        sql`INSERT INTO audit (at, actor, office, act, subject, content, hash) VALUES (${at}, ${an.account}, ${office}, 'x', 'x', '{}', '\\x00')`.execute(db),
      );
    await expect(act('2020-01-01T00:00:00Z', an.membership)).rejects.toThrow(/row-level security/);
    await expect(act(server.clock.now().toISOString(), dung.membership)).rejects.toThrow(/row-level security/);
    await act(server.clock.now().toISOString(), an.membership);
  });
});

describe('the role that serves', () => {
  it('is refused where it could go around row security or owns what it serves', async () => {
    expect(await roleTooStrong(server.urls.app)).toBeUndefined();
    expect(await roleTooStrong(server.urls.owner)).toMatch(/owns tables/);
    expect(await roleTooStrong(server.urls.super)).toMatch(/superuser/);
  });
});

describe('[F94] the plan of a round', () => {
  const write = (person: PersonName | null, statement: ReturnType<typeof sql>) =>
    inTransactionAs(server.context, person === null ? (null as never) : world.people[person].account, server.clock.now(), async (db) => {
      const { numAffectedRows } = await statement.execute(db);
      // Nothing stays: the next one finds the plan as it was.
      throw new Error(`${numAffectedRows} written`);
    });
  const plan: readonly (readonly [what: string, statement: ReturnType<typeof sql>])[] = [
    ['a round', sql`UPDATE round SET title = 'Khác'`],
    ['a new round', sql`INSERT INTO round (id, owner_body, year, title, state, created_at) VALUES ('khac', 'bo-minh-hoa', 2023, 'Khác', 'draft', now())`],
    ['a step', sql`UPDATE round_step SET closes = closes + interval '1 day' WHERE step = 'council'`],
    ['a step that is added', sql`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2022', 'survey', '2023-01-01', '2023-02-01')`],
    ['a step that goes', sql`DELETE FROM round_step WHERE step = 'council'`],
    ['a participant', sql`UPDATE participant SET ranked = false WHERE body_id = 'tinh-minh-hoa-03'`],
    ['a participant that is added', sql`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2022', 'so-minh-hoa-a', 4)`],
    ['a participant that goes', sql`DELETE FROM participant WHERE body_id = 'tinh-minh-hoa-03'`],
    [
      'an exclusion that is added',
      sql`INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ('minh-hoa-2022', 'tinh-minh-hoa-01', '1.1.1', 'Công văn')`,
    ],
    ['an exclusion that goes', sql`DELETE FROM exclusion`],
    ['a domain owner that is added', sql`INSERT INTO domain_owner (round_id, domain, body_id) VALUES ('minh-hoa-2022', '2', 'bo-minh-hoa')`],
    ['a domain owner that goes', sql`DELETE FROM domain_owner`],
    ['a copied part', sql`UPDATE copied_part SET confirmed_at = now()`],
    [
      'an extension that is added',
      sql`INSERT INTO extension (id, round_id, step, until, document_number, document_date, reason, granted_by, granted_at)
        VALUES (gen_random_uuid(), 'minh-hoa-2022', 'council', '2023-12-01', '1', '2023-01-01', 'Minh họa', app.account(), app.moment())`,
    ],
    [
      'a takeover that is added',
      sql`INSERT INTO takeover (round_id, number, from_edition, to_edition, mapping, document_number, document_date, performed_by, performed_at)
        SELECT id, 1, edition_id, edition_id, '{}', '1', '2023-01-01', app.account(), app.moment() FROM round WHERE id = 'minh-hoa-2022'`,
    ],
    [
      'a mean that is added',
      sql`INSERT INTO estimate (round_id, body_id, question, respondent_group, mean, answers) VALUES ('minh-hoa-2022', 'tinh-minh-hoa-03', 'q', 'g', '4', '10')`,
    ],
    ['a mean', sql`UPDATE estimate SET mean = '5' WHERE body_id = 'tinh-minh-hoa-01'`],
    [
      'last year’s values that are added',
      sql`INSERT INTO baseline (round_id, body_id, year, figures, items, source) VALUES ('minh-hoa-2022', 'tinh-minh-hoa-03', 2021, '{}', '{}', 'minh họa')`,
    ],
    ['last year’s values that go', sql`DELETE FROM baseline WHERE body_id = 'tinh-minh-hoa-01'`],
    ['a mean that goes', sql`DELETE FROM estimate WHERE body_id = 'tinh-minh-hoa-01'`],
  ];
  beforeAll(async () => {
    await server.owner.query(`INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ($1, 'tinh-minh-hoa-02', '1.1.2', 'Công văn (minh họa)')`, [
      world.round,
    ]);
    await server.owner.query(`INSERT INTO copied_part (round_id, part) VALUES ($1, 'steps')`, [world.round]);
    // Means are released: all who see the sheet read them.
    await server.owner.query(
      `INSERT INTO estimate_release (id, round_id, released_by, released_at, reason) VALUES (gen_random_uuid(), $1, $2, now(), 'minh họa')`,
      [world.round, world.people.dung.account],
    );
    // An owner, but of another body.
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'bo-minh-hoa-b', 'owner', '2022-01-01', now())`,
      [world.people.minh.account],
    );
  });

  it.each(plan)('%s: written by an owner of the round, by nobody else', async (_what, statement) => {
    await expect(write('dung', statement)).rejects.toThrow('1 written');
    for (const person of ['an', 'binh', 'giang', 'hanh', 'khanh', 'lan', 'minh', null] as const)
      await expect(write(person, statement), String(person)).rejects.toThrow(/row-level security|^0 written/);
  });

  it('what a sheet comes to is written by who writes into it, and folded anew by an owner of the round', async () => {
    await server.owner.query(
      `INSERT INTO part (round_id, body_id, target_kind, target, standing, seq, fields, seqs) VALUES ($1, 'tinh-minh-hoa-01', 'item', '1.1', 'entered', 1, '{}', '{}')`,
      [world.round],
    );
    for (const statement of [
      sql`UPDATE cell SET fields = '{}' WHERE body_id = 'tinh-minh-hoa-01' AND target_kind = 'item'`,
      sql`INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs) VALUES ('minh-hoa-2022', 'tinh-minh-hoa-01', 'claimed', 'item', '8.1', '{}', '{}')`,
      sql`UPDATE part SET standing = 'approved' WHERE body_id = 'tinh-minh-hoa-01'`,
    ]) {
      for (const person of ['an', 'binh', 'dung'] as const) await expect(write(person, statement)).rejects.toThrow('1 written');
      for (const person of ['chi', 'giang', 'hanh', 'khanh', 'lan', 'minh'] as const)
        await expect(write(person, statement), person).rejects.toThrow(/row-level security|^0 written/);
    }
    const verdict = sql`INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs) VALUES ('minh-hoa-2022', 'tinh-minh-hoa-01', 'council', 'item', '8.1', '{}', '{}')`;
    await expect(write('hanh', verdict)).rejects.toThrow('1 written');
    for (const person of ['an', 'binh', 'giang', 'khanh'] as const) await expect(write(person, verdict), person).rejects.toThrow(/row-level security/);
    for (const table of ['cell', 'part'])
      for (const person of ['an', 'binh', 'hanh', 'khanh'] as const)
        await expect(write(person, sql`DELETE FROM ${sql.table(table)}`), person).rejects.toThrow(/^0 written/);
  });

  it('a round is given away by nobody', async () => {
    await expect(write('dung', sql`UPDATE round SET owner_body = 'bo-minh-hoa-b'`)).rejects.toThrow(/permission denied/);
  });

  it('an owner makes no draft of an open round, says not when it was closed, and begins no release or naming as ended', async () => {
    await expect(write('dung', sql`UPDATE round SET state = 'draft'`)).rejects.toThrow(/no draft again/);
    const begun = (state: string) =>
      sql`INSERT INTO round (id, owner_body, year, title, state, created_at) VALUES ('khac', 'bo-minh-hoa', 2024, 'Kỳ khác', ${state}, app.moment())`;
    await expect(write('dung', begun('draft'))).rejects.toThrow('1 written');
    await expect(write('dung', begun('open'))).rejects.toThrow(/begins as a draft/);
    await expect(write('dung', begun('closed'))).rejects.toThrow(/takes two persons/);
    for (const statement of [
      sql`UPDATE round SET closed_at = now()`,
      sql`INSERT INTO estimate_release (id, round_id, released_by, released_at, reason, withdrawn_by, withdrawn_at, withdrawal_reason)
        VALUES (gen_random_uuid(), 'minh-hoa-2022', app.account(), app.moment(), 'x', ${world.people.lan.account}, app.moment(), 'x')`,
      sql`INSERT INTO estimate_reader (id, round_id, account_id, named_by, named_at, reason, ended_by, ended_at, end_reason)
        VALUES (gen_random_uuid(), 'minh-hoa-2022', ${world.people.khanh.account}, app.account(), app.moment(), 'x', ${world.people.lan.account}, app.moment(), 'x')`,
    ])
      await expect(write('dung', statement)).rejects.toThrow(/permission denied/);
  });

  it('an owner whose days are over, or have not come, writes none of it', async () => {
    const { dung } = world.people;
    await server.owner.query(`UPDATE membership SET to_date = '2023-01-14' WHERE id = $1`, [dung.membership]);
    await expect(write('dung', sql`UPDATE round SET title = 'Khác'`)).rejects.toThrow(/^0 written/);
    await server.owner.query(`UPDATE membership SET to_date = NULL WHERE id = $1`, [dung.membership]);
  });

  it('what state a sheet is in: frozen by a head of the body, sent by its people, reopened by an owner of the round, never as a part of the plan', async () => {
    const set = (state: string) => sql`SELECT app.set_sheet_state('minh-hoa-2022', 'tinh-minh-hoa-01', ${state})`;
    for (const person of ['an', 'binh'] as const) await expect(write(person, set('sent'))).rejects.toThrow(/only its people send it once frozen/);
    await expect(write('binh', set('frozen'))).rejects.toThrow('1 written');
    for (const person of ['an', 'chi', 'dung', 'giang', 'lan', null] as const) await expect(write(person, set('frozen'))).rejects.toThrow(/only a head of/);
    await expect(write('dung', set('open'))).rejects.toThrow('1 written');
    for (const person of ['an', 'binh', 'giang', 'minh', null] as const) await expect(write(person, set('open'))).rejects.toThrow(/only a head of/);
    for (const person of ['binh', 'dung'] as const)
      await expect(write(person, sql`UPDATE participant SET state = 'frozen'`)).rejects.toThrow(/permission denied/);
  });

  it('writers of a sheet wait for each other, though its row is not theirs to write', async () => {
    const lock = sql`SELECT app.lock_sheet('minh-hoa-2022', 'tinh-minh-hoa-01')`;
    await inTransactionAs(server.context, world.people.an.account, server.clock.now(), async (db) => {
      await lock.execute(db);
      await expect(
        inTransactionAs(server.context, world.people.binh.account, server.clock.now(), async (other) => {
          await sql`SET LOCAL lock_timeout = '100ms'`.execute(other);
          await lock.execute(other);
        }),
      ).rejects.toThrow(/lock timeout/);
    });
  });
});

describe('[F94] sign-on', () => {
  it('is a role of its own: it reads what proves who somebody is, and nothing of the work', async () => {
    const as = (statement: ReturnType<typeof sql>) => inTransaction(server.context.signOn, {}, server.clock.now(), true, (db) => statement.execute(db));
    for (const table of ['account', 'session', 'membership']) expect((await as(sql`SELECT FROM ${sql.table(table)}`)).rows.length).toBeGreaterThan(0);
    for (const table of ['entry', 'cell', 'audit', 'payload', 'document', 'upload', 'comment', 'job'])
      await expect(as(sql`SELECT FROM ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
    await expect(as(sql`UPDATE account SET name = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(as(sql`INSERT INTO membership (account_id, role, from_date, granted_at) SELECT id, 'auditor', now(), now() FROM account`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      as(sql`INSERT INTO audit (at, act, subject, content, hash) VALUES (app.moment(), 'round.open', 'round:minh-hoa-2022', '{}', '\\x00')`),
    ).rejects.toThrow(/row-level security/);
    for (const statement of [sql`SELECT FROM sign_in_slowing`, sql`INSERT INTO sign_in_slowing VALUES ('an@minh-hoa.example', 'code', 1, now())`])
      await expect(inTransactionAs(server.context, world.people.lan.account, server.clock.now(), (db) => statement.execute(db))).rejects.toThrow(
        /permission denied/,
      );
  });
});
