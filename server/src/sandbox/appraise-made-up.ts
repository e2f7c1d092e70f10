import { Faults, type ItemResult, isClaim, type Raw } from '@parindex/core';
import type { Target } from '@parindex/core/ledger/index';
import { answererOf } from '@parindex/core/progress/index';
import { dayOf } from '@parindex/core/round/index';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { decideProposed } from '../capabilities/appraisal/acts/decide-proposed.ts';
import { declareInterest } from '../capabilities/appraisal/acts/declare-interest.ts';
import { giveVerdict, judgeVerdict } from '../capabilities/appraisal/acts/give-verdict.ts';
import { judgeOfficialFigures, recordOfficialFigures } from '../capabilities/appraisal/acts/record-official-figures.ts';
import { verdictsIn } from '../capabilities/appraisal/proposed-verdicts.ts';
import { readProposedEntries } from '../capabilities/appraisal/queries/proposed-verdicts.ts';
import { ownItemsOf } from '../capabilities/editions/checks.ts';
import { addRemark } from '../capabilities/explanation/acts/remark.ts';
import { scoredSheet } from '../capabilities/progress/count-sheets.ts';
import { boardMaking } from '../capabilities/progress/making.ts';
import { readAppraisalTerms } from '../capabilities/rounds/queries/appraisal-terms.ts';
import { holdSheet, type OpenSheet } from '../capabilities/sheets/open-sheet.ts';
import { stageNow } from '../capabilities/sheets/verdict-stage.ts';
import type { Context } from '../context.ts';
import { dataOf, idOf, madeUpRound } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, type Office, officesOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { oneAfterAnother, type PastDays } from './past-days.ts';

/** The items of a body that ask for yes or no and nothing else, as it answers them, the heaviest first. */
export function plainItems({ edition }: OpenSheet, round: InventedRound, body: string): { readonly code: string; readonly yes: boolean }[] {
  const answers = madeUpRound(edition.scheme, round).sheets[dataOf(round, body)] ?? {};
  return edition.prepared.items
    .map(({ item }) => item)
    .filter(({ rule, conditions }) => rule.kind === 'yesNo' && conditions.length === 0)
    .toSorted((one, other) => Number(other.maximum) - Number(one.maximum))
    .flatMap(({ code }) => {
      const yes = answers[code]?.answer?.yes;
      return typeof yes === 'boolean' ? [{ code, yes }] : [];
    });
}

/** Where the claims of a body are looked at closely: items to which it says yes. */
export const contestedItems = (open: OpenSheet, round: InventedRound, body: string): string[] =>
  plainItems(open, round, body).flatMap(({ code, yes }) => (yes ? [code] : []));

/** Of the contested items of a body: which are refused, of which one is asked, which are accepted. */
export const REFUSED = [0, 1] as const;
export const ASKED = 2;
const ACCEPTED = [3, 4] as const;
/** How many more are accepted as claimed: of those to which it says no, and of those to which it says yes after the contested ones. */
const [MORE_WITHOUT, MORE_WITH] = [4, 5] as const;

export const NOT_ENOUGH = { code: 'notEnoughEvidence', text: 'Tài liệu kiểm chứng chưa thể hiện đã hoàn thành trong năm đánh giá (minh họa)' };
const NOTHING_AROSE = { code: 'confirmed', text: 'Xác nhận không phát sinh trong năm đánh giá (minh họa)' };
const OFFICIAL_SOURCE = 'Báo cáo thống kê chính thức của cơ quan thẩm định (minh họa)';
const WHICH_DOCUMENT = 'Đề nghị nêu rõ văn bản, số trang thể hiện kết quả này (minh họa)';

/** What an appraiser decides on an item; no changes: the values stand. */
export interface InventedVerdict {
  readonly id: string;
  readonly item: string;
  readonly changes: Readonly<Record<string, boolean | string>>;
  readonly reason: { readonly code: string; readonly text: string } | null;
}

