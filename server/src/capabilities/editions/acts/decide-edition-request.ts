import type { EditionRequestKind } from '@parindex/core/contracts/schemas/index';
import { NOT_ASKER, type SecondPersonDecision, WHY_NOT_DECIDED } from '@parindex/core/rights/second-person';
import type { InBoth } from '@parindex/core/words/texts';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { decidingOffice } from '../../../db/second-person.ts';
import { Problem } from '../../../http/problems.ts';
import type { Keys } from '../../../keys/keys.ts';
import { checkEdition } from '../check.ts';
import {
  type AdoptedForm,
  canRequest,
  decideInDatabase,
  type EditionRequestRow,
  insertEditionRequest,
  type NewEditionRequestRow,
  readEditionRequests,
  stopInDatabase,
} from '../queries/edition-requests.ts';
import type { EditionWithSchemeRow } from '../queries/editions.ts';
import { signEdition } from '../sign-edition.ts';
import { formOf } from './adopt-edition.ts';

const NOT_POSSIBLE: Readonly<Record<EditionRequestKind, InBoth>> = {
  adopt: { vi: 'Chỉ bản dự thảo mới đưa vào áp dụng được.', en: 'Only a draft can be adopted.' },
  withdraw: { vi: 'Chỉ bộ tiêu chí đang áp dụng mới thôi áp dụng được.', en: 'Only an edition that holds can be withdrawn.' },
};

const WAITS = { vi: 'Bộ tiêu chí này đang có một đề nghị chờ người thứ hai quyết định.', en: 'A request of this edition waits for a second person already.' };
const OVERTAKEN = {
  vi: 'Bản dự thảo đã được sửa sau khi có đề nghị này; cần đề nghị lại trên bản mới.',
  en: 'The draft was changed after this was asked for; it has to be asked for anew.',
};

/** Whether a request still waits for its second person. */
export const waits = ({ decision, lapsesAt, version }: EditionRequestRow, edition: Pick<EditionWithSchemeRow, 'version'>, at: Date): boolean =>
  decision === null && lapsesAt > at && version === edition.version;

export type WantedRequest = Omit<NewEditionRequestRow, 'edition' | 'account' | 'office' | 'at'>;

/** Whether a request that is kept is the one that comes again. */
const isSame = (stored: EditionRequestRow, wanted: WantedRequest, account: string | null): boolean =>
  stored.askedBy.id === account &&
  (['kind', 'version', 'decisionNumber', 'decisionDate', 'file', 'effectiveFrom', 'effectiveTo', 'replacedBy', 'reason'] as const).every(
    (key) => stored[key] === wanted[key],
  );

/** An owner asks for a locked edition, which was judged, to be adopted or withdrawn. The same id again changes nothing. */
export async function askOfEdition(acting: Acting, edition: EditionWithSchemeRow, wanted: WantedRequest): Promise<Effect> {
  const { db, account, membership, receivedAt: at } = acting;
  const { id, kind, reason } = wanted;
  const requests = await readEditionRequests(db, edition.id);
  const stored = requests.find((request) => request.id === id);
  if (stored) {
    if (!isSame(stored, wanted, account)) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  if (!(await canRequest(db, kind, edition.id))) throw new Problem('notNow', { detail: NOT_POSSIBLE[kind], more: { state: edition.state } });
  if (requests.some((request) => waits(request, edition, at))) throw new Problem('notNow', { detail: WAITS });
  await insertEditionRequest(db, { ...wanted, edition: edition.id, account: account as string, office: membership as string, at });
  await recordAct(acting, {
    act: kind === 'adopt' ? 'edition.askAdoption' : 'edition.askWithdrawal',
    subject: `editionRequest:${id}`,
    content: { edition: edition.id, stands: await readRowStates(db, { edition_request: [id] }) },
    erasable: { reason },
  });
  return 'done';
}

interface Decision {
  readonly decision: SecondPersonDecision;
  readonly note: string | null;
}

/** What is kept of a draft as it is adopted: its normal form, and what the key of the server signs of it. */
async function adoptedForm(edition: EditionWithSchemeRow, request: EditionRequestRow, keys: Keys, at: Date): Promise<AdoptedForm> {
  const form = formOf(await checkEdition(edition));
  const { decisionNumber: number, decisionDate: date, file, effectiveFrom, effectiveTo } = request;
  const signed = signEdition(keys, {
    ...{ edition: edition.id, hash: form.hash, decision: { number, date, file } },
    ...{ effectiveFrom, effectiveTo, adoptedAt: at.toISOString() },
  });
  return { ...form, ...signed };
}

/** A second person decides on a locked edition, which was judged. The same decision again changes nothing. */
export async function decideOfEdition(
  acting: Acting,
  { edition, request, keys }: { readonly edition: EditionWithSchemeRow; readonly request: EditionRequestRow; readonly keys: Keys },
  offices: readonly string[],
  { decision, note }: Decision,
): Promise<Effect> {
  const { db } = acting;
  if (request.decision === decision && request.decided?.by.id === acting.account && request.note === note) return 'unchanged';
  const by = await decidingOffice(db, 'edition', request.id, offices);
  if ('why' in by) throw new Problem(by.why === 'over' ? 'notNow' : 'refused', { detail: WHY_NOT_DECIDED[by.why] });
  const { id, kind } = request;
  if (decision === 'carriedOut') {
    if (!(await canRequest(db, kind, edition.id))) throw new Problem('notNow', { detail: NOT_POSSIBLE[kind] });
    if (request.version !== edition.version) throw new Problem('notNow', { detail: OVERTAKEN });
  }
  const form = decision === 'carriedOut' && kind === 'adopt' ? await adoptedForm(edition, request, keys, acting.receivedAt) : undefined;
  await decideInDatabase(db, { id, office: by.office, decision, note, form });
  const carriedOut = kind === 'adopt' ? 'edition.adopt' : 'edition.withdraw';
  const stands = await readRowStates(db, { edition_request: [id], ...(decision === 'carriedOut' ? { edition: [edition.id] } : {}) });
  await recordAct(
    { ...acting, membership: by.office },
    {
      act: decision === 'carriedOut' ? carriedOut : 'edition.refuseRequest',
      subject: `edition:${edition.id}`,
      content: { request: id, kind, askedBy: request.askedBy.id, ...(form ? { hash: form.hash, cases: String(form.casesRun) } : {}), stands },
      erasable: { reason: request.reason, note },
    },
  );
  return 'done';
}

/** Whoever asked withdraws it; again changes nothing. */
export async function stopEditionRequest(
  acting: Acting,
  { id, edition, kind, askedBy, decision, reason }: EditionRequestRow,
  note: string | null,
): Promise<Effect> {
  if (askedBy.id !== acting.account) throw new Problem('refused', { detail: NOT_ASKER });
  if (decision === 'stopped') return 'unchanged';
  if (!(await stopInDatabase(acting.db, id, note))) throw new Problem('notNow', { detail: WHY_NOT_DECIDED.over });
  const stands = await readRowStates(acting.db, { edition_request: [id] });
  await recordAct(acting, { act: 'edition.stopRequest', subject: `editionRequest:${id}`, content: { edition, kind, stands }, erasable: { reason, note } });
  return 'done';
}
