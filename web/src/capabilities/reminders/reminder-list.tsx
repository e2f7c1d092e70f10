import { Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { markRemindersRead, type Reminder, remindersQuery } from './queries/reminders.ts';
import { reminderTexts } from './texts/reminders.ts';

/** Steps that a body works on in its sheet link there; others link to the round. */
const IN_THE_SHEET: readonly string[] = ['selfAssessment', 'explanation'];

/** The newest reminders, with new ones marked. */
export function ReminderList() {
  const texts = useTexts(reminderTexts);
  const { language } = useLanguage();
  const query = useQuery(remindersQuery);
  const { data } = query;
  const unread = data?.items.filter(({ readAt }) => readAt === null) ?? [];
  const read = useAct(() => markRemindersRead(unread.map(({ id }) => id)), {
    refresh: (client) => client.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
  return (
    <Section
      title={texts.list}
      lead={data && data.unread > 0 ? texts.unread(formatCount(data.unread, language)) : undefined}
      actions={
        unread.length > 0 ? (
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate()}>
            {texts.read}
          </Button>
        ) : undefined
      }
    >
      <Outcome error={read.error} done={read.isSuccess && unread.length === 0 ? texts.done : undefined} />
      <Loaded query={query} empty={<Text size="sm">{texts.none}</Text>}>
        {(data) => (
          <List listStyleType="none" spacing="sm">
            {data.items.map((reminder) => (
              <List.Item key={reminder.id}>
                <ReminderLine reminder={reminder} />
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
    </Section>
  );
}

function ReminderLine({ reminder: { kind, day, about, body, step, text, readAt } }: { reminder: Reminder }) {
  const texts = useTexts(reminderTexts);
  return (
    <>
      <Group gap="xs">
        <StateBadge tone={kind === 'overdue' || kind === 'lastDay' || kind === 'toDecide' ? 'act' : 'quiet'}>{texts.kinds[kind]}</StateBadge>
        <Text size="sm" c="dimmed">
          {formatDay(day)}
          {readAt === null ? ` · ${texts.isNew}` : ''}
        </Text>
      </Group>
      <Text size="sm" fw={readAt === null ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
        {text}{' '}
        {about.kind === 'edition' ? (
          <Link underline="always" to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: about.id }}>
            {texts.toEdition}
          </Link>
        ) : step !== null && IN_THE_SHEET.includes(step) ? (
          <Link underline="always" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round: about.id, body: body.id }}>
            {texts.toSheet}
          </Link>
        ) : (
          <Link underline="always" to="/lam-viec/ky-danh-gia/$round" params={{ round: about.id }}>
            {texts.toRound}
          </Link>
        )}
      </Text>
    </>
  );
}
