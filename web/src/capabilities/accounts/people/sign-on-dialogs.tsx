import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { endSessions, type MadeLink, type Person, peopleChanged, resetPassword } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';

interface DialogProps<T> {
  readonly person: Person;
  readonly onDone: (told: T) => void;
  readonly onClose: () => void;
}

/** A new link to set a password; earlier links are withdrawn. */
export function ResetDialog({ person: { id, signOn }, onDone, onClose }: DialogProps<MadeLink>) {
  const texts = useTexts(personTexts);
  const { password } = signOn;
  const reset = useAct(() => resetPassword(id), { refresh: peopleChanged, onDone });
  return (
    <FormDialog
      title={password ? texts.reset : texts.firstLink}
      submit={password ? texts.reset : texts.firstLink}
      act={reset}
      onSubmit={() => reset.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{password ? texts.resetMore : texts.firstLinkMore}</Text>
    </FormDialog>
  );
}

export function EndSessionsDialog({ person: { id }, onDone, onClose }: DialogProps<string>) {
  const texts = useTexts(personTexts);
  const { language } = useLanguage();
  const [tokens, setTokens] = useState(false);
  const end = useAct(() => endSessions(id, tokens), {
    refresh: peopleChanged,
    onDone: (ended) => onDone(texts.sessionsEnded(formatCount(ended.sessions, language), formatCount(ended.tokens, language))),
  });
  return (
    <FormDialog title={texts.endSessions} submit={texts.endSessions} danger act={end} onSubmit={() => end.mutate()} onClose={onClose}>
      <Text size="sm">{texts.endSessionsMore}</Text>
      <Checkbox label={texts.alsoTokens} checked={tokens} onChange={({ currentTarget }) => setTokens(currentTarget.checked)} />
    </FormDialog>
  );
}
