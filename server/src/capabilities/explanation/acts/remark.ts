import type { ReplyKind } from '@parindex/core/appraisal/explanation';
import type { ItemRemark } from '@parindex/core/ledger/entry';
import { type Changes, conflictsOfTarget, type Stage } from '@parindex/core/ledger/index';
import { stepsOf } from '@parindex/core/rights/index';
import { disputingUntil, explanationAllows, replyMoves } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { calendarOf } from '../../sheets/calendar.ts';
import { stepClosed, stepsOpenAt } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { findExplanationState } from '../../sheets/queries/explanation-states.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { stageNow } from '../../sheets/verdict-stage.ts';
import { readNotices, readRemarks } from '../queries/explanation.ts';
import { readReplyParts } from '../queries/reply-parts.ts';
import { itemTarget, replyPartsOf } from '../reply-parts.ts';

/** What somebody says of an item. */
export interface NewRemark {
  readonly id: string;
  readonly base: number;
  readonly item: string;
  readonly act: ItemRemark;
  /** null: what was said is taken back. */
  readonly text: string | null;
  /** Of an answer. */
  readonly kind?: ReplyKind;
  /** What it tells beside its words: the documents that it cites; of a check on site the day, and who went. */
  readonly changes?: Changes;
  /** Of an answer: the proposal of a department that it takes. */
  readonly takes?: string | undefined;
}

const NOT_BROUGHT = {
  vi: 'Nội dung giải trình này của đơn vị đã thay đổi hoặc chưa được lãnh đạo đơn vị duyệt; hãy tải lại trang trước khi tiếp nhận.',
  en: 'This part of a department has changed since, or its leader has not approved it; load the page again before taking it.',
} as const;

/**
 * The stage with which a remark is told: of a body with its claim, of an appraiser with the verdicts of their step. What may not be said now is refused:
 * a question or what was found on site outside the appraisal, an answer outside the explanation or once that is frozen, a dispute outside its time.
 */
async function stageOf({ db }: Acting, { place }: OpenSheet, act: ItemRemark, item: string, moment: Date): Promise<() => Stage> {
  switch (act) {
    case 'siteCheck':
      return () => stageNow({ place }, itemTarget(item), 'appraise', moment);
    case 'ask':
    case 'reply': {
      const open = stepsOpenAt(place, moment);
      const steps = stepsOf(act === 'ask' ? 'sheet.ask' : 'sheet.explain');
      const state = await findExplanationState(db, place.round, place.body);
      return () => {
        if (open(steps, itemTarget(item)).length === 0) throw stepClosed(place, steps, moment);
        if (act === 'ask') return 'appraised';
        if (!explanationAllows(state, act)) throw new Problem('explanationFrozen', { more: { state } });
        return 'claimed';
      };
    }
    case 'dispute': {
      const { steps, extensions } = calendarOf(place);
      const second = (await readNotices(db, place.round, place.body)).find(({ stage }) => stage === 'second');
      const until = disputingUntil(steps, extensions, place.body, second?.firstAt.getTime(), moment.getTime());
      return () => {
        if (until === undefined) throw stepClosed(place, ['secondAppraisal', 'explanation', 'council'], moment);
        return 'claimed';
      };
    }
  }
}

/** Somebody says something of an item, by an entry that leaves what stands in the sheet as it is; over nothing of the item that they have not seen. */
export async function addRemark(acting: Acting, open: OpenSheet, { id, base, item, act, text, kind, changes = {}, takes }: NewRemark) {
  const { place, sheet } = open;
  const target = itemTarget(item);
  const stage = await stageOf(acting, open, act, item, acting.receivedAt);
  const before = (await readRemarks(acting.db, place.round, place.body)).find((remark) => remark.act === act && remark.item === item);
  const reason = text === null && kind === undefined ? undefined : { code: kind ?? null, text: text ?? undefined };
  const part = takes === undefined ? undefined : replyPartsOf(await readReplyParts(acting.db, place.round, place.body)).get(item);
  const command: EntryCommand = { id, act, target, base, changes, reason, ...(takes === undefined ? {} : { cause: takes }) };
  const description: ActDescription = {
    origin: 'api',
    admit: () => {
      refuseClosed(place);
      stage();
      const isBrought = part?.proposal?.id === takes && replyMoves(part?.state ?? 'none', ['body'], { division: false }).includes('take');
      if (takes !== undefined && !isBrought) throw new Problem('notNow', { detail: NOT_BROUGHT, more: { item, state: part?.state ?? 'none' } });
    },
    contentOf: () => ({ stage: stage(), standing: 'effective', changes }),
    conflictsOf: () => [
      ...conflictsOfTarget(sheet, target, {}, base),
      ...(before && before.seq > base ? [{ field: act, yours: text, theirs: before.text, seq: before.seq }] : []),
    ],
  };
  const { entries, sheet: after } = await appendToSheet(acting, open, [command], description);
  return { seq: after.seq, replayed: entries[0]?.replayed === true, entries };
}
