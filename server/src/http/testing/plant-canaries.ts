import { createHash, randomUUID } from 'node:crypto';
import { itemsOfDomains, searchKey } from '@parindex/core';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { CONSEQUENCES } from '@parindex/core/round/consequences';
import { uploadFile, workOf } from '../../capabilities/evidence/testing/upload-file.ts';
import { reportKey } from '../../storage/keys.ts';
import { addPerson } from '../../testing/add-person.ts';
import { signIn, type TestServer } from '../../testing/test-server.ts';
import { ask, change, type Person, type World } from '../../testing/world.ts';
import { canary, type FieldName, personalCanary } from './canaries.ts';
import type { Matrix } from './rights-callers.ts';
import { BOTH, DEPARTMENT_OF, ELSEWHERE, HERE, type RoundOfWall } from './wall-callers.ts';

/** A signature as it was read of a file. */
const readingOf = (signer: string): SignatureReading => ({
  ...{
    kind: 'signature',
    field: null,
    signer,
    agency: null,
    issuer: null,
    serial: null,
    signedAt: null,
    timeStampedAt: null,
    revokedAt: null,
    reason: null,
    location: null,
  },
  ...{ integrity: 'unreadable', later: 'nothing', certificate: 'unreadable', revocation: 'unknown', verdict: 'unverifiable', because: [] },
});

const PROVINCE = 'tinh-minh-hoa-01';

/** What was planted in a round, for the addresses that name it. */
export interface Planted {
  readonly document: string;
  readonly personal: string;
  readonly upload: string;
  readonly delivery: string;
  readonly sending: string;
  readonly removal: string;
  readonly internalThread: string;
  readonly assignment: string;
  readonly notice: string;
  readonly roundFile: string;
  readonly session: string;
}

export interface Wall {
  readonly rounds: Readonly<Record<RoundOfWall, Planted>>;
  readonly handover: string;
  /** A personal token. */
  readonly token: string;
  readonly items: readonly [string, string, string];
}

interface Planting {
  readonly server: TestServer;
  readonly world: World;
  readonly round: RoundOfWall;
  readonly owner: Person;
  readonly an: Person;
  readonly department: Person;
  readonly items: readonly [string, string, string];
}

async function as(
  { server }: Pick<Planting, 'server'>,
  person: Pick<Person, 'token'>,
  method: 'POST' | 'PUT' | 'PATCH',
  url: string,
  body: unknown,
): Promise<void> {
  const { status, body: told } = await ask(server, person, method, url, body);
  if (status >= 300) throw new Error(`${url}: ${status} ${JSON.stringify(told)}`);
}

/** A pilot of the round's survey that runs: with a form that was begun, and three that were sent with remarks. */
async function plantInPilot({ server, round, owner }: Pick<Planting, 'server' | 'round' | 'owner'>): Promise<void> {
  const pilot = randomUUID();
  await server.owner.query(
    `INSERT INTO survey_pilot (id, round_id, number, edition_id, started_by, started_at) SELECT $1, id, 1, edition_id, $3, $4 FROM round WHERE id = $2`,
    [pilot, round, owner.account, server.clock.now()],
  );
  await server.owner.query(`INSERT INTO survey_pilot_form (pilot_id, group_id, hash, form, token) VALUES ($1, 'all', repeat('0', 64), $2, $3)`, [
    pilot,
    JSON.stringify({ title: { vi: 'Phiếu minh họa' }, pages: [] }),
    `thu-${canary('pilotLink', round).padEnd(43, '-')}`,
  ]);
  await server.owner.query(
    `INSERT INTO pilots.draft (reference, pilot_id, group_id, answers, begun_at) VALUES (sha256($1::text::bytea), $2, 'all', $3, now())`,
    [round, pilot, JSON.stringify({ idea: canary('pilotAnswer', round) })],
  );
  await server.owner.query(
    `INSERT INTO pilots.trial (submission_id, pilot_id, group_id, seconds, outcomes, remark, receipt) SELECT gen_random_uuid(), $1, 'all', 60, '{}', $2, 'MINH-HOA' FROM generate_series(1, 3)`,
    [pilot, canary('pilotRemark', round)],
  );
}

