import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDITED_TABLES, NOT_AUDITED_TABLES, readRowStates } from '../../audit/queries/audited-tables.ts';
import { recordAct } from '../../audit/record.ts';
import { recordAuditedTables } from '../../audit/record-audited-tables.ts';
import { sealAll } from '../../audit/testing/seal-all.ts';
import { restoreBackup } from '../../backup/restore.ts';
import { writeBackup } from '../../backup/write.ts';
import { inBackground } from '../../db/background.ts';
import { connectPool } from '../../db/connect.ts';
import { setUpSandbox } from '../../sandbox/set-up-sandbox.ts';
import { adoptByTwo } from '../../testing/adopt-edition.ts';
import { LIVED_AT, LIVED_ROUND, liveThroughRound } from '../../testing/lived-round.ts';
import { SMALL_CASES, smallDocument } from '../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld } from '../../testing/world.ts';
import { uploadFile, workOf } from '../evidence/testing/upload-file.ts';
import { type Finding, findingText } from './findings.ts';
import { verifyDatabase, verifyTrail } from './verify.ts';

let server: TestServer;
/** Somebody who has the database in their hands. */
let intruder: pg.Client;

/** As an installation that comes from before is brought to the present. */
const tell = async ({ owner, clock }: TestServer) =>
  inBackground(owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: clock.now() }));

const everything = async ({ urls, context }: TestServer) => {
  const found: Finding[] = [];
  return { ...(await verifyDatabase(urls.owner, { keys: context.keys.seals() }, { found: (finding) => found.push(finding), purged: () => {} })), found };
};

