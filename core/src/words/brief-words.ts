import { displayFraction } from '../quantity/display.ts';
import { absolute, compare, fromFraction, subtract, toFraction } from '../quantity/rational.ts';
import { countBySeverity } from '../review/by-item.ts';
import type { LeaderBrief, Loss } from '../review/leader-brief.ts';
import { type CountedFinding, mendCounts } from '../review/mend-counts.ts';
import type { SheetState } from '../round/sheet-states.ts';
import { counted, type Language } from './language.ts';
import { pointsOver, pointsText, type Rounding, scoredText } from './points-text.ts';
import { besidesText, othersText } from './source-text.ts';
import { texts } from './texts.ts';

const among = (parts: readonly string[]): string => (parts.length === 0 ? '' : `, trong đó ${parts.join('; ')}`);

/** The brief for a leader (phiếu trình), on the screen and as a document. */
export const briefTexts = texts({
  title: { vi: 'Phiếu trình lãnh đạo', en: 'Brief for the leader' },
  lead: {
    vi: 'Tình hình tự chấm điểm trên một trang: kết quả dự kiến, nội dung bị trừ nhiều điểm nhất, điểm chưa có căn cứ.',
    en: 'The self-assessment on one page: what is expected, where most points are lost, points that nothing proves.',
  },
  print: { vi: 'Mở phiếu trình để in', en: 'Open the brief for printing' },
  pdf: { vi: 'Tải PDF', en: 'Download PDF' },
  docx: { vi: 'Tải DOCX', en: 'Download DOCX' },
  asOf: { vi: 'Thời điểm số liệu', en: 'As of' },
  asOfMore: {
    vi: (moment: string, seq: string) => `${moment} (phiên bản số liệu ${seq})`,
    en: (moment: string, seq: string) => `${moment} (update ${seq} of the sheet)`,
  },
  claimed: { vi: 'Điểm tự chấm', en: 'Claimed points' },
  claimedMore: {
    vi: (points: string, more: readonly string[]) => [`${points} điểm`, ...more].join('; '),
    en: (points: string, more: readonly string[]) => [`${points} points`, ...more].join('; '),
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
    vi: (mend: string, explain: string) => `${mend}, ${explain} nội dung cần giải trình`,
    en: (mend: string, explain: string) => `${mend}, ${explain} to be explained`,
  },
  mend: {
    all: { vi: (count: number) => `${count} nội dung phải sửa`, en: (count: number) => `${count} to be mended` },
    unanswered: {
      vi: (count: number, inHand: number) => `${count} chưa chấm xong${inHand > 0 ? `, trong đó ${inHand} chờ đơn vị gửi hoặc duyệt` : ''}`,
      en: (count: number, inHand: number) => `${count} not scored${inHand > 0 ? `, ${inHand} of them with departments` : ''}`,
    },
    notApproved: { vi: (count: number) => `${count} chờ duyệt`, en: (count: number) => `${count} to be approved` },
    errors: { vi: (count: number) => `${count} có lỗi số liệu, căn cứ`, en: (count: number) => `${count} with errors` },
  },
  openItems: { vi: 'Chưa chấm', en: 'Not scored yet' },
  openMore: {
    vi: (items: string, points: string) => `${items} nội dung, tối đa ${points} điểm`,
    en: (items: string, points: string) => `${items} items, at most ${points} points`,
  },
  undocumented: { vi: 'Chưa dẫn tài liệu', en: 'No document cited' },
  undocumentedMore: {
    vi: (items: number, sourced: number, bare: number) =>
      `${items} nội dung có điểm${among([
        ...(sourced > 0 ? [`${sourced} chỉ có nguồn số liệu`] : []),
        ...(bare > 0 ? [`${bare} chưa có cả nguồn số liệu và giải trình`] : []),
      ])}`,
    en: (items: number, sourced: number, bare: number) =>
      `${counted(items, 'item')} with points${sourced > 0 ? `; ${sourced} with a source alone` : ''}${bare > 0 ? `; ${bare} without source and justification too` : ''}`,
  },
  losses: { vi: (shown: string) => `${shown} nội dung bị trừ nhiều điểm nhất`, en: (shown: string) => `The ${shown} largest losses` },
  lost: { vi: 'Bị trừ điểm', en: 'Points lost' },
  lostMore: {
    vi: (items: string, points: string) => `${items} nội dung, tổng cộng ${points} điểm so với điểm tối đa`,
    en: (items: string, points: string) => `${items} of the scored items lack ${points} points of their maximum together`,
  },
  proposal: { vi: 'Ý kiến đề xuất', en: 'What is proposed' },
  proposed: {
    mend: {
      vi: (mend: number, explain: number) =>
        `Giao các đơn vị xử lý ${mend} nội dung phải sửa${explain > 0 ? `, bổ sung giải trình ${explain} nội dung` : ''}, rồi trình lại để chốt số liệu.`,
      en: (mend: number, explain: number) =>
        `The departments mend ${counted(mend, 'item')}${explain > 0 ? ` and explain ${counted(explain, 'item')}` : ''}; then the sheet is brought again to be frozen.`,
    },
    explain: {
      vi: (explain: number, work: string) =>
        `Bổ sung giải trình ${explain} nội dung rồi chốt số liệu, ký Báo cáo ${work}; nếu chốt ngay, Báo cáo nêu rõ các nội dung này chưa có giải trình.`,
      en: (explain: number, work: string) =>
        `${counted(explain, 'item')} to be explained, then the sheet is frozen and the ${work} signed; if it is frozen now, the report names them as unexplained.`,
    },
    freeze: {
      vi: (work: string) => `Đồng ý chốt số liệu và ký Báo cáo ${work}.`,
      en: (work: string) => `The sheet is frozen and the ${work} signed.`,
    },
    sign: {
      vi: (explain: number, work: string) =>
        `Số liệu đã chốt; đồng ý ký Báo cáo ${work} để gửi${explain > 0 ? ` (Báo cáo nêu rõ ${explain} nội dung cần giải trình nhưng chưa có giải trình)` : ''}.`,
      en: (explain: number, work: string) =>
        `The sheet is frozen; the ${work} is signed and sent${explain > 0 ? ` (it names ${counted(explain, 'item')} without the explanation that is wanted)` : ''}.`,
    },
    sent: {
      vi: (work: string) => `Báo cáo ${work} đã gửi; theo dõi việc thẩm định.`,
      en: (work: string) => `The ${work} has been sent; its appraisal is to be followed.`,
    },
    closed: { vi: 'Kỳ đánh giá đã đóng; không có nội dung đề xuất.', en: 'The round is closed; nothing is proposed.' },
  },
  work: {
    vi: (year: number) => `tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year}`,
    en: (year: number) => `self-assessment report of ${year}`,
  },
  noLosses: { vi: 'Các nội dung đã tự chấm đều đạt điểm tối đa.', en: 'Every item that is scored has its maximum.' },
  lacks: { vi: (points: string) => `−${points}`, en: (points: string) => `−${points}` },
  claims: { vi: 'Đề nghị không đánh giá (không phát sinh)', en: 'Claimed not to have arisen' },
  claimsFact: { vi: 'Đề nghị không đánh giá', en: 'Claimed not to have arisen' },
  claimsMore: {
    vi: (count: string, points: string) => `${count} nội dung, chờ thẩm định; nếu được xác nhận: ${points} điểm`,
    en: (count: string, points: string) => `${count} items, awaiting appraisal and counting as not scored; if confirmed: ${points} points`,
  },
  fromNothing: { vi: 'Mẫu số bằng 0', en: 'Denominators of 0' },
  fromNothingMore: {
    vi: (count: string, points: string) => `${count} nội dung đạt tối đa; nếu không được xác nhận: ${points} điểm`,
    en: (count: string, points: string) => `${count} items with full points; if not confirmed: ${points} points`,
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
    vi: (items: string) => `Điểm chưa có tài liệu kiểm chứng, nguồn số liệu, giải trình (${items} nội dung)`,
    en: (items: string) => `Points without evidence, source and justification (${items})`,
  },
  unprovenMore: { vi: 'Cơ quan thẩm định có thể không công nhận những điểm này.', en: 'Appraisers may not accept these points.' },
  noUnproven: {
    vi: 'Điểm tự chấm đều có tài liệu kiểm chứng, nguồn số liệu hoặc giải trình.',
    en: 'All claimed points have evidence, a source or a justification.',
  },
});

