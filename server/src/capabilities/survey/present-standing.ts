import type { surveyStanding } from '@parindex/core/contracts/schemas/survey-standing';
import { ratesOf } from '@parindex/core/survey/outcomes/rates';
import { outcomesOf, sumOfStandings } from '@parindex/core/survey/outcomes/standing';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { countAwaited } from './queries/set-apart.ts';
import { readDays, readStanding, type StandingRow } from './queries/standing.ts';
import { readBodies } from './queries/surveys.ts';

type Counts = Omit<StandingRow, 'body' | 'group'>;

const presentCounts = ({ listed, invited, answered, replaced, drafts, partial, brokenOff, flagged, undecided, setAside }: Counts) => {
  const { RR1, RR2 } = ratesOf(outcomesOf({ listed, invited, answered, replaced, partial, brokenOff, setAside }));
  return {
    ...{ listed, invited, answered, drafts, left: listed - answered, replaced: { ...replaced } },
    ...{ partial, brokenOff, flagged, undecided, setAside, rr1: RR1, rr2: RR2 },
  };
};

const sumOf = (rows: readonly StandingRow[], key: 'drafts' | 'flagged' | 'undecided'): number => rows.reduce((sum, row) => sum + row[key], 0);

/** How a survey stands, of all bodies and groups or of one. */
export async function presentStanding(
  db: Reading,
  round: string,
  threshold: number,
  { body, group }: { readonly body?: string | undefined; readonly group?: string | undefined },
): Promise<z.output<typeof surveyStanding>> {
  const bodies = await readBodies(db, round, body === undefined ? null : [body]);
  const byBody = Map.groupBy(await readStanding(db, round), (row) => row.body);
  const rows = bodies.flatMap((named) =>
    (byBody.get(named.id) ?? []).filter((row) => group === undefined || row.group === group).map((row) => ({ named, row })),
  );
  const all = rows.map(({ row }) => row);
  const days = await readDays(db, round, body ?? null, group ?? null);
  return {
    threshold,
    totals: presentCounts({ ...sumOfStandings(all), drafts: sumOf(all, 'drafts'), flagged: sumOf(all, 'flagged'), undecided: sumOf(all, 'undecided') }),
    rows: rows.map(({ named, row }) => ({ body: named, group: row.group, ...presentCounts(row) })),
    awaitedInterviews: await countAwaited(db, round),
    days: days.length === 0 ? null : days,
  };
}
