import { type Forebear, forebearsOf, type LINEAGE_SAYS } from './lineage.ts';
import { pairParts } from './pair-parts.ts';
import { type Change, changesBetween, type Placed, placesOf } from './placed-parts.ts';
import type { Scheme } from './types.ts';

/** Whether points of an item can be compared with those of the year before. */
export const COMPARABILITIES = ['comparable', 'partly', 'not'] as const;
export type Comparability = (typeof COMPARABILITIES)[number];

/**
 * Why: what changed of the item; that its edition declares it so; that it has no forebear, or several, or one by its title alone that nobody has confirmed; or that nobody knows by which
 * edition the points of the year before were given.
 */
export const COMPARABILITY_REASONS = [
  'rule',
  'points',
  'text',
  'moved',
  'declared',
  'new',
  'merged',
  'unconfirmed',
  'editionUnknown',
] as const satisfies readonly (Change | string)[];
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

const LINEAGE_SAYS_OF: Readonly<Record<Comparability, (typeof LINEAGE_SAYS)[number]>> = { comparable: 'yes', partly: 'partly', not: 'no' };

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

/** What two items that are taken for one would be declared as, by what changed between them. */
export function likelyComparable(before: Placed, now: Placed): { readonly comparable: (typeof LINEAGE_SAYS)[number]; readonly changes: readonly Change[] } {
  const changes = changesBetween(before, now);
  const flag = worst(changes.map((change) => BY_CHANGE[change]));
  return { comparable: LINEAGE_SAYS_OF[flag], changes };
}

/** Where an item comes from in the edition before: as its own edition declares it; where it declares nothing, as the parts of both are paired. */
interface Origin {
  readonly placed: Placed;
  readonly declared: readonly Forebear[] | undefined;
  readonly paired: Placed | undefined;
  /** Whether the pair rests on titles that are alike under different codes: a guess, until a person has said so. */
  readonly isGuess: boolean;
}

/** Of each item of an edition, where it comes from in the one before, in its order. */
export function originsOf(now: Scheme, before: Scheme): Origin[] {
  const pairs = new Map(
    pairParts(before, now).flatMap(({ before: [older], after: [newer], by }) =>
      older && newer && by !== 'lineage' ? [[newer.code, { older, by }] as const] : [],
    ),
  );
  return placesOf(now)
    .filter(({ item }) => item !== undefined)
    .map((placed) => {
      const declared = now.id === before.id ? undefined : forebearsOf(placed, before.id);
      const pair = declared ? undefined : pairs.get(placed.code);
      return { placed, declared, paired: pair?.older, isGuess: pair?.by === 'likeTitle' && pair.older.code !== placed.code };
    });
}

/**
 * Of each item of an edition, whether its points can be compared with those of the edition before: as the edition declares it; where it declares
 * nothing of that item, by what changed of the one that it is paired with. Null: it is not known by which edition the points before were given.
 */
export function comparabilityOf(now: Scheme, before: Scheme | null): ReadonlyMap<string, Comparable> {
  if (before === null) {
    const unknown: Comparable = { flag: 'partly', why: ['editionUnknown'], said: null, forebear: null };
    return new Map(placesOf(now).flatMap(({ item, code }) => (item ? [[code, unknown] as const] : [])));
  }
  const old = new Map(placesOf(before).flatMap((placed) => (placed.item ? [[placed.code, placed] as const] : [])));
  return new Map(
    originsOf(now, before).map(({ placed, declared, paired, isGuess }) => {
      if (!declared) return [placed.code, isGuess ? without('unconfirmed') : against(placed, paired, undefined)];
      const [forebear, another] = declared;
      return [placed.code, another ? without('merged') : against(placed, old.get(forebear?.item ?? ''), forebear)];
    }),
  );
}
