import type { Language } from '@parindex/core';
import type { Consequence, ConsequenceCode } from '@parindex/core/round/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import {
  type EstimateReaderRow,
  type EstimateReleaseRow,
  endEstimateReaderRow,
  insertEstimateReader,
  insertEstimateRelease,
  readEstimateCandidates,
  withdrawEstimateReleaseRow,
} from '../queries/round-estimates.ts';
import type { RoundRow } from '../queries/rounds.ts';
import { requireTold } from '../require-told.ts';

const NOT_OPEN: InBoth = {
  vi: 'Chỉ quyết định được khi kỳ đánh giá đang mở. Kỳ đã đóng thì kết quả điều tra không còn chờ công bố.',
  en: 'This is decided while the round is open. Of a closed round the estimates are not sealed any more.',
};
const RELEASED: InBoth = {
  vi: 'Kết quả điều tra của kỳ đã được công bố: ai xem được bảng chấm điểm thì đã xem được.',
  en: 'The estimates of the round are released: whoever sees a sheet sees them.',
};
const NAMED_ALREADY: InBoth = { vi: 'Người này đang được xem kết quả điều tra của kỳ.', en: 'This person sees the estimates of the round already.' };
const NOT_TO_BE_NAMED: InBoth = {
  vi: 'Chỉ chỉ định được thành viên Hội đồng, người kiểm tra và người thẩm định của kỳ, không đồng thời tham gia tự chấm điểm trong kỳ.',
  en: 'Only people of the council, auditors and appraisers of the round can be named, who work on no sheet of it.',
};

function requireOpen({ state }: RoundRow): void {
  if (state !== 'open') throw new Problem('notNow', { detail: NOT_OPEN, more: { state } });
}

/** How the estimates of a locked round stand, for an act on them. */
export interface HeldEstimates {
  readonly round: RoundRow;
  readonly readers: readonly EstimateReaderRow[];
  readonly releases: readonly EstimateReleaseRow[];
}

const standing = ({ releases }: HeldEstimates) => releases.find(({ withdrawn }) => withdrawn === null);

interface Naming {
  readonly id: string;
  readonly account: string;
  readonly reason: string;
}

/** An owner names who sees the estimates of a locked round while they are sealed. The same id again changes nothing. */
export async function nameEstimateReader(acting: Acting, held: HeldEstimates, { id, account: person, reason }: Naming): Promise<Effect> {
  const { round, readers } = held;
  const stored = readers.find((reader) => reader.id === id);
  if (stored) {
    if (stored.person.id !== person || stored.reason !== reason) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  requireOpen(round);
  if (standing(held)) throw new Problem('notNow', { detail: RELEASED });
  if (readers.some(({ person: { id: there }, ended }) => there === person && ended === null)) throw new Problem('alreadyThere', { detail: NAMED_ALREADY });
  if (!(await readEstimateCandidates(acting.db, round.id)).some((candidate) => candidate.id === person))
    throw new Problem('notNow', { detail: NOT_TO_BE_NAMED });
  await insertEstimateReader(acting.db, { id, round: round.id, person, by: acting.account as string, at: acting.receivedAt, reason });
  await recordAct(acting, {
    act: 'estimates.nameReader',
    subject: `estimateReader:${id}`,
    round: round.id,
    content: { account: person, stands: await readRowStates(acting.db, { estimate_reader: [id] }) },
    erasable: { reason },
  });
  return 'done';
}

/** From now on who was named sees the sealed estimates no more; ending it again changes nothing. */
export async function endEstimateReader(acting: Acting, { round }: HeldEstimates, reader: EstimateReaderRow, endReason: string): Promise<Effect> {
  if (reader.ended) return 'unchanged';
  requireOpen(round);
  const { id, person, reason } = reader;
  await endEstimateReaderRow(acting.db, id, acting.account as string, acting.receivedAt, endReason);
  await recordAct(acting, {
    act: 'estimates.endReader',
    subject: `estimateReader:${id}`,
    round: round.id,
    content: { account: person.id, stands: await readRowStates(acting.db, { estimate_reader: [id] }) },
    erasable: { reason, end_reason: endReason },
  });
  return 'done';
}

interface Releasing {
  readonly id: string;
  readonly reason: string;
  readonly told: readonly ConsequenceCode[];
}

/** An owner releases the estimates of a locked round, and has been told what that brings. The same id again changes nothing. */
export async function releaseEstimates(
  acting: Acting,
  held: HeldEstimates,
  { id, reason, told }: Releasing,
  consequences: readonly Consequence[],
  language: Language,
): Promise<Effect> {
  const { round, releases } = held;
  const stored = releases.find((release) => release.id === id);
  if (stored) {
    if (stored.reason !== reason) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  requireOpen(round);
  if (standing(held)) throw new Problem('alreadyThere', { detail: RELEASED });
  requireTold(consequences, told, language);
  await insertEstimateRelease(acting.db, { id, round: round.id, by: acting.account as string, at: acting.receivedAt, reason });
  await recordAct(acting, {
    act: 'estimates.release',
    subject: `estimateRelease:${id}`,
    round: round.id,
    content: { open: consequences.map(({ text }) => text.vi), stands: await readRowStates(acting.db, { estimate_release: [id] }) },
    erasable: { reason },
  });
  return 'done';
}

/** Seals the estimates again; what was read meanwhile was read. Again changes nothing. */
export async function withdrawEstimateRelease(
  acting: Acting,
  { round }: HeldEstimates,
  { id, reason, withdrawn }: EstimateReleaseRow,
  withdrawalReason: string,
): Promise<Effect> {
  if (withdrawn) return 'unchanged';
  requireOpen(round);
  await withdrawEstimateReleaseRow(acting.db, id, acting.account as string, acting.receivedAt, withdrawalReason);
  await recordAct(acting, {
    act: 'estimates.withdrawRelease',
    subject: `estimateRelease:${id}`,
    round: round.id,
    content: { stands: await readRowStates(acting.db, { estimate_release: [id] }) },
    erasable: { reason, withdrawal_reason: withdrawalReason },
  });
  return 'done';
}
