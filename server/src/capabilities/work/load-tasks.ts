import type { Role } from '@parindex/core/rights/index';
import type { DepartmentsLoad, LoadItem } from '../assignments/departments-load.ts';
import type { HeldItem, ReplyLoad } from '../explanation/reply-load.ts';
import { type Task, TOLD, task, told } from './task.ts';

/** The end of the first of them. */
const firstEnd = (items: readonly LoadItem[]): string | null =>
  items
    .flatMap(({ closes }) => closes ?? [])
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(0) ?? null;

interface Reader {
  readonly account: string;
  readonly roles: readonly Role[];
}

/** What waits for somebody of what other bodies gave to their departments, sheet by sheet. */
export function loadTasks({ items }: DepartmentsLoad, { account, roles }: Reader, moment: Date): Task[] {
  return [...Map.groupBy(items, ({ round, body }) => `${round.id} ${body.id}`).values()].flatMap((ofSheet) => {
    const [{ round, body } = { round: null, body: null }] = ofSheet;
    const tasks = (kind: 'decide' | 'returned' | 'enter', concerned: readonly LoadItem[]) => {
      const closes = firstEnd(concerned);
      return task(kind, concerned.length, {
        ...{ round: round && { id: round.id, title: round.title }, body, closes, item: concerned[0]?.item ?? null },
        late: closes !== null && Date.parse(closes) <= moment.getTime(),
        first: concerned.slice(0, TOLD).map(({ title, said, saidBy }) => told({ name: title, text: said, by: saidBy?.name ?? null })),
      });
    };
    // What one has sent back oneself waits for others; so does what was given to another person, but for a head.
    const mine = ({ person }: LoadItem) => person === null || person.id === account || roles.includes('head');
    return [
      ...tasks(
        'decide',
        ofSheet.filter(({ waitsForMe }) => waitsForMe),
      ),
      ...tasks(
        'returned',
        ofSheet.filter((item) => item.standing === 'returned' && mine(item) && item.saidBy?.id !== account),
      ),
      ...tasks(
        'enter',
        ofSheet.filter((item) => (item.standing === null || item.standing === 'entered') && !item.waitsForMe && mine(item)),
      ),
    ];
  });
}

/** What waits for somebody of the explanations in which their departments have items in hand. */
export function replyTasks(load: readonly ReplyLoad[], { account, roles }: Reader): Task[] {
  return load.flatMap(({ round, body, items }) => {
    const tasks = (kind: 'decideReplies' | 'returnedReplies' | 'writeReplies', concerned: readonly HeldItem[]) => {
      const ends = concerned.flatMap(({ part }) => part.closes ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b));
      return task(kind, concerned.length, {
        ...{ round, body, closes: ends[0] ?? null, late: concerned.some(({ part }) => part.late), item: concerned[0]?.item.code ?? null },
        first: concerned.slice(0, TOLD).map(({ item, part }) => told({ name: item.title, text: part.said?.text ?? null, by: part.said?.by.name ?? null })),
      });
    };
    const mine = ({ part: { person } }: HeldItem) => person === null || person.id === account || roles.includes('head');
    const brought = ({ part }: HeldItem) => part.state === 'submitted' || part.state === 'passed';
    return [
      ...tasks(
        'decideReplies',
        items.filter((item) => brought(item) && item.part.moves.some((move) => move === 'passReply' || move === 'acceptReply')),
      ),
      // What one has sent back oneself waits for others.
      ...tasks(
        'returnedReplies',
        items.filter((item) => item.part.state === 'returned' && mine(item) && item.part.said?.by.id !== account),
      ),
      ...tasks(
        'writeReplies',
        items.filter((item) => (item.part.state === 'none' || item.part.state === 'entered') && item.reply === null && mine(item)),
      ),
    ];
  });
}
