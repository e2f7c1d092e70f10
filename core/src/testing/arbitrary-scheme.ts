import * as exact from '../quantity/rational.ts';
import { decimalBetween, textOf, written } from './arbitrary-numbers.ts';
import { type FigureType, HOSTILE, ids, type PointBounds, RuleMaker, title } from './arbitrary-rule.ts';
import type { Dice } from './dice.ts';
import type { Json, JsonObject } from './documents.ts';

export const TYPES = ['province', 'ministry', 'commune'];

/** What must be known of a scheme to make figures and answers for it. */
export interface SchemePlan {
  readonly scheme: JsonObject;
  readonly figures: ReadonlyMap<string, FigureType>;
  readonly items: readonly ItemPlan[];
  readonly questions: readonly string[];
  readonly surveyGroups: readonly string[];
  readonly surveyPlaces: number;
  readonly withTypes: boolean;
  readonly withinBlocks: boolean;
}

export interface ItemPlan {
  readonly code: string;
  readonly bounds: PointBounds;
  readonly rule: JsonObject;
  readonly conditions: readonly string[];
  readonly refused: boolean;
}

interface Slot {
  readonly code: string;
  readonly bounds: PointBounds;
  readonly limitless: boolean;
}

/** A criterion that is an item, or one with parts. */
type CriterionSlot = Slot | { readonly code: string; readonly parts: readonly Slot[] };

interface DomainSlot {
  readonly code: string;
  readonly group: JsonObject;
  readonly criteria: readonly CriterionSlot[];
}

const slotsOf = ({ criteria }: DomainSlot): Slot[] => criteria.flatMap((entry) => ('parts' in entry ? entry.parts : [entry]));

/** The tree without rules: rules come in any order, so that branches look forwards and backwards. */
function arbitraryTree(dice: Dice, size: number, groups: readonly JsonObject[]): DomainSlot[] {
  const used = new Set<string>();
  const code = (plain: string): string => {
    const wanted = dice.chance(0.04) ? dice.pick(HOSTILE) : plain;
    const free = used.has(wanted) ? plain : wanted;
    used.add(free);
    return free;
  };
  const slot = (plain: string, group: JsonObject): Slot => ({
    code: code(plain),
    ...(group['kind'] === 'penalty' ? penaltyBounds(dice) : { limitless: false, bounds: { penalty: false, low: '0', high: arbitraryMaximum(dice) } }),
  });
  return dice.times(1, Math.max(1, Math.ceil(size / 2)), (d) => {
    const group = d === 0 ? (groups.find(({ kind }) => kind === 'regular') as JsonObject) : dice.pick([...groups, groups[0] as JsonObject]);
    const criteria = dice.times(1, Math.max(1, size), (c): CriterionSlot => {
      const own = `${d + 1}.${c + 1}`;
      return dice.chance(0.3) ? { code: code(own), parts: dice.times(1, 3, (s) => slot(`${own}.${s + 1}`, group)) } : slot(own, group);
    });
    return { code: `${d + 1}`, group, criteria };
  });
}

function arbitraryMaximum(dice: Dice): string {
  const maximum = decimalBetween(dice, '0.1', dice.pick(['1', '3', '10', '25.5']), dice.pick([0, 1, 2, 2, 12]));
  return maximum === '0' ? '1' : maximum;
}

function penaltyBounds(dice: Dice): Omit<Slot, 'code'> {
  const limitless = dice.chance(0.3);
  return { limitless, bounds: { penalty: true, low: limitless ? '-20' : dice.pick(['-1', '-2.5', '-10', '-0.000000000001']), high: '0' } };
}

