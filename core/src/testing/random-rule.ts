import { namesFrom } from './hostile-names.ts';
import { type Doc, type DocObject, maybe, UNIT, write } from './random-document.ts';
import { numberExpression } from './random-expression.ts';
import { formOf, randomQuantity, type Setting } from './random-quantity.ts';

/** Between which points an item may lie; `minimum` null: without limit. */
export interface Limits {
  readonly maximum: bigint;
  readonly minimum: bigint | null;
  readonly penalty: boolean;
}

export const PLAIN_KINDS = ['given', 'yesNo', 'levels', 'checks', 'bands', 'proportional', 'perUnit', 'deduct', 'change', 'surveyMean', 'formula'] as const;
export const KINDS = [...PLAIN_KINDS, 'branch'] as const;
export type Kind = (typeof KINDS)[number];

const NOT_IN_PENALTY: readonly Kind[] = ['proportional', 'surveyMean'];

/** The kinds that an item with these limits may have. */
export const kindsFor = ({ penalty }: Limits, { questions, answerable }: Setting, kinds: readonly Kind[] = KINDS): Kind[] =>
  kinds.filter(
    (kind) =>
      !(penalty && NOT_IN_PENALTY.includes(kind)) && !(kind === 'surveyMean' && questions.length === 0) && !(kind === 'branch' && answerable.length === 0),
  );

/** Points within the limits, often at one of them. */
export function pointsWithin({ random }: Setting, { maximum, minimum, penalty }: Limits): bigint {
  const low = penalty ? (minimum ?? -3n * UNIT) : 0n;
  const steps = random.pick([1n, 2n, 4n, 4n, 8n, 3n]);
  return low + ((maximum - low) * BigInt(random.below(Number(steps) + 1))) / steps;
}

const ids = ({ random }: Setting, names: readonly string[], most: number): string[] => namesFrom(random, names, random.between(1, most));

const titled = ({ random }: Setting): DocObject => (random.chance(0.2) ? { title: { vi: 'Mức' } } : {});

type Maker = (setting: Setting, limits: Limits) => DocObject;

/** A rule of the kind. */
export const randomRule = (setting: Setting, limits: Limits, kind: Kind): DocObject => ({ kind, ...MAKERS[kind](setting, limits) });

const points = (setting: Setting, limits: Limits): Doc => write(setting.random, pointsWithin(setting, limits));
const lowest = ({ penalty, minimum }: Limits): bigint => (penalty ? (minimum ?? -3n * UNIT) : 0n);

const given: Maker = ({ random }) => maybe(random, 0.5, () => ({ step: write(random, random.pick([UNIT / 4n, UNIT / 2n, UNIT / 10n, UNIT / 8n])) }));

const yesNo: Maker = (setting, limits) => ({
  ...maybe(setting.random, 0.5, () => ({ yes: points(setting, limits) })),
  ...maybe(setting.random, 0.4, () => ({ no: points(setting, limits) })),
});

const levels: Maker = (setting, limits) => {
  const { random } = setting;
  const edge = limits.penalty ? lowest(limits) : limits.maximum;
  const worth = () => (random.chance(0.4) ? { upTo: write(random, (edge * BigInt(random.between(1, 4))) / 4n) } : { points: points(setting, limits) });
  return { levels: ids(setting, ['l1', 'l2', 'true', 'a/b', '1'], 4).map((id) => ({ id, ...worth(), ...titled(setting) })) };
};

const checks: Maker = (setting, limits) => {
  const { random } = setting;
  const all = !limits.penalty && random.chance(0.4);
  const worth = () => (all && random.chance(0.5) ? {} : { points: points(setting, limits) });
  return {
    checks: ids(setting, ['k1', 'k2', 'k3', 'constructor'], 4).map((id) => ({ id, ...worth(), ...titled(setting) })),
    ...maybe(random, all ? 1 : 0.3, () => ({ all })),
  };
};

const deduct: Maker = (setting, limits) => {
  const { random } = setting;
  const reach = limits.maximum - lowest(limits);
  const worth = () => write(random, (reach * BigInt(random.between(1, 8))) / 8n);
  return {
    checks: ids(setting, ['k1', 'k2', 'k4', 'toString'], 4).map((id) => ({ id, ...titled(setting), points: worth() })),
    combine: random.pick(['sum', 'worst']),
  };
};

const bands: Maker = (setting, limits) => {
  const of = randomQuantity(setting);
  return { of, ...bandTable(setting, limits, of) };
};

const change: Maker = (setting, limits) => {
  const { random, figures } = setting;
  const previous = random.chance(0.6);
  const of = randomQuantity(setting, previous);
  const against: Doc = previous ? 'previous' : { figure: random.pick([...figures.count, ...figures.amount, ...figures.number]) };
  return { of, against, ...bandTable(setting, limits, of, against), ...(previous ? { whenNoPrevious: random.pick(['notApplicable', 'zero', 'full']) } : {}) };
};

