/** The text of schema-fingerprints.ts. */
export const fingerprintsText = (fingerprints: ReadonlyMap<string, string>): string => {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = [...fingerprints].map(([key, state]) => `  ${quoted(key)}: ${quoted(state)},\n`).join('');
  return `// Written by "npm run db:schema" from a database that the migrations have made: what schema-check.ts holds a database against.
export const FINGERPRINTS: Readonly<Record<string, string>> = {
${lines}};
`;
};
