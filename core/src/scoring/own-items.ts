import { isBranch, type PreparedItem, type PreparedScheme } from './prepared.ts';

/** Sources whose points nobody scores himself: they are estimates of what people answered. */
const BY_ESTIMATE: readonly PreparedItem['source'][] = ['survey', 'satisfaction'];

const rulesOf = ({ rule }: PreparedItem) =>
  isBranch(rule) ? [...rule.cases.map((entry) => entry.rule), ...(rule.otherwise === 'notApplicable' ? [] : [rule.otherwise])] : [rule];

/** A prepared scheme never changes, and every sheet of a list asks. */
const knownEstimated = new WeakMap<PreparedScheme, ReadonlySet<string>>();

/** Codes of the items whose points come from estimates: by their source, by a rule that takes one, by an item on which they hang. */
export function estimatedItems(prepared: PreparedScheme): ReadonlySet<string> {
  const known = knownEstimated.get(prepared);
  if (known) return known;
  const estimated = new Set<string>();
  for (const item of prepared.evaluationOrder) {
    const named = isBranch(item.rule) && estimated.has(item.rule.item);
    if (named || BY_ESTIMATE.includes(item.source) || rulesOf(item).some(({ uses }) => uses.estimates.length > 0)) estimated.add(item.item.code);
  }
  knownEstimated.set(prepared, estimated);
  return estimated;
}

/** The same items, each with where its points come from. */
export function estimatedSources(prepared: PreparedScheme): ReadonlyMap<string, PreparedItem['source']> {
  const estimated = estimatedItems(prepared);
  return new Map(prepared.items.flatMap(({ item: { code }, source }) => (estimated.has(code) ? [[code, source] as const] : [])));
}

/**
 * Codes of the items that a body scores itself (tự chấm): it gives the answer, or declares the figures, those of statistics too.
 * Not those scored by estimates, nor those that others answer (`notAsked` of the edition's checks).
 */
export function ownItems(prepared: PreparedScheme, { notAsked }: { readonly notAsked: readonly string[] }): ReadonlySet<string> {
  const estimated = estimatedItems(prepared);
  return new Set(prepared.items.map(({ item }) => item.code).filter((code) => !estimated.has(code) && !notAsked.includes(code)));
}
