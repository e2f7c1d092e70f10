import { useTexts } from '../../kit/language.tsx';
import { StateBadge } from '../../kit/state-badge.tsx';
import type { SendingStanding } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

const STATES = ['open', 'frozen', 'sent'] as const;

/** How far one of the three steps is: the first is done once the sheet is frozen, the others once it is sent. */
export function StepBadge({ step, state }: { step: 1 | 2 | 3; state: SendingStanding['state'] }) {
  const texts = useTexts(sendingTexts).steps;
  const at = STATES.indexOf(state);
  // Signing and sending are one state of the sheet.
  const name = at >= Math.min(step, 2) ? 'done' : at === Math.min(step, 2) - 1 ? 'now' : 'later';
  return <StateBadge strong={name === 'now'}>{texts[name]}</StateBadge>;
}
