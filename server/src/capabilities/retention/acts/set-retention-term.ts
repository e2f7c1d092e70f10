import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { type RetentionTerm, writeTerm } from '../queries/retention.ts';

/** Sets how long documents of a class are kept, by which law; `term.version` is the version that was seen. The old term goes into the audit. */
export async function setRetentionTerm(acting: Acting, term: RetentionTerm, before: RetentionTerm | undefined): Promise<void> {
  if (!(await writeTerm(acting.db, term, acting.account as string, acting.receivedAt))) throw new Problem('staleVersion');
  await recordAct(acting, {
    act: 'retention.setTerm',
    subject: `retentionTerm:${term.class}`,
    content: {
      before: before ? { years: before.years, basis: before.basis } : null,
      after: { years: term.years, basis: term.basis },
      stands: await readRowStates(acting.db, { retention_term: [term.class] }),
    },
  });
}
