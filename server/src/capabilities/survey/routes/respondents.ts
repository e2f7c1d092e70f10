import { at, Faults, type Language, ROOT, searchKey } from '@parindex/core';
import type { newReplacement, respondentsRead } from '@parindex/core/contracts/schemas/survey';
import * as contracts from '@parindex/core/contracts/survey';
import { may } from '@parindex/core/rights/index';
import {
  RESPONDENT_COLUMNS,
  type ReadRespondents,
  type RespondentFault,
  type RespondentNotice,
  readRespondents,
  replacementFaults,
  respondentKeys,
} from '@parindex/core/survey/respondents/index';
import { RESPONDENT_COLUMN_NAMES, replacementFaultText, respondentFaultText, respondentNoticeText } from '@parindex/core/words/respondent-list-words';
import { respondentPlace } from '@parindex/core/words/survey-words';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { documentAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { arrivedDocument, documentTaker } from '../../../http/take-document.ts';
import { bringRoundFile } from '../../rounds/acts/bring-round-file.ts';
import { findRound } from '../../rounds/queries/rounds.ts';
import { readRoundOfLetters } from '../../rounds/round-of-letters.ts';
import { schemeOfEdition } from '../../rounds/scheme.ts';
import { findPlace, findRights } from '../../sheets/found.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { bringRespondents, confirmRespondents, countsByGroup, hashOfList, listInForce, replaceRespondent } from '../acts/change-respondents.ts';
import { listConfirmation } from '../list-confirmation.ts';
import { presentConfirmation } from '../present-survey.ts';
import { heldHasAnswered, holdList, type RespondentRow, readListed } from '../queries/respondents.ts';
import { findSurvey, readConfirmations, readConfirmingDocuments, readProgress, type SurveyRow } from '../queries/surveys.ts';
import { type ReadList, readListFile } from '../read-list.ts';
import { requireOpenSurvey } from '../refuse.ts';
import { REPLACEMENT_RULE } from '../replacement-rule.ts';
import { readSurveyGroups, type SurveyGroup } from '../survey-groups.ts';

/** Files read at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 8;
/** Most faults in one answer, which also tells how many there are. */
const MOST_TOLD = 1_000;

const CONFIRMED: InBoth = {
  vi: 'Cơ quan đã xác nhận danh sách bằng văn bản nên danh sách không nhận thêm người; khi có người không thể trả lời, hãy dùng chức năng thay người.',
  en: 'The body has confirmed its list by a signed document: nobody is added any more, and whoever cannot answer is replaced.',
};
const CONFIRMED_OTHERWISE: InBoth = {
  vi: 'Danh sách đã được xác nhận theo một văn bản khác.',
  en: 'The list was confirmed by another document.',
};
const OF_ANOTHER_LIST: InBoth = {
  vi: 'Văn bản này đã xác nhận danh sách trước khi thay đổi. Danh sách hiện nay được xác nhận bằng một văn bản mới.',
  en: 'This document confirmed the list as it was before. The list as it is now is confirmed by a new one.',
};
const NOT_SIGNED: InBoth = {
  vi: 'Văn bản xác nhận được gửi dưới dạng tệp PDF: bản chụp văn bản đã ký, đóng dấu, hoặc văn bản ký số.',
  en: 'The confirming document is sent as a PDF: the scanned copy of the signed document, or the document signed digitally.',
};
const CHANGED_MEANWHILE: InBoth = {
  vi: 'Danh sách đã thay đổi sau khi ông/bà xem. Hãy xem lại danh sách, ký văn bản theo danh sách hiện có rồi xác nhận.',
  en: 'The list has changed since you saw it. Look at it again, sign a document of the list as it is, and confirm that.',
};
const EMPTY: InBoth = { vi: 'Danh sách chưa có ai nên chưa xác nhận được.', en: 'There is nobody on the list to be confirmed.' };
const BY_THE_OWNER: InBoth = {
  vi: 'Liên kết trả lời phiếu của nhóm này đã được lập, nên chỉ cơ quan chủ trì thay được người. Đề nghị liên hệ cơ quan chủ trì.',
  en: 'Links to the forms of this group are made: from then on only the owner of the round replaces somebody. Ask the owner.',
};
const NOT_A_TABLE: InBoth = { vi: 'Tệp gửi lên phải là XLSX hoặc CSV.', en: 'The file is sent as XLSX or CSV.' };

type Told = z.output<typeof respondentsRead>['faults'][number];

const presentTold = <T extends RespondentFault | RespondentNotice>(told: T, message: (told: T, language: Language) => string, language: Language): Told => ({
  ...{ line: told.line, column: told.column, code: told.code, place: respondentPlace(told.line, told.column, language) },
  message: message(told, language),
});

/** What a list came to, for whoever sent it. */
const presentRead = ({ respondents, faults, notices }: ReadRespondents, language: Language): z.output<typeof respondentsRead> => ({
  groups: Object.entries(countsByGroup(respondents)).map(([group, count]) => ({ group, count })),
  faults: faults.slice(0, MOST_TOLD).map((fault) => presentTold(fault, respondentFaultText, language)),
  faultCount: faults.length,
  notices: notices.slice(0, MOST_TOLD).map((notice) => presentTold(notice, respondentNoticeText, language)),
});

/** The refusal of a list with faults: nothing of it is kept, and all are told at once. */
function faultyList(read: ReadRespondents, language: Language): Problem {
  const { faults, faultCount } = presentRead(read, language);
  // Of what is about the whole file, no line is told.
  const told = faults.map(({ line, place, ...fault }) => ({ ...fault, path: '', place: place ?? '', ...(line === null ? {} : { line }) }));
  return new Problem('faulty', { more: { ...(faultCount > faults.length ? { faultCount } : {}), faults: told } });
}

/** A body's list, held until the transaction ends, in a survey that takes changes. */
async function heldList(db: Writing, place: SheetPlace): Promise<{ readonly survey: SurveyRow; readonly listed: RespondentRow[] }> {
  await holdList(db, place.round, place.body);
  return { survey: await requireOpenSurvey(db, place.round, place.roundState), listed: await readListed(db, place.round, place.body) };
}

const confirmationOf = async (db: Reading, { round, body }: SheetPlace) => (await readConfirmations(db, round)).get(body);

/** Whom bodies list for the survey of a round. */
export function serveRespondents(app: FastifyInstance, context: Context): void {
  const limiter = new Limiter(AT_ONCE, WAITING);
  const take = documentTaker(context);

  defineRoute(app, context, contracts.listRespondents, {
    find: findPlace,
    handle: async ({ acting, db, found: { place }, language }) => {
      const { round, body } = place;
      const groups = await readSurveyGroups(db, (await findSurvey(db, round))?.edition ?? place.edition);
      const rows = await readListed(db, round, body);
      await recordAct(acting, { act: 'respondents.view', subject: `survey:${round}`, round, body, content: { count: rows.length } });
      return {
        body: {
          body: { id: body, name: place.name },
          groups: groups.map(({ id, title }) => ({ id, title: title[language] })),
          items: rows.map(({ salt: _, listedAt, ...row }) => ({ ...row, listedAt: listedAt.toISOString() })),
          confirmation: presentConfirmation(await confirmationOf(db, place)),
        },
      };
    },
  });

  defineRoute(app, context, contracts.bringRespondents, {
    // No process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }): Promise<ReadList | undefined> => {
      const allowed = await asCaller(async (db, { memberships }) => {
        const found = await findRights({ db, params, receivedAt });
        return found !== undefined && may(memberships, 'respondents.write', found.of);
      });
      if (!allowed) return undefined;
      const list = await limiter.take(() => readListFile(bytes));
      if (!list) throw new Problem('notReady');
      return list;
    },
    find: findPlace,
    handle: async ({ acting, found: { place }, query: { group, preview }, prepared: list, language }) => {
      const { survey, listed } = await heldList(acting.db, place);
      if (!list) throw new Problem('wrongMediaType', { detail: NOT_A_TABLE });
      if ('refused' in list) throw new Problem('unreadable', { detail: list.refused });
      if (await confirmationOf(acting.db, place)) throw new Problem('notNow', { detail: CONFIRMED });
      const groups = await readSurveyGroups(acting.db, survey.edition);
      requireGroup(groups, group);
      const read = readRespondents(list.rows, { groups, group: group ?? null, known: listInForce(listed).map(respondentKeys) });
      if (preview === 'true') return { status: 200, effect: 'unchanged', body: presentRead(read, language) };
      if (read.faults.length > 0) throw faultyList(read, language);
      await bringRespondents(acting, place, read.respondents);
      return { status: 201, body: presentRead(read, language) };
    },
  });

  defineRoute(app, context, contracts.readListConfirmation, {
    find: findPlace,
    handle: async ({ acting, db, found: { place }, query: { format } }) => {
      const { round, body } = place;
      const known = await findRound(db, round);
      const edition = (await findSurvey(db, round))?.edition ?? place.edition;
      const scheme = await schemeOfEdition(db, edition);
      const rows = listInForce(await readListed(db, round, body));
      if (!known || !scheme || rows.length === 0) throw new Problem('notNow', { detail: EMPTY });
      const plan = { round, title: known.title, year: known.year, owner: known.ownerBody };
      const { of, agencyOf } = await readRoundOfLetters(db, plan, { scheme, bodies: [body], illustrative: context.kind === 'sandbox' });
      const groups = (await readSurveyGroups(db, edition)).map(({ id, title }) => ({ title: title.vi, rows: rows.filter(({ group }) => group === id) }));
      await recordAct(acting, { act: 'respondents.view', subject: `survey:${round}`, round, body, content: { count: rows.length } });
      const letter = listConfirmation({
        ...of,
        by: agencyOf(body, place.name),
        groups: groups.filter((group) => group.rows.length > 0),
        hash: hashOfList(rows),
      });
      return documentAnswer(letter, format, `xac-nhan-danh-sach-${body}`);
    },
  });

  defineRoute(app, context, contracts.confirmRespondents, {
    prepare: (request) =>
      take(request, request.query.name, async (db, { memberships }) => {
        const found = await findRights({ db, params: request.params, receivedAt: request.receivedAt });
        return found !== undefined && may(memberships, 'respondents.confirm', found.of);
      }),
    find: findPlace,
    handle: async ({ acting, found: { place }, query: { number, date, version, ...named }, prepared }) => {
      const { listed } = await heldList(acting.db, place);
      const file = await arrivedDocument(acting.db, prepared, named);
      if (file.kind !== 'pdf') throw new Problem('fileRefused', { detail: NOT_SIGNED });
      const there = await confirmationOf(acting.db, place);
      if (there?.holds) {
        if (there.number !== number || there.date !== date || there.file?.id !== file.id) throw new Problem('alreadyThere', { detail: CONFIRMED_OTHERWISE });
        return { status: 204, effect: 'unchanged' };
      }
      if (listed.length !== version) throw new Problem('staleVersion', { detail: CHANGED_MEANWHILE });
      if (listInForce(listed).length === 0) throw new Problem('notNow', { detail: EMPTY });
      const former = await readConfirmingDocuments(acting.db, place.round, place.body);
      if (former.some((of) => (of.number === number && of.date === date) || of.sha256 === file.sha256))
        throw new Problem('alreadyThere', { detail: OF_ANOTHER_LIST });
      await bringRoundFile(acting, { ...file, round: place.round });
      await confirmRespondents(acting, place, { number, date, file: file.id }, listed);
      return { status: 204 };
    },
  });

  defineRoute(app, context, contracts.replaceRespondent, {
    find: findPlace,
    handle: async ({ acting, found: { place, of }, caller, params, body, language }) => {
      const { survey, listed } = await heldList(acting.db, place);
      const former = listed.find(({ id }) => id === params.respondent);
      if (!former) throw new Problem('notFound');
      if (former.replacedBy === body.id) return { status: 204, effect: 'unchanged' };
      if (listed.some(({ id }) => id === body.id)) throw new Problem('idReused', { more: { id: body.id } });
      const leads = (caller?.memberships ?? []).some((membership) => may([membership], 'survey.lead', of));
      // What a body learns of a link by being refused, it learns of its whole group: nothing of who has answered.
      const invited = (await readProgress(acting.db, place.round)).some((row) => row.body === place.body && row.group === former.group && row.invited > 0);
      if (invited && !leads) throw new Problem('notNow', { detail: BY_THE_OWNER });
      const next = readNext(body, former.group, await readSurveyGroups(acting.db, survey.edition), language);
      judgeReplacement(body.reason, former, next, listed, leads && (await heldHasAnswered(acting.db, former.id)));
      await replaceRespondent(acting, place, former.id, { ...next, id: body.id }, body.reason);
      return { status: 204 };
    },
  });
}

