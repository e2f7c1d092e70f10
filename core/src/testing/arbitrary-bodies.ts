import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import { decimalBetween, textOf, written } from './arbitrary-numbers.ts';
import { type FigureType, HOSTILE, record, rulesOf } from './arbitrary-rule.ts';
import { type ItemPlan, type SchemePlan, TYPES } from './arbitrary-scheme.ts';
import type { Dice } from './dice.ts';
import type { Json, JsonObject } from './documents.ts';

/** One body's plain inputs, before they are laid out as a snapshot. */
export interface BodyInputs {
  readonly figures: Map<string, string | boolean>;
  readonly previous: Map<string, string | boolean>;
  readonly sheet: JsonObject;
  readonly estimates: JsonObject;
}

const EPSILON = exact.fromText('0.000000000001');
const DATES = ['0001-01-01', '1900-02-28', '2000-02-29', '2024-02-29', '2026-12-31', '2027-01-01', '9999-12-31'];

function arbitraryDate(dice: Dice): string {
  if (dice.chance(0.05)) return dice.pick(DATES);
  return dayText(dice.integer(0, 1500));
}

/** A date so many days after 2024-01-01. */
const dayText = (days: number): string => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

function arbitraryValue(dice: Dice, type: FigureType): string | boolean {
  switch (type) {
    case 'yesNo':
      return dice.chance(0.5);
    case 'date':
      return arbitraryDate(dice);
    case 'count':
      return String(dice.pick([0, 0, 1, dice.integer(0, 12), dice.integer(0, 12), dice.integer(0, 400), 10 ** dice.integer(1, 11), 999_999_999_999]));
    case 'amount':
      return dice.chance(0.1) ? '0' : decimalBetween(dice, '0', dice.pick(['1', '30', '1000', '999999999999']));
    case 'number':
      return decimalBetween(dice, dice.pick(['-1', '-30', '-1000']), dice.pick(['1', '30', '1000']));
  }
}

/** The numbers at which a rule's points jump. */
function edgesOf(rule: JsonObject): string[] {
  const bands = ((rule['bands'] ?? []) as JsonObject[]).map((band) => band['from'] ?? band['above']);
  return [...bands, rule['floor'], rule['target'], rule['free']].filter((edge): edge is Json => edge !== undefined).map(String);
}

const fits = (value: Rational, type: FigureType | undefined): boolean =>
  (type === 'number' || !exact.isNegative(value)) && (type !== 'count' || exact.isInteger(value));

class BodyMaker {
  readonly dice: Dice;
  readonly plan: SchemePlan;
  readonly figures = new Map<string, string | boolean>();
  readonly previous = new Map<string, string | boolean>();
  readonly estimates = record();

  constructor(dice: Dice, plan: SchemePlan) {
    this.dice = dice;
    this.plan = plan;
    for (const [id, type] of plan.figures) {
      this.figures.set(id, arbitraryValue(dice, type));
      this.previous.set(id, dice.chance(0.3) ? (this.figures.get(id) as string) : arbitraryValue(dice, type));
    }
  }

  number(id: string, from = this.figures): Rational {
    return exact.fromText(String(from.get(id)));
  }

  set(id: string, value: Rational, into = this.figures): void {
    const text = textOf(value);
    if (text !== undefined && fits(value, this.plan.figures.get(id))) into.set(id, text);
  }

  /** Brings a quantity to a value, where a declared figure can say so. */
  aim(of: JsonObject, value: Rational): void {
    const { dice } = this;
    if (of['figure'] !== undefined) this.set(String(of['figure']), value);
    else if (Array.isArray(of['ratio'])) {
      const [part, whole] = of['ratio'] as [string, string];
      const size = exact.integer(dice.pick([1, 4, 8, 20, 100, 1000, 1_000_000, 1_000_000_000]));
      if (part !== whole && fits(exact.multiply(value, size), this.plan.figures.get(part))) {
        this.set(whole, size);
        this.set(part, exact.multiply(value, size));
      }
    } else if (Array.isArray(of['days'])) {
      const [from, to] = of['days'] as [string, string];
      const start = dice.integer(200, 900);
      this.figures.set(from, dayText(start));
      if (exact.isInteger(value)) this.figures.set(to, dayText(start + Number(exact.toDecimal(value, 0, 'halfUp'))));
    } else if (of['estimate'] !== undefined) {
      const text = textOf(value);
      if (text !== undefined && exact.compare(value, exact.zero) >= 0 && exact.compare(value, exact.one) <= 0)
        this.estimate(String(of['estimate']), 'all', text);
    }
  }

