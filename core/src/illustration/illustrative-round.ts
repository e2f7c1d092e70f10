import type { PlainRule } from '../rules/plain-kinds.ts';
import { figuresOf, type Quantity } from '../rules/quantity.ts';
import { type Figure, groupsAsked, type Item, itemsOfDomains, type Scheme, type SurveyQuestion } from '../scheme/types.ts';
import { plainRulesOf } from '../snapshot/answers.ts';

/** Made-up numbers that are the same for the same seed (Mulberry32, T. Ettinger). */
export function madeUp(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface IllustrativeOptions {
  readonly bodies: number;
  readonly year: number;
  readonly seed: number;
  /** What an invented body is called: "Tỉnh Minh họa". */
  readonly name: string;
  readonly type: string;
  /** Whether every figure has come in and every item is answered; otherwise some are missing, as in real rounds. */
  readonly complete?: boolean;
}

interface Draw {
  next(): number;
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  /** Whether something is missing that a body should have answered. */
  gap(share: number): boolean;
}

/**
 * An invented round over a real scheme: invented bodies with made-up figures, answers and estimates, to try
 * things on and to measure with. The raw form of a snapshot; the same for the same options.
 */
export function illustrativeRound(scheme: Scheme, options: IllustrativeOptions): Record<string, unknown> {
  const items = itemsOfDomains(scheme.domains);
  const width = String(options.bodies).length;
  const bodies = Array.from({ length: options.bodies }, (_, index) => {
    const number = String(index + 1).padStart(Math.max(2, width), '0');
    return { id: `minh-hoa-${number}`, code: number, name: `${options.name} ${number}`, type: options.type };
  });
  const data = bodies.map((body, index) => bodyData(scheme, items, options, index, body.id));
  const keyed = (part: 'figures' | 'sheet' | 'estimates' | 'previous') => Object.fromEntries(data.map((entry) => [entry.id, entry[part]]));
  return {
    format: 'parindex-snapshot/1',
    scheme,
    round: { id: `minh-hoa-${options.year}`, year: String(options.year) },
    bodies,
    figures: keyed('figures'),
    sheets: keyed('sheet'),
    estimates: keyed('estimates'),
    previous: { round: `minh-hoa-${options.year - 1}`, bodies: keyed('previous') },
  };
}

function bodyData(scheme: Scheme, items: readonly Item[], { seed, year, complete = false }: IllustrativeOptions, index: number, id: string) {
  const next = madeUp(seed * 7919 + index * 104_729 + 1);
  const draw: Draw = {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    gap: (share) => next() < share && !complete,
  };
  /** How well this body does in all: invented bodies differ as real ones do. */
  const strength = 0.72 + 0.27 * next();
  const figures = declaredFigures(scheme, items, year, strength, draw);
  return {
    id,
    figures,
    sheet: Object.fromEntries(items.flatMap((item) => sheetEntry(item, strength, draw))),
    estimates: Object.fromEntries(scheme.survey.questions.map((question) => [question.id, estimatesOf(question, scheme, strength, draw)])),
    previous: { figures: declaredFigures(scheme, items, year - 1, Math.max(0.6, strength - 0.04), draw), items: {} },
  };
}

const quantitiesOf = (rule: PlainRule): Quantity[] => ('of' in rule ? [rule.of] : []);

/** How figures hang together: a part on its whole, a figure of now on its base; what is counted by itself. */
interface Relations {
  readonly wholes: ReadonlyMap<string, string>;
  readonly bases: ReadonlyMap<string, string>;
  readonly alone: ReadonlySet<string>;
}

function relationsOf(items: readonly Item[]): Relations {
  const [wholes, bases, alone] = [new Map<string, string>(), new Map<string, string>(), new Set<string>()];
  for (const rule of items.flatMap((item) => plainRulesOf(item.rule))) {
    for (const quantity of quantitiesOf(rule)) {
      const [first, second, ...more] = figuresOf(quantity);
      if ('ratio' in quantity && first && second) wholes.set(first, second);
      else if ('formula' in quantity && first && second && more.length === 0) bases.set(second, first);
      else if ('figure' in quantity && first) alone.add(first);
    }
    if (rule.kind === 'change' && rule.against !== 'previous') for (const id of figuresOf(rule.of)) bases.set(id, rule.against.figure);
  }
  return { wholes, bases, alone };
}

function declaredFigures(scheme: Scheme, items: readonly Item[], year: number, strength: number, draw: Draw): Record<string, { value: string | boolean }> {
  const { wholes, bases, alone } = relationsOf(items);
  const byId = new Map(scheme.figures.map((figure) => [figure.id, figure]));
  const values = new Map<string, string | boolean>();
  const declare = (figure: Figure): string | boolean => {
    const known = values.get(figure.id);
    if (known !== undefined) return known;
    // Guards against figures that hang on each other.
    values.set(figure.id, '0');
    const [whole, base] = [byId.get(wholes.get(figure.id) ?? ''), byId.get(bases.get(figure.id) ?? '')];
    const value =
      whole && whole.id !== figure.id
        ? partOf(String(declare(whole)), strength, draw)
        : base && base.id !== figure.id && base.type === figure.type
          ? nearBase(declare(base), figure, draw)
          : plainValue(figure, year, alone.has(figure.id), strength, draw);
    values.set(figure.id, value);
    return value;
  };
  for (const figure of scheme.figures) declare(figure);
  // Now and then a figure has not come in.
  return Object.fromEntries([...values].filter(() => !draw.gap(0.004)).map(([id, value]) => [id, { value }]));
}

function partOf(whole: string, strength: number, draw: Draw): string {
  if (draw.chance(0.45)) return whole;
  const share = Math.min(1, strength + (draw.next() - 0.45) * 0.35);
  return String(Math.floor(Number(whole) * share));
}

/** A figure of now beside that of its base year: rarely far from it. */
function nearBase(base: string | boolean, { type }: Figure, draw: Draw): string {
  const value = Number(base) * (0.84 + 0.17 * draw.next());
  return type === 'count' ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}

/** Figures whose unit is percent are rates of growth and the like. */
const isRate = ({ title }: Figure): boolean => title?.vi.includes('%') === true;

function plainValue(figure: Figure, year: number, alone: boolean, strength: number, draw: Draw): string | boolean {
  if (isRate(figure)) return String(draw.whole(50, 90) / 10);
  switch (figure.type) {
    case 'count':
      return String(draw.gap(0.02) ? 0 : alone ? draw.whole(0, 4) : draw.whole(12, 240));
    case 'amount':
      return String(draw.whole(10_000, 90_000) / 10);
    case 'number':
      return String((draw.whole(40, 120) + Math.round(strength * 20)) / 10);
    case 'date':
      return `${year}-01-${draw.whole(11, 18)}`;
    case 'yesNo':
      return draw.chance(strength);
  }
}

function estimatesOf(question: SurveyQuestion, scheme: Scheme, strength: number, draw: Draw): Record<string, { mean: string; answers: string }> {
  const mean = () => Math.min(0.97, Math.max(0.4, strength - 0.04 + (draw.next() - 0.5) * 0.1)).toFixed(4);
  if (!question.options) return { all: { mean: mean(), answers: String(draw.whole(350, 600)) } };
  return Object.fromEntries(groupsAsked(question, scheme.survey.groups).map((group) => [group.id, { mean: mean(), answers: String(draw.whole(18, 260)) }]));
}

function sheetEntry(item: Item, strength: number, draw: Draw): [string, Record<string, unknown>][] {
  if (item.notArisen && draw.gap(0.02)) return [[item.code, { state: 'notApplicable', reason: 'Không phát sinh trong năm (dữ liệu minh họa)' }]];
  if (item.source === 'appraised' && draw.gap(0.008)) return [[item.code, { state: 'notAccepted', reason: 'Không có tài liệu kiểm chứng (dữ liệu minh họa)' }]];
  const answer = Object.assign({}, ...plainRulesOf(item.rule).map((rule) => answerTo(rule, item, strength, draw)));
  if (item.conditions.length > 0) answer.conditions = Object.fromEntries(item.conditions.map(({ id, when }) => [id, draw.chance(0.92) ? !when : when]));
  if (Object.keys(answer).length === 0 || draw.gap(0.01)) return [];
  return [[item.code, { answer }]];
}

function answerTo(rule: PlainRule, item: Item, strength: number, draw: Draw): Record<string, unknown> {
  switch (rule.kind) {
    case 'given':
      return { points: givenPoints(rule.step, item, strength, draw) };
    case 'yesNo':
      return { yes: draw.chance(strength) };
    case 'levels': {
      const level = rule.levels[draw.chance(strength) ? 0 : draw.whole(0, rule.levels.length - 1)];
      return { level: level?.id, ...(level?.upTo === undefined ? {} : { points: level.upTo }) };
    }
    case 'checks':
      return { checks: rule.checks.filter(() => draw.chance(Math.min(0.99, strength + 0.08))).map(({ id }) => id) };
    case 'deduct':
      return { checks: rule.checks.filter(() => draw.chance((1 - strength) / 2)).map(({ id }) => id) };
    default:
      return {};
  }
}

function givenPoints(step: string | undefined, item: Item, strength: number, draw: Draw): string {
  const [low, high] = item.minimum === undefined ? [0, Number(item.maximum)] : [Number(item.minimum), 0];
  const unit = Number(step ?? '0.25');
  const steps = Math.floor((high - low) / unit);
  const reached = low === 0 ? Math.round(steps * Math.min(1, strength + 0.1 * draw.next())) : steps;
  return String(Math.round((low + Math.min(steps, reached) * unit) * 1e6) / 1e6);
}
