import { Button, Group, Text } from '@mantine/core';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { ShownOnce } from '../../kit/acts/shown-once.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { calendarQuery, makeCalendar, revokeCalendar } from './queries/reminders.ts';
import { reminderTexts } from './texts/reminders.ts';

/** The secret address of one's calendar: made, renewed, revoked. */
export function CalendarAddress() {
  const texts = useTexts(reminderTexts).calendar;
  const query = useQuery(calendarQuery);
  const [made, setMade] = useState<string>();
  const onEnd = (client: QueryClient) => client.invalidateQueries({ queryKey: calendarQuery.queryKey });
  const make = useAct(makeCalendar, {
    onDone: ({ path }) => {
      revoke.reset();
      setMade(window.location.origin + path);
    },
    onEnd,
  });
  const revoke = useAct(revokeCalendar, {
    onDone: () => setMade(undefined),
    onEnd,
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      {made ? (
        <ShownOnce key={made} title={texts.made} label={texts.address} secret={made} onClose={() => setMade(undefined)}>
          <Text size="sm">{texts.madeMore}</Text>
        </ShownOnce>
      ) : null}
      <Outcome error={make.error ?? revoke.error} done={revoke.isSuccess ? texts.revoked : undefined} />
      <Loaded query={query}>
        {({ madeAt }) => (
          <>
            <Text size="sm">{madeAt === null ? texts.none : texts.since(formatMoment(madeAt))}</Text>
            {madeAt === null ? (
              <Button w="fit-content" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
                {texts.make}
              </Button>
            ) : (
              <Group gap="xs">
                <ConfirmedAct act={texts.renew} question={texts.renewAsk} yes={texts.renew} acting={make.isPending} onAct={() => make.mutate()} quiet />
                <ConfirmedAct act={texts.revoke} question={texts.revokeAsk} yes={texts.revoke} acting={revoke.isPending} onAct={() => revoke.mutate()} quiet />
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
