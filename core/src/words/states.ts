import type { ReplyKind } from '../appraisal/explanation.ts';
import type { BatchState } from '../contracts/schemas/import-batches.ts';
import type { SendingState } from '../contracts/schemas/sendings.ts';
import type { ItemRemark } from '../ledger/entry.ts';
import type { PartStanding } from '../ledger/part.ts';
import type { PaceKind } from '../progress/pace.ts';
import type { Standing } from '../progress/standing.ts';
import type { ExplanationState } from '../round/explanation-states.ts';
import type { ImprovementState } from '../round/improvement-states.ts';
import type { SheetState } from '../round/sheet-states.ts';
import type { TextKind } from '../round/texts-to-publish.ts';
import type { SchemeStatus } from '../scheme/types.ts';
import type { ItemState } from '../scoring/result.ts';
import { type Names, named, texts } from './texts.ts';

/** Of an item: whether it has points, and why not. */
export const ITEM_STATE_NAMES = texts<Names<ItemState>>({
  scored: { vi: 'Đã chấm', en: 'Scored' },
  notAnswered: { vi: 'Chưa chấm', en: 'Not answered' },
  notApplicable: { vi: 'Không đánh giá', en: 'Not applicable' },
  notAccepted: { vi: 'Không công nhận', en: 'Not accepted' },
});

/** Of an item that its body claims not to have arisen, until somebody has decided. */
export const CLAIM_NAME = texts({
  claimed: { vi: 'Đề nghị không đánh giá (không phát sinh), chờ thẩm định', en: 'Claimed not to have arisen, awaiting appraisal' },
});

/** Of an item whose figures find nothing where the scheme does not let it be absent. */
export const REFUSED_NAME = texts({
  refused: { vi: 'Chưa chấm: mẫu số bằng 0 không được chấp nhận', en: 'Not answered: a denominator of 0 is not accepted here' },
});

