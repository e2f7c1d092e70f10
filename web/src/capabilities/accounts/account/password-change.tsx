import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { Section } from '../../../kit/section.tsx';
import { changePassword } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { signInTexts } from '../texts/sign-in.ts';

const NOTHING = { old: '', next: '', repeated: '' };

/** A new password by the old one. */
export function PasswordChange({ email }: { email: string }) {
  const texts = useTexts(accountTexts).password;
  const words = useTexts(signInTexts);
  const [typed, setTyped] = useState(NOTHING);
  const [differ, setDiffer] = useState(false);
  const repeat = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => changePassword({ old: typed.old, new: typed.next }),
    onSuccess: () => {
      setTyped(NOTHING);
      return client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const same = typed.next === typed.repeated;
    setDiffer(!same);
    if (same) change.mutate();
    else repeat.current?.focus();
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <form onSubmit={submit}>
        <Stack maw="28rem">
          {/* For password managers. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={texts.old}
            autoComplete="current-password"
            required
            value={typed.old}
            onChange={({ currentTarget }) => setTyped({ ...typed, old: currentTarget.value })}
          />
          <PasswordInput
            label={words.newPassword}
            description={words.setRule}
            autoComplete="new-password"
            required
            value={typed.next}
            onChange={({ currentTarget }) => setTyped({ ...typed, next: currentTarget.value })}
          />
          <PasswordInput
            ref={repeat}
            label={words.repeat}
            autoComplete="new-password"
            required
            value={typed.repeated}
            error={differ ? words.differ : null}
            onChange={({ currentTarget }) => setTyped({ ...typed, repeated: currentTarget.value })}
          />
          <Outcome error={change.error} done={change.isSuccess ? texts.done : undefined} />
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {texts.change}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
