import type { ReferenceInfo, TableInfo } from '../db/catalogue.ts';

export interface Ordered {
  readonly tables: readonly TableInfo[];
  /** Foreign keys that must be deferred because a row may come before the one it refers to: within one table, or in a circle of tables. */
  readonly backward: readonly ReferenceInfo[];
}

/** Orders tables so that each follows those it refers to, otherwise by name. */
export function orderByReference(tables: readonly TableInfo[], references: readonly ReferenceInfo[]): Ordered {
  const waiting = new Map(tables.map((table) => [table.key, table]));
  const ordered: TableInfo[] = [];
  const needs = (key: string) => references.some(({ from, to }) => from === key && to !== key && waiting.has(to));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ key }) => !needs(key));
    // In a circle of references, one table has to come first.
    const next = free.length > 0 ? free : [...waiting.values()].slice(0, 1);
    ordered.push(...next);
    for (const { key } of next) waiting.delete(key);
  }
  const place = new Map(ordered.map(({ key }, index) => [key, index]));
  const at = (key: string) => place.get(key) ?? -1;
  return { tables: ordered, backward: references.filter(({ from, to }) => place.has(from) && at(to) >= at(from)) };
}
