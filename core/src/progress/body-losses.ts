import * as exact from '../quantity/rational.ts';
import { runningStateOf } from '../ranking/running-sheet.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, ItemResult } from '../scoring/result.ts';

/** An item that a body has scored itself and that lacks points of its maximum (bị trừ điểm). */
export interface BodyLoss {
  readonly code: string;
  readonly lost: FractionText;
  readonly points: FractionText;
  readonly maximum: FractionText;
}

type Standing = Pick<ItemResult, 'code' | 'points' | 'maximum'>;

/** Regular items that lack points of their maximum, the most first, equals in the scheme's order; bonus and penalty items have no maximum to fall short of. */
export function shortfallsOf({ items }: Pick<PreparedScheme, 'items'>, standings: readonly Standing[]): BodyLoss[] {
  const byCode = new Map(standings.map((standing) => [standing.code, standing]));
  return items
    .flatMap(({ group, item }) => {
      const standing = byCode.get(item.code);
      if (!standing || group !== 'regular') return [];
      const { code, points, maximum } = standing;
      const size = exact.subtract(exact.fromFraction(maximum), exact.fromFraction(points));
      return exact.compare(size, exact.zero) > 0 ? [{ size, loss: { code, lost: exact.toFraction(size), points, maximum } }] : [];
    })
    .toSorted((a, b) => exact.compare(b.size, a.size))
    .map(({ loss }) => loss);
}

/** Where one body loses points among its own items while the round runs: what has no points yet loses none. */
export const lossesOf = (prepared: Pick<PreparedScheme, 'items'>, own: ReadonlySet<string>, results: readonly ItemResult[]): BodyLoss[] =>
  shortfallsOf(
    prepared,
    results.filter((result) => own.has(result.code) && runningStateOf(result) === 'answered'),
  );
