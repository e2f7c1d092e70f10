import { Text } from '@mantine/core';
import { useState } from 'react';
import { confirmSecondFactor } from '../../../client/proofs.ts';
import type { Enrolled } from '../../../client/session.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CodeInput } from '../../../kit/fields/code-input.tsx';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../../kit/words/language.tsx';

import { SecondFactorInput } from '../second-factor-input.tsx';
import { SecondFactorOffer } from '../second-factor-offer.tsx';

import { accountTexts } from '../texts/account.ts';

interface SecondFactorDialogProps {
  /** Replacing a device needs a code from the old one. */
  readonly replaces: boolean;
  readonly onDone: (enrolled: Enrolled) => void;
  readonly onClose: () => void;
}

export function SecondFactorDialog({ replaces, onDone, onClose }: SecondFactorDialogProps) {
  const texts = useTexts(accountTexts).factor;
  const [code, setCode] = useState('');
  const [current, setCurrent] = useState('');
  const confirm = useAct(() => confirmSecondFactor({ code, ...(replaces ? { current } : {}) }), { onDone });
  const title = replaces ? texts.replace : texts.enrol;
  return (
    <FormDialog title={title} submit={title} act={confirm} onSubmit={() => confirm.mutate()} onClose={onClose}>
      <Text size="sm">{replaces ? texts.scan : texts.scanFirst}</Text>
      <SecondFactorOffer />
      {replaces ? <SecondFactorInput label={texts.current} value={current} onChange={setCurrent} /> : null}
      <CodeInput label={replaces ? texts.code : texts.codeFirst} value={code} onChange={setCode} />
    </FormDialog>
  );
}
