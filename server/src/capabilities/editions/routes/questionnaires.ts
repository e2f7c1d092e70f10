import * as contracts from '@parindex/core/contracts/editions-questionnaires';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { documentAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { bringQuestionnaire, readBrought } from '../acts/bring-questionnaire.ts';
import { findKnownEdition } from '../found.ts';
import { presentQuestionnaire } from '../present-questionnaires.ts';
import { findKeptQuestionnaires } from '../queries/questionnaires.ts';
import { questionnaireDocument } from '../questionnaire-document.ts';
import { readyEdition } from '../ready.ts';

const NOT_ADOPTED = {
  vi: 'Phiếu điều tra được đưa vào khi bộ tiêu chí đã ban hành, vì câu hỏi gắn với nội dung của bộ tiêu chí.',
  en: 'Questionnaires are brought once their edition is adopted, as their questions are tied to what it says.',
};

async function findForm(db: Reading, edition: string, group: string) {
  const [kept] = await findKeptQuestionnaires(db, edition, group);
  if (!kept) throw new Problem('notFound');
  return kept;
}

/** The questionnaires that stand beside an edition: read, and printed. */
export function serveQuestionnaires(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listQuestionnaires, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, found: { row }, language }) => {
      const kept = await findKeptQuestionnaires(db, row.id);
      // A draft has none: they stand beside what was adopted.
      if (kept.length === 0 || row.hash === null) return { body: { items: [] } };
      const { scheme } = await readyEdition(db, row.id, row.hash);
      return { body: { items: kept.map(({ form, hash }) => presentQuestionnaire(form, hash, scheme, language)) } };
    },
  });

  defineRoute(app, context, contracts.readQuestionnaire, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, params }) => ({ body: { ...(await findForm(db, params.edition, params.group)).form } }),
  });

  defineRoute(app, context, contracts.printQuestionnaire, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, params, query, language }) => {
      const { form, hash } = await findForm(db, params.edition, params.group);
      return documentAnswer(questionnaireDocument(form, hash, query.language ?? language), query.as, `phieu-dieu-tra-${params.edition}-${params.group}`);
    },
  });

  defineRoute(app, context, contracts.bringQuestionnaire, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    judge: async ({ db, params, draft, found: { row } }, faults) => {
      if (row.state !== 'adopted' || row.hash === null) throw new Problem('notNow', { detail: NOT_ADOPTED });
      const edition = await readyEdition(db, row.id, row.hash);
      const form = draft.document === undefined ? undefined : readBrought(draft.document, params.group, edition, faults);
      return form && { edition, form };
    },
    handle: async ({ acting, params: { group }, body, judged }) => {
      const { edition, form } = judged as NonNullable<typeof judged>;
      const { effect, hash, isNew } = await bringQuestionnaire(acting, edition, { group, ...body }, form);
      return { status: isNew ? 201 : 200, effect, body: { group, hash } };
    },
  });
}
