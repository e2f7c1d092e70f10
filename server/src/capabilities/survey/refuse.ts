import { at, Faults, ROOT } from '@parindex/core';
import type { InBoth } from '@parindex/core/words/texts';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { findSurvey, type SurveyRow } from './queries/surveys.ts';

export const NOT_OPENED: InBoth = {
  vi: 'Điều tra xã hội học của kỳ chưa được mở; cơ quan chủ trì mở trước khi các cơ quan lập danh sách.',
  en: 'The survey of the round is not opened yet; its owner opens it before bodies list their respondents.',
};
const CLOSED: InBoth = {
  vi: 'Điều tra xã hội học của kỳ đã kết thúc nên danh sách và liên kết không thay đổi nữa.',
  en: 'The survey of the round is closed: lists and links do not change any more.',
};
const ROUND_NOT_OPEN: InBoth = { vi: 'Kỳ đánh giá không mở.', en: 'The round is not open.' };
export const NOBODY_TO_INVITE: Readonly<Record<'invitation' | 'again', InBoth>> = {
  invitation: {
    vi: 'Không có ai cần lập liên kết: người trong các danh sách đã xác nhận đều đã có liên kết hoặc đã trả lời.',
    en: 'There is nobody to make a link for: whoever is on a confirmed list has one, or has answered.',
  },
  again: { vi: 'Không có thư nào cần gửi lại.', en: 'There is no mail to be sent again.' },
};

/** The survey of an open round that is not closed; refuses otherwise. */
export async function requireOpenSurvey(db: Reading, round: string, state: string): Promise<SurveyRow> {
  const survey = await findSurvey(db, round);
  if (!survey) throw new Problem('notNow', { detail: NOT_OPENED });
  if (survey.endedAt ?? survey.closedAt) throw new Problem('notNow', { detail: CLOSED });
  if (state !== 'open') throw new Problem('notNow', { detail: ROUND_NOT_OPEN, more: { state } });
  return survey;
}

/** Refuses a body or a group that the survey does not have. */
export function refuseUnknown(
  { body, group }: { readonly body?: string | undefined; readonly group?: string | undefined },
  bodies: readonly { readonly id: string }[],
  groups: readonly { readonly id: string }[],
): void {
  const faults = new Faults();
  if (body !== undefined && !bodies.some(({ id }) => id === body)) faults.add('unknownId', at(ROOT, 'body'), { found: body });
  if (group !== undefined && !groups.some(({ id }) => id === group)) faults.add('unknownId', at(ROOT, 'group'), { found: group });
  if (!faults.none) throw new Problem('faulty', { faults });
}
