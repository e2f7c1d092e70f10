import { randomUUID } from 'node:crypto';
import { itemsOfDomains, type Scheme } from '@parindex/core';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import * as schemas from '@parindex/core/contracts/schemas/index';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readRowStates } from '../audit/queries/audited-tables.ts';
import { recordAct } from '../audit/record.ts';
import { verifyDatabase } from '../capabilities/audit-trail/verify.ts';
import { addressList, MAILS, makeField, villageOf, wholeAnswers } from '../capabilities/fieldwork/testing/field.ts';
import { examineForms } from '../capabilities/survey/examine-forms.ts';
import { addSentForms } from '../capabilities/survey/testing/sent-forms.ts';
import { addQuestionnaires, addSurvey, csvOf } from '../capabilities/survey/testing/survey-of-round.ts';
import { inBackground } from '../db/background.ts';
import { connectPool } from '../db/connect.ts';
import { addPerson } from '../testing/add-person.ts';
import { bringDecision } from '../testing/adopt-edition.ts';
import { LIVED_AT, LIVED_ROUND, liveThroughRound } from '../testing/lived-round.ts';
import { openPlanned } from '../testing/plan-round.ts';
import { SMALL_CASES, smallDocument } from '../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../testing/world.ts';

/** Whether the sender gives what is made an id of its own. */
function takesId(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { properties, ...rest } = schema as { properties?: Record<string, { format?: string }> };
  return properties?.['id']?.format === 'uuid' || Object.values({ ...rest, ...properties }).some(takesId);
}

const shapes = new Map(Object.entries(schemas));
const jsonSchemaOf = (name: string) => z.toJSONSchema(shapes.get(name) as z.ZodType, { io: 'input', unrepresentable: 'any' });
/** What a device may send again because it got no answer. */
const REPEATABLE = allContracts.filter(({ body }) => body && takesId(jsonSchemaOf(body)));
const matches = (template: string, url: string) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url);

/** Here whatever comes under an id that is known is answered as the first was; what it says beside changes nothing. */
const ANSWERED_AS_THE_FIRST = [
  'POST /api/rounds/{round}/sheets/{body}/documents',
  'POST /api/rounds/{round}/sheets/{body}/carried-documents',
  'POST /api/rounds/{round}/deliveries/{delivery}/agreement',
  'POST /api/rounds/{round}/survey/bodies/{body}/respondents/{respondent}/replacement',
];

/** What says nothing but its id: nothing else can be said under it. */
const ID_ALONE = ['POST /api/rounds/{round}/survey/pilots'];

/** The same with one word of the sender's changed, where there is one. */
function otherWords(sent: unknown): unknown {
  if (Array.isArray(sent)) return sent.map(otherWords);
  if (typeof sent !== 'object' || sent === null) return sent;
  const entries = Object.entries(sent).map(([key, value]) => [key, WORDS.includes(key) && typeof value === 'string' ? `${value}, khác` : otherWords(value)]);
  return Object.fromEntries(entries);
}
/** The document that is carried into the next round. */
const CARRIED = randomUUID();
/** The part that a department brings before its leader. */
const SUBMITTED = { id: randomUUID(), base: 2, figure: 'planTasksDone' };
const WORDS = ['reason', 'text', 'justification', 'name', 'number', 'found', 'source'];
/** What else is changed where there are no words. */
const OTHER: Readonly<Record<string, object>> = {
  'POST /api/editions/{edition}/changes': { steps: '[]' },
  'POST /api/handovers': { day: '2024-01-11' },
  'POST /api/rounds/{round}/council': { way: 'writing' },
  'POST /api/rounds/{round}/second-markings': { seed: 'Số khác' },
  'POST /api/rounds/{round}/sheets/{body}/assignments': { due: '2024-01-25T17:00:00+07:00' },
  'POST /api/rounds/{round}/sheets/{body}/freeze': { base: 1 },
  'POST /api/rounds/{round}/sheets/{body}/explanation-freezing': { base: 1 },
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}/part': { act: 'recall' },
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal/second': { act: 'return', text: 'Chưa đủ căn cứ (minh họa)' },
  'POST /api/rounds/{round}/sheets/{body}/part-submissions': { submissions: [{ ...SUBMITTED, act: 'recall' }] },
  'POST /api/rounds/{round}/sheets/{body}/roll-ups': { figure: 'khac' },
  'POST /api/rounds/{round}/survey/mails': { kind: 'again' },
  'POST /api/rounds/{round}/survey/fieldwork/back-checks': { percent: 50 },
  'POST /api/rounds/{round}/survey/bodies/{body}/respondents/{respondent}/replacement': { name: 'Người khác minh họa' },
  'POST /api/rounds/{round}/deliveries/{delivery}/agreement': { digest: '0'.repeat(64) },
  'POST /api/rounds/{round}/sheets/{body}/carried-documents': { documents: [{ id: CARRIED, document: randomUUID(), version: 1 }] },
};

