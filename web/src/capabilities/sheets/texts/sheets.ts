import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

export const sheetsTexts = texts({
  title: { vi: 'Các bảng chấm điểm của kỳ', en: 'The sheets of the round' },
  lead: {
    vi: 'Điểm từng tiêu chí của mọi cơ quan tham gia. Chọn một cơ quan để mở bảng chấm điểm.',
    en: 'The points of every item, body by body. Choose a body to open its sheet.',
  },
  find: { vi: 'Tìm cơ quan', en: 'Find a body' },
  findHint: { vi: 'Tên hoặc mã, có dấu hay không dấu', en: 'Name or code, with or without marks' },
  none: { vi: 'Kỳ này chưa có bảng chấm điểm nào', en: 'This round has no sheets yet' },
  noneMore: {
    vi: 'Bảng chấm điểm hiển thị khi kỳ đánh giá đã có bộ tiêu chí và danh sách cơ quan tham gia.',
    en: 'There are sheets once the round has an edition and participants.',
  },
  noneFound: { vi: 'Không có cơ quan nào khớp.', en: 'No body matches.' },
  body: { vi: 'Cơ quan', en: 'Body' },
  open: { vi: ITEM_STATE_NAMES.vi.notAnswered, en: 'Not scored yet' },
  claimed: { vi: 'Tự chấm', en: 'Claimed' },
  final: { vi: 'Hiện tại (nội dung tự chấm)', en: 'Now (what is self-scored)' },
  sealed: { vi: 'chưa công bố', en: 'not released' },
  show: { vi: 'Hiện', en: 'Show' },
  showSums: { vi: 'Tổng điểm và lĩnh vực', en: 'Totals and domains' },
  showItem: { vi: (code: string) => `Tiêu chí ${code}`, en: (code: string) => `Item ${code}` },
  showItems: { vi: 'Từng tiêu chí', en: 'Every item' },
});
