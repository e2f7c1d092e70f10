import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { invitation } from '@parindex/core/contracts/schemas/people';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FieldGroup } from '../../../kit/fields/field-group.tsx';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountRequestsQuery } from '../queries/account-requests.ts';
import { invite } from '../queries/people.ts';
import { ReasonField } from '../requests/reason-field.tsx';
import { peopleTexts } from '../texts/people.ts';
import type { Invited } from './invited.ts';
import { MembershipFields } from './membership-fields.tsx';
import { membershipOf, newRow, takesTwo } from './membership-values.ts';

export function InviteForm({ onDone }: { onDone: (made: Invited) => void }) {
  const texts = useTexts(peopleTexts);
  const { values, text } = useForm({ name: '', email: '' }, limitsOf(invitation));
  const [rows, setRows] = useState(() => [newRow()]);
  const [reason, setReason] = useState('');
  const only = useQuery(accountRequestsQuery('waiting')).data?.administrators?.mayMakeSecond === true;
  const two = rows.some((row) => takesTwo(row, only));
  const send = useAct(() => invite({ ...values, memberships: rows.flatMap(membershipOf), ...(two ? { reason } : {}) }), {
    onDone: ({ id, link, code }) => onDone({ id, name: values.name, link, code }),
  });
  const submit = () => {
    send.mutate();
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={texts.name} required autoComplete="off" {...text('name')} />
          <TextInput label={texts.email} type="email" required autoComplete="off" {...text('email')} />
        </SimpleGrid>
        {rows.map((row, index) => (
          <FieldGroup key={row.key} legend={texts.membership(index + 1)}>
            <MembershipFields value={row} onChange={(changed) => setRows(rows.map((one) => (one.key === row.key ? changed : one)))} />
            <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}>
              {texts.removeMembership(index + 1)}
            </Button>
          </FieldGroup>
        ))}
        {two ? <ReasonField value={reason} onChange={setReason} /> : null}
        <Outcome error={send.error} />
        <Group gap="xs">
          <Button type="submit" loading={send.isPending}>
            {two ? texts.sendAsking : texts.send}
          </Button>
          <Button variant="default" onClick={() => setRows([...rows, newRow()])}>
            {texts.addMembership}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
