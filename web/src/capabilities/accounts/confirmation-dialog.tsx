import { Anchor, PasswordInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { confirmSession } from '../../client/proofs.ts';
import { sessionQuery } from '../../client/session.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { SecondFactorInput } from './second-factor-input.tsx';
import { confirmationTexts } from './texts/confirmation.ts';
import { signInTexts } from './texts/sign-in.ts';
import { UseKeyButton } from './use-key-button.tsx';

/** Password or second factor, before something binding is done. */
export function ConfirmationDialog({ onAnswer }: { onAnswer: (confirmed: boolean) => void }) {
  const texts = useTexts(confirmationTexts);
  const words = useTexts(signInTexts);
  const session = useQuery(sessionQuery).data;
  const [byCode, setByCode] = useState(false);
  const [given, setGiven] = useState('');
  const confirm = useAct(() => confirmSession(byCode ? { code: given } : { password: given }), { onDone: () => onAnswer(true) });
  const turn = () => {
    setGiven('');
    setByCode(!byCode);
  };
  return (
    <FormDialog title={texts.title} submit={words.confirm} act={confirm} onSubmit={() => confirm.mutate()} onClose={() => onAnswer(false)}>
      <Text size="sm">{texts.lead}</Text>
      {/* For password managers. */}
      <input type="text" name="username" autoComplete="username" value={session?.person.email ?? ''} readOnly hidden />
      {byCode ? (
        <SecondFactorInput label={words.code} value={given} onChange={setGiven} device={session?.secondFactor.device ?? true} />
      ) : (
        <PasswordInput
          label={words.password}
          autoComplete="current-password"
          required
          value={given}
          onChange={({ currentTarget }) => setGiven(currentTarget.value)}
          data-autofocus
        />
      )}
      {session && session.secondFactor.securityKeys > 0 ? <UseKeyButton act={confirmSession} onDone={() => onAnswer(true)} /> : null}
      {session?.secondFactor.enrolled ? (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={turn}>
          {byCode ? texts.byPassword : texts.byCode}
        </Anchor>
      ) : null}
    </FormDialog>
  );
}
