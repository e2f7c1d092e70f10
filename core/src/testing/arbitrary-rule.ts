import * as exact from '../quantity/rational.ts';
import { arbitraryExpression, type Names } from './arbitrary-expression.ts';
import { decimalBetween, textOf, written } from './arbitrary-numbers.ts';
import type { Dice } from './dice.ts';
import type { Json, JsonObject } from './documents.ts';

/** An object that takes any key, "__proto__" too. */
export const record = (members: JsonObject = {}): JsonObject => Object.assign(Object.create(null), members) as JsonObject;

export type FigureType = 'count' | 'amount' | 'number' | 'date' | 'yesNo';

/** Between which points an item lies, as number texts. */
export interface PointBounds {
  readonly penalty: boolean;
  readonly low: string;
  readonly high: string;
}

const FIGURE_NAMES = [
  'done',
  'planned',
  'paid',
  'budget',
  'late',
  'found',
  'handled',
  'constructor',
  'toString',
  'hasOwnProperty',
  'x_1',
  'Andy',
  'orders',
  'N',
  'minute',
];
export const HOSTILE = ['__proto__', 'constructor', 'toString', '1', '01', 'a/b~c', 'Xã "Á"', '😀', 'all.', 'null', '\\'];

export const title = (dice: Dice, of: string): JsonObject => ({
  vi: dice.chance(0.1) ? of.normalize('NFD') : of,
  ...(dice.chance(0.1) ? { en: dice.pick(['Title', '', ' ']) } : {}),
});

/** Different ids: plain letters, now and then one that breaks careless programs. */
export function ids(dice: Dice, prefix: string, count: number): string[] {
  const taken = new Set<string>();
  for (let index = 0; taken.size < count; index++) taken.add(dice.chance(0.06) ? dice.pick(HOSTILE) : `${prefix}${index + 1}`);
  return [...taken];
}

/** Figures are declared as rules come to need them. */
class FigurePool {
  readonly types = new Map<string, FigureType>();
  readonly #dice: Dice;
  constructor(dice: Dice) {
    this.#dice = dice;
  }

  declare(type: FigureType): string {
    const name = this.#dice.pick(FIGURE_NAMES);
    const id = this.types.has(name) ? `${name}${this.types.size}` : name;
    this.types.set(id, type);
    return id;
  }

  any(...types: FigureType[]): string {
    const known = [...this.types].filter(([, type]) => types.includes(type)).map(([id]) => id);
    return known.length > 0 && this.#dice.chance(0.5) ? this.#dice.pick(known) : this.declare(this.#dice.pick(types));
  }

  names(): Names {
    const of = (...types: FigureType[]) => [...this.types].filter(([, type]) => types.includes(type)).map(([id]) => id);
    return { numbers: of('count', 'amount', 'number'), truths: of('yesNo'), dates: of('date') };
  }
}

/** What a value of the quantity looks like: edges of bands are taken from there. */
interface Measure {
  readonly of: JsonObject;
  readonly low: string;
  readonly high: string;
  readonly whole: boolean;
}

/** The kinds of plain rules, those with much to vary more often. */
const KINDS = [
  'given',
  'yesNo',
  'yesNo',
  'levels',
  'levels',
  'checks',
  'bands',
  'bands',
  'bands',
  'proportional',
  'perUnit',
  'deduct',
  'change',
  'change',
  'surveyMean',
  'formula',
] as const;

/** Makes rules, and declares the figures, questions and groups that they need. */
export class RuleMaker {
  readonly dice: Dice;
  readonly pool: FigurePool;
  readonly questions: string[];
  readonly surveyGroups: string[];
  /** Items that a branch may hang on, with the answers that they can give. */
  readonly answerable = new Map<string, (boolean | string)[]>();

  constructor(dice: Dice) {
    this.dice = dice;
    this.pool = new FigurePool(dice);
    this.questions = ids(dice, 'q', dice.integer(0, 4));
    this.surveyGroups = ids(dice, 'g', dice.integer(0, 3)).filter((id) => id !== 'all');
  }

  points(bounds: PointBounds): Json {
    return written(
      this.dice,
      this.dice.chance(0.3) ? this.dice.pick([bounds.low, bounds.high, '0']) : decimalBetween(this.dice, bounds.low, bounds.high, this.dice.pick([1, 2, 3])),
    );
  }

  expression(): string {
    const { dice } = this;
    while (this.pool.types.size < 2) this.pool.declare(dice.pick(['count', 'amount', 'number', 'yesNo']));
    if (dice.chance(0.3)) this.pool.any('yesNo');
    if (dice.chance(0.2)) this.pool.any('date');
    return arbitraryExpression(dice, this.pool.names(), dice.integer(1, 3));
  }

