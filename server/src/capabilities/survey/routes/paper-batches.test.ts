import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../testing/world.ts';
import { hashOfCode, makePaperSurvey, PAPER, type PaperSurvey } from '../testing/paper-survey.ts';

const BODY = 'tinh-minh-hoa-01';
const OF = { body: BODY, group: 'councillors' };

let of: PaperSurvey;
let tokens: string[];
beforeAll(async () => {
  of = await makePaperSurvey();
  tokens = await of.invite(3);
});
afterAll(() => of.server.close());

const rows = async (query: string) => (await of.server.owner.query(query)).rows;
const read = async () => (await ask(of.server, of.world.people.dung, 'GET', PAPER)).body;

describe('[F59] paper forms are counted out', () => {
  it('one for each who has not answered: the name on the cover alone, the code on every page of the form alone', async () => {
    await of.answer(tokens[2] as string);
    await of.send(tokens[2] as string);
    const { status, pages, codes } = await of.print({ ...OF, kind: 'addressed' });
    expect([status, codes.length]).toEqual([200, 2]);
    const covers = pages.filter((text) => text.includes('TỜ BÌA'));
    expect(covers.map((text) => /Người trả lời minh họa (\d)/.exec(text)?.[1]).toSorted()).toEqual(['1', '2']);
    for (const [index, cover] of covers.entries()) {
      expect(cover).toContain(`kết thúc bằng ${codes[index]?.slice(-4)}`);
      expect(cover).not.toContain(codes[index]);
    }
    const forms = pages.filter((text) => text !== '' && !text.includes('TỜ BÌA') && /Câu|Mã phiếu/.test(text));
    expect(forms.length).toBeGreaterThan(4);
    for (const text of forms) {
      expect(codes.filter((code) => text.includes(code))).toHaveLength(1);
      expect(text).not.toContain('Người trả lời minh họa');
    }
    const front = forms.find((text) => text.includes('Mã phiếu')) ?? '';
    for (const said of ['Cơ quan của ông/bà không xem được câu trả lời', 'do người được Bộ Minh họa giao nhập', 'hết ngày 25/03/2023', 'Tỉnh Minh họa 01'])
      expect(front).toContain(said);
  });

  it('only hashes of codes are kept, and the trail tells how many', async () => {
    const { codes } = await of.print({ ...OF, kind: 'unaddressed', forms: 3 });
    expect(new Set(codes).size).toBe(3);
    // As many as are on the list: a pile of others would count for nobody in particular.
    expect((await of.print({ ...OF, kind: 'unaddressed', forms: 1 })).body).toMatchObject({
      code: 'notNow',
      detail: expect.stringContaining('có 3 người và đã in 3 phiếu'),
    });
    const kept = (await rows(`SELECT encode(code_hash, 'hex') AS hash FROM respondents.paper_form WHERE respondent_id IS NULL`)).map(({ hash }) => hash);
    expect(kept.toSorted()).toEqual(codes.map(hashOfCode).toSorted());
    expect((await rows(`SELECT content FROM audit WHERE act = 'survey.makePaper' ORDER BY n`)).map(({ content }) => content)).toEqual([
      { count: 2, group: 'councillors', kind: 'addressed' },
      { count: 3, group: 'councillors', kind: 'unaddressed' },
    ]);
  });

  it('whoever has one gets none anew unless it is asked for', async () => {
    expect((await of.print({ ...OF, kind: 'addressed' })).body).toMatchObject({ code: 'notNow' });
    expect((await of.print({ ...OF, kind: 'addressed', only: 'unanswered' })).codes).toHaveLength(2);
  });

  it('what is wrong with an order is said at once; of a list that is not confirmed nothing is addressed', async () => {
    expect((await of.print({ body: 'khong-co', group: 'khong-co', kind: 'unaddressed' })).body).toMatchObject({
      faults: [
        { code: 'unknownId', path: '/body' },
        { code: 'unknownId', path: '/group' },
        { code: 'missingKey', path: '/forms' },
      ],
    });
    expect((await of.print({ ...OF, kind: 'unaddressed', forms: 101 })).status).toBe(422);
    expect((await of.print({ ...OF, body: 'tinh-minh-hoa-02', kind: 'addressed' })).body).toMatchObject({ code: 'notNow' });
    expect((await of.print({ ...OF, body: 'tinh-minh-hoa-02', kind: 'unaddressed', forms: 1 })).body).toMatchObject({ code: 'notNow' });
    for (const who of ['an', 'binh', 'khanh'] as const) expect((await of.print({ ...OF, kind: 'addressed' }, of.world.people[who])).status).toBe(403);
  });

  it('of the owner’s own body none are made: its people would see what is answered about it', async () => {
    await of.server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ($1, 'bo-minh-hoa', 9)`, [of.world.round]);
    expect((await of.print({ ...OF, body: 'bo-minh-hoa', kind: 'unaddressed', forms: 1 })).body).toMatchObject({ code: 'notNow' });
    expect((await read()).bodies.map(({ id }: { id: string }) => id)).not.toContain('bo-minh-hoa');
    await of.server.owner.query(`DELETE FROM participant WHERE body_id = 'bo-minh-hoa'`);
  });
});

describe('[F59] paper forms are counted back', () => {
  const handedOut = async () => (await read()).batches.find(({ kind }: { kind: string }) => kind === 'unaddressed');
  const record = (batch: string, told: object, who: 'dung' | 'an' = 'dung') =>
    ask(of.server, of.world.people[who], 'POST', `${PAPER}/batches/${batch}/returns`, told);

  it('what is said last counts, and what was said before stays', async () => {
    const batch = await handedOut();
    expect(batch).toMatchObject({ kind: 'unaddressed', count: 3, back: null, records: 0 });
    expect((await record(batch.id, { returned: 1, blank: 0, spoiled: 0, refused: 0 })).status).toBe(204);
    expect((await record(batch.id, { returned: 3, blank: 1, spoiled: 1, refused: 0 })).status).toBe(204);
    // The same again is no other record.
    expect((await record(batch.id, { returned: 3, blank: 1, spoiled: 1, refused: 0 })).status).toBe(204);
    const now = await read();
    expect(await handedOut()).toMatchObject({ records: 2, back: { returned: 3, blank: 1, spoiled: 1, refused: 0, recordedBy: { name: 'Phạm Văn Dũng' } } });
    expect(now.progress).toEqual([
      {
        ...{ body: { id: BODY, name: 'Tỉnh Minh họa 01' }, group: 'councillors', out: 7, returned: 3, blank: 1, spoiled: 1, refused: 0 },
        ...{ once: 0, differing: 0, counted: 0, setApart: 0, elsewhere: 0 },
      },
    ]);
    expect(await rows('SELECT number, returned FROM respondents.paper_return ORDER BY number')).toEqual([
      { number: 1, returned: 1 },
      { number: 2, returned: 3 },
    ]);
    await expect(of.server.owner.query('UPDATE respondents.paper_return SET returned = 0')).rejects.toThrow();
  });

  it('more than went out, or more apart than are back, is refused; nobody else records', async () => {
    const batch = await handedOut();
    expect((await record(batch.id, { returned: 4, blank: 0, spoiled: 0, refused: 0 })).body).toMatchObject({ code: 'notNow' });
    expect((await record(batch.id, { returned: 1, blank: 1, spoiled: 1, refused: 0 })).body).toMatchObject({ code: 'notNow' });
    expect((await record(batch.id, { returned: 1, blank: 0, spoiled: 0, refused: 0 }, 'an')).status).toBe(403);
    expect((await record('00000000-0000-4000-8000-000000000000', { returned: 0, blank: 0, spoiled: 0, refused: 0 })).status).toBe(404);
  });

  it('a body’s own people see nothing of paper', async () => {
    for (const who of ['an', 'binh', 'chi', 'khanh'] as const) expect((await ask(of.server, of.world.people[who], 'GET', PAPER)).status).toBe(403);
  });
});