function requireGroup(groups: readonly SurveyGroup[], group: string | undefined): void {
  if (group === undefined || groups.some(({ id }) => id === group)) return;
  const faults = new Faults();
  faults.add('unknownId', at(ROOT, 'query', 'group'), { found: group });
  throw new Problem('faulty', { faults });
}

/** The new person, read by the rules of a list. */
function readNext({ id: _, reason: __, ...told }: z.output<typeof newReplacement>, group: string, groups: readonly SurveyGroup[], language: Language) {
  const columns = RESPONDENT_COLUMNS.filter((column): column is Exclude<typeof column, 'number' | 'group'> => column !== 'number' && column !== 'group');
  const rows = [
    { line: 1, cells: columns.map((column) => RESPONDENT_COLUMN_NAMES.vi[column]) },
    { line: 2, cells: columns.map((column) => told[column]) },
  ];
  const { respondents, faults } = readRespondents(rows, { groups, group, known: [] });
  const [next] = respondents;
  if (next && faults.length === 0) return next;
  throw new Problem('faulty', {
    more: {
      faults: faults.map((fault) => ({
        ...{ code: fault.code, path: fault.column === null ? '' : `/${fault.column}`, message: respondentFaultText(fault, language) },
        place: fault.column === null ? '' : RESPONDENT_COLUMN_NAMES[language][fault.column],
      })),
    },
  });
}

/** Refuses a replacement that the rule does not allow. */
function judgeReplacement(
  reason: z.output<typeof newReplacement>['reason'],
  former: RespondentRow,
  next: Omit<RespondentRow, 'id' | 'salt' | 'listedAt' | 'replacedBy' | 'replacedReason'>,
  listed: readonly RespondentRow[],
  answered: boolean,
): void {
  const faults = replacementFaults(REPLACEMENT_RULE, {
    reason,
    former: { keys: respondentKeys(former), group: former.group, unit: former.unit ?? '', hasAnswered: answered, isReplaced: former.replacedBy !== null },
    next: { keys: respondentKeys(next), group: next.group, unit: next.unit ?? '' },
    made: listed.filter(
      ({ replacedBy, group, unit }) => replacedBy !== null && group === former.group && searchKey(unit ?? '') === searchKey(former.unit ?? ''),
    ).length,
    known: listInForce(listed).map(respondentKeys),
  });
  if (faults.length === 0) return;
  const detail = (language: Language) => faults.map((fault) => replacementFaultText(fault, language)).join(' ');
  throw new Problem('notNow', { detail: { vi: detail('vi'), en: detail('en') }, more: { codes: faults.map(({ code }) => code) } });
}
