import { standingOfAll } from '@parindex/core/assignments/standing-of-all';
import type { SheetPart } from '../../client/sheet.ts';

/** How far departments have come with an item: by what they have in hand of it. */
export function standingAt(parts: readonly SheetPart[]): SheetPart['standing'] {
  const item = parts.find(({ kind }) => kind === 'item');
  const [first, ...others] = item ? [item, ...parts.filter((part) => part !== item)] : parts;
  // Of figures alone the whole is no further than the one that is least far.
  const least = item ? first : (parts.find(({ standing }) => standing === null) ?? first);
  return standingOfAll(
    least?.standing ?? null,
    others.map(({ standing }) => standing),
  );
}
