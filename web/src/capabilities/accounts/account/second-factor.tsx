import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Session, sessionQuery } from '../../../client/session.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { Section } from '../../../kit/section.tsx';
import { accountChanged } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { SecondFactorDialog } from './second-factor-dialog.tsx';

export function SecondFactor({ session }: { session: Session }) {
  const texts = useTexts(accountTexts).factor;
  const [state, setState] = useState<'enrolling' | 'enrolled'>();
  const client = useQueryClient();
  const { enrolled, required } = session.secondFactor;
  const done = async (answered: Session) => {
    setState('enrolled');
    client.setQueryData(sessionQuery.queryKey, answered);
    await accountChanged(client);
  };
  return (
    <Section title={texts.title} lead={required ? texts.required : texts.optional}>
      <Outcome done={state === 'enrolled' ? texts.done : undefined} />
      <Text>{enrolled ? texts.enrolled : texts.notEnrolled}</Text>
      <Button variant="default" w="fit-content" onClick={() => setState('enrolling')}>
        {enrolled ? texts.replace : texts.enrol}
      </Button>
      {state === 'enrolling' ? <SecondFactorDialog replaces={enrolled} onDone={(answered) => void done(answered)} onClose={() => setState(undefined)} /> : null}
    </Section>
  );
}
