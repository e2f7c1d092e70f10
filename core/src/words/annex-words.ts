import type { AnnexColumn } from '../studio/annex/annex.ts';

/** How the annex of a decision heads its columns; the importer of tables knows them by these words, as it knows those of offices. */
export const ANNEX_HEADS: Readonly<Record<AnnexColumn, string>> = {
  code: 'STT',
  title: 'Lĩnh vực, tiêu chí, tiêu chí thành phần',
  points: 'Điểm tối đa',
  rule: 'Cách tính điểm',
  evidence: 'Tài liệu kiểm chứng',
  source: 'Nguồn điểm',
  appraisedBy: 'Cơ quan thẩm định',
  legalBasis: 'Căn cứ',
  note: 'Ghi chú',
};

export const ANNEX_TOTAL = 'Tổng cộng';

/** What stands in place of a rule that a draft does not have yet, or that cannot be told as it has faults. */
export const ANNEX_NO_RULE = '[chưa chọn cách tính]';
export const ANNEX_RULE_FAULTY = '[cách tính còn lỗi]';
