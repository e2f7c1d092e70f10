import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { COMMUNE_COLUMNS, COMMUNE_ROWS, communeFrame, frameOf } from '../frame/testing/small-frame.ts';
import { verifiedDrawTexts } from './draw-words.ts';
import { readDrawRecord } from './read-record.ts';
import { type DrawnUnit, type DrawRecord, hashOfDraw } from './record.ts';
import { designOf, recordOf } from './testing/designs.ts';
import { MOST_DIFFERENCES, verifyDraw } from './verify.ts';

const DESIGN = designOf({
  strata: [{ column: 'Khu vực' }],
  size: { kind: 'total', count: 3, allocation: { by: 'proportional', minimum: 1 } },
  stages: [
    { unit: 'Mã xã', method: 'pps', reserves: 1 },
    { unit: 'cluster', method: 'simple', take: 4, reserves: 1 },
  ],
});
const frame = communeFrame();
const record = recordOf(frame, DESIGN);

/** A record changed by somebody who also mends its hash. */
const changed = (parts: Partial<DrawRecord>): DrawRecord => {
  const other = { ...record, ...parts };
  return { ...other, hash: hashOfDraw(other) };
};
const withUnit = (index: number, parts: Partial<DrawnUnit>) =>
  changed({ units: record.units.with(index, { ...(record.units[index] as DrawnUnit), ...parts }) });
const codes = (of: DrawRecord, from = frame) => verifyDraw(of, from).differences.map(({ code }) => code);

describe('[F55] a record of a draw', () => {
  it('is found true, also after it was written and read again', () => {
    expect(verifyDraw(record, frame)).toEqual({ differences: [], more: 0 });
    const faults = new Faults();
    const read = readDrawRecord(readJson(JSON.stringify(record)).value, faults);
    expect(faults.list).toEqual([]);
    expect(read).toEqual(record);
    expect(verifyDraw(read as DrawRecord, frame).differences).toEqual([]);
  });

  it('is refused where it is none, with all faults', () => {
    const faults = new Faults();
    expect(
      readDrawRecord(readJson(JSON.stringify({ ...record, hash: 'x', more: 1, units: [{ ...record.units[0], overall: '0.5' }] })).value, faults),
    ).toBeUndefined();
    expect(faults.list.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual(['unknownKey /more', 'wrongType /hash', 'wrongType /units/0/overall']);
  });

  it('is found out by every single change, said exactly', () => {
    const villages = new Set(record.units.map(({ path }) => path.at(-1)));
    const [other] = COMMUNE_ROWS.filter(([code]) => !villages.has(String(code)));
    const index = record.units.findIndex(({ unit, sample }) => unit === 'cluster' && sample);
    const village = record.units[index] as DrawnUnit;
    const swapped = withUnit(index, { path: [village.path[0] as string, String(other?.[0])] });
    expect(codes(swapped)).toEqual(['unitAdded', 'unitMissing']);
    expect(verifiedDrawTexts(verifyDraw(swapped, frame), 'vi')).toEqual([
      `Biên bản có đơn vị không được chọn: thôn, tổ dân phố ${village.path[0]} / ${other?.[0]}.`,
      `Biên bản thiếu đơn vị được chọn: thôn, tổ dân phố ${village.path.join(' / ')}.`,
    ]);
    expect(verifiedDrawTexts(verifyDraw(withUnit(index, { overall: '1/2' }), frame), 'vi')).toEqual([
      `Đơn vị thôn, tổ dân phố ${village.path.join(' / ')}: xác suất được chọn chung ghi “1/2”, tính lại được “${village.overall}”.`,
    ]);
    for (const parts of [{ probability: '1/7' }, { order: '9' }, { reserve: true }, { sample: false }, { name: 'Thôn Minh họa 99' }])
      expect(codes(withUnit(index, parts))).toEqual(['unitDiffers']);
    expect(codes(withUnit(index, { stratum: ['khác'] }))).toEqual(['unitAdded', 'unitMissing']);
    expect(codes(changed({ units: record.units.toSpliced(index, 1) }))).toEqual(['unitMissing']);
    expect(codes(changed({ units: [...record.units, village] }))).toEqual(['unitAdded']);
    expect(codes(changed({ units: record.units.toReversed() }))).toEqual(['unitsOutOfOrder']);
    expect(codes(changed({ strata: record.strata.slice(1) }))).toEqual(['strataDiffer']);
    expect(record.short).not.toEqual([]);
    expect(codes(changed({ short: [] }))).toEqual(['shortDiffer']);
    expect(codes(changed({ frame: '0'.repeat(64) }))).toEqual(['frameDiffers']);
    expect(codes(changed({ designHash: '0'.repeat(64) }))).toEqual(['designDiffers']);
    expect(codes({ ...record, hash: '0'.repeat(64) })).toEqual(['hashDiffers']);
    expect(codes(changed({ seed: '' }))).toEqual(['seedEmpty']);
    expect(codes(changed({ seed: `${record.seed}1` }))).toContain('unitMissing');
    expect(codes(changed({ design: { ...DESIGN, title: { vi: 'Tên khác' } } }))).toEqual(expect.arrayContaining(['designDiffers', 'unitMissing']));
  });

  it('is not found true with any line of the frame changed', () => {
    for (const [index, row] of COMMUNE_ROWS.entries()) {
      const rows = COMMUNE_ROWS.with(index, row.with(2, Number(row[2]) + 1));
      expect(codes(record, frameOf(rows, COMMUNE_COLUMNS))).toContain('frameDiffers');
    }
  });

  it('lists no more differences than anybody reads', () => {
    const stages = [
      { unit: 'Mã xã', method: 'pps' },
      { unit: 'cluster', method: 'simple', take: 3 },
      { unit: 'household', method: 'simple', take: 30 },
    ];
    const large = recordOf(frame, { ...DESIGN, stages: designOf({ stages }).stages });
    const { differences, more } = verifyDraw({ ...large, seed: 'khác' }, frame);
    expect(differences).toHaveLength(MOST_DIFFERENCES);
    expect(more).toBeGreaterThan(0);
    expect(verifiedDrawTexts({ differences, more }, 'en').at(-1)).toBe(`${more} more differences are not listed here.`);
  });
});
