import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { confirmSecondFactor, giveSecondFactor } from '../../../client/proofs.ts';
import { isRefusal } from '../../../client/request.ts';
import { addSecurityKey, canUseKeys } from '../../../client/security-key.ts';
import { type Enrolled, type Session, signOut } from '../../../client/session.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CodeInput } from '../../../kit/fields/code-input.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { KeyOutcome } from '../key-outcome.tsx';

import { SecondFactorInput } from '../second-factor-input.tsx';
import { SecondFactorOffer } from '../second-factor-offer.tsx';

import { recoveryTexts } from '../texts/recovery-codes.ts';
import { keyTexts } from '../texts/security-keys.ts';
import { signInTexts } from '../texts/sign-in.ts';
import { UseKeyButton } from '../use-key-button.tsx';

interface SecondFactorFormProps {
  readonly session: Session;
  readonly onDone: (session: Session | Enrolled | null) => void;
  /** The session was completed by a recovery code. */
  readonly onRecoveryCode: () => void;
}

/** The second step of signing in: a code or a security key, or first the enrolment of either. */
export function SecondFactorForm({ session, onDone, onRecoveryCode }: SecondFactorFormProps) {
  const texts = useTexts(signInTexts);
  const leave = useAct(signOut, { onDone: () => onDone(null) });
  return (
    <Stack>
      {session.waitsFor === 'enrolment' ? <Enrolment onDone={onDone} /> : <Proof session={session} onDone={onDone} onRecoveryCode={onRecoveryCode} />}
      <Anchor component="button" type="button" size="sm" ta="left" onClick={() => leave.mutate()}>
        {texts.another}
      </Anchor>
    </Stack>
  );
}

function Proof({ session: { secondFactor }, onDone, onRecoveryCode }: SecondFactorFormProps) {
  const texts = useTexts(signInTexts);
  const words = useTexts(keyTexts);
  const { device, securityKeys } = secondFactor;
  const [code, setCode] = useState('');
  const recovery = useTexts(recoveryTexts);
  // Without a device a recovery code is all that can be typed.
  const [byRecovery, setByRecovery] = useState(!device);
  const give = useAct(() => giveSecondFactor({ code }), {
    onDone: (answered) => {
      if (byRecovery) onRecoveryCode();
      onDone(answered);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600}>{texts.codeTitle}</Text>
        <Text c="dimmed">{securityKeys === 0 ? (byRecovery ? recovery.lead : texts.codeLead) : device ? words.orCode : words.orRecovery}</Text>
        {securityKeys > 0 ? <UseKeyButton act={giveSecondFactor} onDone={onDone} /> : null}
        <SecondFactorInput
          label={texts.code}
          value={code}
          onChange={setCode}
          device={device}
          onTurn={(turned) => {
            setByRecovery(turned);
            give.reset();
          }}
        />
        {byRecovery && isRefusal(give.error, 'wrongCredentials') ? (
          <Notice kind="fault" title={recovery.wrong}>
            {recovery.wrongMore}
          </Notice>
        ) : (
          <KeyOutcome error={give.error} />
        )}
        <Button type="submit" loading={give.isPending}>
          {texts.confirm}
        </Button>
        {byRecovery ? <Text size="sm">{recovery.neither}</Text> : null}
      </Stack>
    </form>
  );
}

function Enrolment({ onDone }: Pick<SecondFactorFormProps, 'onDone'>) {
  const texts = useTexts(signInTexts);
  const words = useTexts(keyTexts);
  const [byKey, setByKey] = useState(false);
  const [given, setGiven] = useState('');
  const enrol = useAct(() => (byKey ? addSecurityKey(given) : confirmSecondFactor({ code: given })), { onDone });
  const turn = () => {
    setGiven('');
    enrol.reset();
    setByKey(!byKey);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enrol.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600}>{texts.enrolTitle}</Text>
        <Text c="dimmed">{byKey ? words.enrolLead : texts.enrolLead}</Text>
        {byKey ? (
          <TextInput
            label={words.name}
            description={words.nameMore}
            required
            maxLength={100}
            value={given}
            onChange={({ currentTarget }) => setGiven(currentTarget.value)}
          />
        ) : (
          <>
            <SecondFactorOffer />
            <CodeInput label={texts.code} value={given} onChange={setGiven} />
          </>
        )}
        <KeyOutcome error={enrol.error} />
        <Button type="submit" loading={enrol.isPending}>
          {byKey ? words.add : texts.confirm}
        </Button>
        {canUseKeys() ? (
          <Anchor component="button" type="button" size="sm" ta="left" onClick={turn}>
            {byKey ? words.enrolDevice : words.enrolInstead}
          </Anchor>
        ) : null}
      </Stack>
    </form>
  );
}
