import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { setTasks as settingTasks } from '@parindex/core/contracts/schemas/improvement';
import { IMPROVEMENT_STATES, type ImprovementState } from '@parindex/core/round/improvement-states';
import { IMPROVEMENT_STATE_NAMES } from '@parindex/core/words/states';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { DecisionFields, type DecisionValues, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { type ImprovementTask, setTasks, tasksSet } from './queries/tasks.ts';
import { improvementTexts } from './texts/improvement.ts';

/** An item that lost points, with what it is called and how much it lost. */
export interface LostItem {
  readonly code: string;
  readonly label: string;
}

const LIMITS = limitsOf(settingTasks).tasks;

interface FieldsOf {
  readonly measure: string;
  readonly product: string | null;
  readonly lead: string;
  readonly due: string | undefined;
}

function TaskFields({ value, onChange }: { value: FieldsOf; onChange: (value: FieldsOf) => void }) {
  const texts = useTexts(improvementTexts);
  return (
    <>
      <ReasonInput label={texts.measure} {...LIMITS.measure} value={value.measure} onChange={(measure) => onChange({ ...value, measure })} />
      <ReasonInput
        label={texts.product}
        {...LIMITS.product}
        required={false}
        value={value.product ?? ''}
        onChange={(product) => onChange({ ...value, product: product === '' ? null : product })}
      />
      <TextInput
        label={texts.leader}
        required
        {...LIMITS.lead}
        value={value.lead}
        onChange={({ currentTarget }) => onChange({ ...value, lead: currentTarget.value })}
      />
      <DayInput label={texts.due} required value={value.due} onChange={(due) => onChange({ ...value, due })} />
    </>
  );
}

/** Sets the same task for several items in one act. */
export function GiveTasks({ sheet, items, onClose }: { sheet: SheetKey; items: readonly LostItem[]; onClose: () => void }) {
  const texts = useTexts(improvementTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fields, setFields] = useState<FieldsOf>({ measure: '', product: null, lead: '', due: undefined });
  const { measure, product, lead, due } = fields;
  const act = useAct(
    () =>
      setTasks(
        sheet,
        chosen.map((item) => ({ item, version: 0, measure, product, lead, due: due ?? '', state: 'open', note: null, document: null })),
      ),
    { refresh: (client) => tasksSet(client, sheet), onDone: onClose },
  );
  return (
    <FormDialog title={texts.give} submit={texts.save} disabled={chosen.length === 0} act={act} onSubmit={() => act.mutate()} onClose={onClose}>
      <Checkbox.Group label={texts.items} value={[...chosen]} onChange={setChosen}>
        <Stack gap="xs" mah="16rem" style={{ overflow: 'auto' }}>
          {items.map(({ code, label }) => (
            <Checkbox key={code} value={code} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TaskFields value={fields} onChange={setFields} />
    </FormDialog>
  );
}

/** Changes one task, ends it with what came of it, or opens it again. */
export function ChangeTask({ sheet, task, onClose }: { sheet: SheetKey; task: ImprovementTask; onClose: () => void }) {
  const texts = useTexts(improvementTexts);
  const states = useTexts(IMPROVEMENT_STATE_NAMES);
  const ended = task.state !== 'open';
  const [fields, setFields] = useState<FieldsOf>(task);
  const [state, setState] = useState<ImprovementState>('open');
  const [note, setNote] = useState('');
  const [document, setDocument] = useState<DecisionValues>(NO_DECISION);
  const act = useAct(
    () => {
      const { measure, product, lead, due } = fields;
      const end = state === 'open' ? { note: null, document: null } : { note, document: decisionOf(document) ?? null };
      return setTasks(sheet, [{ item: task.item, version: task.version, measure, product, lead, due: due ?? task.due, state, ...end }]);
    },
    { refresh: (client) => tasksSet(client, sheet), onDone: onClose },
  );
  return (
    <FormDialog title={texts.changeOf(task.item)} submit={ended ? texts.reopen : texts.save} act={act} onSubmit={() => act.mutate()} onClose={onClose}>
      {ended ? (
        <Text size="sm">{texts.reopenFirst}</Text>
      ) : (
        <>
          <TaskFields value={fields} onChange={setFields} />
          <NativeSelect
            label={texts.state}
            value={state}
            data={IMPROVEMENT_STATES.map((one) => ({ value: one, label: states[one] }))}
            onChange={({ currentTarget }) => setState(IMPROVEMENT_STATES.find((one) => one === currentTarget.value) ?? 'open')}
          />
          {state === 'open' ? null : <ReasonInput label={texts.note[state]} {...LIMITS.note} value={note} onChange={setNote} />}
          {state === 'done' ? <DecisionFields labels={{ number: texts.number, date: texts.date }} value={document} onChange={setDocument} /> : null}
        </>
      )}
    </FormDialog>
  );
}