beforeAll(async () => {
  server = await startTestServer(LIVED_AT);
  const world = await makeWorld(server);
  await server.owner.query(`INSERT INTO body_succession (predecessor, successor) VALUES ('bo-minh-hoa-b', 'tinh-minh-hoa-03')`);
  await server.owner.query(
    `INSERT INTO improvement_task (id, round_id, body_id, item, measure, lead, due, state, version, changed_by, changed_at)
      VALUES ($1, $2, 'tinh-minh-hoa-01', '1.1', 'Ban hành kế hoạch sớm hơn (minh họa)', 'Phòng Minh họa', '2023-12-01', 'open', 1, $3, now())`,
    [randomUUID(), world.round, world.people.an.account],
  );
  expect(await tell(server)).toBe(true);
  await liveThroughRound(server, world);
  const off = { date: '2024-02-09', kind: 'off', name: 'Nghỉ Tết (minh họa)', source: 'Thông báo minh họa' };
  expect((await ask(server, world.people.lan, 'PUT', '/api/days-off', { year: 2024, version: 0, days: [off] })).status).toBe(200);
  // Of a round whose appraisal is over.
  const notice = {
    id: randomUUID(),
    stage: 'appraised',
    bodies: ['tinh-minh-hoa-01'],
    document: { number: '12/BMH-CCHC', date: '2024-01-08' },
    told: ['itemsNotAppraised'],
  };
  expect((await ask(server, world.people.dung, 'POST', `/api/rounds/${world.round}/appraisal-notices`, notice)).status).toBe(201);
  // Drawn of what is decided, and marked a second time: here by rows.
  const [draw, piece, masked] = [randomUUID(), randomUUID(), randomUUID()];
  const { account } = world.people.dung;
  await server.owner.query(
    `INSERT INTO second_marking (id, round_id, edition_id, seed, listed, list_hash, drawn, drawn_by, drawn_at) SELECT $1, id, edition_id, 'minh họa', 1, '0', 1, $3, now() FROM round WHERE id = $2`,
    [draw, world.round, account],
  );
  await server.owner.query(
    `INSERT INTO second_marking_item (id, draw_id, round_id, body_id, edition_id, item, targets, account_id)
      SELECT $1, d.id, d.round_id, 'tinh-minh-hoa-01', d.edition_id, '1.1', '{}', $3 FROM second_marking d WHERE d.id = $2`,
    [piece, draw, account],
  );
  await server.owner.query(
    `INSERT INTO first_mark (drawn_id, draw_id, entry_id, account_id, marked_at, points, maximum) SELECT $1, $2, n.id, n.actor, n.received_at, '1/2', '1/1' FROM entry n LIMIT 1`,
    [piece, draw],
  );
  await server.owner.query(
    `INSERT INTO second_mark (drawn_id, points, maximum, changes, reason, marked_by, marked_at) VALUES ($1, '1/1', '1/1', '[]', 'Đủ hồ sơ (minh họa)', $2, now())`,
    [...[piece, account]],
  );
  await server.owner.query(`INSERT INTO second_marking_return (drawn_id, reason, returned_by, returned_at) VALUES ($1, 'Đi công tác (minh họa)', $2, now())`, [
    piece,
    account,
  ]);
  await server.owner.query(
    `INSERT INTO text_mask (id, round_id, body_id, seq, field, version, spans, made_by, made_at)
      SELECT $1, n.round_id, n.body_id, n.seq, 'justification', 1, '[[0, 4]]', $2, now() FROM entry n LIMIT 1`,
    [masked, account],
  );
  const pilot = randomUUID();
  await server.owner.query(
    `INSERT INTO survey_pilot (id, round_id, number, edition_id, started_by, started_at, ended_by, ended_at) SELECT $2, id, 1, edition_id, $3, now(), $3, now() FROM round WHERE id = $1`,
    [world.round, pilot, account],
  );
  await server.owner.query(
    `INSERT INTO survey_pilot_form (pilot_id, group_id, hash, form, token) VALUES ($1, 'all', repeat('0', 64), '{}', 'thu-' || repeat('A', 43))`,
    [pilot],
  );
  await server.owner.query(
    `INSERT INTO survey (round_id, edition_id, threshold, opened_by, opened_at) SELECT id, edition_id, 5, $2, now() FROM round WHERE id = $1`,
    [world.round, account],
  );
  // The draw of a sample, declared, drawn and withdrawn: here by rows.
  const [design, frame, sample] = [randomUUID(), randomUUID(), randomUUID()];
  await server.owner.query(
    `INSERT INTO sample_design (id, round_id, number, document, design, hash, brought_by, brought_at) VALUES ($1, $2, 1, 'minh họa', '{}', repeat('0', 64), $3, now())`,
    [design, world.round, account],
  );
  await server.owner.query(
    `INSERT INTO sample_frame (id, round_id, number, design_id, file_name, file_hash, hash, clusters, households, strata, sample, brought_by, brought_at)
      VALUES ($1, $2, 1, $3, 'dan-mau.csv', repeat('1', 64), repeat('2', 64), 1, 1, '[]', 1, $4, now())`,
    [frame, world.round, design, account],
  );
  await server.owner.query(
    `INSERT INTO sample_draw (id, round_id, number, frame_id, design, design_hash, frame_hash, clusters, households, strata, sample, event, place, held_at, declared_by, declared_at)
      VALUES ($1, $2, 1, $3, '{}', repeat('0', 64), repeat('2', 64), 1, 1, '[]', 1, 'Quay số (minh họa)', 'Hội trường (minh họa)', now() + interval '1 day', $4, now())`,
    [sample, world.round, frame, account],
  );
  await server.owner.query(
    `INSERT INTO sample_draw_result (draw_id, seed, attended, document_number, document_date, record_hash, entered_by, entered_at)
      VALUES ($1, '40718', 'Đại diện (minh họa)', '1/BB', '2024-01-09', repeat('3', 64), $2, now())`,
    [sample, account],
  );
  await server.owner.query(
    `INSERT INTO sample_draw_withdrawal (draw_id, reason, withdrawn_by, withdrawn_at) VALUES ($1, 'Thiếu một xã (minh họa)', $2, now())`,
    [sample, account],
  );
  const review = randomUUID();
  await server.owner.query(
    `INSERT INTO form_review (id, round_id, form_id, number, decision, reason, decided_by, decided_at) VALUES ($1, $2, $3, 1, 'setAside', 'Trả lời quá nhanh (minh họa)', $4, now())`,
    [review, world.round, randomUUID(), account],
  );
  const quota = randomUUID();
  await server.owner.query(
    `INSERT INTO survey_quota (id, round_id, body_id, group_id, stratum, value, number, most, reason, declared_by, declared_at)
      VALUES ($1, $2, 'tinh-minh-hoa-01', 'all', 'position', 'Trưởng phòng', 1, 40, 'Điều chỉnh (minh họa)', $3, now())`,
    [quota, world.round, account],
  );
  await inBackground(server.owner, 'BEGIN', async (db) => {
    const stands = await readRowStates(db, {
      sample_draw: [sample],
      sample_draw_result: [sample],
      sample_draw_withdrawal: [sample],
      form_review: [review],
      survey_quota: [quota],
      survey_pilot: [pilot],
      survey_pilot_form: [pilot],
      survey: [world.round],
      text_mask: [masked],
      second_marking: [draw],
      second_marking_item: [draw],
      first_mark: [draw],
      second_mark: [piece],
      second_marking_return: [piece],
    });
    await recordAct(
      { db, account: null, membership: null, receivedAt: server.clock.now() },
      { act: 'quality.draw', subject: `round:${world.round}`, round: world.round, content: { stands } },
    );
  });
  const work = workOf(server);
  try {
    const bytes = Buffer.from('Kế hoạch cải cách hành chính (minh họa)');
    const sheet = `/api/rounds/${LIVED_ROUND}/sheets/tinh-minh-hoa-01`;
    expect(await uploadFile(server, work, world.people.an, sheet, 'ke-hoach.txt', bytes)).toMatchObject({ state: 'kept', refusal: null });
  } finally {
    await work.close();
  }
  const file = await server.app.inject({
    method: 'POST',
    url: `/api/rounds/${LIVED_ROUND}/files?id=${randomUUID()}&name=ke-hoach.txt`,
    headers: { cookie: `parindex_session=${world.people.dung.token}`, 'content-type': 'application/octet-stream' },
    payload: Buffer.from('Kế hoạch của kỳ (minh họa)'),
  });
  expect(file.statusCode).toBe(201);
  // Its owner has no second person: an administrator decides, and the owner has the result made.
  const { dung, lan } = world.people;
  await ask(server, dung, 'POST', '/api/editions', { document: smallDocument('mau-luu'), cases: SMALL_CASES });
  await adoptByTwo(server, { asks: dung, decides: lan }, 'mau-luu');
  const closing = `/api/rounds/${world.round}`;
  const told = (await ask(server, dung, 'GET', `${closing}/closing`)).body.open.map(({ code }: { readonly code: string }) => code);
  const id = randomUUID();
  expect((await ask(server, dung, 'POST', `${closing}/requests`, { id, kind: 'close', reason: 'Kết thúc kỳ (minh họa)', told })).status).toBe(201);
  expect((await ask(server, lan, 'POST', `${closing}/requests/${id}/decision`, { decision: 'carriedOut', told })).status).toBe(200);
  expect((await ask(server, dung, 'POST', `${closing}/final-ranking`)).status).toBe(201);
  expect(server.logged).toEqual([]);
  await sealAll(server, server.context.keys);
  intruder = new pg.Client({ connectionString: server.urls.super });
  await intruder.connect();
});
afterAll(async () => {
  await intruder.end();
  await server.close();
});

