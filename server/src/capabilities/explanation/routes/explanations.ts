import { at, type Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/explanation';
import { CITATIONS } from '@parindex/core/ledger/index';
import { may } from '@parindex/core/rights/index';
import { explanationAllows, type WholeExplanationAct } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute, type JudgeRequest } from '../../../http/route.ts';
import { boardMaking } from '../../progress/making.ts';
import { findBoard } from '../../progress/poll.ts';
import { answerState } from '../../sheets/answers.ts';
import { findRights, findSheet } from '../../sheets/found.ts';
import { stepClosed } from '../../sheets/in-time.ts';
import { judgeCitationsOfRemark } from '../../sheets/judge-citations.ts';
import { holdSheet, type OpenSheet } from '../../sheets/open-sheet.ts';
import { findExplanationState } from '../../sheets/queries/explanation-states.ts';
import { changeSheetState } from '../../submissions/acts/change-sheet-state.ts';
import { type ArrivedReport, sendReport } from '../../submissions/acts/send-report.ts';
import { expectReport, notPdf, reportExaminer } from '../../submissions/examine-report.ts';
import { addRemark } from '../acts/remark.ts';
import { stepReplyPart } from '../acts/reply-part.ts';
import { findItem } from '../found-item.ts';
import { hashOfExplanation } from '../hash-of-explanation.ts';
import { makeExplanation } from '../make-explanation.ts';
import { explanationTime, isExplaining, readDisputes, readExplainedItems, readExplanation } from '../read-explanation.ts';

const NOT_LISTED = {
  vi: 'Kết quả thẩm định lần đầu của tiêu chí này không khác điểm tự chấm và không có yêu cầu giải trình.',
  en: 'The first appraisal of this item does not differ from the claim, and nobody asked for an explanation of it.',
} as const;

const NOT_DISPUTABLE = {
  vi: 'Điểm thẩm định của tiêu chí này không khác điểm tự chấm, hoặc cơ quan đã thống nhất với kết quả thẩm định.',
  en: 'The appraised points of this item are those that were claimed, or the body has accepted them.',
} as const;

