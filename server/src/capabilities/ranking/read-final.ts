import { inLanguage, itemsOfDomains, type Language, type Scheme } from '@parindex/core';
import type { finalBodyAnswer, finalRankingAnswer } from '@parindex/core/contracts/schemas/index';
import { STAGES } from '@parindex/core/ledger/index';
import type { FinalBody } from '@parindex/core/ranking/final-result';
import { bodiesAtWork, may } from '@parindex/core/rights/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { Problem } from '../../http/problems.ts';
import { iso } from '../../iso.ts';
import { readyEdition } from '../editions/ready.ts';
import { type ReasonRow, readReasons } from '../explanation/queries/explanation.ts';
import { headOf } from '../progress/head.ts';
import type { FoundBoard } from '../progress/poll.ts';
import { type BoardRound, findBoardRound } from '../progress/queries/board.ts';
import { type BodyPlaceRow, type BodyResultRow, countResults, findRoundResult, readBodyPlaces, readBodyResults } from '../rounds/queries/results.ts';
import { readAgencies } from '../sheets/queries/report-place.ts';
import { NOT_CLOSED } from './closed.ts';
import { readExplained } from './read-final-items.ts';

export type FinalRankingAnswer = z.output<typeof finalRankingAnswer>;
export type FinalBodyAnswer = z.output<typeof finalBodyAnswer>;
type FinalRow = FinalRankingAnswer['rows'][number];

/** Whether those who take part are told places: once the step of publication has opened, or where the calendar has none. */
const isPublished = ({ steps }: BoardRound, moment: Date): boolean =>
  steps.every(({ step, opens }) => step !== 'publication' || Date.parse(String(opens)) <= moment.getTime());

/** What somebody sees of a final result, and the bodies that they work for. */
interface FinalScope {
  readonly view: FinalRankingAnswer['view'];
  readonly own: readonly string[];
  readonly oversees: boolean;
}

function scopeOf({ memberships }: Pick<Caller, 'memberships'>, { of, plan }: FoundBoard, moment: Date): FinalScope {
  const own = bodiesAtWork(memberships).filter((body) => of.participants.includes(body));
  if (may(memberships, 'sheet.list', of)) return { view: 'whole', own, oversees: true };
  if (plan.rankingShown === 'overseers' || !isPublished(plan, moment)) return { view: 'own', own, oversees: false };
  return { view: plan.rankingShown === 'participants' ? 'whole' : 'ownPlace', own, oversees: false };
}

const classOf = (id: string | null, { classes }: Scheme, language: Language): FinalRow['class'] =>
  id === null ? null : { id, title: inLanguage(classes.list.find((one) => one.id === id)?.title, language) ?? id };

interface Told {
  readonly scheme: Scheme;
  readonly language: Language;
  readonly scope: FinalScope;
  /** Where bodies stood the year before. */
  readonly lastYear: ReadonlyMap<string, BodyPlaceRow>;
}

function rowOf({ body, result }: BodyResultRow, { scheme, language, scope: { view, own, oversees }, lastYear }: Told): FinalRow {
  const { name, code, block, ranked, points, maximum, index, bonus, penalty, total, rank, reason, domains, steps } = result;
  const isOwn = own.includes(body);
  const told = oversees || isOwn;
  const place = (rank: number | null | undefined) => (view === 'own' ? null : (rank ?? null));
  const past = told ? lastYear.get(body) : undefined;
  return {
    ...{ body: { id: body, name, code, block }, own: isOwn, ranked, points, maximum, index, bonus, penalty, total },
    rank: place(rank),
    blockRank: place(result.blockRank),
    lastYear: past ? { index: past.index, rank: place(past.rank) } : null,
    class: classOf(result.class, scheme, language),
    reason,
    domains: domains.map((domain) => ({ ...domain, rank: place(domain.rank) })),
    steps: told ? steps.map(({ stage, index: at, change, rank: then }) => ({ stage, index: at, change, rank: place(then) })) : [],
  };
}

/** Why an item was decided so; a conclusion is drawn for the vote, and only its words say why. */
export const said = ({ stage, name, text }: ReasonRow): string | null =>
  [stage === 'council' ? null : name, text].filter((part): part is string => typeof part === 'string').join(': ') || null;

