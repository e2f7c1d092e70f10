import type { RoundDocumentKind } from '@parindex/core/contracts/schemas/index';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { readExtensions } from '../queries/extensions.ts';
import {
  insertRoundDocument,
  insertRoundDocumentVersion,
  type RoundDocumentRow,
  type RoundDocumentVersionRow,
  type ToldOfDocument,
  withdrawRoundDocumentRow,
} from '../queries/round-documents.ts';
import { readPlan } from '../queries/rounds.ts';

const isSame = (stored: RoundDocumentVersionRow | undefined, { number, date, issuer, subject, files }: ToldOfDocument): boolean =>
  stored !== undefined &&
  stored.number === number &&
  stored.date === date &&
  stored.issuer === issuer &&
  stored.subject === subject &&
  stored.files.join() === files.join();

interface NewRoundDocument extends ToldOfDocument {
  readonly id: string;
  readonly kind: RoundDocumentKind;
}

/** Adds a document to a round whose plan is locked. The same id again changes nothing. */
export async function addRoundDocument(acting: Acting, round: string, wanted: NewRoundDocument, stored: RoundDocumentRow | undefined): Promise<Effect> {
  const { id, kind } = wanted;
  if (stored) {
    if (stored.kind !== kind || !isSame(stored.versions.at(-1), wanted)) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  const { db, account, receivedAt: at } = acting;
  await insertRoundDocument(db, { id, round, kind, account: account as string, at });
  await insertRoundDocumentVersion(db, { round, document: id, version: 1, account: account as string, at }, wanted);
  await tell(acting, 'round.addDocument', round, id, { kind, version: 1, ...toldOf(wanted) });
  return 'done';
}

/** Adds a version to a document of a locked round; the same again changes nothing. */
export async function addRoundDocumentVersion(
  acting: Acting,
  document: RoundDocumentRow,
  wanted: ToldOfDocument & { readonly version: number },
): Promise<Effect> {
  const [newest] = document.versions;
  // The answer was lost on the way, and the same is said again.
  if (newest?.version === wanted.version + 1 && isSame(newest, wanted)) return 'unchanged';
  if (document.withdrawnAt) throw new Problem('notNow', { detail: WITHDRAWN });
  if (newest?.version !== wanted.version) throw new Problem('staleVersion', { more: { version: newest?.version } });
  const { db, account, receivedAt: at } = acting;
  const version = wanted.version + 1;
  await insertRoundDocumentVersion(db, { round: document.round, document: document.id, version, account: account as string, at }, wanted);
  await tell(acting, 'round.addDocumentVersion', document.round, document.id, { kind: document.kind, version, ...toldOf(wanted) });
  return 'done';
}

const WITHDRAWN = { vi: 'Văn bản này đã được thu hồi.', en: 'This document was withdrawn.' };

/** Refuses to take a decision away beneath the extensions and exclusions that rest on it. */
async function refuseRestedOn(db: Reading, { id, round }: RoundDocumentRow): Promise<void> {
  const extensions = (await readExtensions(db, round)).filter(({ decision }) => decision === id).length;
  const exclusions = (await readPlan(db, round)).exclusions.filter(({ decision }) => decision === id).length;
  if (extensions + exclusions === 0) return;
  const told = (what: readonly (readonly [number, string])[], and: string) =>
    what.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(and);
  const vi = told(
    [
      [extensions, 'lần gia hạn'],
      [exclusions, 'nội dung loại trừ'],
    ],
    ' và ',
  );
  const en = told(
    [
      [extensions, 'extensions'],
      [exclusions, 'exclusions'],
    ],
    ' and ',
  );
  throw new Problem('notNow', {
    detail: {
      vi: `Không thu hồi được văn bản này: ${vi} đang căn cứ vào nó. Nếu văn bản được sửa đổi, hãy thêm phiên bản mới.`,
      en: `This document cannot be withdrawn: ${en} rest on it. If it was amended, add a new version.`,
    },
    more: { extensions, exclusions },
  });
}

/** Withdraws a document on which nothing rests; that it existed, with which number, stays. Withdrawing again changes nothing. */
export async function withdrawRoundDocument(acting: Acting, document: RoundDocumentRow): Promise<Effect> {
  const { id, round, kind, versions, withdrawnAt } = document;
  if (withdrawnAt === null) await refuseRestedOn(acting.db, document);
  if (!(await withdrawRoundDocumentRow(acting.db, id, acting.account as string, acting.receivedAt))) return 'unchanged';
  await tell(acting, 'round.withdrawDocument', round, id, { kind, version: versions[0]?.version });
  return 'done';
}

const toldOf = ({ number, date, issuer, subject, files }: ToldOfDocument) => ({ number, date, issuer, subject, files });

async function tell(
  acting: Acting,
  act: 'round.addDocument' | 'round.addDocumentVersion' | 'round.withdrawDocument',
  round: string,
  id: string,
  content: Record<string, unknown>,
): Promise<void> {
  const stands = await readRowStates(acting.db, { round_document: [id], round_document_version: [id] });
  await recordAct(acting, { act, subject: `roundDocument:${id}`, round, content: { ...content, stands } });
}
