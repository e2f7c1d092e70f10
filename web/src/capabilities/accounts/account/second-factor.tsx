import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Enrolled, type Session, sessionQuery } from '../../../client/session.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { installationQuery } from '../../operation/queries/installation.ts';
import { accountChanged } from '../queries/account.ts';
import { RecoveryCodesShown } from '../recovery-codes-shown.tsx';
import { accountTexts } from '../texts/account.ts';
import { keyTexts } from '../texts/security-keys.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorDialog } from './second-factor-dialog.tsx';
import { SecurityKeys } from './security-keys.tsx';

export function SecondFactor({ session }: { session: Session }) {
  const texts = useTexts(accountTexts).factor;
  const [state, setState] = useState<'enrolling' | 'enrolled'>();
  const client = useQueryClient();
  const words = useTexts(keyTexts);
  // There no role has to have one, whatever it is elsewhere.
  const sandbox = useQuery(installationQuery).data?.kind === 'sandbox';
  const { enrolled, device, required } = session.secondFactor;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const taken = async ({ recoveryCodes, ...answered }: Enrolled) => {
    setCodes(recoveryCodes);
    client.setQueryData(sessionQuery.queryKey, answered);
    await accountChanged(client);
  };
  const done = (enrolled: Enrolled) => {
    setState('enrolled');
    return taken(enrolled);
  };
  return (
    <Section title={texts.title} lead={required ? texts.required : sandbox ? texts.sandbox : texts.optional}>
      <Outcome done={state === 'enrolled' ? texts.done : undefined} />
      <Text>{enrolled ? texts.enrolled : texts.notEnrolled}</Text>
      <Button variant="default" w="fit-content" onClick={() => setState('enrolling')}>
        {device ? texts.replace : enrolled ? words.enrolDevice : texts.enrol}
      </Button>
      {codes ? <RecoveryCodesShown codes={codes} person={session.person} onClose={() => setCodes(null)} /> : null}
      <SecurityKeys onAdded={taken} />
      {enrolled ? <RecoveryCodes onMade={setCodes} /> : null}
      {state === 'enrolling' ? <SecondFactorDialog replaces={device} onDone={(answered) => void done(answered)} onClose={() => setState(undefined)} /> : null}
    </Section>
  );
}
