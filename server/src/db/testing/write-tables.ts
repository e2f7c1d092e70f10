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

/** The texts that a column is held to: those of `CHECK (state IN ('draft', 'adopted'))`, its own or of the column that it refers to. */
function unionOf(tables: readonly Table[], { constraints }: Table, name: string): string | undefined {
  for (const constraint of constraints) {
    const checked = new RegExp(`^CHECK \\(${name} IN \\(('[^']+'(?:, '[^']+')*)\\)\\)$`).exec(plain(constraint))?.[1];
    if (checked !== undefined) return checked.replaceAll(', ', ' | ');
    const [, from = '', to, there = ''] = /^FOREIGN KEY \((.*)\) REFERENCES ([\w.]+)\((.*)\)$/.exec(plain(constraint)) ?? [];
    const other = tables.find((table) => table.name === to);
    const target = there.split(', ')[from.split(', ').indexOf(name)];
    const union = other && target !== undefined ? unionOf(tables, other, target) : undefined;
    if (union !== undefined) return union;
  }
  return undefined;
}

function columnType(tables: readonly Table[], table: Table, { name, type, required, default: given, always }: Column): string {
  const base = type.replace(/\(\d+\)/, '');
  const element = base.endsWith('[]') ? ELEMENTS[base.slice(0, -2)] : undefined;
  const read =
    base === 'json' || base === 'jsonb'
      ? `Json<'${table.name}.${name}'>`
      : (unionOf(tables, table, name) ?? (element === undefined ? TYPES[base] : `${element}[]`));
  if (read === undefined) throw new Error(`no type is known for ${table.name}.${name} ${type}`);
  if (always) return 'GeneratedAlways<string>';
  if (given !== null) return `Generated<${read}>`;
  return required ? read : `${read} | null`;
}

/** As wide as the formatter lets a line be. */
const WIDEST = 160;

/** A column as the formatter lays it out: of a union that is too wide for a line, a member a line. */
function columnLines(name: string, type: string): string[] {
  const line = `    ${name}: ${type};`;
  if (line.length <= WIDEST || !type.includes(' | ')) return [line];
  return [`    ${name}:`, ...`${type};`.split(' | ').map((member) => `      | ${member}`)];
}

/** All tables as TypeScript knows them. */
export function tablesText({ tables }: Schema): string {
  const own = tables.filter(({ name }) => !name.startsWith('migration'));
  const lines = own.flatMap((table) => [
    `  ${table.name.includes('.') ? `'${table.name}'` : table.name}: {`,
    ...table.columns.flatMap((column) => columnLines(column.name, columnType(own, table, column))),
    '  };',
  ]);
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
