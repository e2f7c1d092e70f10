import type { Body } from '@parindex/core/contracts/contract';
import type { setImprovementTasks } from '@parindex/core/contracts/improvement';
import { improvementMoves } from '@parindex/core/round/improvement-states';
import { IMPROVEMENT_STATE_NAMES } from '@parindex/core/words/states';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { derivedId } from '../../../derived-id.ts';
import { Problem } from '../../../http/problems.ts';
import { putTask, readTasks, type TaskRow } from '../queries/tasks.ts';

type Sent = Body<typeof setImprovementTasks>['tasks'][number];

const isAsSent = (row: TaskRow, { measure, product, lead, due, state, note, document }: Sent): boolean =>
  row.measure === measure &&
  row.product === product &&
  row.lead === lead &&
  row.due === due &&
  row.state === state &&
  row.note === note &&
  row.documentNumber === (document?.number ?? null) &&
  row.documentDate === (document?.date ?? null);

const notFrom = (item: string, { state }: TaskRow) => ({
  vi: `Nhiệm vụ của tiêu chí ${item} ở trạng thái “${IMPROVEMENT_STATE_NAMES.vi[state]}”: mở lại trước khi cập nhật.`,
  en: `The task of item ${item} is “${IMPROVEMENT_STATE_NAMES.en[state]}”: open it again before changing it.`,
});

/** Sets the tasks of one or several items: all of them, or none where one of them was changed since it was seen. What stands already is left as it is. */
export async function setTasks(acting: Acting, { round, body }: { readonly round: string; readonly body: string }, tasks: readonly Sent[]): Promise<Effect> {
  const before = new Map((await readTasks(acting.db, round, body)).map((row) => [row.item, row]));
  let effect: Effect = 'unchanged';
  for (const sent of tasks) {
    const { item, version, measure, product, lead, due, state, note, document } = sent;
    const row = before.get(item);
    if (row && isAsSent(row, sent)) continue;
    if ((row?.version ?? 0) !== version) throw new Problem('staleVersion', { more: { item, version: row?.version ?? 0 } });
    if (!improvementMoves(row?.state ?? 'open', state)) throw new Problem('notNow', row ? { detail: notFrom(item, row), more: { item } } : { more: { item } });
    const id = row?.id ?? derivedId(`${round} ${body} ${item}`);
    const fresh = {
      ...{ id, round_id: round, body_id: body, item, measure, product, lead, due, state, note, version: version + 1 },
      ...{ document_number: document?.number ?? null, document_date: document?.date ?? null },
      ...{ changed_by: acting.account as string, changed_at: acting.receivedAt },
    };
    if (!(await putTask(acting.db, fresh, version))) throw new Problem('staleVersion', { more: { item } });
    await recordAct(acting, {
      ...{ act: 'improvement.set', subject: `improvementTask:${id}`, round, body },
      content: { item, state, stands: await readRowStates(acting.db, { improvement_task: [id] }) },
      erasable: { measure, product, lead, note },
    });
    effect = 'done';
  }
  return effect;
}
