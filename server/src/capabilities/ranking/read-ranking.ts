import { inLanguage, type Language } from '@parindex/core';
import type { runningRankingAnswer, runningRankingQuery } from '@parindex/core/contracts/schemas/index';
import { STAGES } from '@parindex/core/ledger/index';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import { bodiesAtWork, may } from '@parindex/core/rights/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { type ClaimsOfOthers, countRound } from '../progress/count-sheets.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { FoundBoard } from '../progress/poll.ts';
import type { KeptPlaces } from './kept-places.ts';
import { findShownClaims } from './queries/shown-ranking.ts';

export type RankingAnswer = z.output<typeof runningRankingAnswer>;
type RankingQuery = z.output<typeof runningRankingQuery>;
type RankingRow = RankingAnswer['rows'][number];

export interface RankingMaking extends BoardMaking {
  readonly places: KeptPlaces;
}

/** What somebody sees of a ranking, and the bodies that they work for. */
interface RankingScope {
  readonly view: RankingAnswer['view'];
  readonly own: readonly string[];
  /** Whether they see all sheets by their own right, and so verdicts too. */
  readonly oversees: boolean;
  /** Else what they are told of the sheets of others. */
  readonly others?: ClaimsOfOthers;
}

/** By the right to list the sheets everything; else as the round's owner has chosen, which the database judges too. */
async function scopeOf(db: Reading, { memberships }: Pick<Caller, 'memberships'>, { of, plan }: FoundBoard): Promise<RankingScope> {
  const own = bodiesAtWork(memberships).filter((body) => of.participants.includes(body));
  if (may(memberships, 'sheet.list', of)) return { view: 'whole', own, oversees: true };
  const others = plan.rankingShown === 'overseers' ? undefined : await findShownClaims(db, plan.round, own);
  if (!others) return { view: 'own', own, oversees: false };
  return { view: plan.rankingShown === 'participants' ? 'whole' : 'ownPlace', own, oversees: false, others };
}

const withoutDomainPlaces = ({ domains, ...row }: RankingRow): RankingRow => ({ ...row, domains: domains.map((domain) => ({ ...domain, rank: null })) });

/** Without places: what a body scores itself is its own to see, where it stands among others is not. */
const withoutPlaces = (row: RankingRow): RankingRow => ({ ...withoutDomainPlaces(row), rank: null, blockRank: null });

/** What is claimed not to have arisen counts as not answered yet, and nothing is compared with the year before. */
const asTold = <R extends Pick<RankingRow, 'answered' | 'claims' | 'change'>>(row: R): R => ({
  ...row,
  answered: row.answered - row.claims,
  claims: 0,
  change: null,
});

/** A row as somebody sees it. While a sheet is open, its own place moves with each save: told then, it would give away the points of those beside it. */
function shownRow(row: RankingRow, { view, oversees }: RankingScope): RankingRow {
  if (oversees) return row;
  switch (view) {
    case 'whole':
      return row.own
        ? { ...row, change: null, domains: row.domains.map((domain) => ({ ...domain, change: null })) }
        : { ...asTold(row), domains: row.domains.map(asTold) };
    case 'ownPlace':
      return row.state === 'open' ? withoutPlaces(row) : withoutDomainPlaces(row);
    case 'own':
      return withoutPlaces(row);
  }
}

type Counted = Pick<RankingRow, 'asked' | 'answered' | 'claims'>;
const NOTHING_ASKED: Counted = { asked: 0, answered: 0, claims: 0 };
const progressIn = ({ asked, answered, claims }: Counted, undecided: number) => ({ asked, answered, claims, decided: Math.max(0, asked - undecided) });

const LAST = Number.MAX_SAFE_INTEGER;
const byPlace = (a: RankingRow, b: RankingRow) => (a.rank ?? LAST) - (b.rank ?? LAST);

/** The ranking of a round as somebody sees it, from the counts that the board keeps. */
export async function readRanking(
  db: Reading,
  found: FoundBoard,
  caller: Pick<Caller, 'memberships'>,
  making: RankingMaking,
  wanted: RankingQuery,
  moment: Date,
  language: Language,
): Promise<RankingAnswer> {
  const { plan } = found;
  const scope = await scopeOf(db, caller, found);
  const { view, own, oversees } = scope;
  const { edition, counted } = await countRound(db, plan, making, view === 'own' ? own : undefined, scope.others);
  const { scheme } = edition;
  const reached = new Set(counted.flatMap(({ stages }) => stages.map(({ stage }) => stage)));
  const stages = oversees ? STAGES.filter((stage) => stage === 'claimed' || reached.has(stage)) : (['claimed'] as const);
  const stage = stages.findLast((one) => STAGES.indexOf(one) <= STAGES.indexOf(wanted.stage)) ?? 'claimed';
  // Whoever sees no list is not told how many have frozen theirs.
  const among = view === 'whole' ? wanted.among : 'all';
  const shown = counted.filter(({ state }) => among === 'all' || state !== 'open');
  const places = making.places.of(shown, edition, stage);
  const all = shown.map(({ body, name, code, block, state, ranked, counts }, at): RankingRow => {
    const { domains, undecided, ...place } = places[at] as (typeof places)[number];
    const sum = (key: 'asked' | 'answered' | 'claims') => counts.domains.reduce((total, domain) => total + domain[key], 0);
    const byDomain = new Map(counts.domains.map((domain) => [domain.code, domain] as const));
    return {
      body: { id: body, name, code, block },
      own: own.includes(body),
      state,
      ranked,
      ...progressIn({ asked: sum('asked'), answered: sum('answered'), claims: sum('claims') }, undecided),
      ...place,
      domains: domains.map(({ undecided: left, ...domain }) => ({ ...domain, ...progressIn(byDomain.get(domain.code) ?? NOTHING_ASKED, left) })),
    };
  });
  const rows = all.filter((row) => view === 'whole' || row.own).toSorted(byPlace);
  const domains = new Set(counted.flatMap(({ stages: of }) => runningAt(of, stage).domains.map(({ code }) => code)));
  return {
    round: plan.round,
    title: plan.title,
    year: plan.year,
    rounding: scheme.rounding,
    at: moment.toISOString(),
    closedAt: plan.closedAt?.toISOString() ?? null,
    view,
    shown: plan.rankingShown,
    stage,
    stages: [...stages],
    among,
    within: scheme.ranking.within,
    on: scheme.ranking.on,
    bodies: all.length,
    placed: view === 'own' ? 0 : all.filter(({ rank }) => rank !== null).length,
    // Of others nothing of it is told, and a list compares all or none.
    before: view === 'whole' && !oversees ? null : yearBefore(counted),
    domains: scheme.domains.flatMap(({ code, title }) => (domains.has(code) ? [{ code, title: inLanguage(title, language) ?? code }] : [])),
    rows: rows.map((row) => shownRow(row, scope)),
  };
}

function yearBefore(counted: readonly Pick<CountedSheet, 'before'>[]): RankingAnswer['before'] {
  const known = counted.flatMap(({ before }) => before ?? []);
  const year = known.at(-1)?.year;
  return year === undefined ? null : { year, stages: STAGES.filter((stage) => known.some((before) => before.stage === stage)) };
}
