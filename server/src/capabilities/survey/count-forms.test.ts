import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../db/connect.ts';
import { reportKey } from '../../storage/keys.ts';
import { sweepReports } from '../submissions/sweep-reports.ts';
import { countForms } from './count-forms.ts';
import { eraseContacts } from './queries/closing.ts';
import { CONFIRMING_COPY } from './testing/confirming.ts';
import { makeSurveyedRound, type SurveyedRound } from './testing/surveyed-round.ts';

let of: SurveyedRound;
let jobs: pg.Pool;
const tokens: string[] = [];

/** Asks for the closing, as the route does in its owner's name. */
const askToClose = () =>
  of.server.owner.query('UPDATE survey SET closing_asked_by = $2, closing_asked_at = $3 WHERE round_id = $1', [
    of.world.round,
    of.world.people.dung.account,
    of.server.clock.now(),
  ]);
const rows = async <T extends object>(query: string, values: unknown[] = []) => (await of.server.owner.query<T>(query, values)).rows;
const countAll = async () => {
  while (await countForms(jobs, () => of.server.clock.now()));
};

beforeAll(async () => {
  of = await makeSurveyedRound();
  jobs = connectPool(of.server.urls.jobs, 4);
  tokens.push(...(await of.invite(30)));
  for (const [index, token] of tokens.slice(0, 24).entries()) {
    await of.answer(token, (name, values) => (name === 'a.thrift' ? (values[index % 4] as string) : (values[0] as string)));
    await of.send(token);
  }
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

describe('forms are counted while they come [F60]', () => {
  it('each once, by however many processes at the same time', async () => {
    await Promise.all([countAll(), countAll(), countAll()]);
    await countAll();
    expect(await rows(`SELECT option, count::int FROM answers.answer_count WHERE question = 'thrift' ORDER BY option`)).toEqual([
      { option: 'a', count: 6 },
      { option: 'b', count: 6 },
      { option: 'c', count: 6 },
      { option: 'd', count: 6 },
    ]);
  });

  it('what is being filled in is not counted', async () => {
    await of.answer(tokens[25] as string);
    await countAll();
    expect(await rows(`SELECT sum(count)::int AS sum FROM answers.answer_count WHERE question = 'thrift'`)).toEqual([{ sum: 24 }]);
  });

  it('counts that are not those of the forms stop the closing, loudly', async () => {
    await of.server.owner.query(`UPDATE answers.answer_count SET count = count + 1 WHERE question = 'thrift' AND option = 'a'`);
    await askToClose();
    await expect(countAll()).rejects.toThrow('are not those of its forms');
    expect(await rows('SELECT closed_at FROM survey')).toEqual([{ closed_at: null }]);
    await of.server.owner.query(`UPDATE answers.answer_count SET count = count - 1 WHERE question = 'thrift' AND option = 'a'`);
  });
});

describe('once a survey is closed nobody finds out who answered what [F67]', () => {
  const before = { sent: 0, references: [] as string[] };

  beforeAll(async () => {
    before.references = (await rows<{ reference: string }>(`SELECT encode(reference, 'hex') AS reference FROM answers.response`)).map(
      ({ reference }) => reference,
    );
    before.sent = 24;
    await countAll();
  });

  it('all that was sent is there, under the hash of its counts; what was never sent is gone', async () => {
    const [survey] = await rows<{ responses: string; counts_hash: string; closed: boolean }>(
      'SELECT responses, counts_hash, closed_at IS NOT NULL AS closed FROM survey',
    );
    expect(survey).toMatchObject({ responses: '24', closed: true, counts_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await rows(`SELECT answers->>'thrift' AS thrift, count(*)::int FROM answers.closed_response GROUP BY 1 ORDER BY 1`)).toEqual([
      { thrift: 'a', count: 6 },
      { thrift: 'b', count: 6 },
      { thrift: 'c', count: 6 },
      { thrift: 'd', count: 6 },
    ]);
    expect(await rows('SELECT DISTINCT mode, minutes % 5 AS rest FROM answers.closed_response')).toEqual([{ mode: 'online', rest: 0 }]);
    expect(await rows('SELECT FROM answers.response')).toEqual([]);
  });

  it('the key and the links are gone, and nothing that is left was made of them', async () => {
    expect(await rows('SELECT FROM answers.round_key')).toEqual([]);
    expect(await rows('SELECT FROM respondents.link')).toEqual([]);
    const ids = (await rows<{ id: string }>('SELECT id FROM answers.closed_response')).map(({ id }) => id.replaceAll('-', ''));
    expect(ids.filter((id) => before.references.some((reference) => reference.includes(id)))).toEqual([]);
  });

  it('no column joins the two, not even what PostgreSQL writes beside each row', async () => {
    // As the owner of the database, who sees all tables and their system columns.
    const [people, forms] = await Promise.all([
      rows<{ xmin: string }>('SELECT DISTINCT xmin::text FROM respondents.participation'),
      rows<{ xmin: string }>('SELECT DISTINCT xmin::text FROM answers.closed_response'),
    ]);
    expect([people.length, forms.length]).toEqual([1, 1]);
    // Nor the locks that a sending left on the row of whoever sent.
    const listed = await rows<{ xmin: string; xmax: string }>('SELECT DISTINCT xmin::text, xmax::text FROM respondents.respondent WHERE xmax <> xmin');
    expect(listed.flatMap(({ xmax }) => (xmax === '0' ? [] : [xmax]))).toEqual([]);
    expect(await rows('SELECT DISTINCT xmin::text FROM respondents.respondent')).toHaveLength(1);
    const columns = await rows<{ table: string; column: string }>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = 'answers' AND table_name = 'closed_response'
       AND (data_type LIKE 'timestamp%' OR column_name IN ('reference', 'submission_id', 'receipt', 'respondent_id'))`,
    );
    expect(columns).toEqual([]);
    // The order in which they lie is by chance: those who answered in this order chose a, b, c, d in turn.
    const order = (await rows<{ thrift: string }>(`SELECT answers->>'thrift' AS thrift FROM answers.closed_response ORDER BY ctid`))
      .map(({ thrift }) => thrift)
      .join('');
    expect(order).not.toBe('abcd'.repeat(6));
  });

  it.each(['app', 'signOn', 'jobs', 'retention'] as const)('the role %s cannot read both', async (role) => {
    const client = new pg.Client({ connectionString: of.server.urls[role] });
    await client.connect();
    const reads = async (table: string) =>
      client.query(`SELECT * FROM ${table} LIMIT 1`).then(
        () => true,
        () => false,
      );
    const sees = {
      people: await reads('respondents.respondent'),
      took: await reads('respondents.participation'),
      answers: await reads('answers.closed_response'),
      forms: await reads('answers.response'),
    };
    await client.end();
    expect((sees.people || sees.took) && (sees.answers || sees.forms)).toBe(false);
  });

  it('a link of before opens nothing, and nothing is taken any more', async () => {
    expect((await of.get(`/phieu/${tokens[0]}`)).status).toBe(404);
    expect((await of.send(tokens[28] as string, randomUUID())).status).toBe(404);
  });

  it('contact data go when the term is over that each door has named, not a day before, and with them what names the same people; that somebody was asked stays', async () => {
    const { storage } = of.server.context.evidence;
    const file = { id: randomUUID(), hash: 'ab'.repeat(32) };
    await storage.put(reportKey(file.hash), CONFIRMING_COPY);
    await of.server.owner.query(
      `INSERT INTO round_file (id, round_id, name, kind, bytes, sha256, scanned, brought_by, brought_at) VALUES ($1, $2, 'xac-nhan.pdf', 'pdf', $3, decode($4, 'hex'), true, $5, now())`,
      [file.id, of.world.round, CONFIRMING_COPY.length, file.hash, of.world.people.binh.account],
    );
    await of.server.owner.query(
      `INSERT INTO respondents.list_confirmation (round_id, body_id, document_number, document_date, groups, listed, ever_listed, list_hash, file_id, confirmed_by, confirmed_at)
       VALUES ($1, 'tinh-minh-hoa-01', '5/BC-UBND', '2023-01-10', '{}', 30, 30, $2, $3, $4, now())`,
      [of.world.round, 'cd'.repeat(32), file.id, of.world.people.binh.account],
    );
    const salts = async () =>
      (await rows<{ salt: string }>(`SELECT encode(salt, 'hex') AS salt FROM respondents.respondent ORDER BY id`)).map(({ salt }) => salt);
    const salted = await salts();
    const swept = async () => {
      await sweepReports({ pool: jobs, evidence: { storage } }, -60_000);
      return (await storage.stat(reportKey(file.hash))) === undefined;
    };
    const left = async () =>
      (await rows<{ left: number }>(`SELECT count(*) FILTER (WHERE name <> '' OR mail IS NOT NULL)::int AS left FROM respondents.respondent`))[0]?.left;
    const [survey] = await rows<{ closed_at: Date }>('SELECT closed_at FROM survey');
    const after = (days: number) => new Date((survey?.closed_at.getTime() ?? 0) + days * 86_400_000);
    await eraseContacts(jobs, new Date(after(90).getTime() - 1));
    expect([await left(), await swept()]).toEqual([30, false]);
    await eraseContacts(jobs, after(90));
    expect([await left(), await swept()]).toEqual([0, true]);
    const now = await salts();
    expect(salted.filter((salt) => now.includes(salt))).toEqual([]);
    await expect(of.server.owner.query('UPDATE round_file SET erased_at = NULL')).rejects.toThrow('is kept as it was brought');
    expect(await rows('SELECT FROM respondents.respondent')).toHaveLength(30);
    expect(await rows('SELECT FROM answers.closed_response')).toHaveLength(24);
  });

  it('what is closed stays as it is', async () => {
    await expect(of.server.owner.query(`UPDATE answers.closed_response SET minutes = 0`)).rejects.toThrow();
    await expect(of.server.owner.query(`UPDATE survey SET counts_hash = NULL`)).rejects.toThrow();
  });
});
