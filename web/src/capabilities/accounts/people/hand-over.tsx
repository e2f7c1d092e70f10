import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Arrival } from '../../../kit/arrival.tsx';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { formatDay } from '../../../kit/format.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Section } from '../../../kit/section.tsx';
import { useAct } from '../../../kit/use-act.ts';
import { type Handover, handOver, type Person, peopleChanged } from '../queries/people.ts';
import { handoverTexts } from '../texts/handover.ts';
import { HandOverForm, type HandoverValues } from './hand-over-form.tsx';
import { HandoverRecord } from './handover-record.tsx';

/** Passes all roles and open work of this person to another; confirmed first, as it cannot be undone. */
export function HandOver({ person }: { person: Person }) {
  const texts = useTexts(handoverTexts);
  const [typed, setTyped] = useState<HandoverValues>();
  const [record, setRecord] = useState<Handover>();
  const perform = useAct(
    ({ id, to, day, document }: HandoverValues) => handOver({ id, from: person.id, to: to.value, day, ...(document ? { document } : {}) }),
    {
      refresh: peopleChanged,
      onDone: (answered) => {
        setTyped(undefined);
        setRecord(answered);
      },
    },
  );
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        {record ? (
          <Arrival>
            <HandoverRecord record={record} />
          </Arrival>
        ) : (
          <HandOverForm
            without={person.id}
            onSubmit={(told) => {
              perform.reset();
              setTyped(told);
            }}
          />
        )}
        {typed ? (
          <FormDialog
            title={texts.confirm}
            submit={texts.perform}
            danger
            act={perform}
            onSubmit={() => perform.mutate(typed)}
            onClose={() => setTyped(undefined)}
          >
            {texts.confirmMore(person.name, typed.to.label, formatDay(typed.day))}
          </FormDialog>
        ) : null}
      </Stack>
    </Section>
  );
}
