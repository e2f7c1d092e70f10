import { ConfirmedAct } from '../../kit/confirmed-act.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { Section } from '../../kit/section.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { PartProps } from './parts.ts';
import { closeRound, roundAnswered } from './queries/rounds.ts';
import { roundTexts } from './texts/rounds.ts';

/** Closes an open round. */
export function ClosingSection({ round }: PartProps) {
  const texts = useTexts(roundTexts).closing;
  const close = useAct(() => closeRound(round.id, round.version), { refresh: roundAnswered });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Outcome error={close.error} load={close.load} />
      <ConfirmedAct act={texts.act} question={texts.confirm(round.title)} yes={texts.yes} acting={close.isPending} onAct={() => close.mutate()} quiet />
    </Section>
  );
}
