import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { findingText } from './findings.ts';
import { verifyDatabase } from './verify.ts';
import { schemaFindings, tellSchemaFindings } from './verify-schema.ts';

let server: TestServer;
/** Somebody who has the owner's address, or more. */
let intruder: pg.Client;
beforeAll(async () => {
  server = await startTestServer();
  intruder = new pg.Client({ connectionString: server.urls.super });
  await intruder.connect();
});
afterAll(async () => {
  await intruder.end();
  await server.close();
});

/** What a check finds after a tampering, which is taken back. */
async function after(tampering: string): Promise<string[]> {
  await intruder.query('BEGIN');
  try {
    await intruder.query(tampering);
    return (await schemaFindings(intruder)).map((finding) => findingText(finding, 'en'));
  } finally {
    await intruder.query('ROLLBACK');
  }
}

describe('[F95] the walls in the database', () => {
  it('are as the release makes them, whatever the search path, and whatever else an operator has', async () => {
    expect(await after('SELECT')).toEqual([]);
    const own = `CREATE ROLE minh_hoa_reader; CREATE SCHEMA minh_hoa; CREATE TABLE minh_hoa.own (n int); CREATE INDEX ON entry (received_at);
      SET LOCAL search_path = minh_hoa, pg_catalog`;
    expect(await after(own)).toEqual([]);
  });

  const changed = (what: string, now = '') => [`${what} is not as this release makes it${now === '' ? '' : `; it is now ${now}`}`];
  const added = (what: string, now = '') => [`${what} is not of this release${now === '' ? '' : `; it is now ${now}`}`];
  const gone = (what: string) => [`${what} is gone from the database`];
  const NO_WALL = 'DISABLE ROW LEVEL SECURITY';

  it.each<[what: string, tampering: string, found: string[]]>([
    [
      'a function that says yes to everybody',
      'CREATE OR REPLACE FUNCTION app.sees_whole_trail() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT true $$',
      changed('Function app.sees_whole_trail()'),
    ],
    [
      'a function of its own',
      'CREATE FUNCTION app.any() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; REVOKE ALL ON FUNCTION app.any() FROM PUBLIC',
      added('Function app.any()'),
    ],
    [
      'a policy that opens all payloads',
      'CREATE POLICY all_of_them ON payload FOR SELECT TO parindex_app USING (true)',
      added('Row security policy all_of_them of payload'),
    ],
    ['a policy that says something else', 'ALTER POLICY payload_inside ON payload USING (true)', changed('Row security policy payload_inside of payload')],
    ['a policy dropped', 'DROP POLICY audit_inside ON audit', gone('Row security policy audit_inside of audit')],
    ['row security off', 'ALTER TABLE cell DISABLE ROW LEVEL SECURITY', changed('Table cell', NO_WALL)],
    [
      'a table given to who serves',
      'ALTER TABLE day_off OWNER TO parindex_app',
      [...changed('Table day_off', 'ENABLE ROW LEVEL SECURITY, OWNER parindex_app'), ...gone('Rights of role parindex_app on day_off')],
    ],
    [
      'triggers off',
      'ALTER TABLE audit DISABLE TRIGGER append_only; ALTER TABLE entry DISABLE TRIGGER append_only',
      [...changed('Trigger append_only of audit'), ...changed('Trigger append_only of entry')],
    ],
    ['a trigger dropped', 'DROP TRIGGER never_deleted ON account', gone('Trigger never_deleted of account')],
    ['references not checked', 'ALTER TABLE cell DISABLE TRIGGER ALL', changed('Table cell', 'ENABLE ROW LEVEL SECURITY, REFERENCES DISABLED')],
    ['a rule that swallows', 'CREATE RULE none AS ON INSERT TO audit DO INSTEAD NOTHING', added('Rule none of audit')],
    [
      'a constraint dropped',
      'ALTER TABLE account_request DROP CONSTRAINT account_request_account_id_fkey',
      gone('Constraint account_request_account_id_fkey of account_request'),
    ],
    ['an address twice', 'DROP INDEX account_email', gone('Unique index account_email of account')],
    [
      'another right',
      'GRANT DELETE ON baseline, mail TO parindex_sign_on',
      [...added('Rights of role parindex_sign_on on baseline', 'DELETE'), ...added('Rights of role parindex_sign_on on mail', 'DELETE')],
    ],
    [
      'a role of the operator that reads',
      'CREATE ROLE minh_hoa_reader; GRANT SELECT ON payload TO minh_hoa_reader',
      added('Rights of role minh_hoa_reader on payload', 'SELECT'),
    ],
    ['everybody', 'GRANT SELECT (email) ON account TO PUBLIC', added('Rights of role PUBLIC on account, columns', 'SELECT (email)')],
    ['a view that reads as its owner', 'CREATE VIEW public.everything AS SELECT * FROM payload', added('Table everything', 'v, OWNER postgres')],
    ['a role that goes around row security', 'ALTER ROLE parindex_app BYPASSRLS', changed('Database role parindex_app', 'BYPASSRLS')],
    ['a role that may become the owner', 'GRANT parindex_owner TO parindex_sign_on', changed('Database role parindex_sign_on', 'MEMBER OF parindex_owner')],
  ])('%s is found and named', async (_, tampering, found) => {
    expect((await after(tampering)).toSorted()).toEqual(found.toSorted());
  });

  it('a right to call what lets one act as somebody else is found', async () => {
    const { rows } = await intruder.query<{ name: string }>(`SELECT oid::regprocedure::text AS name FROM pg_proc WHERE proname = 'act_as'`);
    expect(rows).toHaveLength(1);
    expect(await after(`GRANT EXECUTE ON FUNCTION ${rows[0]?.name} TO parindex_jobs`)).toEqual([
      expect.stringMatching(/^Rights of role parindex_jobs on app\.act_as\(.* is not of this release; it is now EXECUTE$/),
    ]);
  });

  it('a database that says it is of another release is a finding of its own', async () => {
    const other = ['Functions, policies and tables of the database are of another release than this program: its walls cannot be checked'];
    expect(await after(`UPDATE migration_repeatable SET hash = 'x'`)).toEqual(other);
    expect(await after(`INSERT INTO migration VALUES ('9999-12-31-later', 'x')`)).toEqual(other);
  });

  it('what is found is said at a start, and by audit verify beside the trail', async () => {
    const said: string[] = [];
    await tellSchemaFindings(server.pool, (text) => said.push(text));
    expect(said).toEqual([]);
    const before = await verifyDatabase(server.urls.owner, {}, { found: () => expect.fail(), purged: () => {} });
    expect(before.definitions).toBeGreaterThan(1_000);
    await server.owner.query('ALTER TABLE cell DISABLE ROW LEVEL SECURITY');
    await tellSchemaFindings(server.pool, (text) => said.push(text));
    expect(said).toEqual([
      expect.stringMatching(/không đúng với phiên bản này \(1\)/),
      `    Bảng cell khác với phiên bản này; hiện là ${NO_WALL}. (Table cell is not as this release makes it; it is now ${NO_WALL}.)`,
    ]);
    const codes: string[] = [];
    const { findings } = await verifyDatabase(server.urls.owner, {}, { found: ({ code }) => codes.push(code), purged: () => {} });
    expect([findings, codes]).toEqual([1, ['definitionChanged']]);
  });
});