  estimate(question: string, group: string, mean: string): void {
    const { dice, plan } = this;
    const rounded = textOf(exact.round(exact.fromText(mean), plan.surveyPlaces, 'halfEven')) ?? '0';
    this.estimates[question] ??= record();
    const groups = this.estimates[question] as JsonObject;
    groups[group] = { mean: written(dice, rounded), answers: written(dice, String(dice.pick([0, 1, 4, 5, 6, 29, 30, 31, dice.integer(0, 500)]))) };
  }

  /** Values on the edges of the rules, a hair under and a hair over them. */
  aimAtEdges(): void {
    const { dice, plan } = this;
    for (const rule of plan.items.flatMap(({ rule: whole }) => rulesOf(whole))) {
      const edges = edgesOf(rule);
      const of = rule['of'] as JsonObject | undefined;
      if (Array.isArray(of?.['ratio']) && dice.chance(0.08)) {
        for (const id of of['ratio']) this.figures.set(id as string, '0');
        continue;
      }
      if (!of || edges.length === 0 || dice.chance(0.4)) continue;
      const step = dice.pick([exact.zero, exact.zero, EPSILON, exact.negate(EPSILON), exact.one, exact.negate(exact.one)]);
      const value = exact.add(exact.fromText(dice.pick(edges)), step);
      if (rule['kind'] !== 'change') this.aim(of, value);
      else if (of['figure'] !== undefined) {
        const figure = String(of['figure']);
        const base = typeof rule['against'] === 'string' ? this.number(figure, this.previous) : this.number(String((rule['against'] as JsonObject)['figure']));
        this.set(figure, exact.add(base, value));
      } else if (Array.isArray(of['ratio'])) {
        const [part, whole] = of['ratio'] as [string, string];
        for (const values of [this.figures, this.previous]) {
          values.set(whole, '1000');
          this.set(part, exact.integer(dice.integer(0, 999)), values);
        }
      }
    }
  }

  /** Parts within their wholes where the scheme refuses anything else. */
  mendRatios(): void {
    for (const rule of this.plan.items.flatMap(({ rule: whole }) => rulesOf(whole))) {
      const of = rule['of'] as JsonObject | undefined;
      if (of?.['over'] !== 'refuse') continue;
      const [part, whole] = of['ratio'] as [string, string];
      for (const values of [this.figures, this.previous]) {
        if (exact.compare(this.number(part, values), this.number(whole, values)) <= 0) continue;
        const [less, more] = [values.get(whole) as string, values.get(part) as string];
        const integer = this.plan.figures.get(part) === 'count' ? exact.floor(exact.fromText(less)) : exact.fromText(less);
        values.set(part, textOf(integer) ?? '0');
        if (fits(exact.fromText(more), this.plan.figures.get(whole))) values.set(whole, more);
      }
    }
  }

  arbitraryEstimates(): void {
    const { dice, plan } = this;
    for (const question of plan.questions) {
      for (const group of ['all', ...plan.surveyGroups]) if (dice.chance(0.75)) this.estimate(question, group, decimalBetween(dice, '0', '1'));
    }
  }

  /** An answer that the rule takes. */
  answerTo(rule: JsonObject, { bounds }: ItemPlan): JsonObject {
    const { dice } = this;
    switch (rule['kind']) {
      case 'yesNo':
        return { yes: dice.chance(0.6) };
      case 'given': {
        const value = decimalBetween(dice, bounds.low, bounds.high, dice.pick([0, 1, 2, 3]));
        if (rule['step'] === undefined) return { points: written(dice, value) };
        const step = exact.fromText(String(rule['step']));
        const steps = exact.divide(exact.fromText(value), step);
        const down = exact.isNegative(steps) ? exact.negate(exact.floor(exact.negate(steps))) : exact.floor(steps);
        return { points: written(dice, textOf(exact.multiply(down, step)) ?? '0') };
      }
      case 'levels': {
        const level = dice.pick(rule['levels'] as JsonObject[]);
        const { id, upTo } = level as { id: string; upTo?: Json };
        if (upTo === undefined || dice.chance(0.1)) return { level: id };
        const edge = String(upTo);
        return { level: id, points: written(dice, edge.startsWith('-') ? decimalBetween(dice, edge, '0') : decimalBetween(dice, '0', edge)) };
      }
      case 'checks':
      case 'deduct': {
        const all = (rule['checks'] as JsonObject[]).map(({ id }) => id as string);
        return { checks: dice.chance(0.3) ? dice.shuffled(all) : dice.shuffled(dice.some(all)) };
      }
      default:
        return {};
    }
  }

