import { useTexts } from '../../kit/language.tsx';
import { StateBadge } from '../../kit/state-badge.tsx';
import type { SendingStanding } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

const STATES = ['open', 'frozen', 'sent'] as const;

/** The state of one of the three steps: the first is done once the sheet is frozen, the others once it is sent. */
export function StepBadge({ step, state }: { step: 1 | 2 | 3; state: SendingStanding['state'] }) {
  const texts = useTexts(sendingTexts).steps;
  const at = STATES.indexOf(state);
  // The sheet has one state for signing and sending.
  const name = at >= Math.min(step, 2) ? 'done' : at === Math.min(step, 2) - 1 ? 'now' : 'later';
  return <StateBadge tone={name === 'now' ? 'act' : 'quiet'}>{texts[name]}</StateBadge>;
}
