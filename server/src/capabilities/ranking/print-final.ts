import { type Language, PHRASES } from '@parindex/core';
import type { finalLossesAnswer } from '@parindex/core/contracts/schemas/index';
import { fromFraction, subtract, sum, toFraction } from '@parindex/core/quantity/rational';
import { estimatedItems } from '@parindex/core/scoring/own-items';
import { STAGE_NAMES } from '@parindex/core/words/stages';
import type { z } from 'zod';
import { momentText } from '../../documents/moment-text.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { writeLists } from '../../documents/xlsx.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { COUNT, column, number, RANKING_HEADS } from './ranking-columns.ts';
import type { FinalRankingAnswer } from './read-final.ts';

interface PrintedFinal {
  readonly final: FinalRankingAnswer;
  /** For whoever sees the round whole. */
  readonly losses: z.output<typeof finalLossesAnswer> | null;
  readonly edition: ReadyEdition;
  /** From a sandbox. */
  readonly invented: boolean;
  readonly language: Language;
}

/** The final result of a round as XLSX, as far as its asker is told it: places, by domain, and of each body what it lost at each item. */
export function printFinal({ final, losses, edition: { scheme, prepared }, invented, language }: PrintedFinal): Promise<Uint8Array> {
  const says = RANKING_HEADS[language];
  const { heads } = says;
  const [points, asPoints] = [pointsCell(final), pointsColumn(final)];
  const about = [
    says.finalTitle,
    final.title,
    ...(final.closedAt === null ? [] : [says.closed(momentText(final.closedAt))]),
    ...(final.view === 'whole' ? [] : [says.own]),
    ...(invented ? [says.sandbox] : []),
    ...(scheme.status === 'official' ? [] : [PHRASES[language].statusNote[scheme.status]]),
    says.unrounded,
  ];
  // What nothing stands in is left out.
  const when = <T>(has: boolean, ...some: T[]): T[] => (has ? some : []);
  const blocks = final.rows.some(({ body }) => body.block !== null);
  const classed = final.rows.some((row) => row.class !== null);
  const stages = final.rows.find(({ steps }) => steps.length > 0)?.steps.map(({ stage }) => stage) ?? [];
  const claimed = estimatedItems(prepared).size > 0 ? heads.claimedWithSurvey : heads.claimed;
  const lostBy = (part: { readonly points: string; readonly maximum: string }) => subtract(fromFraction(part.maximum), fromFraction(part.points));
  const titles = new Map(final.domains.map(({ code, title }) => [code, title]));
  return writeLists([
    {
      name: says.listName,
      about,
      columns: [
        column(heads.rank, 7, COUNT),
        ...when(blocks, column(heads.blockRank, 8, COUNT)),
        column(heads.body, 30),
        ...when(blocks, column(heads.block, 14)),
        ...[heads.index, heads.points, heads.most].map((head) => column(head, 9, asPoints)),
        ...when(classed, column(heads.class, 14)),
        ...stages.map((stage, at) => column(at === 0 ? claimed : heads.moved(STAGE_NAMES[language][stage]), 11, asPoints)),
        ...(final.before ? [column(heads.lastYear(String(final.before.year)), 9, COUNT)] : []),
        ...final.domains.map(({ code, title }) => column(`${code}. ${title}`, 14, asPoints)),
      ],
      rows: final.rows.map((row) => ({
        cells: [
          row.rank ?? '',
          ...when(blocks, row.blockRank ?? ''),
          row.body.name,
          ...when(blocks, row.body.block ?? ''),
          number(row.index?.rounded),
          ...[points(row.points), points(row.maximum)],
          ...when(classed, row.class?.title ?? ''),
          ...stages.map((stage, at) => {
            const step = row.steps.find((one) => one.stage === stage);
            return number((at === 0 ? step?.index : step?.change)?.rounded);
          }),
          ...when(final.before !== null, row.lastYear?.rank ?? ''),
          ...final.domains.map(({ code }) => number(row.domains.find((one) => one.code === code)?.index?.rounded)),
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
      ],
      rows: final.rows.flatMap((row) =>
        row.domains.map((one) => ({
          cells: [row.body.name, one.code, titles.get(one.code) ?? '', one.rank ?? '', number(one.index?.rounded), points(one.points), points(one.maximum)],
        })),
      ),
    },
    ...(losses === null || losses.rows.length === 0
      ? []
      : [
          {
            name: says.lossesName,
            about,
            columns: [
              column(heads.body, 30),
              column(heads.lost, 10, asPoints),
              ...losses.items.map(({ code, title }) => column(`${code}. ${title}`, 14, asPoints)),
            ],
            rows: losses.rows.map((row) => ({
              cells: [
                row.body.name,
                points(toFraction(sum(row.items.flatMap((part) => (part === null ? [] : [lostBy(part)]))))),
                ...row.items.map((part) => (part === null ? '' : points(toFraction(lostBy(part))))),
              ],
            })),
          },
        ]),
  ]);
}
