import { randomBytes, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashOfToken } from '../../server/src/http/admission.ts';
import { sessionLike } from './sessions.ts';
import { counted, type Target, times } from './target.ts';

const EMAIL = 'ai-do@minh-hoa.example';

const inRows = async (rows: number, each: number, make: () => Promise<string>): Promise<string[]> => {
  const answers: string[] = [];
  for (let row = 0; row < rows; row += 1) answers.push(...(await Promise.all(times(each, make))));
  return answers;
};

const share = (answers: readonly string[], status: string) => answers.filter((answer) => answer === status).length / answers.length;

/** Secrets that are guessed: passwords, one-time codes, tokens, links, receipts. */
export async function guesses(target: Target): Promise<void> {
  const { own } = target.people;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const random = (bytes = 24) => randomBytes(bytes).toString('base64url');
  await target.whileSomebodyWorks(
    '1,500 tokens, sessions, calendars, links and receipts by chance',
    () =>
      inRows(30, 50, () => {
        const ways = [
          { method: 'GET', path: '/api/me', headers: bearer(random()) },
          { method: 'GET', path: '/api/session', headers: { cookie: `parindex_session=${random(32)}` } },
          { method: 'GET', path: `/api/calendar/${random(32)}.ics` },
          { path: '/api/links/reading', body: JSON.stringify({ token: random(32) }) },
          { method: 'GET', path: `/api/receipts/${random(10)}` },
        ];
        return target.send(ways[randomInt(ways.length)] as (typeof ways)[number]);
      }),
    (answers) => answers.some((answer) => !/^4\d\d$/.test(answer)) && `one was answered otherwise: ${counted(answers)}`,
  );

  await target.whileSomebodyWorks(
    '3,000 requests, a thousand at once, each under a session of its own making',
    () =>
      inRows(3, 1_000, () => {
        const headers = { cookie: `parindex_session=${random(32)}` };
        const saves = { path: `${target.sheetOf(own)}/entries`, body: '{"entries":[]}', headers };
        return target.send(randomInt(2) === 0 ? saves : { method: 'GET', path: `/api/receipts/${random(10)}`, headers });
      }),
    (answers) => answers.some((answer) => !/^(?:4\d\d|503|E\w+)$/.test(answer)) && `one was answered otherwise: ${counted(answers)}`,
  );

  await oneTimeCodes(target, own.token);

  // Last of all, as this machine's address is held back by it.
  const spoofed = () => ({ 'x-forwarded-for': `203.0.113.${randomInt(1, 254)}`, forwarded: `for=198.51.100.${randomInt(1, 254)}`, 'x-real-ip': '192.0.2.1' });
  await target.whileSomebodyWorks(
    '600 guesses of a password, each under another forwarded address',
    () => inRows(30, 20, () => target.send({ path: '/api/session', body: JSON.stringify({ email: EMAIL, password: random(9) }), headers: spoofed() })),
    (answers) =>
      share(answers, '429') < 0.7 ? `only ${(100 * share(answers, '429')).toFixed(0)} % were held back` : answers.includes('500') && 'answers of 500',
  );
}

/** Somebody has the password of an account with a device, and guesses its code. */
async function oneTimeCodes(target: Target, token: string): Promise<void> {
  const whole = await sessionLike(target, token);
  await target.database.owner.query('INSERT INTO credential (account_id) SELECT account_id FROM session WHERE token_hash = $1 ON CONFLICT DO NOTHING', [
    hashOfToken(token),
  ]);
  const shown = await target.ask({ path: '/api/me/second-factor', by: whole });
  const secret = (JSON.parse(shown.body || '{}') as { secret?: string }).secret;
  const confirmed =
    secret === undefined
      ? undefined
      : await target.ask({
          method: 'PUT',
          path: '/api/me/second-factor',
          by: whole,
          body: JSON.stringify({ code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }),
        });
  // What was not tried does not count as held.
  if (!confirmed?.status.startsWith('2')) throw new Error(`no device could be enrolled, so its codes were not guessed (${shown.status}, ${confirmed?.status})`);
  const half = await sessionLike(target, token, true);
  const code = () => String(randomInt(1_000_000)).padStart(6, '0');
  const answers = await inRows(20, 15, () => target.send({ path: '/api/session/second-factor', by: half, body: JSON.stringify({ code: code() }) }));
  target.judge('300 guesses of a one-time code', counted(answers), [
    answers.some((answer) => answer.startsWith('2')) && 'one was right',
    share(answers, '429') < 0.5 && `only ${(100 * share(answers, '429')).toFixed(0)} % were held back`,
  ]);
}
