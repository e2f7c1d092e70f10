import type { VerdictOn } from '@parindex/core/appraisal/lay-verdict';
import { type SecondAct, secondActsOf } from '@parindex/core/appraisal/second-person';
import type { Changes, FieldValue } from '@parindex/core/ledger/index';
import type { Membership } from '@parindex/core/rights/index';
import type { ProposedEntry } from './queries/proposed-verdicts.ts';

/** A verdict that waits for a second person: the entry that decides, and with it those of the figures that it changes. */
export interface ProposedVerdict {
  readonly head: ProposedEntry;
  /** In the order in which they were written, the deciding one last. */
  readonly entries: readonly ProposedEntry[];
}

/** Entries put together to the verdicts that they are of. */
export const verdictsIn = (entries: readonly ProposedEntry[]): ProposedVerdict[] =>
  entries.filter(({ cause }) => cause === null).map((head) => ({ head, entries: [...entries.filter(({ cause }) => cause === head.id), head] }));

/** What an entry that waits would change, its texts in their place; an erased one is empty. */
export const changesOf = ({ changes, texts, content }: ProposedEntry): Changes => ({
  ...(changes as Record<string, FieldValue>),
  ...Object.fromEntries(texts.map((field) => [field, (content?.[field] as FieldValue | undefined) ?? null])),
});

export const writesOf = ({ entries }: ProposedVerdict): VerdictOn[] =>
  entries.map((entry) => ({ target: { kind: entry.kind, id: entry.target }, changes: changesOf(entry) }));

/** The reason for which a verdict was proposed. */
export const reasonOf = ({ reasonCode, content }: ProposedEntry) => ({ code: reasonCode, text: (content?.['reason.text'] as string | undefined) ?? null });

/** Whoever could be its second person, and by which of their offices: somebody of the body in whose name it was proposed. */
export const officeBeside = ({ head }: ProposedVerdict, memberships: readonly Membership[]): Membership | undefined =>
  memberships.find(({ role, body }) => role === 'appraiser' && body !== null && body === head.office);

/** What somebody may do with a verdict that waits, as far as its persons go. */
export const actsOn = (verdict: ProposedVerdict, account: string | null, memberships: readonly Membership[]): readonly SecondAct[] =>
  officeBeside(verdict, memberships) ? secondActsOf(verdict.head.by.id === account) : [];
