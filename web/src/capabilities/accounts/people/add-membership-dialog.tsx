import { useState } from 'react';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { addMembership, type NewMembership, type Person } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';
import { MembershipFields } from './membership-fields.tsx';
import { membershipOf, newRow } from './membership-typed.ts';
import { usePersonAct } from './use-person-act.ts';

export function AddMembershipDialog({ person, onDone, onClose }: { person: Person; onDone: () => void; onClose: () => void }) {
  const texts = useTexts(personTexts);
  const [typed, setTyped] = useState(newRow);
  const add = usePersonAct((given: NewMembership) => addMembership(person.id, given), onDone);
  return (
    <FormDialog
      title={texts.add}
      submit={texts.add}
      pending={add.isPending}
      error={add.error}
      onSubmit={() => {
        for (const given of membershipOf(typed)) add.mutate(given);
      }}
      onClose={onClose}
    >
      <MembershipFields value={typed} onChange={setTyped} />
    </FormDialog>
  );
}
