import { randomUUID } from 'node:crypto';

interface Seat {
  readonly account: string;
  readonly token: string;
}

/** Asks the API for somebody what must be done, and answers what it said; fails otherwise. */
// biome-ignore lint/suspicious/noExplicitAny: stories look into answers of every shape.
export type Asks = (person: Seat, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => Promise<any>;

/** What the council is to conclude on an item of a body's sheet. */
export interface ToConclude {
  readonly body: string;
  readonly code: string;
  readonly proposal: 'asClaimed' | 'asAppraised' | 'other';
  /** Of other values. */
  readonly targets?: readonly { readonly kind: 'item' | 'figure'; readonly id: string; readonly changes: object }[];
  readonly reason?: string;
}

interface Sitting {
  /** Of its secretariat. */
  readonly owner: Seat;
  /** The whole council, who presides first. */
  readonly members: readonly [Seat, ...Seat[]];
  readonly startsAt: string;
  readonly agenda: readonly ToConclude[];
}

/** The council of a round sits: all of it attends, all are for what is proposed on each item, and so it is concluded. Answers the session. */
export async function sitInCouncil(asks: Asks, round: string, { owner, members, startsAt, agenda }: Sitting): Promise<string> {
  const id = randomUUID();
  const url = `/api/rounds/${round}/council/${id}`;
  const plan = { way: 'meeting', startsAt, place: 'Phòng họp số 1 (minh họa)', secretary: owner.account };
  const items = agenda.map(({ body, code, proposal, targets = [] }) => ({
    ...{ item: randomUUID(), body, code, proposal, targets },
    words: proposal === 'other' ? 'Theo tài liệu kiểm chứng (minh họa)' : null,
  }));
  let { version } = await asks(owner, 'POST', `/api/rounds/${round}/council`, { id, ...plan, chair: null });
  const put = async (presence: string) => {
    const all = members.map(({ account }, index) => ({ account, position: index === 0 ? 'chair' : 'member', presence }));
    ({ version } = await asks(owner, 'PUT', url, { version, ...plan, chair: members[0].account, members: all, agenda: items }));
  };
  const move = async (to: string) => {
    ({ version } = await asks(owner, 'POST', `${url}/moves`, { version, move: to }));
  };
  await put('expected');
  await move('convene');
  await put('present');
  await move('open');
  for (const [index, { item }] of items.entries()) {
    for (const member of members) await asks(member, 'PUT', `${url}/agenda/${item}/vote`, { choice: 'for' });
    const closed = await asks(owner, 'POST', `${url}/agenda/${item}/moves`, { version, move: 'closeVote' });
    const { seq: base } = closed.agenda[index];
    const conclusion = { id: randomUUID(), base, reason: agenda[index]?.reason ?? 'Hội đồng thống nhất (minh họa)' };
    ({ version } = await asks(owner, 'POST', `${url}/agenda/${item}/conclusion`, conclusion));
  }
  await move('conclude');
  return id;
}