const proportional: Maker = (setting, limits) => {
  const { random, edges } = setting;
  const of = randomQuantity(setting);
  const target = random.pick([UNIT, UNIT / 2n, (UNIT * 17n) / 20n, 2n * UNIT, 10n * UNIT, UNIT / 3n]);
  const withTarget = random.chance(0.5);
  edges.push({ of, at: withTarget ? target : UNIT });
  return {
    of,
    ...maybe(random, withTarget ? 1 : 0, () => ({ target: write(random, target) })),
    ...maybe(random, 0.5, () => {
      const floor = edgeValue(setting, of);
      edges.push({ of, at: floor }, { of, at: floor });
      return { floor: write(random, floor) };
    }),
    ...maybe(random, 0.4, () => ({ belowFloor: points(setting, limits) })),
    ...maybe(random, 0.6, () => ({
      round: { places: write(random, BigInt(random.pick([0, 1, 1, 2, 2, 3])) * UNIT), mode: random.pick(['halfUp', 'halfEven']) },
    })),
  };
};

const perUnit: Maker = (setting, limits) => {
  const { random, edges } = setting;
  const of = randomQuantity(setting);
  const free = random.chance(0.5) ? random.pick([UNIT, 2n * UNIT, UNIT / 2n, 0n]) : undefined;
  edges.push({ of, at: free ?? 0n }, { of, at: (free ?? 0n) + UNIT });
  const each = random.pick([UNIT / 10n, UNIT / 4n, (UNIT * 3n) / 10n, UNIT]) * (limits.penalty ? -1n : 1n);
  return { of, points: write(random, each), ...(free === undefined ? {} : { free: write(random, free) }) };
};

const surveyMean: Maker = (setting) => {
  const { random, questions } = setting;
  const weight = () => maybe(random, 0.5, () => ({ weight: write(random, BigInt(random.between(1, 6)) * (UNIT / 2n)) }));
  return {
    questions: random
      .shuffled(questions)
      .slice(0, random.between(1, 3))
      .map((id) => ({ id, ...weight() })),
    groupWeights: random.pick(['declared', 'answers']),
    ...maybe(random, 0.6, () => ({ minimumAnswers: write(random, BigInt(random.pick([1, 30, 30])) * UNIT) })),
    belowMinimum: random.pick(['notAnswered', 'notApplicable']),
  };
};

const formula: Maker = (setting) => ({ expression: numberExpression(setting, setting.random.pick([1, 2, 2, 3])) });

const branch: Maker = (setting, limits) => {
  const { random } = setting;
  const named = random.pick(setting.answerable);
  const plain = () => randomRule(setting, limits, random.pick(kindsFor(limits, setting, PLAIN_KINDS)));
  const answers = random.shuffled(named.answers);
  // A branch on a branch needs rules that are answered: so half of the cases are.
  const rule = () => (random.chance(0.5) ? randomRule(setting, limits, random.pick(['yesNo', 'levels'])) : plain());
  const cases = answers.slice(0, random.between(1, Math.min(3, answers.length))).map((is) => ({ is, rule: rule() }));
  return { on: { item: named.code }, cases, otherwise: random.chance(0.35) ? 'notApplicable' : rule() };
};

const MAKERS: Readonly<Record<Kind, Maker>> = { given, yesNo, levels, checks, bands, proportional, perUnit, deduct, change, surveyMean, formula, branch };

/** A value at which a quantity of this form may be judged. */
function edgeValue({ random }: Setting, of: DocObject): bigint {
  switch (formOf(of)) {
    case 'ratio':
    case 'estimate':
      return (UNIT * BigInt(random.pick([0, 5, 8, 10, 12, 15, 16, 17, 18, 19, 20, 20]))) / 20n;
    case 'days':
      return BigInt(random.between(-5, 30)) * UNIT;
    default:
      return (UNIT * BigInt(random.between(-8, 40))) / random.pick([1n, 1n, 2n, 4n]);
  }
}

/** Bands in falling order, with `otherwise`. */
function bandTable(setting: Setting, limits: Limits, of: DocObject, against?: Doc): DocObject {
  const { random, figures, edges } = setting;
  const isCount = (name: Doc | undefined) => figures.count.includes(name as string);
  const counted = (formOf(of) === 'figure' && isCount(of['figure'])) || formOf(of) === 'days';
  const whole = counted && (against === undefined || against === 'previous' || isCount((against as DocObject)['figure']));
  const shift = against === undefined ? 0n : random.pick([0n, 0n, -1n, 2n]) * UNIT;
  const wanted = Array.from({ length: random.between(1, 4) }, () => ({ at: edgeValue(setting, of) - shift, open: random.chance(0.4) }));
  if (random.chance(0.3)) for (const { at, open } of [...wanted]) wanted.push({ at, open: !open });
  const begin = ({ at, open }: { at: bigint; open: boolean }): bigint => {
    if (!whole) return at * 2n + (open ? 1n : 0n);
    const floor = at >= 0n ? at / UNIT : -((-at + UNIT - 1n) / UNIT);
    return open || floor * UNIT !== at ? floor + 1n : floor;
  };
  const bands: DocObject[] = [];
  let before: bigint | undefined;
  for (const edge of wanted.toSorted((a, b) => (begin(a) < begin(b) ? 1 : -1))) {
    if (before !== undefined && begin(edge) >= before) continue;
    before = begin(edge);
    edges.push({ of, at: edge.at, ...(against === undefined ? {} : { against }) });
    bands.push({ [edge.open ? 'above' : 'from']: write(random, edge.at), points: write(random, pointsWithin(setting, limits)) });
  }
  return { bands, otherwise: write(random, pointsWithin(setting, limits)) };
}
