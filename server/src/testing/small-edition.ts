import { domain, item, scheme } from '@parindex/core/testing/small-round';
import { loadEdition } from '../capabilities/editions/acts/load-edition.ts';
import type { EditionTexts } from '../capabilities/editions/check.ts';
import { queriesOver } from '../db/connect.ts';
import type { TestServer } from './test-server.ts';

type Changes = Parameters<typeof scheme>[0];

/** An invented scheme as text: two domains, three items; changed as said. */
export const smallDocument = (id: string, changes: Changes = {}): string =>
  JSON.stringify(
    scheme({
      id,
      title: { vi: `Bộ tiêu chí minh họa ${id}`, en: `Illustrative scheme ${id}` },
      figures: [
        { id: 'tasks', type: 'count' },
        { id: 'tasksDone', type: 'count' },
      ],
      domains: [
        domain('1', [
          item('1.1', { maximum: '2' }),
          item('1.2', {
            whenNotApplicable: 'reduceMaximum',
            rule: { kind: 'proportional', of: { ratio: ['tasksDone', 'tasks'], whenNothing: 'zero', over: 'refuse' }, target: '1' },
          }),
        ]),
        domain('2', [item('2.1', { rule: { kind: 'given' } })]),
      ],
      ...changes,
    }),
    null,
    2,
  );

export const SMALL_CASES = `# Ví dụ minh họa
- item: "1.1"
  answer: { yes: true }
  expect: { points: "2" }
- item: "1.2"
  figures: { tasks: 4, tasksDone: 3 }
  expect: { points: "0.75" }
`;

/** Brings an adopted edition into the database of a story, as a start does with those of the project. */
export async function adoptInStory({ pool, clock }: TestServer, texts: EditionTexts): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT app.act_as(NULL, $1)', [clock.now()]);
    const id = await loadEdition({ db: queriesOver(client), account: null, membership: null, receivedAt: clock.now() }, texts);
    await client.query('COMMIT');
    return id;
  } finally {
    client.release();
  }
}
