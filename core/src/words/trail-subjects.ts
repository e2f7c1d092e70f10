import { texts } from './texts.ts';

/** What an act is about, by the kind that stands before its id in the trail: what has no name here cannot be recorded. */
export const TRAIL_SUBJECT_NAMES = texts({
  roundRequest: { vi: 'Đề nghị về kỳ đánh giá', en: 'Request about a round' },
  editionRequest: { vi: 'Đề nghị về bộ tiêu chí', en: 'Request about an edition' },
  editionFile: { vi: 'Quyết định về bộ tiêu chí', en: 'Decision on an edition' },
  councilSession: { vi: 'Phiên họp Hội đồng', en: 'Session of the council' },
  sheet: { vi: 'Bảng chấm điểm', en: 'Sheet' },
  content: { vi: 'Tệp được lưu', en: 'File kept' },
  delivery: { vi: 'Đợt số liệu', en: 'Import batch' },
  roundFile: { vi: 'Tệp của kỳ đánh giá', en: 'File of the round' },
  roundDocument: { vi: 'Văn bản của kỳ đánh giá', en: 'Document of the round' },
  estimateReader: { vi: 'Người được xem kết quả điều tra chưa công bố', en: 'Reader of sealed estimates' },
  estimateRelease: { vi: 'Lần công bố kết quả điều tra', en: 'Release of the estimates' },
  survey: { vi: 'Điều tra xã hội học của kỳ', en: 'Survey of the round' },
  sampleDraw: { vi: 'Lần chọn mẫu', en: 'Draw of a sample' },
  formReview: { vi: 'Quyết định về phiếu điều tra', en: 'Decision on a form' },
  surveyPilot: { vi: 'Đợt điều tra thử', en: 'Pilot of a survey' },
  surveyQuota: { vi: 'Hạn mức số phiếu điều tra', en: 'Quota of a survey' },
  respondent: { vi: 'Người được lấy ý kiến', en: 'Respondent' },
  improvementTask: { vi: 'Nhiệm vụ khắc phục', en: 'Task to mend lost points' },
  interest: { vi: 'Khai báo xung đột lợi ích', en: 'Declared interest' },
  permission: { vi: 'Cho phép gửi bản không ký số', en: 'Permission to send unsigned' },
  reopening: { vi: 'Lần mở lại bảng chấm điểm', en: 'Reopening' },
  sending: { vi: 'Lần gửi báo cáo', en: 'Sending' },
  appraisalNotice: { vi: 'Thông báo kết quả thẩm định', en: 'Notice of the appraisal' },
  report: { vi: 'Phần lời của báo cáo', en: 'Text of the report' },
  account: { vi: 'Người dùng', en: 'Person' },
  body: { vi: 'Cơ quan', en: 'Body' },
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  edition: { vi: 'Bộ tiêu chí', en: 'Edition' },
  entry: { vi: 'Lần cập nhật', en: 'Entry' },
  document: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  comment: { vi: 'Ý kiến', en: 'Comment' },
  thread: { vi: 'Trao đổi', en: 'Thread of comments' },
  notice: { vi: 'Hướng dẫn, thông báo, giải đáp', en: 'Notice' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  upload: { vi: 'Tệp tải lên', en: 'Upload' },
  extension: { vi: 'Lần gia hạn', en: 'Extension' },
  handover: { vi: 'Biên bản bàn giao', en: 'Record of the handover' },
  daysOff: { vi: 'Ngày nghỉ năm', en: 'Days off of' },
  audit: { vi: 'Nhật ký', en: 'Audit trail' },
  bodies: { vi: 'Danh mục cơ quan', en: 'Bodies' },
  installation: { vi: 'Hệ thống', en: 'Installation' },
  removal: { vi: 'Đề nghị gỡ bỏ khẩn cấp', en: 'Emergency removal' },
  purge: { vi: 'Đề nghị hủy tài liệu hết thời hạn', en: 'Purge after the term' },
  retentionTerm: { vi: 'Thời hạn lưu', en: 'Term of retention' },
});

type SubjectKind = keyof typeof TRAIL_SUBJECT_NAMES.vi;

/** "round:minh-hoa-2022", or a thing of which there is only one. */
export type TrailSubject = SubjectKind | `${SubjectKind}:${string}`;
