import type { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import { dayAfter } from './dated.ts';
import type { RegistryFile } from './shape.ts';
import type { BodyKind, Kin, RegisteredBody } from './types.ts';

type DraftBody = Draft<RegisteredBody>;

/** A body of the file with its place there. */
interface Placed {
  readonly body: DraftBody;
  readonly path: Path;
}

/** Faults of meaning in the registry, found on whatever could be read. */
export function checkRegistry(file: Draft<RegistryFile>, faults: Faults): void {
  const placed = [...placedIn(file, 'provinces', 'province', faults), ...placedIn(file, 'ministries', 'ministry', faults)];
  const byId = new Map<string, DraftBody>();
  for (const { body, path } of placed) {
    if (body.id === undefined) continue;
    if (byId.has(body.id)) faults.add('duplicateId', at(path, 'id'), { found: body.id });
    else byId.set(body.id, body);
  }
  for (const { body, path } of placed) {
    checkDates(body, path, faults);
    checkKin(body, 'predecessors', 'successors', path, byId, faults);
    checkKin(body, 'successors', 'predecessors', path, byId, faults);
  }
  checkCodes(placed, faults);
  file.codes_that_changed_hands?.forEach((change, index) => {
    for (const end of ['before', 'after'] as const) {
      const id = change?.[end];
      if (id !== undefined && !byId.has(id)) faults.add('unknownId', at(ROOT, 'codes_that_changed_hands', index, end), { found: id });
    }
  });
}

function placedIn(file: Draft<RegistryFile>, key: 'provinces' | 'ministries', kind: BodyKind, faults: Faults): Placed[] {
  return (file[key] ?? []).flatMap((body, index) => {
    if (!body) return [];
    const path = at(ROOT, key, index);
    if (body.kind !== undefined && body.kind !== kind) faults.add('unknownValue', at(path, 'kind'), { found: body.kind, expected: kind });
    return [{ body, path }];
  });
}

/** A body ends no sooner than it begins, and each of its lists runs forward in time. */
function checkDates(body: DraftBody, path: Path, faults: Faults): void {
  const { opened, closed } = body;
  if (opened !== undefined && closed !== undefined && closed < opened) faults.add('outOfRange', at(path, 'closed'), { found: closed, expected: `≥ ${opened}` });
  for (const key of ['names', 'codes', 'regions'] as const) {
    let before: string | undefined;
    body[key]?.forEach((member, index) => {
      if (!member) return;
      const where = at(path, key, index);
      const { from, to } = member;
      if (index > 0 && from === undefined) faults.add('missingKey', at(where, 'from'), { key: 'from' });
      if (from !== undefined && before !== undefined && from <= before) faults.add('outOfRange', at(where, 'from'), { found: from, expected: `> ${before}` });
      if (from !== undefined && to !== undefined && to < from) faults.add('outOfRange', at(where, 'to'), { found: to, expected: `≥ ${from}` });
      before = to ?? from ?? before;
    });
  }
}

/** Both ends of a lineage say the same. */
function checkKin(
  body: DraftBody,
  key: 'predecessors' | 'successors',
  back: 'predecessors' | 'successors',
  path: Path,
  byId: ReadonlyMap<string, DraftBody>,
  faults: Faults,
): void {
  body[key]?.forEach((kin: Draft<Kin> | undefined, index) => {
    if (kin?.id === undefined) return;
    const where = at(path, key, index, 'id');
    const other = byId.get(kin.id);
    if (!other) faults.add('unknownId', where, { found: kin.id });
    else if (!other[back]?.some((link) => link?.id === body.id)) faults.add('missingKey', at(where, back), { key: String(body.id) });
  });
}

/** A code with the days on which a body carries it: from the first, before the end. */
interface Held {
  readonly kind: BodyKind | undefined;
  readonly id: string | undefined;
  readonly code: string;
  readonly from: string;
  readonly end: string;
  readonly path: Path;
}

const ALWAYS = '0000-01-01';
const NEVER = '9999-12-31';

function heldBy({ body, path }: Placed): Held[] {
  const bodyEnd = body.closed === undefined ? NEVER : dayAfter(body.closed);
  return (body.codes ?? []).flatMap((member, index) => {
    if (member?.code === undefined) return [];
    const end = member.to === undefined ? (body.codes?.[index + 1]?.from ?? bodyEnd) : dayAfter(member.to);
    return [{ kind: body.kind, id: body.id, code: member.code, from: member.from ?? body.opened ?? ALWAYS, end, path: at(path, 'codes', index, 'code') }];
  });
}

/** On no day do two bodies of one kind carry the same code. */
function checkCodes(placed: readonly Placed[], faults: Faults): void {
  const byCode = Map.groupBy(placed.flatMap(heldBy), ({ kind, code }) => `${kind} ${code}`);
  for (const holders of byCode.values()) {
    holders.forEach((one, index) => {
      const before = holders.slice(0, index);
      if (before.some((other) => other.id !== one.id && other.from < one.end && one.from < other.end)) faults.add('duplicateId', one.path, { found: one.code });
    });
  }
}
