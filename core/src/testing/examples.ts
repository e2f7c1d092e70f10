import { computeIndex } from '../compute-index.ts';
import { fromFraction, fromText, toFraction } from '../quantity/rational.ts';
import { isObject, NumberToken, type Raw, type RawObject } from '../reading/raw.ts';
import { readYaml } from '../reading/yaml.ts';
import { faultTexts, type Json, type JsonObject } from './documents.ts';
import { BODY, domain, item, scheme, snapshot } from './small-round.ts';

/** One row of a file of examples: a rule, one body's inputs, and what must come out. */
export interface Example {
  readonly situation: string;
  readonly why: string;
  readonly kind: string | undefined;
  readonly snapshot: JsonObject;
  readonly expected: Outcome | Refusal;
  /** How it is told, where the example says so: by language, the rule and why it has its points. */
  readonly words: Readonly<Record<string, { readonly rule: readonly string[]; readonly why: readonly string[] }>> | undefined;
}

export interface Outcome {
  readonly state: string;
  readonly points: string;
  readonly maximum?: string;
  readonly value?: string | null;
  readonly band?: number | string | null;
  readonly case?: number | string | null;
  readonly inputs?: Json;
  readonly capped: boolean;
  readonly condition: string | null;
  readonly because: string | null;
  readonly missing: readonly string[];
}

/** Faults as "code place", the place below the item's rule, or from the root when it begins with a slash. */
export interface Refusal {
  readonly faults: readonly string[];
}

/** Keys of a row; all but `why` and the inputs say what is expected. */
const INPUTS = ['figures', 'answer', 'previous', 'estimates', 'sheet', 'type', 'exclude', 'state'];
const EXPECTED = ['is', 'points', 'maximum', 'value', 'band', 'case', 'inputs', 'capped', 'condition', 'because', 'missing', 'faults', 'words'];
const HEAD = ['situation', 'item', 'rule', 'figures', 'survey', 'others', 'rounding', 'faults', 'cases', 'otherBodies'];
const RULE_PATH = '/scheme/domains/0/criteria/0/rule/';
const CODE = '1.1';

/** Numbers keep their own text: `1.50` is not a float on the way. */
function plain(raw: Raw | undefined): Json {
  if (raw === undefined) return null;
  if (raw instanceof NumberToken) return raw.text;
  if (Array.isArray(raw)) return raw.map(plain);
  return isObject(raw) ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plain(value)])) : raw;
}

const fraction = (text: Json | undefined): string => toFraction(String(text).includes('/') ? fromFraction(String(text)) : fromText(String(text)));

const only = (row: RawObject, keys: readonly string[], where: string) => {
  for (const key in row) if (!keys.includes(key)) throw new Error(`${where}: unknown key ${key}`);
};

/** Reads a file of examples. */
export function examplesOf(text: string): Example[] {
  const entries = readYaml(text).value as RawObject[];
  return entries.flatMap((entry) => {
    only(entry, HEAD, String(entry['situation']));
    const written = plain(entry) as JsonObject & { cases?: JsonObject[]; faults?: string[] };
    const situation = String(written['situation']);
    const kind = isObject(entry['rule']) && typeof entry['rule']['kind'] === 'string' ? entry['rule']['kind'] : undefined;
    if (written.faults)
      return [
        { situation, why: 'bộ tiêu chí', kind: `?${kind}`, snapshot: snapshotOf(written, {}), expected: { faults: placed(written.faults) }, words: undefined },
      ];
    return (written.cases ?? []).map((row) => {
      only(row as RawObject, ['why', ...INPUTS, ...EXPECTED], situation);
      const words = row['words'] as unknown as Example['words'];
      return { situation, why: String(row['why']), kind, snapshot: snapshotOf(written, row), expected: expectedOf(row), words };
    });
  });
}

const placed = (faults: readonly Json[]): string[] =>
  faults
    .map((fault) => {
      const [code, place = ''] = String(fault).split(' ');
      return `${code} ${place.startsWith('/') ? place : RULE_PATH + place}`.replace(/\/$/, '');
    })
    .sort();

