import { type ItemResult, inLanguage, itemsOfDomains, type Language } from '@parindex/core';
import { reasonName, type VerdictReason } from '@parindex/core/appraisal/reasons';
import type { councilAnswer, councilSession } from '@parindex/core/contracts/schemas/index';
import { changedSince, type PaperItem } from '@parindex/core/council/papers';
import { attendingOf, countVotes, hasQuorum, isCarried, whyNotVote } from '@parindex/core/council/votes';
import { ITEM_REMARKS } from '@parindex/core/ledger/entry';
import { runningStateOf } from '@parindex/core/ranking/running-sheet';
import type { Scheme } from '@parindex/core/scheme/types';
import { COUNCIL_REFUSAL_TEXTS, paperChangeText } from '@parindex/core/words/council-words';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { readyEdition } from '../editions/ready.ts';
import { counting, kindOf } from '../explanation/explained-items.ts';
import { type RemarkRow, readRemarks, stands } from '../explanation/queries/explanation.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { stepsOfPlan } from '../progress/read-board.ts';
import { readAppraisalTerms } from '../rounds/queries/appraisal-terms.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readExplanationStates } from '../sheets/queries/explanation-states.ts';
import { readSheets } from '../sheets/queries/sheets.ts';
import { scoreStage, sheetOfCells } from '../sheets/sheet.ts';
import { movingOf, type OpenSession, standingOf, votesBefore, votesOn } from './open-session.ts';
import { resultOfProposal, standsBefore } from './proposed-verdict.ts';
import {
  type AgendaRow,
  type KeptPapers,
  readAgendaCounts,
  readCouncilPeople,
  readSessions,
  readVerdictsOfAgenda,
  type SessionRow,
  type VerdictOnItem,
} from './queries/council.ts';

export type SessionAnswer = z.output<typeof councilSession>;
type AgendaAnswer = SessionAnswer['agenda'][number];

const presentHead = ({ id, number, state, way, startsAt, place, chair, secretary }: SessionRow) => ({
  ...{ id, number, state, way, place, chair, secretary },
  startsAt: startsAt?.toISOString() ?? null,
});

/** The sessions of a round, and of whom another can be made. */
export async function presentCouncil(db: Reading, plan: BoardRound, account: string, moment: Date): Promise<z.output<typeof councilAnswer>> {
  const counts = await readAgendaCounts(db, plan.round, account);
  const step = stepsOfPlan(plan, moment).find((one) => one.step === 'council');
  return {
    round: plan.round,
    title: plan.title,
    step: step ? { opens: step.opens, closes: step.closes, open: step.open } : null,
    ...(await readCouncilPeople(db, plan.round)),
    sessions: (await readSessions(db, plan.round)).map((session) => ({
      ...presentHead(session),
      ...(counts.get(session.id) ?? { items: 0, concluded: 0, waiting: 0 }),
    })),
  };
}

/** The sheets of the bodies on an agenda, each once. */
export async function readSheetsOf(
  db: Reading,
  round: string,
  agenda: readonly { readonly body: { readonly id: string } }[],
): Promise<ReadonlyMap<string, OpenSheet>> {
  const bodies = [...new Set(agenda.map(({ body }) => body.id))];
  if (bodies.length === 0) return new Map();
  const rows = await readSheets(db, round, { bodies, withoutParts: true });
  const sheets = new Map<string, OpenSheet>();
  for (const row of rows) {
    const edition = await readyEdition(db, row.edition, row.editionHash);
    sheets.set(row.body, { place: row, edition, sheet: sheetOfCells(row.cells, row.parts, row), beside: row });
  }
  return sheets;
}

/** What stands before the council now on an item of an agenda. */
export async function whatStands(db: Reading, round: string, row: AgendaRow): Promise<string> {
  const sheet = (await readSheetsOf(db, round, [row])).get(row.body.id);
  if (!sheet) throw new Problem('notFound');
  return standsBefore(sheet, row, resultOfProposal(sheet, row));
}

