import { inLanguage, isClaim, ownPoints, pointsText, type SheetScore } from '@parindex/core';
import type { Stage } from '@parindex/core/ledger/index';
import { briefTexts } from '@parindex/core/words/brief-words';
import { itemStateName } from '@parindex/core/words/item-state';
import { SOURCE_NAMES } from '@parindex/core/words/kinds';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import type { OfficialDocument } from '../../../documents/document.ts';
import { listDocument } from '../../../documents/shapes.ts';
import type { ReadyEdition } from '../../editions/ready.ts';

const OWN = 'Cơ quan tự chấm';
const OTHERS = 'Không tự chấm';

/** A sheet as a printable list: items with their points at every stage that has entries; what others give is no part of what a body scores itself. */
export function sheetList(
  { prepared, scheme }: ReadyEdition,
  own: ReadonlySet<string>,
  name: string,
  year: number,
  scores: ReadonlyMap<Stage, SheetScore>,
): OfficialDocument {
  const stages = [...scores];
  const last = stages.at(-1)?.[1];
  return listDocument({
    title: 'Bảng tổng hợp kết quả tự đánh giá, chấm điểm',
    about: [`${name}, kỳ đánh giá năm ${year}`],
    columns: [
      ['STT', 10],
      ['Tiêu chí, nội dung chấm điểm', 64],
      ['Nguồn điểm', 20],
      ['Điểm tối đa', 10, 'right'],
      ...stages.map(([stage]) => [STAGE_POINTS_NAMES.vi[stage], 12, 'right'] as const),
      ['Trạng thái', 22],
    ],
    rows: prepared.items.map(({ item, source }, index) => {
      const final = last?.result.items[index];
      const mine = own.has(item.code);
      const state = final && (mine ? (isClaim(final) ? briefTexts.vi.claims : itemStateName(final, 'vi')) : OTHERS);
      return [
        item.code,
        inLanguage(item.title, 'vi') ?? '',
        mine ? OWN : SOURCE_NAMES.vi[source],
        final ? pointsText(final.maximum, scheme, 'vi') : '',
        ...stages.map(([stage, { result }]) => (mine || stage !== 'claimed' ? pointsText(result.items[index]?.points ?? '0/1', scheme, 'vi') : '')),
        state ?? '',
      ];
    }),
    sums: last === undefined ? [] : [sumRow({ prepared, scheme }, own, stages, last)],
  });
}

/** What the body scores itself, at every stage; bonus and penalty, and what others give, are in no sum. */
function sumRow(
  { prepared, scheme }: Pick<ReadyEdition, 'prepared' | 'scheme'>,
  own: ReadonlySet<string>,
  stages: readonly [Stage, SheetScore][],
  last: SheetScore,
) {
  const sum = ({ result }: SheetScore) => ownPoints(prepared, own, result.items);
  const { maximum, answered, asked } = sum(last);
  return [
    '',
    'Tổng các nội dung cơ quan tự chấm (không gồm điểm thưởng, điểm trừ)',
    OWN,
    pointsText(maximum, scheme, 'vi'),
    ...stages.map(([, score]) => pointsText(sum(score).points, scheme, 'vi')),
    `Đã chấm ${answered}/${asked}`,
  ];
}
