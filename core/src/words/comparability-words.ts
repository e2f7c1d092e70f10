import type { Comparability, ComparabilityReason, Comparable } from '../scheme/comparability.ts';
import { inLanguage, type Language } from './index.ts';
import { type Names, texts } from './texts.ts';

export const COMPARABILITY_NAMES = texts<Names<Comparability>>({
  comparable: { vi: 'So sánh được', en: 'Comparable' },
  partly: { vi: 'So sánh được một phần', en: 'Partly comparable' },
  not: { vi: 'Không so sánh được', en: 'Not comparable' },
});

const WHY = texts<Names<ComparabilityReason>>({
  rule: { vi: 'Cách tính điểm thay đổi.', en: 'Its rule changed.' },
  points: { vi: 'Điểm tối đa thay đổi.', en: 'Its maximum changed.' },
  text: { vi: 'Tên gọi thay đổi.', en: 'Its title changed.' },
  moved: { vi: 'Vị trí trong bộ tiêu chí thay đổi.', en: 'It stands elsewhere.' },
  declared: { vi: 'Theo quy định chuyển đổi của bộ tiêu chí.', en: 'As the edition declares it.' },
  new: { vi: 'Năm trước không có tiêu chí tương ứng.', en: 'There was no such item the year before.' },
  merged: { vi: 'Gộp từ nhiều tiêu chí của năm trước.', en: 'It comes from several items of the year before.' },
  unconfirmed: {
    vi: 'Năm trước có tiêu chí tên gần giống, chưa được xác nhận là một.',
    en: 'The year before had an item with a similar title; nobody has confirmed that they are one.',
  },
  editionUnknown: {
    vi: 'Chưa rõ điểm năm trước được chấm theo bộ tiêu chí nào.',
    en: 'By which edition the points of the year before were given is not known.',
  },
});

/** Why an item can be compared with the year before or cannot, in sentences; empty where nothing changed. */
export const comparabilityWhy = ({ why, said }: Pick<Comparable, 'why' | 'said'>, language: Language): string =>
  [...why.map((reason) => WHY[language][reason]), inLanguage(said ?? undefined, language)].filter(Boolean).join(' ');
