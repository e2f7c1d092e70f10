import type { explanationAnswer } from '@parindex/core/contracts/schemas/index';
import type { Target } from '@parindex/core/ledger/index';
import { actingMembership, type Membership } from '@parindex/core/rights/index';
import {
  type ExplanationState,
  endOfStep,
  explanationAllows,
  type ReplyDoer,
  type ReplyPartState,
  replyMoves,
  replyPartAfter,
} from '@parindex/core/round/index';
import type { z } from 'zod';
import { iso } from '../../iso.ts';
import { type AssignmentNow, decidersOf, type SheetAssignments, subjectOfTarget } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { stepsOpenAt } from '../sheets/in-time.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import { partsSeen, seesPart } from '../sheets/within-the-body.ts';
import { kindOf } from './explained-items.ts';
import type { ReplyPartRow } from './queries/reply-parts.ts';

type PresentedPart = z.output<typeof explanationAnswer>['items'][number]['part'];

/** A department's part of an explanation: where it stands, what was proposed last, and why it was returned while it is. */
export interface ReplyPart {
  readonly state: ReplyPartState;
  /** The entry that led there; 0: there is none. */
  readonly seq: number;
  readonly proposal: ReplyPartRow | null;
  readonly said: ReplyPartRow | null;
}

export const NO_REPLY_PART: ReplyPart = { state: 'none', seq: 0, proposal: null, said: null };

/** The parts of one sheet's explanation by item, of all that was done about them in order. */
export function replyPartsOf(rows: readonly ReplyPartRow[]): ReadonlyMap<string, ReplyPart> {
  const parts = new Map<string, ReplyPart>();
  for (const row of rows) {
    const before = parts.get(row.item) ?? NO_REPLY_PART;
    const state = replyPartAfter(row.act !== 'reply' ? row.act : row.cause === null ? 'reply' : 'take');
    parts.set(row.item, {
      ...{ state, seq: row.seq },
      proposal: row.act === 'proposeReply' ? row : before.proposal,
      said: state === 'returned' ? (row.act === 'returnReply' ? row : before.said) : null,
    });
  }
  return parts;
}

export const itemTarget = (item: string): Target => ({ kind: 'item', id: item });

/** In which capacities somebody has to do with a part, and by which membership. */
export function replyDoers(
  assigned: SheetAssignments,
  place: Pick<SheetPlace, 'body'>,
  item: string,
  memberships: readonly Membership[],
): { readonly by: ReplyDoer; readonly membership: string }[] {
  const target = itemTarget(item);
  const holds = actingMembership(memberships, 'part.enter', subjectOfTarget(assigned, target));
  return [...(holds ? [{ by: 'department', membership: holds.id } as const] : []), ...decidersOf(assigned, place, target, memberships)];
}

/** When a part must be done: by the date that was set for the explanation, or by the end of the body's time for it. */
export function closingOfPart({ steps, extensions, body }: Pick<SheetPlace, 'steps' | 'extensions' | 'body'>, { matter, due }: AssignmentNow): number | null {
  const calendar = calendarOf({ steps, extensions });
  const opens = calendar.steps.find(({ step }) => step === 'explanation')?.opens;
  const isOfTheExplanation = due !== null && (matter === 'explanation' || (opens !== undefined && due.getTime() > opens));
  return isOfTheExplanation ? due.getTime() : endOfStep('explanation', calendar.steps, calendar.extensions, body);
}

/** States in which a part waits for the department that has it in hand, or for its leader. */
export const WITH_THE_DEPARTMENT: readonly ReplyPartState[] = ['none', 'entered', 'submitted', 'passed', 'returned'];

interface PartReader {
  readonly assigned: SheetAssignments;
  readonly memberships: readonly Membership[];
  readonly state: ExplanationState;
  readonly moment: Date;
}

/** Who has the items of a sheet in hand for its explanation, with what they wrote: for its body, and for themselves. */
export function presentReplyParts(
  place: SheetPlace,
  rows: readonly ReplyPartRow[],
  { assigned, memberships, state, moment }: PartReader,
): (item: string) => PresentedPart {
  const parts = replyPartsOf(rows);
  const seen = partsSeen(assigned, place, memberships);
  const isOpen = stepsOpenAt(place, moment);
  return (item) => {
    const assignment = assigned.assignments.find(({ now, to }) => now.kind === 'item' && now.id === item && to.id !== place.body);
    if (!assignment || !seesPart(seen, itemTarget(item))) return null;
    const part = parts.get(item) ?? NO_REPLY_PART;
    const closes = closingOfPart(place, assignment);
    const moves = place.roundState === 'open' && explanationAllows(state, 'reply') && isOpen(['explanation'], itemTarget(item)).length > 0;
    const doers = moves ? replyDoers(assigned, place, item, memberships).map(({ by }) => by) : [];
    return {
      ...{ to: assignment.to, person: assignment.person, note: assignment.matter === 'explanation' ? assignment.note : null },
      closes: closes === null ? null : iso(closes),
      late: closes !== null && closes <= moment.getTime() && WITH_THE_DEPARTMENT.includes(part.state),
      state: part.state,
      proposal: part.proposal && { ...presentRow(part.proposal), id: part.proposal.id, kind: kindOf(part.proposal), citations: [...part.proposal.citations] },
      said: part.said && presentRow(part.said),
      moves: replyMoves(part.state, doers, assigned.chain),
    };
  };
}

const presentRow = ({ seq, text, by, at }: ReplyPartRow) => ({ seq, text: text ?? '', by, at: at.toISOString() });
