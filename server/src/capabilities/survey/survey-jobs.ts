import type { MailSetting } from '../../config.ts';
import type { Context } from '../../context.ts';
import type { ServingPools } from '../../db/transaction.ts';
import type { JobKind } from '../../jobs/run-job.ts';
import { countForms } from './count-forms.ts';
import { examineForms } from './examine-forms.ts';
import { eraseContacts, foldDays } from './queries/closing.ts';
import { sendInvitations } from './send-invitations.ts';

const HOUR_SECONDS = 3_600;

/** What is worked on surveys beside the requests: forms are counted and looked at, surveys closed, contact data erased by their term, invitations sent where there is a mail server. */
export const surveyJobs = (
  { pool, clock, kind }: Pick<Context, 'pool' | 'clock' | 'kind'>,
  serving: ServingPools,
  mail: MailSetting | undefined,
): JobKind[] => [
  { kind: 'survey.eraseContacts', everySeconds: HOUR_SECONDS, run: () => eraseContacts(pool, clock.now()) },
  { kind: 'survey.foldDays', everySeconds: HOUR_SECONDS, run: () => foldDays(pool, clock.now()) },
  { kind: 'survey.count', everySeconds: 5, run: () => countForms(pool, () => clock.now()) },
  { kind: 'survey.examine', everySeconds: 10, run: () => examineForms(pool) },
  ...(mail === undefined ? [] : [{ kind: 'survey.mail', everySeconds: 5, restSeconds: 60, run: () => sendInvitations({ kind, clock, pool, serving, mail }) }]),
];