/** Gives a verdict through the regular use case. */
export async function decideMadeUp(acting: Acting, open: OpenSheet, { id, item, changes, reason }: InventedVerdict): Promise<void> {
  const target: Target = { kind: 'item', id: item };
  const verdict = { id, origin: 'web' as const, base: open.place.seq, changes, figures: [], reason };
  const [faults, terms] = [new Faults(), await readAppraisalTerms(acting.db, open.place.round)];
  const judged = judgeVerdict(open, target, stageNow(open, target, 'appraise', acting.receivedAt), terms, verdict as unknown as Raw, faults);
  if (!faults.none) throw new Error(`a made-up verdict on ${item} has faults: ${JSON.stringify(faults.list)}`);
  await giveVerdict(acting, open, target, verdict, judged, new Map(), 'appraise', 'vi');
}

/** The official value of a figure that is counted, somewhat below the claimed one, of the first ratio that a body fills in; undefined where there is none. */
function officialFigure({ edition: { prepared, scheme } }: OpenSheet, round: InventedRound, body: string) {
  const claimed = madeUpRound(scheme, round).figures[dataOf(round, body)] ?? {};
  for (const { item } of prepared.items) {
    if (item.rule.kind !== 'bands' || !('of' in item.rule) || !('ratio' in item.rule.of)) continue;
    const [figure] = item.rule.of.ratio;
    const value = figure === undefined ? undefined : claimed[figure]?.value;
    if (figure !== undefined && /^\d+$/.test(`${value}`) && Number(value) > 1) return { item: item.code, figure, value: `${Number(value) - 1}` };
  }
  return undefined;
}

/** Whoever appraises records what official statistics say of a figure of a body. */
async function recordOfficialMadeUp(acting: Acting, round: InventedRound, body: string): Promise<void> {
  const open = await holdSheet(acting.db, { round: round.id, body });
  const official = officialFigure(open, round, body);
  if (!official) return;
  const { item, figure, value } = official;
  const changes = { value, source: OFFICIAL_SOURCE, date: dayOf(acting.receivedAt.getTime()) };
  const figures = [{ id: idOf(`${round.id} ${body} official`, figure), figure, changes }];
  const faults = new Faults();
  const judged = judgeOfficialFigures(open, item, figures as unknown as Raw, faults);
  if (!faults.none) throw new Error(`a made-up official figure has faults: ${JSON.stringify(faults.list)}`);
  await recordOfficialFigures(acting, open, item, { base: open.place.seq, figures, origin: 'web' }, judged);
}

/** A second person confirms what waits of a body. */
export async function confirmMadeUp(acting: Acting, second: Office, office: string, place: { readonly round: string; readonly body: string }): Promise<void> {
  for (const verdict of verdictsIn(await readProposedEntries(acting.db, place.round, place.body))) {
    const open = await holdSheet(acting.db, place);
    const target: Target = { kind: verdict.head.kind, id: verdict.head.target };
    const deciding = {
      ...{ verdict, account: second.account, memberships: [{ id: second.membership, body: office, role: 'appraiser' as const }] },
      stageNow: () => stageNow(open, target, 'appraise', acting.receivedAt),
    };
    await decideProposed(acting, open, { id: idOf(verdict.head.id, 'confirmed'), act: 'accept', text: null }, deciding, 'vi');
  }
}

/** A verdict by which an item stays as it is claimed. */
export const asClaimed = (result: ItemResult): Pick<InventedVerdict, 'changes' | 'reason'> =>
  isClaim(result) ? { changes: { state: 'notApplicable' }, reason: NOTHING_AROSE } : { changes: {}, reason: null };

