import * as contracts from '@parindex/core/contracts/survey';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { readAgencies } from '../../sheets/queries/report-place.ts';
import { type Invited, keepLinks, newLinks } from '../acts/make-links.ts';
import { type Inviting, invitationLetters, linkList } from '../invitations.ts';
import { holdLinks, readToInvite } from '../queries/links.ts';
import { readBodies, readConfirmations } from '../queries/surveys.ts';
import { refuseUnknown, requireOpenSurvey } from '../refuse.ts';
import { questionnaireTitle, readSurveyGroups, type SurveyGroup } from '../survey-groups.ts';

/** Most people in one answer: of a list, and of letters, each of which is a page to be laid out. */
const MOST = { list: 20_000, letters: 300 } as const;

const OVER: InBoth = {
  vi: 'Thời gian điều tra xã hội học theo lịch của kỳ đã hết nên không lập liên kết nữa.',
  en: 'The step of the survey has closed: no links are made any more.',
};
const UNCONFIRMED: InBoth = {
  vi: 'Cơ quan chưa xác nhận danh sách người được lấy ý kiến nên chưa lập được liên kết.',
  en: 'The body has not confirmed its list of respondents: no links are made yet.',
};
const NOBODY: InBoth = {
  vi: 'Không có ai cần lập liên kết: người trong các danh sách đã xác nhận đều đã có liên kết hoặc đã trả lời.',
  en: 'There is nobody to make a link for: whoever is on a confirmed list has one, or has answered.',
};
const tooMany = (most: number): InBoth => ({
  vi: `Mỗi lần lập được nhiều nhất ${most} liên kết ở dạng này; hãy lập theo từng cơ quan hoặc từng nhóm đối tượng.`,
  en: `At most ${most} links are made at once in this form; make them by body or by group.`,
});

/** Links to the forms of a survey, made by whoever leads it and told once. */
export function serveSurveyLinks(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.makeSurveyLinks, {
    find: findKnownRound,
    handle: async ({ acting, found, query: { as, format, only }, body: wanted, receivedAt, request }) => {
      const { db } = acting;
      const round = found.round;
      // Two who make links at once do it one after the other; nobody else waits for them.
      await holdLinks(db, round.id);
      const survey = await requireOpenSurvey(db, round.id, round.state);
      const step = round.steps.find((dated) => dated.step === 'survey');
      if (!step || receivedAt.getTime() >= Date.parse(step.closes)) throw new Problem('notNow', { detail: OVER });
      const groups = await readSurveyGroups(db, survey.edition);
      const bodies = await readBodies(db, round.id, null);
      refuseUnknown(wanted, bodies, groups);
      const confirmed = await readConfirmations(db, round.id);
      if (wanted.body !== undefined && !confirmed.has(wanted.body)) throw new Problem('notNow', { detail: UNCONFIRMED });
      const of = { bodies: wanted.body === undefined ? [...confirmed.keys()] : [wanted.body], group: wanted.group, respondents: wanted.respondents, only };
      const people = await readToInvite(db, round.id, of, MOST[as]);
      if (people.length === 0) throw new Problem('notNow', { detail: NOBODY });
      if (people.length > MOST[as]) throw new Problem('notNow', { detail: tooMany(MOST[as]) });
      const form = as === 'list' ? 'xlsx' : format;
      const invited = newLinks(people, context.origin ?? `${request.protocol}://${request.host}`);
      const inviting = await readInviting(db, round, step.closes, groups, bodies, context.kind === 'sandbox');
      // Laid out first: it takes long, and the rows of links are held as shortly as can be.
      const bytes = await bytesOf(invited, inviting, form);
      await keepLinks(acting, invited, {
        round: round.id,
        body: wanted.body,
        form,
        reminder: only === 'unanswered',
        instead: wanted.respondents !== undefined,
      });
      return bytesAnswer(bytes, form, `${as === 'list' ? 'lien-ket-phieu' : 'thu-moi-phieu'}-${wanted.body ?? round.id}`);
    },
  });
}

const bytesOf = async (people: readonly Invited[], inviting: Inviting, form: 'xlsx' | 'docx' | 'pdf'): Promise<Buffer> =>
  form === 'xlsx' ? Buffer.from(await linkList(people, inviting)) : renderedDocument(invitationLetters(people, inviting), form);

async function readInviting(
  db: Reading,
  round: RoundRow,
  closes: string,
  groups: readonly SurveyGroup[],
  bodies: readonly { readonly id: string; readonly name: string }[],
  illustrative: boolean,
): Promise<Inviting> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const nameOf = new Map(bodies.map(({ id, name }) => [id, name]));
  const titled = (id: string, title: (group: SurveyGroup) => string) => {
    const group = byId.get(id);
    return group ? title(group) : id;
  };
  return {
    owner: { ...(await readAgencies(db, [round.ownerBody]))(round.ownerBody), name: round.ownerName },
    ...{ round, closes, illustrative },
    groupTitle: (id) => titled(id, ({ title }) => title.vi),
    questionnaire: (id) => titled(id, (group) => questionnaireTitle(group, 'vi')),
    bodyName: (id) => nameOf.get(id) ?? id,
  };
}
