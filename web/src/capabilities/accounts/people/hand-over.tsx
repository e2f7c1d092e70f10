import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { formatDay } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
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
