import * as exact from '../quantity/rational.ts';
import type { Comparable } from '../scheme/comparability.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, Index } from '../scoring/result.ts';
import { indexOf } from '../scoring/score-body.ts';
import type { FinalItem } from './final-items.ts';

/** An item of a body beside the year before. */
export interface YearOnYear extends Comparable {
  readonly code: string;
  readonly now: { readonly points: FractionText; readonly maximum: FractionText };
  /** null where nothing of the year before is known; its maximum that of this year where its edition is not known. */
  readonly before: { readonly points: FractionText; readonly maximum: FractionText } | null;
  /** In points of a hundred of the maximum of each year; null where it cannot be compared. */
  readonly change: Index | null;
}

/** The items that can be compared without reserve, together. */
export interface LikeYears {
  readonly items: number;
  readonly now: Index;
  readonly before: Index;
  readonly change: Index;
}

const percentOf = ({ points, maximum }: YearOnYear['now']) => {
  const most = exact.fromFraction(maximum);
  return exact.isZero(most) ? null : exact.percent(exact.fromFraction(points), most);
};

/** Each item of a body beside the year before, in the order of its items. */
export function yearOnYear(prepared: PreparedScheme, items: readonly FinalItem[], comparable: ReadonlyMap<string, Comparable>): YearOnYear[] {
  return items.flatMap(({ code, points, maximum, before: past }) => {
    const of = comparable.get(code);
    if (!of) return [];
    const now = { points, maximum };
    const before = past === null ? null : { points: past, maximum: of.forebear ? exact.toFraction(exact.fromText(of.forebear.maximum)) : maximum };
    const [is, was] = [percentOf(now), before && percentOf(before)];
    const change = of.flag !== 'not' && is && was ? indexOf(exact.subtract(is, was), prepared) : null;
    return [{ code, ...of, now, before, change }];
  });
}

/** The sum over the items that can be compared without reserve; null where there are none. */
export function likeYears(prepared: PreparedScheme, items: readonly YearOnYear[]): LikeYears | null {
  const like = items.flatMap(({ flag, now, before, change }) => (flag === 'comparable' && before && change ? [{ now, before }] : []));
  if (like.length === 0) return null;
  const sumOf = (parts: readonly YearOnYear['now'][], key: keyof YearOnYear['now']) => exact.sum(parts.map((part) => exact.fromFraction(part[key])));
  const shareOf = (parts: readonly YearOnYear['now'][]) => exact.percent(sumOf(parts, 'points'), sumOf(parts, 'maximum'));
  const [now, before] = [shareOf(like.map((one) => one.now)), shareOf(like.map((one) => one.before))];
  return {
    items: like.length,
    now: indexOf(now, prepared),
    before: indexOf(before, prepared),
    change: indexOf(exact.subtract(now, before), prepared),
  };
}
