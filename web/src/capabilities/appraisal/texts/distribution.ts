import type { DistributedBy, DistributionWay } from '@parindex/core/appraisal/distribute';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { type Names, texts } from '@parindex/core/words/texts';

export const DISTRIBUTED_BY_NAMES = texts<Names<DistributedBy>>({
  body: { vi: 'Theo cơ quan: mỗi người thẩm định trọn từng cơ quan', en: 'By body: each gets whole bodies' },
  item: { vi: 'Theo tiêu chí: mỗi người thẩm định từng tiêu chí ở mọi cơ quan', en: 'By item: each gets items of all bodies' },
  piece: { vi: 'Từng tiêu chí của từng cơ quan', en: 'Each item of each body by itself' },
});

export const DISTRIBUTION_WAY_NAMES = texts<Names<DistributionWay>>({
  balanced: { vi: 'Cân bằng khối lượng', en: 'Balanced by work' },
  random: { vi: 'Ngẫu nhiên', en: 'At random' },
});

export const distributionTexts = texts({
  title: { vi: 'Phân công thẩm định', en: 'Distribution of appraisal' },
  alone: {
    vi: 'Cơ quan thẩm định chưa đủ hai người. Kết quả thẩm định vượt ngưỡng cần người thứ hai xác nhận sẽ không có ai xác nhận; cần bổ sung người trước khi bước thẩm định kết thúc.',
    en: 'Fewer than two people appraise here. Nobody could confirm a verdict beyond the threshold, which wants a second person; add one before the appraisal ends.',
  },
  lead: {
    vi: 'Nội dung đã giao cho ai thì chỉ người đó thẩm định; nội dung chưa giao thì mọi thành viên thẩm định của cơ quan đều thẩm định được.',
    en: 'What is given to somebody is theirs alone; what is given to nobody belongs to all appraisers of the body.',
  },
  office: { vi: 'Cơ quan thẩm định', en: 'Appraising body' },
  tiles: { vi: 'Khối lượng thẩm định', en: 'The work' },
  all: { vi: 'Nội dung thẩm định', en: 'To appraise' },
  allMore: {
    vi: (items: string, bodies: string) => `${items} tiêu chí của ${bodies} cơ quan`,
    en: (items: string, bodies: string) => `${items} items of ${bodies} bodies`,
  },
  decided: { vi: 'Đã thẩm định', en: 'Appraised' },
  ungiven: { vi: 'Chưa giao, chưa thẩm định', en: 'Given to nobody, not appraised' },
  of: { vi: (all: string) => `trên ${all}`, en: (all: string) => `of ${all}` },
  persons: { vi: 'Thành viên thẩm định', en: 'Appraisers' },
  nobody: { vi: 'Cơ quan chưa có thành viên thẩm định nào.', en: 'The body has no appraiser yet.' },
  person: { vi: ROLE_NAMES.vi.appraiser, en: ROLE_NAMES.en.appraiser },
  has: { vi: 'Được giao', en: 'Given' },
  left: { vi: 'Còn lại', en: 'Left' },
  causes: { vi: 'Không thẩm định (xung đột lợi ích)', en: 'Does not appraise (conflict of interest)' },
  acts: { vi: 'Thao tác', en: 'Acts' },
  shares: { vi: 'Các phần đã giao', en: 'What is given' },
  noShares: { vi: 'Chưa giao phần nào cho từng người.', en: 'Nothing is given to persons yet.' },
  share: { vi: 'Phần được giao', en: 'Share' },
  everyBody: { vi: (item: string) => `Tiêu chí ${item}, mọi cơ quan`, en: (item: string) => `Item ${item}, all bodies` },
  everyItem: { vi: (body: string) => `${body}, mọi tiêu chí`, en: (body: string) => `${body}, all items` },
  pair: { vi: (item: string, body: string) => `Tiêu chí ${item} của ${body}`, en: (item: string, body: string) => `Item ${item} of ${body}` },
  givenBy: { vi: 'Người giao', en: 'Given by' },
  progress: { vi: 'Đã thẩm định', en: 'Appraised' },
  takeBack: { vi: 'Thu hồi', en: 'Take back' },
  takeBackOf: { vi: (share: string, name: string) => `Thu hồi: ${share}, ${name}`, en: (share: string, name: string) => `Take back: ${share}, ${name}` },
  takenBack: { vi: 'Đã thu hồi. Phần này mọi thành viên thẩm định đều thẩm định được.', en: 'Taken back: it belongs to all appraisers again.' },
  give: { vi: 'Giao cho một người', en: 'Give to a person' },
  giveSubmit: { vi: 'Giao', en: 'Give' },
  item: { vi: 'Tiêu chí', en: 'Item' },
  body: { vi: 'Cơ quan', en: 'Body' },
  any: { vi: 'Tất cả', en: 'All' },
  giveMore: { vi: 'Chọn tiêu chí, cơ quan, hoặc cả hai.', en: 'Choose an item, a body, or both.' },
  given: { vi: (name: string) => `Đã giao cho ${name}.`, en: (name: string) => `Given to ${name}.` },
  handOver: { vi: 'Bàn giao', en: 'Hand over' },
  handOverTitle: { vi: (name: string) => `Bàn giao phần chưa thẩm định của ${name}`, en: (name: string) => `Hand over what ${name} has not decided` },
  to: { vi: 'Người nhận', en: 'To' },
  handedOver: { vi: (name: string) => `Đã bàn giao cho ${name}.`, en: (name: string) => `Handed over to ${name}.` },
  stays: {
    vi: (count: string) => `${count} nội dung giữ nguyên vì người nhận có xung đột lợi ích.`,
    en: (count: string) => `${count} items stay, as the other has an interest in them.`,
  },
  distribute: { vi: 'Phân công phần chưa giao', en: 'Distribute what is given to nobody' },
  by: { vi: 'Phân công theo', en: 'By' },
  way: { vi: 'Cách phân công', en: 'Way' },
  seed: { vi: 'Số khởi tạo ngẫu nhiên', en: 'Seed' },
  seedMore: {
    vi: 'Được ghi vào nhật ký; cùng số này và cùng khối lượng thì kết quả phân công như nhau.',
    en: 'Recorded in the trail; the same seed over the same work gives the same.',
  },
  preview: { vi: 'Xem trước', en: 'Preview' },
  previewTitle: { vi: 'Kết quả phân công xem trước', en: 'What would be given' },
  before: { vi: 'Đang có', en: 'Has now' },
  after: { vi: 'Sau phân công', en: 'After' },
  nothingToGive: { vi: 'Không còn nội dung nào chưa giao và chưa thẩm định.', en: 'Nothing is left to give.' },
  untaken: {
    vi: (count: string) => `${count} nội dung không ai trong số này thẩm định được vì xung đột lợi ích:`,
    en: (count: string) => `${count} items nobody of them can take, for their interests:`,
  },
  andMore: { vi: (count: string) => `và ${count} nội dung khác`, en: (count: string) => `and ${count} more` },
  agree: { vi: 'Phân công như trên', en: 'Distribute so' },
  distributed: { vi: 'Đã phân công phần chưa giao.', en: 'It is distributed.' },
  overTotal: { vi: (some: string, all: string) => `${some}/${all}`, en: (some: string, all: string) => `${some}/${all}` },
});
