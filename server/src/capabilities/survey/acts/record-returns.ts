import type { Acting, Effect } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { type BatchRow, insertReturn, type Returned, type ReturnRow } from '../queries/paper-batches.ts';

const isSame = (one: Returned, other: Returned): boolean =>
  one.returned === other.returned && one.blank === other.blank && one.spoiled === other.spoiled && one.refused === other.refused;

/** Records how many forms of a batch are back by now; what was recorded before stays. The same again changes nothing. */
export async function recordReturns(acting: Acting, round: string, batch: BatchRow, last: ReturnRow | undefined, told: Returned): Promise<Effect> {
  if (last && isSame(last, told)) return 'unchanged';
  await insertReturn(acting.db, batch.id, (last?.number ?? 0) + 1, told, acting.account as string, acting.receivedAt);
  const { returned, blank, spoiled, refused } = told;
  await recordAct(acting, {
    ...{ act: 'survey.countPaper', subject: `survey:${round}`, round, body: batch.body },
    content: { group: batch.group, returned, blank, spoiled, refused },
  });
  return 'done';
}
