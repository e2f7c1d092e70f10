import { texts } from '@parindex/core/words/texts';
import { aboutTexts, accessibilityTexts } from './about.ts';
import { bodyTexts } from './body.ts';
import { compareTexts } from './compare.ts';
import { historyTexts } from './history.ts';
import { roundTexts } from './round.ts';
import { schemesTexts } from './schemes.ts';
import { yearTexts } from './year.ts';

/** What the pages say, but for what the core says of schemes and results. */
export const TEXTS = texts({
  product: { vi: 'ParIndex', en: 'ParIndex' },
  subtitle: { vi: 'Chỉ số cải cách hành chính', en: 'Public administration reform index' },
  skip: { vi: 'Chuyển đến nội dung chính', en: 'Skip to the main content' },
  nav: {
    label: { vi: 'Điều hướng chính', en: 'Main' },
    results: { vi: 'Kết quả mới nhất', en: 'Newest results' },
    provinces: { vi: 'Tỉnh, thành phố', en: 'Provinces' },
    ministries: { vi: 'Bộ, cơ quan ngang bộ', en: 'Ministries' },
    compare: { vi: 'So sánh', en: 'Compare' },
    schemes: { vi: 'Bộ tiêu chí', en: 'Schemes' },
    illustration: { vi: 'Kỳ minh họa', en: 'Illustration' },
    about: { vi: 'Giới thiệu', en: 'About' },
  },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  search: {
    label: { vi: 'Tìm cơ quan', en: 'Find a body' },
    placeholder: { vi: 'Tên bộ, tỉnh, thành phố…', en: 'Ministry, province, city…' },
    button: { vi: 'Tìm', en: 'Find' },
    title: { vi: 'Tìm cơ quan', en: 'Find a body' },
    none: { vi: (query: string) => `Không tìm thấy cơ quan nào có tên “${query}”.`, en: (query: string) => `No body is called “${query}”.` },
    prompt: {
      vi: 'Nhập tên hiện nay hoặc tên trước đây của cơ quan, có dấu hoặc không dấu.',
      en: 'Type a name, present or former, with or without diacritics.',
    },
    found: {
      vi: (count: number, query: string) => `${count} cơ quan khớp với “${query}”`,
      en: (count: number, query: string) => `${count} ${count === 1 ? 'body matches' : 'bodies match'} “${query}”`,
    },
  },
  illustrationBanner: {
    vi: 'Dữ liệu minh họa: cơ quan, số liệu và điểm trong kỳ này đều do phần mềm tạo ra, không phải của cơ quan nào có thật.',
    en: 'Illustrative data: the bodies, figures and points of this round were made up by the software and belong to no real body.',
  },
  notFound: {
    title: { vi: 'Không tìm thấy trang', en: 'Page not found' },
    text: {
      vi: 'Địa chỉ này không có trang nào. Có thể địa chỉ gõ sai hoặc cơ quan có mã khác.',
      en: 'There is no page at this address. It may be mistyped, or the body has another id.',
    },
    home: { vi: 'Về trang kết quả', en: 'Back to the results' },
  },
  footer: {
    text: { vi: 'ParIndex. Số liệu công bố thuộc các nguồn đã dẫn.', en: 'ParIndex. Published figures belong to the sources named.' },
  },
  round: roundTexts,
  body: bodyTexts,
  history: historyTexts,
  year: yearTexts,
  compare: compareTexts,
  schemes: schemesTexts,
  about: aboutTexts,
  accessibility: accessibilityTexts,
});
export type Texts = (typeof TEXTS)['vi'];
