import { displayDecimal } from '../quantity/display.ts';
import type { Difference } from '../studio/comparing/compare-editions.ts';
import type { ChangeKind, ToldComparison } from '../studio/comparing/told-comparison.ts';
import { beginning, type Language } from './language.ts';
import { type Names, texts } from './texts.ts';

/** What of a part of a scheme is not as it was. */
export const DIFFERENCE_NAMES = texts<Names<Difference>>({
  moved: { vi: 'chuyển chỗ', en: 'moved' },
  renumbered: { vi: 'đánh số lại', en: 'renumbered' },
  text: { vi: 'tên gọi', en: 'text' },
  points: { vi: 'điểm', en: 'points' },
  rule: { vi: 'cách tính', en: 'rule' },
  thresholds: { vi: 'ngưỡng, mức điểm', en: 'thresholds' },
  conditions: { vi: 'điều kiện', en: 'conditions' },
  whenNotApplicable: { vi: 'trường hợp không phát sinh', en: 'where it did not arise' },
  appliesTo: { vi: 'đối tượng áp dụng', en: 'whom it applies to' },
  source: { vi: 'phương thức đánh giá', en: 'way of scoring' },
  guidance: { vi: 'hướng dẫn', en: 'guidance' },
  evidence: { vi: 'tài liệu kiểm chứng', en: 'evidence' },
  legalBasis: { vi: 'căn cứ', en: 'legal basis' },
});

/** In which way a part is not as it was. */
export const CHANGE_KIND_NAMES = texts<Names<ChangeKind>>({
  added: { vi: 'Thêm mới', en: 'Added' },
  removed: { vi: 'Bỏ', en: 'Removed' },
  split: { vi: 'Tách', en: 'Split' },
  merged: { vi: 'Gộp', en: 'Merged' },
  rearranged: { vi: 'Sắp xếp lại', en: 'Rearranged' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
});

/** What a comparison of two editions says above its lists. */
export const COMPARISON_WORDS = texts({
  regrouped: { vi: 'Tách, gộp', en: 'Split, merged' },
  same: { vi: (count: number) => `${count} nội dung giữ nguyên.`, en: (count: number) => `${count} unchanged.` },
  unchanged: { vi: 'Giữ nguyên', en: 'Unchanged' },
  likeTitle: { vi: 'đối chiếu theo tên gần giống, cần xem lại', en: 'paired by a similar title, to be looked at' },
  effect: { vi: 'Ảnh hưởng đến điểm tối đa', en: 'Effect on maximum points' },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  source: { vi: 'Phương thức đánh giá', en: 'Way of scoring' },
  before: { vi: 'Bản trước', en: 'Before' },
  after: { vi: 'Bản sau', en: 'After' },
  difference: { vi: 'Tăng, giảm', en: 'Difference' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  part: { vi: (named: string, points: string) => `${named} (${points} điểm)`, en: (named: string, points: string) => `${named} (${points} points)` },
  nothing: { vi: 'Không có', en: 'None' },
  edition: { vi: 'Quy định chung của bộ tiêu chí', en: 'What holds for the whole edition' },
  changes: { vi: 'Nội dung thay đổi theo lĩnh vực', en: 'What is other, by domain' },
  subject: { vi: 'Nội dung', en: 'Part' },
  change: { vi: 'Thay đổi', en: 'Change' },
});

/** What a table of comparison, which is attached to a submission, says besides. */
export const COMPARISON_DOCUMENT_WORDS = {
  title: 'Bảng so sánh bộ tiêu chí',
  draft: 'bản dự thảo',
  faults: (count: number) => `còn ${count} lỗi`,
  summary: 'Tổng hợp',
} as const;

/** How many parts are other and how many are not, in a sentence: "Thêm mới: 3; thay đổi: 12; giữ nguyên: 80." */
export function countsText(counts: ToldComparison['counts'], language: Language): string {
  const told = [...Object.entries(CHANGE_KIND_NAMES[language]), ['unchanged', COMPARISON_WORDS[language].unchanged] as const]
    .map(([kind, name]) => [name, counts[kind as ChangeKind | 'unchanged']] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name.toLocaleLowerCase(language)}: ${count}`);
  return `${beginning(told.join('; '))}.`;
}

/** A difference of points as people read it, with its sign. */
export function signedPoints(difference: string, language: Language): string {
  if (difference === '0') return '0';
  return difference.startsWith('-') ? `−${displayDecimal(difference.slice(1), language)}` : `+${displayDecimal(difference, language)}`;
}
