import { texts } from '@parindex/core/words/texts';

/** Official figures of whoever appraises, beside the claimed ones. */
export const officialFigureTexts = texts({
  title: { vi: 'Số liệu chính thức', en: 'Official figures' },
  ofItems: { vi: (codes: string) => `Tiêu chí ${codes}:`, en: (codes: string) => `Item ${codes}:` },
  beside: {
    vi: (claimed: string, official: string) => `Tự chấm: ${claimed}. Số liệu chính thức: ${official}.`,
    en: (claimed: string, official: string) => `Claimed: ${claimed}. Official: ${official}.`,
  },
  same: { vi: (value: string) => `Số liệu chính thức trùng số liệu tự chấm: ${value}.`, en: (value: string) => `Official and claimed alike: ${value}.` },
  none: { vi: 'không có', en: 'none' },
  source: { vi: (source: string, date: string) => `Nguồn: ${source}, ngày ${date}.`, en: (source: string, date: string) => `Source: ${source}, ${date}.` },
  dated: { vi: (date: string) => `Ngày ${date}.`, en: (date: string) => `${date}.` },
  by: { vi: (name: string, at: string) => `${name} ghi, ${at}`, en: (name: string, at: string) => `Recorded by ${name}, ${at}` },
});
