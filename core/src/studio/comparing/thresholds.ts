import { canonicalText } from '../../reading/normal-form.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Names are names even where they are written in digits. */
const NAMES: readonly string[] = ['id', 'title'];

function withoutNumbers(value: unknown): unknown {
  if (typeof value === 'string') return NUMBER.test(value) ? '0' : value;
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, NAMES.includes(key) ? inner : withoutNumbers(inner)]));
}

/** Whether two rules that differ do so in numbers alone: the same kind over the same quantities, with as many steps. */
export const differInNumbersAlone = (before: unknown, after: unknown): boolean =>
  canonicalText(withoutNumbers(before)) === canonicalText(withoutNumbers(after));
