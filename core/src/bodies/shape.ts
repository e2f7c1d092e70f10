import type { Faults } from '../reading/faults.ts';
import type { Path } from '../reading/path.ts';
import {
  booleanShape,
  type Draft,
  date,
  free,
  list,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
  textMatching,
  withDefault,
} from '../reading/shape.ts';
import { FIRST_DAY, LAST_DAY, LONGEST_NAME, LONGEST_NOTE } from './limits.ts';
import {
  BODY_KINDS,
  BODY_TYPES,
  type BodyBlock,
  type BodyCode,
  type BodyDecision,
  type BodyName,
  type BodyParent,
  type BodyRegion,
  type Decision,
  REGISTRY_FORMAT,
  type RegisteredBody,
  type RelatedBody,
  type ReusedCode,
} from './types.ts';

/** The file format; only there are the bodies in three lists. */
export interface RegistryFile {
  format: typeof REGISTRY_FORMAT;
  what?: string;
  note?: string;
  codes_that_changed_hands: ReusedCode[];
  decisions: BodyDecision[];
  basis?: unknown;
  sources: string[];
  provinces: RegisteredBody[];
  ministries: RegisteredBody[];
  bodies: RegisteredBody[];
}

const atMost = (most: number, shape: Shape<string>): Shape<string> => ({
  read(raw, path: Path, faults: Faults) {
    const read = shape.read(raw, path, faults)?.trim();
    if (read !== undefined && read.length > most) faults.add('textTooLong', path, { found: String(read.length), expected: String(most) });
    return read;
  },
});

export const nameText = atMost(LONGEST_NAME, text);
export const noteText = atMost(LONGEST_NOTE, text);

/** A day on which a body can have lived. */
export const day: Shape<string> = {
  read(raw, path, faults): Draft<string> | undefined {
    const read = date.read(raw, path, faults);
    if (read === undefined || (read >= FIRST_DAY && read <= LAST_DAY)) return read;
    faults.add('outOfRange', path, { found: read, expected: `${FIRST_DAY} … ${LAST_DAY}` });
    return undefined;
  },
};

const id = atMost(100, textMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

const dated = { from: optional(day), to: optional(day), basis: optional(noteText), status: optional(noteText) };

export const decided = object<Decision>({ number: required(atMost(100, text)), date: required(day) });

const bodyName = object<BodyName>({
  ...dated,
  full: required(nameText),
  short: required(nameText),
  sort: required(nameText),
  type: optional(oneOf(BODY_TYPES)),
});

const kin = object<RelatedBody>({
  id: required(text),
  partly: withDefault(booleanShape, () => false),
  status: optional(noteText),
  changedOn: optional(day),
  decision: optional(decided),
});

const body = object<RegisteredBody>({
  id: required(id),
  kind: required(oneOf(BODY_KINDS)),
  opened: optional(day),
  openedBy: optional(decided),
  closed: optional(day),
  closedBy: optional(decided),
  names: required(list(bodyName, 1)),
  codes: withDefault(list(object<BodyCode>({ ...dated, code: required(nameText) })), () => []),
  regions: withDefault(list(object<BodyRegion>({ ...dated, name: required(nameText) })), () => []),
  blocks: withDefault(list(object<BodyBlock>({ ...dated, name: required(nameText) })), () => []),
  parents: withDefault(list(object<BodyParent>({ ...dated, id: required(text) })), () => []),
  ranked: optional(booleanShape),
  note: optional(noteText),
  predecessors: withDefault(list(kin), () => []),
  successors: withDefault(list(kin), () => []),
});

const decision = object<BodyDecision>({
  kind: required(oneOf(BODY_KINDS)),
  number: required(text),
  date: required(day),
  changedOn: required(day),
  status: required(text),
});

export const registryShape = object<RegistryFile>({
  format: required(oneOf([REGISTRY_FORMAT])),
  what: optional(text),
  note: optional(text),
  codes_that_changed_hands: withDefault(list(object<ReusedCode>({ code: required(text), before: required(text), after: required(text) })), () => []),
  decisions: withDefault(list(decision), () => []),
  basis: optional(free),
  sources: withDefault(list(text), () => []),
  provinces: withDefault(list(body), () => []),
  ministries: withDefault(list(body), () => []),
  bodies: withDefault(list(body), () => []),
});
