import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { writeRows } from './xlsx-rows.ts';

it('a sheet of any length comes back as it was written, whatever stands in it, and is the same bytes each time', async () => {
  const head = ['Mã', 'Số', 'Lời <&> "…"'];
  // More texts than are written once alone, an escape of the format, a formula that is none, spaces, lines, nothing.
  const rowOf = (index: number) => [`phiếu ${index}`, index / 4, ['_x0041_', '=1+1', ' hai  ô ', 'dòng\nthứ hai', '', 'một lời'][index % 6] as string];
  const write = async () => {
    const rows = writeRows('Phiếu <1>', head);
    const pieces: Uint8Array[] = [];
    for (let part = 0; part < 50; part += 1) pieces.push(await rows.add(Array.from({ length: 500 }, (_, index) => rowOf(part * 500 + index))));
    expect(pieces.filter(({ length }) => length > 0).length).toBeGreaterThan(5);
    return Buffer.concat([...pieces, await rows.end()]);
  };
  const bytes = await write();
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.name).toBe('Phiếu <1>');
  expect(sheet?.rows).toHaveLength(1 + 25_000);
  expect(sheet?.rows[0]).toEqual(head);
  for (const index of [0, 1, 2, 3, 5, 24_996, 24_999]) expect(sheet?.rows[index + 1]).toEqual(rowOf(index));
  expect((sheet?.rows[5]?.[2] ?? '') === '').toBe(true);
  expect(Buffer.compare(await write(), bytes)).toBe(0);
});
