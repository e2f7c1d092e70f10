import { type CaseReady, scoreCase } from '../../cases/run-cases.ts';
import { decimalOf } from '../../quantity/decimal.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { NumberToken, type Raw, type RawObject } from '../../reading/raw.ts';
import type { BandTable } from '../../rules/band-table.ts';
import type { BranchRule } from '../../rules/branch.ts';
import type { Bounds } from '../../rules/kind.ts';
import type { PlainRule } from '../../rules/plain-kinds.ts';
import { figuresOf, type Quantity } from '../../rules/quantity.ts';
import type { Rule } from '../../rules/registry.ts';
import { boundsOf } from '../../scheme/bounds.ts';
import { type GroupKind, groupsAsked, type Item, itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import type { FractionText, ItemState } from '../../scoring/result.ts';
import { besideEdge, type CaseFigures, NO_FIGURES, numberToken, reachOf } from './reach.ts';

/** What a proposed case is about. */
export const SITUATIONS = [
  'below',
  'on',
  'above',
  'nothingThere',
  'over',
  'noPrevious',
  'nothingGiven',
  'notArisen',
  'yes',
  'no',
  'level',
  'noCheck',
  'oneCheck',
  'allButOne',
  'allChecks',
  'least',
  'middle',
  'most',
  'sample',
  'condition',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** How an edge is measured. */
export type EdgeUnit = 'share' | 'days' | 'number' | 'answers';

export interface About {
  readonly at: Situation;
  /** The value at which the points change their rule. */
  readonly edge?: { readonly value: FractionText; readonly unit: EdgeUnit; readonly ofChange: boolean };
  /** The level, check or condition. */
  readonly id?: string;
  /** The answer of another item on which the rule hangs; null: that item was not accepted. */
  readonly when?: { readonly item: string; readonly is: boolean | string | null };
}

/** What the draft makes of a case. To be shown only after a person has said what the decision gives. */
export interface CaseOutcome {
  readonly points: FractionText;
  readonly state: ItemState;
}

/** What would come of a proposed case; undefined where figures contradict each other. */
export function outcomeOf({ given }: Pick<ProposedCase, 'given'>, ready: CaseReady): CaseOutcome | undefined {
  const result = scoreCase(given as never, ready, new Faults());
  return result && { points: result.points, state: result.state };
}

/** A situation for which a person says what the decision gives. It holds no points. */
export interface ProposedCase {
  readonly item: string;
  readonly about: About;
  /** The case as the file of cases has it, but for what is expected. */
  readonly given: RawObject;
}

/** An edge beside which no case was found: a person must think of one. */
export interface EdgeWithoutCase {
  readonly item: string;
  readonly about: About;
  /** Figures were found, but another item of the scheme refuses them, or is never answered so. */
  readonly contradicts: boolean;
}

export interface ProposedCases {
  readonly cases: readonly ProposedCase[];
  readonly without: readonly EdgeWithoutCase[];
}

interface Part {
  readonly about: About;
  readonly figures?: CaseFigures;
  readonly previous?: CaseFigures;
  readonly answer?: RawObject;
}
interface Parts {
  readonly found: readonly Part[];
  readonly without: readonly About[];
}

/** Where in a scheme a rule stands. */
interface Where {
  readonly scheme: Scheme;
  readonly bounds: Bounds;
}

const parts = (found: readonly Part[], without: readonly About[] = []): Parts => ({ found, without });
const answered = (at: Situation, answer: RawObject, id?: string): Part => ({ about: id === undefined ? { at } : { at, id }, answer });

const unitOf = (quantity: Quantity): EdgeUnit => ('ratio' in quantity || 'estimate' in quantity ? 'share' : 'days' in quantity ? 'days' : 'number');

/** Below, on and above each edge of a quantity. */
function atEdges(quantity: Quantity, edges: readonly Rational[], { scheme }: Where): Parts {
  const reach = reachOf(quantity, scheme);
  const [found, without]: [Part[], About[]] = [[], []];
  for (const edge of edges) {
    const beside = besideEdge(edge, quantity, scheme);
    const named = { value: exact.toFraction(edge), unit: unitOf(quantity), ofChange: false };
    for (const [at, value] of [
      ['above', beside.above],
      ['on', edge],
      ['below', beside.below],
    ] as const) {
      const figures = reach(value);
      if (figures) found.push({ about: { at, edge: named }, figures });
      else without.push({ at, edge: named });
    }
  }
  return parts(found, without);
}

/** A whole that is nothing, and a part that is over it. */
function aroundRatio(quantity: Quantity): Part[] {
  if (!('ratio' in quantity)) return [];
  const [of, to] = quantity.ratio as [string, string];
  if (of === to) return [{ about: { at: 'nothingThere' }, figures: { ...NO_FIGURES, figures: { [of]: numberToken('0') } } }];
  return [
    { about: { at: 'nothingThere' }, figures: { ...NO_FIGURES, figures: { [to]: numberToken('0'), [of]: numberToken('0') } } },
    ...(quantity.over === 'refuse'
      ? []
      : [{ about: { at: 'over' as const }, figures: { ...NO_FIGURES, figures: { [to]: numberToken('100'), [of]: numberToken('101') } } }]),
  ];
}

const measured = (quantity: Quantity, edges: readonly (Rational | undefined)[], where: Where): Parts => {
  const { found, without } = atEdges(quantity, distinct(edges), where);
  return parts([...found, ...aroundRatio(quantity)], without);
};

/** Each value once, the largest first. */
export const distinct = (values: readonly (Rational | undefined)[]): Rational[] =>
  values
    .filter((value) => value !== undefined)
    .filter((value, index, all) => all.findIndex((other) => exact.compare(other, value) === 0) === index)
    .toSorted((one, other) => exact.compare(other, one));

export const edgesOfBands = ({ bands }: Pick<BandTable, 'bands'>): Rational[] => bands.map(({ from, above }) => exact.fromText(from ?? (above as string)));

/** Values of the year before, or of a base year, beside which a change is looked at. */
const BEFORE = ['0', '0.5', '1', '10', '1000', '-10'].map(exact.fromText);

/** Below, on and above each edge of a difference. */
function changes(rule: Extract<PlainRule, { kind: 'change' }>, where: Where): Parts {
  const { scheme } = where;
  const { of, against } = rule;
  const before: Quantity = against === 'previous' ? of : against;
  const [now, then] = [reachOf(of, scheme), reachOf(before, scheme)];
  const [found, without]: [Part[], About[]] = [[], []];
  for (const edge of distinct(edgesOfBands(rule))) {
    // What is beside the edge for either of them.
    const beside = besideEdge(edge, of, scheme);
    const other = besideEdge(edge, before, scheme);
    const named = { value: exact.toFraction(edge), unit: unitOf(of), ofChange: true };
    for (const [at, values] of [
      ['above', [beside.above, other.above]],
      ['on', [edge]],
      ['below', [beside.below, other.below]],
    ] as const) {
      const pair = [...BEFORE, exact.absolute(edge), exact.add(exact.absolute(edge), exact.one)]
        .flatMap((base) => values.map((value) => ({ past: then(base), current: now(exact.add(base, value)) })))
        .find(({ past, current }) => past && current && (against === 'previous' || isFree(past, current)));
      if (!pair?.past || !pair.current) without.push({ at, edge: named });
      else if (against === 'previous') found.push({ about: { at, edge: named }, figures: pair.current, previous: pair.past });
      else found.push({ about: { at, edge: named }, figures: { ...pair.current, figures: { ...pair.past.figures, ...pair.current.figures } } });
    }
  }
  const some = now(exact.one) ?? now(exact.zero);
  const alone: Part[] = against === 'previous' && some ? [{ about: { at: 'noPrevious' }, figures: some }] : [];
  return parts([...found, ...alone, ...(against === 'previous' ? aroundRatio(of) : [])], without);
}

/** Whether the base does not stand in the quantity itself with another value. */
const isFree = (past: CaseFigures, current: CaseFigures): boolean =>
  Object.entries(past.figures).every(([id, value]) => current.figures[id] === undefined || textOf(current.figures[id]) === textOf(value));
const textOf = (value: Raw | undefined): string => (value instanceof NumberToken ? value.text : String(value));

/** Figures of a formula, of which nobody knows where its points change their rule. */
function samples(expression: string, { scheme }: Where): Part[] {
  const types = new Map(scheme.figures.map(({ id, type }) => [id, type]));
  const with_ = (text: string): CaseFigures => ({
    ...NO_FIGURES,
    figures: Object.fromEntries(
      figuresOf({ formula: expression }).map((id) => {
        const type = types.get(id);
        return [id, type === 'yesNo' ? text !== '0' : type === 'date' ? `2026-03-${text.padStart(2, '0').replace('00', '01')}` : numberToken(text)];
      }),
    ),
  });
  return ['0', '1', '10'].map((text) => ({ about: { at: 'sample', id: text }, figures: with_(text) }));
}

function surveyed(rule: Extract<PlainRule, { kind: 'surveyMean' }>, { scheme }: Where): Part[] {
  const questions = new Map(scheme.survey.questions.map((question) => [question.id, question]));
  const asked = (mean: NumberText, answers: NumberText): CaseFigures => ({
    figures: {},
    estimates: Object.fromEntries(
      rule.questions.map(({ id }) => {
        const question = questions.get(id);
        const groups = question ? groupsAsked(question, scheme.survey.groups) : [];
        return [id, Object.fromEntries(groups.map((group) => [group.id, { mean: numberToken(mean), answers: numberToken(answers) }]))];
      }),
    ),
  });
  const minimum = exact.fromText(rule.minimumAnswers);
  const count = (more: number) => decimalOf(exact.add(minimum, exact.integer(more))) as NumberText;
  const edge = { value: exact.toFraction(minimum), unit: 'answers' as const, ofChange: false };
  const half = scheme.survey.places === '0' ? '1' : '0.5';
  return [
    { about: { at: 'most' }, figures: asked('1', count(100)) },
    ...(half === '1' ? [] : [{ about: { at: 'middle' as const }, figures: asked(half, count(100)) }]),
    { about: { at: 'least' }, figures: asked('0', count(100)) },
    ...([1, 0, -1] as const).map((more) => ({
      about: { at: more > 0 ? 'above' : more < 0 ? 'below' : 'on', edge } as const,
      figures: asked(half, count(more)),
    })),
  ];
}

/** Points between which a person may give some: both ends and one between. */
function givenPoints(low: Rational, high: Rational, step: NumberText | undefined): Part[] {
  const units = step === undefined ? undefined : exact.fromText(step);
  const onStep = (value: Rational) => (units ? exact.multiply(exact.floor(exact.divide(value, units)), units) : value);
  const middle = onStep(exact.divide(exact.add(low, high), exact.integer(2)));
  const ends = [
    ['most', onStep(high)],
    ['middle', middle],
    ['least', units ? exact.negate(onStep(exact.negate(low))) : low],
  ] as const;
  const texts = ends.flatMap(([at, value]) => {
    const text = exact.compare(value, low) < 0 || exact.compare(value, high) > 0 ? undefined : decimalOf(value);
    return text === undefined ? [] : [{ at, text }];
  });
  return texts
    .filter(({ text }, index) => texts.findIndex((other) => other.text === text) === index)
    .map(({ at, text }) => answered(at, { points: numberToken(text) }));
}

const checkParts = (ids: readonly string[]): Part[] => [
  answered('allChecks', { checks: [...ids] }),
  ...(ids.length > 2 ? ids.map((id) => answered('allButOne', { checks: ids.filter((each) => each !== id) }, id)) : []),
  ...(ids.length > 1 ? ids.map((id) => answered('oneCheck', { checks: [id] }, id)) : []),
  answered('noCheck', { checks: [] }),
];

/** Points without a floor are tried to here. */
const DEEPEST = exact.integer(-10);

/** The situations of each kind of rule at all its edges. */
function partsOfRule(rule: PlainRule, where: Where): Parts {
  const { bounds } = where;
  switch (rule.kind) {
    case 'given':
      return parts(givenPoints(bounds.minimum ?? DEEPEST, bounds.maximum, rule.step));
    case 'yesNo':
      return parts([answered('yes', { yes: true }), answered('no', { yes: false })]);
    case 'levels':
      return parts(
        rule.levels.flatMap(({ id, upTo }) => {
          if (upTo === undefined) return [answered('level', { level: id }, id)];
          const edge = exact.fromText(upTo);
          return givenPoints(exact.least(edge, exact.zero), exact.greatest(edge, exact.zero), undefined).map(({ about, answer }) => ({
            about: { ...about, id },
            answer: { level: id, ...answer },
          }));
        }),
      );
    case 'checks':
    case 'deduct':
      return parts(checkParts(rule.checks.map(({ id }) => id)));
    case 'bands':
      return measured(rule.of, edgesOfBands(rule), where);
    case 'proportional':
      return measured(rule.of, [exact.fromText(rule.target), rule.floor === undefined ? undefined : exact.fromText(rule.floor)], where);
    case 'perUnit':
      return measured(rule.of, edgesPerUnit(rule, bounds), where);
    case 'change':
      return changes(rule, where);
    case 'surveyMean':
      return parts(surveyed(rule, where));
    case 'formula':
      return parts(samples(rule.expression, where));
  }
}

/** Where the count begins, and where it has brought all that there is. */
export function edgesPerUnit(
  { points, free }: Pick<Extract<PlainRule, { kind: 'perUnit' }>, 'points' | 'free'>,
  { penalty, maximum, minimum }: Bounds,
): Rational[] {
  const most = penalty ? minimum : maximum;
  const start = exact.fromText(free);
  return most === null ? [start] : [start, exact.add(start, exact.divide(most, exact.fromText(points)))];
}

interface Elsewhere {
  readonly others: RawObject;
  readonly when: NonNullable<About['when']>;
}

/** How another item is answered so that it says this; what it hangs on itself is answered too. */
function sayElsewhere(scheme: Scheme, code: string, is: boolean | string, depth = 0): RawObject | undefined {
  const item = itemsOfDomains(scheme.domains).find((each) => each.code === code);
  if (!item || depth > 5) return undefined;
  const conditions = untouched(item);
  const own = answerSaying(item.rule, is);
  if (own) return { [code]: { answer: { ...own, ...conditions } } };
  if (item.rule.kind !== 'branch') return undefined;
  for (const entry of item.rule.cases) {
    const answer = answerSaying(entry.rule, is);
    const before = answer && sayElsewhere(scheme, item.rule.on.item, entry.is, depth + 1);
    if (before) return { ...before, [code]: { answer: { ...answer, ...conditions } } };
  }
  const last = item.rule.otherwise === 'notApplicable' ? undefined : answerSaying(item.rule.otherwise, is);
  return last && { [item.rule.on.item]: { state: 'notAccepted', reason: NOT_ACCEPTED }, [code]: { answer: { ...last, ...conditions } } };
}

const NOT_ACCEPTED = 'Không có tài liệu kiểm chứng';

function answerSaying(rule: Rule, is: boolean | string): RawObject | undefined {
  if (rule.kind === 'yesNo') return typeof is === 'boolean' ? { yes: is } : undefined;
  const level = rule.kind === 'levels' ? rule.levels.find(({ id }) => id === is) : undefined;
  return level && { level: level.id, ...(level.upTo === undefined ? {} : { points: numberToken(level.upTo) }) };
}

/** Conditions as they stand where they set no points. */
const untouched = ({ conditions }: Item): RawObject =>
  conditions.length === 0 ? {} : { conditions: Object.fromEntries(conditions.map(({ id, when }) => [id, !when])) };

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** Proposes cases for an item: at every edge of its rule, where nothing is given, where its content did not arise. They hold no points. */
export function proposeCases(ready: CaseReady, code: string): ProposedCases {
  const { scheme } = ready.prepared;
  const placed = scheme.domains.flatMap((domain) => itemsOfDomains([domain]).map((item) => ({ item, domain }))).find(({ item }) => item.code === code);
  if (!placed) return { cases: [], without: [] };
  const { item, domain } = placed;
  const group = scheme.groups.find(({ id }) => id === domain.group)?.kind as GroupKind;
  const where: Where = { scheme, bounds: boundsOf(item, group) };
  const conditions = untouched(item);

  const caseOf = ({ about, figures, previous, answer }: Part, elsewhere?: Elsewhere): ProposedCase => {
    const whole: RawObject = { ...answer, ...conditions };
    return {
      item: code,
      about: elsewhere ? { ...about, when: elsewhere.when } : about,
      given: {
        item: code,
        ...(figures && !isEmpty(figures.figures) ? { figures: { ...figures.figures } } : {}),
        ...(figures && !isEmpty(figures.estimates) ? { estimates: figures.estimates as RawObject } : {}),
        ...(previous ? { previous: { figures: { ...previous.figures } } } : {}),
        ...(isEmpty(whole) ? {} : { answer: whole }),
        ...(elsewhere ? { others: elsewhere.others } : {}),
      },
    };
  };
  const { cases, without } = item.rule.kind === 'branch' ? ofBranch(item.rule, where, caseOf) : ofPlain(partsOfRule(item.rule, where), caseOf);

  const [first] = cases;
  const touched: ProposedCase[] = item.conditions.flatMap(({ id, when }) => {
    const answer = first?.given['answer'] as RawObject | undefined;
    if (!first || !answer) return [];
    return [
      {
        ...first,
        about: { at: 'condition', id },
        given: { ...first.given, answer: { ...answer, conditions: { ...(answer['conditions'] as RawObject), [id]: when } } },
      },
    ];
  });
  const claimed: ProposedCase[] =
    item.whenNotApplicable === 'refused'
      ? []
      : [
          {
            item: code,
            about: { at: 'notArisen' },
            given: { item: code, state: 'notApplicable', reason: item.notArisen?.when.vi ?? 'Không phát sinh trong kỳ' },
          },
        ];
  const empty: ProposedCase = { item: code, about: { at: 'nothingGiven' }, given: { item: code } };
  const all = [...cases, ...touched, empty, ...claimed];
  // What another item refuses, as more done than there is, no body can have.
  const possible = all.filter((one) => comesAbout(one, item.rule, ready));
  const contradicting = all.filter((one) => !possible.includes(one));
  return {
    cases: possible,
    without: [
      ...without.map((about) => ({ item: code, about, contradicts: false })),
      ...contradicting.map(({ about }) => ({ item: code, about, contradicts: true })),
    ],
  };
}

/** Whether a case can be scored, and by the branch that it is about. */
function comesAbout({ given, about: { at, when } }: ProposedCase, rule: Rule, ready: CaseReady): boolean {
  const result = scoreCase(given as never, ready, new Faults());
  if (!result || !when || rule.kind !== 'branch' || at === 'nothingGiven') return result !== undefined;
  const index = rule.cases.findIndex(({ is }) => is === when.is);
  return result.explanation.case === (index < 0 ? 'otherwise' : index);
}

type CaseOf = (part: Part, elsewhere?: Elsewhere) => ProposedCase;

const ofPlain = ({ found, without }: Parts, caseOf: CaseOf) => ({ cases: found.map((part) => caseOf(part)), without });

function ofBranch({ on, cases, otherwise }: BranchRule, where: Where, caseOf: CaseOf): { cases: ProposedCase[]; without: About[] } {
  const [found, without]: [ProposedCase[], About[]] = [[], []];
  for (const { is, rule } of cases) {
    const others = sayElsewhere(where.scheme, on.item, is);
    const when = { item: on.item, is };
    const inside = partsOfRule(rule, where);
    if (others) found.push(...inside.found.map((part) => caseOf(part, { others, when })));
    else without.push(...inside.found.map(({ about }) => ({ ...about, when })));
    without.push(...inside.without.map((about) => ({ ...about, when })));
  }
  const refused: Elsewhere = { others: { [on.item]: { state: 'notAccepted', reason: NOT_ACCEPTED } }, when: { item: on.item, is: null } };
  const last: Parts = otherwise === 'notApplicable' ? parts([{ about: { at: 'notArisen' } }]) : partsOfRule(otherwise, where);
  found.push(...last.found.map((part) => caseOf(part, refused)));
  return { cases: found, without: [...without, ...last.without.map((about) => ({ ...about, when: refused.when }))] };
}
