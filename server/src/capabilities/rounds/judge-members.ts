import { at, type Faults, type Path, ROOT } from '@parindex/core';

/** A member of a list in the request, as far as it is valid, and its position. */
export interface DraftMember<T> {
  readonly path: Path;
  readonly member: T;
}

type Texts<K extends string> = { readonly [key in K]?: string | undefined };

/** The members of a list that can be judged; unreadable ones are reported by the schema. */
export const membersOf = <T>(list: readonly (T | undefined)[] | undefined, key: string): DraftMember<T>[] =>
  (list ?? []).flatMap((member, index) => (member === undefined ? [] : [{ path: at(ROOT, key, index), member }]));

/** Adds a fault for each member whose key is unknown. */
export function judgeKnown<K extends string>(members: readonly DraftMember<Texts<K>>[], key: K, known: ReadonlySet<string>, faults: Faults): void {
  for (const { path, member } of members) {
    const found = member[key];
    if (found !== undefined && !known.has(found)) faults.add('unknownId', at(path, key), { found });
  }
}

/** Adds a fault for each member that repeats the keys of an earlier one. */
export function judgeDoubles<K extends string>(members: readonly DraftMember<Texts<K>>[], keys: readonly K[], faults: Faults): void {
  const seen = new Set<string>();
  for (const { path, member } of members) {
    const texts = keys.map((key) => member[key]);
    if (texts.includes(undefined)) continue;
    const key = JSON.stringify(texts);
    if (seen.has(key)) faults.add('duplicateId', at(path, keys.at(-1) as K), { found: texts.join(' ') });
    seen.add(key);
  }
}

/** The values of a key over all members. */
export const textsOf = <K extends string>(members: readonly DraftMember<Texts<K>>[], key: K): string[] => members.flatMap(({ member }) => member[key] ?? []);
