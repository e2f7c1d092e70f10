import type { PartStanding } from '../ledger/part.ts';
import type { Proof } from '../review/proof.ts';
import { LEAST_WORDS } from '../review/says-something.ts';
import { texts } from './texts.ts';

const lackingVi = (lacks: readonly Proof[]): string => lacks.map((what) => (what === 'reason' ? 'chưa nêu lý do' : 'chưa dẫn tài liệu kiểm chứng')).join(', ');
const lackingEn = (lacks: readonly Proof[]): string => lacks.map((what) => (what === 'reason' ? 'no reason is given' : 'no document is cited')).join(', ');

const SHOWN = 80;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text);

const withoutStop = (text: string): string => text.trim().replace(/\.$/, '');

/** Documents of a finding by their names, or by their number where the reader does not see all of them. */
const CITED = texts({
  list: {
    vi: (names: string, count: number) => (count === 0 ? 'chưa dẫn' : names === String(count) ? `đã dẫn ${count} tài liệu` : names),
    en: (names: string, count: number) => (count === 0 ? 'none cited' : names === String(count) ? `${count} cited` : names),
  },
});

/** What the check before sending says. Figures stand in quotes, values are written for people already, differences without their sign. */
export const REVIEW_PHRASES = texts({
  unanswered: { vi: (missing: string) => `Chưa chấm; còn thiếu ${missing}.`, en: (missing: string) => `No answer yet; missing: ${missing}.` },
  incomplete: { vi: (missing: string) => `Đã chấm một phần; còn thiếu ${missing}.`, en: (missing: string) => `Answered in part; missing: ${missing}.` },
  notApproved: {
    vi: (departments: string, standing: PartStanding | null) =>
      ({
        none: `Đã giao cho ${departments}; đơn vị chưa gửi số liệu.`,
        entered: `${departments} đã nhập, chưa trình lãnh đạo đơn vị; chưa duyệt thì chưa tính vào bảng chấm điểm.`,
        submitted: `${departments} đã trình, chờ lãnh đạo đơn vị duyệt; chưa duyệt thì chưa tính vào bảng chấm điểm.`,
        passed: `Trưởng phòng thuộc ${departments} đã thông qua, chờ lãnh đạo đơn vị duyệt; chưa duyệt thì chưa tính vào bảng chấm điểm.`,
        returned: `Đã trả lại ${departments}; đơn vị chưa gửi lại.`,
        approved: `${departments} đã duyệt; chờ rà soát theo quy trình duyệt của cơ quan.`,
        changed: `Đã điều chỉnh nội dung ${departments} duyệt; chờ rà soát theo quy trình duyệt của cơ quan.`,
        reviewed: `${departments} đã duyệt và đã được rà soát.`,
      })[standing ?? 'none'],
    en: (departments: string, standing: PartStanding | null) =>
      ({
        none: `Given to ${departments}; nothing has come from there yet.`,
        entered: `${departments} has entered it and not submitted it to its leader; until it is approved it does not count.`,
        submitted: `${departments} has submitted it and its leader has not approved it; until then it does not count.`,
        passed: `A head of division of ${departments} has passed it and its leader has not approved it; until then it does not count.`,
        returned: `Returned to ${departments}; it has not come back.`,
        approved: `${departments} has approved it; the body’s own review is still to come.`,
        changed: `The body has entered something else than ${departments} approved; its own review is still to come.`,
        reviewed: `${departments} has approved it, and it was reviewed.`,
      })[standing ?? 'none'],
  },
  partOverWhole: {
    vi: (part: string, partValue: string, whole: string, wholeValue: string) =>
      `${part} là ${partValue}, lớn hơn ${whole} là ${wholeValue}; bộ phận không thể lớn hơn tổng số.`,
    en: (part: string, partValue: string, whole: string, wholeValue: string) =>
      `${part} is ${partValue}, more than ${whole}, ${wholeValue}; a part cannot be larger than its whole.`,
  },
  divisionByZero: {
    vi: (figures: string) => `Phép tính có mẫu số bằng 0 nên chưa tính được điểm; đề nghị kiểm tra lại ${figures}.`,
    en: (figures: string) => `The points would be divided by zero; look at ${figures}.`,
  },
  percentOutOfRange: {
    vi: (figure: string, value: string) => `${figure} là ${value}%, ngoài khoảng từ 0% đến 100%.`,
    en: (figure: string, value: string) => `${figure} is ${value}%, not between 0% and 100%.`,
  },
  dateOutsideYear: {
    vi: (figure: string, value: string, first: string, last: string) => `${figure} là ngày ${value}, ngoài khoảng từ ${first} đến ${last}.`,
    en: (figure: string, value: string, first: string, last: string) => `${figure} is ${value}, not between ${first} and ${last}.`,
  },
  figureFarFromPast: {
    vi: (figure: string, now: string, before: string, difference: string, more: boolean) =>
      `${figure} là ${now}, ${more ? 'tăng' : 'giảm'} ${difference} so với năm trước (${before}); đề nghị kiểm tra lại hoặc giải trình.`,
    en: (figure: string, now: string, before: string, difference: string, more: boolean) =>
      `${figure} is ${now}, ${difference} ${more ? 'more' : 'less'} than last year (${before}); check it or explain it.`,
  },
  pointsWithoutProof: {
    vi: (points: string) => `Tự chấm ${points} nhưng chưa dẫn tài liệu kiểm chứng, chưa có nguồn số liệu và giải trình.`,
    en: (points: string) => `${points} claimed with no document cited, no source named and no justification.`,
  },
  sourceWithoutDocument: {
    vi: (points: string) => `Tự chấm ${points}; có nguồn số liệu, chưa dẫn tài liệu kiểm chứng.`,
    en: (points: string) => `${points} claimed; the source of the figures is named, no document is cited.`,
  },
  pointsFarFromPast: {
    vi: (now: string, before: string) => `Tự chấm ${now}, năm trước ${before}.`,
    en: (now: string, before: string) => `${now} claimed, ${before} last year.`,
  },
  pastOverWhole: {
    vi: (figure: string) => `Số liệu năm trước ${figure} lớn hơn tổng số tương ứng nên chưa tính được điểm; đề nghị báo cơ quan chủ trì kỳ đánh giá.`,
    en: (figure: string) => `Last year’s ${figure} is more than its whole, so no points can be reckoned; tell the owner of the round.`,
  },
  notArisenRefused: {
    vi: (figures: string) =>
      `${figures} là 0 nên không có gì để chấm, nhưng bộ tiêu chí không cho phép tiêu chí này không phát sinh; đề nghị kiểm tra, khai lại số liệu.`,
    en: (figures: string) =>
      `${figures} is 0, so there is nothing to assess, but the scheme does not let this item be absent; check the figures and declare them anew.`,
  },
  fullFromNothing: {
    vi: (points: string, lacks: readonly Proof[]) => `Mẫu số bằng 0 (không phát sinh) nên được ${points}, nhưng ${lackingVi(lacks)}.`,
    en: (points: string, lacks: readonly Proof[]) => `The denominator is 0 (nothing arose), which gives ${points}, but ${lackingEn(lacks)}.`,
  },
  lastYearDiffers: {
    vi: (figure: string, now: string, before: string) =>
      `${figure} khai là ${now}, khác số liệu đã khai trong kỳ đánh giá năm trước liền kề (${before}); đề nghị kiểm tra lại hoặc giải trình.`,
    en: (figure: string, now: string, before: string) =>
      `${figure} is declared as ${now}, not as declared in the year before (${before}); check it or explain it.`,
  },
  justificationSaysNothing: {
    vi: (text: string) => `Giải trình “${text}” chưa nêu nội dung; đề nghị ghi rõ, ít nhất ${LEAST_WORDS} từ khác nhau.`,
    en: (text: string) => `The justification “${text}” says nothing; write what it is about, in at least ${LEAST_WORDS} different words.`,
  },
  sameJustification: {
    vi: (text: string, items: string, count: number) =>
      `Cùng một giải trình “${shortened(text)}” tại ${count} tiêu chí: ${items}; đề nghị xem lại từng tiêu chí.`,
    en: (text: string, items: string, count: number) => `One justification “${shortened(text)}” stands at ${count} items: ${items}; look at each.`,
  },
  notArisenContradicted: {
    vi: (figures: readonly (readonly [name: string, value: string])[]) =>
      `Đề nghị không đánh giá (không phát sinh) nhưng số liệu kê khai lớn hơn 0: ${figures.map(([name, value]) => `${name} là ${value}`).join('; ')}. Đề nghị rút đề nghị không đánh giá, hoặc kiểm tra, khai lại số liệu.`,
    en: (figures: readonly (readonly [name: string, value: string])[]) =>
      `Claimed not to have arisen, but figures are above 0: ${figures.map(([name, value]) => `${name} is ${value}`).join('; ')}. Take the claim back, or check the figures and declare them anew.`,
  },
  notArisenUnproven: {
    vi: (lacks: readonly Proof[]) => `Đề nghị không đánh giá (không phát sinh) nhưng ${lackingVi(lacks)}.`,
    en: (lacks: readonly Proof[]) => `Claimed not to have arisen, but ${lackingEn(lacks)}.`,
  },
  notArisen: {
    vi: (reason: string, documents: string, count: number, basis: string | null) =>
      `Đề nghị không đánh giá (không phát sinh), chờ thẩm định; chưa được xác nhận thì tính như chưa chấm. Lý do: ${withoutStop(reason)}. Tài liệu: ${CITED.vi.list(documents, count)}. Căn cứ: ${withoutStop(basis ?? 'bộ tiêu chí không nêu')}.`,
    en: (reason: string, documents: string, count: number, basis: string | null) =>
      `Claimed not to have arisen, awaiting appraisal; until it is confirmed it counts as not scored. Reason: ${withoutStop(reason)}. Documents: ${CITED.en.list(documents, count)}. Ground: ${withoutStop(basis ?? 'the edition names none')}.`,
  },
  documentHint: { vi: (name: string, text: string) => `${name}: ${text}`, en: (name: string, text: string) => `${name}: ${text}` },
});
