import { inLanguage, itemsOfDomains, itemsUsing, type Language, schemeNames } from '@parindex/core';
import type { disputesAnswer, explanationAnswer } from '@parindex/core/contracts/schemas/index';
import { fieldsAt } from '@parindex/core/ledger/index';
import { itemsByCode, type RunningItem, runningAt } from '@parindex/core/ranking/running-sheet';
import { type Membership, may } from '@parindex/core/rights/index';
import { disputingUntil, endOfStep } from '@parindex/core/round/index';
import { type NoticedStage, verdictsToldAt } from '@parindex/core/round/told-verdicts';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { CheckFiles } from '../editions/checks.ts';
import { countedSheet, countRound } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readSheetAssignments } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import type { SheetSubject } from '../sheets/found.ts';
import { stepsOpenAt } from '../sheets/in-time.ts';
import { presentOfficial, standingFigures } from '../sheets/official-figures.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { findExplanationState } from '../sheets/queries/explanation-states.ts';
import { readOfficialFigures } from '../sheets/queries/official-figures.ts';
import { readReportPlace } from '../sheets/queries/report-place.ts';
import { presentPermission, presentSendings } from '../submissions/present.ts';
import { findPermission } from '../submissions/queries/sendings.ts';
import type { Frozen } from '../submissions/sheet-hash.ts';
import { type ExplainedItem, explainedItems, kindOf } from './explained-items.ts';
import { hashOfExplanation } from './hash-of-explanation.ts';
import {
  type NoticeRow,
  type OnAgendaRow,
  type ReasonRow,
  type RemarkRow,
  readNotices,
  readOnAgendas,
  readReasons,
  readRemarks,
  stands,
} from './queries/explanation.ts';
import { readReplyParts } from './queries/reply-parts.ts';
import { itemTarget, presentReplyParts } from './reply-parts.ts';

export type ExplanationAnswer = z.output<typeof explanationAnswer>;

/** A counted sheet with what is said beside it, as far as the reader is told. */
async function readSaid(db: Reading, open: OpenSheet, checks: CheckFiles, language: Language) {
  const { round, body } = open.place;
  return {
    sheet: countedSheet(open, checks),
    remarks: await readRemarks(db, round, body),
    reasons: await readReasons(db, round, language, body),
    sent: (await findExplanationState(db, round, body)) === 'sent',
  };
}

/** What a body is told of its sheet with a stage, in Vietnamese, as far as the reader is told. */
export async function readExplainedItems(db: Reading, open: OpenSheet, checks: CheckFiles, until: NoticedStage): Promise<ExplainedItem[]> {
  const { sheet, ...said } = await readSaid(db, open, checks, 'vi');
  return explainedItems(open.edition, sheet, said, 'vi', until);
}

const presentRemark = (remark: RemarkRow | undefined) =>
  remark ? { seq: remark.seq, text: remark.text ?? '', by: remark.by, at: remark.at.toISOString() } : null;
const presentStanding = ({ state, points, maximum }: RunningItem) => ({ state, points, maximum });
const presentDecided = (item: RunningItem, reason: ReasonRow | undefined) => ({
  ...presentStanding(item),
  reason: { code: reason?.code ?? null, name: reason?.name ?? null, text: reason?.text ?? null },
});
export const presentNotice = (notice: NoticeRow | undefined) =>
  notice
    ? { number: notice.number, date: notice.date, by: notice.by, at: notice.at.toISOString(), files: notice.files.map(({ id, kind }) => ({ id, kind })) }
    : null;

const presentOnAgenda = (row: OnAgendaRow | undefined) =>
  row ? { session: row.session, number: row.number, startsAt: row.startsAt?.toISOString() ?? null, state: row.state } : null;

