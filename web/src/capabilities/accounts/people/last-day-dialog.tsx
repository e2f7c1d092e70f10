import { Text } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useState } from 'react';
import { useAct } from '../../../kit/acts/use-act.ts';
import { DayInput } from '../../../kit/fields/day-input.tsx';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { controlTexts } from '../../../kit/words/control-texts.ts';
import { useTexts } from '../../../kit/words/language.tsx';

import { type Membership, type Person, peopleChanged, setLastDay } from '../queries/people.ts';

import { peopleTexts } from '../texts/people.ts';
import { personTexts } from '../texts/person.ts';

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
  const set = useAct(() => setLastDay(person.id, id, { to: day ?? null, version }), { refresh: peopleChanged, onDone });
  return (
    <FormDialog title={texts.endTitle} submit={texts.end} act={set} onSubmit={() => set.mutate()} onClose={onClose}>
      <Text>{office(roles[role], body?.name ?? wholeInstallation, period(from, to))}</Text>
      <DayInput label={texts.lastDay} description={texts.lastDayMore} value={day} onChange={setDay} />
    </FormDialog>
  );
}
