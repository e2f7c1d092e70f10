import { inLanguage, type Language } from '@parindex/core';
import type { runningRankingAnswer, runningRankingQuery } from '@parindex/core/contracts/schemas/index';
import { STAGES, type Stage } from '@parindex/core/ledger/index';
import { lastClosing } from '@parindex/core/progress/index';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import { bodiesAtWork, may } from '@parindex/core/rights/index';
import { tellsOwnPlace } from '@parindex/core/round/ranking-shown';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { WrittenJson } from '../../http/answer.ts';
import { countRound, type ToldClaims } from '../progress/count-sheets.ts';
import { headOf } from '../progress/head.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import type { FoundBoard } from '../progress/poll.ts';
import type { BoardRound, BoardSheet } from '../progress/queries/board.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { asTold, type Ranking, type RankingRow } from './kept-rankings.ts';
import type { RankingMaking } from './making.ts';
import { findShownClaims } from './queries/shown-ranking.ts';

export type RankingAnswer = z.output<typeof runningRankingAnswer>;
type RankingQuery = z.output<typeof runningRankingQuery>;

/** What somebody sees of a ranking, and the bodies that they work for. */
interface RankingScope {
  readonly view: RankingAnswer['view'];
  readonly own: readonly string[];
  /** Whether they see all sheets by their own right, and so verdicts too. */
  readonly oversees: boolean;
  /** Else what they are told of the sheets. */
  readonly told?: ToldClaims;
}

/** By the right to list the sheets everything; else as the round's owner has chosen, which the database judges too. */
async function scopeOf(db: Reading, { memberships }: Pick<Caller, 'memberships'>, { of, plan }: FoundBoard): Promise<RankingScope> {
  const own = bodiesAtWork(memberships).filter((body) => of.participants.includes(body));
  if (may(memberships, 'sheet.list', of)) return { view: 'whole', own, oversees: true };
  const told = plan.rankingShown === 'overseers' ? undefined : await findShownClaims(db, plan.round);
  if (!told) return { view: 'own', own, oversees: false };
  return { view: plan.rankingShown === 'participants' ? 'whole' : 'ownPlace', own, oversees: false, told };
}

const withoutPlaces = ({ domains, ...row }: RankingRow): RankingRow => ({
  ...row,
  rank: null,
  blockRank: null,
  domains: domains.map((domain) => ({ ...domain, rank: null })),
});

const uncompared = ({ domains, ...row }: RankingRow): RankingRow => ({ ...row, change: null, domains: domains.map((domain) => ({ ...domain, change: null })) });

type CountedSheetOfRound = BoardSheet & CountedSheet;

/** The counted sheets of a round, as somebody may see its ranking. */
export interface ReadSheets extends Omit<Awaited<ReturnType<typeof countRound>>, 'counted'> {
  readonly plan: BoardRound;
  readonly scope: RankingScope;
  readonly counted: readonly CountedSheetOfRound[];
  /** What they see of their own bodies, which may be more than what they are told of all. */
  readonly mine: readonly CountedSheetOfRound[];
}

/** What a ranking is made of; ranking and writing it asks nothing more of the database, and holds no connection. */
export async function readRankedSheets(db: Reading, found: FoundBoard, caller: Pick<Caller, 'memberships'>, making: RankingMaking): Promise<ReadSheets> {
  const { plan } = found;
  const scope = await scopeOf(db, caller, found);
  const { edition, counted } = await countRound(db, plan, making, scope.view === 'own' ? scope.own : undefined, scope.told);
  const mine = scope.view === 'ownPlace' ? (await countRound(db, plan, making, scope.own)).counted : counted;
  return { plan, scope, edition, counted, mine };
}

/** How a ranking is wanted. */
export interface WantedRanking extends RankingQuery {
  readonly moment: Date;
  readonly language: Language;
}

interface SeenRanking {
  readonly head: Omit<RankingAnswer, 'rows'>;
  readonly ranking: Ranking;
  /** The rows of their own bodies, as they are shown. */
  readonly own: ReadonlyMap<string, RankingRow>;
}

/** The last stage at which every body has a place that has one by its claim. */
async function lastWhole(stages: readonly Stage[], rankingAt: (stage: Stage) => Promise<Ranking>): Promise<Stage> {
  const { placed } = await rankingAt('claimed');
  for (const stage of stages.slice(1).toReversed()) if (placed > 0 && (await rankingAt(stage)).placed >= placed) return stage;
  return 'claimed';
}

