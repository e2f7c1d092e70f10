import type { SheetScore } from '@parindex/core';
import type { Stage } from '@parindex/core/ledger/index';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { expect, it } from 'vitest';
import type { ReadyEdition } from '../../editions/ready.ts';
import { sheetList } from './printed-sheet.ts';

const edition = { prepared: { items: [{ item: { code: '1.1', title: { vi: 'Tiêu chí' } } }] } } as unknown as ReadyEdition;
const score = { result: { items: [{ state: 'notAccepted', points: '0/1', maximum: '1/1' }] } } as unknown as SheetScore;

it('the printed sheet calls stages and states what they are called everywhere', () => {
  const stages: Stage[] = ['claimed', 'appraised', 'second', 'council'];
  const printed = JSON.stringify(sheetList(edition, 'Tỉnh Minh họa 01', 2026, new Map(stages.map((stage) => [stage, score]))));
  expect(printed).toContain(`Điểm ${STEP_NAMES.vi.secondAppraisal.toLocaleLowerCase('vi')}`);
  expect(printed).not.toContain('thẩm định lại');
  expect(printed).toContain(ITEM_STATE_NAMES.vi.notAccepted);
});
