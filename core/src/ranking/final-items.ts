import * as exact from '../quantity/rational.ts';
import { bodyInputs, type FigureTypes } from '../scoring/body-inputs.ts';
import { type NextPoints, nextPoints } from '../scoring/next-points.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, ItemResult } from '../scoring/result.ts';
import type { BodyData } from '../snapshot/types.ts';
import type { ItemStanding } from './final-result.ts';

/** An item of a body in the final result of its round. */
export interface FinalItem extends ItemStanding {
  readonly code: string;
  /** Points of the year before; null where none are known. */
  readonly before: FractionText | null;
  /** What the next points would have wanted; null where nothing reliable can be said. */
  readonly next: NextPoints | null;
}

/** All items of a body as its round ended, in the scheme's order, each with what its next points would have wanted. */
export function finalItems(prepared: PreparedScheme, data: BodyData, types: FigureTypes, items: readonly ItemResult[]): FinalItem[] {
  const inputs = bodyInputs(data, types);
  return items.map((item) => {
    const past = data.previous?.items[item.code];
    return {
      ...{ code: item.code, state: item.state, points: item.points, maximum: item.maximum },
      before: past === undefined ? null : exact.toFraction(exact.fromText(past)),
      next: nextPoints(prepared, item.code, inputs, item) ?? null,
    };
  });
}
