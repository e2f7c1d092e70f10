import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAct } from '../../kit/confirmed-act.tsx';
import { formatMoment } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { Section } from '../../kit/section.tsx';
import { ShownOnce } from '../../kit/shown-once.tsx';
import { calendarQuery, makeCalendar, revokeCalendar } from './queries/reminders.ts';
import { reminderTexts } from './texts/reminders.ts';

/** The secret address of one's calendar: made, renewed, revoked. */
export function CalendarAddress() {
  const texts = useTexts(reminderTexts).calendar;
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(calendarQuery);
  const [made, setMade] = useState<string>();
  const anew = () => client.invalidateQueries({ queryKey: calendarQuery.queryKey });
  const make = useMutation({
    mutationFn: makeCalendar,
    onSuccess: async ({ path }) => {
      revoke.reset();
      setMade(window.location.origin + path);
      await anew();
    },
  });
  const revoke = useMutation({
    mutationFn: revokeCalendar,
    onSuccess: async () => {
      setMade(undefined);
      await anew();
    },
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      {made ? (
        <ShownOnce key={made} title={texts.made} label={texts.address} secret={made} onClose={() => setMade(undefined)}>
          <Text size="sm">{texts.madeMore}</Text>
        </ShownOnce>
      ) : null}
      <Outcome error={make.error ?? revoke.error} done={revoke.isSuccess ? texts.revoked : undefined} />
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Text size="sm">{data.madeAt === null ? texts.none : texts.since(formatMoment(data.madeAt))}</Text> : null}
      {data?.madeAt === null ? (
        <Button w="fit-content" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {texts.make}
        </Button>
      ) : null}
      {data && data.madeAt !== null ? (
        <Group gap="xs">
          <ConfirmedAct act={texts.renew} question={texts.renewAsk} yes={texts.renew} acting={make.isPending} onAct={() => make.mutate()} quiet />
          <ConfirmedAct act={texts.revoke} question={texts.revokeAsk} yes={texts.revoke} acting={revoke.isPending} onAct={() => revoke.mutate()} quiet />
        </Group>
      ) : null}
    </Section>
  );
}
