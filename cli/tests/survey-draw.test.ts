import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parindex } from './testing/commands.ts';

const DESIGN = `format: parindex-draw-design/1
title: { vi: Điều tra minh họa }
strata:
  - column: Khu vực
    values: [đô thị, nông thôn]
size: { kind: total, count: 4, allocation: { by: proportional, of: households, minimum: 1 } }
stages:
  - { unit: cluster, method: pps, reserves: 1 }
  - { unit: household, method: simple, take: 3 }
`;
const ROWS = Array.from({ length: 12 }, (_, index) => [`t${index + 1}`, `Thôn Minh họa ${index + 1}`, `${20 + index * 7}`, index < 5 ? 'đô thị' : 'nông thôn']);
const csv = (rows: readonly (readonly string[])[], mark = ',') =>
  ['Mã,Tên,Số hộ,Khu vực'.replaceAll(',', mark), ...rows.map((row) => row.join(mark))].join('\r\n');

let folder: string;
const at = (name: string) => path.join(folder, name);
const SEED = ['--seed', 'Quay số công khai 15/06/2026: 40718'];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-draw-'));
  writeFileSync(at('frame.csv'), csv(ROWS));
  writeFileSync(at('turned.csv'), `\uFEFF${csv(ROWS.toReversed(), ';')}\r\n`);
  writeFileSync(at('design.yaml'), DESIGN);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('[F55] parindex survey draw', () => {
  it('tells the hashes to publish, draws by the seed, and finds the record true from the same frame in any order', async () => {
    const before = await parindex(['survey', 'draw', at('frame.csv'), at('design.yaml')]);
    expect(before).toMatchObject({ exit: 0, err: '' });
    expect(before.out).toContain('Hãy công bố hai mã này trước khi rút thăm công khai');
    const drawn = await parindex(['survey', 'draw', at('frame.csv'), at('design.yaml'), ...SEED, '-o', at('draw.json')]);
    expect(drawn).toEqual({ exit: 0, out: '', err: `Đã chọn 16 đơn vị thuộc mẫu và 8 đơn vị dự phòng ở các giai đoạn.\nĐã ghi ${at('draw.json')}\n` });
    const record = JSON.parse(readFileSync(at('draw.json'), 'utf8'));
    expect(before.out).toContain(record.frame);
    expect(before.out).toContain(record.designHash);
    const again = await parindex(['survey', 'draw', at('turned.csv'), at('design.yaml'), ...SEED]);
    expect(JSON.parse(again.out)).toEqual(record);
    expect(await parindex(['survey', 'draw', at('turned.csv'), '--verify', at('draw.json')])).toEqual({
      exit: 0,
      out: 'Đúng: tính lại từ dàn mẫu được đúng biên bản này.\n',
      err: '',
    });
  });

  it('says what differs in a record that was changed, or that is of another frame', async () => {
    const { out } = await parindex(['survey', 'draw', at('frame.csv'), at('design.yaml'), ...SEED]);
    const record = JSON.parse(out);
    record.units[0].name = 'Thôn Minh họa 99';
    writeFileSync(at('changed.json'), JSON.stringify(record));
    const changed = await parindex(['--lang', 'en', 'survey', 'draw', at('frame.csv'), '--verify', at('changed.json')]);
    expect(changed.exit).toBe(1);
    expect(changed.out).toContain(`The unit cluster ${record.units[0].path[0]}: name is “Thôn Minh họa 99” in the record`);
    writeFileSync(at('other.csv'), csv(ROWS.slice(1)));
    writeFileSync(at('draw.json'), out);
    const other = await parindex(['survey', 'draw', at('other.csv'), '--verify', at('draw.json')]);
    expect(other.exit).toBe(1);
    expect(other.out).toContain('Dàn mẫu không phải dàn mẫu đã dùng');
  });

  it('takes the households’ own codes, and tells all faults of frame, lists, design and use', async () => {
    writeFileSync(at('small.csv'), 'code,name,households\na,Thôn Minh họa 01,3\n');
    writeFileSync(at('lists.csv'), 'cluster,household\na,h2\na,h1\na,h3\n');
    writeFileSync(at('small.yaml'), DESIGN.replace(/strata:[\s\S]*size: .*/, 'size: { kind: fixed, count: 1 }').replace(', reserves: 1', ''));
    const { out } = await parindex(['survey', 'draw', at('small.csv'), at('small.yaml'), ...SEED, '--households', at('lists.csv')]);
    expect(JSON.parse(out).units.map((unit: { path: string[] }) => unit.path.join('/'))).toEqual(expect.arrayContaining(['a', 'a/h1', 'a/h2', 'a/h3']));

    writeFileSync(
      at('faulty.csv'),
      csv([['t1', 'Thôn "Minh họa" 01'.replaceAll('"', ''), '=1+1', 'đô thị'], ...ROWS.slice(0, 1), ['t1', 'Thôn Minh họa 02', '-1', 'biển']]),
    );
    expect(await parindex(['survey', 'draw', at('faulty.csv'), at('design.yaml'), ...SEED])).toEqual({
      exit: 1,
      out: '',
      err: [
        'Dòng 2, cột “Số hộ”: Ô chứa công thức “=1+1”; cần ghi giá trị.',
        'Dòng 3, cột “Mã”: Mã “t1” đã có ở dòng 2.',
        'Dòng 4, cột “Số hộ”: Số hộ không thể là số âm “-1”.',
        'Dòng 4, cột “Khu vực”: Thiết kế mẫu không có tầng “biển” (các tầng: đô thị, nông thôn).',
        'Dòng 4, cột “Mã”: Mã “t1” đã có ở dòng 2.',
      ]
        .map((text) => `${at('faulty.csv')}: ${text}\n`)
        .join(''),
    });
    writeFileSync(at('faulty.yaml'), DESIGN.replace('method: pps', 'method: lot'));
    const faulty = await parindex(['survey', 'draw', at('frame.csv'), at('faulty.yaml')]);
    expect(faulty.exit).toBe(1);
    expect(faulty.err).toContain(`${at('faulty.yaml')}:8:22  /stages/0/method`);
    expect(await parindex(['survey', 'draw', at('frame.csv'), at('design.yaml'), '--seed', ' '])).toMatchObject({
      exit: 1,
      err: expect.stringContaining('Chưa có số khởi tạo'),
    });
    expect(await parindex(['survey', 'draw', at('frame.csv')])).toMatchObject({ exit: 2, err: expect.stringContaining('Cần tệp thiết kế mẫu') });
    expect(await parindex(['survey', 'lots', at('frame.csv')])).toMatchObject({ exit: 2, err: expect.stringContaining('chỉ có: draw') });
    expect(await parindex(['survey', 'draw', at('frame.csv'), '--verify', at('draw.json'), ...SEED])).toMatchObject({ exit: 2 });
    writeFileSync(at('broken.csv'), 'Mã,Tên\n"a,b\n');
    expect(await parindex(['survey', 'draw', at('broken.csv'), at('design.yaml')])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('không phải CSV hợp lệ'),
    });
  });
});
