import { Anchor, Button, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { confirmSecondFactor, type Enrolled, giveCode, type Session, signOut } from '../../../client/session.ts';
import { CodeInput } from '../../../kit/code-input.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { ProblemNotice } from '../../../kit/problem-notice.tsx';
import { useAct } from '../../../kit/use-act.ts';

import { SecondFactorInput } from '../second-factor-input.tsx';
import { SecondFactorOffer } from '../second-factor-offer.tsx';

import { signInTexts } from '../texts/sign-in.ts';

/** The second step of signing in: a code, or first the enrolment of the device that makes it. */
export function SecondFactorForm({ session, onDone }: { session: Session; onDone: (session: Session | Enrolled | null) => void }) {
  const texts = useTexts(signInTexts);
  const enrols = session.waitsFor === 'enrolment';
  const [code, setCode] = useState('');
  const attempt = useAct((): Promise<Session | Enrolled> => (enrols ? confirmSecondFactor({ code }) : giveCode(code)), { onDone });
  const leave = useAct(signOut, { onDone: () => onDone(null) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600}>{enrols ? texts.enrolTitle : texts.codeTitle}</Text>
        <Text c="dimmed">{enrols ? texts.enrolLead : texts.codeLead}</Text>
        {enrols ? <SecondFactorOffer /> : null}
        {enrols ? <CodeInput label={texts.code} value={code} onChange={setCode} /> : <SecondFactorInput label={texts.code} value={code} onChange={setCode} />}
        {attempt.error ? <ProblemNotice error={attempt.error} /> : null}
        <Button type="submit" loading={attempt.isPending}>
          {texts.confirm}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => leave.mutate()}>
          {texts.another}
        </Anchor>
      </Stack>
    </form>
  );
}
