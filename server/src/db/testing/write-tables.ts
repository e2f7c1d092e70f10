import type { Column, Schema, Table } from './read-schema.ts';
import { plain } from './write-schema.ts';

/** As pg reads them: whole numbers of eight bytes come as text. */
const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  'character varying': 'string',
  uuid: 'string',
  tsvector: 'string',
  xid8: 'string',
  date: 'string',
  bigint: 'BigInteger',
  smallint: 'number',
  integer: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'timestamp with time zone': 'Moment',
};
/** Of lists, which are given as they are read. */
const ELEMENTS: Readonly<Record<string, string>> = { ...TYPES, bigint: 'string' };

/** The texts that a column is held to: those of `CHECK (state IN ('draft', 'adopted'))`. */
function unionOf({ constraints }: Table, name: string): string | undefined {
  const found = constraints.map((one) => new RegExp(`^CHECK \\(${name} IN \\(('[^']+'(?:, '[^']+')*)\\)\\)$`).exec(plain(one))?.[1]).find(Boolean);
  return found?.replaceAll(', ', ' | ');
}

function columnType(table: Table, { name, type, required, default: given, always }: Column): string {
  const base = type.replace(/\(\d+\)/, '');
  const element = base.endsWith('[]') ? ELEMENTS[base.slice(0, -2)] : undefined;
  const read =
    base === 'json' || base === 'jsonb' ? `Json<'${table.name}.${name}'>` : (unionOf(table, name) ?? (element === undefined ? TYPES[base] : `${element}[]`));
  if (read === undefined) throw new Error(`no type is known for ${table.name}.${name} ${type}`);
  if (always) return 'GeneratedAlways<string>';
  if (given !== null) return `Generated<${read}>`;
  return required ? read : `${read} | null`;
}

/** All tables as TypeScript knows them. */
export function tablesText({ tables }: Schema): string {
  const own = tables.filter(({ name }) => !name.startsWith('migration'));
  const lines = own.flatMap((table) => [`  ${table.name}: {`, ...table.columns.map((column) => `    ${column.name}: ${columnType(table, column)};`), '  };']);
  return `${[
    '// Made by "npm run db:schema" from a database that the migrations have made: never edited by hand, and held true by schema.test.ts.',
    `import type { GeneratedAlways } from 'kysely';`,
    `import type { BigInteger, Generated, Json, Moment } from './column-types.ts';`,
    '',
    '/** All tables, as the migrations make them. */',
    'export interface Tables {',
    ...lines,
    '}',
  ].join('\n')}\n`;
}