/** What is compared with the year before, over the items that have points in both. */
function pastText({ compared }: LeaderBrief, scheme: Rounding, language: Language): string {
  const words = briefTexts[language];
  if (!compared) return words.notCompared;
  const [now, before] = [fromFraction(compared.now), fromFraction(compared.before)];
  const difference = pointsText(toFraction(absolute(subtract(now, before))), scheme, language);
  const sign = compare(now, before);
  const change = sign === 0 ? words.change.same : sign > 0 ? words.change.more(difference) : words.change.less(difference);
  return `${words.compared(String(compared.items), pointsText(compared.before, scheme, language), pointsText(compared.now, scheme, language))} (${change})`;
}

/** What the check has found, in a few words, as brief and screen say it; what must be mended is taken apart as boards count it. */
function reviewFound(findings: Findings, language: Language): string {
  const words = briefTexts[language];
  const { all, unanswered, unansweredInHand, notApproved, errors } = mendCounts(findings);
  const parts = [
    ...(unanswered > 0 ? [words.mend.unanswered(unanswered, unansweredInHand)] : []),
    ...(notApproved > 0 ? [words.mend.notApproved(notApproved)] : []),
    words.mend.errors(errors),
  ];
  const mend = all === 0 ? words.mend.all(0) : `${words.mend.all(all)} (${parts.join('; ')})`;
  return words.reviewMore(mend, String(countBySeverity(findings).mustExplain));
}