/** What the council looks at of a sheet, and what it has concluded, as far as the reader is told either. */
async function readCouncilOn(db: Reading, open: OpenSheet, { sheet, reasons }: Awaited<ReturnType<typeof readSaid>>, language: Language) {
  const { round, body } = open.place;
  const agendas = new Map((await readOnAgendas(db, round, body)).map((row) => [row.item, row]));
  const concluded = new Map(reasons.flatMap((reason) => (reason.stage === 'council' ? [[reason.item, reason] as const] : [])));
  const now = itemsByCode(runningAt(sheet.stages, 'council'));
  return open.edition.prepared.domains.flatMap(({ criteria }) =>
    criteria
      .flatMap(({ items }) => items)
      .flatMap(({ item: { code, title } }) => {
        const [agenda, reason, standing] = [agendas.get(code), concluded.get(code), now.get(code)];
        if (!agenda && !reason) return [];
        return [
          {
            item: { code, title: inLanguage(title, language) ?? code },
            agenda: presentOnAgenda(agenda),
            concluded: reason && standing ? presentDecided(standing, reason) : null,
          },
        ];
      }),
  );
}

/** What was found on site, as far as the reader is told; what was taken back is left out. */
const siteChecksIn = ({ edition }: OpenSheet, remarks: readonly RemarkRow[], language: Language): ExplanationAnswer['siteChecks'] =>
  itemsOfDomains(edition.scheme.domains).flatMap(({ code, title }) => {
    const check = remarks.find(({ act, item }) => act === 'siteCheck' && item === code);
    const said = presentRemark(check);
    // Taken back, it has no day.
    if (!check || !said || check.date === null) return [];
    return [{ ...said, item: { code, title: inLanguage(title, language) ?? code }, date: check.date, team: check.team, citations: [...check.citations] }];
  });

/** Official figures of whoever appraises beside what the body claims, in the scheme's order. */
async function readOfficialOf(db: Reading, { place, edition, sheet }: OpenSheet, language: Language): Promise<ExplanationAnswer['officialFigures']> {
  const { round, body } = place;
  const standing = standingFigures(await readOfficialFigures(db, { round, edition: edition.id }, { body }));
  const names = schemeNames(edition.scheme, language);
  return edition.scheme.figures.flatMap(({ id }) => {
    const official = standing(body, id);
    if (!official) return [];
    const claimed = fieldsAt(sheet, 'claimed', { kind: 'figure', id })['value'] as string | boolean | undefined;
    return [
      { ...presentOfficial(official), figure: { id, title: names.figureTitle(id) }, claimed: claimed ?? null, items: [...itemsUsing(edition.prepared, id)] },
    ];
  });
}

function presentItem({
  code,
  domain,
  title,
  claimed,
  appraised,
  second,
  reasons,
  contested,
  toExplain,
  disputable,
  question,
  reply,
  dispute,
}: ExplainedItem): Omit<ExplanationAnswer['items'][number], 'part'> {
  const replied = presentRemark(reply);
  return {
    item: { code, domain, title },
    claimed: presentStanding(claimed),
    appraised: presentDecided(appraised, reasons.appraised),
    second: second ? presentDecided(second, reasons.second) : null,
    ...{ contested, toExplain, disputable },
    question: presentRemark(question),
    reply: reply && replied ? { ...replied, kind: kindOf(reply), citations: [...reply.citations] } : null,
    dispute: presentRemark(dispute),
  };
}

/** Who reads an explanation, when. */
interface ExplanationReader {
  readonly checks: CheckFiles;
  readonly moment: Date;
  readonly language: Language;
  readonly of: SheetSubject;
  readonly memberships: readonly Membership[];
}

