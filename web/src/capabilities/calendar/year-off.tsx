import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { usePendingChanges } from '../../kit/forms/pending-changes.ts';
import { KeepChanges } from '../../kit/forms/save-changes.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { DayOffForm } from './day-off-form.tsx';
import { DaysOffTable } from './days-off-table.tsx';
import { PasteDays } from './paste-days.tsx';
import { type DayOff, type DaysOff, daysOffAnswered, setDaysOff } from './queries/days-off.ts';
import { daysOffTexts } from './texts/days-off.ts';

const keyOf = ({ date }: DayOff) => date;
const byDate = (one: DayOff, other: DayOff) => (one.date < other.date ? -1 : 1);

/** The list of a year, and its changes until they are saved. */
export function YearOff({ kept, mayChange }: { kept: DaysOff; mayChange: boolean }) {
  const texts = useTexts(daysOffTexts);
  const [writing, setWriting] = useState<'new' | 'paste' | DayOff>();
  const changes = usePendingChanges(kept.days, keyOf);
  const save = useAct(() => setDaysOff({ year: kept.year, version: kept.version, days: changes.result.toSorted(byDate) }), {
    refresh: daysOffAnswered,
    onDone: changes.clear,
  });
  const put = (days: readonly DayOff[]) => {
    if (typeof writing === 'object' && !days.some(({ date }) => date === writing.date)) changes.remove(writing.date);
    changes.put(...days);
    setWriting(undefined);
  };
  const year = String(kept.year);
  return (
    <Section
      title={texts.caption(year)}
      lead={texts.weekends}
      actions={
        mayChange && !writing ? (
          <>
            <Button variant="default" onClick={() => setWriting('new')}>
              {texts.add}
            </Button>
            <Button variant="default" onClick={() => setWriting('paste')}>
              {texts.paste}
            </Button>
          </>
        ) : undefined
      }
    >
      {writing === 'paste' ? <PasteDays year={kept.year} onPut={put} onCancel={() => setWriting(undefined)} /> : null}
      {writing !== undefined && writing !== 'paste' ? (
        <DayOffForm
          key={writing === 'new' ? 'new' : writing.date}
          year={kept.year}
          before={writing === 'new' ? undefined : writing}
          onPut={(day) => put([day])}
          onCancel={() => setWriting(undefined)}
        />
      ) : null}
      <KeepChanges changes={changes} save={save} saved={texts.saved} />
      {changes.list.length === 0 ? (
        <Empty title={texts.none(year)}>
          <Text>{mayChange ? texts.noneAdministrator : texts.noneOther}</Text>
        </Empty>
      ) : (
        <DaysOffTable year={year} changes={changes} mayChange={mayChange} onEdit={setWriting} />
      )}
    </Section>
  );
}
