import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import type { Contract } from '@parindex/core/contracts/contract';
import { ROUND } from '../../bench/server/bench-database.ts';
import { sessionLike } from './sessions.ts';
import { type Answer, counted, fiveHundreds, shownInside, type Target } from './target.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Bodies that no form sends: what breaks readers of JSON, prototypes, numbers and texts. */
const BODIES: Readonly<Record<string, string>> = {
  prototype: '{"__proto__":{"access":"released","role":"administrator"},"constructor":{"prototype":{"polluted":true}},"id":"__proto__"}',
  twice: `{"id":"${randomUUID()}","id":"__proto__","base":0,"base":-1}`,
  numbers: '{"base":1e400,"seq":-0,"version":99999999999999999999999999,"year":1e-400,"bytes":NaN}',
  larger: `{"base":${'9'.repeat(4_000)},"n":0.${'0'.repeat(4_000)}1}`,
  texts: JSON.stringify({
    id: '\u0000',
    name: '\ud800',
    email: '\u202Eexample@\u202C',
    reason: 'a\u0301'.repeat(2_000),
    note: '\uFEFF\u2028\u2029',
    title: '{{7*7}}<%= 7*7 %>',
  }),
  injected: JSON.stringify({
    id: "' OR 1=1; DROP TABLE entry; --",
    email: "x'||pg_sleep(9)||'@a.example",
    item: '../../../etc/passwd',
    name: '<svg/onload=alert(1)>',
  }),
  deep: `{"entries":${nested(190)},"steps":${nested(190)}}`,
  deeper: nested(5_000),
  wide: `{${Array.from({ length: 2_000 }, (_, index) => `"k${index}":${index}`).join(',')}}`,
  lists: `{"entries":[${'{},'.repeat(1_999)}{}],"documents":[${'null,'.repeat(999)}null]}`,
  kinds: '{"id":[],"entries":{},"base":"0","body":true,"round":null,"changes":0}',
  nothing: '',
  noJson: '{"id":"',
  mark: '\uFEFF{"id":1}',
  bytes: '{"id":"\xff\xfe"}',
};

const PARAMS = [
  '__proto__',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%F0%9F%98%80',
  '%c0%ae',
  'x'.repeat(900),
  '-1',
  '%27%20OR%201=1',
  'constructor',
  '%ff',
  '%E2%80%AE',
];

const addressOf = ({ url }: Contract, fill: (name: string) => string) => url.replaceAll(/\{(\w+)\}/g, (_, name: string) => fill(name));

type Question = () => Promise<Answer>;

/** What one operation is asked: every content by everybody, every address by a clerk. */
async function questionsTo(target: Target, contract: Contract): Promise<Question[]> {
  const { own, victim } = target.people;
  const { method } = contract;
  const known = (name: string) => (name === 'round' ? ROUND : name === 'body' ? victim.body : randomUUID());
  // What it ends is a session of its own.
  const [clerk, owner] = [await sessionLike(target, own.token), await sessionLike(target, target.database.reader)];
  const path = addressOf(contract, known);
  // By the owner only what no act comes of: what follows needs the round as it is.
  const bodies = contract.body ? Object.values(BODIES) : method === 'GET' ? [undefined] : [BODIES['prototype']];
  const people = contract.body ? [undefined, clerk, owner] : [undefined, clerk];
  const contents = people.flatMap((by) => bodies.map((body) => () => target.ask({ method, path, by, ...(body === undefined ? {} : { body }) })));
  if (!contract.url.includes('{')) return contents;
  const addresses = PARAMS.flatMap((value) => {
    const odd = () => target.ask({ method, path: addressOf(contract, () => value), by: clerk, ...(contract.body ? { body: '{}' } : {}) });
    const asked = () => target.ask({ method, path: `${path}?q=${value}&after=${value}&item=${value}&page=${value}`, by: clerk });
    return method === 'GET' ? [odd, asked] : [odd];
  });
  return [...contents, ...addresses];
}

const AT_ONCE = 8;

/** Every operation, with contents and addresses that fit none, by nobody, by a clerk in a sheet of somebody else, and by the round's owner. */
export async function hostileBodies(target: Target): Promise<void> {
  const answers: Answer[] = [];
  const all: Question[] = [];
  // Streams do not end, and whoever ends all their sessions attacks no more.
  const left = ({ method, url }: Contract) => url.endsWith('/events') || (method === 'DELETE' && url === '/api/me/sessions');
  for (const contract of allContracts) if (!left(contract)) all.push(...(await questionsTo(target, contract)));
  const before = target.residentBytes();
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < all.length) answers.push(await (all[next++] as Question)());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const grown = (target.residentBytes() - before) / 1024 ** 2;
  const statuses = answers.map(({ status }) => status);
  target.judge(
    `${Object.keys(BODIES).length} hostile bodies and ${PARAMS.length} hostile addresses on each of ${allContracts.length} operations`,
    `${counted(statuses)} in ${((performance.now() - began) / 1_000).toFixed(0)} s, memory +${grown.toFixed(0)} MB`,
    [
      fiveHundreds(statuses),
      shownInside(answers),
      grown > 300 && 'over 300 MB more',
      statuses.some((status) => !/^\d+$/.test(status) && !['ERR_UNESCAPED_CHARACTERS', 'EPIPE', 'ECONNRESET'].includes(status)) && 'an answer never came',
    ],
  );
}
