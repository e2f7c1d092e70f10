import { Button, Stack, Text } from '@mantine/core';
import type { ConsequenceCode } from '@parindex/core/round/consequences';
import { STEPS } from '@parindex/core/round/steps';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { usePendingChanges } from '../../kit/forms/pending-changes.ts';
import { KeepChanges } from '../../kit/forms/save-changes.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { CalendarPicture } from './calendar-picture.tsx';
import { CalendarTable } from './calendar-table.tsx';
import { otherThanUntold, UntoldConsequences } from './consequences.tsx';
import type { PartProps } from './parts.ts';
import { type RoundStep, roundAnswered, setSteps } from './queries/rounds.ts';
import { StepForm } from './step-form.tsx';
import { planTexts } from './texts/round-plan.ts';

const keyOf = ({ step }: RoundStep) => step;

/** The calendar: as a picture, as a table, and for editing. */
export function CalendarPart({ round, mayChange }: PartProps) {
  const texts = useTexts(planTexts).calendar;
  const [editing, setEditing] = useState<RoundStep['step'] | 'new'>();
  const changes = usePendingChanges(round.steps, keyOf);
  const save = useAct(
    (told: ConsequenceCode[]) =>
      setSteps(round.id, {
        told,
        version: round.version,
        steps: changes.result.map(({ step, opens, closes }) => ({ step, opens, closes })),
      }),
    { refresh: roundAnswered, onDone: changes.clear },
  );
  const free = STEPS.filter((step) => !changes.list.some(({ key }) => key === step));
  const edited = changes.list.find(({ key }) => key === editing)?.member;
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        mayChange && free.length > 0 && !editing ? (
          <Button variant="default" onClick={() => setEditing('new')}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {changes.list.length === 0 && !editing ? (
        <Empty title={texts.none}>
          <Text>{texts.noneMore}</Text>
        </Empty>
      ) : null}
      {round.steps.length > 0 ? <CalendarPicture round={round} /> : null}
      {editing ? (
        <StepForm
          key={editing}
          free={free}
          edited={edited}
          onCancel={() => setEditing(undefined)}
          onPut={(step) => {
            changes.put(step);
            setEditing(undefined);
          }}
        />
      ) : null}
      <Stack gap="sm">
        <UntoldConsequences round={round} act={save} onAgree={save.mutate} />
        <KeepChanges changes={changes} save={{ ...otherThanUntold(save), mutate: () => save.mutate([]) }} saved={texts.saved} />
        {changes.list.length > 0 ? <CalendarTable round={round} changes={changes} mayChange={mayChange} onEdit={setEditing} /> : null}
      </Stack>
    </Section>
  );
}
