import { randomUUID } from 'node:crypto';
import type { Role } from '@parindex/core/rights/index';
import type { Step } from '@parindex/core/round/steps';
import type { World } from '../../testing/world.ts';

/** Since when a role may, where it may not at any time: from when a step opens, and also after it has closed. */
type Since = Readonly<Partial<Record<Role, Step>>>;

/** What the addresses of the matrix name. */
export interface Places {
  readonly world: World;
  readonly draft: string;
  readonly item: string;
  /** A document by number alone, in the library of the province. */
  readonly reference: string;
  /** A thread between the province and those who appraise it. */
  readonly thread: string;
  /** What an administrator has asked for of the clerk, and waits for a second person. */
  readonly request: string;
}

/** Who may: everybody, whoever is signed in, or these roles at home, and these as strangers. */
export interface Row {
  readonly who: 'everybody' | 'signedIn' | { readonly own: readonly Role[]; readonly foreign?: readonly Role[]; readonly since?: Since };
  readonly since?: Since;
  readonly url?: (at: Places) => string;
  readonly body?: (at: Places) => unknown;
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
const respondents = `${round}/survey/bodies/tinh-minh-hoa-01`;
const distribution = `${round}/appraisal/distribution/bo-minh-hoa-b`;
const document = ({ reference }: Places) => `${sheet}/documents/${reference}`;
const person = ({ world }: Places) => `/api/people/${world.people.an.account}`;
const edition = ({ draft }: Places) => `/api/editions/${draft}`;
const owners = { own: ['owner'] } as const;
const council = { own: ['owner', 'council', 'auditor'] } as const;
const whole = { own: ['administrator'] } as const;
const bodyRights = { own: ['clerk', 'head'] } as const;
/** Until appraisal opens, a sheet and all that belongs to it are the body’s own work. */
const since = { appraiser: 'appraisal' } as const;
const readers = { own: ['clerk', 'head', 'owner', 'council', 'auditor', 'appraiser'], since } as const;
const boardReaders = { own: readers.own, foreign: ['clerk', 'head'], since } as const;
/** How a survey goes: whoever leads or audits the round, and whoever lists for it. */
const surveyReaders = { own: ['clerk', 'head', 'owner', 'auditor'], foreign: ['clerk', 'head'] } as const;
const overseers = { own: ['owner', 'council', 'auditor', 'appraiser'], since } as const;
/** Who decides on sheets, and whoever runs the round. */
const deciders = { own: ['owner', 'council', 'appraiser'] } as const;
const commenters = { own: ['clerk', 'head', 'owner', 'council', 'appraiser'], since } as const;
/** Whoever has a part in the round. */
export const inRound = {
  own: ['owner', 'council', 'clerk', 'head', 'appraiser', 'administrator', 'auditor'],
  foreign: ['clerk', 'head', 'administrator'],
} as const;
/** Who may decide as the second of two, as far as the table of rights says. */
const secondPersons = { own: ['owner', 'administrator'] } as const;
const signedIn = 'signedIn' as const;

/** The matrix, written by hand from what the law and the design ask; a route without a row fails. */
export const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/installation': { who: 'everybody' },
  'POST /api/session': { who: 'everybody', body: () => ({}) },
  'GET /api/session': { who: signedIn, anyToken: true },
  'GET /api/session/end': { who: 'everybody' },
  'DELETE /api/session': { who: signedIn, endsSessions: true },
  'POST /api/session/confirmation': { who: signedIn, body: () => ({}) },
  'POST /api/session/second-factor': { who: signedIn, body: () => ({}) },
  'POST /api/session/challenge': { who: signedIn },
  'POST /api/me/second-factor': { who: signedIn, body: () => ({}) },
  'PUT /api/me/second-factor': { who: signedIn, body: () => ({}) },
  'POST /api/links/reading': { who: 'everybody', body: () => ({ token: 'x'.repeat(43) }) },
  'POST /api/links/password': { who: 'everybody', body: () => ({}) },
  'GET /api/work': { who: signedIn },
  'GET /api/guides/{guide}': { who: signedIn, url: () => '/api/guides/clerk?format=docx' },
  'GET /api/search': { who: signedIn, url: () => '/api/search?q=minh' },
  'GET /api/me': { who: signedIn },
  'GET /api/me/export': { who: signedIn },
  'POST /api/me/corrections': { who: signedIn, body: () => ({}) },
  'PUT /api/me/password': { who: signedIn, body: () => ({}) },
  'GET /api/me/recovery-codes': { who: signedIn },
  'POST /api/me/recovery-codes': { who: signedIn },
  'GET /api/me/security-keys': { who: signedIn },
  'POST /api/me/security-keys': { who: signedIn, body: () => ({}) },
  'POST /api/me/security-keys/challenge': { who: signedIn },
  'DELETE /api/me/security-keys/{id}': { who: signedIn, url: () => `/api/me/security-keys/${randomUUID()}`, hidden: true, absent: true },
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
  'POST /api/people/{id}/reset': { who: whole, url: (at) => `${person(at)}/reset`, hidden: true },
  'POST /api/people/{id}/requests': { who: whole, url: (at) => `${person(at)}/requests`, body: () => ({}), hidden: true },
  'GET /api/account-requests': { who: signedIn },
  'POST /api/account-requests/{id}/decision': { who: whole, url: ({ request }) => `/api/account-requests/${request}/decision`, body: () => ({}), hidden: true },
  'POST /api/account-requests/{id}/stop': {
    who: { own: [] },
    url: () => `/api/account-requests/${randomUUID()}/stop`,
    body: () => ({}),
    hidden: true,
    absent: true,
  },
  'DELETE /api/people/{id}/sessions': { who: whole, url: (at) => `${person(at)}/sessions`, hidden: true },
  'POST /api/people/{id}/memberships': { who: whole, url: (at) => `${person(at)}/memberships`, body: () => ({}), hidden: true },
  'PATCH /api/people/{id}/memberships/{membership}': {
    who: whole,
    url: (at) => `${person(at)}/memberships/${at.world.people.an.membership}`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/handovers': { who: whole, body: (at) => ({ id: randomUUID(), from: at.world.people.an.account, to: at.world.people.binh.account }), hidden: true },
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
  'GET /api/editions/{edition}/annex': { who: signedIn, url: () => '/api/editions/province-2022/annex' },
  'GET /api/editions/{edition}/comparison': { who: signedIn, url: () => '/api/editions/province-2022/comparison?with=province-2022' },
  'GET /api/editions/{edition}/comparison/file': {
    who: signedIn,
    url: () => '/api/editions/province-2022/comparison/file?with=province-2022',
  },
  'GET /api/scheme-templates': { who: signedIn },
  'GET /api/scheme-templates/{template}': { who: signedIn, url: () => '/api/scheme-templates/province-2022' },
  'GET /api/editions/{edition}/questionnaires': { who: signedIn, url: () => '/api/editions/province-2022/questionnaires' },
  'GET /api/editions/{edition}/questionnaires/{group}': {
    who: signedIn,
    url: () => '/api/editions/province-2022/questionnaires/nobody',
    absent: true,
  },
  'GET /api/editions/{edition}/questionnaires/{group}/file': {
    who: signedIn,
    url: () => '/api/editions/province-2022/questionnaires/nobody/file',
    absent: true,
  },
  'POST /api/editions': { who: { own: ['owner'], foreign: ['owner'] }, body: () => ({}) },
  'POST /api/editions/files/preview': { who: { own: ['owner'], foreign: ['owner'] } },
  'POST /api/editions/files': {
    who: { own: ['owner'], foreign: ['owner'] },
    url: () => `/api/editions/files?name=a.xlsx&id=tu-bang&title=a&rules=&digest=${'0'.repeat(64)}`,
  },
  'PUT /api/editions/{edition}': { who: owners, url: edition, body: () => ({}), hidden: true },
  'PUT /api/editions/{edition}/questionnaires/{group}': { who: owners, url: (at) => `${edition(at)}/questionnaires/all`, body: () => ({}), hidden: true },
  'POST /api/editions/{edition}/files': { who: owners, url: (at) => `${edition(at)}/files?id=${randomUUID()}&name=a.pdf`, hidden: true },
  'GET /api/editions/{edition}/files/{file}': { who: signedIn, url: () => `/api/editions/province-2022/files/${randomUUID()}`, absent: true },
  'GET /api/editions/{edition}/requests': { who: secondPersons, url: (at) => `${edition(at)}/requests`, hidden: true },
  'POST /api/editions/{edition}/requests': { who: owners, url: (at) => `${edition(at)}/requests`, body: () => ({}), hidden: true },
  'POST /api/editions/{edition}/requests/{request}/decision': {
    who: secondPersons,
    url: (at) => `${edition(at)}/requests/${randomUUID()}/decision`,
    body: () => ({}),
    hidden: true,
    absent: true,
  },
  'POST /api/editions/{edition}/requests/{request}/stop': {
    who: owners,
    url: (at) => `${edition(at)}/requests/${randomUUID()}/stop`,
    body: () => ({}),
    hidden: true,
    absent: true,
  },
  'POST /api/editions/{edition}/changes': { who: owners, url: (at) => `${edition(at)}/changes`, body: () => ({}), hidden: true },
  'GET /api/editions/{edition}/changes': { who: owners, url: (at) => `${edition(at)}/changes?since=1`, hidden: true },
  'DELETE /api/editions/{edition}': { who: owners, url: (at) => `${edition(at)}?version=9`, hidden: true },
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
  'GET /api/rounds/{round}/closing': { who: secondPersons, url: () => `${round}/closing` },
  'POST /api/rounds/{round}/requests': { who: owners, url: () => `${round}/requests`, body: () => ({}) },
  'POST /api/rounds/{round}/requests/{request}/decision': {
    who: secondPersons,
    url: () => `${round}/requests/${randomUUID()}/decision`,
    body: () => ({}),
    absent: true,
  },
  'POST /api/rounds/{round}/requests/{request}/stop': { who: owners, url: () => `${round}/requests/${randomUUID()}/stop`, body: () => ({}), absent: true },
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
  // What surveys gave is sealed while the round runs, to its council and auditors too (decision 0064).
  'GET /api/rounds/{round}/ranking': { who: owners, url: () => `${round}/ranking` },
  'GET /api/rounds/{round}/snapshot': { who: owners, url: () => `${round}/snapshot` },
  'GET /api/rounds/{round}/final-snapshot': { who: owners, url: () => `${round}/final-snapshot`, absent: true },
  'GET /api/rounds/{round}/sheets': { who: { own: ['owner', 'council', 'auditor', 'appraiser'], since }, url: () => `${round}/sheets` },
  'GET /api/rounds/{round}/board': { who: boardReaders, url: () => `${round}/board` },
  'GET /api/rounds/{round}/board/workbook': { who: boardReaders, url: () => `${round}/board/workbook` },
  'GET /api/rounds/{round}/board/events': { who: boardReaders, url: () => `${round}/board/events?seconds=0` },
  'GET /api/rounds/{round}/running-ranking': { who: boardReaders, url: () => `${round}/running-ranking` },
  'GET /api/rounds/{round}/final-ranking': { who: boardReaders, url: () => `${round}/final-ranking` },
  'GET /api/rounds/{round}/final-workbook': { who: boardReaders, url: () => `${round}/final-workbook` },
  'GET /api/rounds/{round}/quality': { who: { own: ['owner', 'auditor'] }, url: () => `${round}/quality` },
  'GET /api/rounds/{round}/quality-workbook': { who: { own: ['owner', 'auditor'] }, url: () => `${round}/quality-workbook` },
  'POST /api/rounds/{round}/second-markings': { who: owners, url: () => `${round}/second-markings`, body: () => ({}) },
  'POST /api/rounds/{round}/second-markings/{draw}/markers': {
    who: owners,
    url: () => `${round}/second-markings/${randomUUID()}/markers`,
    hidden: true,
    absent: true,
  },
  'POST /api/rounds/{round}/second-marks/{mark}/return': {
    who: { own: ['appraiser'], since },
    url: () => `${round}/second-marks/${randomUUID()}/return`,
    body: () => ({}),
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/second-marks': { who: { own: ['appraiser'], since }, url: () => `${round}/second-marks` },
  'PUT /api/rounds/{round}/second-marks/{mark}': {
    who: { own: ['appraiser'], since },
    url: () => `${round}/second-marks/${randomUUID()}`,
    body: () => ({}),
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/improvement-tasks/{body}': { who: readers, url: () => `${round}/improvement-tasks/tinh-minh-hoa-01` },
  'PUT /api/rounds/{round}/improvement-tasks/{body}': { who: bodyRights, url: () => `${round}/improvement-tasks/tinh-minh-hoa-01`, body: () => ({}) },
  'GET /api/rounds/{round}/improvement-plan/{body}': { who: readers, url: () => `${round}/improvement-plan/tinh-minh-hoa-01` },
  'GET /api/rounds/{round}/final-losses': { who: overseers, url: () => `${round}/final-losses` },
  'GET /api/rounds/{round}/final-ranking/{body}': { who: readers, url: () => `${round}/final-ranking/tinh-minh-hoa-01` },
  'GET /api/rounds/{round}/closing-letters': { who: owners, url: () => `${round}/closing-letters?format=docx` },
  'GET /api/rounds/{round}/closing-letters/{body}': { who: owners, url: () => `${round}/closing-letters/tinh-minh-hoa-01?format=docx` },
  'GET /api/rounds/{round}/result-papers/{paper}': { who: owners, url: () => `${round}/result-papers/submission?format=docx` },
  'GET /api/rounds/{round}/texts-to-publish': { who: owners, url: () => `${round}/texts-to-publish` },
  'PUT /api/rounds/{round}/texts-to-publish/{body}/{text}': {
    who: owners,
    url: () => `${round}/texts-to-publish/tinh-minh-hoa-01/${randomUUID()}`,
    body: () => ({}),
  },
  'GET /api/rounds/{round}/texts-to-publish/workbook': { who: owners, url: () => `${round}/texts-to-publish/workbook` },
  'POST /api/rounds/{round}/final-ranking': { who: owners, url: () => `${round}/final-ranking`, body: () => ({}) },
  'GET /api/rounds/{round}/running-ranking/workbook': { who: boardReaders, url: () => `${round}/running-ranking/workbook` },
  'GET /api/rounds/{round}/appraisal': { who: overseers, url: () => `${round}/appraisal` },
  'GET /api/rounds/{round}/appraisal/items/{item}': { who: overseers, url: () => `${round}/appraisal/items/1.1` },
  'GET /api/rounds/{round}/appraisal/items/{item}/workbook': { who: overseers, url: () => `${round}/appraisal/items/1.1/workbook` },
  'POST /api/rounds/{round}/appraisal/items/{item}/workbook': { who: overseers, url: () => `${round}/appraisal/items/1.1/workbook`, body: () => ({}) },
  'GET /api/rounds/{round}/appraisal/bodies/{body}': { who: overseers, url: () => `${round}/appraisal/bodies/tinh-minh-hoa-01` },
  'GET /api/rounds/{round}/council': { who: council, url: () => `${round}/council` },
  'POST /api/rounds/{round}/council': { who: owners, url: () => `${round}/council`, body: () => ({}) },
  'GET /api/rounds/{round}/council/{session}': { who: council, url: () => `${round}/council/${randomUUID()}`, absent: true },
  'PUT /api/rounds/{round}/council/{session}': { who: owners, url: () => `${round}/council/${randomUUID()}`, body: () => ({}), absent: true },
  'POST /api/rounds/{round}/council/{session}/moves': { who: owners, url: () => `${round}/council/${randomUUID()}/moves`, body: () => ({}) },
  'POST /api/rounds/{round}/council/{session}/agenda/{item}/moves': {
    who: owners,
    url: () => `${round}/council/${randomUUID()}/agenda/${randomUUID()}/moves`,
    body: () => ({}),
  },
  'PUT /api/rounds/{round}/council/{session}/agenda/{item}/vote': {
    who: { own: ['council'] },
    url: () => `${round}/council/${randomUUID()}/agenda/${randomUUID()}/vote`,
    body: () => ({}),
  },
  'PUT /api/rounds/{round}/council/{session}/agenda/{item}/ballots/{member}': {
    who: owners,
    url: () => `${round}/council/${randomUUID()}/agenda/${randomUUID()}/ballots/${randomUUID()}`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/council/{session}/agenda/{item}/conclusion': {
    who: owners,
    url: () => `${round}/council/${randomUUID()}/agenda/${randomUUID()}/conclusion`,
    body: () => ({}),
  },
  'GET /api/rounds/{round}/council/{session}/documents/{document}': {
    who: council,
    url: () => `${round}/council/${randomUUID()}/documents/minutes`,
    absent: true,
  },
  'GET /api/rounds/{round}/interests': { who: deciders, url: () => `${round}/interests` },
  'POST /api/rounds/{round}/interests': { who: deciders, url: () => `${round}/interests`, body: () => ({}) },
  'POST /api/rounds/{round}/interests/{interest}/withdrawal': {
    who: { own: ['owner'] },
    url: () => `${round}/interests/${randomUUID()}/withdrawal`,
    body: () => ({ reason: 'Minh họa' }),
    absent: true,
  },
  // The leader of the appraising body stands in the stories of the distribution: the heads here lead bodies that are appraised.
  'GET /api/rounds/{round}/appraisal/distribution': { who: owners, url: () => `${round}/appraisal/distribution` },
  'POST /api/rounds/{round}/appraisal/distribution/{office}/shares': { who: owners, url: () => `${distribution}/shares`, body: () => ({}) },
  'POST /api/rounds/{round}/appraisal/distribution/{office}/withdrawal': { who: owners, url: () => `${distribution}/withdrawal`, body: () => ({}) },
  'POST /api/rounds/{round}/appraisal/distribution/{office}/handover': { who: owners, url: () => `${distribution}/handover`, body: () => ({}) },
  'GET /api/rounds/{round}/appraisal/distribution/{office}/preview': { who: owners, url: () => `${distribution}/preview?by=item&way=balanced&seed=1` },
  'POST /api/rounds/{round}/appraisal/distribution/{office}/distribution': { who: owners, url: () => `${distribution}/distribution`, body: () => ({}) },
  'GET /api/rounds/{round}/overview': { who: overseers, url: () => `${round}/overview` },
  'GET /api/rounds/{round}/overview/items/{item}': { who: overseers, url: () => `${round}/overview/items/1.1` },
  'GET /api/rounds/{round}/board/bodies/{body}': { who: readers, url: () => `${round}/board/bodies/tinh-minh-hoa-01` },
  'GET /api/rounds/{round}/sheets/{body}': { who: readers, url: () => sheet },
  'GET /api/rounds/{round}/sheets/{body}/mark': { who: readers, url: () => `${sheet}/mark` },
  'GET /api/rounds/{round}/sheets/{body}/timeline': { who: readers, url: () => `${sheet}/timeline` },
  'GET /api/rounds/{round}/sheets/{body}/takeovers': { who: readers, url: () => `${sheet}/takeovers` },
  'GET /api/rounds/{round}/sheets/{body}/review': { who: readers, url: () => `${sheet}/review` },
  'GET /api/rounds/{round}/sheets/{body}/proposals/review': { who: readers, url: () => `${sheet}/proposals/review` },
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
  'GET /api/rounds/{round}/sheets/{body}/explanation': { who: readers, url: () => `${sheet}/explanation` },
  'GET /api/rounds/{round}/sheets/{body}/explanation-report': { who: readers, url: () => `${sheet}/explanation-report?format=docx` },
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}': {
    who: bodyRights,
    url: (at) => `${sheet}/explanation/${at.item}`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}/proposal': {
    who: bodyRights,
    url: (at) => `${sheet}/explanation/${at.item}/proposal`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}/part': {
    who: bodyRights,
    url: (at) => `${sheet}/explanation/${at.item}/part`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}/question': {
    who: { own: ['appraiser'] },
    url: (at) => `${sheet}/explanation/${at.item}/question`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/appraisal/{item}/site-check': {
    who: { own: ['appraiser'] },
    url: (at) => `${sheet}/appraisal/${at.item}/site-check`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/appraisal/{item}/official-figures': {
    who: { own: ['appraiser'] },
    url: (at) => `${sheet}/appraisal/${at.item}/official-figures`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}/dispute': {
    who: { own: ['head'] },
    url: (at) => `${sheet}/explanation/${at.item}/dispute`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/explanation-freezing': { who: { own: ['head'] }, url: () => `${sheet}/explanation-freezing`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/explanation-taking-back': { who: { own: ['head'] }, url: () => `${sheet}/explanation-taking-back`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/explanation-sending': {
    who: bodyRights,
    url: () => `${sheet}/explanation-sending?id=${randomUUID()}&base=0`,
    body: () => ({}),
  },
  'GET /api/rounds/{round}/disputes': { who: overseers, url: () => `${round}/disputes` },
  'GET /api/rounds/{round}/appraisal-notices': { who: overseers, url: () => `${round}/appraisal-notices` },
  'POST /api/rounds/{round}/appraisal-notices': { who: owners, url: () => `${round}/appraisal-notices`, body: () => ({}) },
  'GET /api/rounds/{round}/appraisal-notices/{stage}': { who: owners, url: () => `${round}/appraisal-notices/appraised?format=docx` },
  'GET /api/rounds/{round}/appraisal-notices/{stage}/{body}': {
    who: owners,
    url: () => `${round}/appraisal-notices/appraised/tinh-minh-hoa-01?format=docx`,
  },
  'GET /api/receipts/{code}': { who: 'everybody', url: () => `/api/receipts/${'0'.repeat(16)}`, absent: true },
  'POST /api/rounds/{round}/sheets/{body}/reopening': { who: owners, url: () => `${sheet}/reopening`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal': {
    who: { own: ['appraiser'] },
    url: (at) => `${sheet}/items/${at.item}/appraisal`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal/second': {
    who: { own: ['appraiser'] },
    url: (at) => `${sheet}/items/${at.item}/appraisal/second`,
    body: () => ({}),
  },
  'GET /api/rounds/{round}/sheets/{body}/assignments': { who: { own: ['clerk', 'head', 'owner', 'auditor'] }, url: () => `${sheet}/assignments` },
  'POST /api/rounds/{round}/sheets/{body}/assignments': { who: bodyRights, url: () => `${sheet}/assignments`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/assignments/withdrawal': { who: bodyRights, url: () => `${sheet}/assignments/withdrawal`, body: () => ({}) },
  'PUT /api/rounds/{round}/sheets/{body}/assignments/chain': { who: bodyRights, url: () => `${sheet}/assignments/chain`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/decisions': { who: bodyRights, url: () => `${sheet}/decisions`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/part-submissions': { who: { own: [] }, url: () => `${sheet}/part-submissions`, body: () => ({}) },
  'GET /api/me/parts': { who: signedIn },
  'GET /api/rounds/{round}/sheets/{body}/threads': { who: readers, url: () => `${sheet}/threads?item=1.1` },
  'GET /api/rounds/{round}/sheets/{body}/thread-counts': { who: readers, url: () => `${sheet}/thread-counts` },
  'GET /api/rounds/{round}/sheets/{body}/thread-people': { who: readers, url: () => `${sheet}/thread-people?kind=shared` },
  'GET /api/me/mentions': { who: signedIn },
  'POST /api/rounds/{round}/sheets/{body}/threads': { who: commenters, url: () => `${sheet}/threads`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/threads/{thread}/comments': {
    who: commenters,
    url: (at) => `${sheet}/threads/${at.thread}/comments`,
    body: () => ({}),
    hidden: true,
  },
  'PUT /api/rounds/{round}/sheets/{body}/threads/{thread}/state': {
    who: commenters,
    url: (at) => `${sheet}/threads/${at.thread}/state`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/rounds/{round}/sheets/{body}/threads/{thread}/comments/{comment}/withdrawal': {
    who: commenters,
    url: (at) => `${sheet}/threads/${at.thread}/comments/${randomUUID()}/withdrawal`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/notices': { who: inRound, url: () => `${round}/notices` },
  'PUT /api/rounds/{round}/notices/{notice}/reading': { who: inRound, url: () => `${round}/notices/${randomUUID()}/reading`, absent: true },
  'GET /api/rounds/{round}/notices/{notice}/readings': { who: owners, url: () => `${round}/notices/${randomUUID()}/readings`, absent: true },
  'GET /api/rounds/{round}/estimates': { who: owners, url: () => `${round}/estimates` },
  'POST /api/rounds/{round}/estimates/readers': { who: owners, url: () => `${round}/estimates/readers`, body: () => ({}) },
  'POST /api/rounds/{round}/estimates/readers/{reader}/end': {
    who: owners,
    url: () => `${round}/estimates/readers/${randomUUID()}/end`,
    body: () => ({ reason: 'Theo quyết định (minh họa)' }),
    absent: true,
  },
  'POST /api/rounds/{round}/estimates/releases': { who: owners, url: () => `${round}/estimates/releases`, body: () => ({}) },
  'POST /api/rounds/{round}/estimates/releases/{release}/withdrawal': {
    who: owners,
    url: () => `${round}/estimates/releases/${randomUUID()}/withdrawal`,
    body: () => ({ reason: 'Theo quyết định (minh họa)' }),
    absent: true,
  },
  'GET /api/rounds/{round}/documents': { who: inRound, url: () => `${round}/documents` },
  'POST /api/rounds/{round}/documents': { who: owners, url: () => `${round}/documents`, body: () => ({}) },
  'POST /api/rounds/{round}/documents/{document}/versions': {
    who: owners,
    url: () => `${round}/documents/${randomUUID()}/versions`,
    body: () => ({}),
    absent: true,
  },
  'POST /api/rounds/{round}/documents/{document}/withdrawal': { who: owners, url: () => `${round}/documents/${randomUUID()}/withdrawal`, absent: true },
  'POST /api/rounds/{round}/files': { who: owners, url: () => `${round}/files?id=${randomUUID()}&name=ke-hoach.pdf`, body: () => ({}) },
  'GET /api/rounds/{round}/files/{file}': { who: inRound, url: () => `${round}/files/${randomUUID()}`, absent: true },
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
    url: (at) => `${document(at)}/description`,
    body: () => ({}),
    hidden: true,
  },
  'PATCH /api/rounds/{round}/sheets/{body}/documents/{document}/access': {
    who: bodyRights,
    url: (at) => `${document(at)}/access`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/rounds/{round}/sheets/{body}/documents/{document}/comparison': {
    who: { own: ['appraiser', 'council'], since },
    url: (at) => `${document(at)}/comparison`,
    body: () => ({}),
    hidden: true,
  },
  'POST /api/rounds/{round}/sheets/{body}/documents/{document}/withdrawal': {
    // And an appraiser, of what they brought themselves.
    who: bodyRights,
    url: (at) => `${document(at)}/withdrawal`,
    body: () => ({}),
    hidden: true,
  },
  // A reference without a file: whoever may look finds none.
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/file': {
    who: readers,
    url: (at) => `${document(at)}/versions/1/file`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/preview': {
    who: readers,
    url: (at) => `${document(at)}/versions/1/preview`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/pages': {
    who: readers,
    url: (at) => `${document(at)}/versions/1/pages`,
    hidden: true,
    absent: true,
  },
  'GET /api/rounds/{round}/sheets/{body}/package': { who: readers, url: () => `${sheet}/package` },
  // The round is not closed yet: whoever may is told so.
  'GET /api/rounds/{round}/archive': { who: { own: ['owner', 'auditor'] }, url: () => `${round}/archive` },
  'GET /api/rounds/{round}/evidence': { who: signedIn, since, url: () => `${round}/evidence?q=minh` },
  'POST /api/rounds/{round}/sheets/{body}/uploads': { who: { own: [...bodyRights.own, 'appraiser'] }, url: () => `${sheet}/uploads`, body: () => ({}) },
  'GET /api/rounds/{round}/sheets/{body}/uploads': { who: { own: [...bodyRights.own, 'appraiser'] }, url: () => `${sheet}/uploads` },
  'GET /api/uploads/{upload}': { who: { own: [] }, url: () => `/api/uploads/${randomUUID()}`, hidden: true, absent: true },
  'DELETE /api/uploads/{upload}': { who: { own: [] }, url: () => `/api/uploads/${randomUUID()}`, hidden: true, absent: true },
  'GET /api/rounds/{round}/sheets/{body}/carriable': { who: bodyRights, url: () => `${sheet}/carriable` },
  'POST /api/rounds/{round}/sheets/{body}/carried-documents': { who: bodyRights, url: () => `${sheet}/carried-documents`, body: () => ({}) },
  'POST /api/rounds/{round}/sheets/{body}/documents/{document}/removals': {
    who: { own: ['clerk', 'head', 'owner', 'administrator'] },
    url: (at) => `${document(at)}/removals`,
    body: () => ({}),
    hidden: true,
  },
  'GET /api/removals': { who: signedIn },
  'GET /api/removals/copies': { who: signedIn },
  'POST /api/removals/{id}/decision': { who: { own: [] }, url: () => `/api/removals/${randomUUID()}/decision`, body: () => ({}), hidden: true, absent: true },
  'GET /api/removals/{id}/record': { who: { own: [] }, url: () => `/api/removals/${randomUUID()}/record`, hidden: true, absent: true },
  'GET /api/rounds/{round}/survey': { who: surveyReaders, url: () => `${round}/survey` },
  'POST /api/rounds/{round}/survey': { who: owners, url: () => `${round}/survey`, body: () => ({}) },
  'GET /api/rounds/{round}/survey/form': { who: surveyReaders, url: () => `${round}/survey/form` },
  'POST /api/rounds/{round}/survey/end': { who: owners, url: () => `${round}/survey/end`, body: () => ({}) },
  'POST /api/rounds/{round}/survey/estimates': { who: owners, url: () => `${round}/survey/estimates` },
  'POST /api/rounds/{round}/survey/links': { who: owners, url: () => `${round}/survey/links`, body: () => ({}) },
  'GET /api/rounds/{round}/survey/bodies/{body}/respondents': { who: { own: [...bodyRights.own, 'owner'] }, url: () => `${respondents}/respondents` },
  'POST /api/rounds/{round}/survey/bodies/{body}/respondents': { who: bodyRights, url: () => `${respondents}/respondents` },
  'POST /api/rounds/{round}/survey/bodies/{body}/respondents/{respondent}/replacement': {
    who: { own: [...bodyRights.own, 'owner'] },
    url: () => `${respondents}/respondents/${randomUUID()}/replacement`,
    body: () => ({}),
  },
  'POST /api/rounds/{round}/survey/bodies/{body}/confirmation': { who: bodyRights, url: () => `${respondents}/confirmation`, body: () => ({}) },
  'GET /api/rounds/{round}/survey/answers/{group}': { who: owners, url: () => `${round}/survey/answers/councillors` },
  'GET /api/rounds/{round}/survey/codebook/{group}': { who: owners, url: () => `${round}/survey/codebook/councillors` },
  'GET /api/rounds/{round}/survey/counts': { who: owners, url: () => `${round}/survey/counts?group=councillors` },
  'GET /api/rounds/{round}/deliveries': { who: owners, url: () => `${round}/deliveries` },
  'POST /api/rounds/{round}/deliveries': { who: owners, url: () => `${round}/deliveries`, body: () => ({}) },
  'POST /api/rounds/{round}/deliveries/files': { who: owners, url: () => `${round}/deliveries/files` },
  'GET /api/rounds/{round}/deliveries/form': { who: owners, url: () => `${round}/deliveries/form` },
  'GET /api/rounds/{round}/deliveries/{delivery}': {
    who: owners,
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
export const DEPARTMENTS: Readonly<Record<string, readonly Role[]>> = {
  'GET ': ENTERING,
  'GET /mark': ENTERING,
  'GET /timeline': ENTERING,
  'GET /takeovers': ENTERING,
  'GET /review': ENTERING,
  'GET /proposals/review': ENTERING,
  'GET /workbook': ENTERING,
  'POST /workbook': ENTERING,
  'GET /entries': ENTERING,
  'POST /entries': ENTERING,
  'GET /assignments': ENTERING,
  'POST /part-submissions': ENTERING,
  'POST /decisions': ['head'],
  'GET /explanation': ENTERING,
  'POST /explanation/{item}/proposal': ENTERING,
  'POST /explanation/{item}/part': ENTERING,
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