/** What people of the sheet say, as they say it: in figures, proposals, notes, comments, questions, the report. */
async function plantInSheet(planting: Planting): Promise<Pick<Planted, 'internalThread' | 'assignment' | 'notice' | 'roundFile'>> {
  const { round, an, department, owner, items } = planting;
  const said = (field: FieldName) => canary(field, round);
  const sheet = `/api/rounds/${round}/sheets/${PROVINCE}`;
  const give = async (to: string, item: string, note?: string): Promise<string> => {
    const id = randomUUID();
    await as(planting, an, 'POST', `${sheet}/assignments`, { to, targets: [{ id, item }], ...(note === undefined ? {} : { note }) });
    return id;
  };
  const assignment = await give(round === HERE ? DEPARTMENT_OF.atWork : DEPARTMENT_OF.elsewhere, items[0], said('note'));
  if (round === HERE) {
    await give(DEPARTMENT_OF.beside, items[1]);
    await as(planting, an, 'POST', `${sheet}/assignments/withdrawal`, { ids: [await give(DEPARTMENT_OF.pastPart, items[2])] });
  }
  await as(planting, an, 'POST', `${sheet}/entries`, { entries: [change({ item: items[2] }, 0, { justification: said('justification') })] });
  await as(planting, department, 'POST', `${sheet}/entries`, { entries: [change({ item: items[0] }, 1, { justification: said('proposal') })] });
  await as(planting, an, 'POST', `${sheet}/decisions`, { decisions: [{ id: randomUUID(), item: items[0], act: 'return', base: 2, reason: said('returned') }] });
  const internalThread = randomUUID();
  for (const [kind, field, id] of [
    ['internal', 'internalComment', internalThread],
    ['shared', 'sharedComment', randomUUID()],
  ] as const)
    await as(planting, an, 'POST', `${sheet}/threads`, { id, item: items[0], kind, comment: { id: randomUUID(), text: said(field), mentions: [] } });
  await as(planting, an, 'POST', `${sheet}/questions`, { id: randomUUID(), item: items[0], text: said('question') });
  await as(planting, an, 'PUT', `${sheet}/report-text`, { base: 0, difficulties: said('reportText'), proposals: '' });
  await as(planting, owner, 'POST', `${sheet}/sending/permission`, { id: randomUUID(), reason: said('permission') });
  const request = randomUUID();
  const requests = `/api/rounds/${round}/requests`;
  await as(planting, owner, 'POST', requests, { id: request, kind: 'close', reason: said('roundRequest'), told: [...CONSEQUENCES] });
  await as(planting, owner, 'POST', `${requests}/${request}/stop`, { note: said('roundRequest') });
  // What the asker was told is written by the product in its own words: here by a row.
  await planting.server.owner.query(
    `INSERT INTO round_request (id, round_id, kind, told, reason, asked_by, asked_office, asked_at, lapses_at, decision, note, decided_by, decided_at)
      VALUES ($1, $2, 'close', jsonb_build_array(jsonb_build_object('code', 'bodiesUnsent', 'about', '[]'::jsonb, 'text', jsonb_build_object('vi', $3::text, 'en', $3::text))),
        $3, $4, (SELECT id FROM membership WHERE account_id = $4 LIMIT 1), $5, $5, 'stopped', $3, $4, $5)`,
    [randomUUID(), round, said('roundRequest'), owner.account, planting.server.clock.now()],
  );
  await planting.server.owner.query(
    `WITH drafted AS (INSERT INTO edition (id, state, owner_body, document, cases, created_at) SELECT 'nhap-' || r.id, 'draft', r.owner_body, '', '', $4 FROM round r WHERE r.id = $5 RETURNING id),
      brought AS (INSERT INTO edition_file (id, edition_id, name, kind, bytes, sha256, scanned, brought_by, brought_at)
        SELECT $1::uuid, id, $2::text, 'pdf', 1, sha256('1'::bytea), false, $3, $4 FROM drafted RETURNING id, edition_id)
      INSERT INTO edition_request (id, edition_id, kind, edition_version, decision_number, decision_date, file_id, effective_from, reason, asked_by, asked_office, asked_at, lapses_at,
        decision, note, decided_by, decided_at)
      SELECT $1::uuid, edition_id, 'adopt', 1, $2::text, '2023-01-01', id, '2023-01-01', $2::text, $3, (SELECT id FROM membership WHERE account_id = $3 LIMIT 1), $4, $4,
        'stopped', $2::text, $3, $4 FROM brought`,
    [randomUUID(), said('editionRequest'), owner.account, planting.server.clock.now(), round],
  );
  const estimates = `/api/rounds/${round}/estimates`;
  const named = randomUUID();
  const { candidates } = (await ask(planting.server, owner, 'GET', estimates)).body;
  await as(planting, owner, 'POST', `${estimates}/readers`, { id: named, account: candidates[0].id, reason: said('estimateReader') });
  await as(planting, owner, 'POST', `${estimates}/readers/${named}/end`, { reason: said('estimateReader') });
  const release = randomUUID();
  await as(planting, owner, 'POST', `${estimates}/releases`, { id: release, reason: said('estimateRelease'), told: [...CONSEQUENCES] });
  await as(planting, owner, 'POST', `${estimates}/releases/${release}/withdrawal`, { reason: said('estimateRelease') });
  // Of somebody in the council whom nobody here asks as.
  const interests = `/api/rounds/${round}/interests`;
  const interest = randomUUID();
  const { rows: owners } = await planting.server.owner.query('SELECT owner_body AS body FROM round WHERE id = $1', [round]);
  const decider = await addPerson(planting.server, `hoi-dong-${round}`, 'Thành viên Hội đồng', 'council', owners[0].body);
  await as(planting, owner, 'POST', interests, { id: interest, person: decider.account, body: PROVINCE, kind: 'other', reason: said('interest') });
  await as(planting, owner, 'POST', `${interests}/${interest}/withdrawal`, { reason: said('interest') });
  await plantInPilot(planting);
  // Set once a round is closed: here by a row.
  await planting.server.owner.query(
    `INSERT INTO improvement_task (id, round_id, body_id, item, measure, product, lead, due, state, note, document_number, document_date, version, changed_by, changed_at)
      VALUES ($1, $2, $3, $4, $5, $5, $5, '2023-12-01', 'done', $5, $5, '2023-11-01', 1, $6, $7)`,
    [randomUUID(), round, PROVINCE, items[0], said('improvementTask'), owner.account, planting.server.clock.now()],
  );
  // Drawn of what is decided, and marked by an appraiser: here by rows.
  const [draw, piece] = [randomUUID(), randomUUID()];
  await planting.server.owner.query(
    `INSERT INTO second_marking (id, round_id, edition_id, seed, listed, list_hash, drawn, drawn_by, drawn_at) SELECT $1, id, edition_id, 'minh họa', 1, '0', 1, $3, $4 FROM round WHERE id = $2`,
    [draw, round, owner.account, planting.server.clock.now()],
  );
  await planting.server.owner.query(
    `INSERT INTO second_marking_item (id, draw_id, round_id, body_id, edition_id, item, targets) SELECT $1, d.id, d.round_id, $3, d.edition_id, $4, '{}' FROM second_marking d WHERE d.id = $2`,
    [piece, draw, PROVINCE, items[0]],
  );
  await planting.server.owner.query(
    `INSERT INTO second_mark (drawn_id, points, maximum, changes, reason, marked_by, marked_at) VALUES ($1, '1/1', '1/1', jsonb_build_array($2::text), $2, $3, $4)`,
    [piece, said('secondMark'), owner.account, planting.server.clock.now()],
  );
  await planting.server.owner.query(`INSERT INTO second_marking_return (drawn_id, reason, returned_by, returned_at) VALUES ($1, $2, $3, $4)`, [
    ...[piece, said('secondMarkReturn'), owner.account, planting.server.clock.now()],
  ]);
  const roundFile = randomUUID();
  const brought = await planting.server.app.inject({
    method: 'POST',
    url: `/api/rounds/${round}/files?id=${roundFile}&name=${said('roundFile')}.txt`,
    headers: { cookie: `parindex_session=${owner.token}`, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(`Công văn hướng dẫn ${said('roundFile')}`),
  });
  if (brought.statusCode >= 300) throw new Error(brought.body);
  await as(planting, owner, 'POST', `/api/rounds/${round}/documents`, {
    ...{ id: randomUUID(), kind: 'guidance', number: said('roundDocument'), date: '2023-01-10', issuer: said('roundDocument'), subject: said('roundDocument') },
    files: [roundFile],
  });
  const notice = randomUUID();
  await as(planting, owner, 'POST', `/api/rounds/${round}/notices`, {
    ...{ id: notice, kind: 'guidance', item: null, text: said('notice'), document: { number: said('notice'), date: '2023-01-10' } },
  });
  const document = { number: '12/QĐ-MH', date: '2023-01-14' };
  const until = '2023-06-02T10:00:00Z';
  await as(planting, owner, 'POST', `/api/rounds/${round}/extensions`, {
    id: randomUUID(),
    step: 'selfAssessment',
    until,
    document,
    reason: said('extensionReason'),
    told: ['extensionWithoutDecision'],
  });
  return { internalThread, assignment, notice, roundFile };
}

/** Documents of the library, each word of which says something: one that all of the sheet read, one with personal data, one whose removal is asked for, one on its way. */
async function plantInLibrary(planting: Planting): Promise<Pick<Planted, 'document' | 'personal' | 'upload' | 'removal'>> {
  const { server, round, an, items } = planting;
  const said = (field: FieldName) => canary(field, round);
  const sheet = `/api/rounds/${round}/sheets/${PROVINCE}`;
  const work = workOf(server);
  const bring = async (name: FieldName, text: string): Promise<string> =>
    (await uploadFile(server, work, an, sheet, `${said(name)}.txt`, Buffer.from(`Báo cáo ${text}`))).document;
  const document = await bring('fileName', said('pageText'));
  const personal = await bring('personalFileName', said('personalPage'));
  const removed = await bring('removedFileName', said('removedFileName'));
  await work.close();
  await server.owner.query(
    `UPDATE document_version SET subject = $2, issuer = $3, doc_number = $4, doc_number_key = $4, issued_on = '2022-12-01',
      proposed = $5, findings = $6, signatures = $7 WHERE document_id = $1`,
    [
      ...[document, said('subject'), said('issuer'), said('docNumber')],
      JSON.stringify({ number: null, date: null, issuer: null, subject: { value: said('proposed'), from: said('proposed') }, kind: null, remarks: [] }),
      JSON.stringify([{ code: 'noText', count: 1, detail: said('finding') }]),
      JSON.stringify([readingOf(said('signature'))]),
    ],
  );
  await server.owner.query('UPDATE document SET personal_data = true WHERE id = $1', [personal]);
  await as(planting, an, 'POST', `${sheet}/entries`, { entries: [change({ item: items[2] }, 3, { citations: [`${personal}/1`, `${document}/1`] })] });
  const removal = randomUUID();
  await as(planting, an, 'POST', `${sheet}/documents/${removed}/removals`, { id: removal, reason: said('removalReason') });
  const upload = randomUUID();
  await as(planting, an, 'POST', `${sheet}/uploads`, { id: upload, document: randomUUID(), name: `${said('nameOnItsWay')}.txt`, bytes: 10, notSecret: true });
  return { document, personal, upload, removal };
}

/** What comes from elsewhere and what is sent, as rows: their stories are told by other tests. */
async function plantBeside({
  server: { owner, clock, context },
  round,
  owner: { account },
  items,
}: Planting): Promise<Pick<Planted, 'delivery' | 'sending' | 'session'>> {
  const said = (field: FieldName) => canary(field, round);
  const now = clock.now();
  const [delivery, writing] = [randomUUID(), randomUUID()];
  const table = { columns: { body: 0, figure: 1, value: 2 }, rows: [{ line: 1, cells: [PROVINCE, said('deliveryCell'), '1'] }], sheet: null };
  await owner.query(
    `INSERT INTO delivery (id, round_id, form, came_by, file_name, content_hash, source, content, brought_by, brought_at, state, decided_by, decided_at)
      VALUES ($1, $2, 'json', 'api', $3, sha256($4), $5, $6, $7, $8, 'written', $7, $8)`,
    [delivery, round, said('deliveryName'), Buffer.from(round), said('deliveryCell'), JSON.stringify(table), account, now],
  );
  await owner.query(
    `INSERT INTO delivery_writing (id, delivery_id, round_id, number, written_by, written_at, reason, rows, moved) VALUES ($1, $2, $3, 1, $4, $5, $6, '[]', '[]')`,
    [writing, delivery, round, account, now, said('writingReason')],
  );
  const [session, onAgenda] = [randomUUID(), randomUUID()];
  await owner.query(
    `INSERT INTO council_session (id, round_id, number, state, way, place, made_by, made_at) VALUES ($1, $2, 1, 'held', 'meeting', $3, $4, $5)`,
    [session, round, said('council'), account, now],
  );
  await owner.query(
    `INSERT INTO council_member (session_id, account_id, position, presence, absence, post, agency) VALUES ($1, $2, 'member', 'absent', $3, $3, $3)`,
    [session, account, said('council')],
  );
  await owner.query(
    `INSERT INTO council_item (id, round_id, session_id, place, body_id, item, proposal, words, targets, state) VALUES ($1, $2, $3, 0, $4, $5, 'other', $6, $7, 'closed')`,
    [onAgenda, round, session, PROVINCE, items[0], said('council'), JSON.stringify([{ kind: 'item', id: items[0], changes: { reason: said('council') } }])],
  );
  await owner.query(
    `INSERT INTO council_vote (item_id, ballot, account_id, choice, opinion, way, entered_by, voted_at, seen) VALUES ($1, 1, $2, 'other', $3, 'self', $2, $4, repeat('0', 64))`,
    [onAgenda, account, said('council'), now],
  );
  const nothing = { state: 'unanswered', points: '0/1', maximum: '0/1' };
  const onPaper = { id: onAgenda, body: PROVINCE, name: PROVINCE, code: items[0], claimed: nothing, now: nothing, proposal: 'other', words: said('council') };
  await owner.query(`INSERT INTO council_paper (id, session_id, convened_at, convened_by, files, items) VALUES ($1, $2, $3, $4, $5, $6)`, [
    ...[randomUUID(), session, now, account, [randomUUID()], JSON.stringify([{ ...onPaper, verdicts: 0, said: 0, stands: null }])],
  ]);
  const [question, group] = ['leadersDynamism', 'councillors'];
  await owner.query(
    `INSERT INTO estimate (round_id, body_id, question, respondent_group, mean, answers, source, date, writing_id) VALUES ($1, $2, $3, $6, '0.5', '10', $4, '2023-01-01', $5)`,
    [round, PROVINCE, question, said('estimateEntry'), writing, group],
  );
  await owner.query(
    `INSERT INTO estimate_entry (writing_id, round_id, body_id, question, respondent_group, mean, answers, source, date) VALUES ($1, $2, $3, $4, $6, '0.5', '10', $5, '2023-01-01')`,
    [writing, round, PROVINCE, question, said('estimateEntry'), group],
  );
  await owner.query(`INSERT INTO baseline (round_id, body_id, year, figures, items, source) VALUES ($1, $2, 2021, $3, '{}', 'minh họa')`, [
    ...[round, PROVINCE, JSON.stringify({ planTasksDone: { value: said('baseline') } })],
  ]);
  const { rows } = await owner.query<{ id: string; seq: number }>('SELECT id, seq FROM entry WHERE round_id = $1 ORDER BY seq', [round]);
  const [first] = rows;
  await owner.query(
    `INSERT INTO roll_up (entry_id, round_id, body_id, figure, source_round, source_figure, components, without, reason, made_by, made_at)
      VALUES ($1, $2, $3, 'planTasksDone', $2, 'planTasksDone', $4, '[]', $5, $6, $7)`,
    [
      ...[first?.id, round, PROVINCE],
      JSON.stringify([{ body: 'so-minh-hoa-a', name: said('rollUpBody'), value: '1', stage: 'claimed', seq: 1, at: now }]),
      ...[said('rollUpReason'), account, now],
    ],
  );
  const report = Buffer.from(said('sentReport'));
  await context.evidence.storage.put(reportKey(createHash('sha256').update(report).digest('hex')), report);
  const payload = randomUUID();
  await owner.query(`INSERT INTO payload (id, round_id, body_id, salt, content) VALUES ($1, $2, $3, sha256('x'), $4)`, [
    ...[payload, round, PROVINCE, JSON.stringify({ signatures: [readingOf(said('signer'))] })],
  ]);
  await owner.query(
    `INSERT INTO sending (id, round_id, body_id, seq, code, sheet_hash, file_hash, file_bytes, matched, payload_id, scanned, sent_by, sent_at, head_number, head_hash)
      VALUES ($1, $2, $3, $4, $5, sha256('x'), sha256($9), $10, 'made', $6, false, $7, $8, 0, sha256('z'))`,
    [first?.id, round, PROVINCE, first?.seq, round === HERE ? '0123456789ABCDEF' : 'FEDCBA9876543210', payload, account, now, report, report.length],
  );
  return { delivery, sending: first?.id as string, session };
}

/** What is a person's own, and what nobody reads. */
async function plantOfPerson({ server: { owner, clock }, places: { world } }: Matrix): Promise<Pick<Wall, 'handover' | 'token'>> {
  const { minh } = world.people;
  const now = clock.now();
  const token = randomUUID();
  const email = `${personalCanary('email')}@minh-hoa.example`;
  await owner.query('UPDATE account SET email = $2, search_key = $3 WHERE id = $1', [minh.account, email, searchKey(`Đỗ Văn Minh ${email}`)]);
  await owner.query('UPDATE session SET agent = $2, address = $2 WHERE account_id = $1', [minh.account, personalCanary('agent')]);
  await owner.query(
    `INSERT INTO personal_token (id, account_id, name, token_hash, scopes, created_at, expires_at) VALUES ($4, $1, $2, sha256('wall'), '{read}', $3, '2100-01-01')`,
    [minh.account, personalCanary('tokenName'), now, token],
  );
  await owner.query(
    `INSERT INTO security_key (id, account_id, credential_id, public_key, counter, name, made_at) VALUES ($3, $1, sha256('wall'), sha256('wall'), 0, $2, $4)`,
    [minh.account, personalCanary('securityKeyName'), randomUUID(), now],
  );
  const mail = randomUUID();
  await owner.query(
    `INSERT INTO mail (id, account_id, day, message_id, state, next_try, told, made_at) VALUES ($1, $2, '2023-01-15', $3, 'refused', $4, $5, $4)`,
    [...[mail, minh.account, '<mot@minh-hoa.example>', now, personalCanary('mailTold')]],
  );
  const says = { event: 'asked', kind: 'email', role: null, body: null, email: null, by: 'Bùi Thị Lan', askedBy: 'Bùi Thị Lan', note: null, until: null };
  await owner.query(
    `INSERT INTO mail (id, account_id, day, message_id, state, next_try, made_at, kind, says, address) VALUES ($1, $2, '2023-01-15', '<hai@minh-hoa.example>', 'refused', $3, $3, 'account', $4, $5)`,
    [randomUUID(), minh.account, now, JSON.stringify({ ...says, reason: personalCanary('accountMail') }), `${personalCanary('mailAddress')}@minh-hoa.example`],
  );
  const told = {
    kind: 'dueSoon',
    about: { kind: 'round', id: HERE, title: personalCanary('reminder') },
    body: { id: PROVINCE, name: 'Tỉnh Minh họa 01' },
    step: 'selfAssessment',
    parts: null,
    closes: '2023-02-01T00:00:00.000Z',
    target: null,
  };
  await owner.query(
    `INSERT INTO reminder (account_id, key, round_id, body_id, told, day, made_at, mail_id) VALUES ($1, 'x', $2, $3, $4, '2023-01-15', $5, $6)`,
    [...[minh.account, HERE, PROVINCE, JSON.stringify(told), now, mail]],
  );
  const { lan } = world.people;
  await owner.query(
    `INSERT INTO account_request (id, kind, account_id, email, reason, asked_by, asked_office, asked_at, lapses_at, decision, note, decided_by, decided_at)
     SELECT gen_random_uuid(), 'email', $1::uuid, $2::text || '@minh-hoa.example', $2::text, $3::uuid, $4::uuid, $5::timestamptz, '2100-01-01', d.decision, d.note, d.by, CASE WHEN d.by IS NOT NULL THEN $5::timestamptz END
     FROM (VALUES (NULL, NULL, NULL), ('stopped', $2::text, $1::uuid)) AS d (decision, note, by)`,
    [minh.account, personalCanary('accountRequest'), lan.account, lan.membership, now],
  );
  const handover = randomUUID();
  const record = {
    id: handover,
    from: { id: minh.account, name: 'Đỗ Văn Minh' },
    to: { id: world.people.an.account, name: 'Nguyễn Văn An' },
    day: '2023-01-14',
    document: { number: personalCanary('handover'), date: '2023-01-14' },
    performedBy: { id: world.people.lan.account, name: 'Bùi Thị Lan', role: 'administrator', body: null },
    performedAt: '2023-01-14T02:00:00.000Z',
    memberships: [],
    sheets: [],
    tokens: [],
  };
  await owner.query(
    `INSERT INTO handover (id, from_account, to_account, on_day, document_number, document_date, record, performed_by, performed_at) VALUES ($1, $2, $3, '2023-01-14', $4, '2023-01-14', $5, $6, '2023-01-14')`,
    [handover, minh.account, world.people.an.account, personalCanary('handover'), JSON.stringify(record), world.people.lan.account],
  );
  await owner.query(`INSERT INTO audit (at, actor, act, subject, content, hash) VALUES ($1, $2, 'body.change', 'body:x', $3, sha256('x'))`, [
    ...[now, world.people.lan.account, JSON.stringify({ said: personalCanary('trail') })],
  ]);
  await owner.query('UPDATE credential SET password_hash = $2, totp_secret = $2, totp_candidate = $2 WHERE account_id = $1', [
    minh.account,
    personalCanary('secret'),
  ]);
  await owner.query(`INSERT INTO sign_in_slowing (who, kind, failures, not_before) VALUES ($1, 'password', 1, $2)`, [personalCanary('guess'), now]);
  await owner.query(`INSERT INTO refused_sign_in (quarter, account_id, kind, address, count) VALUES ($1, $2, 'password', $3, 1)`, [
    ...[now, minh.account, personalCanary('guess')],
  ]);
  await owner.query(`INSERT INTO job (id, kind, account_id, input) VALUES ($1, 'evidence.check', $2, $3)`, [
    ...[randomUUID(), minh.account, JSON.stringify({ said: personalCanary('job') })],
  ]);
  await owner.query('UPDATE content SET scan_told = $1', [personalCanary('scanner')]);
  await owner.query(`INSERT INTO retention_term (document_class, years, basis, set_by, set_at) VALUES ('cited', 10, $1, $2, $3)`, [
    ...[personalCanary('term'), world.people.lan.account, now],
  ]);
  return { handover, token };
}

/** The departments, the other round, and a canary in every private field of both. */
export async function plantCanaries(matrix: Matrix): Promise<Wall> {
  const { server, places } = matrix;
  const { owner, clock } = server;
  const { world } = places;
  await owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at) VALUES ($1, 'bo-minh-hoa-khac', 2023, 'Kỳ minh họa 2023', $2, 'open', $3, $3)`,
    [ELSEWHERE, world.scheme.id, clock.now()],
  );
  await owner.query('INSERT INTO participant (round_id, body_id, position) VALUES ($1, $2, 1)', [ELSEWHERE, PROVINCE]);
  await owner.query(`INSERT INTO domain_owner (round_id, domain, body_id) SELECT $1, d, 'bo-minh-hoa-khac' FROM unnest($2::text[]) d`, [
    ...[ELSEWHERE, world.scheme.domains.map(({ code }) => code)],
  ]);
  await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) SELECT $1, step, opens, closes FROM round_step WHERE round_id = $2`, [
    ELSEWHERE,
    HERE,
  ]);
  const codes = itemsOfDomains(world.scheme.domains).map(({ code }) => code);
  const items = [codes[0], codes[1], codes[2]] as [string, string, string];
  const again = async (account: string): Promise<Person> => ({ account, membership: undefined, token: await signIn(server, account) });
  const an = await again(world.people.an.account);
  const rounds = {} as Record<RoundOfWall, Planted>;
  for (const round of BOTH) {
    const department = await addPerson(
      server,
      `hoa-${round.slice(-4)}`,
      'Ngô Thị Hoa',
      'clerk',
      round === HERE ? DEPARTMENT_OF.atWork : DEPARTMENT_OF.elsewhere,
    );
    const planting = {
      server,
      world,
      round,
      an,
      department,
      items,
      owner: await again(matrix.people.get(round === HERE ? 'owner own' : 'owner foreign') as string),
    };
    rounds[round] = { ...(await plantInSheet(planting)), ...(await plantInLibrary(planting)), ...(await plantBeside(planting)) };
  }
  return { rounds, items, ...(await plantOfPerson(matrix)) };
}
