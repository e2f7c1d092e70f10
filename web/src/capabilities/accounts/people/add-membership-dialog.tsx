import { useState } from 'react';
import { useRequestId } from '../../../kit/acts/request-id.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { type AskedRequest, askAccountRequest } from '../queries/account-requests.ts';
import { addMembership, type NewMembership, type Person, peopleChanged } from '../queries/people.ts';
import { ReasonField } from '../requests/reason-field.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { personTexts } from '../texts/person.ts';
import { MembershipFields } from './membership-fields.tsx';
import { membershipOf, newRow, takesTwo } from './membership-values.ts';

interface AddMembershipDialogProps {
  readonly person: Person;
  readonly onDone: () => void;
  readonly onAsked: (asked: AskedRequest) => void;
  readonly onClose: () => void;
}

/** Gives a role; one that decides is asked for, and a second person decides. */
export function AddMembershipDialog({ person, onDone, onAsked, onClose }: AddMembershipDialogProps) {
  const texts = useTexts(personTexts);
  const askTexts = useTexts(accountRequestTexts);
  const [typed, setTyped] = useState(newRow);
  const [reason, setReason] = useState('');
  const idOf = useRequestId();
  const two = takesTwo(typed, person.alone.secondAdministrator);
  const add = useAct((given: NewMembership) => addMembership(person.id, given), { refresh: peopleChanged, onDone });
  const ask = useAct((membership: NewMembership) => askAccountRequest(person.id, { kind: 'membership', membership, reason, id: idOf(membership, reason) }), {
    refresh: peopleChanged,
    onDone: onAsked,
  });
  return (
    <FormDialog
      title={texts.add}
      submit={two ? askTexts.ask : texts.add}
      act={two ? ask : add}
      onSubmit={() => {
        for (const given of membershipOf(typed)) (two ? ask : add).mutate(given);
      }}
      onClose={onClose}
    >
      <MembershipFields value={typed} onChange={setTyped} />
      {two ? <ReasonField value={reason} onChange={setReason} /> : null}
    </FormDialog>
  );
}