/** An item with its rule, and what figures and answers for it must know. */
function arbitraryItem(dice: Dice, { code, bounds, limitless }: Slot, maker: RuleMaker): { item: JsonObject; plan: ItemPlan } {
  const rule = maker.rule(code, bounds);
  const conditions = dice.chance(0.25) ? ids(dice, 'c', dice.integer(1, 3)) : [];
  const policy = dice.pick(['reduceMaximum', 'fullPoints', 'zero', 'refused', undefined]);
  const zero = dice.chance(0.2) ? { maximum: written(dice, '0') } : {};
  const limits = bounds.penalty ? { ...(limitless ? {} : { minimum: written(dice, bounds.low) }), ...zero } : { maximum: written(dice, bounds.high) };
  const item: JsonObject = {
    code,
    title: title(dice, `Tiêu chí ${code}`),
    ...limits,
    source: dice.pick(['appraised', 'appraised', 'survey', 'satisfaction', 'statistic']),
    ...(policy ? { whenNotApplicable: policy } : {}),
    ...(dice.chance(0.12) ? { appliesTo: { types: dice.some(TYPES, 0.5, true) } } : {}),
    ...(conditions.length > 0 || dice.chance(0.1)
      ? { conditions: conditions.map((id) => ({ id, when: dice.chance(0.5), points: maker.points(bounds) })) }
      : {}),
    ...(dice.chance(0.1)
      ? { guidance: { vi: 'Hướng dẫn', số: [1, '1.50', { x: true }] }, lineage: [{ edition: '2021', item: '1.1', comparable: 'partly' }] }
      : {}),
    rule,
  };
  return { item, plan: { code, bounds, rule, conditions, refused: policy === undefined || policy === 'refused' } };
}

/** A sum of maxima, written now and then. */
function writtenMaximum(dice: Dice, parts: readonly Slot[]): JsonObject {
  const sum = textOf(exact.sum(parts.map(({ bounds }) => (bounds.penalty ? exact.zero : exact.fromText(bounds.high)))));
  return sum !== undefined && dice.chance(0.4) ? { maximum: written(dice, sum) } : {};
}

/** A sound scheme with all its settings, of about the given size. */
export function arbitraryScheme(dice: Dice, size: number): SchemePlan {
  const maker = new RuleMaker(dice);
  const groups = arbitraryGroups(dice);
  const tree = arbitraryTree(dice, size, groups);
  const slots = tree.flatMap(slotsOf);
  const made = new Map(dice.shuffled(slots).map((slot) => [slot.code, arbitraryItem(dice, slot, maker)]));
  const itemOf = ({ code }: Slot) => made.get(code)?.item as JsonObject;
  const domains = tree.map((domain) => ({
    code: domain.code,
    title: title(dice, `Lĩnh vực ${domain.code}`),
    ...(domain.group['kind'] === 'regular' && dice.chance(0.6) ? {} : { group: domain.group['id'] as Json }),
    ...writtenMaximum(dice, slotsOf(domain)),
    criteria: domain.criteria.map((entry) =>
      'parts' in entry
        ? { code: entry.code, title: title(dice, 'Tiêu chí'), ...writtenMaximum(dice, entry.parts), subCriteria: entry.parts.map(itemOf) }
        : itemOf(entry),
    ),
  }));
  const regular = slots.filter((slot) => tree.some((domain) => domain.group['kind'] === 'regular' && slotsOf(domain).includes(slot)));
  const groupsLeftOut = groups.length === 1 && groups[0]?.['id'] === 'regular' && dice.chance(0.5);
  const ranking = { on: dice.pick(['exact', 'rounded']), ties: dice.pick(['competition', 'dense']), within: dice.pick(['all', 'all', 'block']) };
  const surveyPlaces = dice.pick([4, 4, 2, 1, 6, 12]);
  const scheme: JsonObject = {
    ...arbitraryHead(dice),
    ...(groupsLeftOut ? {} : { groups: groups.map((group) => ({ ...group, ...(group['kind'] === 'regular' ? writtenMaximum(dice, regular) : {}) })) }),
    ...arbitraryTotal(dice),
    ...(dice.chance(0.6) ? { rounding: { places: dice.pick([0, 1, 2, 3, '4', 12]), mode: dice.pick(['halfUp', 'halfEven']) } } : {}),
    ...(dice.chance(0.7) ? { ranking } : {}),
    ...arbitraryClasses(dice),
    ...(dice.chance(0.4) ? { missing: { notAnswered: dice.pick(['zero', 'incomplete']) } } : {}),
    figures: [...maker.pool.types].map(([id, type]) => ({
      id,
      type,
      ...(dice.chance(0.1) ? { title: title(dice, id), cutOff: '2026-12-15', confirmedBy: 'Sở Tài chính' } : {}),
    })),
    survey: arbitrarySurvey(dice, maker, surveyPlaces),
    domains,
  };
  return {
    scheme,
    figures: maker.pool.types,
    items: slots.map(({ code }) => made.get(code)?.plan as ItemPlan),
    questions: maker.questions,
    surveyGroups: maker.surveyGroups,
    surveyPlaces,
    withTypes: [...made.values()].some(({ item }) => item['appliesTo'] !== undefined),
    withinBlocks: scheme['ranking'] !== undefined && ranking.within === 'block',
  };
}

