import { domain, item, scheme } from '@parindex/core/testing/small-round';
import { loadEdition } from '../capabilities/editions/acts/load-edition.ts';
import type { EditionTexts } from '../capabilities/editions/check-texts.ts';
import { inBackground } from '../db/background.ts';
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
            notArisen: { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' },
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
export const adoptInStory = ({ owner, clock }: TestServer, texts: EditionTexts): Promise<string> =>
  inBackground(owner, 'BEGIN', (db) => loadEdition({ db, account: null, membership: null, receivedAt: clock.now() }, texts));