/** Of a sheet. */
export const SHEET_STATE_NAMES = texts<Names<SheetState>>({
  open: { vi: 'Đang tự chấm', en: 'Being scored' },
  frozen: { vi: 'Đã chốt số liệu', en: 'Frozen' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
});

/** Of a body's explanation. */
export const EXPLANATION_STATE_NAMES = texts<Names<ExplanationState>>({
  open: { vi: 'Đang giải trình', en: 'Being written' },
  frozen: { vi: 'Đã chốt, chờ ký', en: 'Frozen, to be signed' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
});

/** Of what a body does about the points that it lost at an item. */
export const IMPROVEMENT_STATE_NAMES = texts<Names<ImprovementState>>({
  open: { vi: 'Đang khắc phục', en: 'Being done' },
  done: { vi: 'Đã khắc phục', en: 'Done' },
  dropped: { vi: 'Không thực hiện', en: 'Given up' },
});

/** Of what a body answers to a verdict. */
export const REPLY_NAMES = texts<Names<ReplyKind>>({
  accepts: { vi: 'Thống nhất với kết quả thẩm định', en: 'Accepts the appraised points' },
  explains: { vi: 'Không thống nhất, có giải trình', en: 'Explains' },
});

/** Of what is said of an item beside its verdicts. */
export const REMARK_NAMES = texts<Names<ItemRemark>>({
  ask: { vi: 'Yêu cầu giải trình', en: 'To be explained' },
  siteCheck: { vi: 'Xác minh thực tế', en: 'Check on site' },
  reply: { vi: 'Giải trình của cơ quan', en: 'The body’s explanation' },
  dispute: { vi: 'Đề nghị Hội đồng xem xét', en: 'Asks the council' },
});

/** What is written on an item and may be published with the result. */
export const TEXT_KIND_NAMES = texts<Names<TextKind>>({
  justification: { vi: 'Giải trình khi tự chấm điểm', en: 'Justification of the claim' },
  request: { vi: 'Lý do của đề nghị không đánh giá', en: 'Why it is asked not to be assessed' },
  appraised: { vi: 'Lý do của kết quả thẩm định', en: 'Reason of the appraisal' },
  reply: named(REMARK_NAMES, 'reply'),
  second: { vi: 'Lý do của kết quả thẩm định lần hai', en: 'Reason of the second appraisal' },
  dispute: named(REMARK_NAMES, 'dispute'),
  council: { vi: 'Lý do Hội đồng kết luận', en: 'Reason of the council' },
});

/** Of a body by its sheet, on lists of many. */
export const STANDING_NAMES = texts<Names<Standing | 'scored'>>({
  notBegun: { vi: 'Chưa bắt đầu', en: 'Not begun' },
  open: { vi: SHEET_STATE_NAMES.vi.open, en: SHEET_STATE_NAMES.en.open },
  scored: { vi: 'Đã tự chấm xong', en: 'All scored' },
  toFreeze: { vi: 'Chờ chốt số liệu', en: 'To be frozen' },
  frozen: { vi: SHEET_STATE_NAMES.vi.frozen, en: SHEET_STATE_NAMES.en.frozen },
  sent: { vi: SHEET_STATE_NAMES.vi.sent, en: SHEET_STATE_NAMES.en.sent },
});

/** Of an edition: how official its text is. */
export const SCHEME_STATUS_NAMES = texts<Names<SchemeStatus>>({
  official: { vi: 'Văn bản chính thức', en: 'Official text' },
  reconstruction: { vi: 'Bản tham khảo', en: 'Reconstruction' },
  illustrative: { vi: 'Bản minh họa', en: 'Illustration' },
});

/** Of an edition on its way. */
export const EDITION_STATE_NAMES = texts<Names<'draft' | 'adopted'>>({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  adopted: { vi: 'Đã đưa vào áp dụng', en: 'Adopted' },
});

/** Of a round. */
export const ROUND_STATE_NAMES = texts<Names<'draft' | 'open' | 'closed'>>({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  open: { vi: 'Đang mở', en: 'Open' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
});

/** Of a report that was sent. */
export const SENDING_STATE_NAMES = texts<Names<SendingState>>({
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  takenBack: { vi: 'Cơ quan gửi đã rút lại', en: 'Taken back by the body' },
  reopened: { vi: 'Bảng chấm điểm đã được mở lại', en: 'The sheet was reopened' },
  replaced: { vi: 'Đã được thay bằng lần gửi sau', en: 'Replaced by a later sending' },
});

/** Of a sheet against its closing. */
export const TIME_NAMES = texts<Names<'late' | Exclude<PaceKind, 'none'>>>({
  late: { vi: 'Quá hạn', en: 'Overdue' },
  tooSlow: { vi: 'Có nguy cơ chậm', en: 'May be late' },
  unknown: { vi: 'Chưa dự báo được', en: 'Too little to foretell' },
  inTime: { vi: 'Kịp hạn', en: 'In time' },
});

/** Of a part that a department has in hand; none: nothing has been entered. */
export const PART_STANDING_NAMES = texts<Names<PartStanding | 'none'>>({
  none: { vi: 'Đơn vị chưa nhập', en: 'Nothing entered yet' },
  entered: { vi: 'Đang nhập, chưa trình', en: 'Entered, not submitted yet' },
  submitted: { vi: 'Đã trình, chờ duyệt', en: 'Submitted, awaits approval' },
  passed: { vi: 'Trưởng phòng đã thông qua, chờ lãnh đạo đơn vị duyệt', en: 'Passed by the division, awaits the department’s leader' },
  returned: { vi: 'Đã trả lại', en: 'Returned' },
  approved: { vi: 'Lãnh đạo đơn vị đã duyệt', en: 'Approved by the department’s leader' },
  changed: { vi: 'Cơ quan đã điều chỉnh', en: 'Changed by the body' },
  reviewed: { vi: 'Đã rà soát', en: 'Reviewed' },
});

/** Of an import batch. */
export const BATCH_STATE_NAMES = texts<Names<BatchState>>({
  pending: { vi: 'Chờ xem xét', en: 'To be seen' },
  written: { vi: 'Đã ghi', en: 'Written' },
  refused: { vi: 'Không nhận', en: 'Refused' },
});
