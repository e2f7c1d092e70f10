import { QUOTA_STRATUM_NAMES } from '@parindex/core/words/survey-words';
import { texts } from '@parindex/core/words/texts';

/** Quotas, as whoever leads or audits a survey sees them. */
export const quotasTexts = texts({
  title: { vi: 'Hạn mức số phiếu', en: 'Quotas' },
  lead: {
    vi: 'Mỗi hạn mức giới hạn số phiếu được nhận của một nhóm đối tượng về một cơ quan, hoặc của một chức vụ, đơn vị, thôn, tổ dân phố trong nhóm. Khi đã đủ, người mở đường dẫn được thông báo ngay; phiếu giấy và phiếu phỏng vấn vượt hạn mức được để riêng chờ quyết định.',
    en: 'Of a group about a body, or of a position, workplace or village in it, no more responses are taken than its quota. Once it is full whoever opens a link is told at once; paper forms and interviews above it are kept apart until it is decided.',
  },
  none: { vi: 'Chưa có hạn mức: mọi phiếu hợp lệ đều được nhận.', en: 'There is no quota: all forms are taken.' },
  body: { vi: 'Cơ quan', en: 'Body' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  of: { vi: 'Áp dụng cho', en: 'Of whom' },
  strata: QUOTA_STRATUM_NAMES,
  stratumOf: { vi: (stratum: string, value: string) => `${stratum}: ${value}`, en: (stratum: string, value: string) => `${stratum}: ${value}` },
  listed: { vi: 'Trong danh sách', en: 'Listed' },
  aimed: { vi: 'Dự kiến', en: 'Aimed at' },
  most: { vi: 'Nhận nhiều nhất', en: 'At most' },
  filled: { vi: 'Đã nhận', en: 'Filled' },
  full: { vi: 'Đã đủ', en: 'Full' },
  atLeast: { vi: (count: string) => `Ít nhất ${count}`, en: (count: string) => `At least ${count}` },
  below: { vi: (count: string) => `Dưới ${count}`, en: (count: string) => `Fewer than ${count}` },
  declared: { vi: 'Ghi lần cuối', en: 'Declared last' },
  declaredBy: { vi: (name: string, at: string) => `${name}, ${at}`, en: (name: string, at: string) => `${name}, ${at}` },
  because: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  before: { vi: (most: string, at: string) => `Trước đó: ${most} phiếu (${at})`, en: (most: string, at: string) => `Before: ${most} (${at})` },
  stepsMore: {
    vi: (threshold: string) => `Số đã nhận chỉ hiển thị theo bậc ${threshold} phiếu, là ngưỡng của cuộc điều tra, để không suy ra được ai đã trả lời.`,
    en: (threshold: string) =>
      `How far they are filled is told in steps of ${threshold}, the threshold of the survey, so that nobody finds out who has answered.`,
  },
  form: { vi: 'Ghi hạn mức', en: 'Declare a quota' },
  formMore: {
    vi: 'Hạn mức đã có thì ghi lại với số mới; lần ghi cuối có hiệu lực. Khi đã có người trong nhóm trả lời thì phải nêu lý do. Phiếu giấy phát tại chỗ không ghi tên nên chỉ tính vào hạn mức của cả nhóm.',
    en: 'One that is there is declared anew with another number: the last holds. Once somebody of the group has answered it takes a reason. Paper forms handed out on the spot are of nobody, and count in the quota of the whole group alone.',
  },
  choose: { vi: 'Chọn', en: 'Choose' },
  values: {
    position: { vi: 'Chức vụ, đúng như trong danh sách', en: 'Position, as the list has it' },
    unit: { vi: 'Đơn vị công tác, đúng như trong danh sách', en: 'Workplace, as the list has it' },
    cluster: { vi: 'Mã thôn, tổ dân phố', en: 'Code of the village' },
  },
  mostMore: { vi: (threshold: string) => `Không dưới ngưỡng ${threshold} phiếu`, en: (threshold: string) => `Not below the threshold of ${threshold}` },
  aimedMore: { vi: 'Không bắt buộc', en: 'Optional' },
  reason: { vi: 'Lý do (bắt buộc khi đã có người trả lời)', en: 'Reason (needed once somebody has answered)' },
  act: { vi: 'Ghi hạn mức', en: 'Declare' },
  done: { vi: 'Đã ghi hạn mức.', en: 'Declared.' },
});
