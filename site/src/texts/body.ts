import { texts } from '@parindex/core/words/texts';

/** A body: its points and their explanation, its history. */
export const bodyTexts = texts({
  tree: { vi: 'Điểm theo từng tiêu chí', en: 'Points by criterion' },
  open: {
    vi: 'Mở một dòng để xem cách tính, số liệu và phép tính của điểm đó.',
    en: 'Open a line to see the rule, the figures and the arithmetic behind its points.',
  },
  openAll: { vi: 'Mở tất cả', en: 'Open all' },
  closeAll: { vi: 'Đóng tất cả', en: 'Close all' },
  rule: { vi: 'Cách tính điểm', en: 'Rule' },
  inputs: { vi: 'Số liệu đã dùng', en: 'Figures used' },
  noInputs: { vi: 'Không dùng số liệu nào.', en: 'No figures were used.' },
  steps: { vi: 'Phép tính', en: 'Arithmetic' },
  guidance: { vi: 'Hướng dẫn chấm điểm', en: 'Guidance' },
  evidence: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  inScheme: { vi: 'Xem trong bộ tiêu chí', en: 'See in the scheme' },
  lost: { vi: 'Tiêu chí bị trừ nhiều điểm nhất', en: 'Where most points were lost' },
  lostNote: { vi: 'Chênh lệch giữa điểm tối đa và điểm đạt được của từng nội dung.', en: 'Points that each item is short of its maximum.' },
  points: { vi: 'Điểm', en: 'Points' },
  history: { vi: 'Chỉ số qua các năm', en: 'Index over the years' },
  historyCaption: {
    vi: (name: string) => `${name}: Chỉ số cải cách hành chính theo từng năm đã công bố`,
    en: (name: string) => `${name}: published index by year`,
  },
  noHistory: { vi: 'Chưa có số liệu công bố nào của cơ quan này.', en: 'No published figure of this body is at hand.' },
  noFigure: { vi: 'chưa có số liệu', en: 'no figure at hand' },
  noBody: { vi: 'chưa thành lập hoặc đã kết thúc hoạt động', en: 'not yet founded, or ended' },
  year: { vi: 'Năm', en: 'Year' },
  names: { vi: 'Tên gọi', en: 'Names' },
  became: { vi: 'Hợp nhất vào, chuyển nhiệm vụ sang', en: 'Merged into, or tasks passed to' },
  from: { vi: 'Hình thành từ', en: 'Formed from' },
  tookOver: { vi: 'Tiếp nhận, hợp nhất từ', en: 'Took over from' },
  notVerified: { vi: 'chưa đối chiếu nguồn', en: 'not checked against a source' },
  since: { vi: (date: string) => `từ ngày ${date}`, en: (date: string) => `on ${date}` },
  partly: { vi: 'một phần', en: 'in part' },
  by: { vi: (decision: string) => `theo ${decision}`, en: (decision: string) => `by ${decision}` },
  closed: { vi: (date: string) => `Hoạt động đến hết ngày ${date}`, en: (date: string) => `Ended on ${date}` },
  opened: { vi: (date: string) => `Bắt đầu hoạt động ngày ${date}`, en: (date: string) => `Began on ${date}` },
  recomputed: {
    vi: (index: string) =>
      `Chỉ số và thứ hạng ghi đúng như đã công bố. Tính lại từ hai phần đã làm tròn khi in được ${index}; chênh lệch 0,01 là do chỉ số công bố được làm tròn một lần từ số chưa làm tròn.`,
    en: (index: string) =>
      `Index and rank stand as published. Recomputed from two parts that were rounded when printed: ${index}; the difference of 0.01 comes from the published index being rounded once from unrounded points.`,
  },
  recomputedSame: {
    vi: (index: string) => `Chỉ số và thứ hạng ghi đúng như đã công bố. Tính lại từ hai phần đã làm tròn khi in cũng được ${index}.`,
    en: (index: string) => `Index and rank stand as published. Recomputed from two parts that were rounded when printed, it is also ${index}.`,
  },
  unrelatedSource: {
    vi: 'Bài báo, đọc qua bản sao trên trang khác (không dẫn địa chỉ)',
    en: 'Copy of a press article on an unrelated site (address left out)',
  },
  partsOnly: {
    vi: 'Chỉ biết tổng điểm theo phần; chưa tìm thấy điểm từng tiêu chí.',
    en: 'Only totals by part are known; points by criterion were not found.',
  },
  rankText: { vi: (rank: number, of: number) => `hạng ${rank} trên ${of}`, en: (rank: number, of: number) => `rank ${rank} of ${of}` },
  classText: { vi: (name: string) => `nhóm ${name}`, en: (name: string) => `class ${name}` },
  change: { vi: 'So với năm trước', en: 'Since the year before' },
  cited: {
    vi: (name: string, year: number, index: string) => `${name}: Chỉ số cải cách hành chính năm ${year} đạt ${index}%`,
    en: (name: string, year: number, index: string) => `${name}: public administration reform index ${year}, ${index}%`,
  },
  citedRank: { vi: (rank: number, of: number) => `xếp hạng ${rank}/${of}`, en: (rank: number, of: number) => `rank ${rank} of ${of}` },
  citedRankDerived: {
    vi: (rank: number, of: number) => `xếp hạng ${rank}/${of} (thứ hạng suy ra)`,
    en: (rank: number, of: number) => `rank ${rank} of ${of} (rank derived)`,
  },
  citedFrom: { vi: (source: string) => `nguồn: ${source}`, en: (source: string) => `source: ${source}` },
  compareAround: { vi: 'So sánh với cơ quan liền trên, liền dưới', en: 'Compare with the bodies just above and below' },
  bonus: { vi: 'Điểm thưởng (sau mức trần)', en: 'Bonus (after its cap)' },
  penalty: { vi: 'Điểm trừ', en: 'Penalties' },
});
