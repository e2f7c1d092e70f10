import { type Language, PHRASES } from '@parindex/core';
import { runningStandingOf } from '@parindex/core/progress/standing';
import type { SchemeStatus } from '@parindex/core/scheme/types';
import { placedText, provisionalText, rankingNotes, UNDECIDED_NAME } from '@parindex/core/words/ranking-words';
import { STANDING_NAMES } from '@parindex/core/words/states';
import { momentText } from '../../documents/moment-text.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { writeLists } from '../../documents/xlsx.ts';
import { COUNT, column, number, RANKING_HEADS } from './ranking-columns.ts';
import type { RankingAnswer } from './read-ranking.ts';

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
  const says = RANKING_HEADS[language];
  const { heads } = says;
  const points = pointsCell(ranking);
  const asPoints = pointsColumn(ranking);
  const titles = new Map(ranking.domains.map(({ code, title }) => [code, title]));
  const about = [
    says.title,
    ranking.title,
    provisionalText(ranking.stage, language),
    says.at(momentText(ranking.at)),
    ...(ranking.stage === 'claimed' ? [] : [placedText(ranking.placed, ranking.bodies, language)]),
    ...rankingNotes(ranking, language),
    ...(ranking.view === 'whole' ? [] : [says.own]),
    ...(invented ? [says.sandbox] : []),
    ...(status === 'official' ? [] : [PHRASES[language].statusNote[status]]),
  ];
  // What nothing stands in is left out.
  const blocks = ranking.rows.some((row) => row.body.block !== null);
  const appraised = ranking.stage !== 'claimed';
  const before = ranking.rows.some((row) => row.change !== null) ? ranking.before : null;
  const when = <T>(has: boolean, ...some: T[]): T[] => (has ? some : []);
  const comparedColumns = before
    ? [
        ...[heads.like(String(ranking.year)), heads.like(String(before.year)), heads.change].map((head) => column(head, 10, asPoints)),
        column(heads.items, 9, COUNT),
      ]
    : [];
  const comparedCells = ({ change }: Pick<Row, 'change'>) =>
    before ? [...[change?.now, change?.before, change?.index].map((one) => number(one?.rounded)), change?.items ?? ''] : [];
  const isUndecided = ({ asked, decided: done }: Pick<Row, 'asked' | 'decided'>) => appraised && done < asked;
  const stateOf = (row: Row) =>
    [STANDING_NAMES[language][runningStandingOf(row)], ...(isUndecided(row) ? [UNDECIDED_NAME[language].undecided.toLocaleLowerCase(language)] : [])].join(
      '; ',
    );
  return writeLists([
    {
      name: says.listName,
      about,
      columns: [
        column(heads.rank, 7, COUNT),
        ...when(blocks, column(heads.blockRank, 8, COUNT)),
        column(heads.body, 30),
        ...when(blocks, column(heads.block, 14)),
        column(heads.state, 18),
        column(heads.index, 9, asPoints),
        column(heads.points, 9, asPoints),
        column(heads.most, 9, asPoints),
        ...comparedColumns,
        column(heads.answered, 8, COUNT),
        column(heads.asked, 8, COUNT),
        ...when(appraised, column(heads.decided, 8, COUNT)),
        ...ranking.domains.map((one) => column(`${one.code}. ${one.title}`, 14, asPoints)),
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
          ...comparedCells(row),
          row.answered - row.claims,
          row.asked,
          ...when(appraised, row.decided),
          ...ranking.domains.map(({ code }) => number(row.domains.find((one) => one.code === code)?.index?.rounded)),
        ],
      })),
    },
    {
      name: says.domainsName,
      about,
      columns: [
        column(heads.body, 30),
        column(heads.domain, 8, COUNT),
        column(heads.title, 40),
        column(heads.rank, 7, COUNT),
        ...[heads.index, heads.points, heads.most].map((head) => column(head, 10, asPoints)),
        ...comparedColumns,
        column(heads.answered, 8, COUNT),
        column(heads.asked, 8, COUNT),
        ...when(appraised, column(heads.decided, 8, COUNT)),
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
            ...comparedCells(one),
            one.answered - one.claims,
            one.asked,
            ...when(appraised, one.decided),
          ],
        })),
      ),
    },
  ]);
}
