import type { Language } from '@parindex/core';
import { SECOND_ACTS, type SecondAct } from '@parindex/core/appraisal/second-person';
import { type Changes, conflictsOfTarget, type Stage, type Target } from '@parindex/core/ledger/index';
import type { Membership } from '@parindex/core/rights/index';
import type { Acting } from '../../../audit/acting.ts';
import { derivedId } from '../../../derived-id.ts';
import { Problem } from '../../../http/problems.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { refuseOwnCause } from '../../sheets/own-cause.ts';
import { presentSaved } from '../../sheets/present-saved.ts';
import { actsOn, changesOf, officeBeside, type ProposedVerdict, reasonOf } from '../proposed-verdicts.ts';
import type { ProposedEntry } from '../queries/proposed-verdicts.ts';
import { refuseTold } from './give-verdict.ts';

interface SecondCommand extends EntryCommand {
  readonly act: SecondAct;
  readonly target: Target;
  readonly proposal: ProposedEntry;
}

interface Deciding {
  readonly verdict: ProposedVerdict;
  readonly account: string | null;
  readonly memberships: readonly Membership[];
  /** The stage at which verdicts on it are given now. */
  readonly stageNow: () => Stage;
}

/** What a second person or its author decides on a verdict that waits: it counts by the entry that confirms it, with all its changes. */
const decidingProposed = ({ sheet }: OpenSheet, { verdict, account, memberships, stageNow }: Deciding): ActDescription<SecondCommand> => ({
  origin: 'api',
  admit: ([command]) => {
    const { ended, stage } = verdict.head;
    if (ended || stageNow() !== stage) throw new Problem('notNow', { more: { proposal: verdict.head.id } });
    if (command && !actsOn(verdict, account, memberships).includes(command.act)) throw new Problem('anotherAppraiser');
  },
  contentOf: ({ act, proposal }) => {
    const membership = officeBeside(verdict, memberships)?.id;
    return {
      stage: proposal.stage,
      standing: SECOND_ACTS[act].standing,
      changes: act === 'accept' ? changesOf(proposal) : ({} as Changes),
      ...(membership === undefined ? {} : { membership }),
    };
  },
  // The first person decided over what stood then; what has changed since, nobody has decided over.
  conflictsOf: ({ act, target, proposal }, { changes }) => (act === 'accept' ? conflictsOfTarget(sheet, target, changes, proposal.seq) : []),
});

/** Confirms a verdict that waits, returns it with words, or takes it back: with its figures, or not at all. */
export async function decideProposed(
  acting: Acting,
  open: OpenSheet,
  { id, act, text }: { readonly id: string; readonly act: SecondAct; readonly text: string | null },
  deciding: Deciding,
  language: Language,
) {
  await refuseOwnCause(acting.db, open);
  const { head, entries } = deciding.verdict;
  // Who reads the entries that count alone reads there for which reason.
  const why = act === 'accept' ? reasonOf(head) : { code: null, text };
  const reason = why.code === null && why.text === null ? {} : { reason: { code: why.code, text: why.text ?? undefined } };
  const commands = entries.map(
    (proposal): SecondCommand => ({
      id: proposal.id === head.id ? id : derivedId(`${id} ${proposal.target}`),
      ...{ act, target: { kind: proposal.kind, id: proposal.target }, base: proposal.seq, proposal, cause: proposal.id, ...reason },
    }),
  );
  if (act === 'accept' && !head.ended) await refuseTold(acting.db, open.place, head.stage, commands);
  return presentSaved(open, await appendToSheet(acting, open, commands, decidingProposed(open, deciding)), commands, null, language);
}
