import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import type { Access, Contract } from '@parindex/core/contracts/contract';
import { ROLES, type Role } from '@parindex/core/rights/index';
import { STEPS, type Step } from '@parindex/core/round/steps';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, makeWorld, type World } from '../testing/world.ts';
import { hashOfToken } from './admission.ts';

let server: TestServer;
let world: World;

/** How a person's membership stands to what is asked for. */
const RELATIONS = ['own', 'foreign', 'past', 'future'] as const;
type Relation = (typeof RELATIONS)[number];

const NOBODY_ELSE: readonly Role[] = [];
/** In which body each role is at home in the world's round, and in which it is a stranger. */
const OWN: Readonly<Record<Role, string | null>> = {
  administrator: null,
  owner: 'bo-minh-hoa',
  clerk: 'tinh-minh-hoa-01',
  head: 'tinh-minh-hoa-01',
  appraiser: 'bo-minh-hoa-b',
  council: 'bo-minh-hoa',
  auditor: null,
};
const FOREIGN: Readonly<Record<Role, string>> = {
  administrator: 'tinh-minh-hoa-02',
  owner: 'bo-minh-hoa-khac',
  clerk: 'tinh-minh-hoa-02',
  head: 'tinh-minh-hoa-02',
  appraiser: 'bo-minh-hoa-khac',
  council: 'bo-minh-hoa-khac',
  auditor: 'bo-minh-hoa-khac',
};
const DAYS: Readonly<Record<Relation, readonly [from: string, to: string | null]>> = {
  own: ['2020-01-01', null],
  foreign: ['2020-01-01', null],
  past: ['2020-01-01', '2023-01-14'],
  future: ['2023-01-16', null],
};

const people = new Map<string, string>();
let draft: string;
let item: string;
/** A document by number alone, in the library of the province. */
let reference: string;
/** A thread between the province and those who appraise it. */
let thread: string;

beforeAll(async () => {
  server = await startTestServer('2023-01-15T05:00:00Z');
  world = await makeWorld(server);
  const { owner } = server;
  await openAll();
  await owner.query(`INSERT INTO body (id, kind) VALUES ('bo-minh-hoa-khac', 'ministry')`);
  for (const relation of RELATIONS) {
    const [from, to] = DAYS[relation];
    // Roles that are over, or still to come, give nothing: one person has had all of them, another will.
    for (const roles of relation === 'past' || relation === 'future' ? [ROLES] : ROLES.map((role) => [role])) {
      const account = randomUUID();
      const name = `${roles.length === 1 ? roles[0] : 'all'} ${relation}`;
      await owner.query('INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
        ...[account, `${name.replace(' ', '-')}@minh-hoa.example`.toLowerCase(), `${name} minh họa`, server.clock.now()],
      ]);
      // With a second factor: without it the token of an administrator, an owner, a head serves for nothing.
      await owner.query(`INSERT INTO credential (account_id, totp_secret, totp_confirmed_at) VALUES ($1, 'x', $2)`, [account, server.clock.now()]);
      for (const role of roles)
        await owner.query('INSERT INTO membership (account_id, body_id, role, from_date, to_date, granted_at) VALUES ($1, $2, $3, $4, $5, $6)', [
          ...[account, relation === 'foreign' ? FOREIGN[role] : OWN[role], role, from, to, server.clock.now()],
        ]);
      people.set(name, account);
    }
  }
  draft = 'ban-nhap-minh-hoa';
  await owner.query(
    `INSERT INTO edition (id, state, owner_body, document, cases, created_by, created_at) VALUES ($1, 'draft', 'bo-minh-hoa', 'x', 'x', $2, $3)`,
    [draft, people.get('owner own'), server.clock.now()],
  );
  reference = randomUUID();
  await owner.query(`INSERT INTO document (id, round_id, body_id, form, created_by, created_at) VALUES ($1, $2, 'tinh-minh-hoa-01', 'reference', $3, $4)`, [
    reference,
    world.round,
    people.get('clerk own'),
    server.clock.now(),
  ]);
  await owner.query(
    `INSERT INTO document_version (document_id, number, round_id, body_id, doc_number, uploaded_by, uploaded_at) VALUES ($1, 1, $2, 'tinh-minh-hoa-01', '12/KH-MH', $3, $4)`,
    [reference, world.round, people.get('clerk own'), server.clock.now()],
  );
  thread = randomUUID();
  await owner.query(
    `INSERT INTO comment_thread (id, round_id, body_id, item, edition_id, kind, begun_by, begun_at) VALUES ($1, $2, 'tinh-minh-hoa-01', '1.1', $3, 'shared', $4, $5)`,
    [thread, world.round, world.scheme.id, people.get('clerk own'), server.clock.now()],
  );
  item = itemsOfDomains([world.scheme.domains[0] as never])[0]?.code as string;
});
afterAll(() => server.close());

