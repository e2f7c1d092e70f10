import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { confirmSecondFactor, type Session } from '../../../client/session.ts';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { SecondFactorOffer } from '../second-factor-offer.tsx';
import { accountTexts } from '../texts/account.ts';

interface SecondFactorDialogProps {
  /** A device that is replaced must agree. */
  readonly replaces: boolean;
  readonly onDone: (session: Session) => void;
  readonly onClose: () => void;
}

export function SecondFactorDialog({ replaces, onDone, onClose }: SecondFactorDialogProps) {
  const texts = useTexts(accountTexts).factor;
  const [code, setCode] = useState('');
  const [current, setCurrent] = useState('');
  const confirm = useMutation({ mutationFn: () => confirmSecondFactor({ code, ...(replaces ? { current } : {}) }), onSuccess: onDone });
  const title = replaces ? texts.replace : texts.enrol;
  return (
    <FormDialog title={title} submit={title} pending={confirm.isPending} error={confirm.error} onSubmit={() => confirm.mutate()} onClose={onClose}>
      <Text size="sm">{texts.scan}</Text>
      <SecondFactorOffer />
      {replaces ? <CodeInput label={texts.current} value={current} onChange={setCurrent} /> : null}
      <CodeInput label={texts.code} value={code} onChange={setCode} />
    </FormDialog>
  );
}

function CodeInput({ label, value, onChange }: { label: string; value: string; onChange: (code: string) => void }) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      maxLength={6}
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
