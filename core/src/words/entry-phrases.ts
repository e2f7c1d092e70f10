import type { SecondAct } from '../appraisal/second-person.ts';
import type { Act } from '../ledger/entry.ts';
import type { FigureField, ItemField, SiteCheckField } from '../ledger/fields.ts';
import { type InBoth, type Names, texts } from './texts.ts';

/** What each act did, within a sentence. */
export const ACT_PHRASES = texts<Readonly<Record<Act, InBoth<(changes: string | undefined) => string>>>>({
  declare: { vi: (changes) => changes ?? 'cập nhật Bảng chấm điểm', en: (changes) => changes ?? 'updated the sheet' },
  propose: {
    vi: (changes) => `đề xuất${changes === undefined ? ' cập nhật' : `: ${changes}`}`,
    en: (changes) => `made a proposal${changes === undefined ? '' : `: ${changes}`}`,
  },
  submit: { vi: () => 'trình lãnh đạo đơn vị nội dung đã nhập', en: () => 'submitted what was entered to the department’s leader' },
  recall: { vi: () => 'rút lại nội dung đã trình', en: () => 'recalled what was submitted' },
  accept: {
    vi: (changes) => `duyệt${changes === undefined ? ' nội dung đơn vị đã nhập' : `: ${changes}`}`,
    en: (changes) => `approved${changes === undefined ? ' what the department entered' : `: ${changes}`}`,
  },
  return: { vi: () => 'trả lại nội dung cho đơn vị được giao', en: () => 'returned it to the department' },
  freeze: { vi: () => 'chốt số liệu của Bảng chấm điểm', en: () => 'froze the figures of the sheet' },
  send: { vi: () => 'gửi Bảng chấm điểm kèm báo cáo đã ký', en: () => 'sent the sheet with its signed report' },
  takeBack: { vi: () => 'rút lại Bảng chấm điểm đã gửi', en: () => 'took the sheet back' },
  reopen: { vi: () => 'mở lại Bảng chấm điểm', en: () => 'reopened the sheet' },
  ask: {
    vi: (changes) => `yêu cầu giải trình${changes === undefined ? '' : `: ${changes}`}`,
    en: (changes) => `asked for an explanation${changes === undefined ? '' : `: ${changes}`}`,
  },
  siteCheck: {
    vi: (changes) => `ghi kết quả xác minh thực tế${changes === undefined ? '' : `: ${changes}`}`,
    en: (changes) => `recorded a check on site${changes === undefined ? '' : `: ${changes}`}`,
  },
  officialFigure: {
    vi: (changes) => (changes === undefined ? 'rút số liệu chính thức đã ghi' : `ghi số liệu chính thức bên cạnh số liệu tự chấm: ${changes}`),
    en: (changes) => (changes === undefined ? 'took back the official figure' : `recorded the official figure beside the claimed one: ${changes}`),
  },
  reply: {
    vi: (changes) => `gửi giải trình${changes === undefined ? '' : `: ${changes}`}`,
    en: (changes) => `sent an explanation${changes === undefined ? '' : `: ${changes}`}`,
  },
  proposeReply: {
    vi: (changes) => `soạn nội dung giải trình của đơn vị${changes === undefined ? '' : `: ${changes}`}`,
    en: (changes) => `wrote the department’s part of the explanation${changes === undefined ? '' : `: ${changes}`}`,
  },
  submitReply: { vi: () => 'trình lãnh đạo đơn vị nội dung giải trình', en: () => 'submitted the explanation to the department’s leader' },
  recallReply: { vi: () => 'rút lại nội dung giải trình đã trình', en: () => 'recalled the explanation that was submitted' },
  passReply: { vi: () => 'thông qua nội dung giải trình, chuyển lãnh đạo đơn vị', en: () => 'passed the explanation on to the department’s leader' },
  acceptReply: { vi: () => 'duyệt nội dung giải trình của đơn vị', en: () => 'approved the department’s explanation' },
  returnReply: { vi: () => 'trả lại nội dung giải trình cho đơn vị', en: () => 'returned the explanation to the department' },
  appraise: {
    vi: (changes) => `thẩm định: ${changes ?? 'chấp nhận nội dung đã khai'}`,
    en: (changes) => `appraised: ${changes ?? 'accepted what was declared'}`,
  },
  dispute: { vi: () => 'đề nghị Hội đồng thẩm định xem xét', en: () => 'asked the council to look at it' },
  freezeExplanation: { vi: () => 'chốt nội dung giải trình', en: () => 'froze the explanation' },
  sendExplanation: { vi: () => 'gửi giải trình kèm văn bản đã ký', en: () => 'sent the explanation with its signed document' },
  takeBackExplanation: { vi: () => 'rút lại giải trình', en: () => 'took the explanation back' },
  conclude: {
    vi: (changes) => `ghi kết luận của Hội đồng thẩm định: ${changes ?? 'giữ nguyên kết quả'}`,
    en: (changes) => `wrote down the council’s conclusion: ${changes ?? 'left the result as it was'}`,
  },
});