/** All steps are open at once: the calendar stays out of it. */
const openAll = () =>
  server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes) SELECT $1, unnest($2::text[]), '2023-01-01', '2023-06-01'
    ON CONFLICT (round_id, step) DO UPDATE SET opens = excluded.opens, closes = excluded.closes`,
    [world.round, ['selfAssessment', 'appraisal', 'secondAppraisal', 'council']],
  );

/** Since when a role may, where it may not at any time: from when a step opens, and also after it has closed. */
type Since = Readonly<Partial<Record<Role, Step>>>;

/** Who may: everybody, whoever is signed in, or these roles at home, and these as strangers. */
interface Row {
  readonly who: 'everybody' | 'signedIn' | { readonly own: readonly Role[]; readonly foreign?: readonly Role[]; readonly since?: Since };
  readonly since?: Since;
  readonly url?: () => string;
  readonly body?: () => unknown;
  /** Row security hides the thing itself from those who may not: they find nothing. */
  readonly hidden?: boolean;
  /** Asked of a thing that nobody has: whoever may finds nothing. */
  readonly absent?: boolean;
  /** A token may ask whose it is, whatever it is for. */
  readonly anyToken?: boolean;
  /** The sessions of whoever asks end by it. */
  readonly endsSessions?: boolean;
}

const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const round = '/api/rounds/minh-hoa-2022';
const document = () => `${sheet}/documents/${reference}`;
const person = () => `/api/people/${world.people.an.account}`;
const edition = () => `/api/editions/${draft}`;
const owners = { own: ['owner'] } as const;
const whole = { own: ['administrator'] } as const;
const bodyRights = { own: ['clerk', 'head'] } as const;
/** Until appraisal opens, a sheet and all that belongs to it are the body’s own work. */
const since = { appraiser: 'appraisal' } as const;
const readers = { own: ['clerk', 'head', 'owner', 'council', 'auditor', 'appraiser'], since } as const;
const boardReaders = { own: readers.own, foreign: ['clerk', 'head'], since } as const;
const commenters = { own: ['clerk', 'head', 'owner', 'council', 'appraiser'], since } as const;
const signedIn = 'signedIn' as const;

/** The matrix, written by hand from what the law and the design ask; a route without a row fails. */
const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/installation': { who: 'everybody' },
  'POST /api/session': { who: 'everybody', body: () => ({}) },
  'GET /api/session': { who: signedIn, anyToken: true },
  'DELETE /api/session': { who: signedIn, endsSessions: true },
  'POST /api/session/second-factor': { who: signedIn, body: () => ({}) },
  'POST /api/me/second-factor': { who: signedIn, body: () => ({}) },
  'PUT /api/me/second-factor': { who: signedIn, body: () => ({}) },
  'POST /api/links/reading': { who: 'everybody', body: () => ({ token: 'x'.repeat(43) }) },
  'POST /api/links/password': { who: 'everybody', body: () => ({}) },
  'GET /api/work': { who: signedIn },
  'GET /api/search': { who: signedIn, url: () => '/api/search?q=minh' },
  'GET /api/me': { who: signedIn },
  'GET /api/me/export': { who: signedIn },
  'POST /api/me/corrections': { who: signedIn, body: () => ({}) },
  'PUT /api/me/password': { who: signedIn, body: () => ({}) },
  'GET /api/me/sessions': { who: signedIn },
  'DELETE /api/me/sessions': { who: signedIn, endsSessions: true },
  'DELETE /api/me/sessions/{id}': { who: signedIn, url: () => `/api/me/sessions/${randomUUID()}`, hidden: true, absent: true },
  'GET /api/me/tokens': { who: signedIn },
  'POST /api/me/tokens': { who: signedIn, body: () => ({}) },
  'DELETE /api/me/tokens/{id}': { who: signedIn, url: () => `/api/me/tokens/${randomUUID()}`, hidden: true, absent: true },
  'GET /api/me/reminders': { who: signedIn },
  'POST /api/me/reminders/read': { who: signedIn, body: () => ({}) },
  'GET /api/me/calendar': { who: signedIn },
  'POST /api/me/calendar': { who: signedIn },
  'DELETE /api/me/calendar': { who: signedIn, hidden: true, absent: true },
  'GET /api/calendar/{file}': { who: 'everybody', url: () => `/api/calendar/${'x'.repeat(43)}.ics` },
  'GET /api/operation/mails': { who: whole },
  'POST /api/operation/mails': { who: whole, body: () => ({}) },
  'GET /api/rounds/{round}/urging': { who: owners, url: () => `${round}/urging` },
  'POST /api/rounds/{round}/urging': { who: owners, url: () => `${round}/urging`, body: () => ({}) },
  'GET /api/people': { who: { own: ['administrator', 'auditor'], foreign: ['administrator'] } },
  'POST /api/people': { who: whole, body: () => ({}) },
  'GET /api/people/{id}': { who: { own: ['administrator', 'auditor'] }, url: person, hidden: true },
  'PATCH /api/people/{id}': { who: whole, url: person, body: () => ({}), hidden: true },
  'POST /api/people/{id}/reset': { who: whole, url: () => `${person()}/reset`, hidden: true },
  'DELETE /api/people/{id}/second-factor': { who: whole, url: () => `${person()}/second-factor`, hidden: true },
  'DELETE /api/people/{id}/sessions': { who: whole, url: () => `${person()}/sessions`, hidden: true },
  'POST /api/people/{id}/memberships': { who: whole, url: () => `${person()}/memberships`, body: () => ({}), hidden: true },
  'PATCH /api/people/{id}/memberships/{membership}': {
    who: whole,
    url: () => `${person()}/memberships/${world.people.an.membership}`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/handovers': { who: whole, body: () => ({ id: randomUUID(), from: world.people.an.account, to: world.people.binh.account }), hidden: true },
  'GET /api/handovers/{id}': { who: { own: [] }, url: () => `/api/handovers/${randomUUID()}`, hidden: true, absent: true },
  'GET /api/handovers/{id}/record': { who: { own: [] }, url: () => `/api/handovers/${randomUUID()}/record`, hidden: true, absent: true },
  'GET /api/bodies': { who: signedIn },
  'GET /api/bodies/{id}': { who: signedIn, url: () => '/api/bodies/tinh-minh-hoa-01' },
  'GET /api/bodies/{id}/tree': { who: signedIn, url: () => '/api/bodies/tinh-minh-hoa-01/tree' },
  'POST /api/bodies/import': { who: whole, body: () => ({}) },
  'POST /api/bodies/successions': { who: whole, body: () => ({}) },
  'PATCH /api/bodies/{id}': { who: whole, url: () => '/api/bodies/tinh-minh-hoa-01', body: () => ({}) },
  'GET /api/days-off': { who: signedIn, url: () => '/api/days-off?year=2023' },
  'PUT /api/days-off': { who: whole, body: () => ({}) },
  'GET /api/editions': { who: signedIn },
  'GET /api/editions/{edition}': { who: signedIn, url: () => '/api/editions/province-2022' },
  'GET /api/editions/{edition}/document': { who: signedIn, url: () => '/api/editions/province-2022/document' },
  'GET /api/editions/{edition}/cases': { who: signedIn, url: () => '/api/editions/province-2022/cases' },
  'GET /api/editions/{edition}/normal': { who: signedIn, url: () => '/api/editions/province-2022/normal' },
  'POST /api/editions': { who: { own: ['owner'], foreign: ['owner'] }, body: () => ({}) },
  'PUT /api/editions/{edition}': { who: owners, url: edition, body: () => ({}) },
  'POST /api/editions/{edition}/adoption': { who: owners, url: () => `${edition()}/adoption`, body: () => ({}) },
  'DELETE /api/editions/{edition}': { who: owners, url: () => `${edition()}?version=9` },
  'GET /api/rounds': { who: signedIn },
  'GET /api/rounds/{round}': { who: signedIn, url: () => round },
  'POST /api/rounds': { who: owners, body: () => ({ ownerBody: 'bo-minh-hoa' }) },
  'PATCH /api/rounds/{round}': { who: owners, url: () => round, body: () => ({}) },
  'PUT /api/rounds/{round}/participants': { who: owners, url: () => `${round}/participants`, body: () => ({}) },
  'PUT /api/rounds/{round}/exclusions': { who: owners, url: () => `${round}/exclusions`, body: () => ({}) },
  'PUT /api/rounds/{round}/domain-owners': { who: owners, url: () => `${round}/domain-owners`, body: () => ({}) },
  'PUT /api/rounds/{round}/steps': { who: owners, url: () => `${round}/steps`, body: () => ({}) },
  'PATCH /api/rounds/{round}/steps/{step}': { who: owners, url: () => `${round}/steps/appraisal`, body: () => ({}) },
  'PUT /api/rounds/{round}/confirmations/{part}': { who: owners, url: () => `${round}/confirmations/steps`, body: () => ({}) },
  'GET /api/rounds/{round}/opening': { who: owners, url: () => `${round}/opening` },
  'POST /api/rounds/{round}/opening': { who: owners, url: () => `${round}/opening`, body: () => ({}) },
  'POST /api/rounds/{round}/closing': { who: owners, url: () => `${round}/closing`, body: () => ({}) },
  'GET /api/rounds/{round}/extensions': {
    who: { own: ['owner', 'council', 'clerk', 'head', 'appraiser', 'administrator', 'auditor'], foreign: ['clerk', 'head', 'administrator'] },
    url: () => `${round}/extensions`,
  },
  'POST /api/rounds/{round}/extensions': { who: owners, url: () => `${round}/extensions`, body: () => ({}) },
  'GET /api/rounds/{round}/takeovers': {
    who: { own: ['owner', 'council', 'clerk', 'head', 'appraiser', 'administrator', 'auditor'], foreign: ['clerk', 'head', 'administrator'] },
    url: () => `${round}/takeovers`,
  },
  'POST /api/rounds/{round}/takeovers': { who: owners, url: () => `${round}/takeovers`, body: () => ({}) },
  'GET /api/rounds/{round}/ranking': { who: { own: ['owner', 'council', 'auditor'] }, url: () => `${round}/ranking` },
  'GET /api/rounds/{round}/snapshot': { who: { own: ['owner', 'council', 'auditor'] }, url: () => `${round}/snapshot` },
  'GET /api/rounds/{round}/sheets': { who: { own: ['owner', 'council', 'auditor', 'appraiser'], since }, url: () => `${round}/sheets` },
  'GET /api/rounds/{round}/board': { who: boardReaders, url: () => `${round}/board` },
  'GET /api/rounds/{round}/board/workbook': { who: boardReaders, url: () => `${round}/board/workbook` },
  'GET /api/rounds/{round}/board/events': { who: boardReaders, url: () => `${round}/board/events?seconds=0` },
  'GET /api/rounds/{round}/board/bodies/{body}': { who: readers, url: () => `${round}/board/bodies/tinh-minh-hoa-01` },
  'GET /api/rounds/{round}/sheets/{body}': { who: readers, url: () => sheet },
  'GET /api/rounds/{round}/sheets/{body}/review': { who: readers, url: () => `${sheet}/review` },
  'GET /api/rounds/{round}/sheets/{body}/brief': { who: readers, url: () => `${sheet}/brief?format=docx` },
  'GET /api/rounds/{round}/sheets/{body}/workbook': { who: bodyRights, url: () => `${sheet}/workbook` },
  'POST /api/rounds/{round}/sheets/{body}/workbook': { who: bodyRights, url: () => `${sheet}/workbook`, body: () => ({}) },
  'GET /api/rounds/{round}/sheets/{body}/entries': { who: readers, url: () => `${sheet}/entries` },
  'POST /api/rounds/{round}/sheets/{body}/entries': { who: bodyRights, url: () => `${sheet}/entries`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/freeze': { who: { own: ['head'] }, url: () => `${sheet}/freeze`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/taking-back': { who: { own: ['head'] }, url: () => `${sheet}/taking-back`, body: () => ({}) },
  'GET /api/rounds/{round}/sheets/{body}/report': { who: readers, url: () => `${sheet}/report?format=docx` },
  'GET /api/rounds/{round}/sheets/{body}/report-text': { who: readers, url: () => `${sheet}/report-text` },
  'PUT /api/rounds/{round}/sheets/{body}/report-text': { who: bodyRights, url: () => `${sheet}/report-text`, body: () => ({}) },
  'GET /api/rounds/{round}/report-texts': { who: owners, url: () => `${round}/report-texts` },
  'GET /api/rounds/{round}/report-texts/workbook': { who: owners, url: () => `${round}/report-texts/workbook` },
  'GET /api/rounds/{round}/sheets/{body}/sending': { who: readers, url: () => `${sheet}/sending` },
  'POST /api/rounds/{round}/sheets/{body}/sending': { who: bodyRights, url: () => `${sheet}/sending?id=${randomUUID()}&base=0`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/sending/permission': { who: owners, url: () => `${sheet}/sending/permission`, body: () => ({}) },
  'GET /api/rounds/{round}/sheets/{body}/sendings/{sending}/file': { who: readers, url: () => `${sheet}/sendings/${randomUUID()}/file`, absent: true },
  'GET /api/rounds/{round}/sheets/{body}/sendings/{sending}/receipt': { who: readers, url: () => `${sheet}/sendings/${randomUUID()}/receipt`, absent: true },
  'GET /api/receipts/{code}': { who: 'everybody', url: () => `/api/receipts/${'0'.repeat(16)}`, absent: true },
  'POST /api/rounds/{round}/sheets/{body}/reopening': { who: owners, url: () => `${sheet}/reopening`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal': {
    who: { own: ['appraiser'] },
    url: () => `${sheet}/items/${item}/appraisal`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/conclusion': {
    who: { own: ['council'] },
    url: () => `${sheet}/items/${item}/conclusion`,
    body: () => ({}),
  },
  'GET /api/rounds/{round}/sheets/{body}/assignments': { who: { own: ['clerk', 'head', 'owner', 'auditor'] }, url: () => `${sheet}/assignments` },
  'POST /api/rounds/{round}/sheets/{body}/assignments': { who: bodyRights, url: () => `${sheet}/assignments`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/assignments/withdrawal': { who: bodyRights, url: () => `${sheet}/assignments/withdrawal`, body: () => ({}) },
  'PUT /api/rounds/{round}/sheets/{body}/assignments/chain': { who: bodyRights, url: () => `${sheet}/assignments/chain`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/decisions': { who: bodyRights, url: () => `${sheet}/decisions`, body: () => ({}) },
  'GET /api/me/parts': { who: signedIn },
  'GET /api/rounds/{round}/sheets/{body}/threads': { who: readers, url: () => `${sheet}/threads?item=1.1` },
  'GET /api/rounds/{round}/sheets/{body}/thread-counts': { who: readers, url: () => `${sheet}/thread-counts` },
  'GET /api/rounds/{round}/sheets/{body}/thread-people': { who: readers, url: () => `${sheet}/thread-people?kind=shared` },
  'GET /api/me/mentions': { who: signedIn },
  'POST /api/rounds/{round}/sheets/{body}/threads': { who: commenters, url: () => `${sheet}/threads`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/threads/{thread}/comments': {
    who: commenters,
    url: () => `${sheet}/threads/${thread}/comments`,
    body: () => ({}),
    hidden: true,
  },
  'PUT /api/rounds/{round}/sheets/{body}/threads/{thread}/state': {
    who: commenters,
    url: () => `${sheet}/threads/${thread}/state`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/rounds/{round}/sheets/{body}/threads/{thread}/comments/{comment}/withdrawal': {
    who: commenters,
    url: () => `${sheet}/threads/${thread}/comments/${randomUUID()}/withdrawal`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/notices': {
    who: { own: ['owner', 'council', 'clerk', 'head', 'appraiser', 'administrator', 'auditor'], foreign: ['clerk', 'head', 'administrator'] },
    url: () => `${round}/notices`,
  },
  'POST /api/rounds/{round}/notices': { who: owners, url: () => `${round}/notices`, body: () => ({}) },
  'POST /api/rounds/{round}/notices/{notice}/withdrawal': {
    who: owners,
    url: () => `${round}/notices/${randomUUID()}/withdrawal`,
    absent: true,
  },
  'GET /api/questions': { who: signedIn },
  'POST /api/rounds/{round}/sheets/{body}/questions': { who: bodyRights, url: () => `${sheet}/questions`, body: () => ({}) },
  'POST /api/rounds/{round}/questions/{question}/answer': {
    who: owners,
    url: () => `${round}/questions/${randomUUID()}/answer`,
    body: () => ({}),
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/documents': { who: readers, url: () => `${sheet}/documents` },
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}': { who: readers, url: document, hidden: true },
  'POST /api/rounds/{round}/sheets/{body}/documents': { who: bodyRights, url: () => `${sheet}/documents`, body: () => ({}) },
  'PATCH /api/rounds/{round}/sheets/{body}/documents/{document}/description': {
    who: bodyRights,
    url: () => `${document()}/description`,
    body: () => ({}),
    hidden: true,
  },
  'PATCH /api/rounds/{round}/sheets/{body}/documents/{document}/access': { who: bodyRights, url: () => `${document()}/access`, body: () => ({}), hidden: true },
  'POST /api/rounds/{round}/sheets/{body}/documents/{document}/comparison': {
    who: { own: ['appraiser', 'council'], since },
    url: () => `${document()}/comparison`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/rounds/{round}/sheets/{body}/documents/{document}/withdrawal': {
    who: bodyRights,
    url: () => `${document()}/withdrawal`,
    body: () => ({}),
    hidden: true,
  },
  // A reference without a file: whoever may look finds none.
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/file': {
    who: readers,
    url: () => `${document()}/versions/1/file`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/preview': {
    who: readers,
    url: () => `${document()}/versions/1/preview`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/pages': {
    who: readers,
    url: () => `${document()}/versions/1/pages`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/package': { who: readers, url: () => `${sheet}/package` },
  // The round is not closed yet: whoever may is told so.
  'GET /api/rounds/{round}/archive': { who: { own: ['owner', 'auditor'] }, url: () => `${round}/archive` },
  'GET /api/rounds/{round}/evidence': { who: signedIn, since, url: () => `${round}/evidence?q=minh` },
  'POST /api/rounds/{round}/sheets/{body}/uploads': { who: bodyRights, url: () => `${sheet}/uploads`, body: () => ({}) },
  'GET /api/rounds/{round}/sheets/{body}/uploads': { who: bodyRights, url: () => `${sheet}/uploads` },
  'GET /api/uploads/{upload}': { who: { own: [] }, url: () => `/api/uploads/${randomUUID()}`, hidden: true, absent: true },
  'DELETE /api/uploads/{upload}': { who: { own: [] }, url: () => `/api/uploads/${randomUUID()}`, hidden: true, absent: true },
  'GET /api/rounds/{round}/sheets/{body}/carriable': { who: bodyRights, url: () => `${sheet}/carriable` },
  'POST /api/rounds/{round}/sheets/{body}/carried-documents': { who: bodyRights, url: () => `${sheet}/carried-documents`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/documents/{document}/removals': {
    who: { own: ['clerk', 'head', 'owner', 'administrator'] },
    url: () => `${document()}/removals`,
    body: () => ({}),
    hidden: true,
  },
  'GET /api/removals': { who: signedIn },
  'POST /api/removals/{id}/decision': { who: { own: [] }, url: () => `/api/removals/${randomUUID()}/decision`, body: () => ({}), hidden: true, absent: true },
  'GET /api/removals/{id}/record': { who: { own: [] }, url: () => `/api/removals/${randomUUID()}/record`, hidden: true, absent: true },
  'GET /api/rounds/{round}/deliveries': { who: { own: ['owner', 'council', 'auditor'] }, url: () => `${round}/deliveries` },
  'POST /api/rounds/{round}/deliveries': { who: owners, url: () => `${round}/deliveries`, body: () => ({}) },
  'POST /api/rounds/{round}/deliveries/files': { who: owners, url: () => `${round}/deliveries/files` },
  'GET /api/rounds/{round}/deliveries/form': { who: owners, url: () => `${round}/deliveries/form` },
  'GET /api/rounds/{round}/deliveries/{delivery}': {
    who: { own: ['owner', 'council', 'auditor'] },
    url: () => `${round}/deliveries/${randomUUID()}`,
    absent: true,
  },
  'POST /api/rounds/{round}/deliveries/{delivery}/agreement': {
    who: owners,
    url: () => `${round}/deliveries/${randomUUID()}/agreement`,
    body: () => ({ id: randomUUID(), digest: '0'.repeat(64) }),
    absent: true,
  },
  'POST /api/rounds/{round}/deliveries/{delivery}/refusal': {
    who: owners,
    url: () => `${round}/deliveries/${randomUUID()}/refusal`,
    body: () => ({ reason: 'Minh họa' }),
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/estimates': { who: readers, url: () => `${sheet}/estimates` },
  'GET /api/rounds/{round}/sheets/{body}/roll-ups': { who: readers, url: () => `${sheet}/roll-ups?figure=planTasksDone` },
  'POST /api/rounds/{round}/sheets/{body}/roll-ups/preview': { who: bodyRights, url: () => `${sheet}/roll-ups/preview`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/roll-ups': { who: bodyRights, url: () => `${sheet}/roll-ups`, body: () => ({}) },
  'GET /api/retention': { who: { own: ['administrator', 'auditor', 'owner'], foreign: ['owner'] } },
  'PUT /api/retention/terms/{class}': { who: whole, url: () => '/api/retention/terms/cited', body: () => ({}) },
  'POST /api/rounds/{round}/purges': { who: { own: ['owner', 'administrator'] }, url: () => `${round}/purges`, body: () => ({}) },
  'GET /api/purges': { who: signedIn },
  'POST /api/purges/{id}/decision': { who: { own: [] }, url: () => `/api/purges/${randomUUID()}/decision`, body: () => ({}), hidden: true, absent: true },
  'GET /api/purges/{id}/documents': { who: { own: [] }, url: () => `/api/purges/${randomUUID()}/documents`, hidden: true, absent: true },
  'GET /api/purges/{id}/record': { who: { own: [] }, url: () => `/api/purges/${randomUUID()}/record`, hidden: true, absent: true },
  'GET /api/audit': { who: { own: ['administrator', 'auditor'] } },
  'GET /api/audit/head': { who: { own: ['administrator', 'auditor'] } },
  'GET /api/operation': { who: whole },
};

/** What a department may that has a part in a sheet: its clerk and its head, or its head alone. */
const ENTERING: readonly Role[] = ['clerk', 'head'];
const DEPARTMENTS: Readonly<Record<string, readonly Role[]>> = {
  'GET ': ENTERING,
  'GET /review': ENTERING,
  'GET /workbook': ENTERING,
  'POST /workbook': ENTERING,
  'GET /entries': ENTERING,
  'POST /entries': ENTERING,
  'GET /assignments': ENTERING,
  'POST /decisions': ['head'],
  'GET /threads': ENTERING,
  'GET /thread-counts': ENTERING,
  'GET /thread-people': ENTERING,
  'POST /threads': ENTERING,
  'POST /threads/{thread}/comments': ENTERING,
  'PUT /threads/{thread}/state': ENTERING,
  'POST /threads/{thread}/comments/{comment}/withdrawal': ENTERING,
  'GET /documents': ENTERING,
  'GET /documents/{document}': ENTERING,
  'POST /documents': ENTERING,
  'GET /documents/{document}/versions/{number}/file': ENTERING,
  'GET /documents/{document}/versions/{number}/preview': ENTERING,
  'GET /documents/{document}/versions/{number}/pages': ENTERING,
  'GET /package': ENTERING,
  'POST /uploads': ENTERING,
  'GET /uploads': ENTERING,
  'GET /carriable': ENTERING,
  'POST /carried-documents': ENTERING,
};

function mayDo({ who }: Row, role: Role | undefined, relation: Relation): boolean {
  if (who === 'everybody') return true;
  if (role === undefined) return false;
  if (who === 'signedIn') return true;
  return (relation === 'own' ? who.own : relation === 'foreign' ? (who.foreign ?? NOBODY_ELSE) : NOBODY_ELSE).includes(role);
}

/** What is wrong with an answer, by what the matrix says; undefined where it is as it should be. */
function wrongWith(row: Row, allowed: boolean, known: boolean, status: number): string | undefined {
  if (status >= 500) return 'failed';
  const refused = known ? status === 403 || (row.hidden === true && status === 404) : status === 401;
  if (!allowed) return refused ? undefined : 'should be refused';
  const passed = row.who === 'everybody' || (status !== 401 && status !== 403 && (status !== 404 || row.absent === true));
  return passed ? undefined : 'should be allowed';
}

/** The step from whose opening on a role at home may; undefined where it may at any time. */
const sinceOf = ({ who, since: from }: Row, role: Role): Step | undefined => from?.[role] ?? (typeof who === 'string' ? undefined : who.since?.[role]);

/** Each step is an hour long and the next opens an hour after it has closed: at 0 none has opened, at 2 i + 1 the i-th is open, at 2 i + 2 it has just closed. */
const LAST_HOUR = 2 * STEPS.length;
const setHour = (hour: number) =>
  server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes)
    SELECT $1, step, $2::timestamptz + (2 * i - 1 - $3) * interval '1 hour', $2::timestamptz + (2 * i - $3) * interval '1 hour'
    FROM unnest($4::text[]) WITH ORDINALITY AS t (step, i)
    ON CONFLICT (round_id, step) DO UPDATE SET opens = excluded.opens, closes = excluded.closes`,
    [world.round, server.clock.now(), hour, STEPS],
  );

