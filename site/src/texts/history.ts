import { texts } from '@parindex/core/words/texts';

/** Published indices over the years. */
export const historyTexts = texts({
  title: {
    province: { vi: 'Chỉ số các tỉnh, thành phố qua các năm', en: 'Index of provinces over the years' },
    ministry: { vi: 'Chỉ số các bộ, cơ quan ngang bộ qua các năm', en: 'Index of ministries over the years' },
  },
  coverage: {
    vi: (figures: number, possible: number) => `Có ${figures} trên ${possible} số liệu`,
    en: (figures: number, possible: number) => `${figures} of ${possible} figures at hand`,
  },
  coverageNote: {
    vi: (bodies: number, from: number, to: number) =>
      `Tính trên ${bodies} cơ quan, các năm ${from}–${to}. Số liệu lấy đúng như đã công bố trên các nguồn tìm được; chỗ chưa có số liệu để trống, không phải 0.`,
    en: (bodies: number, from: number, to: number) =>
      `Counted over ${bodies} bodies, ${from}–${to}. Figures stand as published in the sources found; a blank means no figure at hand, never 0.`,
  },
  emptyCells: {
    vi: (cells: string, bodies: number) => `Chưa có số liệu ${cells} ô; ${bodies} cơ quan chưa có năm nào`,
    en: (cells: string, bodies: number) => `No figure at hand in ${cells} cells; ${bodies} bodies have none at all`,
  },
  noneOfYears: { vi: (years: number) => `chưa có số liệu ${years} năm`, en: (years: number) => `no figure in ${years} years` },
  derivedRank: { vi: 'thứ hạng suy ra, không in trong nguồn', en: 'rank derived, not printed in the source' },
  derivedFigure: { vi: 'số suy ra từ số liệu khác', en: 'figure derived from others' },
  conflict: { vi: 'các nguồn ghi khác nhau', en: 'sources disagree' },
  noFigure: { vi: 'chưa có số liệu', en: 'no figure at hand' },
  meanRow: {
    province: { vi: 'Trung bình các tỉnh, thành phố', en: 'Mean of provinces' },
    ministry: { vi: 'Trung bình các bộ', en: 'Mean of ministries' },
  },
  rankShort: { vi: (rank: number) => `hạng ${rank}`, en: (rank: number) => `rank ${rank}` },
  edition: {
    vi: (year: number, decision: string, on: string) =>
      `Từ năm ${year} tính theo Quyết định số ${decision} ngày ${on}: bộ tiêu chí khác các năm trước, cần lưu ý khi so sánh.`,
    en: (year: number, decision: string, on: string) =>
      `From ${year} on by Decision ${decision} of ${on}: another edition of the criteria than in the years before; compare with care.`,
  },
  editionsBefore: {
    vi: (year: number) => `Trước năm ${year}, bộ tiêu chí cũng đã được thay thế nhiều lần; chưa xác định được quyết định nào áp dụng cho năm nào.`,
    en: (year: number) => `Before ${year} the criteria were replaced several times too; which decision held in which year is not known here.`,
  },
  merged: {
    vi: 'Các tỉnh, thành phố thành lập từ ngày 01/07/2025 chưa có số liệu; chỉ số của tỉnh trước sáp nhập không được ghi cho tỉnh mới.',
    en: 'Provinces formed on 1 July 2025 have no figures yet; the index of a former province is never written to its successor.',
  },
});
