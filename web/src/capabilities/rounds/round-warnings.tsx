import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { PartProps } from './parts.ts';
import { RemarkList } from './remark-list.tsx';
import { roundTexts } from './texts/rounds.ts';

/** Warnings on a round that is open, or planned by others. */
export function RoundWarnings({ round, goTo }: Pick<PartProps, 'round' | 'goTo'>) {
  const texts = useTexts(roundTexts);
  if (round.warnings.length === 0 || round.state === 'closed') return null;
  return (
    <Section title={texts.warnings}>
      <RemarkList round={round} remarks={round.warnings} goTo={goTo} />
    </Section>
  );
}