/** What is wrong with an answer to a role at home at that hour. */
function wrongInTime(row: Row, role: Role, hour: number, status: number, code: unknown): string | undefined {
  const step = sinceOf(row, role);
  const waits = step !== undefined && hour <= 2 * STEPS.indexOf(step);
  const told = code === 'appraisalNotOpen' || (row.hidden === true && status === 404);
  if (waits) return told ? undefined : 'should wait';
  return code === 'appraisalNotOpen' ? 'should not wait' : wrongWith(row, true, true, status);
}

/** What a token was made for. */
const SCOPES = ['none', 'read', 'write'] as const;
type Scope = (typeof SCOPES)[number];

/** Who one is and what one may do is changed, and others' data are seen, by the person alone: by no token, whatever it is for. */
const BY_THE_PERSON_ALONE: readonly Access[] = [
  'evidence.access',
  'evidence.compare',
  'comment.write',
  'assignment.write',
  'part.decide',
  'question.ask',
  ...(['secondFactor', 'self', 'person.read', 'person.write'] as const),
  ...(['mail.read', 'mail.decide'] as const),
  ...(['removal.ask', 'removal.decide', 'purge.ask', 'purge.decide', 'retention.write'] as const),
  ...(['sheet.freeze', 'sheet.send', 'sheet.takeBack', 'sheet.permit', 'sheet.reopen', 'sheet.appraise', 'sheet.conclude'] as const),
  ...(['round.decide', 'edition.adopt', 'audit.read', 'round.archive'] as const),
];

