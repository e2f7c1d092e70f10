import type { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import { checkCodes } from './check-codes.ts';
import { checkDescent, checkKin } from './check-kin.ts';
import { checkParents } from './check-parents.ts';
import { DATED_LISTS, type DraftBody, type Placed } from './placed.ts';
import type { RegistryFile } from './shape.ts';
import { type BodyKind, TYPES_OF_KIND } from './types.ts';

/** The bodies of a file, each with its place; a list has bodies of one kind. */
export function placedInFile(file: Draft<RegistryFile>, faults: Faults): Placed[] {
  return [
    ...placedIn(file, 'provinces', 'province', faults),
    ...placedIn(file, 'ministries', 'ministry', faults),
    ...placedIn(file, 'bodies', undefined, faults),
  ];
}

function placedIn(file: Draft<RegistryFile>, key: 'provinces' | 'ministries' | 'bodies', kind: BodyKind | undefined, faults: Faults): Placed[] {
  return (file[key] ?? []).flatMap((body, index) => {
    if (!body) return [];
    const path = at(ROOT, key, index);
    if (body.kind !== undefined && kind !== undefined && body.kind !== kind) faults.add('unknownValue', at(path, 'kind'), { found: body.kind, expected: kind });
    return [{ body, path, stored: false }];
  });
}

/** Semantic faults among bodies, those of a document together with stored ones, found in whatever could be read. */
export function checkBodies(placed: readonly Placed[], faults: Faults): ReadonlyMap<string, DraftBody> {
  const byId = new Map<string, DraftBody>();
  for (const { body, path } of placed) {
    if (body.id === undefined) continue;
    if (byId.has(body.id)) faults.add('duplicateId', at(path, 'id'), { found: body.id });
    else byId.set(body.id, body);
  }
  for (const one of placed) {
    checkDates(one.body, one.path, faults);
    if (!one.stored) checkTypes(one, faults);
    checkKin(one, 'predecessors', byId, faults);
    checkKin(one, 'successors', byId, faults);
  }
  checkCodes(placed, faults);
  checkParents(placed, byId, faults);
  checkDescent(placed, faults);
  return byId;
}

/** Both bodies of a transferred code must exist. */
export function checkReusedCodes(file: Draft<RegistryFile>, byId: ReadonlyMap<string, DraftBody>, faults: Faults): void {
  file.codes_that_changed_hands?.forEach((change, index) => {
    for (const end of ['before', 'after'] as const) {
      const id = change?.[end];
      if (id !== undefined && !byId.has(id)) faults.add('unknownId', at(ROOT, 'codes_that_changed_hands', index, end), { found: id });
    }
  });
}

/** A body's type must fit its kind. */
function checkTypes({ body, path }: Placed, faults: Faults): void {
  const types: readonly string[] | undefined = body.kind && TYPES_OF_KIND[body.kind];
  body.names?.forEach((name, index) => {
    if (types && name?.type !== undefined && !types.includes(name.type))
      faults.add('unknownValue', at(path, 'names', index, 'type'), { found: name.type, expected: types.join(', ') });
  });
}

/** A body must not end before it begins, and its lists must be chronological, within its existence. */
function checkDates(body: DraftBody, path: Path, faults: Faults): void {
  const { opened, closed } = body;
  if (opened !== undefined && closed !== undefined && closed < opened) faults.add('outOfRange', at(path, 'closed'), { found: closed, expected: `≥ ${opened}` });
  for (const key of DATED_LISTS) {
    let before: string | undefined;
    body[key]?.forEach((member, index) => {
      if (!member) return;
      const where = at(path, key, index);
      const { from, to } = member;
      if (index > 0 && from === undefined) faults.add('missingKey', at(where, 'from'), { key: 'from' });
      if (from !== undefined && before !== undefined && from <= before) faults.add('outOfRange', at(where, 'from'), { found: from, expected: `> ${before}` });
      else if (from !== undefined && closed !== undefined && from > closed)
        faults.add('outOfRange', at(where, 'from'), { found: from, expected: `≤ ${closed}` });
      if (from !== undefined && to !== undefined && to < from) faults.add('outOfRange', at(where, 'to'), { found: to, expected: `≥ ${from}` });
      else if (to !== undefined && opened !== undefined && to < opened) faults.add('outOfRange', at(where, 'to'), { found: to, expected: `≥ ${opened}` });
      before = to ?? from ?? before;
    });
  }
}
