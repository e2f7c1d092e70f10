import type { AccountRequestKind } from '../accounts/account-request.ts';
import type { InterestKind } from '../appraisal/own-cause.ts';
import type { BodyKind, BodyType } from '../bodies/types.ts';
import type { ThreadKind } from '../contracts/schemas/comments.ts';
import type { EditionRequestKind } from '../contracts/schemas/edition-requests.ts';
import type { ErasureKind } from '../contracts/schemas/erasures.ts';
import type { NoticeKind } from '../contracts/schemas/notices.ts';
import type { RoundRequestKind } from '../contracts/schemas/round-requests.ts';
import type { DocumentClass } from '../evidence/document-classes.ts';
import type { ReminderKind } from '../reminders/kinds.ts';
import type { Severity } from '../review/finding.ts';
import type { DayKind } from '../round/working-days.ts';
import type { GroupKind, Source } from '../scheme/types.ts';
import { type Names, texts } from './texts.ts';

/** Bodies of one level together. */
export const BODY_KIND_NAMES = texts<Names<BodyKind>>({
  province: { vi: 'Tỉnh, thành phố', en: 'Provinces and cities' },
  ministry: { vi: 'Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', en: 'Ministries and central agencies' },
  department: { vi: 'Sở, cơ quan chuyên môn cấp tỉnh', en: 'Departments of provinces' },
  division: { vi: 'Phòng, đơn vị trực thuộc', en: 'Divisions' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Communes, wards, special zones' },
});

/** What a body is. */
export const BODY_TYPE_NAMES = texts<Names<BodyType>>({
  province: { vi: 'Tỉnh', en: 'Province' },
  city: { vi: 'Thành phố', en: 'City' },
  ministry: { vi: 'Bộ', en: 'Ministry' },
  ministerialAgency: { vi: 'Cơ quan ngang bộ', en: 'Ministerial agency' },
  governmentAgency: { vi: 'Cơ quan thuộc Chính phủ', en: 'Government agency' },
  department: { vi: 'Sở', en: 'Department' },
  division: { vi: 'Phòng', en: 'Division' },
  commune: { vi: 'Xã', en: 'Commune' },
  ward: { vi: 'Phường', en: 'Ward' },
  specialZone: { vi: 'Đặc khu', en: 'Special zone' },
});

/** Bodies of a kind together, as a decision counts them: "07 sở, ban, ngành". */
export const BODIES_TOGETHER = texts<Names<BodyKind>>({
  ministry: { vi: 'bộ, cơ quan ngang bộ', en: 'ministries' },
  province: { vi: 'tỉnh, thành phố', en: 'provinces and cities' },
  department: { vi: 'sở, ban, ngành', en: 'departments' },
  division: { vi: 'phòng, ban', en: 'divisions' },
  commune: { vi: 'xã, phường, đặc khu', en: 'communes, wards and special zones' },
});

/** Where the points of an item come from. */
export const SOURCE_NAMES = texts<Names<Source>>({
  appraised: { vi: 'Điểm thẩm định', en: 'Appraised points' },
  survey: { vi: 'Điều tra xã hội học', en: 'Survey of officials' },
  satisfaction: { vi: 'Chỉ số hài lòng (SIPAS)', en: 'Satisfaction index (SIPAS)' },
  statistic: { vi: 'Số liệu thống kê', en: 'Statistics' },
});

/** Sources in a scheme and in what a body claims: what appraisers will look at stands beside points that nobody has appraised yet. Sheet, report and criteria have one name for it. */
export const OWN_SOURCE_NAMES = texts<Names<Source>>({
  appraised: { vi: 'Nội dung tự chấm, thẩm định', en: 'Self-scored, then appraised' },
  survey: { vi: SOURCE_NAMES.vi.survey, en: SOURCE_NAMES.en.survey },
  satisfaction: { vi: SOURCE_NAMES.vi.satisfaction, en: SOURCE_NAMES.en.satisfaction },
  statistic: { vi: 'Nội dung chấm theo số liệu thống kê', en: 'Scored from statistics' },
});

/** Kinds of points. */
export const GROUP_NAMES = texts<Names<GroupKind>>({
  regular: { vi: 'Điểm tiêu chí', en: 'Regular points' },
  bonus: { vi: 'Điểm thưởng', en: 'Bonus points' },
  penalty: { vi: 'Điểm trừ', en: 'Penalty points' },
});

/** What somebody is reminded of, in the order in which a mail has it. */
export const REMINDER_KIND_NAMES = texts<Names<ReminderKind>>({
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  lastDay: { vi: 'Ngày cuối', en: 'Last day' },
  toDecide: { vi: 'Chờ quyết định', en: 'To be decided' },
  decided: { vi: 'Đã có quyết định', en: 'Decided' },
  returned: { vi: 'Được trả lại', en: 'Returned' },
  reopened: { vi: 'Được mở lại', en: 'Opened again' },
  dueSoon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  extended: { vi: 'Được gia hạn', en: 'Extended' },
});

/** Of what takes two persons in a round. */
export const ROUND_REQUEST_KIND_NAMES = texts<Names<RoundRequestKind>>({
  close: { vi: 'Đề nghị đóng kỳ', en: 'Request to close the round' },
  undoClosing: { vi: 'Đề nghị mở lại kỳ đã đóng', en: 'Request to undo the closing' },
});

/** Of what takes two persons with an edition. */
export const EDITION_REQUEST_KIND_NAMES = texts<Names<EditionRequestKind>>({
  adopt: { vi: 'Đề nghị đưa vào áp dụng', en: 'Request to adopt the edition' },
  withdraw: { vi: 'Đề nghị thôi áp dụng', en: 'Request to withdraw the edition' },
});

/** Of an erasure. */
export const ERASURE_KIND_NAMES = texts<Names<ErasureKind>>({
  removal: { vi: 'Gỡ bỏ khẩn cấp một tài liệu', en: 'Emergency removal of a document' },
  purge: { vi: 'Hủy tài liệu hết thời hạn bảo quản', en: 'Purge of documents whose term is over' },
});

/** Of what people write to each other at an item. */
export const THREAD_KIND_NAMES = texts<Names<ThreadKind>>({
  internal: { vi: 'Nội bộ', en: 'Internal' },
  shared: { vi: 'Với cơ quan thẩm định', en: 'With those who appraise' },
});

/** Of what an owner tells all in a round. */
export const NOTICE_KIND_NAMES = texts<Names<NoticeKind>>({
  guidance: { vi: 'Hướng dẫn', en: 'Guidance' },
  announcement: { vi: 'Thông báo', en: 'Announcement' },
  answer: { vi: 'Giải đáp', en: 'Answer' },
});

/** Of a day in the calendar. */
export const DAY_KIND_NAMES = texts<Names<DayKind>>({
  off: { vi: 'Nghỉ', en: 'Off' },
  worked: { vi: 'Làm bù', en: 'Worked in exchange' },
});

/** Of what the check before sending finds, by what must be done. */
export const SEVERITY_NAMES = texts<Names<Severity>>({
  mustMend: { vi: 'Phải sửa', en: 'Must be mended' },
  mustExplain: { vi: 'Cần giải trình', en: 'To be explained' },
  told: { vi: 'Lưu ý', en: 'To be noted' },
});

/** By which the term of keeping of a document is set. */
export const DOCUMENT_CLASS_NAMES = texts<Names<DocumentClass>>({
  withdrawn: { vi: 'Tài liệu đã rút khỏi kho', en: 'Withdrawn documents' },
  personalData: { vi: 'Tài liệu có dữ liệu cá nhân', en: 'Documents with personal data' },
  cited: { vi: 'Tài liệu được dẫn trong bảng chấm điểm', en: 'Documents that a sheet cites' },
  uncited: { vi: 'Tài liệu không được dẫn ở đâu', en: 'Documents that nothing cites' },
});

/** Of what takes two persons. */
export const ACCOUNT_REQUEST_KIND_NAMES = texts<Names<AccountRequestKind>>({
  membership: { vi: 'Giao vai trò quyết định', en: 'A role that decides' },
  password: { vi: 'Đặt lại mật khẩu', en: 'Resetting the password' },
  secondFactor: { vi: 'Gỡ thiết bị xác thực hai lớp', en: 'Taking the second factor away' },
  email: { vi: 'Đổi thư điện tử', en: 'Another email' },
});

/** What is declared of a body. */
export const INTEREST_KIND_NAMES = texts<Names<InterestKind>>({
  kin: { vi: 'Có người thân công tác tại cơ quan', en: 'Kin work at the body' },
  formerWork: { vi: 'Đã từng công tác tại cơ quan', en: 'Former work at the body' },
  other: { vi: 'Quan hệ khác', en: 'Another tie' },
});
