import { targetKey } from '@parindex/core/ledger/entry';
import { figuresOf, itemsUsing } from '@parindex/core/scoring/affected-items';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { Answer } from '../../client/request.ts';
import type { SheetPart } from '../../client/sheet.ts';

export type Finding = Answer<'reviewAnswer'>['findings'][number];

/** What is decided on at once: an item with the figures that came with it, or a figure given by itself. */
export interface Matter {
  readonly key: string;
  /** The item, or the figure, first. */
  readonly parts: readonly [SheetPart, ...SheetPart[]];
  /** Codes of the items that it is for. */
  readonly items: readonly string[];
}

/** The matters of some parts, items before figures. */
export function mattersOf(parts: readonly SheetPart[], scheme: PreparedScheme): Matter[] {
  const taken = new Set<string>();
  const matter = (part: SheetPart): Matter[] => {
    if (taken.has(targetKey(part))) return [];
    const figures = part.kind === 'item' ? figuresOf(scheme, part.id) : new Set<string>();
    const along = parts.filter((one) => one.kind === 'figure' && figures.has(one.id) && !taken.has(targetKey(one)));
    for (const one of [part, ...along]) taken.add(targetKey(one));
    return [{ key: targetKey(part), parts: [part, ...along], items: part.kind === 'item' ? [part.id] : itemsUsing(scheme, part.id) }];
  };
  return [...parts.filter(({ kind }) => kind === 'item'), ...parts.filter(({ kind }) => kind === 'figure')].flatMap(matter);
}

/** What the check says of a matter: of its items, and of no figure of theirs that is somebody else's. */
export function findingsOf({ parts: [first, ...along], items }: Matter, findings: readonly Finding[]): Finding[] {
  const figures = new Set([first, ...along].flatMap(({ kind, id }) => (kind === 'figure' ? [id] : [])));
  return findings.filter(({ item, figure }) =>
    first.kind === 'item' ? (item !== null && items.includes(item)) || (figure !== null && figures.has(figure)) : figure === first.id,
  );
}

/** Whether it was brought before whoever decides, and holds nothing that must be mended: such a matter is taken unless somebody says otherwise. */
export const isSound = ({ parts }: Matter, findings: readonly Finding[], brought: boolean): boolean =>
  findings.every(({ severity }) => severity !== 'mustMend') && (!brought || parts.every(({ standing }) => standing !== 'entered'));
