import { at, Faults, ROOT } from '@parindex/core';
import { MOST_PAPER_FORMS } from '@parindex/core/contracts/schemas/survey-paper';
import * as contracts from '@parindex/core/contracts/survey-paper';
import { ALL_RESPONDENTS } from '@parindex/core/survey/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKeptQuestionnaires } from '../../editions/queries/questionnaires.ts';
import { findKnownRound, holdFound } from '../../rounds/found.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { readAgencies } from '../../sheets/queries/report-place.ts';
import { type MadeForm, makePaperForms } from '../acts/make-paper-forms.ts';
import { recordReturns } from '../acts/record-returns.ts';
import { type PaperBatch, paperDocument } from '../paper-document.ts';
import { presentPaper } from '../present-paper.ts';
import { type InvitedRow, readToInvite } from '../queries/links.ts';
import { type PaperKind, readBatches, readReturns } from '../queries/paper-batches.ts';
import { readBodies, readConfirmedBodies, readProgress, type SurveyRow } from '../queries/surveys.ts';
import { requireOpenSurvey } from '../refuse.ts';
import { readSurveyGroups, type SurveyGroup } from '../survey-groups.ts';

const OVER: InBoth = {
  vi: 'Thời gian điều tra xã hội học theo lịch của kỳ đã hết nên không in thêm phiếu giấy.',
  en: 'The step of the survey has closed: no paper forms are made any more.',
};
const OWN_BODY: InBoth = {
  vi: 'Phiếu giấy do người của cơ quan chủ trì nhập; với phiếu đánh giá chính cơ quan này thì cam kết “cơ quan không xem được câu trả lời” không còn đúng nên không in phiếu giấy.',
  en: 'People of the round’s owner type paper forms; of forms about that very body the promise that it cannot see the answers would not hold, so none are made.',
};
const UNCONFIRMED: InBoth = {
  vi: 'Cơ quan chưa xác nhận danh sách người được lấy ý kiến nên chưa in được phiếu của nhóm này.',
  en: 'The body has not confirmed its list of respondents: no forms of this group are made yet.',
};
const beyondList = (listed: number, printed: number): InBoth => ({
  vi: `Danh sách đã xác nhận của nhóm này có ${listed} người và đã in ${printed} phiếu phát tại chỗ; số phiếu phát tại chỗ không vượt quá số người trong danh sách.`,
  en: `The confirmed list of this group has ${listed} people, and ${printed} forms were made to be handed out: no more are made than there are people.`,
});
const NOBODY: InBoth = {
  vi: 'Không có ai cần in phiếu: người trong danh sách của nhóm này đều đã có phiếu giấy hoặc đã trả lời.',
  en: 'There is nobody to make a form for: whoever is listed in this group has one, or has answered.',
};
const TOO_MANY: InBoth = {
  vi: `Nhóm này có hơn ${MOST_PAPER_FORMS} người cần in phiếu, nhiều hơn số phiếu của một đợt.`,
  en: `More than ${MOST_PAPER_FORMS} people of this group need a form, more than a batch has.`,
};
const MORE_BACK: InBoth = {
  vi: 'Số phiếu thu về nhiều hơn số phiếu đã in của đợt.',
  en: 'More forms are said to be back than the batch has.',
};
const MORE_APART: InBoth = {
  vi: 'Tổng số phiếu trắng, phiếu hỏng và phiếu từ chối nhiều hơn số phiếu thu về.',
  en: 'Blank, spoiled and refused forms are more than are back.',
};

