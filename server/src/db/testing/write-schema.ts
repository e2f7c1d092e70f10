import type { Column, Schema, Table } from './read-schema.ts';

/** PostgreSQL writes its own normal form; this is the one that people write. */
export const plain = (sql: string): string =>
  sql
    .replaceAll(/('(?:[^']|'')*')::text/g, '$1')
    .replaceAll(/ = ANY \(ARRAY\[([^\]]+)\]\)/g, ' IN ($1)')
    .replaceAll(/timestamp(\(\d\))? with time zone/g, 'timestamptz$1')
    .replace(/^CHECK \(\((.*)\)\)$/, 'CHECK ($1)')
    .replace(/ USING btree /, ' ')
    .replaceAll('public.', '');

/** What the migrations say above a table or a column: "account.search_key". */
function commentsIn(migrations: readonly string[]): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  for (const text of migrations) {
    let table = '';
    let above: string[] = [];
    for (const line of text.split('\n')) {
      const comment = /^\s*-- (.*)/.exec(line)?.[1];
      if (comment !== undefined) {
        above.push(comment);
        continue;
      }
      const begun = /^CREATE TABLE ([\w.]+)/.exec(line)?.[1];
      const key = begun ?? (table !== '' ? `${table}.${/^ {2}([a-z_0-9]+) /.exec(line)?.[1]}` : undefined);
      if (begun !== undefined) table = begun;
      else if (line.startsWith(')')) table = '';
      if (key !== undefined && above.length > 0) comments.set(key, above.join(' '));
      above = [];
    }
  }
  return comments;
}

/** Grants of the same rights to several roles as one. */
function together(grants: readonly string[]): string[] {
  const roles = new Map<string, string[]>();
  for (const grant of grants) {
    const [rights = '', role = ''] = grant.split(' TO ');
    roles.set(rights, [...(roles.get(rights) ?? []), role]);
  }
  return [...roles].map(([rights, to]) => `${rights} TO ${to.join(', ')};`);
}

const column = ({ name, type, required, default: given, always }: Column) =>
  [name, plain(type), required && 'NOT NULL', given !== null && (always ? given : `DEFAULT ${plain(given)}`)].filter((part) => part !== false).join(' ');

function tableText(
  { name, options, columns, constraints, indexes, triggers, grants, secured, policies }: Table,
  comments: ReadonlyMap<string, string>,
): string {
  const above = (key: string, indent: string) => (comments.has(key) ? `${indent}-- ${comments.get(key)}\n` : '');
  const parts = [...columns.map((one) => `${above(`${name}.${one.name}`, '  ')}  ${column(one)}`), ...constraints.map((one) => `  ${plain(one)}`)];
  return [
    `${above(name, '')}CREATE TABLE ${name} (\n${parts.join(',\n')}\n)${options};`,
    ...indexes.map((index) => `${plain(index)};`),
    ...triggers.map((trigger) => `${plain(trigger)};`),
    ...together(grants),
    ...(secured ? [`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`] : []),
    ...policies.map((policy) => `-- policy ${policy}`),
  ].join('\n');
}

/** The whole database as SQL that is read, not run: how policies and functions go on stands in their own files. */
export const schemaText = ({ extensions, tables, functions }: Schema, migrations: readonly string[]): string => {
  const comments = commentsIn(migrations);
  return `${[
    `-- Made by "npm run db:schema" from a database that the migrations have made: never edited by hand, and held true by schema.test.ts.
-- What policies and functions say stands in policies/ and functions/; comments are those of the migrations.`,
    extensions.map((name) => `CREATE EXTENSION ${name};`).join('\n'),
    ...tables.map((table) => tableText(table, comments)),
    functions.map((signature) => `-- function ${plain(signature)}`).join('\n'),
  ].join('\n\n')}\n`;
};
