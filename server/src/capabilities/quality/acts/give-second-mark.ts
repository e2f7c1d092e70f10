import { isDeepStrictEqual } from 'node:util';
import { layVerdicts } from '@parindex/core/appraisal/lay-verdict';
import type { newSecondMark } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { JudgedVerdict } from '../../appraisal/acts/give-verdict.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { scoreStage } from '../../sheets/sheet.ts';
import { insertMark, type OwnMark } from '../queries/second-marking.ts';

const GIVEN = {
  vi: 'Ông/Bà đã chấm lại tiêu chí này; điểm chấm lại không sửa được.',
  en: 'You have marked this item already; a second mark is not changed.',
};

/** Whether what is sent is what was marked. */
export function isSaidAgain(mark: OwnMark['mark'], { item }: Pick<OwnMark, 'item'>, { changes, figures, reason }: z.output<typeof newSecondMark>): boolean {
  const sent = [
    ...figures.map((one) => ({ target: { kind: 'figure', id: one.figure }, changes: one.changes })),
    { target: { kind: 'item', id: item }, changes },
  ];
  return mark !== null && isDeepStrictEqual(mark.changes, sent) && mark.reason === (reason?.text ?? null);
}

/** Marks an item a second time: what it would come to if this were its verdict. No sheet counts it. */
export async function giveSecondMark(
  acting: Acting,
  { id, item, mark }: OwnMark,
  judged: { readonly open: OpenSheet; readonly verdict: JudgedVerdict } | undefined,
  sent: z.output<typeof newSecondMark>,
): Promise<Effect> {
  if (isSaidAgain(mark, { item }, sent)) return 'unchanged';
  if (mark !== null || !judged) throw new Problem('notNow', { detail: GIVEN });
  const { edition, place, sheet, beside } = judged.open;
  const after = scoreStage(edition, place, layVerdicts(sheet, 'appraised', edition.id, judged.verdict.writes), 'appraised', beside);
  const result = after.result.items.find(({ code }) => code === item);
  if (!result) throw new Problem('notFound');
  const { points, maximum } = result;
  const row = { id, points, maximum, changes: judged.verdict.writes, reasonCode: sent.reason?.code ?? null, reason: sent.reason?.text ?? null };
  if (!(await insertMark(acting.db, row, acting.account as string, acting.receivedAt))) throw new Problem('notNow', { detail: GIVEN });
  await recordAct(acting, {
    ...{ act: 'quality.mark', subject: `round:${place.round}`, round: place.round, body: place.body },
    content: { item, stands: await readRowStates(acting.db, { second_mark: [id] }) },
  });
  return 'done';
}
