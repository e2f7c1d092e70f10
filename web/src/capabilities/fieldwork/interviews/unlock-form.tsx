import { Button, Group, NativeSelect, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { openKey } from '../../../device/interviews/lock.ts';
import { InterviewStore, type Lock } from '../../../device/interviews/store.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { interviewTexts } from '../texts/interviews.ts';

interface UnlockProps {
  readonly locks: readonly Lock[];
  readonly onOpen: (store: InterviewStore) => void;
  readonly onTakeAlong: () => void;
}

/** Opens what the device keeps by its interviewer's word, without a line. */
export function UnlockForm({ locks, onOpen, onTakeAlong }: UnlockProps) {
  const texts = useTexts(interviewTexts);
  const [word, setWord] = useState('');
  const [account, setAccount] = useState(locks[0]?.account);
  const lock = locks.find((each) => each.account === account);
  const [isWrong, setWrong] = useState(false);
  const open = useAct(async () => {
    if (!lock) return;
    const key = await openKey(lock.locked, word);
    setWrong(key === undefined);
    if (key) onOpen(new InterviewStore(lock.account, key));
  }, {});
  return (
    <Section title={texts.unlock.title(lock?.name ?? '')}>
      <CheckedForm onSubmit={() => open.mutate()}>
        <Stack>
          {locks.length > 1 ? (
            <NativeSelect
              label={texts.unlock.whose}
              value={account}
              data={locks.map(({ account: value, name }) => ({ value, label: name }))}
              onChange={({ currentTarget }) => setAccount(currentTarget.value)}
            />
          ) : null}
          <PasswordInput
            label={texts.begin.word}
            required
            autoComplete="current-password"
            value={word}
            error={isWrong ? texts.unlock.wrong : undefined}
            onChange={({ currentTarget }) => setWord(currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={open.isPending}>
              {texts.unlock.act}
            </Button>
            <Button variant="subtle" onClick={onTakeAlong}>
              {texts.unlock.forgotten}
            </Button>
            <Button variant="subtle" onClick={onTakeAlong}>
              {texts.unlock.another}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
