import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../db/connect.ts';
import { ask, type Person } from '../../testing/world.ts';
import { countForms } from './count-forms.ts';
import { makePaperSurvey, PAPER, type PaperSurvey } from './testing/paper-survey.ts';

const OF = { body: 'tinh-minh-hoa-01', group: 'councillors' };

let of: PaperSurvey;
let jobs: pg.Pool;
let codes: string[];
let references: string[];

const rows = async <T extends object>(query: string, values: unknown[] = []) => (await of.server.owner.query<T>(query, values)).rows;

/** Twelve addressed forms: one of the twelve answers on line; eight are counted, two of them as a third settled them; of the rest one is typed once, one twice without agreement. */
beforeAll(async () => {
  of = await makePaperSurvey();
  jobs = connectPool(of.server.urls.jobs, 2);
  const tokens = await of.invite(12);
  const [one, two, three] = of.typists as [Person, Person, Person];
  const { codes: made } = await of.print({ ...OF, kind: 'addressed' });
  await of.answer(tokens[0] as string);
  await of.send(tokens[0] as string);
  codes = [];
  for (const code of made) if ((await of.lookUp(one, code)).status === 200) codes.push(code);
  const options = [await of.answersAt(0), await of.answersAt(1), await of.answersAt(2), await of.answersAt(3)];
  for (const [index, code] of codes.slice(0, 8).entries()) {
    const answers = options[index % 4] ?? {};
    await of.enter(one, code, 1, answers);
    if (index < 6) await of.enter(two, code, 2, answers);
    else {
      await of.enter(two, code, 2, options[(index + 1) % 4] ?? {});
      await of.enter(three, code, 3, answers);
    }
  }
  await of.enter(one, codes[8] as string, 1, options[0] ?? {});
  await of.enter(one, codes[9] as string, 1, options[0] ?? {});
  await of.enter(two, codes[9] as string, 2, options[1] ?? {});
  references = (await rows<{ reference: string }>(`SELECT DISTINCT encode(reference, 'hex') AS reference FROM answers.paper_entry`)).map(
    (row) => row.reference,
  );
  await of.server.owner.query('UPDATE survey SET closing_asked_by = $2, closing_asked_at = $3 WHERE round_id = $1', [
    ...[of.world.round, of.world.people.dung.account, of.server.clock.now()],
  ]);
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

describe('[F59] once a survey is ended', () => {
  it('nothing is typed any more, and what is open is told', async () => {
    const [, two] = of.typists;
    expect((await of.lookUp(two, codes[8] as string)).body.detail).toContain('đã kết thúc');
    expect((await of.enter(two, codes[8] as string, 2, await of.answersAt(0))).status).toBe(409);
    expect((await of.print({ ...OF, kind: 'unaddressed', forms: 1 })).status).toBe(409);
    expect((await ask(of.server, two, 'GET', PAPER)).body).toMatchObject({ state: 'ending', progress: [{ once: 1, differing: 1, counted: 8, elsewhere: 1 }] });
  });
});

describe('[F59] [F67] once it is closed', () => {
  beforeAll(async () => {
    while (await countForms(jobs, () => of.server.clock.now()));
  });

  it('what was counted is there, without that one came on line and the others on paper; what was typed and the codes are gone, and how many were left is kept', async () => {
    expect(await rows('SELECT mode, minutes, invalid, count(*)::int FROM answers.closed_response GROUP BY 1, 2, 3')).toEqual([
      { mode: null, minutes: null, invalid: [], count: 9 },
    ]);
    for (const table of ['answers.paper_entry', 'answers.response', 'answers.round_key', 'respondents.paper_form', 'respondents.link'])
      expect([table, await rows(`SELECT FROM ${table}`)]).toEqual([table, []]);
    expect((await ask(of.server, of.typists[0], 'GET', PAPER)).body).toMatchObject({
      state: 'closed',
      progress: [{ out: 12, once: 1, differing: 1, counted: 8, elsewhere: null }],
    });
    expect((await of.lookUp(of.typists[1], codes[8] as string)).status).toBe(404);
  });

  it('nobody joins a person and a form: not by a code that was kept, nor by what PostgreSQL or the trail have written', async () => {
    // As the owner of the database.
    const ids = (await rows<{ id: string }>('SELECT id FROM answers.closed_response')).map(({ id }) => id.replaceAll('-', ''));
    expect(ids.filter((id) => references.some((reference) => reference.includes(id)))).toEqual([]);
    const written = async (table: string) => (await rows<{ xmin: string }>(`SELECT DISTINCT xmin::text FROM ${table}`)).map(({ xmin }) => xmin);
    const [people, listed, forms] = [
      await written('respondents.participation'),
      await written('respondents.respondent'),
      await written('answers.closed_response'),
    ];
    expect([people.length, listed.length, forms.length]).toEqual([1, 1, 1]);
    expect(await rows('SELECT FROM respondents.respondent WHERE xmax::text NOT IN ($1, xmin::text)', ['0'])).toEqual([]);
    const typed = await rows<{ xid: string }>(
      `SELECT (xid::text::numeric % 4294967296)::text AS xid FROM audit WHERE act IN ('survey.typePaper', 'survey.reconcilePaper')`,
    );
    expect(typed).toHaveLength(8 * 2 + 2 + 3);
    for (const { xid } of typed) expect([...people, ...listed, ...forms]).not.toContain(xid);
    const times = await rows(
      `SELECT FROM information_schema.columns WHERE table_schema = 'answers' AND table_name IN ('closed_response', 'paper_left') AND data_type LIKE 'timestamp%'`,
    );
    expect(times).toEqual([]);
  });

  it.each(['app', 'signOn', 'jobs', 'retention'] as const)('the role %s reads neither entries nor, beside answers, whose forms were', async (role) => {
    const client = new pg.Client({ connectionString: of.server.urls[role] });
    await client.connect();
    const reads = (column: string, table: string) =>
      client.query(`SELECT ${column} FROM ${table} LIMIT 1`).then(
        () => true,
        () => false,
      );
    const sees = {
      entries: await reads('answers', 'answers.paper_entry'),
      forms: await reads('respondent_id', 'respondents.paper_form'),
      hashes: await reads('code_hash', 'respondents.paper_form'),
      answers: await reads('answers', 'answers.closed_response'),
    };
    await client.end();
    expect([sees.entries, sees.hashes, sees.forms && sees.answers]).toEqual([false, false, false]);
  });
});
