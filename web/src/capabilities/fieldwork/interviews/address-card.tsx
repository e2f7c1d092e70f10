import { Button, Group, Text, Title } from '@mantine/core';
import { VISIT_OUTCOME_NAMES } from '@parindex/core/words/fieldwork-words';
import { OUTCOME_NAMES } from '@parindex/core/words/outcome-words';
import type { AddressOfDay } from '../../../device/interviews/work-of-day.ts';
import { formatCount, formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { interviewTexts } from '../texts/interviews.ts';

interface AddressCardProps {
  readonly of: AddressOfDay;
  readonly onInterview: () => void;
  readonly onVisit: () => void;
}

/** An address: where it is, how it stands, and what can be done there. */
export function AddressCard({ of, onInterview, onVisit }: AddressCardProps) {
  const texts = useTexts(interviewTexts);
  const { address, interview, receipt } = of;
  const isOpen = interview ? !interview.finished : ['new', 'again', 'held'].includes(of.standing.state);
  const begins = interview ? texts.goOn : texts.interview;
  const called = address.backCheck ? `${address.household} (${texts.backCheck.mark})` : address.household;
  return (
    <li className="interview-address">
      <Title order={4} size="h5">
        {called}
        {address.reserve ? ` (${texts.reserve})` : ''}
      </Title>
      {address.address === null ? null : <Text size="sm">{address.address}</Text>}
      <Text size="sm" fw={600}>
        {useStanding(of)}
      </Text>
      {address.backCheck && isOpen ? <Text size="sm">{texts.backCheck.first}</Text> : null}
      {receipt?.setApart ? <Text size="sm">{texts.state[receipt.setApart]}</Text> : null}
      {interview?.refusal === undefined ? null : <Text size="sm">{texts.state.refusal(interview.refusal)}</Text>}
      {of.standing.state === 'again' && of.returnAt !== null ? <Text size="sm">{texts.state.returnAt(formatMoment(of.returnAt))}</Text> : null}
      {isOpen ? (
        <Group>
          <Button size="sm" aria-label={`${begins}: ${called}`} onClick={onInterview}>
            {begins}
          </Button>
          <Button size="sm" variant="default" aria-label={`${texts.visit}: ${called}`} onClick={onVisit}>
            {texts.visit}
          </Button>
        </Group>
      ) : null}
    </li>
  );
}

/** How an address stands, in words. */
function useStanding({ standing, interview, receipt }: AddressOfDay): string {
  const texts = useTexts(interviewTexts).state;
  const outcomes = useTexts(OUTCOME_NAMES);
  const visits = useTexts(VISIT_OUTCOME_NAMES);
  const { language } = useLanguage();
  if (interview) return interview.finished ? texts.finished : texts.begun;
  if (receipt) return texts.receipt(receipt.receipt);
  switch (standing.state) {
    case 'new':
      return texts.new;
    case 'again':
      return texts.again(formatCount(standing.visits, language));
    case 'held':
      return texts.held;
    case 'interviewed':
      return texts.interviewed;
    case 'ended':
      return outcomes[standing.outcome];
    case 'nobodyCame':
      return visits.nobodyCame;
  }
}
