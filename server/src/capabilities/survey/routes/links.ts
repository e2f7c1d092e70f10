import * as contracts from '@parindex/core/contracts/survey';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { type Invited, keepLinks, newLinks, originOf } from '../acts/make-links.ts';
import { holdInviting } from '../hold-inviting.ts';
import { type Inviting, invitationLetters, linkList } from '../invitations.ts';
import { readToInvite } from '../queries/links.ts';
import { readConfirmedBodies } from '../queries/surveys.ts';
import { readInviting } from '../read-inviting.ts';
import { NOBODY_TO_INVITE } from '../refuse.ts';

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
      const { of, ...open } = await holdInviting(db, round, wanted, receivedAt, readConfirmedBodies);
      const without = only === 'missing' && wanted.respondents === undefined ? 'link' : 'nothing';
      const people = await readToInvite(db, round.id, { ...of, respondents: wanted.respondents }, without, MOST[as]);
      if (people.length === 0) throw new Problem('notNow', { detail: NOBODY_TO_INVITE.invitation });
      if (people.length > MOST[as]) throw new Problem('notNow', { detail: tooMany(MOST[as]) });
      const form = as === 'list' ? 'xlsx' : format;
      const invited = newLinks(people, originOf(context, request));
      const inviting = await readInviting(db, round, { ...open, illustrative: context.kind === 'sandbox' });
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
