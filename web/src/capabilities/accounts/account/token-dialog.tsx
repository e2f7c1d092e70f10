import { Checkbox, Stack, TextInput } from '@mantine/core';
import { tokenBody } from '@parindex/core/contracts/schemas/people';
import { dayOf } from '@parindex/core/round/calendar';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import type { Answer } from '../../../client/request.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { DayInput } from '../../../kit/fields/day-input.tsx';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { makeToken, type OwnToken } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';

type Scope = OwnToken['scopes'][number];
const SCOPES: readonly Scope[] = ['read', 'write'];
const USUAL_MS = 90 * 24 * 3_600_000;

export function TokenDialog({ onDone, onClose }: { onDone: (made: Answer<'madeToken'>) => void; onClose: () => void }) {
  const texts = useTexts(accountTexts).tokens;
  const { values, put, text, input } = useForm(
    { name: '', scopes: ['read'] as Scope[], day: dayOf(Date.now() + USUAL_MS) as string | undefined },
    limitsOf(tokenBody),
  );
  const { name, scopes, day } = values;
  const [unscoped, setUnscoped] = useState(false);
  // To the end of that day in Vietnam.
  const make = useAct(() => makeToken({ name, scopes, expiresAt: `${day}T23:59:59+07:00` }), { onDone });
  const submit = () => {
    setUnscoped(scopes.length === 0);
    if (scopes.length > 0) make.mutate();
  };
  return (
    <FormDialog title={texts.make} submit={texts.make} act={make} onSubmit={submit} onClose={onClose}>
      <TextInput label={texts.name} description={texts.nameMore} required {...text('name')} data-autofocus />
      <Checkbox.Group
        label={texts.scopes}
        withAsterisk
        error={unscoped ? texts.needScope : null}
        value={scopes}
        onChange={(chosen) => put({ scopes: SCOPES.filter((scope) => chosen.includes(scope)) })}
      >
        <Stack gap="xs" mt={4}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={texts.scopeNames[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayInput label={texts.expires} description={texts.expiresMore} required {...input('day')} />
    </FormDialog>
  );
}
