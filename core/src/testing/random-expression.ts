import type { Random } from './random.ts';
import { numberText, UNIT } from './random-document.ts';

/** The figures that an expression may speak of, by type. */
export type FigureNames = Readonly<Record<'count' | 'amount' | 'number' | 'date' | 'yesNo', readonly string[]>>;

interface Words {
  readonly random: Random;
  readonly figures: FigureNames;
}

/** Between words. */
const space = (random: Random): string => (random.chance(0.8) ? ' ' : random.pick(['  ', '\n', '\t', ' \n']));
/** Where none is needed. */
const gap = (random: Random): string => (random.chance(0.15) ? '' : space(random));

const literal = (random: Random): string =>
  random.pick([
    ...['0', '1', '2', '3', '10', '0.5', '0.25', '1.50', '0.1', '0.333333333333', '999999999999', '0.000000000001'],
    ...[numberText(BigInt(random.below(400)) * (UNIT / 100n)), numberText(BigInt(random.below(400)) * (UNIT / 100n))],
  ]);

/** An expression that is a number; now and then one that may divide by zero. */
export function numberExpression(words: Words, depth: number): string {
  const { random, figures } = words;
  const numbers = [...figures.count, ...figures.amount, ...figures.number];
  if (depth <= 0) return random.chance(0.7) ? random.pick(numbers) : literal(random);
  const inner = () => numberExpression(words, depth - 1);
  const between = (sign: string, right = inner()) => `${inner()}${gap(random)}${sign}${gap(random)}${right}`;
  const divisor = () => random.pick(['2', '3', '8', '1000', `(1 + abs(${inner()}))`, `max(${inner()}, 0.1)`]);
  switch (random.below(13)) {
    case 0:
    case 1:
      return between(random.pick(['+', '-']));
    case 2:
      return `(${gap(random)}${between('-')}) * ${literal(random)}`;
    case 3:
      return random.chance(0.5) ? `${inner()}*${inner()}` : between('*');
    case 4:
      return between('/', random.chance(0.06) ? random.pick(numbers) : divisor());
    case 5:
      return `-${random.pick(['', '-', ' '])}${random.chance(0.6) ? `(${inner()})` : inner()}`;
    case 6:
      return `${random.pick(['min', 'max'])}(${Array.from({ length: random.pick([2, 2, 2, 3, 4]) }, inner).join(`,${gap(random)}`)})`;
    case 7:
      return `abs${random.pick(['', '', '', ' '])}(${gap(random)}${inner()})`;
    case 8:
      return `floor(${inner()} / ${random.pick(['2', '4', '1'])})`;
    case 9:
      return `round(${inner()} / ${random.pick(['8', '1', '40', '3'])},${gap(random)}${random.pick(['0', '1', '2', '3.0', '12'])})`;
    case 10:
      return `days(${random.pick(figures.date)},${gap(random)}${random.pick(figures.date)})`;
    case 11: {
      const figure = random.pick(numbers);
      return `choose(${figure} == 0, ${inner()}, ${inner()} / ${figure})`;
    }
    default:
      return `choose(${truthExpression(words, depth - 1)},${gap(random)}${inner()},${gap(random)}${inner()})`;
  }
}

function truthExpression(words: Words, depth: number): string {
  const { random, figures } = words;
  const number = () => numberExpression(words, random.chance(0.7) ? 0 : depth);
  const compare = () => `${number()}${gap(random)}${random.pick(['<', '<=', '>', '>=', '==', '!='])}${gap(random)}${number()}`;
  if (depth <= 0) return random.chance(0.5) ? random.pick(figures.yesNo) : compare();
  const inner = () => truthExpression(words, depth - 1);
  const between = (word: string) => `${inner()}${space(random)}${word}${space(random)}${inner()}`;
  switch (random.below(7)) {
    case 0:
      return between('and');
    case 1:
      return between('or');
    case 2:
      return `not${space(random)}${random.chance(0.2) ? 'not ' : ''}${random.chance(0.7) ? `(${inner()})` : random.pick(figures.yesNo)}`;
    case 3:
      return `choose(${inner()}, ${inner()},${gap(random)}${inner()})`;
    case 4:
      return `(${between(random.pick(['and', 'or']))})`;
    case 5: {
      // Stops before it divides by zero.
      const [part, whole] = [random.pick(figures.amount), random.pick(figures.count)];
      return random.chance(0.5) ? `${whole} == 0 or ${part} / ${whole} < ${literal(random)}` : `(${whole} != 0 and ${part} / ${whole} >= ${literal(random)})`;
    }
    default:
      return compare();
  }
}
