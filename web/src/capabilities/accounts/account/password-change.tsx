import { Button, PasswordInput, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountChanged, changePassword } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { signInTexts } from '../texts/sign-in.ts';

const NOTHING = { old: '', next: '', repeated: '' };

/** A new password, given the old one. */
export function PasswordChange({ email }: { email: string }) {
  const texts = useTexts(accountTexts).password;
  const words = useTexts(signInTexts);
  const { values: typed, text, reset } = useForm(NOTHING);
  const [differ, setDiffer] = useState(false);
  const repeat = useRef<HTMLInputElement>(null);
  const change = useAct(() => changePassword({ old: typed.old, new: typed.next }), {
    onDone: reset,
    onEnd: accountChanged,
  });
  const submit = () => {
    const same = typed.next === typed.repeated;
    setDiffer(!same);
    if (same) change.mutate();
    else repeat.current?.focus();
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={submit}>
        <Stack maw="28rem">
          {/* For password managers. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput label={texts.old} autoComplete="current-password" required {...text('old')} />
          <PasswordInput label={words.newPassword} description={words.setRule} autoComplete="new-password" required {...text('next')} />
          <PasswordInput ref={repeat} label={words.repeat} autoComplete="new-password" required {...text('repeated')} error={differ ? words.differ : null} />
          <Outcome error={change.error} done={change.isSuccess ? texts.done : undefined} />
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {texts.change}
          </Button>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
