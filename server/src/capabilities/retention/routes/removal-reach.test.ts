import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import type { Storage } from '../../../storage/storage.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { eraseGone } from '../../evidence/erase-gone.ts';
import { sweep } from '../../evidence/sweep.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { finishAll, sendPiece, uploadFile } from '../../evidence/testing/upload-file.ts';
import { type ErasureStory, fileOf, OTHER, PLAN, SHEET, startErasures, tablesWith, verified } from '../testing/erasure-story.ts';

let close: ErasureStory['close'];
let server: ErasureStory['server'];
let world: ErasureStory['world'];
let work: ErasureStory['work'];
let asPerson: ErasureStory['asPerson'];
let filesWith: ErasureStory['filesWith'];
let askRemoval: ErasureStory['askRemoval'];
let decide: ErasureStory['decide'];

beforeAll(async () => {
  ({ close, server, world, work, asPerson, filesWith, askRemoval, decide } = await startErasures());
});
afterAll(() => close());

describe('[F116] what a removal reaches', () => {
  it('gives up what is still on its way into the document: the upload and the job that would check it', async () => {
    const { an, lan } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'etatheta.pdf', pdfOf([{ lines: [...PLAN, 'etatheta'] }]));
    const upload = randomUUID();
    const begun = await ask(server, an, 'POST', `${SHEET}/uploads`, { id: upload, document, name: 'etatheta bản sau.pdf', bytes: 9, notSecret: true });
    expect(begun.status).toBe(201);
    const { id } = await askRemoval(an, document);
    expect((await decide(lan, id, 'carriedOut')).status).toBe(201);
    const { rows } = await server.owner.query(
      'SELECT u.state AS upload, j.state AS job, j.ended_at IS NULL AS waits FROM upload u JOIN job j USING (id) WHERE id = $1',
      [upload],
    );
    expect(rows).toEqual([{ upload: 'cancelled', job: 'cancelled', waits: false }]);
  });

  it.each([
    ['goes on', false, false],
    ['is killed there', true, false],
    ['is killed there, and the store emptied again', true, true],
  ])('meets the same bytes on their way: they are refused, and go from the store; the process %s', async (what, killed, emptied) => {
    const { an, chi, lan } = world.people;
    const second = pdfOf([{ lines: [...PLAN, `lần hai, thetasigma, ${what}`] }]);
    const { document } = await uploadFile(server, work, an, SHEET, 'thetasigma.pdf', second);
    const { id } = await askRemoval(an, document);
    const upload = randomUUID();
    await ask(server, chi, 'POST', `${OTHER}/uploads`, { id: upload, document: randomUUID(), name: 'thetasigma.pdf', bytes: second.length, notSecret: true });
    await sendPiece(server, chi, upload, 0, second);
    // The removal is carried out, and the store emptied, just when the bytes have been put there.
    const storage: Storage = new Proxy(work.evidence.storage, {
      get(target, key) {
        const found = Reflect.get(target, key);
        if (key !== 'keepArrival') return typeof found === 'function' ? found.bind(target) : found;
        return async (...given: [string, string]) => {
          expect((await decide(lan, id, 'carriedOut')).status).toBe(201);
          await eraseGone(work);
          await target.keepArrival(...given);
          if (killed) throw new Error('killed');
        };
      },
    });
    const first = finishAll({ ...work, evidence: { ...work.evidence, storage } });
    await (killed ? expect(first).rejects.toThrow('killed') : first);
    if (emptied) {
      await server.owner.query('UPDATE content SET erased_at = NULL WHERE gone_at IS NOT NULL');
      await eraseGone(work);
      expect(filesWith(second)).toEqual([]);
    }
    await finishAll(work);
    expect((await ask(server, chi, 'GET', `/api/uploads/${upload}`)).body).toMatchObject({ state: 'refused', name: '—', refusal: { code: 'removedBefore' } });
    await eraseGone(work);
    expect(filesWith(second)).toEqual([]);
    expect(await tablesWith(server, 'thetasigma')).toEqual([]);
    expect((await verified(server)).found).toEqual([]);
  });

  it('takes a reference without a file too, with what was taken over of it into another round', async () => {
    const { an, dung } = world.people;
    const [id, later] = [randomUUID(), randomUUID()];
    const reference = { id, number: '5/OMEGARHO', date: '2022-03-01', subject: 'omegarho' };
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [reference] })).status).toBe(201);
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2023', 'bo-minh-hoa', 2023, 'Kỳ minh họa 2023', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2023', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2023', 'selfAssessment', '2023-01-01', '2024-03-01')`);
    const carry = (document: string) =>
      ask(server, an, 'POST', '/api/rounds/minh-hoa-2023/sheets/tinh-minh-hoa-01/carried-documents', {
        from: 'minh-hoa-2022',
        documents: [{ id: document, document: id, version: 1 }],
      });
    expect((await carry(later)).status).toBe(201);
    const asked = await askRemoval(an, id);
    expect((await decide(dung, asked.id, 'carriedOut')).body.record.documents).toHaveLength(2);
    expect(await tablesWith(server, 'omegarho')).toEqual([]);
    expect((await carry(randomUUID())).status).toBe(422);
  });

  it('is decided once, however many decide at the same moment', async () => {
    const { an, dung, lan } = world.people;
    const id = randomUUID();
    await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [{ id, number: '6/KH-MH', date: '2022-03-01' }] });
    const asked = await askRemoval(an, id);
    const answers = await Promise.all([dung, lan, dung, lan].map((person, index) => decide(person, asked.id, index % 2 === 0 ? 'carriedOut' : 'refused')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201, 409, 409]);
    const { rows } = await server.owner.query(`SELECT act FROM audit WHERE subject = $1 AND act IN ('removal.carryOut', 'removal.refuse')`, [
      `removal:${asked.id}`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('goes as far as is decided: an owner over the rounds that they run, an administrator over all; what stays is read on, and its bytes may come again', async () => {
    const { an, chi, dung, lan } = world.people;
    const { owner, clock } = server;
    // The same bytes with the province next door, and in a round that another ministry runs.
    await owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-khac', 'bo-minh-hoa-b', 2022, 'Kỳ minh họa khác', $1, 'open', $2)`,
      [world.scheme.id, clock.now()],
    );
    await owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-khac', 'tinh-minh-hoa-02', 1)`);
    await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-khac', 'selfAssessment', '2023-01-01', '2023-02-01')`);
    const same = pdfOf([{ lines: [...PLAN, 'iotaomega'] }]);
    const beyond = OTHER.replace('minh-hoa-2022', 'minh-hoa-khac');
    const bring = async (person: Person, sheet: string) => (await uploadFile(server, work, person, sheet, 'iotaomega.pdf', same)).document;
    const [mine, theirs, apart] = [await bring(an, SHEET), await bring(chi, OTHER), await bring(chi, beyond)];
    const readable = async () => {
      const read = [fileOf(mine), fileOf(theirs, OTHER), fileOf(apart, beyond)].map((url, place) => ask(server, place === 0 ? an : chi, 'GET', url));
      return (await Promise.all(read)).map(({ status, body }) => (status === 200 ? 'read' : body.state));
    };
    const becomes = async (id: string) =>
      (await ask(server, chi, 'GET', '/api/removals/copies')).body.items
        .filter((one: { removal: string }) => one.removal === id)
        .map((one: { document: string; becomes: string }) => [one.document === apart ? 'apart' : 'theirs', one.becomes])
        .toSorted();

    const first = await askRemoval(an, mine);
    expect(await readable()).toEqual(['held', 'read', 'read']);
    expect(await becomes(first.id)).toEqual([
      ['apart', 'asked'],
      ['theirs', 'asked'],
    ]);
    const reaches = async (person: Person) => {
      const { items } = (await ask(server, person, 'GET', '/api/removals')).body;
      const { choices, beyond: rest } = items.find(({ id }: { id: string }) => id === first.id).reaches;
      return [...choices.map((one: { reach: string; libraries: number }) => `${one.reach} ${one.libraries}`), `beyond ${rest}`];
    };
    expect(await reaches(dung)).toEqual(['body 1', 'rounds 2', 'beyond 1']);
    expect(await reaches(lan)).toEqual(['body 1', 'all 3', 'beyond 0']);
    expect(await decide(dung, first.id, 'carriedOut', 'removals', 'all')).toMatchObject({ status: 403, body: { reaches: ['body', 'rounds'] } });
    await expect(asPerson('dung', sql`SELECT app.prepare_erasure(${first.id}, ${dung.membership}, 'all')`)).rejects.toThrow(/does not reach so far/);
    // The narrowest, where nothing is said.
    expect((await decide(dung, first.id, 'carriedOut')).body).toMatchObject({ reach: 'body', record: { documents: [{ document: mine }], elsewhere: 0 } });
    expect(await readable()).toEqual(['gone', 'read', 'read']);
    expect(await becomes(first.id)).toEqual([
      ['apart', 'kept'],
      ['theirs', 'kept'],
    ]);
    await sweep(work);
    expect(filesWith(same)).not.toEqual([]);

    // An owner who asks closes what lies in their own rounds, and no more; an administrator closes all.
    const again = await bring(an, SHEET);
    expect(again).not.toBe(mine);
    const second = await askRemoval(dung, again);
    expect((await readable()).slice(1)).toEqual(['held', 'read']);
    expect(await becomes(second.id)).toEqual([
      ['apart', 'asked'],
      ['theirs', 'held'],
    ]);
    expect((await decide(lan, second.id, 'refused')).status).toBe(201);
    expect((await readable()).slice(1)).toEqual(['read', 'read']);
    const third = await askRemoval(lan, again);
    expect((await readable()).slice(1)).toEqual(['held', 'held']);
    expect((await decide(dung, third.id, 'carriedOut', 'removals', 'rounds')).body).toMatchObject({ reach: 'rounds', record: { elsewhere: 0 } });
    expect(await readable()).toEqual(['gone', 'gone', 'read']);
    expect(await becomes(third.id)).toEqual([
      ['apart', 'kept'],
      ['theirs', 'removed'],
    ]);
    const page = String((await ask(server, dung, 'GET', `/api/removals/${third.id}/record`)).body);
    expect(page).toContain('kho khác giữ nguyên');
    expect(page).not.toContain('Kỳ minh họa khác');
    // What is left of it goes by the word of whoever administers the whole, and comes no more.
    const fourth = await askRemoval(chi, apart, beyond);
    expect((await decide(lan, fourth.id, 'carriedOut')).body).toMatchObject({ reach: 'all' });
    await sweep(work);
    expect(filesWith(same)).toEqual([]);
    expect(await uploadFile(server, work, an, SHEET, 'iotaomega.pdf', same)).toMatchObject({ state: 'refused', refusal: { code: 'removedBefore' } });
    await sealAll(server);
    // Rounds of the story were made without an act.
    expect((await verified(server)).found.filter(({ code }) => code !== 'registerUntold')).toEqual([]);
  });

  it('fails nowhere: the server has logged nothing', () => expect(server.logged).toEqual([]));
});
