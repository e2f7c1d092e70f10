import { searchKey } from '@parindex/core/text/search-key';
import { findBodies, type NamedBody, readNamedBody } from '../bodies/queries/bodies.ts';

export interface MatchedLine {
  readonly line: string;
  readonly result: 'found' | 'already' | 'several' | 'unknown';
  readonly bodies: readonly NamedBody[];
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Parallel queries to the registry. */
const AT_ONCE = 6;

/** What a line names: a body's id, otherwise bodies with exactly that name, ignoring diacritics. */
async function bodiesOf(line: string): Promise<readonly NamedBody[]> {
  const byId = ID.test(line) ? await readNamedBody(line) : undefined;
  if (byId) return [byId];
  const key = searchKey(line);
  const { items } = await findBodies({ search: line });
  return items.map(({ id, name }) => ({ id, name: name.full })).filter(({ name }) => searchKey(name) === key);
}

/** Looks up every pasted line, each once; `there` are ids that are in the list already. */
export async function matchLines(text: string, there: ReadonlySet<string>): Promise<MatchedLine[]> {
  const lines = [...new Set(text.split('\n').flatMap((line) => line.trim() || []))];
  const matched: MatchedLine[] = [];
  const seen = new Set(there);
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    const some = lines.slice(start, start + AT_ONCE);
    const found = await Promise.all(some.map(bodiesOf));
    some.forEach((line, index) => {
      const bodies = found[index] ?? [];
      const [only] = bodies;
      const result = !only ? 'unknown' : bodies.length > 1 ? 'several' : seen.has(only.id) ? 'already' : 'found';
      if (result === 'found' && only) seen.add(only.id);
      matched.push({ line, result, bodies });
    });
  }
  return matched;
}
