import type { NumberText } from '../quantity/number-text.ts';
import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import { type Draft, object, optional, required, type Shape, text } from '../reading/shape.ts';
import { titleShape } from '../reading/title-shape.ts';
import type { Title } from '../text/title.ts';

/** One of the things that are ticked, with what it is worth. */
export interface Check {
  id: string;
  title?: Title;
  points?: NumberText;
}

export const checkShape = (points: Shape<NumberText>): Shape<Check> =>
  object<Check>({ id: required(text), title: optional(titleShape), points: optional(points) });

/** Ticks must be known and stand once. */
export function checkTicks(checks: readonly Check[], ticks: Draft<string[]> | undefined, path: Path, faults: Faults): void {
  const seen = new Set<string>();
  ticks?.forEach((id, index) => {
    if (id === undefined) return;
    const here = at(path, 'checks', index);
    if (!checks.some((check) => check.id === id)) faults.add('unknownId', here, { found: id });
    if (seen.has(id)) faults.add('duplicateId', here, { found: id });
    seen.add(id);
  });
}
