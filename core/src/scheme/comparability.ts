import { type Forebear, lineageTo } from './lineage.ts';
import { type Change, changesBetween, type Placed, placesOf } from './placed-parts.ts';
import type { Scheme } from './types.ts';

/** Whether points of an item can be compared with those of the year before. */
export const COMPARABILITIES = ['comparable', 'partly', 'not'] as const;
export type Comparability = (typeof COMPARABILITIES)[number];

/**
 * Why: what changed of the item; that its edition declares it so; that it has no forebear, or several; or that nobody knows by which
 * edition the points of the year before were given.
 */
export const COMPARABILITY_REASONS = ['rule', 'points', 'text', 'moved', 'declared', 'new', 'merged', 'editionUnknown'] as const satisfies readonly (
  | Change
  | string
)[];
export type ComparabilityReason = (typeof COMPARABILITY_REASONS)[number];

export interface Comparable {
  readonly flag: Comparability;
  /** Empty where nothing changed. */
  readonly why: readonly ComparabilityReason[];
  /** What the edition itself says of it. */
  readonly said: Forebear['why'];
  /** The item of the year before, with its maximum there; null where there is none, or it is not known. */
  readonly forebear: { readonly code: string; readonly maximum: string } | null;
}

/** What each change of an item does to it where its edition does not declare whether it can be compared; where it stands decides nothing. */
const BY_CHANGE: Readonly<Record<Change, Comparability>> = { rule: 'not', points: 'partly', text: 'partly', moved: 'comparable' };

const DECLARED: Readonly<Record<Forebear['comparable'], Comparability>> = { yes: 'comparable', partly: 'partly', no: 'not' };

const worst = (flags: readonly Comparability[]): Comparability => COMPARABILITIES.findLast((one) => flags.includes(one)) ?? 'comparable';

const without = (why: ComparabilityReason): Comparable => ({ flag: 'not', why: [why], said: null, forebear: null });

function against(placed: Placed, before: Placed | undefined, declared: Forebear | undefined): Comparable {
  if (!before) return without('new');
  const changes = changesBetween(before, placed);
  return {
    flag: declared ? DECLARED[declared.comparable] : worst(changes.map((change) => BY_CHANGE[change])),
    why: [...(declared && declared.comparable !== 'yes' ? (['declared'] as const) : []), ...changes],
    said: declared?.why ?? null,
    forebear: { code: before.code, maximum: before.maximum },
  };
}

/**
 * Of each item of an edition, whether its points can be compared with those of the edition before: as the edition declares it; where it declares
 * nothing of that edition, by what changed under the same code. Null: it is not known by which edition the points before were given.
 */
export function comparabilityOf(now: Scheme, before: Scheme | null): ReadonlyMap<string, Comparable> {
  const items = placesOf(now).filter((placed) => placed.item !== undefined);
  if (before === null) return new Map(items.map(({ code }) => [code, { flag: 'partly', why: ['editionUnknown'], said: null, forebear: null }]));
  const old = new Map(placesOf(before).flatMap((placed) => (placed.item ? [[placed.code, placed] as const] : [])));
  const lineage = lineageTo(now, before.id);
  return new Map(
    items.map((placed) => {
      if (!lineage) return [placed.code, against(placed, old.get(placed.code), undefined)];
      const [forebear, another] = lineage.get(placed.code) ?? [];
      if (another) return [placed.code, without('merged')];
      return [placed.code, against(placed, old.get(forebear?.item ?? ''), forebear)];
    }),
  );
}
