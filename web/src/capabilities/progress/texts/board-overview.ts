import { texts } from '@parindex/core/words/texts';

/** A round at a glance: what of its board is shown on its own page. */
export const boardOverviewTexts = texts({
  print: { vi: 'In tổng quan', en: 'Print the overview' },
  tiles: {
    label: { vi: 'Các cơ quan theo trạng thái', en: 'Bodies by state' },
    of: { vi: (all: string) => `trên ${all} cơ quan`, en: (all: string) => `of ${all} bodies` },
  },
  bars: {
    until: { vi: (closes: string) => `đến ${closes}`, en: (closes: string) => `until ${closes}` },
    left: { vi: (distance: string) => `Kết thúc ${distance}`, en: (distance: string) => `Ends ${distance}` },
    next: { vi: (step: string, opens: string) => `Sắp tới: ${step}, từ ${opens}`, en: (step: string, opens: string) => `Next: ${step}, from ${opens}` },
    none: { vi: 'Hiện không có bước nào đang mở.', en: 'No step is open now.' },
  },
  digest: {
    title: { vi: 'Khâu đang xử lý', en: 'Whom it waits for' },
    lead: {
      vi: 'Việc còn lại của tất cả các cơ quan, theo người phải làm. Mở từng dòng để xem cơ quan nào.',
      en: 'What is left over all bodies, by whose turn it is. Each line opens to the bodies.',
    },
    bodies: { vi: (count: string) => `${count} cơ quan`, en: (count: string) => `${count} bodies` },
    none: { vi: 'Không còn nội dung nào chờ tự chấm, thẩm định.', en: 'Nothing waits to be scored or appraised.' },
    leftOpen: {
      vi: (items: string) => `Thời gian thẩm định đã hết: ${items} nội dung chưa được thẩm định, giữ theo kết quả tự chấm điểm.`,
      en: (items: string) => `The time to appraise is over: ${items} items were not decided on and stay as claimed.`,
    },
  },
  heat: {
    title: { vi: 'Cơ quan và lĩnh vực', en: 'Bodies by domain' },
    lead: {
      vi: 'Xếp từ thấp đến cao.',
      en: 'The lowest first.',
    },
    choose: { vi: 'Chọn tên cơ quan để xem đến từng nội dung.', en: 'Choose a body to see it down to its items.' },
    printed: { vi: (shown: string, all: string) => `${shown} trên ${all} cơ quan.`, en: (shown: string, all: string) => `${shown} of ${all} bodies.` },
    show: { vi: 'Hiện', en: 'Show' },
    measures: {
      progress: { vi: 'Tiến độ tự chấm', en: 'Scored' },
      appraised: { vi: 'Tiến độ thẩm định', en: 'Appraised' },
      points: { vi: 'Điểm tự chấm', en: 'Points claimed' },
    },
    says: {
      progress: { vi: 'Số trong ô: phần trăm nội dung đã tự chấm.', en: 'In each cell: percent of the items scored.' },
      appraised: { vi: 'Số trong ô: phần trăm nội dung đã thẩm định.', en: 'In each cell: percent of the items decided on.' },
      points: {
        vi: 'Số trong ô: điểm tự chấm, phần trăm điểm tối đa của các nội dung đã chấm; nội dung chưa chấm không tính.',
        en: 'In each cell: points claimed in percent of the maximum of the items scored; what is not scored yet does not count.',
      },
    },
    body: { vi: 'Cơ quan', en: 'Body' },
    whole: { vi: 'Tổng', en: 'All' },
    round: { vi: 'Toàn kỳ đánh giá', en: 'All bodies' },
    lowest: {
      progress: {
        vi: (domain: string, percent: string) => `Lĩnh vực có tiến độ thấp nhất: ${domain}, đã tự chấm ${percent}% nội dung.`,
        en: (domain: string, percent: string) => `The lowest domain: ${domain}, ${percent}% of the items scored.`,
      },
      appraised: {
        vi: (domain: string, percent: string) => `Lĩnh vực thẩm định được ít nhất: ${domain}, đã thẩm định ${percent}% nội dung.`,
        en: (domain: string, percent: string) => `The least far domain: ${domain}, ${percent}% of the items decided on.`,
      },
      points: {
        vi: (domain: string, percent: string) => `Lĩnh vực có điểm thấp nhất: ${domain}, ${percent}% điểm tối đa của các nội dung đã chấm.`,
        en: (domain: string, percent: string) => `The lowest domain: ${domain}, ${percent}% of the maximum of what is scored.`,
      },
    },
    more: { vi: (count: string) => `Xem ${count} cơ quan`, en: (count: string) => `Show ${count} bodies` },
    fewer: { vi: 'Thu gọn', en: 'Fewer' },
  },
});
