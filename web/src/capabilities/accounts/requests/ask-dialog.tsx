import { TextInput } from '@mantine/core';
import { newAccountRequest } from '@parindex/core/contracts/schemas/account-requests';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { useRequestId } from '../../../kit/acts/request-id.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { type AskedRequest, askAccountRequest } from '../queries/account-requests.ts';
import { type Person, peopleChanged } from '../queries/people.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { ReasonField } from './reason-field.tsx';

interface AskDialogProps {
  readonly person: Person;
  readonly kind: 'password' | 'secondFactor' | 'email';
  readonly onAsked: (asked: AskedRequest) => void;
  readonly onClose: () => void;
}

/** Asks for what takes a second person, with a reason. */
export function AskDialog({ person, kind, onAsked, onClose }: AskDialogProps) {
  const texts = useTexts(accountRequestTexts);
  const [reason, setReason] = useState('');
  const [email, setEmail] = useState('');
  const idOf = useRequestId();
  const said = { kind, reason, ...(kind === 'email' ? { email } : {}) };
  const ask = useAct(() => askAccountRequest(person.id, { ...said, id: idOf(said) }), { refresh: peopleChanged, onDone: onAsked });
  const title = { password: texts.askPassword, secondFactor: texts.askFactor, email: texts.askEmail }[kind];
  return (
    <FormDialog title={title} submit={texts.ask} act={ask} onSubmit={() => ask.mutate()} onClose={onClose}>
      {kind === 'email' ? (
        <TextInput
          label={texts.email}
          type="email"
          required
          {...limitsOf(newAccountRequest).email}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
      ) : null}
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
