import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Facts } from '../../../kit/facts.tsx';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { formatMoment } from '../../../kit/format.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { Section } from '../../../kit/section.tsx';
import { changePerson, type Person } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';
import { usePersonAct } from './use-person-act.ts';

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
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email);
  const change = usePersonAct(() => changePerson(person.id, { name, email, version: person.version }), onDone);
  return (
    <FormDialog
      title={texts.edit}
      submit={texts.save}
      pending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput label={texts.name} required value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} data-autofocus />
      <TextInput label={texts.email} type="email" required value={email} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
    </FormDialog>
  );
}
