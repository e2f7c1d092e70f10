import type { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import { ENDS, type End, OTHER_END } from './check-kin.ts';
import type { DraftBody, Placed } from './placed.ts';
import type { RegisteredBody, RelatedBody } from './types.ts';

type DraftKin = Draft<RelatedBody>;

const arrow = (from: string | undefined, end: End, to: string | undefined): string => (end === 'successors' ? `${from} ${to}` : `${to} ${from}`);

/**
 * Merges a document's bodies into existing ones: a body in the document replaces the old one, but no transfer of work and
 * no body is lost by being left out. An id that meant another body is refused. With `oneEnd` a transfer may be stated by
 * only one of its bodies.
 */
export function mergeBodies(file: readonly Placed[], stored: readonly RegisteredBody[], oneEnd: boolean, faults: Faults): Placed[] {
  const known = new Map(stored.map((body) => [body.id, body]));
  const before = new Map<string, RegisteredBody>();
  const told = new Map<string, DraftKin>();
  for (const { body, path } of file) {
    for (const end of ENDS) for (const kin of body[end] ?? []) if (kin) told.set(arrow(body.id, end, kin.id), kin);
    const was = body.id === undefined ? undefined : known.get(body.id);
    if (!was) continue;
    before.set(was.id, was);
    const another = (body.kind !== undefined && body.kind !== was.kind) || (was.closed !== undefined && body.opened !== undefined && body.opened > was.closed);
    if (another) faults.add('duplicateId', at(path, 'id'), { found: was.id });
  }
  const placed = [
    ...file.map((one) => ({ ...one, body: withFormerKin(one.body, one.body.id === undefined ? undefined : before.get(one.body.id)) })),
    ...stored.filter(({ id }) => !before.has(id)).map((body) => ({ body: withToldKin(body, told), path: at(ROOT, 'stored', body.id), stored: true })),
  ];
  return oneEnd ? withBothEnds(placed, told) : placed;
}

/** Transfers that the document does not repeat stay. */
function withFormerKin(body: DraftBody, before: RegisteredBody | undefined): DraftBody {
  if (!before || ENDS.every((end) => before[end].length === 0)) return body;
  const joined = (end: End) => [...(body[end] ?? []), ...before[end].filter(({ id }) => !body[end]?.some((kin) => kin?.id === id))];
  return { ...body, predecessors: joined('predecessors'), successors: joined('successors') };
}

/** The stored end of a transfer is updated to what the document states. */
function withToldKin(body: RegisteredBody, told: ReadonlyMap<string, DraftKin>): DraftBody {
  if (told.size === 0 || ENDS.every((end) => body[end].length === 0)) return body;
  const anew = (end: End) => body[end].map((kin) => ({ ...kin, ...told.get(arrow(body.id, end, kin.id)), id: kin.id }));
  return { ...body, predecessors: anew('predecessors'), successors: anew('successors') };
}

function withBothEnds(placed: readonly Placed[], told: ReadonlyMap<string, DraftKin>): Placed[] {
  const lacking = new Map<string, { end: End; kin: DraftKin }[]>();
  for (const { body } of placed) {
    for (const end of ENDS) {
      for (const kin of body[end] ?? []) {
        const own = kin && told.get(arrow(body.id, end, kin.id));
        if (!own || kin.id === undefined || body.id === undefined) continue;
        const back = { end: OTHER_END[end], kin: { ...own, id: body.id } };
        const list = lacking.get(kin.id);
        if (list) list.push(back);
        else lacking.set(kin.id, [back]);
      }
    }
  }
  return placed.map((one) => {
    const backs = lacking.get(one.body.id ?? '');
    if (!backs) return one;
    const body = { ...one.body };
    for (const { end, kin } of backs) if (!body[end]?.some((link) => link?.id === kin.id)) body[end] = [...(body[end] ?? []), kin];
    return { ...one, body };
  });
}