function snapshotOf(head: JsonObject, row: JsonObject): JsonObject {
  const { kind: group = 'regular', ...changes } = (head['item'] ?? {}) as JsonObject;
  const tested = item(CODE, { ...(group === 'penalty' ? { maximum: null } : {}), ...changes, rule: head['rule'] ?? null });
  const others = ((head['others'] ?? []) as JsonObject[]).map((other) => item(String(other['code']), other));
  const regular = group === 'regular';
  const domains = regular
    ? [domain('1', [tested, ...others])]
    : [domain('1', [tested], { group: String(group) }), domain('2', [item('0'), ...others], { group: 'regular' })];
  const whole = scheme({
    groups: [{ id: 'regular', kind: 'regular' }, ...(regular ? [] : [{ id: String(group), kind: String(group) }])],
    figures: Object.entries((head['figures'] ?? {}) as JsonObject).map(([id, type]) => ({ id, type })),
    survey: head['survey'] ?? null,
    rounding: head['rounding'] ?? null,
    domains,
  });
  const declared = (figures: Json | undefined) => Object.fromEntries(Object.entries((figures ?? {}) as JsonObject).map(([id, value]) => [id, { value }]));
  const entry = {
    ...(row['answer'] === undefined ? {} : { answer: row['answer'] }),
    ...(row['state'] === undefined ? {} : { state: row['state'], reason: 'Minh họa' }),
  };
  const previous = row['previous'] as JsonObject | undefined;
  return snapshot(whole, {
    bodies: [{ id: BODY, name: 'Tỉnh Minh họa 01', type: String(row['type'] ?? 'province') }],
    exclusions: row['exclude'] ? [{ body: BODY, item: CODE, legalBasis: 'Minh họa' }] : [],
    figures: { [BODY]: declared(row['figures']) },
    sheets: { [BODY]: { ...(row['sheet'] as JsonObject | undefined), ...(Object.keys(entry).length > 0 ? { [CODE]: entry } : {}) } },
    estimates: { [BODY]: row['estimates'] ?? {} },
    ...(previous ? { previous: { round: '2025', bodies: { [BODY]: { figures: declared(previous) } } } } : {}),
  });
}

function expectedOf(row: JsonObject): Outcome | Refusal {
  if (Array.isArray(row['faults'])) return { faults: placed(row['faults']) };
  const told: Record<string, unknown> = {};
  if (row['maximum'] !== undefined) told['maximum'] = fraction(row['maximum']);
  if (row['value'] !== undefined) told['value'] = row['value'] === null ? null : fraction(row['value']);
  for (const key of ['band', 'case']) if (row[key] !== undefined) told[key] = /^\d+$/.test(String(row[key])) ? Number(row[key]) : row[key];
  if (row['inputs'] !== undefined) told['inputs'] = row['inputs'];
  return {
    state: String(row['is'] ?? 'scored'),
    points: fraction(row['points'] ?? '0'),
    ...told,
    capped: row['capped'] === true,
    condition: (row['condition'] ?? null) as string | null,
    because: (row['because'] ?? null) as string | null,
    missing: (row['missing'] ?? []) as string[],
  };
}

/** What the core makes of an example, and the example's one item in it. */
export function computedOf({ snapshot: whole }: Pick<Example, 'snapshot'>) {
  const computed = computeIndex(rawOfJson(whole));
  return { ...computed, found: computed.result?.bodies[0]?.items.find(({ code }) => code === CODE) };
}

/** What the core makes of an example, cut down to what the example speaks of. */
export function outcomeOf({ snapshot: whole, expected }: Pick<Example, 'snapshot' | 'expected'>): Outcome | Refusal {
  const { result, faults, found } = computedOf({ snapshot: whole });
  if (!result) return { faults: faultTexts(faults) };
  if (!found) throw new Error('no such item');
  const { state, points, maximum, explanation } = found;
  const all: Record<string, unknown> = { state, points, maximum, ...explanation };
  return Object.fromEntries(Object.keys('faults' in expected ? { ...all, ...expected } : expected).map((key) => [key, all[key]])) as unknown as Outcome;
}

/** Every number of an example has become its text already, which the core reads alike. */
function rawOfJson(value: Json): Raw {
  if (typeof value === 'number') return new NumberToken(String(value));
  if (Array.isArray(value)) return value.map(rawOfJson);
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rawOfJson(member)])) : value;
}