  quantity(withEstimate: boolean): Measure {
    const { dice, pool } = this;
    const form = dice.pick(['figure', 'figure', 'ratio', 'ratio', 'ratio', 'days', 'formula', 'estimate']);
    switch (form) {
      case 'ratio': {
        const over = dice.pick(['refuse', 'refuse', 'cap', 'allow']);
        // A pair of its own, so that parts stay within their wholes without much ado.
        const own = over === 'refuse' ? dice.chance(0.85) : dice.chance(0.4);
        const pair = own
          ? [pool.declare(dice.pick(['count', 'amount'])), pool.declare(dice.pick(['count', 'amount']))]
          : [pool.any('count', 'amount'), pool.any('count', 'amount')];
        return {
          of: { ratio: pair, whenNothing: dice.pick(['notApplicable', 'full', 'zero']), over },
          low: '0',
          high: dice.pick(['1', '1', '1.2']),
          whole: false,
        };
      }
      case 'days':
        return { of: { days: [pool.any('date'), pool.any('date')] }, low: '-60', high: '60', whole: true };
      case 'formula':
        return { of: { formula: this.expression() }, low: '-10', high: '30', whole: false };
      case 'estimate':
        if (withEstimate && this.questions.length > 0) return { of: { estimate: dice.pick(this.questions) }, low: '0', high: '1', whole: false };
    }
    const figure = pool.any('count', 'amount', 'number');
    const type = pool.types.get(figure);
    return { of: { figure }, low: type === 'number' ? '-20' : '0', high: '30', whole: type === 'count' };
  }

  bandTable({ low, high, whole }: Measure, bounds: PointBounds): JsonObject {
    const { dice } = this;
    const edges = dice.times(1, 5, () => decimalBetween(dice, low, high)).sort((a, b) => exact.compare(exact.fromText(b), exact.fromText(a)));
    const bands: JsonObject[] = [];
    let before: readonly [exact.Rational, number] | undefined;
    const begin = (edge: string, closed: boolean): readonly [exact.Rational, number] => {
      const value = exact.fromText(edge);
      if (!whole) return [value, closed ? 0 : 1];
      const floor = exact.floor(value);
      const least = exact.compare(floor, value) === 0 && closed ? floor : exact.add(floor, exact.one);
      return [least, 0];
    };
    for (const edge of edges) {
      for (const closed of dice.chance(0.2) ? [false, true] : [dice.chance(0.7)]) {
        const here = begin(edge, closed);
        const order = before && exact.compare(here[0], before[0]);
        if (before && order !== undefined && (order > 0 || (order === 0 && here[1] >= before[1]))) continue;
        before = here;
        bands.push({ [closed ? 'from' : 'above']: written(dice, edge), points: this.points(bounds) });
      }
    }
    return { bands, otherwise: this.points(bounds) };
  }

  plainRule(bounds: PointBounds): JsonObject {
    const kind = this.dice.pick(bounds.penalty ? KINDS.filter((name) => name !== 'proportional' && name !== 'surveyMean') : KINDS);
    return this[kind](bounds);
  }

  given(): JsonObject {
    const { dice } = this;
    return { kind: 'given', ...(dice.chance(0.4) ? { step: dice.pick(['0.25', '0.5', '0.1', '0.05', '0.3333', 1]) } : {}) };
  }

  yesNo(bounds: PointBounds): JsonObject {
    const { dice } = this;
    return { kind: 'yesNo', ...(dice.chance(0.4) ? { yes: this.points(bounds) } : {}), ...(dice.chance(0.4) ? { no: this.points(bounds) } : {}) };
  }

  levels(bounds: PointBounds): JsonObject {
    const { dice } = this;
    return {
      kind: 'levels',
      levels: ids(dice, 'm', dice.integer(1, 4)).map((id) => {
        const upTo = dice.chance(0.3) ? decimalBetween(dice, bounds.low, bounds.high) : '0';
        return {
          id,
          ...(dice.chance(0.5) ? { title: title(dice, 'Mức') } : {}),
          ...(upTo === '0' ? { points: this.points(bounds) } : { upTo: written(dice, upTo) }),
        };
      }),
    };
  }

  checks(bounds: PointBounds): JsonObject {
    const { dice } = this;
    const all = !bounds.penalty && dice.chance(0.3);
    const checks = ids(dice, 'k', dice.integer(1, 4)).map((id) => ({ id, ...(all && dice.chance(0.6) ? {} : { points: this.points(bounds) }) }));
    return { kind: 'checks', checks, ...(all ? { all } : dice.chance(0.3) ? { all: false } : {}) };
  }