/** All items of a body that nobody has decided on or asked about, and that wait for no second person, are accepted as claimed; what it claims not to have arisen is confirmed. */
async function acceptOthersMadeUp(context: Context, acting: Acting, round: InventedRound, body: string): Promise<void> {
  const place = { round: round.id, body };
  const open = await holdSheet(acting.db, place);
  const own = ownItemsOf(boardMaking(context).checks, open.edition);
  const { score, decided } = scoredSheet(open);
  const waiting = new Set([...REFUSED, ASKED].map((number) => contestedItems(open, round, body)[number]));
  for (const result of score.result.items) {
    if (decided.has(result.code) || waiting.has(result.code) || answererOf(result.code, result, own) !== 'body') continue;
    const id = idOf(`${round.id} ${body} appraisal`, result.code);
    await decideMadeUp(acting, await holdSheet(acting.db, place), { id, item: result.code, ...asClaimed(result) });
  }
}

/** The first appraisal of a body by one person, confirmed by another where it moves much; of the first body something still waits as long as the appraisal runs. */
export async function appraisalMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<Happening[]> {
  const [office = ''] = round.appraisers;
  const [first, second] = (await officesOf(owner, office, 'appraiser')) as [Office, Office];
  const place = { round: round.id, body };
  const id = (what: string | number) => idOf(`${round.id} ${body} appraisal`, `${what}`);
  const works: readonly ((acting: Acting) => Promise<unknown>)[] = [
    ...[...REFUSED, ...ACCEPTED].map((number) => async (acting: Acting) => {
      const open = await holdSheet(acting.db, place);
      const item = contestedItems(open, round, body)[number];
      const refused = (REFUSED as readonly number[]).includes(number);
      if (item)
        await decideMadeUp(acting, open, { id: id(number), item, changes: refused ? { 'answer.yes': false } : {}, reason: refused ? NOT_ENOUGH : null });
    }),
    async (acting) => {
      const open = await holdSheet(acting.db, place);
      const item = contestedItems(open, round, body)[ASKED];
      if (item) await addRemark(acting, open, { id: id('ask'), base: open.place.seq, item, act: 'ask', text: WHICH_DOCUMENT });
    },
    async (acting) => {
      const items = plainItems(await holdSheet(acting.db, place), round, body);
      const contested = items.filter(({ yes }) => yes).slice(ACCEPTED.length + REFUSED.length + 1);
      for (const { code } of [...items.filter(({ yes }) => !yes).slice(0, MORE_WITHOUT), ...contested.slice(0, MORE_WITH)])
        await decideMadeUp(acting, await holdSheet(acting.db, place), { id: id(code), item: code, changes: {}, reason: null });
    },
    ...(body === round.participants[0] ? [(acting: Acting) => recordOfficialMadeUp(acting, round, body)] : []),
    ...(round.reached === 'appraisal' ? [] : [(acting: Acting) => acceptOthersMadeUp(context, acting, round, body)]),
  ];
  const moments = oneAfterAnother(days, works.length + 1, `${round.id} ${body} appraisal`);
  const given = works.map((work, index): Happening => {
    const at = moments[index] as Date;
    return { at, happen: () => actIn(context, first, at, work) };
  });
  if (round.reached === 'appraisal' && body === round.participants[0]) return given;
  const at = moments.at(-1) as Date;
  return [...given, { at, happen: () => actIn(context, second, at, (acting) => confirmMadeUp(acting, second, office, place)) }];
}

/** Somebody who appraises declares an interest in a body, and so does not decide on it. */
export async function interestMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<Happening> {
  const [, second] = (await officesOf(owner, round.appraisers[0] ?? '', 'appraiser')) as [Office, Office];
  const [at] = oneAfterAnother(days, 1, `${round.id} ${body} interest`) as [Date];
  const declared = {
    id: idOf(`${round.id} ${body}`, 'interest'),
    body,
    kind: 'kin' as const,
    reason: 'Có người thân công tác tại cơ quan được đánh giá (minh họa)',
  };
  return { at, happen: () => actIn(context, second, at, (acting) => declareInterest(acting, { id: round.id, state: 'open' }, declared)) };
}