/** A share under the same id, of another body. */
const otherShares = ({ shares }: { readonly shares: readonly object[] }) => ({ shares: shares.map((share) => ({ ...share, body: 'tinh-minh-hoa-02' })) });
/** Visits under the same ids, that came to something else. */
const otherVisits = ({ visits, ...sent }: { readonly visits: readonly object[] }) => ({
  ...sent,
  visits: visits.map((visit) => ({ ...visit, outcome: 'vacant' })),
});
const VISITS = 'POST /api/interviews/visits';
const SHARES = 'POST /api/rounds/{round}/appraisal/distribution/{office}/shares';

type RecordedRequest = [person: Pick<Person, 'token'> | undefined, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, sent?: unknown];

it('[F97] whatever a sender has given an id: sent again it is answered and adds nothing; another thing under the id is refused', {
  timeout: 120_000,
}, async () => {
  const met = new Set<string>();
  for (const [begins, live] of [
    [LIVED_AT, liveThroughRoundAndTalk],
    ['2023-01-10T02:00:00Z', liveOn],
  ] as const) {
    const server = await startTestServer(begins);
    await live(server, await makeWorld(server), sayAgain(server, met));
    const found: unknown[] = [];
    await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect(found).toEqual([]);
    expect(server.logged).toEqual([]);
    await server.close();
  }
  expect([...met].toSorted()).toEqual(REPEATABLE.map(({ method, url }) => `${method} ${url}`).toSorted());
});

type Answered = Awaited<ReturnType<typeof ask>>['body'];
type Again = (first: Answered, ...request: RecordedRequest) => Promise<void>;

/** An answer, but for whether it is the first. */
const saying = (answer: Answered): unknown => JSON.parse(JSON.stringify(answer ?? null, (key, value) => (key === 'replayed' ? undefined : value)));

/** Says a request that was answered once more, and something else under its id. */
const sayAgain =
  (server: TestServer, met: Set<string>): Again =>
  async (first, person, method, url, sent) => {
    const contract = REPEATABLE.find((one) => one.method === method && matches(one.url, url));
    if (!contract) return;
    const name = `${method} ${contract.url}`;
    const before = await countsOf(server);
    const { status, body } = await ask(server, person, method, url, sent);
    expect([name, status < 300, saying(body)]).toEqual([name, true, saying(first)]);
    expect(JSON.stringify(body ?? null)).not.toContain('"replayed":false');
    expect([name, await countsOf(server)]).toEqual([name, before]);
    const other =
      name === SHARES
        ? otherShares(sent as Parameters<typeof otherShares>[0])
        : name === VISITS
          ? otherVisits(sent as Parameters<typeof otherVisits>[0])
          : name in OTHER
            ? { ...(sent as object), ...OTHER[name] }
            : otherWords(sent);
    if (ID_ALONE.includes(name)) {
      met.add(name);
      return;
    }
    expect([name, JSON.stringify(other) === JSON.stringify(sent)]).toEqual([name, false]);
    const { body: answer } = await ask(server, person, method, url, other);
    expect([name, answer.code]).toEqual([name, ANSWERED_AS_THE_FIRST.includes(name) ? undefined : 'idReused']);
    expect([name, await countsOf(server)]).toEqual([name, before]);
    met.add(name);
  };

const twiceBy =
  (server: TestServer, again: Again) =>
  async (...request: RecordedRequest): Promise<void> => {
    const { status, body } = await ask(server, ...request);
    expect([request[2], status < 300, body]).toEqual([request[2], true, body]);
    await again(body, ...request);
  };