const arbitraryHead = (dice: Dice): JsonObject => ({
  format: 'parindex-scheme/1',
  id: dice.pick(['minh-hoa', 'tỉnh-2022', 'x']),
  title: title(dice, 'Bộ tiêu chí'),
  status: dice.pick(['official', 'reconstruction', 'illustrative']),
  ...(dice.chance(0.3) ? { legalBasis: [{ number: '876/QĐ-BNV', ...(dice.chance(0.5) ? { date: '2022-11-10', note: { vi: 'ghi chú', n: 2 } } : {}) }] } : {}),
  ...(dice.chance(0.2) ? { structure: dice.pick(['full', 'partsOnly']) } : {}),
});

const OPTIONS: Json = [
  { id: 'a', weight: '1' },
  { id: 'b', weight: '0.6' },
  { id: 'c', weight: 0 },
];

const arbitrarySurvey = (dice: Dice, maker: RuleMaker, places: number): JsonObject => ({
  ...(places === 4 && dice.chance(0.5) ? {} : { places: written(dice, String(places)) }),
  groups: maker.surveyGroups.map((id) => ({ id, weight: written(dice, dice.pick(['1', '2', '0.5', '3.75'])) })),
  questions: maker.questions.map((id) => ({ id, ...(dice.chance(0.5) ? { options: OPTIONS } : {}) })),
});

function arbitraryGroups(dice: Dice): JsonObject[] {
  if (dice.chance(0.4)) return [{ id: 'regular', kind: 'regular' }];
  const regular = { id: dice.pick(['regular', 'thường']), kind: 'regular' };
  const bonus = ids(dice, 'bonus', dice.integer(0, 2)).map((id) => ({
    id,
    kind: 'bonus',
    ...(dice.chance(0.7) ? { cap: written(dice, dice.pick(['0', '1', '2.5', '15', '0.333333333333'])) } : {}),
  }));
  const penalty = ids(dice, 'penalty', dice.integer(0, 2)).map((id) => ({ id, kind: 'penalty' }));
  const taken = new Set<Json>();
  return dice.shuffled([regular, ...bonus, ...penalty].filter(({ id }) => !taken.has(id) && taken.add(id)));
}

function arbitraryTotal(dice: Dice): JsonObject {
  if (dice.chance(0.3)) return {};
  return {
    total: {
      ...(dice.chance(0.7) ? { whenMaximumShrinks: dice.pick(['rescale', 'keep']) } : {}),
      ...(dice.chance(0.5) ? { bonusShrinks: dice.chance(0.6) } : {}),
      ...(dice.chance(0.4)
        ? {
            clamp: dice.pick<Json>([
              { min: 0, max: 100 },
              { min: '-5', max: '7.5' },
              { min: 3, max: '3.0' },
            ]),
          }
        : {}),
      ...(dice.chance(0.4) ? { denominator: dice.pick<Json>([100, '85', '33.3', '0.000001']) } : {}),
    },
  };
}

function arbitraryClasses(dice: Dice): JsonObject {
  if (dice.chance(0.3)) return {};
  const cuts = dice.some(['110', '100', '90', '80.5', '66.666666666666', '50', '33.33', '0', '-10'], 0.4);
  const names = ids(dice, 'Loại ', cuts.length);
  return {
    classes: {
      ...(dice.chance(0.6) ? { on: dice.pick(['exact', 'rounded']) } : {}),
      list: cuts.map((from, index) => ({ id: names[index] as string, from: written(dice, from) })),
    },
  };
}
