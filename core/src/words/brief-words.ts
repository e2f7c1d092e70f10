import { displayFraction } from '../quantity/display.ts';
import { absolute, compare, fromFraction, subtract, toFraction } from '../quantity/rational.ts';
import type { LeaderBrief, Loss } from '../review/leader-brief.ts';
import type { SheetPoints } from '../scoring/sheet-points.ts';
import type { Language } from './language.ts';
import { leftText, pointsOver, pointsText, type Rounding } from './points-text.ts';
import { othersText } from './source-text.ts';
import { texts } from './texts.ts';

/** The brief for a leader (phiếu trình), on the screen and as a document. */
export const briefTexts = texts({
  open: { vi: 'Phiếu trình lãnh đạo', en: 'Brief for the leader' },
  title: { vi: 'Phiếu trình lãnh đạo', en: 'Brief for the leader' },
  lead: {
    vi: 'Tình hình tự chấm điểm trên một trang: kết quả dự kiến, tiêu chí bị trừ nhiều điểm nhất, điểm chưa có căn cứ.',
    en: 'The self-assessment on one page: what is expected, where most points are lost, points that nothing proves.',
  },
  print: { vi: 'In phiếu trình', en: 'Print the brief' },
  pdf: { vi: 'Tải PDF', en: 'Download PDF' },
  docx: { vi: 'Tải DOCX', en: 'Download DOCX' },
  printedAt: {
    vi: (moment: string, seq: string) => `Lập lúc ${moment}, theo đồng hồ máy chủ; phiên bản số liệu ${seq}.`,
    en: (moment: string, seq: string) => `Made at ${moment}, by the server’s clock; update ${seq} of the sheet.`,
  },
  claimed: { vi: 'Điểm tự chấm', en: 'Claimed points' },
  claimedMore: {
    vi: (points: string, left: string) => `${points} điểm${left === '' ? '' : `; ${left}`}`,
    en: (points: string, left: string) => `${points} points${left === '' ? '' : `; ${left}`}`,
  },
  past: { vi: 'So với năm trước', en: 'Beside the year before' },
  compared: {
    vi: (items: string, before: string, now: string) => `${items} tiêu chí có điểm cả hai năm: ${before} → ${now} điểm`,
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
    vi: (mend: string, explain: string) => `${mend} nội dung phải sửa, ${explain} nội dung phải giải trình`,
    en: (mend: string, explain: string) => `${mend} to be mended, ${explain} to be explained`,
  },
  losses: { vi: (shown: string) => `${shown} tiêu chí bị trừ nhiều điểm nhất`, en: (shown: string) => `The ${shown} largest losses` },
  lossesMore: {
    vi: (items: string, points: string) => `Tất cả ${items} tiêu chí do cơ quan tự chấm còn thiếu ${points} điểm so với điểm tối đa.`,
    en: (items: string, points: string) => `All ${items} items that the body scores itself lack ${points} points of their maximum.`,
  },
  noLosses: { vi: 'Mọi tiêu chí do cơ quan tự chấm đều đạt điểm tối đa.', en: 'Every item that the body scores itself has its maximum.' },
  lost: { vi: (points: string) => `−${points}`, en: (points: string) => `−${points}` },
  claims: { vi: 'Đề nghị không đánh giá (không phát sinh)', en: 'Claimed not to have arisen' },
  claimsMore: {
    vi: (count: string, points: string) => `${count} tiêu chí, chờ thẩm định, tính như chưa chấm; nếu được xác nhận: ${points} điểm`,
    en: (count: string, points: string) => `${count} items, awaiting appraisal and counting as not scored; if confirmed: ${points} points`,
  },
  notArisen: {
    vi: (maximum: string) => `Đề nghị không đánh giá (không phát sinh), chờ thẩm định; tối đa ${maximum} điểm.`,
    en: (maximum: string) => `Claimed not to have arisen, awaiting appraisal; at most ${maximum} points.`,
  },
  unanswered: { vi: (maximum: string) => `Chưa chấm; tối đa ${maximum} điểm.`, en: (maximum: string) => `Not answered; at most ${maximum} points.` },
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
    vi: (items: string) => `Điểm chưa có tài liệu kiểm chứng hoặc giải trình (${items})`,
    en: (items: string) => `Points without evidence or justification (${items})`,
  },
  unprovenMore: { vi: 'Cơ quan thẩm định có thể không công nhận những điểm này.', en: 'Appraisers may not accept these points.' },
  noUnproven: { vi: 'Mọi điểm tự chấm đều đã dẫn tài liệu hoặc có giải trình.', en: 'All claimed points have evidence or a justification.' },
});

function pastText({ compared }: LeaderBrief, scheme: Rounding, language: Language): string {
  const words = briefTexts[language];
  if (!compared) return words.notCompared;
  const [now, before] = [fromFraction(compared.now), fromFraction(compared.before)];
  const difference = pointsText(toFraction(absolute(subtract(now, before))), scheme, language);
  const sign = compare(now, before);
  const change = sign === 0 ? words.change.same : sign > 0 ? words.change.more(difference) : words.change.less(difference);
  return `${words.compared(String(compared.items), pointsText(compared.before, scheme, language), pointsText(compared.now, scheme, language))} (${change})`;
}

/**
 * What a brief says first: names of facts, each with what it is.
 * @param released when the estimates were released, as a text; null: not yet
 */
export function briefFacts(
  brief: LeaderBrief,
  points: Pick<SheetPoints, 'own' | 'sources'>,
  scheme: Rounding,
  review: { readonly mustMend: { readonly count: number }; readonly mustExplain: { readonly count: number } },
  released: string | null,
  language: Language,
): [name: string, value: string][] {
  const words = briefTexts[language];
  const others = othersText(points.sources, released, scheme, language);
  return [
    [words.claimed, words.claimedMore(pointsOver(points.own, scheme, language), points.own.asked > points.own.answered ? leftText(points.own, language) : '')],
    [words.past, pastText(brief, scheme, language)],
    ...(others === undefined ? [] : [[words.others, others] as [string, string]]),
    [words.review, words.reviewMore(String(review.mustMend.count), String(review.mustExplain.count))],
  ];
}

/** How an item stands that lacks points, in sentences. */
export function lossSentences({ state, points, maximum, before }: Loss, scheme: Rounding, language: Language): string[] {
  const words = briefTexts[language];
  return [
    state !== 'scored'
      ? words[state === 'claimed' ? 'notArisen' : 'unanswered'](displayFraction(maximum, language))
      : words.scored(pointsText(points, scheme, language), displayFraction(maximum, language)),
    ...(before === null ? [] : [words.before(pointsText(before, scheme, language))]),
  ];
}