  deduct(bounds: PointBounds): JsonObject {
    const { dice } = this;
    const reach = textOf(exact.subtract(exact.fromText(bounds.high), exact.fromText(bounds.low))) as string;
    const checks = ids(dice, 'k', dice.integer(1, 4)).map((id) => {
      const points = decimalBetween(dice, '0', reach, 2);
      return { id, points: written(dice, points === '0' ? reach : points) };
    });
    return { kind: 'deduct', checks, combine: dice.pick(['sum', 'worst']) };
  }

  bands(bounds: PointBounds): JsonObject {
    const measure = this.quantity(true);
    return { kind: 'bands', of: measure.of, ...this.bandTable(measure, bounds) };
  }

  proportional(bounds: PointBounds): JsonObject {
    const { dice } = this;
    const { of, low, high } = this.quantity(true);
    return {
      kind: 'proportional',
      of,
      ...(dice.chance(0.5) ? { target: written(dice, dice.pick(['0.85', '1', '0.9', '10', '0.333333333333', high])) } : {}),
      ...(dice.chance(0.5) ? { floor: written(dice, decimalBetween(dice, low, high, 2)) } : {}),
      ...(dice.chance(0.3) ? { belowFloor: this.points(bounds) } : {}),
      ...(dice.chance(0.4) ? { round: { places: dice.integer(0, 4), mode: dice.pick(['halfUp', 'halfEven']) } } : {}),
    };
  }

  perUnit(bounds: PointBounds): JsonObject {
    const { dice } = this;
    const each = dice.pick(['0.1', '0.25', '0.5', '1', '0.333333333333', '3']);
    return {
      kind: 'perUnit',
      of: this.quantity(true).of,
      points: written(dice, bounds.penalty ? `-${each}` : each),
      ...(dice.chance(0.4) ? { free: written(dice, dice.pick(['0', '1', '2', '0.5', '10'])) } : {}),
    };
  }

  change(bounds: PointBounds): JsonObject {
    const { dice } = this;
    const previous = dice.chance(0.65);
    const { of, whole } = this.quantity(!previous);
    const base = this.pool.any('count', 'amount', 'number');
    const wholeDifference = whole && (previous || this.pool.types.get(base) === 'count');
    const table = this.bandTable({ of, low: '-5', high: '5', whole: wholeDifference }, bounds);
    return {
      kind: 'change',
      of,
      against: previous ? 'previous' : { figure: base },
      ...table,
      ...(previous ? { whenNoPrevious: dice.pick(['notApplicable', 'zero', 'full']) } : {}),
    };
  }

  surveyMean(): JsonObject {
    const { dice } = this;
    if (this.questions.length === 0) return this.formula();
    return {
      kind: 'surveyMean',
      questions: dice
        .shuffled(dice.some(this.questions, 0.6, true))
        .map((id) => ({ id, ...(dice.chance(0.4) ? { weight: dice.pick(['3', '0.5', '1', '2.25']) } : {}) })),
      groupWeights: dice.pick(['declared', 'answers']),
      ...(dice.chance(0.7) ? { minimumAnswers: written(dice, dice.pick(['1', '30', '5'])) } : {}),
      belowMinimum: dice.pick(['notAnswered', 'notApplicable']),
    };
  }

  formula(): JsonObject {
    return { kind: 'formula', expression: this.expression() };
  }

  /** A rule for an item; what it can be answered is remembered for branches made later. */
  rule(code: string, bounds: PointBounds): JsonObject {
    const { dice } = this;
    const rule = this.answerable.size > 0 && dice.chance(0.22) ? this.branch(bounds) : this.plainRule(bounds);
    const answers = [...new Set(rulesOf(rule).flatMap(answersOf))];
    if (answers.length > 0) this.answerable.set(code, answers);
    return rule;
  }

  branch(bounds: PointBounds): JsonObject {
    const { dice } = this;
    const [item, answers] = dice.pick([...this.answerable]);
    const cases = dice.shuffled(dice.some(answers, 0.6, true)).map((is) => ({ is, rule: this.plainRule(bounds) }));
    return { kind: 'branch', on: { item }, cases, otherwise: dice.chance(0.4) ? 'notApplicable' : this.plainRule(bounds) };
  }
}

/** The plain rules of a rule: itself, or those of a branch. */
export function rulesOf(rule: JsonObject): JsonObject[] {
  if (rule['kind'] !== 'branch') return [rule];
  const cases = (rule['cases'] as JsonObject[]).map((entry) => entry['rule'] as JsonObject);
  return typeof rule['otherwise'] === 'string' ? cases : [...cases, rule['otherwise'] as JsonObject];
}

const answersOf = (rule: JsonObject): (boolean | string)[] =>
  rule['kind'] === 'yesNo' ? [true, false] : rule['kind'] === 'levels' ? (rule['levels'] as JsonObject[]).map(({ id }) => String(id)) : [];
