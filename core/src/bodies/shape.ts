import { date, free, list, object, oneOf, optional, required, text, truth, withDefault } from '../reading/shape.ts';
import {
  BODY_KINDS,
  BODY_TYPES,
  type BodyCode,
  type BodyDecision,
  type BodyName,
  type BodyRegion,
  type CodeThatChangedHands,
  type Kin,
  REGISTRY_FORMAT,
  type RegisteredBody,
} from './types.ts';

/** The file as it is written; provinces and ministries stand apart only there. */
export interface RegistryFile {
  format: typeof REGISTRY_FORMAT;
  what?: string;
  note?: string;
  codes_that_changed_hands: CodeThatChangedHands[];
  decisions: BodyDecision[];
  basis?: unknown;
  sources: string[];
  provinces: RegisteredBody[];
  ministries: RegisteredBody[];
}

const name = object<BodyName>({
  from: optional(date),
  to: optional(date),
  full: required(text),
  short: required(text),
  sort: required(text),
  type: optional(oneOf(BODY_TYPES)),
  basis: optional(text),
  status: optional(text),
});

const code = object<BodyCode>({ from: optional(date), to: optional(date), code: required(text) });

const region = object<BodyRegion>({ from: optional(date), to: optional(date), name: required(text), status: optional(text) });

const kin = object<Kin>({ id: required(text), partly: withDefault(truth, () => false), status: optional(text) });

const body = object<RegisteredBody>({
  id: required(text),
  kind: required(oneOf(BODY_KINDS)),
  opened: optional(date),
  closed: optional(date),
  names: required(list(name, 1)),
  codes: withDefault(list(code), () => []),
  regions: withDefault(list(region), () => []),
  ranked: optional(truth),
  note: optional(text),
  predecessors: withDefault(list(kin), () => []),
  successors: withDefault(list(kin), () => []),
});

const decision = object<BodyDecision>({
  kind: required(oneOf(BODY_KINDS)),
  number: required(text),
  date: required(date),
  changedOn: required(date),
  status: required(text),
});

export const registryShape = object<RegistryFile>({
  format: required(oneOf([REGISTRY_FORMAT])),
  what: optional(text),
  note: optional(text),
  codes_that_changed_hands: withDefault(list(object<CodeThatChangedHands>({ code: required(text), before: required(text), after: required(text) })), () => []),
  decisions: withDefault(list(decision), () => []),
  basis: optional(free),
  sources: withDefault(list(text), () => []),
  provinces: required(list(body)),
  ministries: required(list(body)),
});
