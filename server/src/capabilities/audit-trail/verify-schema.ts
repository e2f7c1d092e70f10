import type pg from 'pg';
import { inBackground } from '../../db/background.ts';
import { isOfThisRelease, schemaDifferences } from '../../db/schema-check.ts';
import { type Finding, findingText } from './findings.ts';

const CODES = { missing: 'definitionMissing', added: 'definitionAdded', changed: 'definitionChanged' } as const;

/**
 * What of a database's tables, functions, policies, triggers and rights is not as this release makes it; in an open
 * transaction. Of one that says it is of another release only that is told: its definitions are not known here.
 */
export async function schemaFindings(client: pg.ClientBase): Promise<Finding[]> {
  if (!(await isOfThisRelease(client))) return [{ code: 'otherRelease' }];
  return (await schemaDifferences(client)).map((definition) => ({ code: CODES[definition.how], definition }));
}

/** Most differences that a start lists; `parindex audit verify` lists all. */
const MOST_LISTED = 20;

/** Says at the start where a wall of the database is not as the release makes it. */
export async function tellSchemaFindings(pool: pg.Pool, say: (text: string) => void): Promise<void> {
  const client = await pool.connect();
  let findings: readonly Finding[];
  try {
    findings = await inBackground(client, 'BEGIN READ ONLY', () => schemaFindings(client));
  } finally {
    client.release();
  }
  if (findings.length === 0) return;
  say(
    `  Cảnh báo: bảng, hàm hoặc quyền trong cơ sở dữ liệu không đúng với phiên bản này (${findings.length}); xem docs/operating, mục parindex audit verify. (Warning: tables, functions or rights in the database are not as this release makes them.)`,
  );
  for (const finding of findings.slice(0, MOST_LISTED)) say(`    ${findingText(finding, 'vi')}. (${findingText(finding, 'en')}.)`);
}
