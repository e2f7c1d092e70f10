import * as exact from '../../quantity/rational.ts';
import type { OutlineNode } from './outline.ts';

const LEVELS = 3;

/** Whether nothing of a table says by its code where it stands. */
export const hasNoCodes = (parts: readonly OutlineNode[]): boolean => parts.every(({ code, parts: inside }) => code === undefined && hasNoCodes(inside));

/** Puts rows without codes into parts by their points: one is the parent of those after it that add up to its points. */
export function nestBySums(rows: readonly OutlineNode[]): OutlineNode[] {
  const known = new Map<string, { readonly node: OutlineNode; readonly next: number }>();
  const partAt = (at: number, level: number): { readonly node: OutlineNode; readonly next: number } => {
    const key = `${at} ${level}`;
    const found = known.get(key) ?? read(at, level);
    known.set(key, found);
    return found;
  };
  const read = (at: number, level: number) => {
    const row = rows[at] as OutlineNode;
    const leaf = { node: { ...row, parts: [] }, next: at + 1 };
    if (row.points === undefined || level >= LEVELS) return leaf;
    const wanted = exact.fromText(row.points);
    const parts: OutlineNode[] = [];
    let [sum, next] = [exact.zero, at + 1];
    while (next < rows.length && exact.compare(sum, wanted) < 0) {
      const part = partAt(next, level + 1);
      if (part.node.points === undefined) break;
      parts.push(part.node);
      sum = exact.add(sum, exact.fromText(part.node.points));
      next = part.next;
    }
    return parts.length > 1 && exact.compare(sum, wanted) === 0 ? { node: { ...row, parts }, next } : leaf;
  };
  const nested: OutlineNode[] = [];
  for (let at = 0; at < rows.length; ) {
    const { node, next } = partAt(at, 1);
    nested.push(node);
    at = next;
  }
  return nested;
}
