import { Text } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { ChangeDialogProps } from './change-dialog-props.ts';
import { bodyTexts } from './texts/body.ts';
import { useBodyChange } from './use-body-change.ts';

export function CloseDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const [lastDay, setLastDay] = useState<string>();
  const [decision, setDecision] = useState(NO_DECISION);
  const change = useBodyChange(body, onDone);
  const submit = () => change.mutate({ close: { lastDay: lastDay ?? '', decision: decisionOf(decision) ?? { number: '', date: '' } } });
  return (
    <FormDialog title={texts.close} submit={texts.close} danger act={change} onSubmit={submit} onClose={onClose}>
      <Text size="sm">{texts.closeWarning}</Text>
      <DayInput label={texts.lastDayField} required value={lastDay} onChange={setLastDay} />
      <DecisionFields labels={{ number: texts.documentNumber, date: texts.documentDate }} required value={decision} onChange={setDecision} />
    </FormDialog>
  );
}
