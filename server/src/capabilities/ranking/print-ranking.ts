import { type Language, PHRASES } from '@parindex/core';
import type { SchemeStatus } from '@parindex/core/scheme/types';
import { roundedPoints } from '@parindex/core/words/points-text';
import { placedText, provisionalText, rankingNotes, UNDECIDED_NAME } from '@parindex/core/words/ranking-words';
import { SHEET_STATE_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';
import { momentText } from '../../documents/moment-text.ts';
import { type SheetColumn, writeLists } from '../../documents/xlsx.ts';
import type { RankingAnswer } from './read-ranking.ts';

const HEADS = texts({
  title: { vi: 'BẢNG XẾP HẠNG TẠM TÍNH', en: 'PROVISIONAL RANKING' },
  listName: { vi: 'Xếp hạng', en: 'Ranking' },
  domainsName: { vi: 'Theo lĩnh vực', en: 'By domain' },
  at: { vi: (moment: string) => `Số liệu tại thời điểm ${moment}`, en: (moment: string) => `As of ${moment}` },
  sandbox: { vi: 'Dữ liệu minh họa', en: 'Invented data' },
  change: {
    vi: 'So với năm trước: trên các nội dung có điểm ở cả hai năm, tính theo phần trăm điểm tối đa của các nội dung đó.',
    en: 'Against the year before: on the items that have points in both years, in percent of their maximum.',
  },
  own: { vi: 'Chỉ gồm cơ quan của người lập bảng.', en: 'Only of the bodies of whoever made this list.' },
  heads: {
    vi: [
      'Hạng',
      'Hạng trong khối',
      'Cơ quan',
      'Khối',
      'Trạng thái',
      'Chỉ số',
      'Điểm',
      'Điểm tối đa',
      'So với năm trước',
      'Số nội dung so sánh',
      'Đã tự chấm',
      'Phải tự chấm',
      'Đã thẩm định',
    ],
    en: [
      'Rank',
      'Rank in block',
      'Body',
      'Block',
      'State',
      'Index',
      'Points',
      'At most',
      'Against the year before',
      'Items compared',
      'Scored',
      'To be scored',
      'Appraised',
    ],
  },
  domainHeads: {
    vi: ['Lĩnh vực', 'Tên lĩnh vực'],
    en: ['Domain', 'Title'],
  },
});

const column = (head: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({ head, width, ...more });
const COUNT = { align: 'center' } as const;
const POINTS = { format: '0.00', align: 'right' } as const;

const number = (value: string | undefined): number | '' => (value === undefined ? '' : Number(value));

type Row = RankingAnswer['rows'][number];

interface PrintedRanking {
  readonly ranking: RankingAnswer;
  readonly status: SchemeStatus;
  /** From a sandbox. */
  readonly invented: boolean;
  readonly language: Language;
}

/** A ranking as XLSX, as far as its asker sees it; provisional is written on every sheet. */
export function printRanking({ ranking, status, invented, language }: PrintedRanking): Promise<Uint8Array> {
  const heads = HEADS[language];
  const points = (fraction: string) => Number(roundedPoints(fraction, ranking));
  const titles = new Map(ranking.domains.map(({ code, title }) => [code, title]));
  const about = [
    heads.title,
    ranking.title,
    provisionalText(ranking.stage, language),
    heads.at(momentText(ranking.at)),
    ...(ranking.stage === 'claimed' ? [] : [placedText(ranking.placed, ranking.bodies, language)]),
    ...rankingNotes(ranking, language),
    ...(ranking.rows.some(({ change }) => change !== null) ? [heads.change] : []),
    ...(ranking.view === 'whole' ? [] : [heads.own]),
    ...(invented ? [heads.sandbox] : []),
    ...(status === 'official' ? [] : [PHRASES[language].statusNote[status]]),
  ];
  const [
    rank = '',
    blockRank = '',
    body = '',
    block = '',
    state = '',
    index = '',
    own = '',
    most = '',
    change = '',
    on = '',
    answered = '',
    asked = '',
    decided = '',
  ] = heads.heads;
  const [domain = '', title = ''] = heads.domainHeads;
  // What nothing stands in is left out.
  const blocks = ranking.rows.some((row) => row.body.block !== null);
  const compared = ranking.rows.some((row) => row.change !== null);
  const appraised = ranking.stage !== 'claimed';
  const when = <T>(has: boolean, ...some: T[]): T[] => (has ? some : []);
  const isUndecided = ({ asked, decided: done }: Pick<Row, 'asked' | 'decided'>) => appraised && done < asked;
  const stateOf = (row: Row) =>
    [SHEET_STATE_NAMES[language][row.state], ...(isUndecided(row) ? [UNDECIDED_NAME[language].undecided.toLocaleLowerCase(language)] : [])].join('; ');
  return writeLists([
    {
      name: heads.listName,
      about,
      columns: [
        column(rank, 7, COUNT),
        ...when(blocks, column(blockRank, 8, COUNT)),
        column(body, 30),
        ...when(blocks, column(block, 14)),
        column(state, 18),
        column(index, 9, POINTS),
        column(own, 9, POINTS),
        column(most, 9, POINTS),
        ...when(compared, column(change, 10, POINTS), column(on, 9, COUNT)),
        column(answered, 8, COUNT),
        column(asked, 8, COUNT),
        ...when(appraised, column(decided, 8, COUNT)),
        ...ranking.domains.map((one) => column(`${one.code}. ${one.title}`, 14, POINTS)),
      ],
      rows: ranking.rows.map((row) => ({
        cells: [
          row.rank ?? '',
          ...when(blocks, row.blockRank ?? ''),
          row.body.name,
          ...when(blocks, row.body.block ?? ''),
          stateOf(row),
          number(row.index?.rounded),
          row.index === null ? '' : points(row.points),
          points(row.maximum),
          ...when<string | number>(compared, number(row.change?.index.rounded), row.change?.items ?? ''),
          row.answered - row.claims,
          row.asked,
          ...when(appraised, row.decided),
          ...ranking.domains.map(({ code }) => number(row.domains.find((one) => one.code === code)?.index?.rounded)),
        ],
      })),
    },
    {
      name: heads.domainsName,
      about,
      columns: [
        column(body, 30),
        column(domain, 8, COUNT),
        column(title, 40),
        column(rank, 7, COUNT),
        ...[index, own, most].map((head) => column(head, 10, POINTS)),
        ...when(compared, column(change, 10, POINTS), column(on, 9, COUNT)),
        column(answered, 8, COUNT),
        column(asked, 8, COUNT),
        ...when(appraised, column(decided, 8, COUNT)),
      ],
      rows: ranking.rows.flatMap((row) =>
        row.domains.map((one) => ({
          cells: [
            row.body.name,
            one.code,
            titles.get(one.code) ?? '',
            one.rank ?? '',
            number(one.index?.rounded),
            one.index === null ? '' : points(one.points),
            points(one.maximum),
            ...when<string | number>(compared, number(one.change?.index.rounded), one.change?.items ?? ''),
            one.answered - one.claims,
            one.asked,
            ...when(appraised, one.decided),
          ],
        })),
      ),
    },
  ]);
}
