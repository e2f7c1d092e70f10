import { Faults, figuresOf, hashOf, type ItemResult, type Raw } from '@parindex/core';
import { layVerdicts, type VerdictOn } from '@parindex/core/appraisal/lay-verdict';
import type { Proposal } from '@parindex/core/council/votes';
import { type Changes, CITATIONS, fieldsAt, type Target } from '@parindex/core/ledger/index';
import type { ProposedTarget } from '../../db/column-types.ts';
import { judgeVerdict } from '../appraisal/acts/give-verdict.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { scoreStage } from '../sheets/sheet.ts';

/** What is proposed on an item of a sheet. */
export interface Proposed {
  readonly item: string;
  readonly proposal: Proposal;
  /** Of other values. */
  readonly targets: readonly ProposedTarget[];
}

/** Stands for the reason while a proposal is judged that nobody has voted on. */
const REASON = { code: 'other', text: '—' };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What would bring back what a body claimed, against what stands at the council. */
function backToClaim({ sheet }: OpenSheet, target: Target): Changes {
  const claimed = fieldsAt(sheet, 'claimed', target);
  const now = fieldsAt(sheet, 'council', target);
  const fields = new Set([...Object.keys(claimed), ...Object.keys(now)]);
  const changed = [...fields].filter((field) => field !== 'justification' && field !== CITATIONS && !same(claimed[field], now[field]));
  return Object.fromEntries(changed.map((field) => [field, claimed[field] ?? null]));
}

/** A proposal as a verdict: figures first, as the item is decided by what they come to. */
export function verdictOf(open: OpenSheet, { item, proposal, targets }: Proposed): VerdictOn[] {
  const itself: Target = { kind: 'item', id: item };
  switch (proposal) {
    case 'asAppraised':
      return [{ target: itself, changes: {} }];
    case 'asClaimed': {
      const figures = [...figuresOf(open.edition.prepared, item)].map((id) => ({ kind: 'figure', id }) as const);
      const changed = figures.map((target) => ({ target, changes: backToClaim(open, target) })).filter(({ changes }) => Object.keys(changes).length > 0);
      const own = backToClaim(open, itself);
      // What the body said not to have arisen, it is held to by this word.
      const state = fieldsAt(open.sheet, 'claimed', itself)['state'];
      return [...changed, { target: itself, changes: state === undefined ? own : { ...own, state } }];
    }
    case 'other': {
      const own = targets.find(({ kind, id }) => kind === 'item' && id === item);
      const others = targets.filter((target) => target !== own);
      return [...others.map(({ kind, id, changes }) => ({ target: { kind, id }, changes })), { target: itself, changes: own?.changes ?? {} }];
    }
  }
}

/** The sheet with this verdict on it, as if the council had concluded so. */
const withVerdict = ({ sheet, edition }: OpenSheet, verdict: readonly VerdictOn[]) => layVerdicts(sheet, 'council', edition.id, verdict);

/** What scheme and ledger say against a proposal as things stand: points outside of the rule, a claim that it does not decide. Its faults lie under `path`. */
export function judgeProposal(open: OpenSheet, proposed: Proposed): Faults {
  const faults = new Faults();
  const verdict = verdictOf(open, proposed);
  const last = verdict.length - 1;
  verdict.forEach(({ target, changes }, index) => {
    // The item is judged over the figures that come before it.
    const laid = index === last ? { ...open, sheet: withVerdict(open, verdict.slice(0, last)) } : open;
    judgeVerdict(laid, target, 'council', null, { changes, reason: REASON } as unknown as Raw, faults);
  });
  return faults;
}

/** What stands before the council when it votes on a proposal, as a hash: claim and verdicts on the item and its figures, what is proposed, and what it comes to. */
export function standsBefore(open: OpenSheet, { item, proposal, targets }: Proposed, comesTo: ItemResult | undefined): string {
  const on: readonly Target[] = [{ kind: 'item', id: item }, ...[...figuresOf(open.edition.prepared, item)].map((id) => ({ kind: 'figure', id }) as const)];
  const values = on.map((target) => [target.id, fieldsAt(open.sheet, 'claimed', target), fieldsAt(open.sheet, 'council', target)]);
  const result = comesTo ? [comesTo.state, comesTo.points, comesTo.maximum] : null;
  return hashOf(JSON.parse(JSON.stringify({ edition: open.edition.id, proposal, targets, values, result })));
}

/** What an item comes to by a proposal; undefined where it does not fit what stands. */
export function resultOfProposal(open: OpenSheet, proposed: Proposed): ItemResult | undefined {
  if (!judgeProposal(open, proposed).none) return undefined;
  const { result } = scoreStage(open.edition, open.place, withVerdict(open, verdictOf(open, proposed)), 'council', open.beside);
  return result.items.find(({ code }) => code === proposed.item);
}
