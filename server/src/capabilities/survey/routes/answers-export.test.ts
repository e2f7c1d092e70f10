import { createHash } from 'node:crypto';
import { countedQuestions } from '@parindex/core/survey/estimates/counted-questions';
import { freeTexts } from '@parindex/core/survey/export/index';
import type { Questionnaire } from '@parindex/core/survey/index';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import pg from 'pg';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { ask } from '../../../testing/world.ts';
import { countForms } from '../count-forms.ts';
import { answersFile } from '../export/answers-file.ts';
import { makeSurveyedRound, type SurveyedRound } from '../testing/surveyed-round.ts';

const [LARGE, SMALL] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];

let of: SurveyedRound;
let jobs: pg.Pool;
let at: string;
const asOwner = (url: string, method: 'GET' | 'POST' = 'GET', body?: unknown, headers?: Record<string, string>) =>
  ask(of.server, of.world.people.dung, method, at + url, body, headers);
const rows = async <R extends object>(query: string): Promise<R[]> => (await of.server.owner.query<R>(query)).rows;

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** The lines of a file of answers by its columns, its last line apart, which must tell the truth of what is before it. */
function read(text: string): { head: string[]; lines: string[][]; last: string[] } {
  const bytes = Buffer.from(text);
  const all: string[][] = parse(bytes, { bom: true });
  const [head = [], ...lines] = all;
  const last = lines.pop() ?? [];
  const from = bytes.lastIndexOf('"# rows');
  const sha256 = createHash('sha256').update(bytes.subarray(0, from)).digest('hex');
  expect(last[0]).toBe(`# rows ${lines.length}, sha256 ${sha256}`);
  return { head, lines, last };
}