const domainsOf = ({ domains }: Scheme, of: readonly FinalBody[], language: Language) => {
  const has = new Set(of.flatMap((result) => result.domains.map(({ code }) => code)));
  return domains.flatMap(({ code, title }) => (has.has(code) ? [{ code, title: inLanguage(title, language) ?? code }] : []));
};

interface Wanted {
  readonly moment: Date;
  readonly language: Language;
}

interface YearBefore {
  readonly year: number | null;
  readonly places: ReadonlyMap<string, BodyPlaceRow>;
}

/** Where bodies stood in the round that this one was copied from, if it is closed, as far as the asker is told. */
async function findYearBefore(db: Reading, { copiedFrom }: BoardRound): Promise<YearBefore> {
  const past = copiedFrom === null ? undefined : await findBoardRound(db, copiedFrom);
  const places = past?.closedAt ? await readBodyPlaces(db, past.round) : [];
  return { year: past && places.length > 0 ? past.year : null, places: new Map(places.map((place) => [place.body, place])) };
}

/** The final result of a closed round, as far as the asker is told. */
export async function readFinalRanking(
  db: Reading,
  found: FoundBoard,
  caller: Pick<Caller, 'memberships'>,
  { moment, language }: Wanted,
): Promise<FinalRankingAnswer> {
  const { plan, of } = found;
  if (plan.closedAt === null) throw new Problem('notNow', { detail: NOT_CLOSED });
  const scope = scopeOf(caller, found, moment);
  const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
  const made = await findRoundResult(db, plan.round);
  const { bodies, placed } = await countResults(db, plan.round);
  const before = await findYearBefore(db, plan);
  const results = (await readBodyResults(db, plan.round)).filter(({ body }) => scope.view === 'whole' || scope.own.includes(body));
  return {
    ...headOf(plan, scheme, moment),
    ownerKind: (await readAgencies(db, [plan.owner]))(plan.owner).kind,
    view: scope.view,
    made: made && scope.oversees ? { by: made.by, at: iso(made.at), snapshotHash: made.snapshotHash, resultHash: made.resultHash } : null,
    missing: bodies === 0,
    mayKeep: bodies === 0 && may(caller.memberships, 'round.decide', of),
    within: scheme.ranking.within,
    on: scheme.ranking.on,
    bodies,
    placed: scope.view === 'own' ? 0 : placed,
    before: before.year === null ? null : { year: before.year },
    domains: domainsOf(
      scheme,
      results.map(({ result }) => result),
      language,
    ),
    rows: results.map((row) => rowOf(row, { scheme, language, scope, lastYear: before.places })),
  };
}

/** That of one body, with the items that each stage moved and the reasons of the verdicts. */
export async function readFinalBody(
  db: Reading,
  found: FoundBoard,
  caller: Pick<Caller, 'memberships'>,
  body: string,
  { moment, language }: Wanted,
): Promise<FinalBodyAnswer> {
  const { plan } = found;
  if (plan.closedAt === null) throw new Problem('notNow', { detail: NOT_CLOSED });
  const [row] = await readBodyResults(db, plan.round, body);
  if (!row) throw new Problem('notFound');
  const scope = scopeOf(caller, found, moment);
  const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
  const titles = new Map(itemsOfDomains(scheme.domains).map(({ code, title }) => [code, inLanguage(title, language) ?? code]));
  const reasons = new Map((await readReasons(db, plan.round, language, body)).map((reason) => [`${reason.stage} ${reason.item}`, said(reason)]));
  const lastReasons = new Map(
    STAGES.flatMap((stage) => [...titles.keys()].map((code) => [code, reasons.get(`${stage} ${code}`)] as const)).filter(([, reason]) => reason),
  );
  return {
    ...headOf(plan, scheme, moment),
    ownerKind: (await readAgencies(db, [plan.owner]))(plan.owner).kind,
    row: rowOf(row, { scheme, language, scope, lastYear: (await findYearBefore(db, plan)).places }),
    placed: scope.view === 'own' ? null : (await countResults(db, plan.round)).placed,
    domains: domainsOf(scheme, [row.result], language),
    moves: row.result.steps.slice(1).map(({ stage, moved }) => ({
      stage,
      items: moved.map(({ code, before, after }) => ({
        code,
        title: titles.get(code) ?? code,
        before,
        after,
        reason: reasons.get(`${stage} ${code}`) ?? null,
      })),
    })),
    ...(await readExplained(db, plan, row, { language, reasonOf: (code) => lastReasons.get(code) ?? null })),
  };
}