  /** Under a branch answers to several cases may stand side by side; only one is used. */
  answer(item: ItemPlan): JsonObject {
    const { dice } = this;
    const rules = rulesOf(item.rule);
    const answered = rules.length === 1 ? rules : dice.some(rules, 0.6, true);
    const answer: JsonObject = dice.chance(0.06) ? {} : Object.assign({}, ...answered.map((rule) => this.answerTo(rule, item)));
    if (item.conditions.length > 0 && !dice.chance(0.05)) {
      const conditions = record();
      for (const id of item.conditions) if (!dice.chance(0.08)) conditions[id] = dice.chance(0.5);
      answer['conditions'] = conditions;
    }
    return answer;
  }

  sheet(): JsonObject {
    const { dice, plan } = this;
    const sheet = record();
    for (const item of plan.items) {
      if (dice.chance(0.06)) continue;
      const answer = this.answer(item);
      const state = dice.chance(0.05) ? 'notAccepted' : !item.refused && dice.chance(0.1) ? 'notApplicable' : undefined;
      const entry: JsonObject = Object.keys(answer).length > 0 && !(state && dice.chance(0.5)) ? { answer } : {};
      if (state) Object.assign(entry, { state, reason: dice.pick(['Không có nhiệm vụ', 'Thiếu minh chứng']) });
      if (Object.keys(entry).length > 0 || dice.chance(0.3)) sheet[item.code] = entry;
    }
    return sheet;
  }

  make(): BodyInputs {
    const { dice } = this;
    this.arbitraryEstimates();
    this.aimAtEdges();
    if (!dice.chance(0.01)) for (let round = 0; round < 3; round++) this.mendRatios();
    for (const id of this.plan.figures.keys()) {
      if (dice.chance(0.04)) this.figures.delete(id);
      if (dice.chance(0.12)) this.previous.delete(id);
    }
    return { figures: this.figures, previous: this.previous, sheet: this.sheet(), estimates: this.estimates };
  }
}

/** The same inputs but for one figure, moved by a hair. */
function nudged(dice: Dice, inputs: BodyInputs, plan: SchemePlan): BodyInputs {
  const figures = new Map(inputs.figures);
  const movable = [...figures].filter(([id]) => plan.figures.get(id) === 'number' || plan.figures.get(id) === 'amount');
  if (movable.length > 0) {
    const [id, text] = dice.pick(movable);
    figures.set(id, textOf(exact.add(exact.fromText(String(text)), EPSILON)) ?? String(text));
  }
  return { ...inputs, figures };
}

/** The inputs of some bodies: ties between them, and all but ties. */
export function arbitraryInputs(dice: Dice, plan: SchemePlan, count: number): BodyInputs[] {
  const made: BodyInputs[] = [];
  for (let index = 0; index < count; index++) {
    const twin = made.length > 0 && dice.chance(0.25) ? dice.pick(made) : undefined;
    made.push(twin ? (dice.chance(0.5) ? twin : nudged(dice, twin, plan)) : new BodyMaker(dice, plan).make());
  }
  return made;
}

/** The bodies themselves: ids of all sorts, blocks, types, some outside the ranking or not admitted. */
export function arbitraryBodies(dice: Dice, plan: SchemePlan, count: number): JsonObject[] {
  const ids = new Set<string>();
  for (let index = 0; ids.size < count; index++) ids.add(dice.chance(0.08) ? dice.pick(HOSTILE) : `minh-hoa-${String(index + 1).padStart(2, '0')}`);
  const blocks = dice.chance(0.1) ? ['2', '1', '__proto__'] : ['Khối 1', 'Khối 2'];
  return [...ids].map((id, index) => {
    const ranked = !dice.chance(0.1);
    return {
      id,
      ...(dice.chance(0.7) ? { code: String(index + 1).padStart(2, '0') } : {}),
      name: dice.chance(0.2) ? `Tỉnh Bắc ${index}`.normalize('NFD') : `Tỉnh Minh họa ${index}`,
      ...(plan.withTypes || dice.chance(0.3) ? { type: dice.pick(TYPES) } : {}),
      ...((plan.withinBlocks && ranked) || dice.chance(0.6) ? { block: dice.pick(blocks) } : dice.chance(0.3) ? { block: null } : {}),
      ...(ranked && dice.chance(0.7) ? {} : { ranked }),
      ...(dice.chance(0.05) ? { admission: { state: 'notAdmitted', reason: 'Gửi sau hạn' } } : dice.chance(0.1) ? { admission: { state: 'admitted' } } : {}),
    };
  });
}
