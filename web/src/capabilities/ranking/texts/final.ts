import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { named, texts } from '@parindex/core/words/texts';

/** The final result of a round, and what moved towards it. */
export const finalTexts = texts({
  title: { vi: 'Kết quả cuối cùng', en: 'Final result' },
  chip: { vi: 'Kết quả cuối cùng', en: 'Final result' },
  lead: {
    vi: (title: string, at: string) => `${title}: tính từ bộ số liệu được chốt khi đóng kỳ, lúc ${at}; từ đó không thay đổi.`,
    en: (title: string, at: string) => `${title}: computed from the figures as they were frozen when the round was closed, on ${at}; nothing moves since.`,
  },
  made: {
    vi: (by: string, at: string) => `${by} lập lúc ${at}.`,
    en: (by: string, at: string) => `Made by ${by} on ${at}.`,
  },
  hashes: { vi: 'Mã kiểm tra toàn vẹn', en: 'Hashes' },
  snapshotHash: { vi: 'Bộ số liệu (SHA-256)', en: 'Snapshot (SHA-256)' },
  resultHash: { vi: 'Kết quả (SHA-256)', en: 'Result (SHA-256)' },
  missing: { vi: 'Kết quả cuối cùng chưa được lập', en: 'The final result is not made yet' },
  missingMore: {
    vi: 'Kỳ này do quản trị viên quyết định đóng. Cơ quan chủ trì lập kết quả từ bộ số liệu đã chốt.',
    en: 'An administrator decided on the closing. The owner of the round has the result made of what was frozen.',
  },
  keep: { vi: 'Lập kết quả cuối cùng', en: 'Make the final result' },
  notShown: {
    vi: 'Thứ hạng được thông báo cho cơ quan tham gia từ khi bước công bố mở, trong phạm vi cơ quan chủ trì cho xem. Dưới đây là kết quả của cơ quan Ông/Bà.',
    en: 'Places are told to those who take part once publication opens, as far as the owner of the round shows them. Below is what your own body came to.',
  },
  letter: { vi: 'Thông báo kết quả:', en: 'Letter with the result:' },
  lettersToAll: { vi: 'Thông báo kết quả đến mọi cơ quan (ZIP):', en: 'Letters with the results, to all bodies (ZIP):' },
  submission: { vi: 'Tờ trình phê duyệt kết quả:', en: 'Submission of the result:' },
  decision: { vi: 'Dự thảo Quyết định phê duyệt kết quả:', en: 'Draft decision on the result:' },
  caption: { vi: 'Kết quả cuối cùng và thay đổi qua từng bước', en: 'The final result, and what each step moved' },
  rank: { vi: 'Hạng', en: 'Rank' },
  body: COLUMN_NAMES.body,
  index: { vi: 'Chỉ số', en: 'Index' },
  class: { vi: 'Xếp loại', en: 'Class' },
  notRanked: { vi: 'Không xếp hạng', en: 'Not ranked' },
  noIndex: { vi: 'Không có chỉ số', en: 'No index' },
  ofRank: { vi: (rank: string, placed: string) => `Hạng ${rank}/${placed}`, en: (rank: string, placed: string) => `Rank ${rank} of ${placed}` },
  stages: {
    claimed: named(STEP_NAMES, 'selfAssessment'),
    appraised: named(STEP_NAMES, 'appraisal'),
    second: named(STEP_NAMES, 'secondAppraisal'),
    council: named(STEP_NAMES, 'council'),
  },
  final: { vi: 'Cuối cùng', en: 'Final' },
  open: { vi: (name: string) => `Xem thay đổi của ${name}`, en: (name: string) => `What moved for ${name}` },
  close: { vi: 'Đóng', en: 'Close' },
  chart: { vi: (name: string) => `Từ điểm tự chấm đến kết quả cuối cùng: ${name}`, en: (name: string) => `From the claim to the final result: ${name}` },
  says: { vi: (steps: string) => `Chỉ số qua từng bước. ${steps}.`, en: (steps: string) => `The index by step. ${steps}.` },
  axis: {
    vi: (foot: string) => `Chỉ số, điểm phần trăm; trục đứng bắt đầu từ ${foot}. Số đã làm tròn có thể lệch 0,01 khi cộng lại.`,
    en: (foot: string) => `Index, in points of a hundred; the axis begins at ${foot}. Rounded figures may be off by 0.01 when they are added.`,
  },
  table: { vi: 'Xem dạng bảng', en: 'As a table' },
  step: { vi: 'Bước', en: 'Step' },
  change: { vi: 'Thay đổi', en: 'Change' },
  moves: { vi: (stage: string) => `${stage}: nội dung thay đổi`, en: (stage: string) => `${stage}: what moved` },
  noMoves: { vi: 'Không nội dung nào thay đổi so với điểm tự chấm.', en: 'Nothing moved against the claim.' },
  item: { vi: 'Tiêu chí', en: 'Item' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  why: { vi: 'Lý do', en: 'Why' },
});
