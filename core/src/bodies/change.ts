import { dayBefore } from '../quantity/calendar-date.ts';
import { Faults } from '../reading/faults.ts';
import { at, keysOf, type Path, pointer, ROOT } from '../reading/path.ts';
import { isObject, type Raw } from '../reading/raw.ts';
import { booleanShape, type Draft, list, object, oneOf, optional, required, withDefault } from '../reading/shape.ts';
import { checkBodies } from './check.ts';
import type { DatedList, Placed } from './placed.ts';
import { day, decided, nameText, noteText } from './shape.ts';
import { sortNameOf } from './sort-name.ts';
import {
  BODY_TYPES,
  type BodyRegistry,
  type BodyType,
  CHANGING_ATTRIBUTES,
  type ChangingAttribute,
  type Dated,
  type Decision,
  type RegisteredBody,
} from './types.ts';

/** The list of a body that contains an attribute, and its key there. */
const LIST_OF = { code: 'codes', region: 'regions', block: 'blocks', parent: 'parents' } as const satisfies Record<ChangingAttribute, DatedList>;
const KEY_OF = { code: 'code', region: 'name', block: 'name', parent: 'id' } as const satisfies Record<ChangingAttribute, string>;

interface NewName {
  from: string;
  full: string;
  short?: string;
  sort?: string;
  type?: BodyType;
  basis?: string;
}

interface NewAttribute {
  attribute: ChangingAttribute;
  from: string;
  /** Absent (null): the body has none from that day on. */
  value?: string;
  basis?: string;
}

/** A change to one body. */
export interface BodyChange {
  close?: { lastDay: string; decision: Decision };
  name?: NewName;
  attributes: NewAttribute[];
  ranked?: boolean;
  note?: string;
}

const changeShape = object<BodyChange>({
  close: optional(object<{ lastDay: string; decision: Decision }>({ lastDay: required(day), decision: required(decided) })),
  name: optional(
    object<NewName>({
      from: required(day),
      full: required(nameText),
      short: optional(nameText),
      sort: optional(nameText),
      type: optional(oneOf(BODY_TYPES)),
      basis: optional(noteText),
    }),
  ),
  attributes: withDefault(
    list(object<NewAttribute>({ attribute: required(oneOf(CHANGING_ATTRIBUTES)), from: required(day), value: optional(nameText), basis: optional(noteText) })),
    () => [],
  ),
  ranked: optional(booleanShape),
  note: optional(noteText),
});

/** The allowed members of a change; at least one is required. */
const CHANGES = ['close', 'name', 'attributes', 'ranked', 'note'] as const;

/** The present member ends on the day before; a list cannot change on or before the day its last member began. */
function endedBefore<T extends Dated>(list: readonly T[], from: string, body: RegisteredBody, path: Path, faults: Faults): T[] | undefined {
  const last = list.at(-1);
  if (!last) return [];
  const began = last.from ?? body.opened;
  if (began !== undefined && from <= began) {
    faults.add('outOfRange', path, { found: from, expected: `> ${began}` });
    return undefined;
  }
  return last.to !== undefined && last.to < from ? [...list] : [...list.slice(0, -1), { ...last, to: dayBefore(from) }];
}

function withName(body: RegisteredBody, name: Draft<NewName>, faults: Faults): RegisteredBody {
  const { from, full, short = full, sort, type = body.names.at(-1)?.type, basis } = name;
  if (from === undefined || full === undefined || short === undefined) return body;
  const names = endedBefore(body.names, from, body, at(ROOT, 'name', 'from'), faults);
  if (!names) return body;
  const added = { from, full, short, sort: sort ?? sortNameOf(full), ...(type === undefined ? {} : { type }), ...(basis === undefined ? {} : { basis }) };
  return { ...body, names: [...names, added] };
}