/** What a body answers to the appraisal, item by item and as a whole; what it still contests. */
export function serveExplanations(app: FastifyInstance, context: Context): void {
  const { evidence, checks } = context;
  const examine = reportExaminer(context);
  const making = boardMaking(context);

  /** Refuses an answer at what is not to be explained. */
  const refuseUnlisted = async (db: Reading, open: OpenSheet, item: string) => {
    const listed = await readExplainedItems(db, open, checks, 'appraised');
    if (!listed.some(({ code }) => code === item)) throw new Problem('notNow', { detail: NOT_LISTED, more: { item } });
  };

  /** The sheet of an answer, with the faults of what it says: whoever explains says why, and cites what is there. */
  const judgeReply = async (
    { db, params: { round, body }, draft: { kind, text, citations } }: Pick<JudgeRequest<typeof contracts.proposeReply, object>, 'db' | 'params' | 'draft'>,
    faults: Faults,
  ) => {
    const open = await holdSheet(db, { round, body });
    if (kind === 'explains' && (text ?? null) === null) faults.add('missingKey', at(ROOT, 'text'), { key: 'text' });
    const cited = (citations ?? []).filter((one) => one !== undefined);
    await judgeCitationsOfRemark(db, open.place, cited, at(ROOT, CITATIONS), faults);
    return open;
  };

  /** Refuses to bring before the council what stands as claimed, or was accepted. */
  const refuseUndisputable = async (db: Reading, open: OpenSheet, item: string) => {
    const told = await readExplainedItems(db, open, checks, 'second');
    if (!told.some(({ code, disputable }) => disputable && code === item)) throw new Problem('notNow', { detail: NOT_DISPUTABLE, more: { item } });
  };

  /** What may not be done to the explanation as a whole now: in its state, or out of time. */
  const refusalOf = async (db: Reading, open: OpenSheet, act: WholeExplanationAct, moment: Date) => {
    const state = await findExplanationState(db, open.place.round, open.place.body);
    return () => {
      if (explanationTime(open, moment)?.open !== true) throw stepClosed(open.place, ['explanation'], moment);
      if (!explanationAllows(state, act)) throw new Problem('notNow', { more: { state } });
    };
  };

  defineRoute(app, context, contracts.readExplanation, {
    find: findSheet,
    handle: async ({ db, found, caller, receivedAt: moment, language }) => ({
      body: await readExplanation(db, found, { checks, moment, language, of: found.of, memberships: caller?.memberships ?? [] }),
    }),
  });

  defineRoute(app, context, contracts.reply, {
    find: findItem,
    judge: judgeReply,
    handle: async ({ acting, params: { item }, judged: open, body: { citations, ...reply } }) => {
      if (isExplaining(open, item, acting.receivedAt)) await refuseUnlisted(acting.db, open, item);
      const { entries: _, ...said } = await addRemark(acting, open, {
        ...reply,
        item,
        act: 'reply',
        changes: citations.length === 0 ? {} : { [CITATIONS]: citations },
      });
      return { status: 201, effect: effectOf(said.replayed), body: said };
    },
  });

  defineRoute(app, context, contracts.proposeReply, {
    find: findRights,
    judge: judgeReply,
    handle: async ({ acting, caller, params: { item }, judged: open, body }) => {
      if (isExplaining(open, item, acting.receivedAt)) await refuseUnlisted(acting.db, open, item);
      const said = await stepReplyPart(acting, open, caller?.memberships ?? [], { ...body, item, act: 'proposeReply' });
      return { status: 201, effect: effectOf(said.replayed), body: said };
    },
  });

  defineRoute(app, context, contracts.moveReplyPart, {
    find: findRights,
    judge: async ({ draft: { act, reason } }, faults) => {
      if (act === 'return' && reason === undefined) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
      return {};
    },
    handle: async ({ acting, caller, params: { item, ...place }, body: { act, reason, ...body } }) => {
      const open = await holdSheet(acting.db, place);
      const said = await stepReplyPart(acting, open, caller?.memberships ?? [], { ...body, item, act: `${act}Reply`, text: reason ?? null });
      return { status: 201, effect: effectOf(said.replayed), body: said };
    },
  });

  defineRoute(app, context, contracts.dispute, {
    find: findItem,
    handle: async ({ acting, params: { item, ...place }, body }) => {
      const open = await holdSheet(acting.db, place);
      // What was contested may always be taken back.
      if (body.text !== null) await refuseUndisputable(acting.db, open, item);
      const { entries: _, ...said } = await addRemark(acting, open, { ...body, item, act: 'dispute' });
      return { status: 201, effect: effectOf(said.replayed), body: said };
    },
  });

  const changing = (act: 'freezeExplanation' | 'takeBackExplanation', contract: typeof contracts.freezeExplanation | typeof contracts.takeBackExplanation) =>
    defineRoute(app, context, contract, {
      find: findRights,
      handle: async ({ acting, params, body }) => {
        const open = await holdSheet(acting.db, params);
        const refuse = await refusalOf(acting.db, open, act, acting.receivedAt);
        const { seq, replayed } = await changeSheetState(acting, open, act, body, refuse);
        return answerState({ seq, replayed, state: await findExplanationState(acting.db, params.round, params.body) });
      },
    });
  changing('freezeExplanation', contracts.freezeExplanation);
  changing('takeBackExplanation', contracts.takeBackExplanation);

  defineRoute(app, context, contracts.downloadExplanation, {
    find: findSheet,
    handle: async ({ db, query: { format }, found }) =>
      fileAnswer((await makeExplanation(db, found, context)).document, format, `bao-cao-giai-trinh-${found.place.body}-${found.place.year}`),
  });

  defineRoute(app, context, contracts.sendExplanation, {
    // No scan and no process is started for somebody without the right, nor for what cannot be sent now.
    prepare: async ({ params, bytes, receivedAt, asCaller }): Promise<ArrivedReport | undefined> => {
      const made = await asCaller(async (db, { memberships }) => {
        const found = await findSheet({ db, params, receivedAt });
        if (!found || !may(memberships, 'sheet.sendExplanation', found.of)) return undefined;
        const { document, frozen, sheet } = await makeExplanation(db, found, context);
        const isFrozen = (await findExplanationState(db, params.round, params.body)) === 'frozen' && explanationTime(found, receivedAt)?.open === true;
        return expectReport(db, { ...params, document, sheet, frozen: isFrozen ? frozen : undefined });
      });
      return made && examine(bytes, made, receivedAt);
    },
    find: findRights,
    handle: async ({ acting, caller, found, params, query, prepared: report, language }) => {
      if (!report) throw notPdf(KINDS.pdf.mediaType);
      const { db, receivedAt: moment } = acting;
      const open = await holdSheet(db, params);
      const sent = {
        matter: 'explanation',
        act: 'sendExplanation',
        frozen: await hashOfExplanation(db, open),
        refuse: await refusalOf(db, open, 'sendExplanation', moment),
      } as const;
      const effect = await sendReport(acting, evidence, open, sent, report, query, language);
      const reader = { checks, moment, language, of: found.of, memberships: caller?.memberships ?? [] };
      return { status: 201, effect, body: await readExplanation(db, await holdSheet(db, params), reader) };
    },
  });

  defineRoute(app, context, contracts.listDisputes, {
    find: findBoard,
    handle: async ({ db, found: { plan }, language }) => ({ body: await readDisputes(db, plan, making, language) }),
  });
}