async function seenRanking({ plan, scope, edition, counted, mine }: ReadSheets, making: RankingMaking, wanted: WantedRanking): Promise<SeenRanking> {
  const { view, own, oversees } = scope;
  const { scheme } = edition;
  const { moment, language } = wanted;
  const reached = new Set(counted.flatMap(({ stages }) => stages.map(({ stage }) => stage)));
  const stages = oversees ? STAGES.filter((stage) => stage === 'claimed' || reached.has(stage)) : (['claimed'] as const);
  // Whoever sees no list is not told how many have frozen theirs.
  const among = view === 'whole' ? wanted.among : 'all';
  const ranked = counted.filter(({ state }) => among === 'all' || state !== 'open');
  const rankingAt = (one: Stage) => making.rankings.of(ranked, edition, one);
  const asked = wanted.stage && STAGES.indexOf(wanted.stage);
  const stage = asked === undefined ? await lastWhole(stages, rankingAt) : (stages.findLast((one) => STAGES.indexOf(one) <= asked) ?? 'claimed');
  const ranking = await rankingAt(stage);
  const { rows } = mine === counted ? ranking : await making.rankings.of(mine, edition, stage);
  const ranks = new Map(ranking.rows.map(({ body, rank, blockRank }) => [body.id, { rank, blockRank }]));
  const shown = (row: RankingRow): RankingRow => {
    if (oversees) return row;
    if (view === 'whole') return uncompared(row);
    const closes = lastClosing(row.body.id, calendarOf(plan));
    const isTold = view === 'ownPlace' && (plan.closedAt !== null || tellsOwnPlace(row.state, closes, moment.getTime()));
    return { ...withoutPlaces(row), ...(isTold ? ranks.get(row.body.id) : {}) };
  };
  const domains = new Set(counted.flatMap(({ stages: of }) => runningAt(of, stage).domains.map(({ code }) => code)));
  return {
    ranking,
    own: new Map(rows.flatMap((row) => (own.includes(row.body.id) ? [[row.body.id, shown({ ...row, own: true })]] : []))),
    head: {
      ...headOf(plan, scheme, moment),
      view,
      shown: plan.rankingShown,
      stage,
      stages: [...stages],
      among,
      within: scheme.ranking.within,
      on: scheme.ranking.on,
      bodies: ranking.rows.length,
      placed: view === 'own' ? 0 : ranking.placed,
      // Of others nothing of it is told, and a list compares all or none.
      before: view === 'whole' && !oversees ? null : yearBefore(mine),
      domains: scheme.domains.flatMap(({ code, title }) => (domains.has(code) ? [{ code, title: inLanguage(title, language) ?? code }] : [])),
    },
  };
}

function yearBefore(counted: readonly Pick<CountedSheet, 'before'>[]): RankingAnswer['before'] {
  const known = counted.flatMap(({ before }) => before ?? []);
  const year = known.at(-1)?.year;
  return year === undefined ? null : { year, stages: STAGES.filter((stage) => known.some((before) => before.stage === stage)) };
}

/** The ranking as a value, to be made into something else. */
export async function makeRanking(sheets: ReadSheets, making: RankingMaking, wanted: WantedRanking): Promise<RankingAnswer> {
  const { head, ranking, own } = await seenRanking(sheets, making, wanted);
  const { view, oversees } = sheets.scope;
  if (view !== 'whole') return { ...head, rows: [...own.values()] };
  return { ...head, rows: ranking.rows.map((row) => own.get(row.body.id) ?? (oversees ? row : asTold(row))) };
}

/** The same as JSON, of rows that are written once for all who ask: there may be thousands, and all who take part may look at once. */
export async function writeRanking(sheets: ReadSheets, making: RankingMaking, wanted: WantedRanking): Promise<WrittenJson<RankingAnswer>> {
  const { head, ranking, own } = await seenRanking(sheets, making, wanted);
  const { view, oversees } = sheets.scope;
  const asJson = (row: RankingRow) => Buffer.from(JSON.stringify(row));
  const others = view === 'whole' ? await ranking.written(oversees ? 'whole' : 'told') : undefined;
  const rows = others
    ? ranking.rows.map(({ body }, at) => {
        const mine = own.get(body.id);
        return mine ? asJson(mine) : (others[at] as Buffer);
      })
    : [...own.values()].map(asJson);
  return WrittenJson.withList<RankingAnswer>(head, 'rows', rows);
}
