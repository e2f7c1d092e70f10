import type { Item } from './types.ts';

export const LINEAGE_SAYS = ['yes', 'partly', 'no'] as const;

/** An item of an earlier edition from which an item comes, as its own edition declares it. */
export interface Forebear {
  readonly item: string;
  /** Whether points of both can be compared. */
  readonly comparable: (typeof LINEAGE_SAYS)[number];
  readonly why: { readonly vi: string; readonly en?: string } | null;
}

const isTitle = (why: unknown): why is NonNullable<Forebear['why']> =>
  typeof why === 'object' && why !== null && typeof (why as { vi?: unknown }).vi === 'string';

/** Forebears in an edition, as an item declares them; undefined where it says nothing of that edition. */
export function forebearsOf({ lineage }: Pick<Item, 'lineage'>, edition: string): Forebear[] | undefined {
  if (!Array.isArray(lineage)) return undefined;
  const entries = (lineage as readonly unknown[]).filter(
    (entry): entry is { item?: unknown; comparable?: unknown; why?: unknown } =>
      typeof entry === 'object' && entry !== null && (entry as { edition?: unknown }).edition === edition,
  );
  if (entries.length === 0) return undefined;
  return entries.flatMap(({ item, comparable, why }) =>
    typeof item === 'string' ? [{ item, comparable: LINEAGE_SAYS.find((one) => one === comparable) ?? 'yes', why: isTitle(why) ? why : null }] : [],
  );
}
