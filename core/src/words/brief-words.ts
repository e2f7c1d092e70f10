import { displayFraction } from '../quantity/display.ts';
import { absolute, compare, fromFraction, subtract, toFraction } from '../quantity/rational.ts';
import type { LeaderBrief, Loss } from '../review/leader-brief.ts';
import { mendCounts } from '../review/mend-counts.ts';
import type { SheetPoints } from '../scoring/sheet-points.ts';
import { counted, type Language } from './language.ts';
import { leftText, pointsOver, pointsText, type Rounding } from './points-text.ts';
import { othersText } from './source-text.ts';
import { texts } from './texts.ts';

/** The brief for a leader (phiếu trình), on the screen and as a document. */
export const briefTexts = texts({
  open: { vi: 'Phiếu trình lãnh đạo', en: 'Brief for the leader' },
  title: { vi: 'Phiếu trình lãnh đạo', en: 'Brief for the leader' },
  lead: {
    vi: 'Tình hình tự chấm điểm trên một trang: kết quả dự kiến, nội dung bị trừ nhiều điểm nhất, điểm chưa có căn cứ.',
    en: 'The self-assessment on one page: what is expected, where most points are lost, points that nothing proves.',
  },
  print: { vi: 'In phiếu trình', en: 'Print the brief' },
  pdf: { vi: 'Tải PDF', en: 'Download PDF' },
  docx: { vi: 'Tải DOCX', en: 'Download DOCX' },
  printedAt: {
    vi: (moment: string, seq: string) => `Lập lúc ${moment}; phiên bản số liệu ${seq}.`,
    en: (moment: string, seq: string) => `Made at ${moment}, by the server’s clock; update ${seq} of the sheet.`,
  },
  claimed: { vi: 'Điểm tự chấm', en: 'Claimed points' },
  claimedMore: {
    vi: (points: string, left: string) => `${points} điểm${left === '' ? '' : `; ${left}`}`,
    en: (points: string, left: string) => `${points} points${left === '' ? '' : `; ${left}`}`,
  },
  past: { vi: 'So với năm trước', en: 'Beside the year before' },
  compared: {
    vi: (items: string, before: string, now: string) => `${items} nội dung có điểm cả hai năm: ${before} → ${now} điểm`,
    en: (items: string, before: string, now: string) => `${items} items have points in both years: ${before} → ${now} points`,
  },
  change: {
    more: { vi: (points: string) => `tăng ${points}`, en: (points: string) => `up ${points}` },
    less: { vi: (points: string) => `giảm ${points}`, en: (points: string) => `down ${points}` },
    same: { vi: 'không đổi', en: 'unchanged' },
  },
  notCompared: { vi: 'Chưa có điểm năm trước để so sánh.', en: 'There are no points of the year before to compare with.' },
  others: { vi: 'Cơ quan không tự chấm', en: 'Not scored by the body' },
  review: { vi: 'Kết quả rà soát', en: 'Check before sending' },
  reviewMore: {
    vi: (mend: string, explain: string) => `${mend}, ${explain} nội dung phải giải trình`,
    en: (mend: string, explain: string) => `${mend}, ${explain} to be explained`,
  },
  mend: {
    all: { vi: (count: number) => `${count} nội dung phải sửa`, en: (count: number) => `${count} to be mended` },
    unanswered: { vi: (count: number) => `${count} chưa chấm xong`, en: (count: number) => `${count} not scored` },
    notApproved: { vi: (count: number) => `${count} chờ duyệt`, en: (count: number) => `${count} to be approved` },
    errors: { vi: (count: number) => `${count} lỗi số liệu, căn cứ`, en: (count: number) => counted(count, 'error') },
  },
  openItems: { vi: 'Chưa chấm', en: 'Not scored yet' },
  openMore: {
    vi: (items: string, points: string) => `${items} nội dung, tối đa ${points} điểm`,
    en: (items: string, points: string) => `${items} items, at most ${points} points`,
  },
  undocumented: { vi: 'Chưa dẫn tài liệu', en: 'No document cited' },
  undocumentedMore: {
    vi: (items: string, bare: string) => `${items} nội dung có điểm, trong đó ${bare} chưa có giải trình`,
    en: (items: string, bare: string) => `${items} items with points; ${bare} of them without justification too`,
  },
  losses: { vi: (shown: string) => `${shown} nội dung bị trừ nhiều điểm nhất`, en: (shown: string) => `The ${shown} largest losses` },
  lossesMore: {
    vi: (items: string, points: string) => `Trong số đã tự chấm, ${items} nội dung bị trừ tổng cộng ${points} điểm so với điểm tối đa.`,
    en: (items: string, points: string) => `Of what is scored, ${items} items lack ${points} points of their maximum together.`,
  },
  noLosses: { vi: 'Các nội dung đã tự chấm đều đạt điểm tối đa.', en: 'Every item that is scored has its maximum.' },
  lost: { vi: (points: string) => `−${points}`, en: (points: string) => `−${points}` },
  claims: { vi: 'Đề nghị không đánh giá (không phát sinh)', en: 'Claimed not to have arisen' },
  claimsMore: {
    vi: (count: string, points: string) => `${count} nội dung không phát sinh, chờ thẩm định; nếu được xác nhận: ${points} điểm`,
    en: (count: string, points: string) => `${count} items, awaiting appraisal and counting as not scored; if confirmed: ${points} points`,
  },
  scored: {
    vi: (points: string, maximum: string) => `Tự chấm ${points} / ${maximum} điểm.`,
    en: (points: string, maximum: string) => `Claimed ${points} / ${maximum} points.`,
  },
  before: { vi: (points: string) => `Năm trước ${points}.`, en: (points: string) => `The year before ${points}.` },
  heldBy: {
    vi: (departments: string, standing: string) => `Đơn vị được giao: ${departments} (${standing}).`,
    en: (departments: string, standing: string) => `In the hands of ${departments} (${standing}).`,
  },
  unproven: {
    vi: (items: string) => `Điểm chưa có cả tài liệu kiểm chứng và giải trình (${items})`,
    en: (items: string) => `Points without both evidence and justification (${items})`,
  },
  unprovenMore: { vi: 'Cơ quan thẩm định có thể không công nhận những điểm này.', en: 'Appraisers may not accept these points.' },
  noUnproven: { vi: 'Mọi điểm tự chấm đều đã dẫn tài liệu hoặc có giải trình.', en: 'All claimed points have evidence or a justification.' },
});

