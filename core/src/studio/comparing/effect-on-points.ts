import type { NumberText } from '../../quantity/number-text.ts';
import { sumOf } from '../../scheme/complete.ts';
import { maximaBySource } from '../../scheme/maxima.ts';
import { type Domain, type Scheme, SOURCES, type Source } from '../../scheme/types.ts';
import { searchKey } from '../../text/search-key.ts';
import type { Title } from '../../text/title.ts';

/** Maximum points in both editions, exact; "0" where there is nothing of it in one. */
export interface Effect {
  readonly before: NumberText;
  readonly after: NumberText;
  readonly difference: NumberText;
}

export interface EffectOnPoints {
  readonly domains: readonly (Effect & { readonly title: Title; readonly codes: { readonly before: string | null; readonly after: string | null } })[];
  readonly sources: readonly (Effect & { readonly source: Source })[];
  readonly total: Effect;
}

const effect = (before: NumberText = '0', after: NumberText = '0'): Effect => ({ before, after, difference: sumOf([after, `-${before}`]) ?? '0' });

/** Domains of both editions: one title, else one code; a domain of one edition alone has no counterpart. */
export function pairDomains(older: readonly Domain[], newer: readonly Domain[]): { before: Domain | undefined; after: Domain | undefined }[] {
  const left = new Set(older);
  const pairs = new Map<Domain, Domain>();
  const pair = (isOne: (a: Domain, b: Domain) => boolean) => {
    for (const after of newer) {
      const before = pairs.has(after) ? undefined : [...left].find((each) => isOne(each, after));
      if (!before) continue;
      pairs.set(after, before);
      left.delete(before);
    }
  };
  pair((a, b) => searchKey(a.title.vi) === searchKey(b.title.vi));
  pair((a, b) => a.code === b.code);
  return [...newer.map((after) => ({ before: pairs.get(after), after })), ...[...left].map((before) => ({ before, after: undefined }))];
}

const regularDomains = ({ groups, domains }: Scheme): Domain[] => {
  const regular = groups.find(({ kind }) => kind === 'regular')?.id;
  return domains.filter(({ group }) => group === regular);
};

/** What a newer edition does to the maximum points of the regular group, by domain and by source; both add up to the difference of the totals. */
export function effectOnPoints(older: Scheme, newer: Scheme): EffectOnPoints {
  const [old, fresh] = [regularDomains(older), regularDomains(newer)];
  const sources = [maximaBySource(older), maximaBySource(newer)].map((maxima) => new Map(maxima.map(({ source, maximum }) => [source, maximum])));
  return {
    domains: pairDomains(old, fresh).map(({ before, after }) => ({
      ...effect(before?.maximum, after?.maximum),
      title: (after ?? (before as Domain)).title,
      codes: { before: before?.code ?? null, after: after?.code ?? null },
    })),
    sources: SOURCES.filter((source) => sources.some((maxima) => maxima.has(source))).map((source) => ({
      source,
      ...effect(sources[0]?.get(source), sources[1]?.get(source)),
    })),
    total: effect(sumOf(old.map(({ maximum }) => maximum)), sumOf(fresh.map(({ maximum }) => maximum))),
  };
}