/** Paper forms, counted out and back by whoever leads the survey. */
export function servePaperBatches(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readPaperForms, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, language }) => ({ body: await presentPaper(db, round, language) }),
  });

  defineRoute(app, context, contracts.makePaperForms, {
    find: findKnownRound,
    handle: async ({ acting, found, body: { body, group, kind, forms, only }, receivedAt }) => {
      const { db } = acting;
      // Two who print at once do it one after the other: nobody gets two forms of it.
      const round = await holdFound(db, found, ['open']);
      const survey = await requireOpenSurvey(db, round.id, round.state);
      const step = round.steps.find((dated) => dated.step === 'survey');
      if (!step || receivedAt.getTime() >= Date.parse(step.closes)) throw new Problem('notNow', { detail: OVER });
      const groups = await readSurveyGroups(db, survey.edition);
      const bodies = await readBodies(db, round.id, null);
      refuseUnknown({ body, group, kind, forms }, bodies, groups);
      if (body === round.ownerBody) throw new Problem('notNow', { detail: OWN_BODY });
      if (kind === 'unaddressed' && group !== ALL_RESPONDENTS) await requireListed(db, round.id, { body, group }, forms as number);
      const people = kind === 'unaddressed' ? unnamed(forms as number) : await readAddressed(db, round.id, { body, group, only });
      const made = await makePaperForms(acting, { round: round.id, body, group, kind }, people);
      const batch = await readBatch(db, round, survey, step.closes, context.kind === 'sandbox', {
        ...{ body: bodies.find(({ id }) => id === body)?.name ?? body, group: groups.find(({ id }) => id === group) as SurveyGroup },
      });
      // Within the transaction: codes that nobody was told of are not kept.
      return bytesAnswer(await printed(made, batch), 'pdf', `phieu-giay-${body}-${group}`);
    },
  });

  defineRoute(app, context, contracts.recordPaperReturns, {
    find: findKnownRound,
    handle: async ({ acting, found, params, body: told }) => {
      const { db } = acting;
      const round = await holdFound(db, found, ['open']);
      await requireOpenSurvey(db, round.id, round.state);
      const [batch] = await readBatches(db, round.id, params.batch);
      if (!batch) throw new Problem('notFound');
      if (told.returned > batch.count) throw new Problem('notNow', { detail: MORE_BACK });
      if (told.blank + told.spoiled + told.refused > told.returned) throw new Problem('notNow', { detail: MORE_APART });
      return { status: 204, effect: await recordReturns(acting, round.id, batch, (await readReturns(db, round.id)).get(batch.id), told) };
    },
  });
}

const unnamed = (forms: number): null[] => Array.from({ length: forms }, () => null);

const printed = (made: readonly MadeForm[], batch: PaperBatch): Promise<Buffer> => renderedDocument(paperDocument(made, batch), 'pdf');

/** Officials are on a list that their body has signed: no more forms go out for a group than it has people, or a pile of them would count for nobody in particular. */
async function requireListed(db: Reading, round: string, of: { readonly body: string; readonly group: string }, forms: number): Promise<void> {
  if (!(await readConfirmedBodies(db, round)).includes(of.body)) throw new Problem('notNow', { detail: UNCONFIRMED });
  const isOf = (row: { readonly body: string; readonly group: string }) => row.body === of.body && row.group === of.group;
  const listed = (await readProgress(db, round)).find(isOf)?.listed ?? 0;
  const printed = (await readBatches(db, round)).filter((batch) => isOf(batch) && batch.kind === 'unaddressed').reduce((sum, { count }) => sum + count, 0);
  if (printed + forms > listed) throw new Problem('notNow', { detail: beyondList(listed, printed) });
}

/** Whom a batch is addressed to; refuses where that is nobody, or more than a batch has. */
async function readAddressed(
  db: Reading,
  round: string,
  of: { readonly body: string; readonly group: string; readonly only: 'missing' | 'unanswered' },
): Promise<InvitedRow[]> {
  if (!(await readConfirmedBodies(db, round)).includes(of.body)) throw new Problem('notNow', { detail: UNCONFIRMED });
  const people = await readToInvite(db, round, { bodies: [of.body], group: of.group }, of.only === 'missing' ? 'paperForm' : 'nothing', MOST_PAPER_FORMS);
  if (people.length === 0) throw new Problem('notNow', { detail: NOBODY });
  if (people.length <= MOST_PAPER_FORMS) return people;
  // The next batch takes those that are still without one; of another form to each it could not be told who has it.
  if (of.only === 'unanswered') throw new Problem('notNow', { detail: TOO_MANY });
  return people.slice(0, MOST_PAPER_FORMS);
}

function refuseUnknown(
  { body, group, kind, forms }: { readonly body: string; readonly group: string; readonly kind: PaperKind; readonly forms?: number | undefined },
  bodies: readonly { readonly id: string }[],
  groups: readonly SurveyGroup[],
): void {
  const faults = new Faults();
  if (!bodies.some(({ id }) => id === body)) faults.add('unknownId', at(ROOT, 'body'), { found: body });
  if (!groups.some(({ id }) => id === group)) faults.add('unknownId', at(ROOT, 'group'), { found: group });
  if (kind === 'unaddressed' && forms === undefined) faults.add('missingKey', at(ROOT, 'forms'), { key: 'forms' });
  if (!faults.none) throw new Problem('faulty', { faults });
}

async function readBatch(
  db: Reading,
  round: RoundRow,
  survey: SurveyRow,
  closes: string,
  illustrative: boolean,
  { body, group }: { readonly body: string; readonly group: SurveyGroup },
): Promise<PaperBatch> {
  const [kept] = await findKeptQuestionnaires(db, survey.edition, group.id);
  return {
    owner: { ...(await readAgencies(db, [round.ownerBody]))(round.ownerBody), name: round.ownerName },
    ...{ round, closes, body, illustrative, groupTitle: group.title.vi, form: group.form, formHash: kept?.hash ?? '' },
  };
}
