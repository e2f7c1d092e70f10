import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../client/request.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { makeToken, type OwnToken } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';

type Scope = OwnToken['scopes'][number];
const SCOPES: readonly Scope[] = ['read', 'write'];

export function TokenDialog({ onDone, onClose }: { onDone: (made: Answer<'madeToken'>) => void; onClose: () => void }) {
  const texts = useTexts(accountTexts).tokens;
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [day, setDay] = useState<string>();
  const [unscoped, setUnscoped] = useState(false);
  // To the end of that day in Vietnam.
  const make = useMutation({ mutationFn: () => makeToken({ name, scopes, expiresAt: `${day}T23:59:59+07:00` }), onSuccess: onDone });
  const submit = () => {
    setUnscoped(scopes.length === 0);
    if (scopes.length > 0) make.mutate();
  };
  return (
    <FormDialog title={texts.make} submit={texts.make} pending={make.isPending} error={make.error} onSubmit={submit} onClose={onClose}>
      <TextInput
        label={texts.name}
        description={texts.nameMore}
        required
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
      <Checkbox.Group
        label={texts.scopes}
        withAsterisk
        error={unscoped ? texts.needScope : null}
        value={scopes}
        onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}
      >
        <Stack gap="xs" mt={4}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={texts.scopeNames[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayInput label={texts.expires} description={texts.expiresMore} required value={day} onChange={setDay} />
    </FormDialog>
  );
}