async function liveThroughRoundAndTalk(server: TestServer, world: World, again: Again): Promise<void> {
  await liveThroughRound(server, world, again);
  const twice = twiceBy(server, again);
  const { an, binh, dung } = world.people;
  const sheet = `/api/rounds/${LIVED_ROUND}/sheets/tinh-minh-hoa-01`;
  const thread = randomUUID();
  const comment = () => ({ id: randomUUID(), text: 'Đề nghị xem lại (minh họa)', mentions: [] });
  await twice(an, 'POST', `${sheet}/threads`, { id: thread, item: '1.1', kind: 'internal', comment: comment() });
  await twice(binh, 'POST', `${sheet}/threads/${thread}/comments`, comment());
  const notice = { id: randomUUID(), kind: 'announcement', item: null, text: 'Xin gửi đúng hạn (minh họa)' };
  await twice(dung, 'POST', `/api/rounds/${LIVED_ROUND}/notices`, notice);
  expect((await ask(server, dung, 'POST', '/api/editions', { document: smallDocument('nhap-minh-hoa'), cases: '' })).status).toBe(201);
  const steps = JSON.stringify([{ in: 'document', operation: { operation: 'set', at: ['title', 'vi'], value: 'Nháp minh họa' } }]);
  await twice(dung, 'POST', '/api/editions/nhap-minh-hoa/changes', { id: randomUUID(), version: 1, steps });
  await replaceOnList(server, world, twice);
  await twice(an, 'POST', `${sheet}/uploads`, { id: randomUUID(), document: randomUUID(), name: 'minh họa.txt', bytes: 10, notSecret: true });
}

