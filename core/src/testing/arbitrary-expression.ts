import type { Dice } from './dice.ts';

/** Names of figures that an expression may speak of. */
export interface Names {
  readonly numbers: readonly string[];
  readonly truths: readonly string[];
  readonly dates: readonly string[];
}

const gap = (dice: Dice): string => dice.pick(['', ' ', ' ', ' ', '  ', '\n', '\t']);

/** An expression whose whole is a number; now and then one that may divide by zero. */
export function arbitraryExpression(dice: Dice, names: Names, depth = 3): string {
  const number = (left: number): string => {
    if (left <= 0 || dice.chance(0.15)) return names.numbers.length > 0 && dice.chance(0.7) ? dice.pick(names.numbers) : constant(dice);
    const [a, b] = [() => number(left - 1), () => number(left - 1)];
    const between = (operator: string) => `${a()}${gap(dice)}${operator}${gap(dice)}${b()}`;
    switch (dice.integer(0, 11)) {
      case 0:
        return `(${between('+')})`;
      case 1:
        return between('-');
      case 2:
        return between('*');
      case 3:
        return `${a()} / ${divisor(left - 1)}`;
      case 4:
        return `-${gap(dice)}${a()}`;
      case 5:
        return `${dice.pick(['min', 'max'])}(${dice.times(2, 4, () => number(left - 1)).join(`,${gap(dice)}`)})`;
      case 6:
        return `${dice.pick(['abs', 'floor'])}${gap(dice)}(${a()})`;
      case 7:
        return `round(${a()}, ${dice.pick(['0', '1', '2', '3.0', '12'])})`;
      case 8:
        return names.dates.length > 0 ? `days(${dice.pick(names.dates)}, ${dice.pick(names.dates)})` : a();
      case 9:
      case 10:
        return `choose(${truth(left - 1)}, ${a()}, ${b()})`;
      default:
        return `(${gap(dice)}${between(dice.pick(['+', '-', '*']))}${gap(dice)})`;
    }
  };

  /** Mostly never zero; guarded by `choose` or free now and then. */
  const divisor = (left: number): string => {
    const of = number(left);
    if (dice.chance(0.3)) return dice.pick(['2', '3', '7', '0.5', '1000']);
    if (dice.chance(0.1)) return `(${of})`;
    return dice.chance(0.5) ? `(abs(${of}) + 1)` : `max(1, ${of})`;
  };

  const truth = (left: number): string => {
    if (names.truths.length > 0 && (left <= 0 || dice.chance(0.3))) return dice.pick(names.truths);
    if (left > 0 && dice.chance(0.5)) {
      switch (dice.integer(0, 3)) {
        case 0:
          return `(${truth(left - 1)} and ${truth(left - 1)})`;
        case 1:
          return `(${truth(left - 1)} or ${truth(left - 1)})`;
        case 2:
          return `(not ${truth(left - 1)})`;
        default:
          return `choose(${truth(left - 1)}, ${truth(left - 1)}, ${truth(left - 1)})`;
      }
    }
    // A divisor that is looked at first is what early stops are for.
    if (names.numbers.length > 1 && dice.chance(0.15)) {
      const [of, to] = [dice.pick(names.numbers), dice.pick(names.numbers)];
      return `(${to} == 0 or ${of} / ${to} < ${constant(dice)})`;
    }
    return `${number(left - 1)} ${dice.pick(['<', '<=', '>', '>=', '==', '!='])} ${number(left - 1)}`;
  };

  return number(depth);
}

const constant = (dice: Dice): string =>
  dice.pick(['0', '1', '2', '3', '10', '100', '0.5', '0.25', '0.1', '0.333333333333', '1.50', '12.75', '999999999999', '0.000000000001']);
