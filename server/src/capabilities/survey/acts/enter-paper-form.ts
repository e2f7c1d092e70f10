import type { PAPER_OUTCOMES } from '@parindex/core/contracts/schemas/survey-paper';
import { countedAnswers, type Entry } from '@parindex/core/survey/paper/index';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { type Entered, enterPaperForm, type FoundPaper } from '../queries/paper-entries.ts';
import { paperRefusal } from '../refuse-paper.ts';

type Outcome = (typeof PAPER_OUTCOMES)[number];

const isOutcome = (entered: Entered): entered is Outcome => entered === 'first' || entered === 'differs' || entered === 'counted' || entered === 'setApart';

/** What became of a form since its entry was sent first. */
const standing = (found: FoundPaper, place: number): Outcome =>
  found.state === 'taken' ? 'counted' : found.state === 'apart' ? 'setApart' : place === 1 ? 'first' : 'differs';

/**
 * Keeps what somebody has typed from a form, and takes the form where two agree or a third has settled it. The trail tells that, and neither which form nor
 * about whom.
 */
export async function enterPaper(
  acting: Acting,
  round: string,
  found: FoundPaper,
  { code, place, entry }: { readonly code: string; readonly place: number; readonly entry: Entry },
): Promise<{ readonly outcome: Outcome; readonly effect: Effect }> {
  const entered = await enterPaperForm(acting.db, round, code, place, entry, countedAnswers(found.form, entry));
  if (entered === 'repeated') return { outcome: standing(found, place), effect: 'unchanged' };
  if (!isOutcome(entered)) throw paperRefusal(entered);
  await recordAct(acting, {
    ...{ act: place === 3 ? 'survey.reconcilePaper' : 'survey.typePaper', subject: `survey:${round}`, round },
    content: { outcome: entered },
  });
  return { outcome: entered, effect: 'done' };
}
