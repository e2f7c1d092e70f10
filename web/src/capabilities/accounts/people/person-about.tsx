import { Button, TextInput } from '@mantine/core';
import { personChange } from '@parindex/core/contracts/schemas/people';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Facts } from '../../../kit/facts.tsx';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { formatMoment } from '../../../kit/format.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { Section } from '../../../kit/section.tsx';
import { useAct } from '../../../kit/use-act.ts';
import { useForm } from '../../../kit/use-form.ts';
import { changePerson, type Person, peopleChanged } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';

export function PersonAbout({ person, administers }: { person: Person; administers: boolean }) {
  const texts = useTexts(personTexts);
  const [state, setState] = useState<'editing' | 'saved'>();
  return (
    <Section
      title={texts.about}
      actions={
        administers ? (
          <Button variant="default" onClick={() => setState('editing')}>
            {texts.edit}
          </Button>
        ) : undefined
      }
    >
      <Outcome done={state === 'saved' ? texts.saved : undefined} />
      <Facts
        facts={[
          [texts.name, person.name],
          [texts.email, person.email],
          [texts.createdAt, formatMoment(person.createdAt)],
        ]}
      />
      {state === 'editing' ? <NamesDialog person={person} onDone={() => setState('saved')} onClose={() => setState(undefined)} /> : null}
    </Section>
  );
}

function NamesDialog({ person, onDone, onClose }: { person: Person; onDone: () => void; onClose: () => void }) {
  const texts = useTexts(personTexts);
  const { values, text } = useForm({ name: person.name, email: person.email }, limitsOf(personChange));
  const change = useAct(() => changePerson(person.id, { ...values, version: person.version }), { refresh: peopleChanged, onDone });
  return (
    <FormDialog title={texts.edit} submit={texts.save} act={change} onSubmit={() => change.mutate()} onClose={onClose}>
      <TextInput label={texts.name} required {...text('name')} data-autofocus />
      <TextInput label={texts.email} type="email" required {...text('email')} />
    </FormDialog>
  );
}