/** Somebody on the list of a survey is replaced. */
async function replaceOnList(server: TestServer, world: World, twice: (...request: RecordedRequest) => Promise<void>): Promise<void> {
  const { an, dung } = world.people;
  await addQuestionnaires(server, world);
  const pilot = { id: randomUUID() };
  await twice(dung, 'POST', `/api/rounds/${world.round}/survey/pilots`, pilot);
  await ask(server, dung, 'POST', `/api/rounds/${world.round}/survey/pilots/${pilot.id}/end`);
  await addSurvey(server.owner, LIVED_ROUND, world.scheme.id, dung.account, server.clock.now());
  await inBackground(server.owner, 'BEGIN', async (db) => {
    const stands = await readRowStates(db, { survey: [LIVED_ROUND] });
    const acting = { db, account: null, membership: null, receivedAt: server.clock.now() };
    await recordAct(acting, { act: 'survey.open', subject: `survey:${LIVED_ROUND}`, round: LIVED_ROUND, content: { stands } });
  });
  const list = `/api/rounds/${LIVED_ROUND}/survey/bodies/tinh-minh-hoa-01`;
  await server.app.inject({
    method: 'POST',
    url: `${list}/respondents`,
    headers: { cookie: `parindex_session=${an.token}`, 'content-type': 'text/csv' },
    payload: csvOf('1;Người trả lời minh họa;Trưởng ban;;Đại biểu Hội đồng nhân dân tỉnh;;nguoi-1@minh-hoa.example'),
  });
  const [first] = (await ask(server, an, 'GET', `${list}/respondents`)).body.items;
  const next = { name: 'Người thay thế minh họa', position: 'Phó Trưởng ban', unit: '', phone: '', mail: 'nguoi-2@minh-hoa.example', address: '', note: '' };
  await twice(an, 'POST', `${list}/respondents/${first.id}/replacement`, { id: randomUUID(), reason: 'retired', ...next });
  const quota = { body: 'tinh-minh-hoa-01', group: 'councillors', stratum: 'whole', number: 1, most: 100, reason: 'Theo kế hoạch (minh họa)' };
  await twice(dung, 'POST', `/api/rounds/${LIVED_ROUND}/survey/quotas`, { id: randomUUID(), ...quota });
  // The step of the survey is there as long as that takes, as no act of the story has planned it.
  const [opens, closes] = ['2023-01-05T00:00:00+07:00', '2999-01-01T00:00:00+07:00'];
  await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'survey', $2, $3)`, [LIVED_ROUND, opens, closes]);
  await remindListed(server, world, twice);
  await reviewNoticed(server, world, twice);
  await noteVisit(server, world, twice);
  await server.owner.query(`DELETE FROM round_step WHERE round_id = $1 AND step = 'survey'`, [LIVED_ROUND]);
}

/** Whoever is listed is reminded by mail. */
async function remindListed(server: TestServer, { people }: World, twice: (...request: RecordedRequest) => Promise<void>): Promise<void> {
  Object.assign(server.context, { hasMailServer: true });
  await twice(people.dung, 'POST', `/api/rounds/${LIVED_ROUND}/survey/mails`, { id: randomUUID(), kind: 'reminder' });
}

/** An interviewer has found nobody at home, and held an interview elsewhere, which is drawn to be asked for again. */
async function noteVisit(server: TestServer, world: World, twice: (...request: RecordedRequest) => Promise<void>): Promise<void> {
  const { nam, sendList } = await makeField(server, { ...world, round: LIVED_ROUND });
  await sendList('tinh-minh-hoa-01', addressList(...villageOf('T01', 'Thôn Minh họa 1', MAILS.nam)));
  const [survey] = (await ask(server, nam, 'GET', '/api/interviews')).body.surveys;
  const at = server.clock.now().toISOString();
  await twice(nam, 'POST', '/api/interviews/visits', { sentAt: at, visits: [{ id: randomUUID(), address: survey.addresses[0].id, at, outcome: 'absent' }] });
  const held = { address: survey.addresses[1].id, seconds: 600, answers: wholeAnswers(survey.form) };
  expect((await ask(server, nam, 'PUT', `/api/interviews/${randomUUID()}`, held)).body.state).toBe('accepted');
  const draw = { id: randomUUID(), body: 'tinh-minh-hoa-01', group: 'all', percent: 100 };
  await twice(world.people.dung, 'POST', `/api/rounds/${LIVED_ROUND}/survey/fieldwork/back-checks`, draw);
}

/** Forms that were filled in within a second are noticed, and one is set aside. */
async function reviewNoticed(server: TestServer, { people }: World, twice: (...request: RecordedRequest) => Promise<void>): Promise<void> {
  const form = { at: server.clock.now(), seconds: 1, answers: {} };
  await addSentForms(server.owner, {
    ...{ round: LIVED_ROUND, body: 'tinh-minh-hoa-01', group: 'councillors', leader: people.dung.account },
    forms: Array.from({ length: 5 }, () => form),
  });
  const jobs = connectPool(server.urls.jobs, 1);
  await examineForms(jobs);
  await jobs.end();
  const reviews = `/api/rounds/${LIVED_ROUND}/survey/reviews`;
  const [noticed] = (await ask(server, people.dung, 'GET', reviews)).body.items;
  await twice(people.dung, 'POST', `${reviews}/${noticed.id}`, { id: randomUUID(), number: 1, decision: 'setAside', reason: 'Trả lời quá nhanh (minh họa)' });
}

/** What a life through one round does not come to: a request that waits for a second person, a part sent back, verdicts, a document that still holds in the next round, a purge. */
async function liveOn(server: TestServer, { people, scheme, round }: World, again: Again): Promise<void> {
  const twice = twiceBy(server, again);
  const { an, binh, dung, giang, hanh, lan } = people;
  const hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  const sheet = `/api/rounds/${round}/sheets/tinh-minh-hoa-01`;
  // Somebody with a password: for an account that has none, a code is told with the first answer alone.
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [giang.account]);
  const head = { role: 'head', body: 'so-minh-hoa-a', from: '2023-01-10' };
  await twice(lan, 'POST', `/api/people/${giang.account}/requests`, {
    id: randomUUID(),
    kind: 'membership',
    membership: head,
    reason: 'Phó Giám đốc (minh họa)',
  });
  await ask(server, dung, 'POST', '/api/editions', { document: smallDocument('mau-lap-lai'), cases: SMALL_CASES });
  await twice(dung, 'POST', '/api/editions/mau-lap-lai/requests', {
    ...{ id: randomUUID(), kind: 'adopt', version: 1, file: await bringDecision(server, dung, 'mau-lap-lai') },
    ...{ decision: { number: '01/QĐ-BMH', date: '2023-01-09' }, effectiveFrom: '2023-01-01', reason: 'Đã rà soát (minh họa)' },
  });
  const itemIn = (of: Scheme['domains'][number]) => itemsOfDomains([of]).find(({ rule }) => rule.kind === 'yesNo')?.code;
  const domain = scheme.domains.find((of) => itemIn(of) !== undefined) as Scheme['domains'][number];
  const item = itemIn(domain) as string;
  await server.owner.query('UPDATE domain_owner SET domain = $1', [domain.code]);
  await twice(an, 'POST', `${sheet}/entries`, { entries: [change({ item }, 0, { 'answer.yes': true, justification: 'Có kế hoạch (minh họa)' })] });
  const { figure } = SUBMITTED;
  await twice(an, 'POST', `${sheet}/assignments`, { to: 'so-minh-hoa-a', note: 'Gửi sớm (minh họa)', targets: [{ id: randomUUID(), figure }] });
  expect((await ask(server, hoa, 'POST', `${sheet}/entries`, { entries: [change({ figure }, 0, { value: '9' })] })).status).toBe(201);
  await twice(hoa, 'POST', `${sheet}/part-submissions`, { submissions: [{ ...SUBMITTED, act: 'submit' }] });
  const reason = 'Thiếu tài liệu (minh họa)';
  await twice(an, 'POST', `${sheet}/decisions`, { decisions: [{ id: randomUUID(), base: 3, act: 'return', figure, reason }] });
  const [kept, held] = [randomUUID(), randomUUID()];
  const documents = [kept, held].map((id, index) => ({ id, number: `${index + 1}/KH-MH`, date: '2022-02-01' }));
  await twice(an, 'POST', `${sheet}/documents`, { documents });

  server.clock.set('2023-02-10T02:00:00Z');
  const verdict = { changes: { 'answer.yes': false }, reason: { code: 'other', text: 'Tài liệu chưa đủ (minh họa)' } };
  const proposal = randomUUID();
  await server.owner.query(`UPDATE round SET second_person_over = '0' WHERE id = $1`, [round]);
  await twice(giang, 'POST', `${sheet}/items/${item}/appraisal`, { id: proposal, base: 4, ...verdict });
  const lam = await addPerson(server, 'lam', 'Ngô Văn Lâm', 'appraiser', 'bo-minh-hoa-b');
  await twice(lam, 'POST', `${sheet}/items/${item}/appraisal/second`, { id: randomUUID(), proposal, act: 'accept' });

  const { list } = (await ask(server, dung, 'GET', `/api/rounds/${round}/quality`)).body;
  await twice(dung, 'POST', `/api/rounds/${round}/second-markings`, { id: randomUUID(), seed: 'Số minh họa', count: list.pieces, listHash: list.hash });

  // It is asked about, told, explained, and still contested.
  await server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'explanation', '2023-03-05T00:00:00+07:00', '2023-03-10T00:00:00+07:00')`,
    [round],
  );
  await server.owner.query(`UPDATE round_step SET closes = '2023-03-15T00:00:00+07:00' WHERE round_id = $1 AND step = 'secondAppraisal'`, [round]);
  const explanation = `${sheet}/explanation`;
  const seqFor = async (person: Person, url: string) => (await ask(server, person, 'GET', url)).body.seq as number;
  const said = async (person: Person, more: object = {}) => ({ id: randomUUID(), base: await seqFor(person, explanation), ...more });
  const notice = (stage: string, date: string) => ({
    ...{ id: randomUUID(), stage, bodies: ['tinh-minh-hoa-01'], document: { number: '12/BMH-CCHC', date }, told: ['itemsNotAppraised'] },
  });
  const minutes = { date: '2023-02-09', team: 'Đoàn xác minh (minh họa)', found: 'Đủ công chức (minh họa)', citations: [`${held}/1`] };
  await twice(giang, 'POST', `${sheet}/appraisal/${item}/site-check`, await said(giang, { check: minutes }));
  const usedBy = (code: string) => scheme.figures.find(({ id, type }) => type === 'count' && JSON.stringify(itemNamed(code)?.rule).includes(`"${id}"`))?.id;
  const itemNamed = (code: string) => itemsOfDomains([domain]).find((one) => one.code === code);
  const counted = itemsOfDomains([domain]).find(({ code }) => usedBy(code) !== undefined)?.code as string;
  const recorded = { id: randomUUID(), figure: usedBy(counted), changes: { value: '9', source: 'Công văn số 15/BMH (minh họa)', date: '2023-02-01' } };
  await twice(giang, 'POST', `${sheet}/appraisal/${counted}/official-figures`, { base: await seqFor(giang, explanation), figures: [recorded] });
  await twice(giang, 'POST', `${explanation}/${item}/question`, await said(giang, { text: 'Nêu rõ văn bản (minh họa)' }));
  server.clock.set('2023-03-02T02:00:00Z');
  await twice(dung, 'POST', `/api/rounds/${round}/appraisal-notices`, notice('appraised', '2023-03-01'));
  server.clock.set('2023-03-06T02:00:00Z');
  const given = { to: 'so-minh-hoa-a', matter: 'explanation', targets: [{ id: randomUUID(), item }] };
  expect((await ask(server, an, 'POST', `${sheet}/assignments`, given)).status).toBe(204);
  await twice(hoa, 'POST', `${explanation}/${item}/proposal`, await said(hoa, { kind: 'explains', text: 'Tại Kế hoạch số 02 (minh họa)' }));
  await twice(hoa, 'POST', `${explanation}/${item}/part`, await said(hoa, { act: 'submit' }));
  await twice(an, 'POST', `${explanation}/${item}`, await said(an, { kind: 'explains', text: 'Tại Kế hoạch số 01 (minh họa)' }));
  await twice(binh, 'POST', `${sheet}/explanation-freezing`, await said(binh));
  await twice(binh, 'POST', `${sheet}/explanation-taking-back`, await said(binh, { reason: 'Bổ sung (minh họa)' }));
  server.clock.set('2023-03-16T02:00:00Z');
  expect((await ask(server, dung, 'POST', `/api/rounds/${round}/appraisal-notices`, notice('second', '2023-03-16'))).status).toBe(201);
  await twice(binh, 'POST', `${explanation}/${item}/dispute`, await said(binh, { text: 'Đề nghị xem xét lại (minh họa)' }));

  server.clock.set('2023-03-25T02:00:00Z');
  const council = `/api/rounds/${round}/council`;
  const [session, onAgenda] = [randomUUID(), randomUUID()];
  const plan = { way: 'meeting', startsAt: '2023-03-25T02:00:00Z', place: null, chair: hanh.account, secretary: dung.account };
  await twice(dung, 'POST', council, { id: session, ...plan, chair: null });
  const moved = async (move: string, version: number) => ask(server, dung, 'POST', `${council}/${session}/moves`, { version, move });
  const member = { account: hanh.account, position: 'chair' };
  const agenda = [{ item: onAgenda, body: 'tinh-minh-hoa-01', code: item, proposal: 'asClaimed' }];
  await ask(server, dung, 'PUT', `${council}/${session}`, { version: 1, ...plan, members: [member], agenda });
  await moved('convene', 2);
  await ask(server, dung, 'PUT', `${council}/${session}`, { version: 3, ...plan, members: [{ ...member, presence: 'present' }], agenda });
  await moved('open', 4);
  await ask(server, hanh, 'PUT', `${council}/${session}/agenda/${onAgenda}/vote`, { choice: 'for' });
  await ask(server, dung, 'POST', `${council}/${session}/agenda/${onAgenda}/moves`, { version: 5, move: 'closeVote' });
  const conclusion = { id: randomUUID(), base: await seqFor(dung, sheet), reason: 'Đã đối chiếu tài liệu (minh họa)' };
  await twice(dung, 'POST', `${council}/${session}/agenda/${onAgenda}/conclusion`, conclusion);

  server.clock.set(LIVED_AT);
  const domains = scheme.domains.map(({ code }) => code);
  await openPlanned(server, dung, { id: 'minh-hoa-2023', edition: scheme.id, year: 2023, participants: ['tinh-minh-hoa-01'], domains });
  await twice(an, 'POST', '/api/rounds/minh-hoa-2023/sheets/tinh-minh-hoa-01/carried-documents', {
    from: round,
    documents: [{ id: CARRIED, document: held, version: 1 }],
  });
  await ask(server, lan, 'PUT', '/api/retention/terms/uncited', { years: 1, basis: 'Quy định minh họa', version: 0 });
  await server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2022-06-30T00:00:00Z' WHERE id = $1`, [round]);
  await twice(dung, 'POST', `/api/rounds/${round}/purges`, { id: randomUUID(), reason: 'Hết thời hạn bảo quản (minh họa)' });
}

/** Rows of the trail and of the ledger. */
const countsOf = async ({ owner }: TestServer) =>
  (await owner.query('SELECT (SELECT count(*)::int FROM audit) AS acts, (SELECT count(*)::int FROM entry) AS entries')).rows[0];
