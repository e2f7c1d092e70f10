import type { CitedPlace } from '../evidence/citation.ts';
import { pagesText } from '../evidence/pages.ts';
import { displayDate } from '../quantity/display.ts';
import type { Language } from './language.ts';
import { texts } from './texts.ts';

/** What is known of a document when it is named. */
export interface DocumentName {
  readonly number: string | null;
  /** yyyy-mm-dd. */
  readonly date: string | null;
  readonly subject: string | null;
}

const WORDS = texts({
  number: { vi: (number: string) => `Số ${number}`, en: (number: string) => `No. ${number}` },
  dated: { vi: (date: string) => `ngày ${date}`, en: (date: string) => `of ${date}` },
  unnamed: { vi: 'Tài liệu không ghi số, ký hiệu', en: 'A document without number' },
  pages: { vi: (pages: string) => `trang ${pages}`, en: (pages: string) => `pages ${pages}` },
  section: { vi: (section: string) => `mục ${section}`, en: (section: string) => `section ${section}` },
  table: { vi: (table: string) => `biểu ${table}`, en: (table: string) => `table ${table}` },
});

/** A document as it is named in official documents: "Số 12/KH-MH ngày 05/01/2023, Kế hoạch cải cách hành chính". */
export function documentName({ number, date, subject }: DocumentName, language: Language): string {
  const words = WORDS[language];
  const head = [...(number ? [words.number(number)] : []), ...(date === null ? [] : [words.dated(displayDate(date))])].join(' ');
  return [head, subject?.trim() ?? ''].filter(Boolean).join(', ') || words.unnamed;
}

const within = (word: string, text: string) => (text.toLowerCase().startsWith(word) ? text : undefined);

/** Where in it: "trang 3-5, mục II.2"; empty for the whole document. */
export function placeText({ pages = [], section, table }: CitedPlace, language: Language): string {
  const words = WORDS[language];
  return [
    ...(pages.length === 0 ? [] : [words.pages(pagesText(pages).replaceAll(',', ', '))]),
    ...(section === undefined ? [] : [within('mục', section) ?? words.section(section)]),
    ...(table === undefined ? [] : [within('biểu', table) ?? words.table(table)]),
  ].join(', ');
}
