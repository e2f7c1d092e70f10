import { type Language, PHRASES, type Scheme } from '@parindex/core';
import type { boardAnswer } from '@parindex/core/contracts/schemas/index';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { timeText, waitText } from '@parindex/core/words/progress-words';
import { SHEET_STATE_NAMES } from '@parindex/core/words/states';
import { deadlineText } from '@parindex/core/words/step-times';
import { texts } from '@parindex/core/words/texts';
import type { z } from 'zod';
import { momentText } from '../../documents/moment-text.ts';
import { type SheetColumn, writeLists } from '../../documents/xlsx.ts';

const HEADS = texts({
  board: { vi: 'Tiến độ', en: 'Progress' },
  domains: { vi: 'Theo lĩnh vực', en: 'By domain' },
  title: { vi: 'BẢNG TIẾN ĐỘ', en: 'PROGRESS BOARD' },
  at: { vi: (moment: string) => `Số liệu tại thời điểm ${moment}`, en: (moment: string) => `As of ${moment}` },
  sandbox: { vi: 'Dữ liệu minh họa', en: 'Invented data' },
  columns: {
    vi: [
      'STT',
      'Cơ quan',
      'Khối',
      'Trạng thái',
      'Đã tự chấm',
      'Phải tự chấm',
      'Phải sửa',
      'Đã thẩm định',
      'Điểm tự chấm',
      'Điểm tối đa',
      'Thời hạn',
      'Hạn tự chấm',
      'Khâu đang xử lý',
      'Cập nhật gần nhất',
    ],
    en: [
      'No.',
      'Body',
      'Block',
      'State',
      'Answered',
      'Asked',
      'To be mended',
      'Appraised',
      'Points claimed',
      'Maximum',
      'Time',
      'Closes',
      'Waits for',
      'Last entry',
    ],
  },
  domain: {
    vi: ['STT', 'Cơ quan', 'Lĩnh vực', 'Tên lĩnh vực', 'Đã tự chấm', 'Phải tự chấm', 'Đã thẩm định', 'Điểm tự chấm', 'Điểm tối đa'],
    en: ['No.', 'Body', 'Domain', 'Title', 'Answered', 'Asked', 'Appraised', 'Points claimed', 'Maximum'],
  },
});

/** Points rounded as the scheme rounds them; a number for the spreadsheet. */
const pointsIn =
  ({ rounding }: Pick<Scheme, 'rounding'>) =>
  (fraction: string): number =>
    Number(toDecimal(fromFraction(fraction), Number(rounding.places), rounding.mode));
const POINTS = '0.00';

/** Widths in characters, in the order of the columns: together as wide as a page across takes them at a size that is read. */
const WIDTHS = {
  board: [5, 26, 9, 13, 8, 8, 8, 9, 9, 9, 22, 17, 32, 17],
  domains: [5, 30, 8, 46, 9, 9, 10, 11, 11],
};

const columnsOf = (heads: readonly string[], widths: readonly number[], asPoints: readonly number[]): SheetColumn[] =>
  heads.map((head, index) => ({ head, width: widths[index] ?? 10, ...(asPoints.includes(index) ? { format: POINTS } : {}) }));

/** A board as XLSX: the bodies, and each by domain; invented or reconstructed data is marked. `invented` if the installation is a sandbox. */
export function printBoard(board: z.output<typeof boardAnswer>, { status }: Scheme, invented: boolean, language: Language): Promise<Uint8Array> {
  const heads = HEADS[language];
  const points = pointsIn(board);
  const about = [
    heads.title,
    board.title,
    heads.at(momentText(board.at)),
    ...(invented ? [heads.sandbox] : []),
    ...(status === 'official' ? [] : [PHRASES[language].statusNote[status]]),
  ];
  const shownMoment = (moment: string | null) => (moment === null ? '' : momentText(moment));
  const titles = new Map(board.domains.map(({ code, title }) => [code, title]));
  return writeLists([
    {
      name: heads.board,
      about,
      columns: columnsOf(heads.columns, WIDTHS.board, [8, 9]),
      rows: board.rows.map((row, index) => ({
        cells: [
          index + 1,
          row.body.name,
          row.body.block ?? '',
          SHEET_STATE_NAMES[language][row.state],
          row.answered,
          row.asked,
          row.mustMend,
          row.appraised,
          points(row.points),
          points(row.maximum),
          timeText(row, language),
          row.closes === null ? '' : deadlineText(row.closes, language),
          row.waits.map((wait) => waitText(wait, language)).join('\n'),
          shownMoment(row.lastAt),
        ],
      })),
    },
    {
      name: heads.domains,
      about,
      columns: columnsOf(heads.domain, WIDTHS.domains, [7, 8]),
      rows: board.rows.flatMap((row, index) =>
        row.domains.map((domain) => ({
          cells: [
            index + 1,
            row.body.name,
            domain.code,
            titles.get(domain.code) ?? '',
            domain.answered,
            domain.asked,
            domain.appraised,
            points(domain.points),
            points(domain.maximum),
          ],
        })),
      ),
    },
  ]);
}
