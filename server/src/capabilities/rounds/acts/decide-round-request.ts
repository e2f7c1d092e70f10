import type { Language } from '@parindex/core';
import type { RoundRequestKind } from '@parindex/core/contracts/schemas/index';
import { NOT_ASKER, type SecondPersonDecision, WHY_NOT_DECIDED } from '@parindex/core/rights/second-person';
import { type Consequence, type ConsequenceCode, KEEPS_OPEN } from '@parindex/core/round/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { decidingOffice } from '../../../db/second-person.ts';
import { Problem } from '../../../http/problems.ts';
import { keepResult, type TellProgress } from '../keep-result.ts';
import { type ReadOpenItems, readOpenAtClosing } from '../open-at-closing.ts';
import { findRoundResult } from '../queries/results.ts';
import { canRequest, decideInDatabase, insertRoundRequest, type RoundRequestRow, readRoundRequests, stopInDatabase } from '../queries/round-requests.ts';
import type { RoundRow } from '../queries/rounds.ts';
import { requireTold } from '../require-told.ts';

const NOT_POSSIBLE: Readonly<Record<RoundRequestKind, InBoth>> = {
  close: { vi: 'Chỉ đóng được kỳ đánh giá đang mở.', en: 'Only an open round can be closed.' },
  undoClosing: {
    vi: 'Chỉ mở lại được kỳ đã đóng khi bước công bố chưa bắt đầu.',
    en: 'Closing can be undone only while the step of publication has not begun.',
  },
};

const WAITS = { vi: 'Kỳ này đang có một đề nghị chờ người thứ hai quyết định.', en: 'A request of this round waits for a second person already.' };

/** How what a closing leaves open is found, and told. */
export interface Foretelling {
  readonly language: Language;
  readonly readOpenItems: ReadOpenItems;
}

async function foretold({ db, receivedAt }: Acting, kind: RoundRequestKind, round: string, { language, readOpenItems }: Foretelling): Promise<Consequence[]> {
  const open = await readOpenAtClosing(db, round, receivedAt, kind === 'close' ? await readOpenItems(db, round, language) : undefined);
  if (kind === 'close') requireConcluded(open);
  return open;
}

/** A round is not closed while its council still has to conclude, or something cannot be computed: what is missing is named. */
function requireConcluded(open: readonly Consequence[]): void {
  const waits = open.filter(({ code }) => KEEPS_OPEN.includes(code));
  if (waits.length === 0) return;
  const list = (language: Language) => waits.map(({ text }) => text[language]).join('; ');
  throw new Problem('notNow', {
    detail: { vi: `Chưa đóng được kỳ đánh giá. ${list('vi')}.`, en: `The round cannot be closed yet. ${list('en')}.` },
    more: { waits: waits.map(({ code }) => code) },
  });
}

/** The owner of a round that was closed by somebody who does not see its sheets has its result computed. Once is enough. */
export async function keepFinalResult(acting: Acting, round: RoundRow, tell?: TellProgress): Promise<Effect> {
  if (await findRoundResult(acting.db, round.id)) return 'unchanged';
  const kept = await keepResult(acting, round.id, tell);
  if (!kept) throw new Problem('notNow', { detail: NOTHING_TO_KEEP });
  await recordAct(acting, {
    act: 'round.keepResult',
    subject: `round:${round.id}`,
    round: round.id,
    content: { ...kept, stands: await readRowStates(acting.db, { round_result: [round.id] }) },
  });
  return 'done';
}

const NOTHING_TO_KEEP = {
  vi: 'Kết quả cuối cùng chỉ lập được khi kỳ đánh giá đã đóng và có bảng chấm điểm.',
  en: 'There is a final result only of a round that is closed and has sheets.',
};

export interface NewRoundRequest {
  readonly id: string;
  readonly kind: RoundRequestKind;
  readonly reason: string;
  readonly told: readonly ConsequenceCode[];
}

