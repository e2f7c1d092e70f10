import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { sql } from 'kysely';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { inBackground } from '../../../db/background.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { openFolder } from '../../../storage/folder.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type PersonName } from '../../../testing/world.ts';
import type { Finding, Purged } from '../../audit-trail/findings.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';
import { workOf } from '../../evidence/testing/upload-file.ts';

export const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
export const OTHER = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02';
export const NOW = '2023-01-15T02:00:00Z';

/** First lines of a document that is to go. */
export const PLAN = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 77/KH-ZETA', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH', 'Về việc zetakappa'];

export const fileOf = (document: string, sheet = SHEET) => `${sheet}/documents/${document}/versions/1/file`;
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every row of every table that holds a text, whatever its case. */
export async function tablesWith(of: TestServer, words: string): Promise<string[]> {
  const { rows } = await of.owner.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`);
  const holding: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await of.owner.query(`SELECT FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`, [words]);
    if (rowCount) holding.push(`${name}: ${rowCount}`);
  }
  return holding;
}

export async function verified(of: TestServer): Promise<{ found: Finding[]; purged: Purged[] }> {
  const [found, purged]: [Finding[], Purged[]] = [[], []];
  await verifyDatabase(of.urls.owner, {}, { found: (finding) => found.push(finding), purged: (one) => purged.push(one) });
  return { found, purged };
}

export type ErasureStory = Awaited<ReturnType<typeof startErasures>>;

/** A server whose store can be looked into, and what its people do about erasures. */
export async function startErasures() {
  const folder = mkdtempSync(path.join(tmpdir(), 'parindex-erasures-'));
  const store = path.join(folder, 'store');
  const server = await startTestServer(NOW, 'real', 'parindex_template', { storage: await openFolder(store) });
  const world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
  const work = workOf(server);
  return {
    folder,
    server,
    world,
    work,
    asPerson: (person: PersonName, query: ReturnType<typeof sql>) =>
      inTransactionAs(server.context, world.people[person].account, server.clock.now(), (db) => query.execute(db)),
    /** Every file of the store, whatever it is called, that holds these bytes. */
    filesWith: (bytes: Buffer): string[] => {
      const all = readdirSync(store, { recursive: true, encoding: 'utf8' }).map((name) => path.join(store, name));
      return all.filter((file) => statSync(file).isFile() && readFileSync(file).includes(bytes));
    },
    askRemoval: async (person: Person, document: string, sheet = SHEET, id: string = randomUUID()) => ({
      id,
      ...(await ask(server, person, 'POST', `${sheet}/documents/${document}/removals`, { id, reason: 'Đưa lên nhầm (minh họa)' })),
    }),
    decide: (person: Person, id: string, decision: string, kind = 'removals', reach?: string) =>
      ask(server, person, 'POST', `/api/${kind}/${id}/decision`, { decision, ...(reach === undefined ? {} : { reach }) }),
    async close(): Promise<void> {
      await work.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
