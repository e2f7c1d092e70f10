import type { Context } from '../../context.ts';
import type { JobKind } from '../../jobs/run-job.ts';
import { countForms } from './count-forms.ts';
import { examineForms } from './examine-forms.ts';
import { eraseContacts, foldDays } from './queries/closing.ts';

const HOUR_SECONDS = 3_600;

/** What is worked on surveys beside the requests: forms are counted and looked at, surveys closed, contact data erased by their term. */
export const surveyJobs = ({ pool, clock }: Pick<Context, 'pool' | 'clock'>): JobKind[] => [
  { kind: 'survey.eraseContacts', everySeconds: HOUR_SECONDS, run: () => eraseContacts(pool, clock.now()) },
  { kind: 'survey.foldDays', everySeconds: HOUR_SECONDS, run: () => foldDays(pool, clock.now()) },
  { kind: 'survey.count', everySeconds: 5, run: () => countForms(pool, () => clock.now()) },
  { kind: 'survey.examine', everySeconds: 10, run: () => examineForms(pool) },
];
