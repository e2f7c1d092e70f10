import { at } from '../../reading/path.ts';
import { object, oneOf, required } from '../../reading/shape.ts';
import { measuring } from '../asks.ts';
import { type BandTable, bandFields, checkBandTable, compileBandTable } from '../band-table.ts';
import { points } from '../inputs.ts';
import type { RuleKind } from '../kind.ts';
import { checkQuantity, compileMeasuring, isWhole, type Quantity, quantityShape, usesOf } from '../quantity.ts';
import { byBands } from '../seek.ts';
import { bandsWords } from './bands.words.ts';

/** Points by the first band that takes the value; edges are compared exactly. */
export interface BandsRule extends BandTable {
  kind: 'bands';
  of: Quantity;
}

export const bands: RuleKind<BandsRule> = {
  shape: object<BandsRule>({ kind: required(oneOf(['bands'])), of: required(quantityShape), ...bandFields }),
  check(rule, path, context) {
    if (rule.of) checkQuantity(rule.of, at(path, 'of'), context);
    checkBandTable(rule, path, isWhole(rule.of, context.figures), context);
  },
  takes: [],
  uses: ({ of }) => usesOf(of),
  compile(rule, bounds, { mode }) {
    const choose = compileBandTable(rule);
    return compileMeasuring(rule.of, bounds, mode, (value) => {
      const chosen = choose(value);
      return points(chosen.points, { value, band: chosen.band });
    });
  },
  asks: measuring,
  seeks: byBands,
  words: bandsWords,
};
