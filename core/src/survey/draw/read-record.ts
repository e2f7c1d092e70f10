import type { Faults } from '../../reading/faults.ts';
import { type Path, ROOT } from '../../reading/path.ts';
import type { Raw } from '../../reading/raw.ts';
import { booleanShape, integer, list, object, oneOf, optional, required, type Shape, text, textMatching } from '../../reading/shape.ts';
import type { DrawDesign } from './design.ts';
import { readDrawDesign } from './read-design.ts';
import { DRAW_FORMAT, type DrawnStratum, type DrawnUnit, type DrawRecord, type ShortUnit } from './record.ts';

const sha256 = textMatching(/^[0-9a-f]{64}$/);
const fraction = textMatching(/^\d+\/[1-9]\d*$/);
const texts = list(text) as never;

const design: Shape<DrawDesign> = { read: (raw, path, faults) => readDrawDesign(raw, faults, path) as never };

const recordShape = object<DrawRecord>({
  format: required(oneOf([DRAW_FORMAT])),
  frame: required(sha256),
  design: required(design) as never,
  designHash: required(sha256),
  seed: required(text),
  strata: required(
    list(object<DrawnStratum>({ stratum: required(texts), units: required(integer), households: required(integer), drawn: required(integer) })),
  ) as never,
  units: required(
    list(
      object<DrawnUnit>({
        unit: required(text),
        stratum: required(texts),
        path: required(texts),
        name: optional(text),
        order: required(integer),
        reserve: required(booleanShape),
        sample: required(booleanShape),
        probability: required(fraction),
        overall: required(fraction),
      }),
    ),
  ) as never,
  short: required(list(object<ShortUnit>({ path: required(texts), wanted: required(integer), has: required(integer) }))) as never,
  hash: required(sha256),
});

/** Reads a record of a draw, or adds all that is wrong with its form to `faults`; whether it is true is asked of `verifyDraw`. */
export function readDrawRecord(raw: Raw, faults: Faults, path: Path = ROOT): DrawRecord | undefined {
  const before = faults.list.length;
  const draft = recordShape.read(raw, path, faults);
  return faults.list.length === before ? (draft as DrawRecord) : undefined;
}
