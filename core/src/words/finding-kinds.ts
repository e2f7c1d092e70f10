import type { FindingCode } from '../review/finding.ts';
import { type Names, texts } from './texts.ts';

/** What the check before sending looks for, in a few words each: to tell findings of one kind from those of another. */
export const FINDING_KIND_NAMES = texts<Names<FindingCode>>({
  unanswered: { vi: 'Chưa chấm', en: 'Not scored' },
  incomplete: { vi: 'Chấm một phần', en: 'Scored in part' },
  notApproved: { vi: 'Đơn vị chưa gửi, chưa được duyệt', en: 'With a department' },
  partOverWhole: { vi: 'Bộ phận lớn hơn tổng số', en: 'A part over its whole' },
  divisionByZero: { vi: 'Chia cho 0', en: 'Division by zero' },
  percentOutOfRange: { vi: 'Tỷ lệ ngoài 0–100%', en: 'Not between 0 and 100%' },
  dateOutsideYear: { vi: 'Ngày ngoài năm đánh giá', en: 'A date outside the year' },
  figureFarFromPast: { vi: 'Số liệu khác xa năm trước', en: 'A figure far from last year’s' },
  notArisenRefused: { vi: 'Mẫu số bằng 0 không được chấp nhận', en: 'A denominator of 0 that is not accepted' },
  notArisenContradicted: { vi: 'Không phát sinh nhưng có số liệu', en: 'Not arisen, against the figures' },
  notArisenUnproven: { vi: 'Không phát sinh, thiếu lý do hoặc tài liệu', en: 'Not arisen, without proof' },
  fullFromNothing: { vi: 'Điểm tối đa khi mẫu số bằng 0', en: 'Full points of a denominator of 0' },
  lastYearDiffers: { vi: 'Khác số liệu đã khai năm trước', en: 'Not as declared last year' },
  justificationSaysNothing: { vi: 'Giải trình chưa nêu nội dung', en: 'A justification that says nothing' },
  pointsWithoutProof: { vi: 'Chưa có tài liệu, nguồn, giải trình', en: 'Points without proof' },
  pointsFarFromPast: { vi: 'Điểm khác xa năm trước', en: 'Points far from last year’s' },
  pastOverWhole: { vi: 'Số liệu năm trước mâu thuẫn', en: 'Last year’s figures contradict each other' },
  notArisen: { vi: 'Đề nghị không đánh giá', en: 'Claimed not to have arisen' },
  sameJustification: { vi: 'Giải trình giống nhau', en: 'One justification at several items' },
  sourceWithoutDocument: { vi: 'Có nguồn, chưa có tài liệu', en: 'A source without a document' },
  documentHint: { vi: 'Tài liệu cần xem lại', en: 'A document to look at' },
});
