import { RESULT_PAPERS } from '@parindex/core/contracts/schemas/ranking';
import { dayOf } from '@parindex/core/round/index';
import type { Reading } from '../../../db/transaction.ts';
import type { OfficialDocument } from '../../../documents/document.ts';
import { SESSION_DOCUMENTS } from '../../council/council-documents.ts';
import { readSession } from '../../council/open-session.ts';
import { readSessions } from '../../council/queries/council.ts';
import { readMaterial } from '../../council/session-material.ts';
import { readyEdition } from '../../editions/ready.ts';
import { type BoardRound, findBoardRound } from '../../progress/queries/board.ts';
import { closingLetter, closingLetters } from '../../ranking/closing-letter.ts';
import { printFinal } from '../../ranking/print-final.ts';
import { readClosedRound, readToldToBodies } from '../../ranking/read-closed-round.ts';
import { readFinalRanking } from '../../ranking/read-final.ts';
import { readFinalLosses } from '../../ranking/read-final-items.ts';
import { readResultMaterial } from '../../ranking/read-result-papers.ts';
import { RESULT_PAPER_DOCUMENTS } from '../../ranking/result-papers.ts';
import { findRoundSubject } from '../../rounds/found.ts';
import { findRoundResult, readKeptSnapshot } from '../../rounds/queries/results.ts';
import { readRoundRequests } from '../../rounds/queries/round-requests.ts';
import { readIssuer } from '../../sheets/queries/report-place.ts';
import { CLOSING_RECORD, closingOf, closingRecord } from './closing-record.ts';
import type { ArchivedRound } from './round-folder.ts';

/** A document that is made with the archive from what was recorded, to be printed and signed. */
export interface MadeDocument {
  /** Of the file, as it is listed. */
  readonly name: string;
  /** yyyy-mm-dd; null where it is left blank. */
  readonly day: string | null;
  /** In whose name it is made; otherwise of who runs the round. */
  readonly author?: string;
  /** A draft that somebody has yet to decide on, and not what was recorded. */
  readonly draft?: boolean;
  /** An official document in both its forms, or a file of its own kind. */
  readonly document: OfficialDocument | { readonly ending: 'xlsx' | 'json'; readonly content: Buffer };
  /** Otherwise as drafts and records have it. */
  readonly note?: string;
}

/** The record of how the round was closed; none where no request for it is kept. */
async function closingRecords(db: Reading, round: ArchivedRound): Promise<MadeDocument[]> {
  const requests = await readRoundRequests(db, round.id);
  const closing = closingOf(requests);
  if (!closing) return [];
  const issuer = await readIssuer(db, { id: round.ownerBody, name: round.ownerName });
  const day = dayOf(Date.parse(closing.decided?.at ?? closing.askedAt.toISOString()));
  return [{ name: CLOSING_RECORD, day, document: closingRecord(closing, { ...round, round, requests, issuer }) }];
}

/** The final ranking as a workbook, the snapshot that it was computed from, and the letters that tell bodies their result. */
async function resultFiles(db: Reading, round: ArchivedRound, plan: BoardRound): Promise<MadeDocument[]> {
  const { moment, memberships, illustrative } = round;
  const language = 'vi';
  const [found, made] = [await findRoundSubject({ db, params: { round: round.id }, receivedAt: moment }), await findRoundResult(db, round.id)];
  if (!found || !made) return [];
  const day = dayOf(made.closedAt.getTime());
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const [final, losses] = [
    await readFinalRanking(db, { of: { ...found.of, participants: [] }, plan }, { memberships }, { moment, language }),
    await readFinalLosses(db, plan, { moment, language }),
  ];
  const ranking = Buffer.from(await printFinal({ final, losses, edition, invented: illustrative, language }));
  const kept = await readKeptSnapshot(db, round.id);
  const closed = await readClosedRound(db, plan, { illustrative });
  const letters = closingLetters(closed, await readToldToBodies(db, round.id, closed), null);
  return [
    { name: 'Kết quả xếp hạng', day, note: `mã kết quả ${made.resultHash}`, document: { ending: 'xlsx', content: ranking } },
    ...(kept === undefined
      ? []
      : [{ name: KEPT_SNAPSHOT, day, note: `mã ghi khi đóng kỳ ${made.snapshotHash}`, document: { ending: 'json', content: Buffer.from(kept) } } as const]),
    ...letters.map(
      (letter): MadeDocument => ({ name: `Thông báo kết quả cuối cùng, ${letter.body.name}`, day: null, draft: true, document: closingLetter(letter) }),
    ),
  ];
}

const KEPT_SNAPSHOT = 'Bộ số liệu chốt khi đóng kỳ';

/** Papers and minutes of the council’s sessions, the final result, and by which the result is submitted and approved; none of a round that was closed before results were kept. */
export async function madeDocuments(db: Reading, round: ArchivedRound): Promise<MadeDocument[]> {
  const made = await closingRecords(db, round);
  const plan = await findBoardRound(db, round.id);
  if (!plan) return made;
  const reader = { account: round.account, leads: false, language: 'vi', moment: round.moment, illustrative: round.illustrative } as const;
  for (const { id, number, state, concludedAt } of (await readSessions(db, round.id)).toReversed()) {
    const open = state === 'concluded' ? await readSession(db, round.id, id) : undefined;
    if (!open || concludedAt === null) continue;
    const material = await readMaterial(db, plan, open, reader);
    const day = dayOf(concludedAt.getTime());
    made.push(
      { name: `Tài liệu họp Hội đồng, phiên số ${number}`, day, note: 'bản do hệ thống lập', document: SESSION_DOCUMENTS.papers.make(material) },
      { name: `Biên bản họp Hội đồng, phiên số ${number}`, day, document: SESSION_DOCUMENTS.minutes.make(material) },
    );
  }
  if (!(await findRoundResult(db, round.id))) return made;
  const material = await readResultMaterial(db, plan, round);
  const drafts = { submission: 'Tờ trình phê duyệt kết quả (dự thảo)', decision: 'Quyết định phê duyệt kết quả (dự thảo)' } as const;
  return [
    ...made,
    ...(await resultFiles(db, round, plan)),
    ...RESULT_PAPERS.map((paper): MadeDocument => {
      const { make, author } = RESULT_PAPER_DOCUMENTS[paper];
      return { name: drafts[paper], day: null, author: author(material), draft: true, document: make(material) };
    }),
  ];
}