function withAttribute(body: RegisteredBody, { attribute, from, value, basis }: Draft<NewAttribute>, path: Path, faults: Faults): RegisteredBody {
  if (attribute === undefined || from === undefined) return body;
  const key = LIST_OF[attribute];
  const members = endedBefore<Dated>(body[key], from, body, at(path, 'from'), faults);
  if (!members) return body;
  const added = value === undefined ? [] : [{ from, [KEY_OF[attribute]]: value, ...(basis === undefined ? {} : { basis }) }];
  return { ...body, [key]: [...members, ...added] };
}

/**
 * The bodies after a change to one of them, or undefined with all its faults. It judges whatever can be read; faults of
 * form were reported by the schema. `raw` is the change as sent.
 */
export function changeBody(stored: readonly RegisteredBody[], id: string, raw: Raw, faults: Faults): BodyRegistry | undefined {
  const change = changeShape.read(raw, ROOT, new Faults());
  const before = stored.find((one) => one.id === id);
  if (!change || !before) return undefined;
  if (isObject(raw) && CHANGES.every((key) => raw[key] === undefined)) faults.add('missingKey', at(ROOT, CHANGES[0]), { key: CHANGES.join(' | ') });
  let body = before;
  if (change.name) body = withName(body, change.name, faults);
  change.attributes?.forEach((one, index) => {
    if (one) body = withAttribute(body, one, at(ROOT, 'attributes', index), faults);
  });
  if (change.close?.lastDay !== undefined && change.close.decision) {
    body = { ...body, closed: change.close.lastDay, closedBy: change.close.decision as Decision };
  }
  body = withPlain(body, raw, change);
  const placed = stored.map(
    (one): Placed => (one.id === id ? { body, path: at(ROOT, 'changed'), stored: false } : { body: one, path: at(ROOT, 'stored', one.id), stored: true }),
  );
  return judged(placed, (keys) => placeInChange(keys, change), faults);
}

/** The note and the ranking mark are set by a value and removed by null. */
function withPlain(body: RegisteredBody, raw: Raw, { ranked, note }: Draft<BodyChange>): RegisteredBody {
  if (!isObject(raw)) return body;
  const { ranked: wasRanked, note: noted, ...rest } = body;
  const nowRanked = raw['ranked'] === undefined ? wasRanked : ranked;
  const nowNoted = raw['note'] === undefined ? noted : note;
  return { ...rest, ...(nowRanked === undefined ? {} : { ranked: nowRanked }), ...(nowNoted === undefined ? {} : { note: nowNoted }) };
}

type Keys = readonly (string | number)[];

/** The place in the change that caused a fault of the changed body. */
function placeInChange([first, field, index, ...rest]: Keys, change: Draft<BodyChange>): Keys | undefined {
  if (first !== 'changed') return undefined;
  if (field === 'names') return ['name', ...rest];
  const attribute = CHANGING_ATTRIBUTES.find((one) => LIST_OF[one] === field);
  if (attribute !== undefined) {
    const place = change.attributes?.findLastIndex((one) => one?.attribute === attribute) ?? -1;
    if (place >= 0) return ['attributes', place, rest[0] === 'from' || rest[0] === 'to' ? 'from' : 'value'];
    return ['close', 'lastDay'];
  }
  if (field === 'closed') return ['close', 'lastDay'];
  return [field, index, ...rest].filter((key) => key !== undefined);
}

/** Judges bodies in their new state; faults are reported at the places given by `placeOf`, otherwise at their own. */
export function judged(placed: readonly Placed[], placeOf: (keys: Keys) => Keys | undefined, faults: Faults): BodyRegistry | undefined {
  const found = new Faults();
  const byId = checkBodies(placed, found);
  for (const fault of found.list) {
    const path = at(ROOT, ...(placeOf(fault.keys) ?? fault.keys));
    faults.copy({ ...fault, keys: keysOf(path), path: pointer(path) });
  }
  if (!found.none) return undefined;
  return {
    bodies: placed.map(({ body }) => body as RegisteredBody),
    byId: byId as ReadonlyMap<string, RegisteredBody>,
    decisions: [],
    codesThatChangedHands: [],
    sources: [],
  };
}
