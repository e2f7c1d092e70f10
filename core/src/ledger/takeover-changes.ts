import { CHANGES, type Change, changesBetween, type Placed, placesOf } from '../scheme/placed-parts.ts';
import type { Figure, Scheme } from '../scheme/types.ts';
import { STAGES, type Stage, type Target, targetKey } from './entry.ts';
import type { Sheet } from './fold.ts';
import { movedTarget, type Takeover } from './takeover.ts';

/** What becomes of an item or a figure when a later edition takes over: what changed of it, it has no place any more, or it had none before. */
export const TAKEOVER_CHANGES = [...CHANGES, 'gone', 'new'] as const;
export type TakeoverChange = Change | 'gone' | 'new';

/** One item or figure, by its codes in both editions. */
export interface TargetTaken {
  readonly kind: Target['kind'];
  /** null: it had no place. */
  readonly before: string | null;
  /** null: it has none any more. */
  readonly after: string | null;
  readonly changes: readonly TakeoverChange[];
  /** Stages at which the sheet had something of it. */
  readonly held: readonly Stage[];
  /** What of that the new rules do not take, and has to be said again. */
  readonly again: readonly { readonly stage: Stage; readonly fields: readonly string[] }[];
}

/**
 * What a takeover changed for one sheet, of those items and figures alone where something changed.
 * @param before the sheet as it stood then, by what its reader sees of it.
 * @param type the type of the body; items that apply to others are left out.
 */
export function takeoverChanges(before: Sheet, takeover: Takeover, from: Scheme, to: Scheme, type: string | null): TargetTaken[] {
  const heldAt = (target: Target): Stage[] => STAGES.filter((stage) => Object.keys(before.columns[stage].get(targetKey(target))?.fields ?? {}).length > 0);
  const againAt = (old: Target, now: Target) =>
    takeover.dropped.flatMap(({ stage, target, fields }) => {
      const known = before.columns[stage].get(targetKey(old))?.fields ?? {};
      const seen = targetKey(target) === targetKey(now) ? fields.filter((field) => Object.hasOwn(known, field)) : [];
      return seen.length === 0 ? [] : [{ stage, fields: seen }];
    });
  const taken = (kind: Target['kind'], old: string, now: string | null, changes: readonly TakeoverChange[]): TargetTaken => ({
    ...{ kind, before: old, after: now, changes },
    held: heldAt({ kind, id: old }),
    again: now === null ? [] : againAt({ kind, id: old }, { kind, id: now }),
  });

  const [olds, news] = [from, to].map((scheme) => itemsFor(scheme, type)) as [Map<string, Placed>, Map<string, Placed>];
  const placeOf = (old: string): string | null => {
    if (Object.hasOwn(takeover.items, old)) return movedTarget({ kind: 'item', id: old }, takeover)?.id ?? null;
    return news.has(old) && !Object.values(takeover.items).includes(old) ? old : null;
  };
  const items = [...olds.values()].map((placed) => {
    const now = placeOf(placed.code);
    const next = now === null ? undefined : news.get(now);
    return taken('item', placed.code, next ? now : null, next ? changesBetween(placed, next) : ['gone']);
  });
  const met = new Set(items.map(({ after }) => after));
  const added = [...news.keys()]
    .filter((code) => !met.has(code))
    .map((code): TargetTaken => ({ kind: 'item', before: null, after: code, changes: ['new'], held: [], again: [] }));
  const figures = (from.figures ?? []).map(({ id }: Figure) => {
    const now = movedTarget({ kind: 'figure', id }, takeover)?.id ?? null;
    return taken('figure', id, now, now === null ? ['gone'] : []);
  });
  return [
    ...[...items, ...added].filter(({ changes, again }) => changes.length > 0 || again.length > 0),
    // What a figure is called, and what it is for, its items tell; of itself there is what was said of it.
    ...figures.filter(({ changes, again, held }) => held.length > 0 && (changes.length > 0 || again.length > 0)),
  ];
}

const itemsFor = (scheme: Scheme, type: string | null): Map<string, Placed> =>
  new Map(
    placesOf(scheme).flatMap((placed) =>
      placed.item && (type === null || placed.item.appliesTo === undefined || placed.item.appliesTo.types.includes(type))
        ? [[placed.code, placed] as const]
        : [],
    ),
  );
