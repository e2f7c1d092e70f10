import { movedTarget, type TakeoverMapping } from '@parindex/core/ledger/takeover';

interface ItemOfEdition {
  /** By its code in `edition`. */
  readonly item: string;
  readonly edition: string;
}

type Takeovers = readonly { readonly from: string; readonly to: string; readonly mapping: TakeoverMapping }[];

/** Where an item that was written down under an earlier edition stands in the one in force; undefined where that has no place for it. */
export function itemNow({ item, edition }: ItemOfEdition, takeovers: Takeovers): string | undefined {
  let [now, of]: [string | undefined, string] = [item, edition];
  for (const { from, to, mapping } of takeovers) {
    if (now === undefined || from !== of) continue;
    now = movedTarget({ kind: 'item', id: now }, mapping)?.id;
    of = to;
  }
  return now;
}