/** What is compared with the year before, over the items that have points in both. */
export function pastText({ compared }: LeaderBrief, scheme: Rounding, language: Language): string {
  const words = briefTexts[language];
  if (!compared) return words.notCompared;
  const [now, before] = [fromFraction(compared.now), fromFraction(compared.before)];
  const difference = pointsText(toFraction(absolute(subtract(now, before))), scheme, language);
  const sign = compare(now, before);
  const change = sign === 0 ? words.change.same : sign > 0 ? words.change.more(difference) : words.change.less(difference);
  return `${words.compared(String(compared.items), pointsText(compared.before, scheme, language), pointsText(compared.now, scheme, language))} (${change})`;
}

/** What the check has found, in a few words, as brief and screen say it; what must be mended is taken apart as boards count it. */
export function reviewFound(findings: Parameters<typeof mendCounts>[0], language: Language): string {
  const words = briefTexts[language];
  const { all, unanswered, notApproved, errors } = mendCounts(findings);
  const parts = [
    ...(unanswered > 0 ? [words.mend.unanswered(unanswered)] : []),
    ...(notApproved > 0 ? [words.mend.notApproved(notApproved)] : []),
    words.mend.errors(errors),
  ];
  const mend = all === 0 ? words.mend.all(0) : `${words.mend.all(all)} (${parts.join('; ')})`;
  return words.reviewMore(mend, String(findings.filter(({ severity }) => severity === 'mustExplain').length));
}

/**
 * What a brief says first: names of facts, each with what it is.
 * @param released when the estimates were released, as a text; null: not yet
 */
export function briefFacts(
  brief: LeaderBrief,
  points: Pick<SheetPoints, 'own' | 'sources'>,
  scheme: Rounding,
  findings: Parameters<typeof mendCounts>[0],
  released: string | null,
  language: Language,
): [name: string, value: string][] {
  const words = briefTexts[language];
  const others = othersText(points.sources, released, scheme, language);
  return [
    [words.claimed, words.claimedMore(pointsOver(points.own, scheme, language), points.own.asked > points.own.answered ? leftText(points.own, language) : '')],
    [words.past, pastText(brief, scheme, language)],
    ...(others === undefined ? [] : [[words.others, others] as [string, string]]),
    [words.review, reviewFound(findings, language)],
  ];
}

/** How an item stands that lacks points, in sentences. */
export function lossSentences({ points, maximum, before }: Loss, scheme: Rounding, language: Language): string[] {
  const words = briefTexts[language];
  return [
    words.scored(pointsText(points, scheme, language), displayFraction(maximum, language)),
    ...(before === null ? [] : [words.before(pointsText(before, scheme, language))]),
  ];
}
