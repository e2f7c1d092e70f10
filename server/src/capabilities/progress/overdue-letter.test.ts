import { expect, it } from 'vitest';
import { overdueLetter } from './overdue-letter.ts';

const PLAN_2022 = { number: '878/QĐ-BMH', title: { vi: 'của Bộ Minh họa ban hành Kế hoạch xác định Chỉ số cải cách hành chính năm 2022' } };

const letterTo = (names: readonly string[], year = 2022) =>
  overdueLetter({
    owner: { name: 'Bộ Minh họa', kind: 'ministry', above: null },
    round: { title: 'Kỳ minh họa', year },
    plan: null,
    bases: [{ number: '876/QĐ-BMH' }, PLAN_2022],
    form: null,
    moment: Date.parse('2023-02-10T02:00:00Z'),
    bodies: names.map((name) => ({
      ...{ name, kind: 'province' as const, closes: '2023-02-09T17:00:00Z', late: true, notApproved: 0, errors: 1 },
      own: { asked: 62, answered: 60 },
    })),
    illustrative: true,
    status: 'illustrative',
  });
const textOf = (letter: ReturnType<typeof letterTo>) => letter.body.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
const missingIn = (letter: ReturnType<typeof letterTo>) =>
  letter.body.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells[3]) : []));

it('[F45] a letter to one body speaks of that one, lists what the board counts, and ends no row with a semicolon', () => {
  const one = letterTo(['Tỉnh Minh họa 01']);
  for (const part of [
    'ngày 10 tháng 02 năm 2023 Ủy ban nhân dân tỉnh Minh họa 01 chưa hoàn thành, đã quá hạn:',
    'đề nghị Ủy ban nhân dân tỉnh Minh họa 01 khẩn trương:',
    'đề nghị Ủy ban nhân dân tỉnh Minh họa 01 phản ánh',
  ])
    expect(textOf(one)).toContain(part);
  expect(textOf(one)).not.toMatch(/sau đây|nêu trên/);
  expect(missingIn(one)).toEqual(['Còn 2 nội dung chưa chấm; còn 1 lỗi số liệu, căn cứ; chưa chốt số liệu']);
  const two = letterTo(['Tỉnh Minh họa 01', 'Tỉnh Minh họa 02']);
  expect(textOf(two)).toMatch(/các cơ quan, đơn vị sau đây chưa hoàn thành, đều đã quá hạn:[\s\S]*có tên nêu trên khẩn trương/);
  expect(missingIn(two).every((text) => !/[;.]$/.test(String(text)))).toBe(true);
});

it('[F45] without a plan of the round it carries out that of its year among the grounds of the edition, as a report does', () => {
  expect(textOf(letterTo(['Tỉnh Minh họa 01']))).toContain('Thực hiện Quyết định số 878/QĐ-BMH của Bộ Minh họa ban hành Kế hoạch xác định');
  expect(textOf(letterTo(['Tỉnh Minh họa 01'], 2023))).toContain('Thực hiện kế hoạch của “Kỳ minh họa”');
});
