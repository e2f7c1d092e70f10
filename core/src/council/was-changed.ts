import type { Stage } from '../ledger/entry.ts';

interface Decided {
  readonly claimed: { readonly points: string | null };
  readonly verdicts: readonly { readonly stage: Stage; readonly points: string | null }[];
}

/** Whether an appraisal gave an item other points than its body claimed: else its explanation answers a question alone. */
export const wasChanged = ({ claimed, verdicts }: Decided): boolean => verdicts.some(({ stage, points }) => stage !== 'council' && points !== claimed.points);
