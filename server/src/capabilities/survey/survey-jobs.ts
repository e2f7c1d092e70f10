import type { Context } from '../../context.ts';
import type { JobKind } from '../../jobs/run-job.ts';
import { countForms } from './count-forms.ts';

/** What is worked on surveys beside the requests: forms are counted, surveys closed. */
export const surveyJobs = ({ pool, clock }: Pick<Context, 'pool' | 'clock'>): JobKind[] => [
  { kind: 'survey.count', everySeconds: 5, run: () => countForms(pool, () => clock.now()) },
];
