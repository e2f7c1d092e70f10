import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Session, signIn } from '../../../client/session.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { ProblemNotice } from '../../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { signInTexts } from '../texts/sign-in.ts';

interface PasswordFormProps {
  readonly email: string;
  readonly password: string;
  readonly onDone: (session: Session) => void;
}

export function PasswordForm({ email: first, password: given, onDone }: PasswordFormProps) {
  const texts = useTexts(signInTexts);
  const [email, setEmail] = useState(first);
  const [password, setPassword] = useState(given);
  const attempt = useAct(() => signIn({ email, password }), { onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={texts.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordInput
          label={texts.password}
          autoComplete="current-password"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {attempt.error ? <ProblemNotice error={attempt.error} /> : null}
        <Button type="submit" loading={attempt.isPending}>
          {texts.enter}
        </Button>
        <Text size="sm" c="dimmed">
          {texts.forgotten}
        </Text>
      </Stack>
    </form>
  );
}
