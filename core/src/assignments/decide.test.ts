import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoldedEntry, Target } from '../ledger/entry.ts';
import { foldSheet } from '../ledger/fold.ts';
import { counts, proposedChanges, takenOut } from '../ledger/part.ts';
import { type ApprovalChain, DECIDERS, outcomeOf, type PartDecision, refusalOfSubmission, SUBMISSION_ACTS, type SubmissionAct } from './decide.ts';

const TARGET: Target = { kind: 'figure', id: 'x' };
const KEY = 'figure x';

type Act =
  | { readonly is: 'propose' | 'declare'; readonly value: string | null }
  | { readonly is: 'bring'; readonly act: SubmissionAct }
  | ({ readonly is: 'decide' } & PartDecision);

const value = fc.constantFrom('1', '2', '3', null);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constantFrom('propose' as const, 'declare' as const), value }),
  fc.record({ is: fc.constant('bring' as const), act: fc.constantFrom(...SUBMISSION_ACTS) }),
  fc.record({
    is: fc.constant('decide' as const),
    act: fc.constantFrom('accept' as const, 'return' as const),
    by: fc.constantFrom(...DECIDERS),
    byDocument: fc.boolean(),
  }),
);

/** The entry that an act makes of the ledger as it stands; undefined where it is refused. */
function entryOf(step: Act, entries: readonly FoldedEntry[], chain: ApprovalChain): FoldedEntry | undefined {
  const base = { seq: entries.length + 1, stage: 'claimed' as const, edition: 'e', target: TARGET };
  if (step.is === 'bring') {
    const refusal = refusalOfSubmission(step.act, foldSheet(entries).parts.get(KEY));
    return refusal ? undefined : { ...base, act: step.act, standing: 'proposed', changes: {} };
  }
  if (step.is !== 'decide') return { ...base, act: step.is, standing: step.is === 'propose' ? 'proposed' : 'effective', changes: { value: step.value } };
  const sheet = foldSheet(entries);
  const part = sheet.parts.get(KEY);
  const outcome = outcomeOf(step, part, chain);
  if ('refused' in outcome) return undefined;
  const { standing, changes } = outcome;
  const made = changes === 'proposed' && part ? proposedChanges(part) : changes === 'takenOut' ? takenOut(sheet.columns.claimed.get(KEY)) : {};
  return { ...base, act: step.act, standing, changes: made };
}

const walk = (steps: readonly Act[], chain: ApprovalChain): FoldedEntry[] =>
  steps.reduce<FoldedEntry[]>((entries, step) => entries.concat(entryOf(step, entries, chain) ?? []), []);

/** What counts in the end, by a plainer way than the fold's. */
function plainly(entries: readonly FoldedEntry[]) {
  let [counting, proposed, approved]: [string | null, string | null | undefined, boolean] = [null, undefined, false];
  let approvals = 0;
  for (const { act: what, standing, changes } of entries) {
    const said = (changes['value'] as string | null | undefined) ?? null;
    if (what === 'declare') counting = said;
    else if (what === 'submit' || what === 'recall') continue;
    else if (what === 'propose') [proposed, approved] = [said, false];
    else if (standing === 'proposed') continue;
    else if (what === 'return') [proposed, counting, approved] = [counting ?? undefined, null, false];
    else if (!approved) {
      approvals += 1;
      counting = proposed === undefined ? counting : proposed;
      [proposed, approved] = [undefined, true];
    }
  }
  return { counting, approved, approvals };
}

describe('a department’s part', () => {
  it('[F33] counts only once its leader has approved it, whatever people try, and what counts is what was approved or what the body declared', () => {
    let approvals = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.record({ division: fc.boolean(), review: fc.boolean() }), (steps, chain) => {
        const entries = walk(steps, chain);
        const { counting, approved, approvals: more } = plainly(entries);
        approvals += more;
        const sheet = foldSheet(entries);
        expect(sheet.columns.claimed.get(KEY)?.fields['value'] ?? null).toBe(counting);
        const part = sheet.parts.get(KEY);
        expect(counts(part)).toBe(approved);
        if (part?.standing === 'passed') expect(chain.division).toBe(true);
        if (counts(part)) expect(part?.seqs).toEqual({});
        // Only what was brought before somebody and not decided on is recalled.
        expect(refusalOfSubmission('recall', part) === null).toBe(part?.standing === 'submitted');
      }),
    );
    expect(approvals).toBeGreaterThan(0);
  });

  it('[F33] goes through the head of a division where the body’s chain says so, and a signed document stands for the leader', () => {
    const chain = { division: true, review: true };
    const part = (standing: 'entered' | 'passed' | 'approved') => ({ target: TARGET, fields: {}, seqs: {}, standing, seq: 1 });
    const outcome = (by: PartDecision['by'], standing: Parameters<typeof part>[0], byDocument = false) =>
      outcomeOf({ act: 'accept', by, byDocument }, part(standing), chain);
    expect(outcome('leader', 'entered')).toEqual({ refused: 'notPassed' });
    expect(outcome('division', 'entered')).toEqual({ standing: 'proposed', changes: 'none' });
    expect(outcome('leader', 'passed')).toEqual({ standing: 'effective', changes: 'proposed' });
    expect(outcome('body', 'entered')).toEqual({ refused: 'documentNeeded' });
    expect(outcome('body', 'entered', true)).toEqual({ standing: 'effective', changes: 'proposed' });
    expect(outcome('body', 'approved')).toEqual({ standing: 'effective', changes: 'none' });
    expect(outcome('leader', 'approved')).toEqual({ refused: 'approvedAlready' });
    expect(outcomeOf({ act: 'accept', by: 'division', byDocument: false }, part('entered'), { division: false, review: false })).toEqual({
      refused: 'noDivision',
    });
  });
});
