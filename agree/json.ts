import type { Json, JsonObject } from '../core/src/testing/documents.ts';

/** JSON text with members in one order: two results are the same when these texts are. */
export function ordered(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${ordered(value[key] as Json)}`).join(',')}}`;
}

/** An answer brought to one form: a result, or the set of faults, or that the text cannot be read. */
export function settled(answer: Json): Json {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  if ('unreadable' in answer) return { unreadable: true };
  const { faults } = answer;
  if (!Array.isArray(faults)) return answer;
  const texts = faults.map((fault) => {
    const { code, path } = fault as { code: string; path: string };
    return `${code} ${path}`;
  });
  return { faults: [...new Set(texts)].sort() };
}

/** The first differences of two values, as lines "path: one | other". */
export function differences(one: Json | undefined, other: Json | undefined, path = '', most = 8): string[] {
  if (one === other) return [];
  const shown = (value: Json | undefined) => (value === undefined ? 'absent' : JSON.stringify(value).slice(0, 160));
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) return [`${path || '/'}: ${shown(one)} | ${shown(other)}`];
  if (path === '/faults' && Array.isArray(one) && Array.isArray(other)) {
    const [mine, theirs] = [new Set(one), new Set(other)];
    return [
      ...one.filter((fault) => !theirs.has(fault)).map((fault) => `only TypeScript: ${fault}`),
      ...other.filter((fault) => !mine.has(fault)).map((fault) => `only Python: ${fault}`),
    ];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const found: string[] = [];
  for (const key of keys) {
    if (found.length >= most) break;
    found.push(...differences(member(one, key), member(other, key), `${path}/${key}`, most - found.length));
  }
  return found;
}

type Tree = Json[] | JsonObject;
const isTree = (value: Json | undefined): value is Tree => typeof value === 'object' && value !== null;
const member = (tree: Tree, key: string): Json | undefined => (Object.hasOwn(tree, key) ? (tree as JsonObject)[key] : undefined);
