import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { askToEnd } from '../queries/closing.ts';
import { readSetApart } from '../queries/set-apart.ts';

/** Ends a survey: no form is taken from then on; what is left to be counted, and the closing itself, a job does. Before its step is over only with a reason. */
export async function endSurvey(acting: Acting, round: string, closes: Date | undefined, reason: string | undefined): Promise<void> {
  if (closes !== undefined && acting.receivedAt < closes && reason === undefined)
    throw new Problem('notNow', {
      detail: {
        vi: 'Bước điều tra chưa hết hạn; kết thúc sớm thì phải nêu lý do.',
        en: 'The step of the survey is not over yet: ending it early needs a reason.',
      },
    });
  if (!(await askToEnd(acting.db, round, acting.account as string, acting.receivedAt)))
    throw new Problem('notNow', { detail: { vi: 'Cuộc điều tra đã kết thúc.', en: 'The survey has ended already.' } });
  // Asked once the end is held: whoever was sending meanwhile is seen.
  const waiting = (await readSetApart(acting.db, round)).reduce((sum, each) => sum + each.waiting, 0);
  if (waiting > 0)
    throw new Problem('notNow', {
      detail: {
        vi: `Còn ${waiting} phiếu để riêng (nộp muộn, trùng hộ, do điều tra viên cũ gửi hoặc vượt hạn mức) chờ quyết định; quyết định trước khi kết thúc điều tra.`,
        en: `${waiting} forms that came late, a second time or above a quota wait for a decision, which comes before the end.`,
      },
    });
  await recordAct(acting, {
    act: 'survey.end',
    subject: `round:${round}`,
    round,
    content: { stands: await readRowStates(acting.db, { survey: [round] }) },
    ...(reason === undefined ? {} : { erasable: { reason } }),
  });
}
