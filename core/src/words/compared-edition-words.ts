import type { EditionPart } from '../studio/comparing/edition-differences.ts';
import { type Names, texts } from './texts.ts';

/** What an edition sets for all of its items. */
export const EDITION_PART_NAMES = texts<Names<EditionPart>>({
  title: { vi: 'Tên bộ tiêu chí', en: 'Title' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  validity: { vi: 'Hiệu lực', en: 'Validity' },
  groups: { vi: 'Nhóm điểm', en: 'Groups of points' },
  total: { vi: 'Cách tính chỉ số', en: 'The index' },
  classes: { vi: 'Xếp loại', en: 'Classes' },
  ranking: { vi: 'Xếp hạng', en: 'Ranking' },
  rounding: { vi: 'Làm tròn', en: 'Rounding' },
  missing: { vi: 'Nội dung chưa có số liệu', en: 'Items without figures' },
  survey: { vi: 'Điều tra xã hội học', en: 'Survey' },
  figures: { vi: 'Số liệu kê khai', en: 'Figures to be declared' },
});

/** What an edition sets for all of its items, a line each, as a comparison tells it. */
export const COMPARED_EDITION_WORDS = texts({
  most: { vi: (name: string, points: string) => `${name}: tối đa ${points} điểm`, en: (name: string, points: string) => `${name}: at most ${points} points` },
  whenMaximumShrinks: {
    rescale: {
      vi: 'Nội dung không áp dụng được trừ khỏi điểm tối đa, kết quả quy về thang điểm chung',
      en: 'What does not apply is left out of the maximum, and the result is brought to the common scale',
    },
    keep: { vi: 'Điểm tối đa giữ nguyên khi có nội dung không áp dụng', en: 'The maximum stays where something does not apply' },
  },
  denominator: { vi: (points: string) => `Chỉ số tính trên ${points} điểm`, en: (points: string) => `The index is reckoned of ${points} points` },
  clamp: {
    vi: (least: string, most: string) => `Tổng điểm không dưới ${least} và không quá ${most}`,
    en: (least: string, most: string) => `The total is not below ${least} and not above ${most}`,
  },
  from: { vi: (name: string, points: string) => `${name}: từ ${points} điểm`, en: (name: string, points: string) => `${name}: from ${points} points` },
  classesOn: {
    exact: { vi: 'Xếp loại theo điểm chưa làm tròn', en: 'Classes go by points before rounding' },
    rounded: { vi: 'Xếp loại theo điểm đã làm tròn', en: 'Classes go by rounded points' },
  },
  rankedOn: {
    exact: { vi: 'Xếp hạng theo điểm chưa làm tròn', en: 'Ranks go by points before rounding' },
    rounded: { vi: 'Xếp hạng theo điểm đã làm tròn', en: 'Ranks go by rounded points' },
  },
  ties: {
    competition: { vi: 'Sau các cơ quan đồng hạng, bỏ qua số hạng tương ứng (1, 1, 3)', en: 'After a tie as many ranks are left out (1, 1, 3)' },
    dense: { vi: 'Sau các cơ quan đồng hạng là hạng kế tiếp (1, 1, 2)', en: 'After a tie the next rank follows (1, 1, 2)' },
  },
  within: {
    all: { vi: 'Xếp hạng chung tất cả các cơ quan', en: 'All bodies are ranked together' },
    block: { vi: 'Xếp hạng riêng theo từng khối', en: 'Bodies are ranked within their block' },
  },
  rounding: {
    halfUp: {
      vi: (places: string) => `Lấy ${places} chữ số thập phân, nửa làm tròn lên`,
      en: (places: string) => `Decimal places: ${places}, halves away from zero`,
    },
    halfEven: {
      vi: (places: string) => `Lấy ${places} chữ số thập phân, nửa làm tròn về số chẵn`,
      en: (places: string) => `Decimal places: ${places}, halves to the even digit`,
    },
  },
  notAnswered: {
    zero: { vi: 'Tính 0 điểm', en: 'Counts as 0 points' },
    incomplete: { vi: 'Chưa tính được chỉ số', en: 'The index cannot be computed yet' },
  },
  surveyGroup: {
    vi: (name: string, weight: string) => `Nhóm “${name}”: trọng số ${weight}`,
    en: (name: string, weight: string) => `Group “${name}”: weight ${weight}`,
  },
  question: {
    vi: (title: string, options: readonly string[]) => `Câu hỏi “${title}”${options.length === 0 ? '' : `: ${options.join('; ')}`}`,
    en: (title: string, options: readonly string[]) => `Question “${title}”${options.length === 0 ? '' : `: ${options.join('; ')}`}`,
  },
});