beforeAll(async () => {
  of = await makeSurveyedRound();
  jobs = connectPool(of.server.urls.jobs, 2);
  at = `/api/rounds/${of.world.round}/survey`;
  // Seven deputies of one invented province, and three of another: fewer than the threshold of five. The three alone choose the last options.
  for (const [index, token] of [...(await of.invite(7)), ...(await of.invite(3, SMALL))].entries()) {
    await of.answer(token, (_name, values) => (index < 7 ? values[index % 2] : values.at(-1)) as string);
    await of.send(token);
  }
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

describe('the answers of a closed survey, for those who analyse them', () => {
  it('are told to nobody before it is closed, and to its leader alone', async () => {
    const urls = ['/answers/councillors', '/answers', '/codebook/councillors', '/syntax/councillors', '/counts?group=councillors'];
    for (const url of urls) expect((await asOwner(url)).status).toBe(409);
    expect((await asOwner('/end', 'POST', { reason: 'Đủ phiếu' })).status).toBe(204);
    // Forms that wait to be counted could still be told apart by asking twice.
    for (const url of urls) expect((await asOwner(url)).status).toBe(409);
    while (await countForms(jobs, () => of.server.clock.now()));
    for (const url of urls) {
      expect((await ask(of.server, of.world.people.an, 'GET', at + url)).status).toBe(403);
      expect((await asOwner(url)).status).toBe(200);
    }
    expect((await asOwner('/answers/nobody')).status).toBe(404);
  });

  it('[F67] come as CSV, a line a response under an id that leads nowhere, counted and hashed in the last line', async () => {
    const { status, body, headers } = await asOwner('/answers/councillors');
    expect(status).toBe(200);
    expect([headers['content-type'], String(body).startsWith('\uFEFF_id,_body,_mode,_minutes,_setAside,')]).toEqual(['text/csv; charset=utf-8', true]);
    const { head, lines } = read(body);
    expect(lines).toHaveLength(7);
    expect(new Set(lines.map((line) => line[1]))).toEqual(new Set([LARGE]));
    const kept = await rows<{ id: string }>(`SELECT id FROM answers.closed_response WHERE body_id = '${LARGE}' ORDER BY id`);
    expect(lines.map(([id]) => id)).toEqual(kept.map(({ id }) => id));
    expect(lines.every((line) => line.length === head.length)).toBe(true);
    // The same request gives the same bytes.
    expect((await asOwner('/answers/councillors')).body).toBe(body);
    const trail = await rows<{ act: string; content: object }>(`SELECT act, content FROM audit WHERE act LIKE 'survey.export%' ORDER BY n DESC LIMIT 2`);
    expect(trail).toEqual([
      { act: 'survey.exported', content: { group: 'councillors', form: 'csv', rows: 7, bytes: Buffer.byteLength(body), sha256: hashOf(body) } },
      { act: 'survey.export', content: { group: 'councillors', form: 'csv', rows: 7 } },
    ]);
  });

  it('counted again from the file, come to what was counted as they were sent', async () => {
    const { head, lines } = read((await asOwner('/answers/councillors')).body);
    const [kept] = await rows<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
    const counts = new Map<string, number>();
    const add = (question: string, option: string) => counts.set(`${question} ${option}`, (counts.get(`${question} ${option}`) ?? 0) + 1);
    for (const line of lines)
      for (const { id, kind, options } of countedQuestions(kept?.form as Questionnaire)) {
        const cell = (name: string) => line[head.indexOf(name)] ?? '';
        if (kind === 'text') continue;
        if (kind !== 'multiple') add(id, cell(id) === '' ? '#notAnswered' : options.length > 0 || cell(id).startsWith('#') ? cell(id) : '#answered');
        else {
          const first = cell(`${id}.${options[0]}`);
          add(id, first === '' ? '#notAnswered' : first.startsWith('#') ? first : '#answered');
          for (const option of options) if (cell(`${id}.${option}`) === '1') add(id, option);
        }
      }
    const texts = countedQuestions(kept?.form as Questionnaire).filter(({ kind }) => kind === 'text');
    const counted = await rows<{ question: string; option: string; count: string }>(
      `SELECT question, option, count FROM answers.answer_count WHERE body_id = '${LARGE}' AND group_id = 'councillors'`,
    );
    const expected = counted
      .filter(({ question }) => !texts.some(({ id }) => id === question))
      .map((row) => [`${row.question} ${row.option}`, Number(row.count)]);
    expect(expected.length).toBeGreaterThan(16);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(expected));
  });

  it('[F67] written freely are read by themselves: of bodies with enough answers, in the order of the alphabet, without the rest of a form', async () => {
    const [kept] = await rows<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
    const [question] = freeTexts(kept?.form as Questionnaire);
    const said = (body: string, texts: readonly string[]) =>
      of.server.owner.query(
        `INSERT INTO answers.closed_response (id, round_id, body_id, group_id, mode, minutes, answers)
         SELECT gen_random_uuid(), $1, $2, 'councillors', 'online', 5, jsonb_build_object($3::text, t) FROM unnest($4::text[]) t`,
        [of.world.round, body, question?.id, texts],
      );
    await of.server.owner.query('BEGIN');
    await said(LARGE, ['Kiến nghị thứ hai (minh họa)', '=1+1', 'Kiến nghị thứ ba (minh họa)']);
    await said(SMALL, ['Kiến nghị của ít người (minh họa)']);
    await of.server.owner.query('COMMIT');
    const read = () =>
      of.server.app.inject({
        method: 'GET',
        url: `${at}/texts/councillors`,
        headers: { cookie: `parindex_session=${of.world.people.dung.token}` },
      });
    const { statusCode, rawPayload } = await read();
    expect(statusCode).toBe(200);
    const [sheet] = (await readXlsx(rawPayload)).sheets;
    const cells = (sheet?.rows ?? []).map((row) => row.slice(3, 4)[0]).filter(Boolean);
    expect(cells.slice(-4)).toEqual(['Nội dung', "'=1+1", 'Kiến nghị thứ ba (minh họa)', 'Kiến nghị thứ hai (minh họa)']);
    expect(JSON.stringify(sheet)).not.toContain('ít người');
    expect(await rows(`SELECT content FROM audit WHERE act = 'survey.readTexts'`)).toEqual([{ content: { group: 'councillors', count: 3 } }]);
    await of.server.owner.query(`ALTER TABLE answers.closed_response DISABLE TRIGGER append_only; DELETE FROM answers.closed_response WHERE answers ? '${question?.id}';
      ALTER TABLE answers.closed_response ENABLE TRIGGER append_only`);
  });

  it('of a body of which too few have answered, are in no answer and by no filter', async () => {
    const alone = await asOwner(`/answers/councillors?body=${SMALL}`);
    expect(alone.status).toBe(409);
    expect(alone.body.detail).toContain('Cơ quan này có dưới 5 phiếu trả lời');
    // Nobody of the third province has answered: the same sentence.
    expect((await asOwner('/answers/councillors?body=tinh-minh-hoa-03')).body.detail ?? '').toBe(alone.body.detail);
    expect((await asOwner('/answers/councillors?body=nowhere')).status).toBe(422);
    expect((await asOwner('/answers/staff')).status).toBe(404);
    const small = await rows<{ id: string }>(`SELECT id FROM answers.closed_response WHERE body_id = '${SMALL}'`);
    expect(small).toHaveLength(3);
    const files = await Promise.all(
      ['', '?as=labelled', `?body=${LARGE}`, `?as=labelled&body=${LARGE}`].map((query) => asOwner(`/answers/councillors${query}`)),
    );
    for (const { status, body } of files) {
      expect(status).toBe(200);
      expect(read(body).lines).toHaveLength(7);
      for (const hidden of [SMALL, ...small.map(({ id }) => id)]) expect(body).not.toContain(hidden);
    }
    // Nor by asking the database itself, in the name of the leader.
    const client = new pg.Client({ connectionString: of.server.urls.app });
    await client.connect();
    const direct = await client.query(`SELECT * FROM app.closed_answers($1, 'councillors', $2, '00000000-0000-0000-0000-000000000000', 10)`, [
      of.world.round,
      LARGE,
    ]);
    expect(direct.rows).toEqual([]);
    await client.end();
  });

  it('[F67] hold neither names nor addresses of respondents, nor what could find them', async () => {
    const private_ = await rows<Record<string, string | null>>('SELECT id::text, name, mail FROM respondents.respondent');
    const words = private_.flatMap((row) => Object.values(row)).filter((word) => word !== null && word !== '');
    expect(words.length).toBe(30);
    const urls = [
      '/answers/councillors',
      '/answers/councillors?as=labelled',
      '/codebook/councillors',
      '/syntax/councillors',
      '/counts?group=councillors',
      '/answers',
    ];
    for (const url of urls) {
      const { body } = await asOwner(url);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      expect(text.length).toBeGreaterThan(500);
      for (const word of words) expect(text).not.toContain(word);
    }
  });

  it('break off where rights end while they are sent, rather than end as if they were whole', async () => {
    const [kept] = await rows<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
    const file = answersFile({
      ...{ pool: of.server.context.pool, clock: of.server.clock, round: of.world.round, group: 'councillors', form: kept?.form as Questionnaire },
      ...{ account: of.world.people.dung.account, credentials: {}, as: 'csv', language: 'vi', bodies: [{ id: LARGE, name: 'Tỉnh Minh họa 01', responses: 7 }] },
      made: async () => {},
    });
    const sent: Uint8Array[] = [];
    await expect(
      (async () => {
        for await (const part of file) sent.push(part);
      })(),
    ).rejects.toThrow('0 of 7');
    expect(Buffer.concat(sent).toString()).not.toContain('# rows');
  });

  it('in words, read as the form does', async () => {
    const { lines, head } = read((await asOwner('/answers/councillors?as=labelled')).body);
    expect(head.slice(0, 4)).toEqual([
      'Mã phiếu ngẫu nhiên',
      'Cơ quan được đánh giá',
      'Hình thức trả lời',
      'Thời gian trả lời (phút, theo bậc 5 phút, từ 60 phút ghi 60)',
    ]);
    expect(lines[0]?.slice(1, 3)).toEqual(['Tỉnh Minh họa 01', 'Trực tuyến']);
    const english = read((await asOwner('/answers/councillors?as=labelled', 'GET', undefined, { 'accept-language': 'en' })).body);
    expect(english.lines[0]?.[2]).toBe('Online');
  });

  it('[F66] have a codebook, well-formed, that says how many cases there are and which bodies were left out', async () => {
    const { body, headers } = await asOwner('/codebook/councillors');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'var') names.push(attributes['name'] as string);
    });
    parser.write(body).close();
    expect(names).toEqual(read((await asOwner('/answers/councillors')).body).head);
    const [hashes] = await rows<{ form: string; edition: string }>(
      `SELECT q.hash AS form, e.hash AS edition FROM edition_questionnaire q JOIN edition e ON e.id = q.edition_id WHERE q.group_id = 'councillors'`,
    );
    for (const said of [`sha256:${hashes?.form}`, `sha256:${hashes?.edition}`, '<caseQnty>7</caseQnty>', `Tỉnh Minh họa 02 (${SMALL}): dưới 5 phiếu.`])
      expect(body).toContain(said);
  });

  it('are counted by question, option and body, with totals of the bodies told alone', async () => {
    const { body } = await asOwner('/counts?group=councillors');
    expect(body).toMatchObject({
      threshold: 5,
      responses: 7,
      bodies: [{ id: LARGE, responses: 7 }],
      leftOut: [{ id: SMALL, responses: null, reason: 'tooFew' }],
    });
    const question = body.questions.find(({ kind }: { kind: string }) => kind === 'single' || kind === 'scale');
    const [first, second, ...others] = question.options.map(({ id }: { id: string }) => id);
    expect(question.bodies).toEqual([{ body: LARGE, answers: 7, counts: { [first]: 4, [second]: 3 } }]);
    // What the three have chosen is in no total: it would be what the file leaves over.
    expect(question.total).toEqual({ answers: 7, counts: { [first]: 4, [second]: 3 } });
    expect(others.length).toBeGreaterThan(0);
    expect((await asOwner('/counts?group=nobody')).status).toBe(404);
  });

  it('[F59] as a workbook in words, hold each answer, a number as one, and what a paper form does not validly give', async () => {
    const [kept] = await rows<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
    const question = countedQuestions(kept?.form as Questionnaire).find(({ kind }) => kind === 'single' || kind === 'scale');
    await of.server.owner.query(
      `INSERT INTO answers.closed_response (id, round_id, body_id, group_id, mode, minutes, answers, invalid)
       VALUES ('ffffffff-0000-4000-8000-000000000001', $1, $2, 'councillors', 'paper', 0, '{}', $3)`,
      [of.world.round, LARGE, [question?.id]],
    );
    const { head, lines } = read((await asOwner('/answers/councillors')).body);
    const typed = lines.find(([id]) => id === 'ffffffff-0000-4000-8000-000000000001') as string[];
    expect(typed[head.indexOf(question?.id as string)]).toBe('#invalid');
    expect(typed.filter((cell) => cell === '').length).toBeGreaterThan(5);
    const answered = await of.server.app.inject({
      method: 'GET',
      url: `${at}/answers/councillors?as=xlsx`,
      headers: { cookie: `parindex_session=${of.world.people.dung.token}` },
    });
    expect(answered.headers['content-disposition']).toContain(`tra-loi-${of.world.round}-councillors.xlsx`);
    const { sheets } = await readXlsx(answered.rawPayload);
    const [sheet] = sheets;
    const words = read((await asOwner('/answers/councillors?as=labelled')).body);
    expect(sheet?.name).toBe('Phiếu trả lời');
    expect(sheet?.rows.length).toBe(8 + 2);
    expect(sheet?.rows[0]).toEqual(words.head);
    const texts = sheet?.rows.slice(1, 9).map((row) => words.head.map((_, at_) => String(row[at_] ?? '')));
    expect(texts).toEqual(words.lines);
    expect(typeof sheet?.rows[1]?.[3]).toBe('number');
    expect(texts?.at(-1)).toContain('Câu trả lời trên phiếu giấy không hợp lệ');
    expect(sheet?.rows.at(-1)?.[0]).toBe('Số phiếu trong tệp: 8');
  });

  it('about a body that was taken out of the round are in no file, and are named with the reason among what was left out', async () => {
    await of.server.owner.query(
      `INSERT INTO answers.closed_response (id, round_id, body_id, group_id, mode, minutes, answers)
       SELECT gen_random_uuid(), $1, 'tinh-minh-hoa-03', 'councillors', 'online', 5, '{}' FROM generate_series(1, 6)`,
      [of.world.round],
    );
    await of.server.owner.query(`DELETE FROM participant WHERE round_id = $1 AND body_id = 'tinh-minh-hoa-03'`, [of.world.round]);
    expect(read((await asOwner('/answers/councillors')).body).lines).toHaveLength(8);
    const alone = await asOwner('/answers/councillors?body=tinh-minh-hoa-03');
    expect([alone.status, alone.body.detail]).toEqual([
      409,
      'Cơ quan này đã được đưa ra khỏi kỳ đánh giá nên phiếu trả lời về cơ quan không được đưa vào tệp.',
    ]);
    const leftOut = [
      { id: SMALL, name: 'Tỉnh Minh họa 02', responses: null, reason: 'tooFew' },
      { id: 'tinh-minh-hoa-03', name: 'Tỉnh Minh họa 03', responses: 6, reason: 'takenOut' },
    ];
    expect((await asOwner('/counts?group=councillors')).body.leftOut).toEqual(leftOut);
    expect((await asOwner('/codebook/councillors')).body).toContain('Tỉnh Minh họa 03 (tinh-minh-hoa-03): 6 phiếu, đã được đưa ra khỏi kỳ đánh giá.');
    const { body } = await asOwner('/answers');
    expect(body.groups.find(({ group }: { group: { id: string } }) => group.id === 'councillors')).toMatchObject({ responses: 8, bodies: 1, leftOut });
  });

  it('are listed by file, with the count and the hash of the bytes that were last sent, by language', async () => {
    const filesOf = async (query = '') => {
      const { body } = await asOwner(`/answers${query}`);
      const { files } = body.groups.find(({ group }: { group: { id: string } }) => group.id === 'councillors');
      return new Map<string, { rows: number; made: { bytes: number; sha256: string } | null }>(
        files.map((file: { file: string }) => [file.file, file] as const),
      );
    };
    const [csv, codebook, syntax] = [
      (await asOwner('/answers/councillors')).body,
      (await asOwner('/codebook/councillors')).body,
      (await asOwner('/syntax/councillors')).body,
    ];
    const files = await filesOf();
    expect([...files.keys()]).toEqual(['csv', 'labelled', 'xlsx', 'codebook', 'syntax']);
    expect(files.get('csv')).toMatchObject({ rows: 8, made: { bytes: Buffer.byteLength(csv), sha256: hashOf(csv) } });
    for (const [file, content] of Object.entries({ codebook, syntax })) expect(files.get(file)?.made?.sha256).toBe(hashOf(content));
    expect(syntax).toContain("VARIABLE LABELS\n  form_id 'Mã phiếu ngẫu nhiên'");
    expect((await filesOf('?language=en')).get('xlsx')?.made).toBeNull();
    // A group that nobody of has answered has no files, and says so.
    const { body } = await asOwner('/answers');
    const empty = body.groups.find(({ group }: { group: { id: string } }) => group.id !== 'councillors');
    expect(empty).toMatchObject({ responses: 0, bodies: 0, files: [] });
    expect((await ask(of.server, of.world.people.an, 'GET', `${at}/answers`)).status).toBe(403);
  });
});