/** The explanation of a body: what is to be explained, what it answers, where that stands. */
export async function readExplanation(
  db: Reading,
  open: OpenSheet,
  { checks, moment, language, of, memberships }: ExplanationReader,
): Promise<ExplanationAnswer> {
  const { place, sheet, edition } = open;
  const { round, body } = place;
  const { steps, extensions } = calendarOf(place);
  const notices = new Map((await readNotices(db, round, body)).map((notice) => [notice.stage, notice]));
  const toldAt = verdictsToldAt('appraised', steps, notices.get('appraised')?.firstAt.getTime());
  const disputing =
    place.roundState === 'open' ? disputingUntil(steps, extensions, body, notices.get('second')?.firstAt.getTime(), moment.getTime()) : undefined;
  // What the body answers for as a whole is not for its departments, which do not see all of it.
  const whole = may(memberships, 'sheet.readWhole', of);
  const frozen: Frozen | undefined = whole ? await hashOfExplanation(db, open) : undefined;
  const state = await findExplanationState(db, round, body);
  const assigned = await readSheetAssignments(db, place, edition, memberships, 'givenAway', 'explanation');
  const partOf = presentReplyParts(place, await readReplyParts(db, round, body), { assigned, memberships, state, moment });
  const said = await readSaid(db, open, checks, language);
  return {
    round: { id: round, title: (await readReportPlace(db, round, body)).title },
    body: { id: body, name: place.name },
    rounding: edition.scheme.rounding,
    seq: sheet.seq,
    told: may(memberships, 'sheet.list', of) || place.roundState === 'closed' || (toldAt !== undefined && toldAt <= moment.getTime()),
    whole,
    state,
    step: explanationTime(open, moment),
    notices: { appraised: presentNotice(notices.get('appraised')), second: presentNotice(notices.get('second')) },
    items: explainedItems(edition, said.sheet, said, language).map((item) => ({ ...presentItem(item), part: partOf(item.code) })),
    council: await readCouncilOn(db, open, said, language),
    siteChecks: siteChecksIn(open, said.remarks, language),
    officialFigures: await readOfficialOf(db, open, language),
    disputing: disputing === undefined ? null : { until: disputing === null ? null : new Date(disputing).toISOString() },
    frozen: frozen ? { seq: frozen.seq, at: frozen.at.toISOString(), hash: frozen.hash } : null,
    permission: whole ? presentPermission(await findPermission(db, round, body)) : null,
    sendings: whole ? await presentSendings(db, round, body, 'explanation') : [],
  };
}

/** Whether a body may answer at an item now: its step is open to it. */
export const isExplaining = ({ place }: Pick<OpenSheet, 'place'>, item: string, moment: Date): boolean =>
  stepsOpenAt(place, moment)(['explanation'], itemTarget(item)).length > 0;

/** The time of a body for its explanation as a whole; null: the round has no such step. */
export function explanationTime({ place }: Pick<OpenSheet, 'place'>, moment: Date): ExplanationAnswer['step'] {
  const { steps, extensions } = calendarOf(place);
  const times = steps.find(({ step }) => step === 'explanation');
  const end = endOfStep('explanation', steps, extensions, place.body);
  if (!times || end === null) return null;
  const open = place.roundState === 'open' && times.opens <= moment.getTime() && moment.getTime() < end;
  return { opens: new Date(times.opens).toISOString(), closes: new Date(end).toISOString(), open };
}

/** What the bodies of a round ask the council to look at, in the order of the list and of the scheme. */
export async function readDisputes(db: Reading, plan: BoardRound, making: BoardMaking, language: Language): Promise<z.output<typeof disputesAnswer>> {
  const remarks = Map.groupBy(await readRemarks(db, plan.round), ({ body }) => body);
  const disputing = [...remarks].filter(([, of]) => of.some((remark) => remark.act === 'dispute' && stands(remark))).map(([body]) => body);
  const { edition, counted } = await countRound(db, plan, making, disputing);
  const reasons = Map.groupBy(await readReasons(db, plan.round, language), ({ body }) => body);
  const agendas = new Map((await readOnAgendas(db, plan.round)).map((row) => [`${row.body} ${row.item}`, row]));
  return {
    round: plan.round,
    title: plan.title,
    rounding: edition.scheme.rounding,
    items: counted.flatMap((sheet) => {
      const now = itemsByCode(runningAt(sheet.stages, 'council'));
      const said = { remarks: remarks.get(sheet.body) ?? [], reasons: reasons.get(sheet.body) ?? [], sent: false };
      return explainedItems(edition, sheet, said, language).flatMap((item) => {
        const dispute = presentRemark(item.dispute);
        if (!dispute) return [];
        return [
          {
            body: { id: sheet.body, name: sheet.name },
            item: { code: item.code, domain: item.domain, title: item.title },
            claimed: presentStanding(item.claimed),
            now: presentStanding(now.get(item.code) ?? item.second ?? item.appraised),
            dispute,
            agenda: presentOnAgenda(agendas.get(`${sheet.body} ${item.code}`)),
          },
        ];
      });
    }),
  };
}
