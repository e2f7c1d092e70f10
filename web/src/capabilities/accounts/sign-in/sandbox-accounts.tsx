import { Button, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useTexts } from '../../../kit/language.tsx';
import type { Installation } from '../../operation/queries/installation.ts';
import { signInTexts } from '../texts/sign-in.ts';

type Account = Installation['sandboxAccounts'][number];

interface SandboxAccountsProps {
  readonly accounts: readonly Account[];
  readonly onChoose: (chosen: { email: string; password: string }) => void;
}

/** Accounts for trying out the roles, their password and suggestions; only on the sandbox's sign-in page. */
export function SandboxAccounts({ accounts, onChoose }: SandboxAccountsProps) {
  const texts = useTexts(signInTexts);
  const roles = useTexts(ROLE_NAMES);
  return (
    <Stack>
      <Title order={2} size="h4">
        {texts.sandboxTitle}
      </Title>
      <Text>
        {texts.sandboxLead} <Code>{accounts[0]?.password}</Code>
      </Text>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {accounts.map(({ email, password, name, role, office }) => (
          <Group key={email} component="li" justify="space-between" gap="xs">
            <div>
              <Text fw={600}>{office === null ? roles[role] : `${roles[role]}, ${office}`}</Text>
              <Text size="sm">
                {name}, {email}
              </Text>
            </div>
            <Button size="compact-sm" variant="default" onClick={() => onChoose({ email, password })} aria-label={`${texts.use}: ${name}`}>
              {texts.use}
            </Button>
          </Group>
        ))}
      </Stack>
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
