import { inLanguage, type Language } from '@parindex/core';
import type { itemSpreadAnswer, overviewAnswer } from '@parindex/core/contracts/schemas/index';
import { declaringStep } from '@parindex/core/progress/index';
import { type ItemSpread, lossOf, spreadsOf } from '@parindex/core/progress/lost-points';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { iso } from '../../iso.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { countRound } from './count-sheets.ts';
import type { KeptDays } from './kept-days.ts';
import type { BoardMaking } from './making.ts';
import { type BoardRound, findBoardRound } from './queries/board.ts';

type OverviewAnswer = z.output<typeof overviewAnswer>;
type ItemSpreadAnswer = z.output<typeof itemSpreadAnswer>;

export interface OverviewMaking extends BoardMaking {
  readonly days: KeptDays;
}

/** Items of the edition with their names and domains. */
const namedItems = (prepared: PreparedScheme, language: Language) =>
  prepared.domains.flatMap((domain) =>
    domain.criteria.flatMap(({ items }) =>
      items.map(({ item: { code, title } }) => ({ code, domain: domain.code, title: inLanguage(title, language) ?? code })),
    ),
  );

async function paceOf(
  db: Reading,
  plan: BoardRound,
  { edition, counted }: Awaited<ReturnType<typeof countRound>>,
  days: KeptDays,
): Promise<OverviewAnswer['pace']> {
  const step = declaringStep(calendarOf(plan).steps);
  return { opens: iso(step?.opens), closes: iso(step?.closes), ...(await days.of(db, plan.round, edition.prepared, counted)) };
}

/** The round that this one was copied from, as far as the caller sees its sheets. */
async function readBefore(db: Reading, { copiedFrom }: BoardRound, making: OverviewMaking): Promise<OverviewAnswer['before']> {
  const plan = copiedFrom === null ? undefined : await findBoardRound(db, copiedFrom);
  if (!plan) return null;
  const round = await countRound(db, plan, making);
  if (round.counted.every(({ seq }) => seq === 0)) return null;
  return { round: plan.round, title: plan.title, year: plan.year, ...(await paceOf(db, plan, round, making.days)) };
}

/** A round at a glance, for those who see all its sheets. */
export async function readOverview(db: Reading, plan: BoardRound, making: OverviewMaking, moment: Date, language: Language): Promise<OverviewAnswer> {
  const round = await countRound(db, plan, making);
  const { edition, counted } = round;
  const { scheme, prepared } = edition;
  const spreads = new Map(spreadsOf(counted.map(({ stages }) => runningAt(stages, 'claimed').items)).map((spread) => [spread.code, spread]));
  return {
    round: plan.round,
    at: moment.toISOString(),
    rounding: scheme.rounding,
    bodies: counted.length,
    pace: await paceOf(db, plan, round, making.days),
    before: await readBefore(db, plan, making),
    items: namedItems(prepared, language).flatMap(({ code, domain, title }) => {
      const spread = spreads.get(code);
      return spread ? [{ domain, title, ...lossOf(spread) }] : [];
    }),
  };
}

/** How one item's points are spread over the bodies; undefined if no body scores it itself. */
export async function readItemSpread(
  db: Reading,
  plan: BoardRound,
  item: string,
  making: BoardMaking,
  moment: Date,
  language: Language,
): Promise<ItemSpreadAnswer | undefined> {
  const {
    edition: { scheme, prepared },
    counted,
  } = await countRound(db, plan, making);
  const [spread] = spreadsOf(
    counted.map(({ stages }) => runningAt(stages, 'claimed').items),
    item,
  );
  const named = namedItems(prepared, language).find(({ code }) => code === item);
  if (!spread || !named) return undefined;
  const nameOf = (at: number) => ({ id: counted[at]?.body ?? '', name: counted[at]?.name ?? '' });
  return {
    round: plan.round,
    at: moment.toISOString(),
    rounding: scheme.rounding,
    ...named,
    ...countsIn(spread),
    values: spread.values.map(({ bodies, ...value }) => ({ ...value, bodies: bodies.map(nameOf) })),
  };
}

const countsIn = (spread: ItemSpread) => {
  const { answered, claimed, unanswered, mean } = lossOf(spread);
  return { answered, claimed, unanswered, mean };
};
