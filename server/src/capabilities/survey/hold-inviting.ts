import type { InBoth } from '@parindex/core/words/texts';
import type { Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { type AskedOf, holdLinks } from './queries/links.ts';
import { readBodies } from './queries/surveys.ts';
import { refuseUnknown, requireOpenSurvey } from './refuse.ts';
import { readSurveyGroups, type SurveyGroup } from './survey-groups.ts';

const LINKS_OVER: InBoth = {
  vi: 'Thời gian điều tra xã hội học theo lịch của kỳ đã hết nên không lập liên kết nữa.',
  en: 'The step of the survey has closed: no links are made any more.',
};
const UNCONFIRMED: InBoth = {
  vi: 'Cơ quan chưa xác nhận danh sách người được lấy ý kiến, hoặc danh sách đã thay đổi sau khi xác nhận, nên chưa lập được liên kết.',
  en: 'The body has not confirmed its list of respondents, or has changed it since: no links are made yet.',
};

/** A survey to whose forms links may be made. */
export interface OpenInviting {
  /** When its step closes, ISO 8601. */
  readonly closes: string;
  readonly groups: readonly SurveyGroup[];
  readonly bodies: Awaited<ReturnType<typeof readBodies>>;
  readonly of: AskedOf;
}

/**
 * The survey whose links somebody makes or mails, of these bodies and this group; whoever else does so waits until the transaction ends, and nobody else does.
 * `listed` reads the bodies whose lists count. Refuses a step that is over, a body or group that is unknown, a body whose list does not count.
 */
export async function holdInviting(
  db: Writing,
  round: RoundRow,
  wanted: { readonly body?: string | undefined; readonly group?: string | undefined },
  at: Date,
  listed: (db: Writing, round: string) => Promise<readonly string[]>,
): Promise<OpenInviting> {
  await holdLinks(db, round.id);
  const survey = await requireOpenSurvey(db, round.id, round.state);
  const step = round.steps.find((dated) => dated.step === 'survey');
  if (!step || at.getTime() >= Date.parse(step.closes)) throw new Problem('notNow', { detail: LINKS_OVER });
  const groups = await readSurveyGroups(db, survey.edition);
  const bodies = await readBodies(db, round.id, null);
  refuseUnknown(wanted, bodies, groups);
  const lists = await listed(db, round.id);
  if (wanted.body !== undefined && !lists.includes(wanted.body)) throw new Problem('notNow', { detail: UNCONFIRMED });
  return { closes: step.closes, groups, bodies, of: { bodies: wanted.body === undefined ? lists : [wanted.body], group: wanted.group } };
}
