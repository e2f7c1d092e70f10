import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import type { Band } from '../../rules/band-table.ts';
import type { Edge, Interval } from './intervals.ts';

/** Why a rule read from words may be wrong. */
export const RULE_DOUBTS = [
  'gap',
  'overlap',
  'edgeUnsaid',
  'restUnsaid',
  'topIsNotMaximum',
  'targetDiffers',
  'combineUnsaid',
  'oneOrSum',
  'numberInWords',
  'wordsLeft',
] as const;
export interface RuleDoubt {
  readonly code: (typeof RULE_DOUBTS)[number];
  readonly details: Readonly<Record<string, string>>;
}

type Case = Interval & { readonly points: NumberText };

const value = (edge: Edge | undefined) => edge && exact.fromText(edge.at);

/** From the highest to the lowest: by where a case begins; what has no lower edge stands last. */
function falling(one: Case, other: Case): number {
  const [a, b] = [value(one.low), value(other.low)];
  if (!a || !b) return Number(!a) - Number(!b);
  return exact.compare(b, a) || Number(one.low?.taken) - Number(other.low?.taken);
}

/** The highest case should have no upper edge; a share has none over 100%. */
function topDoubt({ high, measure }: Case): RuleDoubt | undefined {
  if (!high || (measure.kind === 'share' && high.taken && Number(high.at) === 1)) return undefined;
  return { code: 'gap', details: { from: high.at, to: '∞' } };
}

/** What lies between a case and the one over it, which begins at `low`. */
function betweenDoubt({ low: own, high, edgeUnsaid }: Case, low: Edge, whole: boolean): RuleDoubt | undefined {
  if (!high) return own && { code: exact.compare(exact.fromText(own.at), exact.fromText(low.at)) === 0 ? 'overlap' : 'edgeUnsaid', details: { edge: low.at } };
  const order = exact.compare(exact.fromText(high.at), exact.fromText(low.at));
  if (order > 0) return { code: 'overlap', details: { edge: low.at } };
  if (order === 0 && high.taken && low.taken) return { code: edgeUnsaid ? 'edgeUnsaid' : 'overlap', details: { edge: low.at } };
  if (order === 0) return high.taken || low.taken ? undefined : { code: 'gap', details: { from: high.at, to: low.at } };
  const next = exact.add(exact.fromText(high.at), exact.one);
  if (whole && high.taken && low.taken && exact.compare(next, exact.fromText(low.at)) === 0) return undefined;
  return { code: 'gap', details: { from: high.at, to: low.at } };
}

/**
 * A table of bands from cases in any order. What no case takes, and what two take, is a doubt; `rest`: what all others give.
 * Undefined where a case begins nowhere in such a table, as a second one without a lower edge.
 */
export function bandsOf(cases: readonly Case[], rest: NumberText | undefined): { bands: Band[]; otherwise: NumberText; doubts: RuleDoubt[] } | undefined {
  const sorted = cases.toSorted(falling);
  const lowest = sorted.at(-1);
  if (!lowest || sorted.slice(0, -1).some(({ low }) => !low)) return undefined;
  const doubts: RuleDoubt[] = [];
  const whole = cases.every(({ measure }) => measure.kind === 'count');
  sorted.forEach((one, index) => {
    const over = sorted[index - 1];
    const doubt = over ? betweenDoubt(one, over.low as Edge, whole) : topDoubt(one);
    if (doubt) doubts.push(doubt);
  });
  const open = lowest.low ? sorted : sorted.slice(0, -1);
  const starts = open.map(({ low }) => `${low?.taken} ${exact.toFraction(exact.fromText((low as Edge).at))}`);
  if (new Set(starts).size < starts.length || open.length === 0) return undefined;
  // A lowest case that begins at nought leaves nothing below it.
  const fromNought = lowest.low?.taken && Number(lowest.low.at) === 0;
  if (lowest.low && rest === undefined && !fromNought) doubts.push({ code: 'restUnsaid', details: {} });
  if (!lowest.low && rest !== undefined && rest !== lowest.points) doubts.push({ code: 'overlap', details: { edge: lowest.high?.at ?? '' } });
  return {
    bands: open.map(({ low, points }): Band => ((low as Edge).taken ? { from: (low as Edge).at, points } : { above: (low as Edge).at, points })),
    otherwise: lowest.low ? (rest ?? '0') : lowest.points,
    doubts,
  };
}
