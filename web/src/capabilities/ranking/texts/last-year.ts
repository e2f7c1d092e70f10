import { texts } from '@parindex/core/words/texts';

export const lastYearTexts = texts({
  title: { vi: 'So với năm trước, theo lĩnh vực', en: 'Against the year before, by domain' },
  caption: { vi: 'Điểm tự chấm năm nay và điểm năm trước', en: 'Points claimed this year, and those of the year before' },
  year: { vi: (year: string) => `Năm ${year}`, en: (year: string) => year },
  difference: { vi: (change: string) => `chênh lệch ${change}`, en: (change: string) => `difference ${change}` },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  change: { vi: 'Chênh lệch', en: 'Difference' },
  items: { vi: 'Số nội dung so sánh', en: 'Items compared' },
});
