import fc from 'fast-check';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** What no form expects, and what has broken servers before. */
const HOSTILE: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'x'.repeat(20_000),
  '__proto__',
  "'; DROP TABLE entry; --",
  '\\x00',
  '1e999',
  '1.234,56',
  'Ủy ban'.normalize('NFD'),
  'hoà',
  '😀',
  '2023-02-30',
  '9999-12-31T23:59:59.999999999Z',
  '0000-01-01',
  '-infinity',
  'infinity',
  Number.MAX_SAFE_INTEGER,
  -1,
  0,
  2 ** 31,
  1.5,
  true,
  [],
  {},
  [[[[[]]]]],
  { constructor: { prototype: {} } },
];

/** Ids and words that some route knows. */
export type Known = readonly string[];

function ofString({ format, enum: choices, pattern }: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom(...choices);
  const own = known.length > 0 ? fc.constantFrom(...known) : fc.string();
  if (format === 'uuid') return fc.oneof(fc.uuid(), own);
  if (format === 'date') return fc.constantFrom('2022-12-31', '2023-01-10', '2024-02-29', '0001-01-01', '9999-12-31');
  if (format === 'date-time') return fc.constantFrom('2023-01-10T00:00:00Z', '2023-02-01T00:00:00+07:00', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z');
  if (format === 'email') return fc.constantFrom('ai-do@minh-hoa.example', 'AN@minh-hoa.example');
  return fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: fc.string({ maxLength: 30 }) }, { weight: 1, arbitrary: fc.constant(pattern ?? 'a') });
}

function proper(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices && choices.length > 0) return fc.oneof(...choices.map((choice) => fromSchema(choice, known)));
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'string':
      return ofString(schema, known);
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -1000), max: Math.min(schema.maximum ?? 100_000, 1_000_000) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, known), { maxLength: 3 });
    case 'object':
      return ofObject(schema, known);
    default:
      return schema.enum ? fc.constantFrom(...schema.enum) : fc.constantFrom(...HOSTILE);
  }
}

function ofObject({ properties = {}, required = [], additionalProperties }: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const fields = fc.record(Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, fromSchema(schema, known)])), {
    requiredKeys: fc.sample(fc.boolean(), 1)[0] ? [...required] : [],
  } as never);
  if (typeof additionalProperties !== 'object') return fields;
  const more = fc.dictionary(
    known.length > 0 ? fc.constantFrom(...known, '__proto__', 'value', 'answer.yes', 'justification') : fc.string(),
    fromSchema(additionalProperties, known),
    { maxKeys: 3 },
  );
  return fc.tuple(fields, more).map(([one, other]) => ({ ...(one as object), ...(other as object) }));
}

/** Values that mostly fit a JSON schema, and now and then do not at all. */
export const fromSchema = (schema: JsonSchema, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined).chain(() => proper(schema, known)) }, { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) });