/** Whether a token of somebody who may is let in, by what the route declares. */
function tokenMay({ method, access }: Contract, row: Row, scope: Scope): boolean {
  if (access === 'public' || row.anyToken) return true;
  if (BY_THE_PERSON_ALONE.includes(access)) return false;
  return scope === (method === 'GET' ? 'read' : 'write');
}

/** A token of somebody who may do what a route is for. */
async function tokenFor({ who }: Row, scope: Scope): Promise<string> {
  const role = typeof who === 'string' ? 'clerk' : (who.own[0] ?? 'clerk');
  const token = `pix_${randomUUID()}`;
  await server.owner.query(
    `INSERT INTO personal_token (account_id, name, token_hash, scopes, created_at, expires_at) VALUES ($1, 'minh họa', $2, $3, $4, '2100-01-01')`,
    [people.get(`${role} own`), hashOfToken(token), scope === 'none' ? [] : [scope], server.clock.now()],
  );
  return token;
}

describe('the rights matrix', () => {
  it('has a row for every route, and no row without one', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(allContracts.map(({ method, url }) => `${method} ${url}`).toSorted());
  });

  it('[F53] [F94] holds for every route × role × own, foreign, past and future membership, and for nobody', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    const sessions = new Map<string, string>();
    for (const [name, account] of people) sessions.set(name, await signIn(server, account));
    let asked = 0;
    for (const [route, row] of Object.entries(ROWS)) {
      const [method = 'GET', url = ''] = route.split(' ');
      for (const name of [undefined, ...people.keys()]) {
        const [role, relation] = (name?.split(' ') ?? [undefined, 'own']) as [Role | undefined, Relation];
        const token = name && sessions.get(name);
        const { status } = await ask(server, token ? { token } : undefined, method as 'GET', row.url?.() ?? url, row.body?.());
        if (name && row.endsSessions) sessions.set(name, await signIn(server, people.get(name) as string));
        asked += 1;
        const found = wrongWith(row, mayDo(row, role, relation), name !== undefined, status);
        if (found) wrong.push(`${route} ${name ?? 'nobody'}: ${status}, ${found}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBe(Object.keys(ROWS).length * (1 + ROLES.length * 2 + 2));
    expect(server.logged).toEqual([]);
  });

  it('[F53] holds before, during and after each step, for every route of a round × role at home', { timeout: 120_000 }, async () => {
    const tokens = new Map<Role, string>();
    for (const role of ROLES) tokens.set(role, await signIn(server, people.get(`${role} own`) as string));
    const wrong: string[] = [];
    for (let hour = 0; hour <= LAST_HOUR; hour += 1) {
      await setHour(hour);
      // Whose rights wait for no step is asked before all, in the midst and after all: core/src/rights/may.test.ts has the whole product.
      const roles = hour === 0 || hour === LAST_HOUR / 2 || hour === LAST_HOUR ? ROLES : (['appraiser'] as const);
      for (const [route, row] of Object.entries(ROWS)) {
        const [method = 'GET', url = ''] = route.split(' ');
        if (!url.includes('{round}')) continue;
        for (const role of roles.filter((one) => mayDo(row, one, 'own'))) {
          const { status, body } = await ask(server, { token: tokens.get(role) as string }, method as 'GET', row.url?.() ?? url, row.body?.());
          const found = wrongInTime(row, role, hour, status, body?.code);
          if (found) wrong.push(`${route} ${role}, hour ${hour}: ${status}, ${found}`);
        }
      }
    }
    await server.owner.query('DELETE FROM round_step WHERE round_id = $1', [world.round]);
    await openAll();
    expect(wrong).toEqual([]);
    expect(server.logged).toEqual([]);
  });

  it('[F33] [F53] lets a department that has a part in a sheet reach into it, and no further', async () => {
    const { owner } = server;
    await owner.query(
      `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, assigned_by, assigned_at) VALUES ($1, $2, 'tinh-minh-hoa-01', 'item', '1.1', $3, 'so-minh-hoa-a', $4, $5)`,
      [randomUUID(), world.round, world.scheme.id, people.get('clerk own'), server.clock.now()],
    );
    const ofSheet = `/api/rounds/{round}/sheets/{body}`;
    const wrong: string[] = [];
    for (const role of ['clerk', 'head', 'owner', 'appraiser'] as const) {
      const account = randomUUID();
      await owner.query('INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, $2, $3)', [
        account,
        `${role}-so@minh-hoa.example`,
        server.clock.now(),
      ]);
      await owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', $2, '2020-01-01', $3)`, [
        ...[account, role, server.clock.now()],
      ]);
      const token = await signIn(server, account);
      for (const [route, row] of Object.entries(ROWS)) {
        const [method = 'GET', url = ''] = route.split(' ');
        if (!url.startsWith(ofSheet)) continue;
        const { status } = await ask(server, { token }, method as 'GET', row.url?.() ?? url, row.body?.());
        const allowed = DEPARTMENTS[`${method} ${url.slice(ofSheet.length)}`]?.includes(role) === true;
        const found = wrongWith(row, allowed, true, status);
        if (found) wrong.push(`${route} ${role}: ${status}, ${found}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('[F53] holds for every route × token: for nothing, for reading, for writing, each in the hands of somebody who may', { timeout: 60_000 }, async () => {
    const wrong: string[] = [];
    for (const route of allContracts) {
      const row = ROWS[`${route.method} ${route.url}`] as Row;
      for (const scope of SCOPES) {
        const headers = { authorization: `Bearer ${await tokenFor(row, scope)}` };
        const { status, body } = await ask(server, undefined, route.method, row.url?.() ?? route.url, row.body?.(), headers);
        const found = tokenMay(route, row, scope)
          ? wrongWith(row, true, true, status)
          : body.code === 'outOfScope' || (row.absent && status === 404)
            ? undefined
            : 'should be out of scope';
        if (found) wrong.push(`${route.method} ${route.url} ${scope}: ${status} ${body.code ?? ''}, ${found}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(server.logged).toEqual([]);
  });
});
