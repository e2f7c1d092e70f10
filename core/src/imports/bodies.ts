import { sortNameOf } from '../bodies/sort-name.ts';
import { searchKey } from '../text/search-key.ts';

/** A body of the round: its id for ever, its code and name in the round's year. */
export interface NamedBody {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/**
 * Finds bodies of a round as senders name them: by id, by the code of the round's year, by name with or without marks and
 * designation. Gives all that fit: codes pass from body to body, and a name may be two bodies'.
 */
export function bodyFinder(bodies: readonly NamedBody[]): (text: string) => readonly NamedBody[] {
  const [ids, codes, names] = [new Map<string, NamedBody>(), new Map<string, NamedBody[]>(), new Map<string, NamedBody[]>()];
  const put = (map: Map<string, NamedBody[]>, key: string, body: NamedBody) => {
    const held = map.get(key) ?? [];
    if (key !== '' && !held.includes(body)) map.set(key, [...held, body]);
  };
  for (const body of bodies) {
    ids.set(body.id, body);
    if (body.code !== null) put(codes, body.code, body);
    put(names, searchKey(body.name), body);
    put(names, searchKey(sortNameOf(body.name)), body);
  }
  return (text) => {
    const byId = ids.get(text);
    if (byId) return [byId];
    return [...new Set([...(codes.get(text) ?? []), ...(names.get(searchKey(text)) ?? [])])];
  };
}
