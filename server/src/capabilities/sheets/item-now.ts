import type { Target } from '@parindex/core/ledger/index';
import { movedTarget, type TakeoverMapping } from '@parindex/core/ledger/takeover';

interface ItemOfEdition {
  /** By its code in `edition`. */
  readonly item: string;
  readonly edition: string;
}

type Takeovers = readonly { readonly from: string; readonly to: string; readonly mapping: TakeoverMapping }[];

/** An item or figure recorded under an earlier edition, translated to the one in force; undefined if it has no place there. */
export function targetNow(target: Target, edition: string, takeovers: Takeovers): Target | undefined {
  let [now, of]: [Target | undefined, string] = [target, edition];
  for (const { from, to, mapping } of takeovers) {
    if (now === undefined || from !== of) continue;
    now = movedTarget(now, mapping);
    of = to;
  }
  return now;
}

/** The same for an item by its code. */
export const itemNow = ({ item, edition }: ItemOfEdition, takeovers: Takeovers): string | undefined =>
  targetNow({ kind: 'item', id: item }, edition, takeovers)?.id;
