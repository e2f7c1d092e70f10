import type { ReplyKind } from '@parindex/core/appraisal/explanation';
import type { ReplyPartAct } from '@parindex/core/ledger/entry';
import { type Changes, CITATIONS } from '@parindex/core/ledger/index';
import type { Membership } from '@parindex/core/rights/index';
import { explanationAllows, replyMoves } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { readSheetAssignments } from '../../sheets/assigned.ts';
import { stepClosed, stepsOpenAt } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { findExplanationState } from '../../sheets/queries/explanation-states.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { readReplyParts } from '../queries/reply-parts.ts';
import { itemTarget, NO_REPLY_PART, replyDoers, replyPartsOf } from '../reply-parts.ts';

/** What somebody does about a department's part of an explanation. */
export interface ReplyPartStep {
  readonly id: string;
  readonly base: number;
  readonly item: string;
  readonly act: ReplyPartAct;
  /** What is proposed, or why it is returned. */
  readonly text: string | null;
  /** Of a proposal. */
  readonly kind?: ReplyKind;
  readonly citations?: readonly string[];
}

const NOT_IN_THIS_STATE = {
  vi: 'Nội dung giải trình của đơn vị không ở bước làm được việc này; hãy tải lại trang để xem tình trạng hiện tại.',
  en: 'The department’s part of the explanation is not where this can be done; load the page again to see where it is.',
} as const;

/** A department writes its part of an explanation, brings it before its leader, and those who decide on it do; by whoever has a say now, and over nothing unseen. */
export async function stepReplyPart(acting: Acting, open: OpenSheet, memberships: readonly Membership[], said: ReplyPartStep) {
  const { place, edition } = open;
  const { id, base, item, act, text, kind, citations = [] } = said;
  const target = itemTarget(item);
  const assigned = await readSheetAssignments(acting.db, place, edition, memberships, 'givenAway', 'explanation');
  const part = replyPartsOf(await readReplyParts(acting.db, place.round, place.body)).get(item) ?? NO_REPLY_PART;
  const state = await findExplanationState(acting.db, place.round, place.body);
  const changes: Changes = citations.length === 0 ? {} : { [CITATIONS]: citations };
  const reason = text === null && kind === undefined ? undefined : { code: kind ?? null, text: text ?? undefined };
  const command: EntryCommand = { id, act, target, base, changes, reason };
  const description: ActDescription = {
    origin: 'api',
    admit: (_, moment) => {
      refuseClosed(place);
      if (stepsOpenAt(place, moment)(['explanation'], target).length === 0) throw stepClosed(place, ['explanation'], moment);
      if (!explanationAllows(state, act)) throw new Problem('explanationFrozen', { more: { state } });
    },
    contentOf: () => {
      const doers = replyDoers(assigned, place, item, memberships);
      if (doers.length === 0 || (act !== 'returnReply' && doers.every(({ by }) => by === 'body')))
        throw new Problem('notInHand', { more: { targets: [target] } });
      const doer = doers.find(({ by }) => replyMoves(part.state, [by], assigned.chain).includes(act));
      if (!doer && part.seq <= base) throw new Problem('notNow', { detail: NOT_IN_THIS_STATE, more: { targets: [target], state: part.state } });
      return { stage: 'claimed', standing: 'proposed', changes, ...(doer ? { membership: doer.membership } : {}) };
    },
    // Where somebody has moved the part on, only its new state is the conflict.
    conflictsOf: () => (part.seq > base ? [{ field: act, yours: text, theirs: part.state, seq: part.seq }] : []),
  };
  const { entries, sheet } = await appendToSheet(acting, open, [command], description);
  return { seq: sheet.seq, replayed: entries[0]?.replayed === true };
}
