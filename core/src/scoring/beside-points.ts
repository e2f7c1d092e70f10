import * as exact from '../quantity/rational.ts';
import { SOURCES, type Source } from '../scheme/types.ts';
import type { PreparedItem, PreparedScheme } from './prepared.ts';
import type { FractionText } from './result.ts';

/** Points of the year before, and over how many of the body's own items they were summed. */
export interface PastPoints {
  readonly points: FractionText;
  readonly items: number;
}

/** What stands beside a body's own points: in a domain, or in all regular ones. */
interface Beside<Value> {
  readonly whole: Value;
  /** In the scheme's order. */
  readonly domains: readonly { readonly code: string; readonly value: Value }[];
}

function beside<Value>(prepared: PreparedScheme, of: (items: readonly PreparedItem[]) => Value): Beside<Value> {
  const domains = prepared.domains.map(({ code, group, criteria }) => ({ code, group, items: criteria.flatMap(({ items }) => items) }));
  return {
    whole: of(domains.filter(({ group }) => group.kind === 'regular').flatMap(({ items }) => items)),
    domains: domains.map(({ code, items }) => ({ code, value: of(items) })),
  };
}

/**
 * Points of the year before of the items that a body scores itself; as sums of this year are, bonus and penalty apart.
 * @param own codes of the body's own items: `ownItems`
 * @param before by item, as number texts
 */
export const pastPoints = (prepared: PreparedScheme, own: ReadonlySet<string>, before: Readonly<Record<string, string>>): Beside<PastPoints> =>
  beside(prepared, (items) => {
    const known = items.flatMap(({ item: { code } }) => (own.has(code) ? (before[code] ?? []) : []));
    return { points: exact.toFraction(exact.sum(known.map(exact.fromText))), items: known.length };
  });

/** The most that others may give a body (surveys, satisfaction), by source, as the edition has it. */
export const maximaOfOthers = (
  prepared: PreparedScheme,
  own: ReadonlySet<string>,
): Beside<readonly { readonly source: Source; readonly maximum: FractionText }[]> =>
  beside(prepared, (items) =>
    SOURCES.flatMap((source) => {
      const some = items.filter((one) => one.source === source && !own.has(one.item.code));
      return some.length === 0 ? [] : [{ source, maximum: exact.toFraction(exact.sum(some.map(({ item }) => exact.fromText(item.maximum)))) }];
    }),
  );
