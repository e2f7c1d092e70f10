import { Text } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useState } from 'react';
import { controlTexts } from '../../../kit/control-texts.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { type Membership, type Person, setLastDay } from '../queries/people.ts';
import { peopleTexts } from '../texts/people.ts';
import { personTexts } from '../texts/person.ts';
import { usePersonAct } from './use-person-act.ts';

interface LastDayDialogProps {
  readonly person: Person;
  readonly membership: Membership;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function LastDayDialog({ person, membership, onDone, onClose }: LastDayDialogProps) {
  const texts = useTexts(personTexts);
  const { office } = useTexts(peopleTexts);
  const roles = useTexts(ROLE_NAMES);
  const { period, wholeInstallation } = useTexts(controlTexts);
  const { id, role, body, from, to, version } = membership;
  const [day, setDay] = useState(to ?? undefined);
  const set = usePersonAct(() => setLastDay(person.id, id, { to: day ?? null, version }), onDone);
  return (
    <FormDialog title={texts.endTitle} submit={texts.end} pending={set.isPending} error={set.error} onSubmit={() => set.mutate(undefined)} onClose={onClose}>
      <Text>{office(roles[role], body?.name ?? wholeInstallation, period(from, to))}</Text>
      <DayInput label={texts.lastDay} description={texts.lastDayMore} value={day} onChange={setDay} />
    </FormDialog>
  );
}
