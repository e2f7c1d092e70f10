import { useState } from 'react';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { useAct } from '../../../kit/use-act.ts';
import { addMembership, type NewMembership, type Person, peopleChanged } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';
import { MembershipFields } from './membership-fields.tsx';
import { membershipOf, newRow } from './membership-values.ts';

export function AddMembershipDialog({ person, onDone, onClose }: { person: Person; onDone: () => void; onClose: () => void }) {
  const texts = useTexts(personTexts);
  const [typed, setTyped] = useState(newRow);
  const add = useAct((given: NewMembership) => addMembership(person.id, given), { refresh: peopleChanged, onDone });
  return (
    <FormDialog
      title={texts.add}
      submit={texts.add}
      act={add}
      onSubmit={() => {
        for (const given of membershipOf(typed)) add.mutate(given);
      }}
      onClose={onClose}
    >
      <MembershipFields value={typed} onChange={setTyped} />
    </FormDialog>
  );
}
