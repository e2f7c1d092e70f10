import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { openKey } from '../../../device/interviews/lock.ts';
import { InterviewStore, type Lock } from '../../../device/interviews/store.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { interviewTexts } from '../texts/interviews.ts';

/** Opens what the device keeps by its interviewer's word, without a line. */
export function UnlockForm({ lock, onOpen, onForgotten }: { lock: Lock; onOpen: (store: InterviewStore) => void; onForgotten: () => void }) {
  const texts = useTexts(interviewTexts);
  const [word, setWord] = useState('');
  const [isWrong, setWrong] = useState(false);
  const open = useAct(async () => {
    const key = await openKey(lock.locked, word);
    setWrong(key === undefined);
    if (key) onOpen(new InterviewStore(lock.account, key));
  }, {});
  return (
    <Section title={texts.unlock.title(lock.name)}>
      <CheckedForm onSubmit={() => open.mutate()}>
        <Stack>
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
            <Button variant="subtle" onClick={onForgotten}>
              {texts.unlock.forgotten}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
