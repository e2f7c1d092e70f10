import { searchKey } from '../../text/search-key.ts';
import type { ImportDoubt } from './doubts.ts';
import type { OutlineNode } from './outline.ts';

/**
 * Puts what another table says to what is there: parts with the same code are one part, of which either may say more.
 * Where they say different things, the first stays and it is told.
 */
export function joinTables(into: OutlineNode[], more: readonly OutlineNode[], doubts: ImportDoubt[]): void {
  for (const node of more) {
    const there = node.code === undefined ? undefined : into.find(({ code }) => code === node.code);
    if (!there) {
      into.push(node);
      continue;
    }
    const differs = [
      ...(searchKey(there.title) === searchKey(node.title) ? [] : [{ place: node.place, first: there.title, other: node.title, at: there.place }]),
      ...(there.points === undefined || node.points === undefined || there.points === node.points
        ? []
        : [{ place: node.pointsPlace, first: there.points, other: node.points, at: there.pointsPlace }]),
    ];
    const words = (of: OutlineNode) => of.lines.map(({ text }) => text).join('; ');
    if (there.lines.length > 0 && node.lines.length > 0 && searchKey(words(there)) !== searchKey(words(node)))
      differs.push({ place: node.place, first: words(there).slice(0, 200), other: words(node).slice(0, 200), at: there.place });
    for (const [column, text] of Object.entries(node.said) as [keyof OutlineNode['said'], string][]) {
      const first = there.said[column];
      if (first !== undefined && searchKey(first) !== searchKey(text))
        differs.push({ place: node.place, first: first.slice(0, 200), other: text.slice(0, 200), at: there.place });
    }
    for (const { place, ...details } of differs) doubts.push({ code: 'contradicts', place, part: node.code as string, details });
    if (there.lines.length === 0) there.lines.push(...node.lines);
    Object.assign(there.said, { ...node.said, ...there.said });
    joinTables(there.parts, node.parts, doubts);
  }
}
