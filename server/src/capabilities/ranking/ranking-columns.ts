import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { texts } from '@parindex/core/words/texts';
import type { SheetColumn } from '../../documents/xlsx.ts';

/** What rankings are headed by in a workbook. */
export const RANKING_HEADS = texts({
  title: { vi: 'BẢNG XẾP HẠNG TẠM TÍNH', en: 'PROVISIONAL RANKING' },
  finalTitle: { vi: 'KẾT QUẢ CUỐI CÙNG', en: 'FINAL RESULT' },
  lossesName: { vi: 'Điểm bị trừ', en: 'Points lost' },
  closed: {
    vi: (moment: string) => `Tính từ bộ số liệu được chốt khi đóng kỳ, lúc ${moment}`,
    en: (moment: string) => `Computed from the figures frozen at the closing, ${moment}`,
  },
  unrounded: {
    vi: 'Tổng điểm và chỉ số tính từ số chưa làm tròn; tổng các số đã làm tròn có thể chênh lệch vài phần trăm điểm.',
    en: 'Totals and indices are computed from unrounded figures; sums of rounded figures may differ by hundredths of a point.',
  },
  listName: { vi: 'Xếp hạng', en: 'Ranking' },
  domainsName: { vi: 'Theo lĩnh vực', en: 'By domain' },
  at: { vi: (moment: string) => `Số liệu tại thời điểm ${moment}`, en: (moment: string) => `As of ${moment}` },
  sandbox: { vi: 'Dữ liệu minh họa', en: 'Invented data' },
  own: { vi: 'Chỉ gồm cơ quan của người lập bảng.', en: 'Only of the bodies of whoever made this list.' },
  heads: {
    rank: { vi: 'Hạng', en: 'Rank' },
    blockRank: { vi: 'Hạng trong khối', en: 'Rank in block' },
    body: COLUMN_NAMES.body,
    block: COLUMN_NAMES.block,
    state: COLUMN_NAMES.state,
    domain: COLUMN_NAMES.domain,
    title: { vi: 'Tên lĩnh vực', en: 'Title' },
    index: { vi: 'Chỉ số (%)', en: 'Index (%)' },
    points: { vi: 'Điểm', en: 'Points' },
    most: { vi: 'Điểm tối đa', en: 'At most' },
    like: { vi: (year: string) => `Năm ${year} (cùng nội dung)`, en: (year: string) => `${year} (like items)` },
    change: { vi: 'Chênh lệch', en: 'Difference' },
    class: { vi: 'Xếp loại', en: 'Class' },
    claimed: { vi: 'Chỉ số theo kết quả tự chấm (%)', en: 'Index as claimed (%)' },
    claimedWithSurvey: { vi: 'Chỉ số theo kết quả tự chấm, gồm điểm điều tra xã hội học (%)', en: 'Index as claimed, with points from surveys (%)' },
    moved: { vi: (stage: string) => `Thay đổi sau bước ${stage} (điểm phần trăm)`, en: (stage: string) => `Change: ${stage} (percentage points)` },
    lost: { vi: 'Tổng điểm bị trừ', en: 'Points lost in all' },
    lastYear: { vi: (year: string) => `Hạng năm ${year}`, en: (year: string) => `Rank in ${year}` },
    items: { vi: 'Số nội dung so sánh', en: 'Items compared' },
    answered: COLUMN_NAMES.answered,
    asked: COLUMN_NAMES.asked,
    decided: COLUMN_NAMES.appraised,
  },
});

export const column = (head: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({ head, width, ...more });
export const COUNT = { align: 'center' } as const;

export const number = (value: string | undefined): number | '' => (value === undefined ? '' : Number(value));
