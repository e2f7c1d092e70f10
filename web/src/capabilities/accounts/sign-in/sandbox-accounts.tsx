import { Button, Code, List, Stack, Text } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
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
      <Section
        title={texts.sandboxTitle}
        lead={
          <>
            {texts.sandboxLead} <Code>{accounts[0]?.password}</Code>
          </>
        }
      >
        <ul className="rows">
          {accounts.map(({ email, password, name, role, office }) => (
            <li key={email}>
              <div>
                <Text fw={600}>{office === null ? roles[role] : `${roles[role]}, ${office}`}</Text>
                <Text size="sm" c="dimmed">
                  {name}, {email}
                </Text>
              </div>
              <Button size="compact-sm" variant="subtle" onClick={() => onChoose({ email, password })} aria-label={`${texts.use}: ${name}`}>
                {texts.use}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={texts.tryTitle}>
        <List type="ordered" spacing={4}>
          {Object.entries(texts.tries).map(([key, text]) => (
            <List.Item key={key}>{text}</List.Item>
          ))}
        </List>
      </Section>
    </Stack>
  );
}
