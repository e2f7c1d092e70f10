import { closeRound } from '../../api/rounds.ts';
import { useTexts } from '../../texts/language.tsx';
import { roundTexts } from '../../texts/rounds.ts';
import { ConfirmedAct } from '../../ui/confirmed-act.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Section } from '../../ui/section.tsx';
import type { PartProps } from './parts.ts';
import { useRoundAct } from './round-act.ts';

/** The end of an open round. */
export function ClosingSection({ round }: PartProps) {
  const texts = useTexts(roundTexts).closing;
  const close = useRoundAct(() => closeRound(round.id, round.version));
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Outcome error={close.error} load={close.load} />
      <ConfirmedAct act={texts.act} question={texts.confirm(round.title)} yes={texts.yes} acting={close.isPending} onAct={() => close.mutate()} quiet />
    </Section>
  );
}
