import { randomUUID } from 'node:crypto';
import { newSecretToken } from '../../../http/secret-token.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { addQuestionnaires, addSurvey } from './survey-of-round.ts';

/** What a browser keeps: cookies, each under its path. */
export type Device = Map<string, string>;

export interface SurveyedRound {
  readonly server: TestServer;
  readonly world: World;
  /** The secrets of the links of so many invented respondents of a body in a group. */
  invite(count: number, body?: string, group?: string): Promise<string[]>;
  /** Begins a form at its door, where it was not begun; its code, as its pages show it. */
  begin(token: string): Promise<string>;
  /** Fills a form in through its pages, as a browser without script does; gives the page that it came to. */
  answer(token: string, choose?: (name: string, values: readonly string[]) => string): Promise<string>;
  /** Sends a form that is filled in, under this id. */
  send(token: string, submission?: string): Promise<{ status: number; page: string }>;
  get(url: string, from?: Device): Promise<{ status: number; page: string }>;
  post(
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    from?: Device,
  ): Promise<{ status: number; page: string; to: string | undefined }>;
}

const END = '2023-03-25T17:00:00Z';

/** The world of the stories with a survey that is open in January 2023, or about to be opened, of the forms of province-2022. */
export async function makeSurveyedRound(moment = '2023-01-10T02:00:00Z', opened = true): Promise<SurveyedRound> {
  const server = await startTestServer(moment);
  const world = await makeWorld(server);
  const { owner, clock, app } = server;
  const { dung } = world.people;
  await addQuestionnaires(server, world);
  await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'survey', '2023-01-05T00:00:00+07:00', $2)`, [world.round, END]);
  if (opened) await addSurvey(owner, world.round, world.scheme.id, dung.account, clock.now());
  const telephone: Device = new Map();
  const cookiesFor = (url: string, device: Device) => {
    const cookie = [...device].flatMap(([path, kept]) => (`${url.split('?')[0]}/`.startsWith(`${path}/`) ? [kept] : [])).join('; ');
    return cookie === '' ? {} : { cookie };
  };
  const get: SurveyedRound['get'] = async (url, from = telephone) => {
    const { statusCode, body } = await app.inject({ method: 'GET', url, headers: cookiesFor(url, from) });
    return { status: statusCode, page: body };
  };
  const post: SurveyedRound['post'] = async (url, fields, from = telephone) => {
    const pairs = Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each])));
    const { statusCode, body, headers } = await app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(pairs as [string, string][]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...cookiesFor(url, from) },
    });
    const [, kept = '', seconds, path = ''] = /^([^;]*); Max-Age=(\d+); Path=([^;]*)/.exec(String(headers['set-cookie'] ?? '')) ?? [];
    if (seconds === '0') from.delete(path);
    else if (path !== '') from.set(path, kept);
    return { status: statusCode, page: body, to: headers.location as string | undefined };
  };
  const begin: SurveyedRound['begin'] = async (token) => {
    await post(`/phieu/${token}/bat-dau`, {});
    return /tiếp: ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec((await get(`/phieu/${token}?phan=1`)).page)?.[1] ?? '';
  };
  let listed = 0;
  return {
    server,
    world,
    get,
    post,
    begin,
    invite: async (count, body = 'tinh-minh-hoa-01', group = 'councillors') => {
      const tokens: string[] = [];
      for (let index = 0; index < count; index += 1) {
        listed += 1;
        const [id, { token, hash }] = [randomUUID(), newSecretToken()];
        await owner.query(
          `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, mail, listed_by, listed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [id, world.round, body, group, `Người trả lời minh họa ${listed}`, `nguoi-${listed}@minh-hoa.example`, dung.account, clock.now()],
        );
        await owner.query('INSERT INTO respondents.link (token_hash, respondent_id, made_by, made_at) VALUES ($1, $2, $3, $4)', [
          hash,
          id,
          dung.account,
          clock.now(),
        ]);
        tokens.push(token);
      }
      return tokens;
    },
    answer: async (token, choose = (_name, [first = '']) => first) => {
      await begin(token);
      let at = `/phieu/${token}?phan=1`;
      for (;;) {
        const { page } = await get(at);
        if (/phan=gui/.test(at)) return page;
        const names = new Map<string, string[]>();
        for (const [, type, name = '', value = ''] of page.matchAll(/<input type="(radio|checkbox)" name="([^"]+)" value="([^"]+)"/g))
          if (type === 'radio') names.set(name, [...(names.get(name) ?? []), value]);
        const { to, page: refused } = await post(at, Object.fromEntries([...names].map(([name, values]) => [name, choose(name, values)])));
        if (to === undefined) throw new Error(refused);
        at = to;
      }
    },
    send: async (token, submission = randomUUID()) => {
      const { status, page } = await post(`/phieu/${token}/gui`, { lan: submission });
      return { status, page };
    },
  };
}

/** The receipt that a page shows. */
export const receiptOf = (page: string): string | undefined => /Mã biên nhận: ([0-9A-Z-]+)/.exec(page)?.[1];