const NOTHING = { state: 'unanswered', points: '0/1', maximum: '0/1' } as const;
const standingOfResult = (result: ItemResult | undefined) =>
  result ? { state: runningStateOf(result), points: result.points, maximum: result.maximum } : NOTHING;

/** What each sheet comes to at the claim and now, worked out once for all its items on the agenda. */
function scoresOf(sheets: ReadonlyMap<string, OpenSheet>) {
  const at = (open: OpenSheet, stage: 'claimed' | 'council') =>
    new Map(scoreStage(open.edition, open.place, open.sheet, stage, open.beside).result.items.map((item) => [item.code, item]));
  return new Map([...sheets].map(([body, open]) => [body, { claimed: at(open, 'claimed'), now: at(open, 'council') }]));
}

const titleOf = (open: OpenSheet | undefined, code: string, language: Language): string =>
  inLanguage(itemsOfDomains(open?.edition.scheme.domains ?? []).find((item) => item.code === code)?.title, language) ?? code;

export interface SessionReader {
  readonly account: string;
  /** Of its secretariat: sees how many have voted while the vote is open. */
  readonly leads: boolean;
  readonly language: Language;
}

/**
 * A session as it is told: what is claimed, appraised and proposed on each item, reckoned by the core; votes as far as the asker sees them.
 * @param sheets of the bodies on its agenda
 */
export async function presentSession(
  db: Reading,
  plan: BoardRound,
  open: OpenSession,
  reader: SessionReader,
  sheets: ReadonlyMap<string, OpenSheet>,
): Promise<SessionAnswer> {
  const { session, members, agenda } = open;
  const { round, title } = plan;
  const scores = scoresOf(sheets);
  const bodies = [...sheets.keys()];
  const { reasons } = await readAppraisalTerms(db, round);
  const verdicts = (await readVerdictsOfAgenda(db, round, bodies)).map((verdict) => ({ ...verdict, reason: whyText(verdict, reasons, reader.language) }));
  const said = saidByItem(bodies.length === 0 ? [] : counting(await readRemarks(db, round), await readExplanationStates(db, round)));
  const moving = movingOf(open);
  const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
  const item = (row: AgendaRow): AgendaAnswer => {
    const sheet = sheets.get(row.body.id);
    const of = scores.get(row.body.id);
    const votes = votesOn(open, row);
    const counted = countVotes(votes);
    const isOver = row.state === 'closed' || row.state === 'concluded';
    const why = whyNotVote(moving, standingOf(open, row), reader.account, 'self');
    const proposed = sheet && row.state !== 'concluded' ? resultOfProposal(sheet, row) : undefined;
    const stands = sheet && row.state !== 'concluded' ? standsBefore(sheet, row, proposed) : null;
    return {
      ...{ id: row.id, body: row.body, state: row.state, proposal: row.proposal, words: row.words },
      targets: row.targets.map(({ kind, id, changes }) => ({ kind, id, changes: changes as AgendaAnswer['targets'][number]['changes'] })),
      item: { code: row.item, title: titleOf(sheet, row.item, reader.language) },
      seq: sheet?.sheet.seq ?? 0,
      claimed: standingOfResult(of?.claimed.get(row.item)),
      now: standingOfResult(of?.now.get(row.item)),
      proposed: proposed ? standingOfResult(proposed) : null,
      stands,
      verdicts: verdictsOn(verdicts, row),
      said: said.get(`${row.body.id} ${row.item}`) ?? [],
      votes: votes.map(({ person, choice, opinion, way, file, enteredBy, seen }) => ({
        ...{ person, choice, opinion, way, file, enteredBy },
        moved: stands !== null && seen !== stands,
      })),
      count: isOver || reader.leads ? { ...counted, carried: isCarried(counted) } : null,
      barred: members.flatMap(({ person }) => (open.barred.get(row.body.id)?.has(person.id) ? [person] : [])),
      earlier: votesBefore(open, row).map(countVotes),
      whyNot: why === undefined ? null : why === 'ownCause' ? OWN_CAUSE[reader.language] : COUNCIL_REFUSAL_TEXTS[why][reader.language],
    };
  };
  const answered = agenda.map(item);
  return {
    ...presentHead(session),
    ...{ round, title },
    papers: open.papers ? presentPapers(open.papers, answered, scheme, reader.language) : null,
    version: session.version,
    openedAt: session.openedAt?.toISOString() ?? null,
    minutesRead: session.minutesRead,
    rounding: scheme.rounding,
    members: members.map((member) => ({ ...member })),
    quorum: {
      members: moving.members.length,
      leftOut: open.council.filter(({ id }) => !members.some(({ person }) => person.id === id)),
      attending: attendingOf(moving.members).length,
      reached: hasQuorum(moving.members),
    },
    agenda: answered,
    kept: open.kept,
  };
}

