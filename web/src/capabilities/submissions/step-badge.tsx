import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { SendingStanding } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

const STATES = ['open', 'frozen', 'sent'] as const;

/** The state of a step: freezing is done once the sheet is frozen, signing and sending once it is sent. `mine` is whether the reader may do it. */
export function StepBadge({ step, state, mine }: { step: 'freeze' | 'send'; state: SendingStanding['state']; mine: boolean }) {
  const texts = useTexts(sendingTexts).steps;
  const at = STATES.indexOf(state);
  // The sheet has one state for signing and sending.
  const done = step === 'freeze' ? 1 : 2;
  const name = at >= done ? 'done' : at < done - 1 ? 'later' : mine ? 'now' : 'others';
  return <StateBadge tone={name === 'now' ? 'act' : 'quiet'}>{texts[name]}</StateBadge>;
}
