import { RESULT_PAPERS } from '@parindex/core/contracts/schemas/ranking';
import { dayOf } from '@parindex/core/round/index';
import type { Reading } from '../../../db/transaction.ts';
import type { OfficialDocument } from '../../../documents/document.ts';
import { SESSION_DOCUMENTS } from '../../council/council-documents.ts';
import { readSession } from '../../council/open-session.ts';
import { readSessions } from '../../council/queries/council.ts';
import { readMaterial } from '../../council/session-material.ts';
import { findBoardRound } from '../../progress/queries/board.ts';
import { readResultMaterial } from '../../ranking/read-result-papers.ts';
import { RESULT_PAPER_DOCUMENTS } from '../../ranking/result-papers.ts';
import { findRoundResult } from '../../rounds/queries/results.ts';
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
  readonly document: OfficialDocument;
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

/** Minutes of the council’s sessions, and by which the result is submitted and approved; none of a round that was closed before results were kept. */
export async function madeDocuments(db: Reading, round: ArchivedRound): Promise<MadeDocument[]> {
  const made = await closingRecords(db, round);
  const plan = await findBoardRound(db, round.id);
  if (!plan) return made;
  const reader = { account: round.account, leads: false, language: 'vi', moment: round.moment, illustrative: round.illustrative } as const;
  for (const { id, number, state, concludedAt } of (await readSessions(db, round.id)).toReversed()) {
    const open = state === 'concluded' ? await readSession(db, round.id, id) : undefined;
    if (!open || concludedAt === null) continue;
    const document = SESSION_DOCUMENTS.minutes.make(await readMaterial(db, plan, open, reader));
    made.push({ name: `Biên bản họp Hội đồng, phiên số ${number}`, day: dayOf(concludedAt.getTime()), document });
  }
  if (!(await findRoundResult(db, round.id))) return made;
  const material = await readResultMaterial(db, plan, round);
  const drafts = { submission: 'Tờ trình phê duyệt kết quả (dự thảo)', decision: 'Quyết định phê duyệt kết quả (dự thảo)' } as const;
  return [
    ...made,
    ...RESULT_PAPERS.map((paper): MadeDocument => {
      const { make, author } = RESULT_PAPER_DOCUMENTS[paper];
      return { name: drafts[paper], day: null, author: author(material), draft: true, document: make(material) };
    }),
  ];
}
