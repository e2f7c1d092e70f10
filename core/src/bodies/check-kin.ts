import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import { inCircles } from './circles.ts';
import type { DraftBody, Placed } from './placed.ts';
import type { RelatedBody } from './types.ts';

export const ENDS = ['predecessors', 'successors'] as const;
export type End = (typeof ENDS)[number];
export const OTHER_END = { predecessors: 'successors', successors: 'predecessors' } as const satisfies Record<End, End>;

type ById = ReadonlyMap<string, DraftBody>;

/** Both ends of a succession must agree. */
export function checkKin({ body, path }: Placed, end: End, byId: ById, faults: Faults): void {
  const back = OTHER_END[end];
  body[end]?.forEach((kin, index) => {
    if (kin?.id === undefined) return;
    const where = at(path, end, index);
    const other = byId.get(kin.id);
    if (!other) return faults.add('unknownId', at(where, 'id'), { found: kin.id });
    const answer = other[back]?.find((link) => link?.id === body.id);
    if (!answer) return faults.add('missingKey', at(where, 'id', back), { key: String(body.id) });
    if (end === 'predecessors') checkSame(kin, answer, where, faults);
  });
}

/** What both ends tell of the passing must agree. */
function checkSame(kin: Draft<RelatedBody>, answer: Draft<RelatedBody>, path: Path, faults: Faults): void {
  const pairs = [
    [at(path, 'changedOn'), kin.changedOn, answer.changedOn],
    [at(path, 'decision', 'number'), kin.decision?.number, answer.decision?.number],
    [at(path, 'decision', 'date'), kin.decision?.date, answer.decision?.date],
  ] as const;
  for (const [where, one, other] of pairs) {
    if (one !== undefined && other !== undefined && one !== other) faults.add('outOfRange', where, { found: one, expected: other });
  }
}

/** No body may be its own predecessor, however indirectly. */
export function checkDescent(placed: readonly Placed[], faults: Faults): void {
  const circles = inCircles(new Map(placed.map(({ body }) => [body.id ?? '', (body.predecessors ?? []).flatMap((kin) => kin?.id ?? [])])));
  if (circles.size === 0) return;
  for (const { body, path } of placed) {
    if (body.id === undefined || !circles.has(body.id)) continue;
    body.predecessors?.forEach((kin, index) => {
      if (kin?.id !== undefined && circles.has(kin.id)) faults.add('cycle', at(path, 'predecessors', index, 'id'), { found: kin.id });
    });
  }
}
