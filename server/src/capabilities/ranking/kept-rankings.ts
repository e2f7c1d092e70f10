import { setImmediate } from 'node:timers/promises';
import type { runningRankingRow } from '@parindex/core/contracts/schemas/index';
import type { Stage } from '@parindex/core/ledger/index';
import { type PlacedBody, rankInSteps } from '@parindex/core/ranking/running-ranks';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import type { z } from 'zod';
import type { ReadyEdition } from '../editions/ready.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import type { BoardSheet } from '../progress/queries/board.ts';

export type RankingRow = z.output<typeof runningRankingRow>;
export type RankedSheet = BoardSheet & Pick<CountedSheet, 'counts' | 'stages'>;

/** Rankings that are kept: those last asked for, as a round is ranked at each stage and as each kind of reader sees it. */
const MOST_RANKINGS = 6;

/** Rows that are made at a time, before others have their turn. */
const AT_ONCE = 50;

/** Counts stay the same values as long as they are kept; the rest is what a row tells of a sheet besides. */
const SAME: readonly (keyof RankedSheet)[] = ['body', 'stages', 'ranked', 'block', 'state', 'name', 'code'];
const isSame = (a: readonly RankedSheet[], b: readonly RankedSheet[]): boolean =>
  a.length === b.length && a.every((one, at) => SAME.every((key) => one[key] === b[at]?.[key]));

type Counted = Pick<RankingRow, 'asked' | 'answered' | 'claims'>;
const NOTHING_ASKED: Counted = { asked: 0, answered: 0, claims: 0 };
const progressIn = ({ asked, answered, claims }: Counted, undecided: number) => ({ asked, answered, claims, decided: Math.max(0, asked - undecided) });

function rowOf({ body, name, code, block, state, ranked, counts }: RankedSheet, { domains, undecided, ...place }: PlacedBody): RankingRow {
  const sum = (key: keyof Counted) => counts.domains.reduce((total, domain) => total + domain[key], 0);
  const byDomain = new Map(counts.domains.map((domain) => [domain.code, domain] as const));
  return {
    body: { id: body, name, code, block },
    own: false,
    state,
    ranked,
    ...progressIn({ asked: sum('asked'), answered: sum('answered'), claims: sum('claims') }, undecided),
    ...place,
    domains: domains.map(({ undecided: left, ...domain }) => ({ ...domain, ...progressIn(byDomain.get(domain.code) ?? NOTHING_ASKED, left) })),
  };
}

const LAST = Number.MAX_SAFE_INTEGER;
const byPlace = (a: RankingRow, b: RankingRow) => (a.rank ?? LAST) - (b.rank ?? LAST);

/** What is claimed not to have arisen counts as not answered yet, and nothing is compared with the year before. */
const withoutClaims = <R extends Pick<RankingRow, 'answered' | 'claims' | 'change'>>(row: R): R => ({
  ...row,
  answered: row.answered - row.claims,
  claims: 0,
  change: null,
});

/** A row as a body that takes part is told it of another. */
export const asTold = (row: RankingRow): RankingRow => ({ ...withoutClaims(row), domains: row.domains.map(withoutClaims) });

/** A round ranked, its rows by place, those without one last; nobody's own. */
export class Ranking {
  readonly rows: readonly RankingRow[];
  readonly placed: number;
  #whole: Promise<readonly Buffer[]> | undefined;
  #told: Promise<readonly Buffer[]> | undefined;

  constructor(rows: readonly RankingRow[]) {
    this.rows = rows;
    this.placed = rows.filter(({ rank }) => rank !== null).length;
  }

  /** Its rows as JSON, as whoever oversees the round sees them, or as they are told to others: written once for all who ask. */
  written(as: 'whole' | 'told'): Promise<readonly Buffer[]> {
    if (as === 'whole') this.#whole ??= written(this.rows, (row) => row);
    else this.#told ??= written(this.rows, asTold);
    return (as === 'whole' ? this.#whole : this.#told) as Promise<readonly Buffer[]>;
  }
}

async function written(rows: readonly RankingRow[], shown: (row: RankingRow) => RankingRow): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for (const [at, row] of rows.entries()) {
    all.push(Buffer.from(JSON.stringify(shown(row))));
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return all;
}

async function make(sheets: readonly RankedSheet[], { prepared }: ReadyEdition, stage: Stage): Promise<Ranking> {
  const steps = rankInSteps(
    sheets.map(({ ranked, block, stages }) => ({ ranked, block, standing: runningAt(stages, stage) })),
    prepared,
    stage,
  );
  let step = steps.next();
  while (!step.done) {
    await setImmediate();
    step = steps.next();
  }
  const places: readonly PlacedBody[] = step.value;
  const rows: RankingRow[] = [];
  for (const [at, sheet] of sheets.entries()) {
    rows.push(rowOf(sheet, places[at] as PlacedBody));
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return new Ranking(rows.toSorted(byPlace));
}

/** Ranks sheets anew only where one of them has changed; several who ask at once share the work, which lets others have their turn. */
export class KeptRankings {
  #kept: { readonly stage: Stage; readonly edition: ReadyEdition; readonly sheets: readonly RankedSheet[]; readonly made: Promise<Ranking> }[] = [];

  /** The ranking of these sheets at a stage. */
  of(sheets: readonly RankedSheet[], edition: ReadyEdition, stage: Stage): Promise<Ranking> {
    const known = this.#kept.find((one) => one.stage === stage && one.edition === edition && isSame(one.sheets, sheets));
    const kept = known ?? { stage, edition, sheets, made: make(sheets, edition, stage) };
    this.#kept = [kept, ...this.#kept.filter((one) => one !== kept)].slice(0, MOST_RANKINGS);
    if (!known)
      kept.made.catch(() => {
        this.#kept = this.#kept.filter((one) => one !== kept);
      });
    return kept.made;
  }
}
