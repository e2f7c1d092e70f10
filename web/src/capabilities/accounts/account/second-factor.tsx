import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Enrolled, type Session, sessionQuery } from '../../../client/session.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { Section } from '../../../kit/section.tsx';
import { accountChanged } from '../queries/account.ts';
import { RecoveryCodesShown } from '../recovery-codes-shown.tsx';
import { accountTexts } from '../texts/account.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorDialog } from './second-factor-dialog.tsx';

export function SecondFactor({ session }: { session: Session }) {
  const texts = useTexts(accountTexts).factor;
  const [state, setState] = useState<'enrolling' | 'enrolled'>();
  const client = useQueryClient();
  const { enrolled, required } = session.secondFactor;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const done = async ({ recoveryCodes, ...answered }: Enrolled) => {
    setState('enrolled');
    setCodes(recoveryCodes);
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
      {codes ? <RecoveryCodesShown codes={codes} email={session.person.email} onClose={() => setCodes(null)} /> : null}
      {enrolled ? <RecoveryCodes onMade={setCodes} /> : null}
      {state === 'enrolling' ? <SecondFactorDialog replaces={enrolled} onDone={(answered) => void done(answered)} onClose={() => setState(undefined)} /> : null}
    </Section>
  );
}
