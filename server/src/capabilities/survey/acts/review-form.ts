import type { ResponseDecision } from '@parindex/core/survey/quality/decisions';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findReview, holdForm, insertReview, readReviews } from '../queries/reviews.ts';

const DECIDED_MEANWHILE = {
  vi: 'Người khác vừa quyết định về phiếu này; đề nghị xem lại trước khi quyết định.',
  en: 'Somebody else has just decided on this form: look at it again before you decide.',
};

export interface Decided {
  readonly id: string;
  readonly number: number;
  readonly decision: ResponseDecision;
  readonly reason: string | undefined;
}

/** Accepts a form or sets it aside; the same again changes nothing. */
export async function reviewForm(acting: Acting, round: string, form: string, { id, number, decision, reason }: Decided): Promise<Effect> {
  await holdForm(acting.db, form);
  const [made, known] = [await readReviews(acting.db, [form]), await findReview(acting.db, id)];
  if (known) {
    const same = known.form === form && known.number === number && known.decision === decision && known.reason === (reason ?? null);
    if (!same) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  if (made.length + 1 !== number) throw new Problem('alreadyThere', { detail: DECIDED_MEANWHILE });
  await insertReview(acting.db, { ...{ id, round, form, number, decision }, reason: reason ?? null, by: acting.account as string, at: acting.receivedAt });
  await recordAct(acting, {
    ...{ act: 'survey.reviewForm', subject: `formReview:${id}`, round },
    content: { stands: await readRowStates(acting.db, { form_review: [id] }) },
  });
  return 'done';
}
