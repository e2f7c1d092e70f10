import type { SheetScore } from '@parindex/core';
import type { Stage } from '@parindex/core/ledger/index';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { expect, it } from 'vitest';
import type { ReadyEdition } from '../../editions/ready.ts';
import { sheetList } from './printed-sheet.ts';

const scheme = { rounding: { places: '2', mode: 'halfUp' } };
const edition = {
  prepared: {
    items: [
      { item: { code: '1.1', title: { vi: 'Tiêu chí' } }, source: 'appraised', group: 'regular' },
      { item: { code: '1.2', title: { vi: 'Câu hỏi' } }, source: 'survey', group: 'regular' },
    ],
  },
  scheme,
} as unknown as ReadyEdition;
const score = {
  result: {
    items: [
      { code: '1.1', state: 'notAccepted', points: '1/3', maximum: '1/1', explanation: {} },
      { code: '1.2', state: 'scored', points: '1/2', maximum: '2/1', explanation: {} },
    ],
  },
} as unknown as SheetScore;

it('the printed sheet calls stages and states what they are called everywhere', () => {
  const stages: Stage[] = ['claimed', 'appraised', 'second', 'council'];
  const printed = JSON.stringify(sheetList(edition, new Set(['1.1']), 'Tỉnh Minh họa 01', 2026, new Map(stages.map((stage) => [stage, score]))));
  expect(printed).toContain(`Điểm ${STEP_NAMES.vi.secondAppraisal.toLocaleLowerCase('vi')}`);
  expect(printed).not.toContain('thẩm định lại');
  expect(printed).toContain(ITEM_STATE_NAMES.vi.notAccepted);
  // Points are at the places of the edition; all their digits stand in the explanation alone.
  expect(printed).toContain('"Cơ quan tự chấm","1,00","0,33"');
  // What a survey gives stands in no column of what the body scores itself.
  expect(printed).toContain('"Điều tra xã hội học","2,00","","0,50"');
  // The one sum is of what the body scores itself, at every stage.
  expect(printed).toContain('"Cơ quan tự chấm","1,00","0,33","0,33","0,33","0,33","Đã chấm 1/1"],"bold":true');
});
