import { inLanguage, pointsText, type SheetScore } from '@parindex/core';
import type { Stage } from '@parindex/core/ledger/index';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import type { OfficialDocument } from '../../../documents/document.ts';
import { listDocument } from '../../../documents/shapes.ts';
import type { ReadyEdition } from '../../editions/ready.ts';

/** A sheet as a printable list: items with their points at every stage that has entries. */
export function sheetList({ prepared, scheme }: ReadyEdition, name: string, year: number, scores: ReadonlyMap<Stage, SheetScore>): OfficialDocument {
  const stages = [...scores];
  const last = stages.at(-1)?.[1];
  return listDocument({
    title: 'Bảng tổng hợp kết quả tự đánh giá, chấm điểm',
    about: [`${name}, kỳ đánh giá năm ${year}`],
    columns: [
      ['Mã', 10],
      ['Tiêu chí, tiêu chí thành phần', 70],
      ['Điểm tối đa', 12],
      ...stages.map(([stage]) => [STAGE_POINTS_NAMES.vi[stage], 14] as const),
      ['Trạng thái', 18],
    ],
    rows: prepared.items.map(({ item }, index) => {
      const final = last?.result.items[index];
      return [
        item.code,
        inLanguage(item.title, 'vi') ?? '',
        final ? pointsText(final.maximum, scheme, 'vi') : '',
        ...stages.map(([, { result }]) => pointsText(result.items[index]?.points ?? '0/1', scheme, 'vi')),
        final ? ITEM_STATE_NAMES.vi[final.state] : '',
      ];
    }),
  });
}
