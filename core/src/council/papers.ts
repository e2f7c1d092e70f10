import type { RunningState } from '../ranking/running-sheet.ts';
import type { FractionText } from '../scoring/result.ts';
import type { Proposal } from './votes.ts';

interface Standing {
  readonly state: RunningState;
  readonly points: FractionText;
  readonly maximum: FractionText;
}

/** An item of an agenda as the papers of its session told it when they were kept. */
export interface PaperItem {
  readonly id: string;
  readonly body: string;
  readonly name: string;
  readonly code: string;
  readonly claimed: Standing;
  readonly now: Standing;
  readonly proposal: Proposal;
  readonly words: string | null;
  /** How much was decided, and said, before the council. */
  readonly verdicts: number;
  readonly said: number;
  /** What is laid before the council, as a hash. */
  readonly stands: string | null;
}

/** What can have changed of an item since the papers were kept; `otherwise`: figures, documents or values that the papers tell in no word of their own. */
export const PAPER_CHANGES = ['added', 'removed', 'claimed', 'now', 'proposal', 'said', 'otherwise'] as const;
export type PaperChangeKind = (typeof PAPER_CHANGES)[number];

export interface PaperChange {
  readonly kind: PaperChangeKind;
  /** As it was, of what was removed; else as it is. */
  readonly item: PaperItem;
  readonly before: PaperItem;
}

const isSame = (one: Standing, other: Standing): boolean => one.state === other.state && one.points === other.points && one.maximum === other.maximum;

function changesOf(before: PaperItem, item: PaperItem): PaperChangeKind[] {
  const kinds: PaperChangeKind[] = [];
  if (!isSame(before.claimed, item.claimed)) kinds.push('claimed');
  if (!isSame(before.now, item.now) || before.verdicts !== item.verdicts) kinds.push('now');
  if (before.proposal !== item.proposal || before.words !== item.words) kinds.push('proposal');
  if (before.said !== item.said) kinds.push('said');
  return kinds.length === 0 && before.stands !== item.stands ? ['otherwise'] : kinds;
}

/** What changed of an agenda since its papers were kept. What was concluded on since is the council's own doing, and left out. */
export function changedSince(kept: readonly PaperItem[], agenda: readonly PaperItem[], concluded: ReadonlySet<string>): PaperChange[] {
  const before = new Map(kept.map((item) => [item.id, item]));
  const here = new Set(agenda.map(({ id }) => id));
  return [
    ...agenda.flatMap((item): PaperChange[] => {
      const was = before.get(item.id);
      if (!was) return [{ kind: 'added', item, before: item }];
      return concluded.has(item.id) ? [] : changesOf(was, item).map((kind) => ({ kind, item, before: was }));
    }),
    ...kept.flatMap((item): PaperChange[] => (here.has(item.id) ? [] : [{ kind: 'removed', item, before: item }])),
  ];
}
