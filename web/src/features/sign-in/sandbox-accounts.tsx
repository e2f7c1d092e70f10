import { Button, Code, List, Stack, Text, Title } from '@mantine/core';
import type { Installation } from '../../api/installation.ts';
import { useTexts } from '../../texts/language.tsx';
import { roleTexts } from '../../texts/roles.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Table } from '../../ui/table.tsx';

type Account = Installation['sandboxAccounts'][number];

interface SandboxAccountsProps {
  readonly accounts: readonly Account[];
  readonly onChoose: (chosen: { email: string; password: string }) => void;
}

/** One account a role, its password, and what to try: told on the sandbox's sign-in page and nowhere else. */
export function SandboxAccounts({ accounts, onChoose }: SandboxAccountsProps) {
  const texts = useTexts(signInTexts);
  const roles = useTexts(roleTexts);
  return (
    <Stack>
      <Title order={2} size="h4">
        {texts.sandboxTitle}
      </Title>
      <Text>
        {texts.sandboxLead} <Code>{accounts[0]?.password}</Code>
      </Text>
      <Table
        caption={texts.sandboxTitle}
        dense
        keyOf={({ email }) => email}
        rows={accounts}
        columns={[
          { key: 'role', title: texts.role, names: true, cell: ({ role }) => roles[role] },
          { key: 'person', title: texts.person, cell: ({ name, email }) => `${name}, ${email}` },
          {
            key: 'use',
            title: <span className="unseen">{texts.use}</span>,
            cell: ({ email, password, role }) => (
              <Button size="compact-sm" variant="default" onClick={() => onChoose({ email, password })} aria-label={`${texts.use}: ${roles[role]}`}>
                {texts.use}
              </Button>
            ),
          },
        ]}
      />
      <Title order={2} size="h4">
        {texts.tryTitle}
      </Title>
      <List type="ordered" spacing={4}>
        {Object.entries(texts.tries).map(([key, text]) => (
          <List.Item key={key}>{text}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
