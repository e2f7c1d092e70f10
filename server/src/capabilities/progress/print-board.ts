import { type Language, maximaOfOthers, type PastPoints, PHRASES, pastPoints } from '@parindex/core';
import type { boardAnswer } from '@parindex/core/contracts/schemas/index';
import { standingOf } from '@parindex/core/progress/standing';
import type { SchemeStatus } from '@parindex/core/scheme/types';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { SOURCE_NAMES } from '@parindex/core/words/kinds';
import { timeText, waitText } from '@parindex/core/words/progress-words';
import { provisionalText } from '@parindex/core/words/ranking-words';
import { STANDING_NAMES } from '@parindex/core/words/states';
import { deadlineText } from '@parindex/core/words/step-times';
import { texts } from '@parindex/core/words/texts';
import type { z } from 'zod';
import { momentText } from '../../documents/moment-text.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { type SheetColumn, writeLists } from '../../documents/xlsx.ts';
import type { BesideBoard } from './queries/board.ts';

const HEADS = texts({
  boardName: { vi: 'Tiến độ', en: 'Progress' },
  pointsName: { vi: 'Điểm', en: 'Points' },
  domainsName: { vi: 'Theo lĩnh vực', en: 'By domain' },
  title: { vi: 'BẢNG TIẾN ĐỘ', en: 'PROGRESS BOARD' },
  at: { vi: (moment: string) => `Số liệu tại thời điểm ${moment}`, en: (moment: string) => `As of ${moment}` },
  sandbox: { vi: 'Dữ liệu minh họa', en: 'Invented data' },
  own: {
    vi: 'Điểm tự chấm là điểm của các nội dung cơ quan tự chấm. Điểm do cơ quan khác chấm ghi mức tối đa theo bộ tiêu chí, không cộng vào điểm tự chấm.',
    en: 'Points claimed are of what a body scores itself. What others give has its maximum by the edition, and is no part of them.',
  },
  past: {
    vi: 'Điểm năm trước là tổng điểm của các nội dung tự chấm có điểm năm trước (ghi số nội dung). Tài liệu kiểm chứng là số tài liệu trong kho mà người lập bảng được xem.',
    en: 'Points of the year before are of the self-scored items that have them (their number beside). Evidence is what the maker of this list may see of a library.',
  },
  ifConfirmed: {
    vi: ['Nếu được xác nhận', 'Tối đa nếu được xác nhận'],
    en: ['If confirmed', 'At most if confirmed'],
  },
  claims: {
    vi: '“Nếu được xác nhận” là điểm tự chấm khi mọi nội dung đề nghị không đánh giá (không phát sinh) được xác nhận; để trống nếu cơ quan không đề nghị.',
    en: '“If confirmed” are the points claimed if all that is claimed not to have arisen were confirmed; blank where nothing is claimed.',
  },
  ifUnconfirmed: { vi: 'Nếu mẫu số bằng 0 không được xác nhận', en: 'If denominators of 0 are not confirmed' },
  fromNothing: {
    vi: '“Nếu mẫu số bằng 0 không được xác nhận” là điểm tự chấm khi không tính các nội dung được điểm tối đa vì mẫu số bằng 0; để trống nếu không có.',
    en: '“If denominators of 0 are not confirmed” are the points claimed without full points of 0 of 0; blank where there are none.',
  },
  others: { vi: (source: string) => `${source}: tối đa`, en: (source: string) => `${source}: at most` },
  ...COLUMN_NAMES,
  number: { vi: 'STT', en: 'No.' },
  most: { vi: 'Tối đa tự chấm', en: 'Self-scored: at most' },
  before: { vi: 'Điểm năm trước', en: 'Year before' },
  itemsBefore: { vi: 'Số nội dung có điểm năm trước', en: 'Items with points of the year before' },
  evidence: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  forecast: { vi: 'Dự báo hoàn thành', en: 'Forecast' },
  domainTitle: { vi: 'Tên lĩnh vực', en: 'Title' },
});

const NO_POINTS: PastPoints = { points: '0/1', items: 0 };

/** `counts`: which of them are counts, which stand in the middle. */
const columns = (heads: readonly string[], widths: readonly number[], counts: readonly number[] = []): SheetColumn[] =>
  heads.map((head, index) => ({ head, width: widths[index] ?? 10, ...(counts.includes(index) ? { align: 'center' as const } : {}) }));
const rankColumns = (heads: readonly string[], width: number): SheetColumn[] => columns(heads, [5, width], [0]);

type BoardRow = z.output<typeof boardAnswer>['rows'][number];

interface PrintedBoard {
  readonly board: z.output<typeof boardAnswer>;
  readonly prepared: PreparedScheme;
  /** Codes of the items that a body scores itself. */
  readonly own: ReadonlySet<string>;
  readonly beside: ReadonlyMap<string, BesideBoard>;
  readonly status: SchemeStatus;
  /** From a sandbox. */
  readonly invented: boolean;
  readonly language: Language;
}

/**
 * A board as XLSX: the bodies, and each by domain: their own points over their own maximum, the year before's, what others may give by
 * source, how much evidence there is. Invented or reconstructed data is marked.
 */
