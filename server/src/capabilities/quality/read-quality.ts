import type { Language } from '@parindex/core';
import type { qualityAnswer } from '@parindex/core/contracts/schemas/index';
import {
  agreementOf,
  changedBy,
  type MeanShare,
  type Pair,
  pairsApart,
  pairsByWeek,
  severityByPerson,
  severityByWeek,
  severityInPairs,
} from '@parindex/core/quality/measures';
import { type Membership, may, type Subject } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Named } from '../../db/fragments.ts';
import type { Reading } from '../../db/transaction.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readAppraisedRound } from './appraised-items.ts';
import { type DrawRow, readDraws, readMarkedTwice, readSecondMarkers } from './queries/second-marking.ts';

export type QualityAnswer = z.output<typeof qualityAnswer>;

export interface QualityReader {
  readonly memberships: readonly Membership[];
  readonly of: Pick<Subject, 'roundOwner'>;
  readonly making: BoardMaking;
  readonly moment: Date;
  readonly language: Language;
}

/** Monday of the week of a moment, in Vietnam. */
function weekOf(moment: Date): string {
  const day = new Date(`${dayOf(moment.getTime())}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** A draw as it is told. */
export const presentDraw = ({ round: _, returned, ...draw }: DrawRow) => ({
  ...draw,
  at: draw.at.toISOString(),
  returned: returned.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
});

const bare = (mean: (MeanShare & { readonly key?: string }) | undefined) => (mean ? { count: mean.count, mean: mean.mean, interval: mean.interval } : null);

/** Two lists of means as one, by all of their keys. */
function beside(moved: readonly (MeanShare & { readonly key: string })[], paired: readonly (MeanShare & { readonly key: string })[]) {
  const find = (list: typeof moved, key: string) => bare(list.find((one) => one.key === key));
  return [...new Set([...moved, ...paired].map(({ key }) => key))].map((key) => ({ key, moved: find(moved, key), paired: find(paired, key) }));
}

/** How well the items of a round were appraised. */
export async function readQuality(db: Reading, plan: BoardRound, { memberships, of, making, moment, language }: QualityReader): Promise<QualityAnswer> {
  const { edition, items, hash, bodies, titles } = await readAppraisedRound(db, plan, making, language);
  const [draws, twice] = [await readDraws(db, plan.round), await readMarkedTwice(db, plan.round)];
  const mayDraw = plan.closedAt === null && may(memberships, 'quality.draw', of);
  const markers = mayDraw ? (await readSecondMarkers(db, plan.round)).length : 0;
  const people = new Map<string, Named>(
    [...items.map(({ by }) => by), ...twice.flatMap(({ first, second }) => [first.by, second.by])].map((by) => [by.id, by]),
  );
  const named = (id: string): Named => people.get(id) ?? { id, name: id };
  const bodyOf = (id: string) => bodies.get(id) ?? { id, name: id };
  const itemOf = (code: string) => ({ code, title: titles.get(code)?.title ?? code });
  const appraised = items.map(({ by, at, ...one }) => ({ ...one, person: by.id, week: weekOf(at) }));
  const pairs = twice.map(
    ({ body, item, first, second }): Pair => ({
      ...{ body, item },
      first: { points: first.points, maximum: first.maximum, person: first.by.id, week: weekOf(new Date(first.at)) },
      second: { points: second.points, maximum: second.maximum, person: second.by.id },
    }),
  );
  const order = new Map([...titles.keys()].map((code, index) => [code, index]));
  const byShare = (a: { readonly decided: number; readonly changed: number }, b: { readonly decided: number; readonly changed: number }) =>
    b.changed / b.decided - a.changed / a.decided;
  return {
    ...{ round: plan.round, title: plan.title, year: plan.year, rounding: edition.scheme.rounding },
    ...{ at: moment.toISOString(), closedAt: plan.closedAt?.toISOString() ?? null, mayDraw },
    list: { pieces: items.length, hash, markers },
    draws: draws.map(presentDraw),
    // The seeds of its draws are said before; so the interval comes out the same for everybody.
    agreement: agreementOf(pairs, draws.map(({ seed }) => seed).join('\n')),
    persons: beside(severityByPerson(appraised), severityInPairs(pairs))
      .map(({ key, ...means }) => ({ person: named(key), ...means }))
      .toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'vi')),
    weeks: beside(severityByWeek(appraised), pairsByWeek(pairs))
      .map(({ key, ...means }) => ({ week: key, ...means }))
      .toSorted((a, b) => (a.week < b.week ? -1 : 1)),
    apart: pairsApart(pairs).map(({ body, item, first, second, apart }) => ({
      ...{ body: bodyOf(body), item: itemOf(item), apart },
      first: { points: first.points, maximum: first.maximum, person: named(first.person) },
      second: { points: second.points, maximum: second.maximum, person: named(second.person) },
    })),
    bodies: changedBy(appraised, 'body')
      .map(({ key, ...counts }) => ({ body: bodyOf(key), ...counts }))
      .toSorted((a, b) => byShare(a, b) || a.body.name.localeCompare(b.body.name, 'vi')),
    items: changedBy(appraised, 'item')
      .map(({ key, ...counts }) => ({ item: itemOf(key), ...counts }))
      .toSorted((a, b) => byShare(a, b) || (order.get(a.item.code) ?? 0) - (order.get(b.item.code) ?? 0)),
  };
}
