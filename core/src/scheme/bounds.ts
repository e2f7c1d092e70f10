import * as exact from '../quantity/rational.ts';
import type { Bounds } from '../rules/kind.ts';
import type { GroupKind, Item } from './types.ts';

/** Between which points an item of a sound scheme may lie. */
export const boundsOf = (item: Item, group: GroupKind): Bounds => ({
  penalty: group === 'penalty',
  maximum: exact.fromText(item.maximum),
  minimum: group === 'penalty' ? (item.minimum === undefined ? null : exact.fromText(item.minimum)) : exact.zero,
});
