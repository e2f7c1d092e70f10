import { Button, TextInput } from '@mantine/core';
import { personChange } from '@parindex/core/contracts/schemas/people';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { Facts } from '../../../kit/page/facts.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import type { AskedRequest } from '../queries/account-requests.ts';
import { changePerson, type Person, peopleChanged } from '../queries/people.ts';
import { AskDialog } from '../requests/ask-dialog.tsx';
import { Asked } from '../requests/asked.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { personTexts } from '../texts/person.ts';

export function PersonAbout({ person, administers }: { person: Person; administers: boolean }) {
  const texts = useTexts(personTexts);
  const askTexts = useTexts(accountRequestTexts);
  const [state, setState] = useState<'editing' | 'saved' | 'asking' | AskedRequest>();
  return (
    <Section
      title={texts.about}
      actions={
        administers ? (
          <>
            <Button variant="default" onClick={() => setState('editing')}>
              {person.alone.email ? texts.edit : texts.editName}
            </Button>
            {person.alone.email ? null : (
              <Button variant="default" onClick={() => setState('asking')}>
                {askTexts.askEmail}
              </Button>
            )}
          </>
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
      {typeof state === 'object' ? <Asked code={null} name={person.name} onClose={() => setState(undefined)} /> : null}
      {state === 'asking' ? <AskDialog person={person} kind="email" onAsked={setState} onClose={() => setState(undefined)} /> : null}
      {state === 'editing' ? <NamesDialog person={person} onDone={() => setState('saved')} onClose={() => setState(undefined)} /> : null}
    </Section>
  );
}

function NamesDialog({ person, onDone, onClose }: { person: Person; onDone: () => void; onClose: () => void }) {
  const texts = useTexts(personTexts);
  const { values, text } = useForm({ name: person.name, email: person.email }, limitsOf(personChange));
  const change = useAct(() => changePerson(person.id, { name: values.name, ...(person.alone.email ? { email: values.email } : {}), version: person.version }), {
    refresh: peopleChanged,
    onDone,
  });
  return (
    <FormDialog title={person.alone.email ? texts.edit : texts.editName} submit={texts.save} act={change} onSubmit={() => change.mutate()} onClose={onClose}>
      <TextInput label={texts.name} required {...text('name')} data-autofocus />
      {person.alone.email ? <TextInput label={texts.email} type="email" required {...text('email')} /> : null}
    </FormDialog>
  );
}
