import type { NumberText } from '../quantity/number-text.ts';
import { sumOf } from './complete.ts';
import { itemsOfDomains, type Scheme, SOURCES, type Source } from './types.ts';

/** The declared maximum of the regular group by way of scoring; ways without items are left out. */
export function maximaBySource(scheme: Scheme): { source: Source; maximum: NumberText }[] {
  const regular = new Set(scheme.groups.filter(({ kind }) => kind === 'regular').map(({ id }) => id));
  const items = itemsOfDomains(scheme.domains.filter(({ group }) => regular.has(group)));
  return SOURCES.flatMap((source) => {
    const maximum = sumOf(items.filter((item) => item.source === source).map((item) => item.maximum));
    return maximum === undefined ? [] : [{ source, maximum }];
  });
}
