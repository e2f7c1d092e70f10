import * as contracts from '@parindex/core/contracts/survey';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { type Invited, keepLinks, newLinks } from '../acts/make-links.ts';
import { type Inviting, invitationLetters, linkList } from '../invitations.ts';
import { holdLinks, readToInvite } from '../queries/links.ts';
import { readBodies, readConfirmedBodies } from '../queries/surveys.ts';
import { readInviting } from '../read-inviting.ts';
import { LINKS_OVER, NOBODY_TO_INVITE, refuseUnknown, requireOpenSurvey, UNCONFIRMED } from '../refuse.ts';
import { readSurveyGroups } from '../survey-groups.ts';

/** Most people in one answer: of a list, and of letters, each of which is a page to be laid out. */
const MOST = { list: 20_000, letters: 300 } as const;

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
      if (!step || receivedAt.getTime() >= Date.parse(step.closes)) throw new Problem('notNow', { detail: LINKS_OVER });
      const groups = await readSurveyGroups(db, survey.edition);
      const bodies = await readBodies(db, round.id, null);
      refuseUnknown(wanted, bodies, groups);
      const confirmed = await readConfirmedBodies(db, round.id);
      if (wanted.body !== undefined && !confirmed.includes(wanted.body)) throw new Problem('notNow', { detail: UNCONFIRMED });
      const of = { bodies: wanted.body === undefined ? confirmed : [wanted.body], group: wanted.group, respondents: wanted.respondents };
      const people = await readToInvite(db, round.id, of, only === 'missing' && of.respondents === undefined ? 'link' : 'nothing', MOST[as]);
      if (people.length === 0) throw new Problem('notNow', { detail: NOBODY_TO_INVITE.invitation });
      if (people.length > MOST[as]) throw new Problem('notNow', { detail: tooMany(MOST[as]) });
      const form = as === 'list' ? 'xlsx' : format;
      const invited = newLinks(people, context.origin ?? `${request.protocol}://${request.host}`);
      const inviting = await readInviting(db, round, { closes: step.closes, groups, bodies, illustrative: context.kind === 'sandbox' });
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