/** An item of the agenda as papers tell it. */
export const paperItemOf = ({ id, body, item, claimed, now, proposal, words, verdicts, said, stands }: AgendaAnswer): PaperItem => ({
  ...{ id, body: body.id, name: body.name, code: item.code, claimed, now, proposal, words, stands },
  verdicts: verdicts.filter(({ stage }) => stage !== 'council').length,
  said: said.length,
});

/** The papers that members got, and what changed since, in words. */
function presentPapers({ convenedAt, files, items }: KeptPapers, agenda: readonly AgendaAnswer[], scheme: Scheme, language: Language): SessionAnswer['papers'] {
  const concluded = new Set(agenda.flatMap(({ id, state }) => (state === 'concluded' ? [id] : [])));
  return {
    convenedAt: convenedAt.toISOString(),
    files: [...files],
    changes: changedSince(items, agenda.map(paperItemOf), concluded).map((change) => paperChangeText(change, scheme, language)),
  };
}

const OWN_CAUSE = {
  vi: 'Ông/Bà không biểu quyết nội dung này vì có liên quan đến cơ quan được đánh giá.',
  en: 'You do not vote on this, as you have a cause of your own in the body.',
};

/** Why a verdict was given: what is said for it in the list, and in words. What the council concludes it does for its vote, and says why in words alone. */
function whyText({ stage, code, reason }: VerdictOnItem, reasons: readonly VerdictReason[], language: Language): string | null {
  const name = stage === 'council' ? undefined : reasonName(reasons, code, language);
  return [name, reason].filter((part) => part !== undefined && part !== null).join(': ') || null;
}

const verdictsOn = (verdicts: readonly VerdictOnItem[], { body, item }: AgendaRow): AgendaAnswer['verdicts'] =>
  verdicts
    .filter((verdict) => verdict.body === body.id && verdict.item === item)
    .map(({ stage, at, by, points, reason }) => ({ stage, at: at.toISOString(), by, points, reason }));

/** What was said of each item, by its body and code, in the order in which a round goes; what was taken back is left out. */
function saidByItem(remarks: readonly RemarkRow[]): ReadonlyMap<string, AgendaAnswer['said']> {
  const standing = remarks.filter(stands).toSorted((a, b) => ITEM_REMARKS.indexOf(a.act) - ITEM_REMARKS.indexOf(b.act));
  const byItem = Map.groupBy(standing, ({ body, item }) => `${body} ${item}`);
  return new Map([...byItem].map(([key, of]) => [key, of.map(presentRemark)]));
}

const presentRemark = (remark: RemarkRow): AgendaAnswer['said'][number] => ({
  ...{ act: remark.act, at: remark.at.toISOString(), by: remark.by.name, text: remark.text ?? '', date: remark.date, team: remark.team },
  kind: remark.act === 'reply' ? kindOf(remark) : null,
  citations: [...remark.citations],
});