/** What a check finds after a tampering, which is taken back. */
async function after(tampering: string): Promise<Finding[]> {
  const found: Finding[] = [];
  await intruder.query('BEGIN');
  try {
    await intruder.query('SET LOCAL session_replication_role = replica');
    await intruder.query(tampering);
    await verifyTrail(intruder, { keys: server.context.keys.seals() }, { found: (finding) => found.push(finding), purged: () => {} });
    return found;
  } finally {
    await intruder.query('ROLLBACK');
  }
}

const AN_EXTENSION = `(SELECT id FROM extension WHERE body_id IS NULL)`;
/** A version of a document that is still there. */
const A_VERSION = `(document_id, number) = (SELECT v.document_id, v.number FROM document_version v JOIN document d ON d.id = v.document_id AND d.gone_at IS NULL ORDER BY 1, 2 LIMIT 1)`;
const VERSION_TEXTS = AUDITED_TABLES.document_version.hashed.toSorted();
const OF_LAN = `(SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.email = 'lan@minh-hoa.example')`;

describe('[F95] every table', () => {
  it('is told by the trail row by row, or stands among those that are not, with the reason', async () => {
    const { rows } = await server.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    expect([...Object.keys(AUDITED_TABLES), ...Object.keys(NOT_AUDITED_TABLES)].toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
    for (const reason of Object.values(NOT_AUDITED_TABLES)) expect(reason).toMatch(/\w{2,} \w+/);
  });
});

describe('[F95] registers beside the ledger', () => {
  it('are as the trail tells them where nobody touched anything, and every row is held', async () => {
    const { found, registers } = await everything(server);
    expect(found).toEqual([]);
    const counts = Object.keys(AUDITED_TABLES).map((name) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`);
    const { rows } = await server.owner.query<{ name: string; count: number }>(counts.join(' UNION ALL '));
    expect(rows.filter(({ count }) => count === 0).map(({ name }) => name)).toEqual([]);
    expect(registers).toBe(rows.reduce((sum, { count }) => sum + count, 0));
  });

  it('that who may read a text was changed, is found: of each kind of text', async () => {
    const acts = ['assignment.give', 'question.ask', 'comment.begin'];
    const { rows } = await intruder.query<{ n: string; payload: string }>(
      `SELECT n::text, payload_id AS payload FROM audit WHERE n IN (
         SELECT min(n) FROM audit WHERE act = ANY($1) AND payload_id IS NOT NULL AND content->>'kind' IS DISTINCT FROM 'shared' GROUP BY act)`,
      [acts],
    );
    expect(rows).toHaveLength(acts.length);
    const found = await after(rows.map(({ payload }) => `UPDATE payload SET kept_inside = NOT kept_inside WHERE id = '${payload}'`).join(';'));
    expect(found.map(({ code, n }) => `${code} ${n}`).toSorted()).toEqual(rows.map(({ n }) => `payloadReachChanged ${n}`).toSorted());
  });

  const changed: readonly (readonly [what: string, tampering: string, row: string, columns: readonly string[]])[] = [
    ['a round opened again', `UPDATE round SET state = 'draft' WHERE id = 'ky-2023'`, 'Round ky-2023', ['state']],
    ['a round given to another body', `UPDATE round SET owner_body = 'bo-minh-hoa-b' WHERE id = 'ky-2024'`, 'Round ky-2024', ['owner_body']],
    ['a round of the time before under another edition', `UPDATE round SET edition_id = 'mau-cu' WHERE year = 2022`, 'Round minh-hoa-2022', ['edition_id']],
    [
      'points of a body in the final result',
      `UPDATE body_result SET result = jsonb_set(result, '{points}', '"99/1"') WHERE body_id = (SELECT min(body_id) FROM body_result)`,
      'Final result of a round minh-hoa-2022/{closed}',
      ['bodies'],
    ],
    [
      'a deadline moved by a second',
      `UPDATE round_step SET closes = closes + interval '1 s' WHERE round_id = 'ky-2023' AND step = 'appraisal'`,
      'Step ky-2023/appraisal',
      ['closes'],
    ],
    [
      'a copied deadline moved',
      `UPDATE round_step SET opens = opens - interval '1 day' WHERE round_id = 'ky-2024' AND step = 'appraisal'`,
      'Step ky-2024/appraisal',
      ['opens'],
    ],
    [
      'a body taken out of the ranking',
      `UPDATE participant SET ranked = false WHERE round_id = 'ky-2023' AND body_id = 'tinh-minh-hoa-02'`,
      'Participant ky-2023/tinh-minh-hoa-02',
      ['ranked'],
    ],
    [
      'the basis of an exclusion',
      `UPDATE exclusion SET legal_basis = 'Khác' WHERE round_id = 'ky-2023' AND body_id = 'tinh-minh-hoa-01'`,
      'Exclusion ky-2023/tinh-minh-hoa-01/1.3',
      ['legal_basis'],
    ],
    [
      'an exclusion of another item',
      `UPDATE exclusion SET item = '1.1' WHERE round_id = 'ky-2024' AND body_id = 'tinh-minh-hoa-01'`,
      'Exclusion ky-2024/tinh-minh-hoa-01/1.1|Exclusion ky-2024/tinh-minh-hoa-01/1.3',
      [],
    ],
    ['an extension made longer', `UPDATE extension SET until = until + interval '1 day' WHERE id = ${AN_EXTENSION}`, 'Extension {extension}', ['until']],
    ['an extension’s reason', `UPDATE extension SET reason = 'Khác' WHERE id = ${AN_EXTENSION}`, 'Extension {extension}', ['reason']],
    [
      'an extension’s document and giver',
      `UPDATE extension SET document_number = '6', granted_by = gen_random_uuid() WHERE id = ${AN_EXTENSION}`,
      'Extension {extension}',
      ['document_number', 'granted_by'],
    ],
    ['where a takeover leads', `UPDATE takeover SET mapping = jsonb_set(mapping, '{items,1.1}', 'null')`, 'Takeover ky-2023/1', ['mapping']],
    ['the day of a handover', `UPDATE handover SET on_day = '2024-02-01'`, 'Handover {handover}', ['on_day']],
    ['the printable record of a handover', `UPDATE handover SET record = jsonb_set(record, '{from,name}', '"Ai đó"')`, 'Handover {handover}', ['record']],
    [
      'what was decided of a removal',
      `UPDATE erasure SET decision = NULL, decided_by = NULL, decided_office = NULL, decided_at = NULL`,
      'Erasure {erasure}',
      [...['decided_at', 'decided_by', 'decided_office', 'decision']],
    ],
    ['the words of a removal', `UPDATE erasure SET reason = 'Khác', note = NULL`, 'Erasure {erasure}', ['note', 'reason']],
    ['a term of keeping', `UPDATE retention_term SET years = 1`, 'Term of keeping uncited', ['years']],
    ['a comment in another’s name', `UPDATE comment SET author = gen_random_uuid()`, 'Comment {comment}', ['author']],
    ['the title of a round', `UPDATE round SET title = 'Khác' WHERE id = 'ky-2023'`, 'Round ky-2023', ['title']],
    ['the number of a document', `UPDATE document_version SET doc_number = '1/KH' WHERE ${A_VERSION}`, 'Version of a document {version}', VERSION_TEXTS],
    [
      'the text of a page',
      `INSERT INTO page_text (document_id, number, page, round_id, body_id, text, words, created_at)
       SELECT document_id, number, 99, round_id, body_id, 'khác', '', now() FROM document_version WHERE ${A_VERSION}`,
      'Version of a document {version}',
      VERSION_TEXTS,
    ],
    ['the name of a person', `UPDATE account SET name = 'Khác' WHERE name = 'Bùi Thị Lan'`, 'Account {person}', ['email', 'name', 'search_key']],
    ['an account opened again', `UPDATE account SET ended_at = now() WHERE name = 'Bùi Thị Lan'`, 'Account {person}', ['ended_at']],
    ['the name of a body', `UPDATE body_name SET full_name = 'Khác' WHERE body_id = 'tinh-minh-hoa-01'`, 'Name of a body tinh-minh-hoa-01/0', ['full_name']],
    [
      'where a body belongs',
      `UPDATE body_attribute SET value = 'tinh-minh-hoa-02' WHERE body_id = 'so-minh-hoa-a' AND attribute = 'parent'`,
      'Attribute of a body so-minh-hoa-a/parent/0',
      ['value'],
    ],
    [
      'a part of a round confirmed by nobody',
      `UPDATE copied_part SET confirmed_at = now() WHERE ctid = (SELECT min(ctid) FROM copied_part)`,
      'Copied part {part}',
      ['confirmed_at'],
    ],
    ['the hash of an adopted edition', `UPDATE edition SET hash = repeat('0', 64) WHERE id = 'province-2022'`, 'Edition province-2022', ['hash']],
    [
      'the scheme of an adopted edition',
      `UPDATE edition SET scheme = replace(scheme::text, '"maximum":"2"', '"maximum":"3"')::json WHERE id = (SELECT edition_id FROM round WHERE id = 'ky-2024')`,
      'Edition {edition}',
      ['cases', 'document', 'scheme', 'title'],
    ],
    [
      'a figure of the year before',
      `UPDATE baseline SET items = items || '{"1.1": "9"}' WHERE round_id = 'ky-2024'`,
      'Baseline ky-2024/tinh-minh-hoa-01',
      ['figures', 'items'],
    ],
    ['where it comes from', `UPDATE baseline SET source = 'Khác' WHERE round_id = 'ky-2024'`, 'Baseline ky-2024/tinh-minh-hoa-01', ['source']],
    ['a mean of a survey', `UPDATE estimate SET mean = '0.9'`, 'Means of a body so-2023/so-minh-hoa-a', ['hash']],
    ['a day off', `UPDATE day_off SET kind = 'worked'`, 'Day off 2024-02-09', ['kind']],
    ['what a scanner found', `UPDATE content SET scan = 'clean'`, 'Stored file {file}', ['scan']],
    ['the kind of the installation', `UPDATE installation SET kind = 'sandbox'`, 'Kind of the installation true', ['kind']],
    ['a role made another', `UPDATE membership SET role = 'auditor', version = version + 1 WHERE id = ${OF_LAN}`, 'Membership {lan}', ['role', 'version']],
    [
      'a role that goes on',
      `UPDATE membership SET to_date = NULL, ended_at = NULL WHERE to_date = '2024-01-31'`,
      'Membership {ended}',
      ['ended_at', 'to_date'],
    ],
  ];
  it('a row changed by nobody is found and named', async () => {
    const ids = await intruder.query<Record<string, string>>(
      `SELECT ${AN_EXTENSION} AS extension, (SELECT id FROM handover) AS handover, (SELECT id FROM erasure) AS erasure, (SELECT id FROM comment) AS comment, ${OF_LAN} AS lan, (SELECT id FROM membership WHERE to_date = '2024-01-31') AS ended,
        (SELECT concat_ws('/', document_id, number) FROM document_version WHERE ${A_VERSION}) AS version, (SELECT id FROM account WHERE name = 'Bùi Thị Lan') AS person,
        (SELECT concat_ws('/', round_id, part) FROM copied_part WHERE ctid = (SELECT min(ctid) FROM copied_part)) AS part,
        (SELECT edition_id FROM round WHERE id = 'ky-2024') AS edition, (SELECT encode(sha256, 'hex') FROM content) AS file,
        (SELECT to_jsonb(closed_at AT TIME ZONE 'UTC')#>>'{}' FROM round_result) AS closed`,
    );
    const tamperings = changed.map(([what, tampering, row, columns]) => ({
      ...{ what, tampering, columns },
      named: row.replace(/\{(\w+)\}/, (_all, name) => String(ids.rows[0]?.[name])).split('|'),
    }));
    // Those of different rows are done together, and one check is to find each of them.
    const together: (typeof tamperings)[] = [];
    for (const one of tamperings) {
      const others = together.find((batch) => batch.every(({ named }) => !named.some((name) => one.named.includes(name))));
      if (others) others.push(one);
      else together.push([one]);
    }
    for (const batch of together) {
      const found = await after(batch.map(({ tampering }) => tampering).join(';'));
      const told = found.map((finding) => ({ text: findingText(finding, 'en'), columns: finding.columns }));
      for (const { what, named, columns } of batch)
        for (const name of named) {
          const ofRow = told.filter(({ text }) => text.startsWith(columns.length > 0 ? `${name} is not what audit row` : name));
          expect({ what, name, columns: ofRow.map((one) => one.columns) }).toEqual({ what, name, columns: [columns.length > 0 ? columns : undefined] });
        }
      // Nothing besides; a takeover is part of what makes sheets, and that they differ is found too, as it is that an edition's text is not that of its hash.
      const others = told.filter(
        ({ text }) => !/^Sheet|^The text of edition/.test(text) && !batch.some(({ named }) => named.some((name) => text.startsWith(name))),
      );
      expect(others).toEqual([]);
    }
  });

  it('a row removed is found, and every row where the register was emptied: of each register', async () => {
    const registers = Object.keys(AUDITED_TABLES);
    const counts: (readonly [register: string, rows: number | null])[] = [];
    for (const name of registers) counts.push([name, (await server.owner.query(`SELECT FROM ${name}`)).rowCount]);
    const removedOf = (found: Finding[]) =>
      registers.map((name) => [name, found.filter(({ code, register }) => register === name && code === 'registerRemoved').length] as const);
    const removed = await after(registers.map((name) => `DELETE FROM ${name} WHERE ctid = (SELECT min(ctid) FROM ${name})`).join(';'));
    expect(removedOf(removed)).toEqual(registers.map((name) => [name, 1]));
    expect(removedOf(await after(registers.map((name) => `DELETE FROM ${name}`).join(';')))).toEqual(counts);
  });

  const added: readonly (readonly [register: string, columns: string])[] = [
    ['round', `id = 'ky-khac'`],
    ['round_step', `step = 'monitoring'`],
    ['participant', `body_id = 'so-minh-hoa-a'`],
    ['exclusion', `item = '2.1'`],
    ['domain_owner', `body_id = 'so-minh-hoa-a'`],
    ['extension', 'id = gen_random_uuid()'],
    ['takeover', 'number = 2'],
    ['handover', 'id = gen_random_uuid()'],
    ['erasure', 'id = gen_random_uuid()'],
    ['retention_term', `document_class = 'withdrawn'`],
    ['account_request', 'id = gen_random_uuid()'],
    ['membership', `id = gen_random_uuid(), role = 'administrator', body_id = NULL`],
    ['baseline', `body_id = 'tinh-minh-hoa-02'`],
    ['estimate', `body_id = 'tinh-minh-hoa-02'`],
    ['day_off', `date = '2024-02-12'`],
    ['content', `sha256 = sha256('khac'), bytes = 4`],
  ];
  it('a row added by nobody is found: in each register', async () => {
    const found = await after(
      added
        .map(([name, columns]) => {
          const copy = `copy_of_${name}`;
          return `CREATE TEMP TABLE ${copy} ON COMMIT DROP AS SELECT * FROM ${name} LIMIT 1; UPDATE ${copy} SET ${columns}; INSERT INTO ${name} SELECT * FROM ${copy}`;
        })
        .join(';'),
    );
    const untold = found.filter(({ code }) => code !== 'sheetDiffers');
    expect(untold.map(({ code, register }) => `${code} ${register}`).toSorted()).toEqual(added.map(([name]) => `registerUntold ${name}`).toSorted());
    for (const finding of untold) expect(findingText(finding, 'vi')).toMatch(/ không có trong nhật ký$/);
  });

  it('an act that would cover it up is itself found: its row was changed', async () => {
    const found = await after(
      `UPDATE exclusion SET legal_basis = 'Khác' WHERE round_id = 'ky-2023';
       UPDATE audit SET content = replace(content::text, 'Công văn số 12/BMH-CCHC (minh họa)', 'Khác')::jsonb WHERE act IN ('round.exclusions', 'round.takeOver')`,
    );
    expect([...new Set(found.map(({ code }) => code))]).toEqual(['rowChanged']);
  });

  it('what was lawfully purged is held no longer, the rest of the row is', async () => {
    const { rows } = await intruder.query(`SELECT payload_id FROM audit WHERE act = 'handover.perform'`);
    const purge = `UPDATE payload SET content = NULL WHERE id = '${rows[0].payload_id}'; UPDATE handover SET record = '{}'`;
    expect((await after(purge)).map(({ code }) => code)).toEqual(['payloadRemoved']);
    expect((await after(`${purge}, on_day = '2024-02-01'`)).map(({ code }) => code)).toEqual(['payloadRemoved', 'registerChanged']);
  });

  it('an administrator who hands over their own office today is told whole', async () => {
    const own = await startTestServer(LIVED_AT);
    try {
      const { lan, minh } = (await makeWorld(own)).people;
      await own.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [minh.account]);
      await tell(own);
      const handover = { id: randomUUID(), from: lan.account, to: minh.account, day: '2024-01-10', document: { number: '1', date: '2024-01-09' } };
      const given = { body: null, role: 'administrator', from: '2024-01-10' };
      expect((await ask(own, lan, 'POST', `/api/people/${minh.account}/memberships`, given)).status).toBe(201);
      expect((await ask(own, lan, 'POST', '/api/handovers', handover)).status).toBe(201);
      expect((await everything(own)).found).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

describe('[F95] registers are held', () => {
  it('in a sandbox from the moment when it is made, and after a restore as before', async () => {
    const [sandbox, restored] = [await startTestServer(LIVED_AT, 'sandbox'), await startTestServer(LIVED_AT, 'sandbox')];
    const folder = mkdtempSync(path.join(tmpdir(), 'parindex-registers-'));
    const file = path.join(folder, 'sandbox.parindex');
    try {
      const pool = connectPool(sandbox.urls.owner, 1);
      await setUpSandbox(pool, new URL('../../../../', import.meta.url).pathname, sandbox.clock.now());
      await pool.end();
      const made = await everything(sandbox);
      expect(made).toMatchObject({ found: [], registers: expect.any(Number) });
      expect(made.registers).toBeGreaterThan(63);
      await writeBackup(sandbox.urls.owner, file, sandbox.clock.now(), []);
      await restoreBackup({ ownerUrl: restored.urls.owner, file, kind: 'sandbox', moment: restored.clock.now() });
      expect(await everything(restored)).toMatchObject({ found: [], registers: made.registers });
      await restored.owner.query(`UPDATE participant SET ranked = false WHERE body_id = 'tinh-minh-hoa-07'`);
      expect((await everything(restored)).found).toMatchObject([{ code: 'registerChanged', columns: ['ranked'] }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await Promise.all([sandbox.close(), restored.close()]);
    }
  });

  it('not before the trail has told them, and no fault is made of that', async () => {
    const before = await startTestServer(LIVED_AT);
    try {
      await liveThroughRound(before, await makeWorld(before));
      expect(await everything(before)).toMatchObject({ found: [], registers: 0 });
      expect([await tell(before), await tell(before)]).toEqual([true, false]);
      expect((await everything(before)).found).toEqual([]);
    } finally {
      await before.close();
    }
  });
});