type Findings = readonly CountedFinding[];

/** What a brief is told with beside the sheet's own points. */
interface BriefSetting {
  readonly scheme: Rounding;
  readonly findings: Findings;
  /** Since when the estimates are read by all, in words (`openedText`); null: not yet. */
  readonly released: string | null;
  /** The moment that it is of, as a text, and the sheet's number then. */
  readonly asOf: { readonly moment: string; readonly seq: string };
}

/** What a brief says first, on the page and as a document: names of facts, each with what it is. */
export function briefFacts(brief: LeaderBrief, { scheme, findings, released, asOf }: BriefSetting, language: Language): [name: string, value: string][] {
  const words = briefTexts[language];
  const { points, claims, fromNothing, lost, open, undocumented } = brief;
  const left = points.own.asked - points.own.answered;
  const others = othersText(points.sources, released, scheme, language);
  const { items, sourced, unexplained } = undocumented;
  const beside = besidesText(points, scheme, language).map((text) => text.toLocaleLowerCase(language));
  return [
    [words.claimed, words.claimedMore(pointsOver(points.own, scheme, language), [scoredText(points.own, language), ...beside])],
    ...(left === 0 ? [] : [told(words.openItems, words.openMore(String(left), pointsText(open, scheme, language)))]),
    ...(lost.items === 0 ? [] : [told(words.lost, words.lostMore(String(lost.items), pointsText(lost.points, scheme, language)))]),
    ...(claims === null ? [] : [told(words.claimsFact, words.claimsMore(String(claims.items), pointsOver(claims.ifConfirmed, scheme, language)))]),
    ...(fromNothing === null
      ? []
      : [told(words.fromNothing, words.fromNothingMore(String(fromNothing.items), pointsOver(fromNothing.ifUnconfirmed, scheme, language)))]),
    ...(others === undefined ? [] : [told(words.others, others)]),
    [words.past, pastText(brief, scheme, language)],
    [words.review, reviewFound(findings, language)],
    ...(items === 0 ? [] : [told(words.undocumented, words.undocumentedMore(items, sourced, unexplained.length))]),
    [words.asOf, words.asOfMore(asOf.moment, asOf.seq)],
  ];
}

const told = (name: string, value: string): [string, string] => [name, value];

/** How a sheet stands when it is brought before its leader: as its own state says, or in a round that is closed. */
export type BriefStanding = SheetState | 'closed';

/** What whoever brings the sheet before its leader proposes: that it is mended first, explained, or frozen; once it is frozen, that it is signed. */
export function briefProposal(findings: Findings, year: number, standing: BriefStanding, language: Language): string {
  const { proposed, work } = briefTexts[language];
  const { mustMend: mend, mustExplain: explain } = countBySeverity(findings);
  switch (standing) {
    case 'closed':
      return proposed.closed;
    case 'sent':
      return proposed.sent(work(year));
    case 'frozen':
      return proposed.sign(explain, work(year));
    case 'open':
      break;
  }
  if (mend > 0) return proposed.mend(mend, explain);
  return explain > 0 ? proposed.explain(explain, work(year)) : proposed.freeze(work(year));
}

/** How an item stands that lacks points, in sentences. */
export function lossSentences({ points, maximum, before }: Loss, scheme: Rounding, language: Language): string[] {
  const words = briefTexts[language];
  return [
    words.scored(pointsText(points, scheme, language), displayFraction(maximum, language)),
    ...(before === null ? [] : [words.before(pointsText(before, scheme, language))]),
  ];
}
