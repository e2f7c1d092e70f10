import type { newInterest } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { decidesIn, type InterestRow, insertInterest, readInterests, withdrawInterestRow } from '../queries/interests.ts';

const DECIDES_NOT = {
  vi: 'Chỉ khai báo cho người thẩm định, thành viên Hội đồng của kỳ đánh giá.',
  en: 'Interests are declared of appraisers and members of the council of the round alone.',
};
const DECLARED_ALREADY = { vi: 'Đã có khai báo này, chưa rút.', en: 'This is declared already, and was not withdrawn.' };

type RoundOfInterest = Pick<RoundRow, 'id' | 'state'>;

function refuseWhenClosed(state: RoundRow['state']): void {
  if (state === 'closed') throw new Problem('notNow', { more: { round: state } });
}

const BY_ANOTHER = {
  vi: 'Khai báo của bản thân do một người khác của cơ quan chủ trì kỳ đánh giá gỡ, có nêu lý do.',
  en: 'What concerns oneself is lifted by another owner of the round, with a reason.',
};

/** A person declares an interest, or an owner of the round records one of theirs. The same id again changes nothing. */
export async function declareInterest(
  acting: Acting,
  { id: round, state }: RoundOfInterest,
  { id, person: whose, body, kind, reason }: z.output<typeof newInterest>,
): Promise<Effect> {
  const { db, receivedAt } = acting;
  const account = acting.account as string;
  const person = whose ?? account;
  const stored = (await readInterests(db, round)).find((interest) => interest.id === id);
  if (stored) {
    if (stored.person.id !== person || stored.body.id !== body || stored.kind !== kind || stored.reason !== reason)
      throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  refuseWhenClosed(state);
  if (!(await decidesIn(db, round, person))) throw new Problem('notNow', { detail: DECIDES_NOT });
  if (!(await insertInterest(db, { id, round, person, body, kind, reason }, account, receivedAt)))
    throw new Problem('alreadyThere', { detail: DECLARED_ALREADY });
  // Of no round in the trail: words about somebody's kin are not for all who see the round.
  await recordAct(acting, {
    act: 'interest.declare',
    subject: `interest:${id}`,
    content: { round, account: person, body, kind, stands: await readRowStates(db, { interest: [id] }) },
    erasable: { reason },
  });
  return 'done';
}

/**
 * Lifts an interest, by an owner of the round who is somebody else: whoever declared one would otherwise put their own cause on and off
 * alone. Again changes nothing.
 */
export async function withdrawInterest(acting: Acting, { id: round, state }: RoundOfInterest, interest: InterestRow, why: string): Promise<Effect> {
  const { id, person, body, kind, reason, withdrawn } = interest;
  if (withdrawn) return 'unchanged';
  if (person.id === acting.account) throw new Problem('refused', { detail: BY_ANOTHER });
  refuseWhenClosed(state);
  await withdrawInterestRow(acting.db, id, acting.account as string, acting.receivedAt, why);
  await recordAct(acting, {
    act: 'interest.withdraw',
    subject: `interest:${id}`,
    content: { round, account: person.id, body: body.id, kind, stands: await readRowStates(acting.db, { interest: [id] }) },
    erasable: { reason, withdrawal_reason: why },
  });
  return 'done';
}
