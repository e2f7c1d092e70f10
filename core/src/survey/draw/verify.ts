import { canonicalText } from '../../reading/normal-form.ts';
import type { Details } from '../../words/texts.ts';
import type { Frame } from '../frame/types.ts';
import { drawSample } from './draw.ts';
import { DRAW_FAULT_CODES, type DrawFault } from './faults.ts';
import { type DrawnUnit, type DrawRecord, hashOfDraw } from './record.ts';

/** How a record can differ from the draw worked out again; or why that cannot be done. */
export const DRAW_DIFFERENCE_CODES = [
  ...DRAW_FAULT_CODES,
  'hashDiffers',
  'frameDiffers',
  'designDiffers',
  'strataDiffer',
  'shortDiffer',
  'unitMissing',
  'unitAdded',
  'unitDiffers',
  'unitsOutOfOrder',
] as const;
export type DrawDifferenceCode = (typeof DRAW_DIFFERENCE_CODES)[number];

export interface DrawDifference {
  readonly code: DrawDifferenceCode;
  readonly details: Details;
}

/** What differs; `more` differences beyond those listed. None: the record is that of this frame, design and seed. */
export interface VerifiedDraw {
  readonly differences: readonly DrawDifference[];
  readonly more: number;
}

/** With another seed or frame everything differs: nobody reads it all. */
export const MOST_DIFFERENCES = 200;

const FIELDS = ['order', 'reserve', 'sample', 'name', 'probability', 'overall'] as const;

const keyOf = ({ unit, stratum, path }: DrawnUnit): string => canonicalText([unit, stratum, path]);
const detailsOf = ({ unit, path }: DrawnUnit): Details => ({ unit, path: path.join(' / ') });

/** Works a draw out again from its design and seed and this frame, and says exactly what the record has otherwise. */
export function verifyDraw(record: DrawRecord, frame: Frame): VerifiedDraw {
  const found: (DrawDifference | DrawFault)[] = [];
  const differs = (code: DrawDifferenceCode, was: string, is: string, details: Details = {}) => {
    if (was !== is) found.push({ code, details: { ...details, found: was, expected: is } });
  };
  differs('hashDiffers', record.hash, hashOfDraw(record));
  differs('frameDiffers', record.frame, frame.hash);
  const drawn = drawSample(frame, record.design, record.seed);
  if ('faults' in drawn) found.push(...drawn.faults);
  else {
    const again = drawn.record;
    differs('designDiffers', record.designHash, again.designHash);
    differs('strataDiffer', canonicalText(record.strata), canonicalText(again.strata));
    differs('shortDiffer', canonicalText(record.short), canonicalText(again.short));
    found.push(...unitDifferences(record.units, again.units));
  }
  return { differences: found.slice(0, MOST_DIFFERENCES), more: Math.max(0, found.length - MOST_DIFFERENCES) };
}

function unitDifferences(recorded: readonly DrawnUnit[], again: readonly DrawnUnit[]): DrawDifference[] {
  const found: DrawDifference[] = [];
  const waiting = new Map(again.map((unit) => [keyOf(unit), unit]));
  for (const unit of recorded) {
    const is = waiting.get(keyOf(unit));
    if (!is) found.push({ code: 'unitAdded', details: detailsOf(unit) });
    else
      for (const field of FIELDS)
        if (unit[field] !== is[field])
          found.push({ code: 'unitDiffers', details: { ...detailsOf(unit), field, found: String(unit[field] ?? ''), expected: String(is[field] ?? '') } });
    // A unit that stands twice is added the second time.
    waiting.delete(keyOf(unit));
  }
  for (const unit of waiting.values()) found.push({ code: 'unitMissing', details: detailsOf(unit) });
  if (found.length === 0 && recorded.some((unit, index) => keyOf(unit) !== keyOf(again[index] as DrawnUnit)))
    found.push({ code: 'unitsOutOfOrder', details: {} });
  return found;
}