/** An owner asks for a locked round to be closed, or for that to be undone. The same id again changes nothing. */
export async function askOfRound(acting: Acting, round: RoundRow, { id, kind, reason, told }: NewRoundRequest, foretelling: Foretelling): Promise<Effect> {
  const { db, account, membership, receivedAt: at } = acting;
  const requests = await readRoundRequests(db, round.id);
  const stored = requests.find((request) => request.id === id);
  if (stored) {
    if (stored.kind !== kind || stored.reason !== reason || stored.askedBy.id !== account) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  if (!(await canRequest(db, kind, round.id))) throw new Problem('notNow', { detail: NOT_POSSIBLE[kind], more: { state: round.state } });
  if (requests.some(({ decision, lapsesAt }) => decision === null && lapsesAt > at)) throw new Problem('notNow', { detail: WAITS });
  const open = await foretold(acting, kind, round.id, foretelling);
  requireTold(open, told, foretelling.language);
  await insertRoundRequest(db, {
    ...{ id, round: round.id, kind, told: open, reason },
    ...{ account: account as string, office: membership as string, at },
  });
  await recordAct(acting, {
    act: kind === 'close' ? 'round.askClosing' : 'round.askUndoClosing',
    subject: `roundRequest:${id}`,
    round: round.id,
    content: { open: open.map(({ text }) => text.vi), stands: await readRowStates(db, { round_request: [id] }) },
    erasable: { reason },
  });
  return 'done';
}

interface Decision {
  readonly decision: SecondPersonDecision;
  readonly note: string | null;
  readonly told: readonly ConsequenceCode[];
}

/** A second person decides on a locked round; what is open by then must have been told to them too. The same decision again changes nothing. */
export async function decideOfRound(
  acting: Acting,
  request: RoundRequestRow,
  offices: readonly string[],
  { decision, note, told }: Decision,
  foretelling: Foretelling,
  tell?: TellProgress,
): Promise<Effect> {
  const { db } = acting;
  if (request.decision === decision && request.decided?.by.id === acting.account && request.note === note) return 'unchanged';
  const by = await decidingOffice(db, 'round', request.id, offices);
  if ('why' in by) throw new Problem(by.why === 'over' ? 'notNow' : 'refused', { detail: WHY_NOT_DECIDED[by.why] });
  const { id, round, kind, reason } = request;
  if (decision === 'carriedOut') {
    if (!(await canRequest(db, kind, round))) throw new Problem('notNow', { detail: NOT_POSSIBLE[kind] });
    requireTold(await foretold(acting, kind, round, foretelling), told, foretelling.language);
  }
  await decideInDatabase(db, id, by.office, decision, note);
  const kept = decision === 'carriedOut' && kind === 'close' ? await keepResult(acting, round, tell) : undefined;
  const carriedOut = kind === 'close' ? 'round.close' : 'round.undoClosing';
  const stands = await readRowStates(db, {
    round_request: [id],
    ...(decision === 'carriedOut' ? { round: [round] } : {}),
    ...(kept ? { round_result: [round] } : {}),
  });
  await recordAct(
    { ...acting, membership: by.office },
    {
      act: decision === 'carriedOut' ? carriedOut : 'round.refuseRequest',
      subject: `round:${round}`,
      round,
      content: { request: id, kind, askedBy: request.askedBy.id, stands, ...(kept ?? {}) },
      erasable: { reason, note },
    },
  );
  return 'done';
}

/** Whoever asked withdraws it; again changes nothing. */
export async function stopRoundRequest(acting: Acting, { id, round, kind, askedBy, decision, reason }: RoundRequestRow, note: string | null): Promise<Effect> {
  if (askedBy.id !== acting.account) throw new Problem('refused', { detail: NOT_ASKER });
  if (decision === 'stopped') return 'unchanged';
  if (!(await stopInDatabase(acting.db, id, note))) throw new Problem('notNow', { detail: WHY_NOT_DECIDED.over });
  const stands = await readRowStates(acting.db, { round_request: [id] });
  await recordAct(acting, { act: 'round.stopRequest', subject: `roundRequest:${id}`, round, content: { kind, stands }, erasable: { reason, note } });
  return 'done';
}
