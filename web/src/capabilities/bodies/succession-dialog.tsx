import { Button, Checkbox, Group, List } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import type { Choice } from '../../kit/fields/search-select.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { BodySelect } from './body-select.tsx';
import type { ChangeDialogProps } from './change-dialog-props.ts';
import { bodiesChanged, recordSuccession } from './queries/bodies.ts';

import { bodyTexts } from './texts/body.ts';

/** Records that this body's work passes to one or several others, wholly or in part. */
export function SuccessionDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const [successors, setSuccessors] = useState<readonly Choice[]>([]);
  const [changedOn, setChangedOn] = useState<string>();
  const [decision, setDecision] = useState(NO_DECISION);
  const [partly, setPartly] = useState(false);
  const record = useAct(recordSuccession, {
    refresh: bodiesChanged,
    onDone,
  });
  const submit = () =>
    record.mutate({
      predecessors: [body.id],
      successors: successors.map(({ value }) => value),
      changedOn: changedOn ?? '',
      decision: decisionOf(decision) ?? { number: '', date: '' },
      partly,
    });
  const add = (choice: Choice | undefined) => {
    if (choice && !successors.some(({ value }) => value === choice.value)) setSuccessors([...successors, choice]);
  };
  return (
    <FormDialog title={texts.succession} submit={texts.save} act={record} onSubmit={submit} onClose={onClose}>
      <DayInput label={texts.changedOn} required value={changedOn} onChange={setChangedOn} />
      <BodySelect
        key={successors.length}
        label={successors.length === 0 ? texts.successorsField : texts.addSuccessor}
        required={successors.length === 0}
        on={changedOn}
        chosen={undefined}
        onChoose={add}
      />
      {successors.length > 0 ? (
        <List>
          {successors.map(({ value, label }) => (
            <List.Item key={value}>
              <Group gap="xs">
                {label}
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => setSuccessors(successors.filter((one) => one.value !== value))}
                  aria-label={texts.removeOne(label)}
                >
                  {texts.remove}
                </Button>
              </Group>
            </List.Item>
          ))}
        </List>
      ) : null}
      <DecisionFields labels={{ number: texts.documentNumber, date: texts.documentDate }} required value={decision} onChange={setDecision} />
      <Checkbox label={texts.partlyField} checked={partly} onChange={({ currentTarget }) => setPartly(currentTarget.checked)} />
    </FormDialog>
  );
}
