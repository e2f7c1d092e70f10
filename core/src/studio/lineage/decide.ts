import { isObject, type Raw } from '../../reading/raw.ts';
import { type Forebear, forebearsOf } from '../../scheme/lineage.ts';
import { itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import { type Keys, valueAt } from '../operations/change.ts';
import type { Operation } from '../operations/operation.ts';

/**
 * The step that writes what a person has decided of an item's forebears in an earlier edition; what is declared of other editions stays. None: there
 * is no item before it. Undefined: nothing is decided any more.
 */
export function decideLineage(document: Raw, item: Keys, edition: string, forebears: readonly Forebear[] | undefined): Operation {
  const at = [...item, 'lineage'];
  const written = valueAt(document, at);
  const others = Array.isArray(written) ? written.filter((entry) => !(isObject(entry) && entry['edition'] === edition)) : [];
  const own: Raw[] = (forebears ?? []).map(({ item: code, comparable, why }) => ({ edition, item: code, comparable, ...(why ? { why: { ...why } } : {}) }));
  const all: Raw[] = [...others, ...(forebears?.length === 0 ? [{ edition, item: null }] : own)];
  return { operation: 'set', at, value: all.length > 0 ? all : undefined };
}

/** An earlier edition that a scheme names, with the items of which it does not say where they come from. */
export interface UndecidedLineage {
  readonly edition: string;
  readonly codes: readonly string[];
}

/** The other editions that the items of a scheme name as where they come from, the one that is named most first. */
export function namedEditions({ id, domains }: Pick<Scheme, 'id' | 'domains'>): string[] {
  const counts = new Map<string, number>();
  for (const { lineage } of itemsOfDomains(domains))
    for (const entry of Array.isArray(lineage) ? (lineage as readonly unknown[]) : []) {
      const edition = typeof entry === 'object' && entry !== null ? (entry as { edition?: unknown }).edition : undefined;
      if (typeof edition === 'string' && edition !== id) counts.set(edition, (counts.get(edition) ?? 0) + 1);
    }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([edition]) => edition);
}

/** Of each earlier edition that a scheme names in the lineage of some item: which other items say nothing of it. It bars nothing, but should be known. */
export function undecidedLineage(scheme: Pick<Scheme, 'id' | 'domains'>): UndecidedLineage[] {
  return namedEditions(scheme).flatMap((edition) => {
    const codes = itemsOfDomains(scheme.domains).flatMap((item) => (forebearsOf(item, edition) === undefined ? [item.code] : []));
    return codes.length > 0 ? [{ edition, codes }] : [];
  });
}
