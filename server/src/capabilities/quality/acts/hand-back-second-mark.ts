import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { insertReturn, type OwnMark } from '../queries/second-marking.ts';

const GIVEN = {
  vi: 'Ông/Bà đã chấm lại tiêu chí này nên không trả lại được.',
  en: 'You have marked this item already; it is not handed back.',
};

/** Hands a piece back that somebody may not or cannot mark; said again with the same words, it is handed back once. */
export async function handBackSecondMark(acting: Acting, round: string, { id, body, item, mark, returned }: OwnMark, reason: string): Promise<Effect> {
  if (returned?.reason === reason) return 'unchanged';
  if (mark !== null || returned !== null) throw new Problem('notNow', { detail: GIVEN });
  await insertReturn(acting.db, id, reason, acting.account as string, acting.receivedAt);
  await recordAct(acting, {
    ...{ act: 'quality.handBack', subject: `round:${round}`, round, body: body.id },
    content: { item, stands: await readRowStates(acting.db, { second_marking_return: [id] }) },
  });
  return 'done';
}