/** What becomes of a verdict that needs a second person, from its proposal on. */
export const PROPOSED_VERDICT_PHRASES = texts<Readonly<Record<'appraise' | SecondAct, InBoth<(changes: string | undefined) => string>>>>({
  appraise: {
    vi: (changes) => `thẩm định, chờ người thứ hai xác nhận: ${changes ?? 'chấp nhận nội dung đã khai'}`,
    en: (changes) => `appraised, for a second person to confirm: ${changes ?? 'accepted what was declared'}`,
  },
  accept: {
    vi: (changes) => `xác nhận kết quả thẩm định với tư cách người thứ hai: ${changes ?? 'chấp nhận nội dung đã khai'}`,
    en: (changes) => `confirmed the verdict as the second person: ${changes ?? 'accepted what was declared'}`,
  },
  return: { vi: () => 'trả lại kết quả thẩm định cho người đã thẩm định', en: () => 'returned the verdict to its author' },
  recall: { vi: () => 'rút lại kết quả thẩm định chờ xác nhận', en: () => 'withdrew the verdict that waited' },
});

/** What a field of an item is called within a sentence. */
export const ITEM_FIELD_NAMES = texts<Names<ItemField | SiteCheckField>>({
  'answer.points': { vi: 'điểm chấm', en: 'the points given' },
  'answer.yes': { vi: 'nội dung tự chấm', en: 'the answer' },
  'answer.level': { vi: 'mức đã chọn', en: 'the level chosen' },
  'answer.checks': { vi: 'nội dung đã xác nhận', en: 'what was confirmed' },
  state: { vi: 'trạng thái', en: 'the state' },
  reason: { vi: 'lý do của trạng thái', en: 'the reason of the state' },
  justification: { vi: 'nội dung giải trình', en: 'the justification' },
  citations: { vi: 'tài liệu kiểm chứng được dẫn', en: 'the evidence cited' },
  'siteCheck.date': { vi: 'ngày xác minh', en: 'the day of the check' },
  'siteCheck.team': { vi: 'thành phần đoàn xác minh', en: 'who went' },
});

/** What a field of a figure is called; the figure's title stands in quotes. */
export const FIGURE_FIELD_NAMES = texts<Readonly<Record<FigureField, InBoth<(figure: string) => string>>>>({
  value: { vi: (figure) => `số liệu ${figure}`, en: (figure) => `the figure ${figure}` },
  source: { vi: (figure) => `nguồn của số liệu ${figure}`, en: (figure) => `the source of the figure ${figure}` },
  date: { vi: (figure) => `ngày của số liệu ${figure}`, en: (figure) => `the date of the figure ${figure}` },
  vintage: { vi: (figure) => `phiên bản của số liệu ${figure}`, en: (figure) => `the version of the figure ${figure}` },
  citations: { vi: (figure) => `tài liệu kiểm chứng của số liệu ${figure}`, en: (figure) => `the evidence for the figure ${figure}` },
});

/** What entries of a sheet's ledger did. */
export const ENTRY_PHRASES = texts({
  who: {
    vi: (name: string, office: string | undefined, onBehalfOf: string | undefined) =>
      `${name}${office === undefined ? '' : ` (${office})`}${onBehalfOf === undefined ? '' : `, thay mặt ${onBehalfOf},`}`,
    en: (name: string, office: string | undefined, onBehalfOf: string | undefined) =>
      `${name}${office === undefined ? '' : ` (${office})`}${onBehalfOf === undefined ? '' : `, on behalf of ${onBehalfOf},`}`,
  },
  conditionField: { vi: (title: string) => `nội dung kê khai về điều kiện ${title}`, en: (title: string) => `the answer to the condition ${title}` },
  entered: { vi: (field: string, value: string) => `nhập ${field} là ${value}`, en: (field: string, value: string) => `entered ${field} as ${value}` },
  changed: {
    vi: (field: string, before: string, after: string) => `đổi ${field} từ ${before} thành ${after}`,
    en: (field: string, before: string, after: string) => `changed ${field} from ${before} to ${after}`,
  },
  removed: {
    vi: (field: string, before: string | undefined) => `xóa ${field}${before === undefined ? '' : ` (trước đó là ${before})`}`,
    en: (field: string, before: string | undefined) => `removed ${field}${before === undefined ? '' : ` (it was ${before})`}`,
  },
  textEntered: { vi: (field: string) => `ghi ${field}`, en: (field: string) => `wrote ${field}` },
  textChanged: { vi: (field: string) => `sửa ${field}`, en: (field: string) => `revised ${field}` },
  textErased: {
    vi: (field: string) => `ghi ${field} (văn bản đã được xóa theo quy định)`,
    en: (field: string) => `wrote ${field} (the text was lawfully erased)`,
  },
  asBefore: {
    vi: (field: string, value: string | undefined) => `ghi lại ${field} như trước${value === undefined ? '' : `, là ${value}`}`,
    en: (field: string, value: string | undefined) => `entered ${field} again as it stood${value === undefined ? '' : `: ${value}`}`,
  },
  nothingTicked: { vi: 'không có nội dung nào', en: 'nothing' },
  atItem: { vi: (code: string) => ` tại tiêu chí ${code}`, en: (code: string) => ` of item ${code}` },
  because: { vi: (reason: string) => `, nêu lý do: ${reason}`, en: (reason: string) => `, giving the reason ${reason}` },
  sentence: {
    vi: (who: string, did: string, place: string, because: string) => `${who} ${did}${place}${because}.`,
    en: (who: string, did: string, place: string, because: string) => `${who} ${did}${place}${because}.`,
  },
});