export function printBoard({ board, prepared, own, beside, status, invented, language }: PrintedBoard): Promise<Uint8Array> {
  const heads = HEADS[language];
  const points = pointsCell(board);
  const asPoints = (heads: readonly string[]) => heads.map((head): SheetColumn => ({ head, width: 10, ...pointsColumn(board) }));
  // Where nothing has points yet, none stand there.
  const pointsOf = ({ points: own, scoredMaximum }: { readonly points: string; readonly scoredMaximum: string }) =>
    scoredMaximum === '0/1' ? '' : points(own);
  const others = maximaOfOthers(prepared, own);
  const sources = others.whole.map(({ source }) => source);
  const doubted = board.rows.some(({ ifUnconfirmed }) => ifUnconfirmed);
  const about = [
    heads.title,
    board.title,
    provisionalText('claimed', language),
    heads.at(momentText(board.at)),
    heads.own,
    heads.past,
    ...(board.rows.some(({ ifConfirmed }) => ifConfirmed) ? [heads.claims] : []),
    ...(doubted ? [heads.fromNothing] : []),
    ...(invented ? [heads.sandbox] : []),
    ...(status === 'official' ? [] : [PHRASES[language].statusNote[status]]),
  ];
  const titles = new Map(board.domains.map(({ code, title }) => [code, title]));
  const pastOf = (body: string) => pastPoints(prepared, own, beside.get(body)?.before ?? {});
  const pastCells = ({ points: past, items }: PastPoints) => [items === 0 ? '' : points(past), items];
  const ofOthers = (maxima: (typeof others)['whole']) =>
    sources.map((source) => {
      const most = maxima.find((one) => one.source === source);
      return most ? points(most.maximum) : '';
    });
  const { answered, asked, appraised, claimed, most } = heads;
  const rank = [heads.number, heads.body];
  const readings = [...heads.ifConfirmed, ...(doubted ? [heads.ifUnconfirmed] : [])];
  const readingCells = ({ ifConfirmed, ifUnconfirmed }: BoardRow) => [
    ...(ifConfirmed ? [points(ifConfirmed.points), points(ifConfirmed.maximum)] : ['', '']),
    ...(doubted ? [ifUnconfirmed ? points(ifUnconfirmed.points) : ''] : []),
  ];
  const pastColumns = [
    ...asPoints([heads.before]),
    ...columns([heads.itemsBefore], [9], [0]),
    ...asPoints(sources.map((source) => heads.others(SOURCE_NAMES[language][source]))),
  ];
  return writeLists([
    {
      name: heads.boardName,
      about,
      columns: [
        ...rankColumns(rank, 22),
        ...columns([heads.block, heads.state, answered, asked, heads.mustMend, appraised], [8, 12, 7, 7, 7, 8], [2, 3, 4, 5]),
        ...asPoints([claimed, most, ...readings]),
        ...columns([heads.evidence, heads.forecast, heads.closes, heads.waits, heads.last], [9, 16, 14, 26, 18], [0]),
      ],
      rows: board.rows.map((row, index) => ({
        cells: [
          index + 1,
          row.body.name,
          row.body.block ?? '',
          STANDING_NAMES[language][standingOf(row)],
          row.answered - row.claims,
          row.asked,
          row.mustMend,
          row.appraised,
          pointsOf(row),
          points(row.maximum),
          ...readingCells(row),
          beside.get(row.body.id)?.documents ?? 0,
          timeText(row, language),
          row.closes === null ? '' : deadlineText(row.closes, language),
          row.waits.map((wait) => waitText(wait, language)).join('\n'),
          row.lastAt === null ? '' : momentText(row.lastAt),
        ],
      })),
    },
    {
      name: heads.pointsName,
      about,
      columns: [...rankColumns(rank, 56), ...asPoints([claimed, most, ...readings]), ...pastColumns],
      rows: board.rows.map((row, index) => ({
        cells: [
          index + 1,
          row.body.name,
          pointsOf(row),
          points(row.maximum),
          ...readingCells(row),
          ...pastCells(pastOf(row.body.id).whole),
          ...ofOthers(others.whole),
        ],
      })),
    },
    {
      name: heads.domainsName,
      about,
      columns: [
        ...rankColumns(rank, 28),
        ...columns([heads.domain, heads.domainTitle, answered, asked, appraised], [8, 44, 8, 8, 8], [0, 2, 3, 4]),
        ...asPoints([claimed, most]),
        ...pastColumns,
      ],
      rows: board.rows.flatMap((row, index) => {
        const before = new Map(pastOf(row.body.id).domains.map(({ code, value }) => [code, value]));
        return row.domains.map((domain) => ({
          cells: [
            index + 1,
            row.body.name,
            domain.code,
            titles.get(domain.code) ?? '',
            domain.answered - domain.claims,
            domain.asked,
            domain.appraised,
            pointsOf(domain),
            points(domain.maximum),
            ...pastCells(before.get(domain.code) ?? NO_POINTS),
            ...ofOthers(others.domains.find(({ code }) => code === domain.code)?.value ?? []),
          ],
        }));
      }),
    },
  ]);
}
