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

/**
 * Where one body loses points among its own items, the most first, equals in the scheme's order. What has no points yet loses
 * none; bonus and penalty items have no maximum to fall short of.
 */
export function lossesOf({ items }: Pick<PreparedScheme, 'items'>, own: ReadonlySet<string>, results: readonly ItemResult[]): BodyLoss[] {
  const byCode = new Map(results.map((result) => [result.code, result]));
  return items
    .flatMap(({ group, item }) => {
      const result = byCode.get(item.code);
      if (!result || group !== 'regular' || !own.has(item.code) || runningStateOf(result) !== 'answered') return [];
      const { code, points, maximum } = result;
      const size = exact.subtract(exact.fromFraction(maximum), exact.fromFraction(points));
      return exact.compare(size, exact.zero) > 0 ? [{ size, loss: { code, lost: exact.toFraction(size), points, maximum } }] : [];
    })
    .toSorted((a, b) => exact.compare(b.size, a.size))
    .map(({ loss }) => loss);
}
