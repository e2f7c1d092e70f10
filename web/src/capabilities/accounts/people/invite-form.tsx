import { Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { invite, type MadeLink } from '../queries/people.ts';
import { peopleTexts } from '../texts/people.ts';
import { MembershipFields } from './membership-fields.tsx';
import { membershipOf, newRow } from './membership-typed.ts';

export function InviteForm({ onDone }: { onDone: (made: { id: string; name: string; link: MadeLink }) => void }) {
  const texts = useTexts(peopleTexts);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [rows, setRows] = useState(() => [newRow()]);
  const send = useMutation({
    mutationFn: () => invite({ name, email, memberships: rows.flatMap(membershipOf) }),
    onSuccess: ({ id, link }) => onDone({ id, name, link }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={texts.name} required autoComplete="off" value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
          <TextInput
            label={texts.email}
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
        </SimpleGrid>
        {rows.map((row, index) => (
          <Fieldset key={row.key} legend={texts.membership(index + 1)}>
            <Stack gap="sm">
              <MembershipFields value={row} onChange={(changed) => setRows(rows.map((one) => (one.key === row.key ? changed : one)))} />
              <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}>
                {texts.removeMembership(index + 1)}
              </Button>
            </Stack>
          </Fieldset>
        ))}
        <Outcome error={send.error} />
        <Group gap="xs">
          <Button type="submit" loading={send.isPending}>
            {texts.send}
          </Button>
          <Button variant="default" onClick={() => setRows([...rows, newRow()])}>
            {texts.addMembership}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
