import { Faults } from '../../../reading/faults.ts';
import { readJson } from '../../../reading/json.ts';
import type { Frame } from '../../frame/types.ts';
import { DRAW_DESIGN_FORMAT, type DrawDesign } from '../design.ts';
import { drawSample } from '../draw.ts';
import { readDrawDesign } from '../read-design.ts';
import type { DrawRecord } from '../record.ts';

/** A design as its author writes it; without size and stages a simple draw of two units. */
export const rawDesign = (parts: object) => ({
  format: DRAW_DESIGN_FORMAT,
  title: { vi: 'Chọn mẫu minh họa' },
  size: { kind: 'fixed', count: 2 },
  stages: [{ unit: 'cluster', method: 'simple' }],
  ...parts,
});

/** The faults of a design, by code and path. */
export function faultsOf(parts: object): string[] {
  const faults = new Faults();
  readDrawDesign(readJson(JSON.stringify(rawDesign(parts))).value, faults);
  return faults.list.map(({ code, path }) => `${code} ${path}`);
}

/** A design that must be sound. */
export function designOf(parts: object): DrawDesign {
  const faults = new Faults();
  const design = readDrawDesign(readJson(JSON.stringify(rawDesign(parts))).value, faults);
  if (!design) throw new Error(JSON.stringify(faults.list));
  return design;
}

/** A draw that must be held. */
export function recordOf(frame: Frame, design: DrawDesign, seed = 'Quay số công khai 15/06/2026: 40718'): DrawRecord {
  const drawn = drawSample(frame, design, seed);
  if (!('record' in drawn)) throw new Error(JSON.stringify(drawn.faults));
  return drawn.record;
}
