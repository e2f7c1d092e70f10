/** For what a part of a sheet is given to a department: to claim it, or to explain it once it is appraised. */
export const ASSIGNED_MATTERS = ['sheet', 'explanation'] as const;
export type AssignedMatter = (typeof ASSIGNED_MATTERS)[number];

/**
 * The assignments that hold for a matter. What was given for the sheet goes on for the explanation, item by item, but where an item was given anew
 * for that; a figure that was given by itself is no item to explain.
 */
export function inMatter<A extends { readonly matter: AssignedMatter; readonly now: { readonly kind: 'item' | 'figure'; readonly id: string } }>(
  assignments: readonly A[],
  matter: AssignedMatter,
): A[] {
  if (matter === 'sheet') return assignments.filter((one) => one.matter === 'sheet');
  const items = assignments.filter(({ now }) => now.kind === 'item');
  const anew = new Set(items.flatMap((one) => (one.matter === 'explanation' ? [one.now.id] : [])));
  return items.filter((one) => one.matter === 'explanation' || !anew.has(one.now.id));
}
