import { inLanguage, type Language } from '@parindex/core';
import type { Question } from '@parindex/core/survey/index';
import { texts } from '@parindex/core/words/texts';
import { MARKS } from '../../documents/document.ts';
import { inertText } from '../../documents/inert-text.ts';
import { writeLists } from '../../documents/xlsx.ts';

/** Most texts in one list. */
export const MOST_TEXTS = 20_000;

const SAYS = texts({
  sheet: { vi: 'Ý kiến bằng lời văn', en: 'What was written' },
  title: { vi: 'Ý KIẾN BẰNG LỜI VĂN TRONG PHIẾU ĐIỀU TRA XÃ HỘI HỌC', en: 'WHAT WAS WRITTEN IN THE FORMS OF THE SURVEY' },
  apart: {
    vi: 'Các ý kiến xếp theo thứ tự chữ cái trong từng câu hỏi, không kèm các câu trả lời khác của phiếu. Ý kiến có thể chứa dữ liệu cá nhân: chỉ dùng để tổng hợp kiến nghị, không công bố nguyên văn khi từ đó nhận ra được người viết.',
    en: 'In alphabetical order within each question, without the other answers of a form. They may hold personal data: they are for summing up, and not to be published word by word where the writer could be known by them.',
  },
  first: {
    vi: (most: number) => `Danh sách chỉ có ${most} ý kiến đầu.`,
    en: (most: number) => `Only the first ${most} are listed.`,
  },
  number: { vi: 'STT', en: 'No.' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  body: { vi: 'Cơ quan được đánh giá', en: 'Body that is asked about' },
  text: { vi: 'Nội dung', en: 'Text' },
});

/** Something that was written freely. */
export interface FreeText {
  readonly body: string;
  readonly question: string;
  readonly text: string;
}

export interface FreeTextsData {
  readonly round: string;
  readonly group: string;
  readonly questions: readonly Question[];
  readonly bodyName: (body: string) => string;
  /** At most one more than are listed. */
  readonly texts: readonly FreeText[];
  readonly illustrative: boolean;
}

/** What a group has written freely, as a workbook: for whoever leads the survey to read. */
export function freeTextsList({ round, group, questions, bodyName, texts: written, illustrative }: FreeTextsData, language: Language): Promise<Uint8Array> {
  const says = SAYS[language];
  const titles = new Map(questions.map(({ id, title }) => [id, inLanguage(title, language) ?? id]));
  const columns = [
    [says.number, 6],
    [says.question, 40],
    [says.body, 34],
    [says.text, 100],
  ] as const;
  return writeLists([
    {
      name: says.sheet,
      about: [
        says.title,
        `${round}. ${group}.`,
        says.apart,
        ...(written.length > MOST_TEXTS ? [says.first(MOST_TEXTS)] : []),
        ...(illustrative ? [MARKS.invented] : []),
      ],
      columns: columns.map(([head, width]) => ({ head, width, format: '@' })),
      rows: written.slice(0, MOST_TEXTS).map(({ body, question, text }, index) => ({
        cells: [index + 1, ...[titles.get(question) ?? question, bodyName(body), text].map(inertText)],
      })),
    },
  ]);
}
