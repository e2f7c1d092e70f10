import { randomUUID } from 'node:crypto';
import { change } from '../../testing/world.ts';
import type { Wall } from './plant-canaries.ts';
import { DEPARTMENT_OF, ELSEWHERE, HERE, type Standing } from './wall-callers.ts';

/** A request that would change something, whole and valid. */
export interface WallWrite {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  /** By whom it is not refused for who they are: they are not asked, but for `by`. */
  readonly may: readonly Standing[];
  /** Who does it in the end, to show that it is valid. */
  readonly by?: string;
}

const REASON = 'Minh họa';
/** The last entry of the sheet. */
const SEQ = 4;
const THE_BODY: readonly Standing[] = ['body'];
const WITHIN: readonly Standing[] = ['body', 'beside'];

/** Writing in every kind of thing that a sheet, a library and a round hold, in the province's sheet of this round. */
export function wallWrites({ rounds, items, token }: Wall): readonly WallWrite[] {
  const { document, upload, delivery, removal, internalThread, assignment } = rounds[HERE];
  const round = `/api/rounds/${HERE}`;
  const sheet = `${round}/sheets/tinh-minh-hoa-01`;
  const [first, second, third] = items;
  const id = randomUUID;
  const thread = (kind: string) => ({ id: id(), item: third, kind, comment: { id: id(), text: REASON, mentions: [] } });
  const facts = { number: '15/KH-MH', date: '2022-12-02', issuer: null, subject: REASON, validFrom: null, validTo: null };
  const paper = { number: '13/QĐ-MH', date: '2023-01-14' };
  return [
    { method: 'POST', url: `${sheet}/entries`, body: { entries: [change({ item: third }, SEQ, { justification: REASON })] }, may: THE_BODY, by: 'clerk own' },
    { method: 'POST', url: `${sheet}/entries`, body: { entries: [change({ item: first }, SEQ, { justification: REASON })] }, may: ['body', 'ofItsPart'] },
    { method: 'POST', url: `${sheet}/assignments`, body: { to: DEPARTMENT_OF.beside, targets: [{ id: id(), item: third }] }, may: THE_BODY, by: 'clerk own' },
    { method: 'PUT', url: `${sheet}/assignments/chain`, body: { division: false, review: true, version: 0 }, may: THE_BODY, by: 'clerk own' },
    {
      method: 'POST',
      url: `${sheet}/decisions`,
      body: { decisions: [{ id: id(), item: first, act: 'return', base: SEQ, reason: REASON }] },
      may: ['body', 'ofItsPart'],
    },
    { method: 'POST', url: `${sheet}/decisions`, body: { decisions: [{ id: id(), item: second, act: 'accept', base: SEQ }] }, may: WITHIN },
    {
      method: 'POST',
      url: `${sheet}/part-submissions`,
      body: { submissions: [{ id: id(), item: first, act: 'submit', base: SEQ }] },
      may: ['ofItsPart'],
    },
    { method: 'POST', url: `${sheet}/threads`, body: thread('internal'), may: WITHIN, by: 'clerk+head beside' },
    { method: 'POST', url: `${sheet}/threads`, body: thread('shared'), may: ['body', 'owner', 'council', 'appraiser'], by: 'owner own' },
    { method: 'POST', url: `${sheet}/threads/${internalThread}/comments`, body: { id: id(), text: REASON, mentions: [] }, may: WITHIN, by: 'clerk atWork' },
    { method: 'PUT', url: `${sheet}/threads/${internalThread}/state`, body: { state: 'resolved', version: 1 }, may: WITHIN },
    { method: 'POST', url: `${sheet}/questions`, body: { id: id(), item: first, text: REASON }, may: THE_BODY, by: 'clerk own' },
    { method: 'PUT', url: `${sheet}/report-text`, body: { base: 1, difficulties: REASON, proposals: '' }, may: THE_BODY, by: 'clerk own' },
    { method: 'PATCH', url: `${sheet}/documents/${document}/description`, body: { version: 1, number: 1, facts }, may: THE_BODY, by: 'clerk own' },
    { method: 'PATCH', url: `${sheet}/documents/${document}/access`, body: { version: 2, personalData: true, reason: REASON }, may: THE_BODY, by: 'clerk own' },
    { method: 'POST', url: `${sheet}/documents/${document}/withdrawal`, body: { version: 3 }, may: THE_BODY },
    {
      method: 'POST',
      url: `${sheet}/documents`,
      body: { documents: [{ id: id(), number: '16/KH-MH', date: '2022-12-02' }] },
      may: WITHIN,
      by: 'clerk+head beside',
    },
    // Under a document that others brought.
    { method: 'POST', url: `${sheet}/uploads`, body: { id: id(), document, name: 'khac.txt', bytes: 10, notSecret: true }, may: THE_BODY, by: 'clerk own' },
    { method: 'DELETE', url: `/api/uploads/${upload}`, may: ['planter'], by: 'planter' },
    {
      method: 'POST',
      url: `/api/rounds/${ELSEWHERE}/sheets/tinh-minh-hoa-01/carried-documents`,
      body: { from: HERE, documents: [{ id: id(), document, version: 1 }] },
      may: THE_BODY,
    },
    { method: 'POST', url: `${sheet}/assignments/withdrawal`, body: { ids: [assignment] }, may: THE_BODY },
    { method: 'POST', url: `${sheet}/freeze`, body: { id: id(), base: SEQ }, may: THE_BODY },
    { method: 'POST', url: `${sheet}/sending/permission`, body: { id: id(), reason: REASON }, may: ['owner'], by: 'owner own' },
    {
      method: 'POST',
      url: `${sheet}/items/${third}/appraisal`,
      body: { id: id(), base: SEQ, changes: {}, reason: { code: 'other', text: REASON } },
      may: ['appraiser'],
    },
    { method: 'POST', url: `${round}/notices`, body: { id: id(), kind: 'guidance', item: null, text: REASON }, may: ['owner'], by: 'owner own' },
    {
      method: 'POST',
      url: `${round}/extensions`,
      body: { id: id(), step: 'selfAssessment', until: '2023-06-03T10:00:00Z', document: paper, reason: REASON, told: ['extensionWithoutDecision'] },
      may: ['owner'],
      by: 'owner own',
    },
    { method: 'POST', url: `${round}/deliveries/${delivery}/refusal`, body: { reason: REASON }, may: ['owner'] },
    {
      method: 'POST',
      url: `${sheet}/documents/${document}/removals`,
      body: { id: id(), reason: REASON },
      may: ['body', 'owner', 'administrator'],
      by: 'owner own',
    },
    { method: 'POST', url: `/api/removals/${removal}/decision`, body: { decision: 'refused', note: null }, may: ['owner', 'administrator'], by: 'owner own' },
    { method: 'DELETE', url: `/api/me/tokens/${token}`, may: ['themselves'], by: 'themselves' },
  ];
}
