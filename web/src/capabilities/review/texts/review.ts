import { SEVERITY_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';

export const reviewTexts = texts({
  title: { vi: 'Rà soát trước khi gửi', en: 'Check before sending' },
  lead: {
    vi: 'Nội dung nhiều điểm nhất đứng trước. Nội dung đã sửa hoặc đã giải trình không còn trong danh sách.',
    en: 'What most points rest on comes first. The list gets shorter by itself as things are mended or explained.',
  },
  severity: SEVERITY_NAMES,
  severityMore: {
    mustMend: { vi: 'Còn nội dung ở đây thì chưa chốt được số liệu.', en: 'As long as something stands here the sheet cannot be frozen.' },
    mustExplain: {
      vi: 'Sửa lại, hoặc ghi giải trình tại nội dung đó; vẫn chốt được số liệu, Báo cáo nêu rõ nội dung chưa có giải trình.',
      en: 'Mend it, or write a justification at the item; the sheet can be frozen all the same, and the report names what is not explained.',
    },
    told: { vi: 'Cơ quan tự xem xét; không ảnh hưởng việc chốt số liệu.', en: 'The body decides; it does not stand in the way of freezing.' },
  },
  count: { vi: (count: string, of: string) => `${of}: ${count} nội dung`, en: (count: string, of: string) => `${of}: ${count}` },
  items: {
    vi: (count: string, of: string) => `${of} (${count} nội dung)`,
    en: (count: string, of: string) => `${of} (${count} ${count === '1' ? 'item' : 'items'})`,
  },
  ofItem: { vi: 'Kết quả rà soát trước khi gửi', en: 'What the check before sending found' },
  lesser: { vi: (severity: string, message: string) => `${severity}: ${message}`, en: (severity: string, message: string) => `${severity}: ${message}` },
  costs: { vi: (points: string) => `${points} điểm`, en: (points: string) => `${points} points` },
  costsOf: { vi: (points: string) => `Liên quan đến ${points} điểm`, en: (points: string) => `${points} points rest on it` },
  none: { vi: 'Không còn điều gì phải sửa', en: 'Nothing left to mend' },
  noneMore: {
    vi: 'Các nội dung đã chấm xong, có tài liệu kiểm chứng, nguồn số liệu hoặc giải trình.',
    en: 'Every item has an answer, and evidence or a justification.',
  },
  noneHere: { vi: 'Không có nội dung nào ở lĩnh vực này.', en: 'Nothing in this domain.' },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  kind: { vi: 'Loại', en: 'Kind' },
  allKinds: { vi: 'Tất cả', en: 'All' },
  openFinding: { vi: (item: string) => `Xem đầy đủ nội dung rà soát ${item}`.trim(), en: (item: string) => `All that was found ${item}`.trim() },
  allDomains: { vi: 'Mọi lĩnh vực', en: 'All domains' },
  waits: {
    vi: 'Còn thay đổi chưa gửi xong; kết quả rà soát theo nội dung máy chủ đã nhận.',
    en: 'Some changes are still on their way; this is the check of what the server has.',
  },
  checking: { vi: 'Đang rà soát lại …', en: 'Checking again …' },
  printedAt: { vi: (moment: string) => `In lúc ${moment}.`, en: (moment: string) => `Printed at ${moment}, by the server’s clock.` },
  freeze: {
    mustMend: {
      vi: (count: number) => `Còn ${count} nội dung phải sửa nên chưa chốt được số liệu.`,
      en: (count: number) => `${count} ${count === 1 ? 'item' : 'items'} must be mended before the sheet can be frozen.`,
    },
    mustExplain: {
      vi: (count: number) =>
        `Còn ${count} nội dung cần giải trình. Nếu chốt số liệu, ${count} nội dung này được chốt khi chưa có giải trình; Báo cáo nêu rõ từng nội dung và cơ quan thẩm định xem được.`,
      en: (count: number) =>
        `${count} ${count === 1 ? 'item' : 'items'} to be explained. If you freeze now, they are frozen without explanation; the report names each, and appraisers see them.`,
    },
    clear: { vi: 'Rà soát: không còn nội dung phải sửa hoặc cần giải trình.', en: 'Check before sending: nothing is to be mended or explained.' },
    toReview: { vi: 'Xem kết quả rà soát', en: 'See what was found' },
    toBrief: { vi: 'Xem phiếu trình', en: 'See the leader’s brief' },
  },
});
