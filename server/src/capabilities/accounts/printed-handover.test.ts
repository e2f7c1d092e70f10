import { STEPS } from '@parindex/core/round/steps';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { expect, it } from 'vitest';
import { agencyOf, handoverDocument } from './printed-handover.ts';
import type { HandoverRecord } from './queries/handovers.ts';

const at = '2026-03-02T03:00:00.000Z';
const person = (name: string) => ({ id: '00000000-0000-4000-8000-000000000001', name });
const body = { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' };
const record = {
  id: '00000000-0000-4000-8000-000000000002',
  day: '2026-03-02',
  document: null,
  from: person('Nguyễn Văn An'),
  to: person('Trần Thị Bình'),
  performedBy: { ...person('Lê Văn Cường'), role: 'administrator', body: null },
  performedAt: at,
  memberships: [{ id: '00000000-0000-4000-8000-000000000003', role: 'auditor', body, begins: '2026-03-02', ends: null, alreadyHeld: false }],
  sheets: [{ round: { id: 'r', title: 'Kỳ minh họa' }, body, entries: 1, lastAt: at, steps: STEPS.map((step) => ({ step, closes: at })) }],
  tokens: [],
} as unknown as HandoverRecord;

it('the record of a handover calls roles and steps what the workspace calls them', () => {
  const printed = JSON.stringify(
    handoverDocument(
      record,
      { listed: [{ round: 'r', body: body.id, number: '12/KH-MH', date: '2026-01-05', subject: 'Kế hoạch cải cách hành chính' }], unseen: 2 },
      { above: null, name: agencyOf(record)?.name ?? '' },
      false,
    ),
  );
  expect(STEPS.map((step) => STEP_NAMES.vi[step]).filter((name) => !printed.includes(`${name} (`))).toEqual([]);
  expect(printed).toContain(`"${ROLE_NAMES.vi.auditor}"`);
  // It names the agency and the documents, and nothing by an id.
  expect(printed).toContain('"12/KH-MH","05/01/2026","Kế hoạch cải cách hành chính","Tỉnh Minh họa 01, Kỳ minh họa"');
  expect(printed).toContain('Có 2 tài liệu không nêu ở đây');
  expect(printed).toContain('"issuer":{"above":null,"name":"Tỉnh Minh họa 01"}');
  expect(printed).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
});

it('without sheets in hand it does not say that the giver brought no documents', () => {
  const printed = JSON.stringify(handoverDocument({ ...record, sheets: [] }, { listed: [], unseen: 0 }, null, false));
  expect(printed).toContain('vẫn lưu trong kho của từng kỳ');
  expect(printed).not.toContain('Không có tài liệu nào');
  const none = JSON.stringify(handoverDocument(record, { listed: [], unseen: 0 }, null, false));
  expect(none).toContain('đưa vào kho của các bảng chấm điểm nêu ở mục 2');
  expect(none).toContain('Không có tài liệu nào.');
});
