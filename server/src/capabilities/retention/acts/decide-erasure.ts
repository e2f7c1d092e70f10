import type { RemovalReach } from '@parindex/core/contracts/schemas/index';
import type { SecondPersonDecision } from '@parindex/core/rights/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates, readRowStatesOfErased } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { eraseSoon } from '../../evidence/erase-gone.ts';
import {
  decideErasureInDatabase,
  decidingMembership,
  type ErasureRecord,
  type ErasureRow,
  findErasure,
  isDependent,
  lockErasure,
  type PreparedErasure,
  prepareErasure,
  readReaches,
} from '../queries/erasures.ts';

/** Most payloads that one act names: verifying the trail reads the list once for each of them. */
const PAYLOADS_OF_AN_ACT = 500;

export interface Decision {
  readonly decision: SecondPersonDecision;
  readonly note: string | null;
  /** Of a removal; the narrowest where it is not said. */
  readonly reach?: RemovalReach | undefined;
}

/** The database enforces the same; this gives the reason in words. */
const OTHER_PERSON = {
  removal: {
    vi: 'Người đề nghị không tự quyết định; cần người của cơ quan chủ trì hoặc quản trị viên toàn hệ thống khác.',
    en: 'Whoever asked does not decide; it takes another owner of the round, or another administrator of the whole installation.',
  },
  purge: {
    vi: 'Việc hủy tài liệu cần hai người: một người của cơ quan chủ trì và một quản trị viên toàn hệ thống, một bên đề nghị, bên kia quyết định.',
    en: 'A purge takes two people: an owner of the round and an administrator of the whole installation; one asks, the other decides.',
  },
} as const;

const NOT_INDEPENDENT = {
  vi: 'Một trong hai người (người đề nghị và Ông/Bà) do người kia một mình giao vai trò hoặc tạo liên kết đặt mật khẩu, nên không được tính là hai người; cần quản trị viên toàn hệ thống hoặc người của cơ quan chủ trì khác quyết định.',
  en: 'Of you and whoever asked, one alone gave the other their role or made the link for their password, so you do not count as two persons; another administrator of the whole installation or owner of the round decides.',
} as const;

const NOT_SO_FAR = {
  vi: 'Ông/Bà không quyết định được cho kho của cơ quan khác ngoài các kỳ mà cơ quan Ông/Bà chủ trì; phạm vi đó do quản trị viên toàn hệ thống quyết định.',
  en: 'Libraries beyond the rounds that you run are not yours to decide on; an administrator of the whole installation reaches them.',
} as const;

/** Records which payloads are erased, and in which libraries something is erased. */
async function tellWhatGoes(acting: Acting, { id, kind, round, body }: ErasureRow, { documents, payloads }: PreparedErasure): Promise<void> {
  const place = { round: round.id, ...(body === null ? {} : { body: body.id }) };
  for (let from = 0; from < payloads.length; from += PAYLOADS_OF_AN_ACT)
    await recordAct(acting, {
      act: 'payload.purge',
      subject: `${kind}:${id}`,
      ...place,
      content: { payloads: payloads.slice(from, from + PAYLOADS_OF_AN_ACT) },
    });
  if (kind === 'removal')
    for (const gone of documents)
      await recordAct(acting, {
        act: 'evidence.remove',
        subject: `document:${gone.document}`,
        round: gone.round,
        body: gone.body.id,
        content: { removal: id, versions: gone.versions.map(({ number, sha256, bytes }) => ({ number, sha256, bytes })) },
      });
}

/**
 * Locks an erasure for deciding; refuses whoever may not decide, and a second, different decision. undefined: this very
 * decision was already taken.
 */
async function mayDecide(
  acting: Acting,
  { id, kind }: ErasureRow,
  memberships: readonly string[],
  { decision, note, reach }: Decision,
): Promise<string | undefined> {
  await lockErasure(acting.db, id);
  const row = await findErasure(acting.db, kind, id);
  if (!row) throw new Problem('notFound');
  if (row.decided) {
    const same =
      row.decided.by.id === acting.account &&
      row.decided.decision === decision &&
      row.decided.note === note &&
      (reach === undefined || row.reach === null || row.reach === reach);
    if (!same) throw new Problem('notNow', { more: { decided: row.decided } });
    return undefined;
  }
  const membership = await decidingMembership(acting.db, id, memberships, reach);
  if (membership === undefined)
    throw new Problem('refused', { detail: (await isDependent(acting.db, id, memberships)) ? NOT_INDEPENDENT : OTHER_PERSON[kind] });
  return membership;
}

/** How far a removal goes that is carried out; refused where whoever decides does not reach so far. null of a purge. */
async function reachOf({ db }: Acting, { id, kind }: ErasureRow, membership: string, { reach }: Decision): Promise<RemovalReach | null> {
  if (kind === 'purge') return null;
  const choices = (await readReaches(db, id, membership))?.choices ?? [];
  const chosen = reach === undefined ? choices[0] : choices.find((choice) => choice.reach === reach);
  if (!chosen) throw new Problem('refused', { detail: NOT_SO_FAR, more: { reaches: choices.map((choice) => choice.reach) } });
  return chosen.reach;
}

/**
 * A second person decides on an erasure that another requested. When carried out, all text of the documents is gone when
 * the request is answered; their bytes are marked and deleted as soon as storage allows. Returns whether it was decided
 * so before.
 */
export async function decideErasure(
  acting: Acting,
  erasure: ErasureRow,
  memberships: readonly string[],
  decision: Decision,
): Promise<{ readonly replayed: boolean }> {
  const membership = await mayDecide(acting, erasure, memberships, decision);
  if (membership === undefined) return { replayed: true };
  const deciding: Acting = { ...acting, membership };
  const { db } = acting;
  const { id, kind, reason } = erasure;
  let record: ErasureRecord | null = null;
  const reach = decision.decision === 'carriedOut' ? await reachOf(acting, erasure, membership, decision) : null;
  if (decision.decision === 'carriedOut') {
    const prepared = await prepareErasure(db, id, membership, reach);
    await tellWhatGoes(deciding, erasure, prepared);
    record = { documents: prepared.documents, payloads: prepared.payloads.length, backups: prepared.backups };
  }
  await decideErasureInDatabase(db, id, membership, { ...decision, record, reach });
  if (record) await eraseSoon(db, deciding);
  // Recorded under no round: the record names libraries that not every reader of the round may know of.
  await recordAct(deciding, {
    act: decision.decision === 'carriedOut' ? `${kind}.carryOut` : `${kind}.refuse`,
    subject: `${kind}:${id}`,
    content: {
      documents: record?.documents.length ?? 0,
      ...(reach === null ? {} : { reach }),
      stands: { ...(await readRowStates(db, { erasure: [id] })), ...(record ? await readRowStatesOfErased(db, id) : {}) },
    },
    erasable: { reason, note: decision.note, record },
  });
  return { replayed: false };
}
