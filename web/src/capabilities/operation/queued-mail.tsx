import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount, formatDay, formatMoment, withDatesInWords } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { decideMails, mailQueueQuery, type WaitingMail } from '../reminders/queries/reminders.ts';
import { mailQueueTexts } from './texts/mail-queue.ts';

interface QueuedMailProps {
  readonly mail: WaitingMail;
  readonly server: boolean;
  readonly onDecided: () => void;
}

/** One unsent mail with its actions. */
export function QueuedMail({ mail, server, onDecided }: QueuedMailProps) {
  const texts = useTexts(mailQueueTexts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const decide = useAct((decision: Parameters<typeof decideMails>[1]) => decideMails([mail.id], decision), {
    onDone: onDecided,
    onEnd: (client) => client.invalidateQueries({ queryKey: mailQueueQuery.queryKey }),
  });
  const { to, kind, state, day, subject, text, tries, told, nextTry } = mail;
  const act = (label: string, decision: Parameters<typeof decideMails>[1]) => (
    <Button
      size="compact-sm"
      variant="default"
      loading={decide.isPending && decide.variables === decision}
      onClick={() => decide.mutate(decision)}
      aria-label={texts.ofMail(label, to.name)}
    >
      {label}
    </Button>
  );
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <StateBadge tone={state === 'unsure' || state === 'refused' ? 'act' : 'quiet'}>{texts.states[state]}</StateBadge>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {texts.to(to.name, to.email)}
        </Text>
        <Text size="sm" c="dimmed">
          {formatDay(day)}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {subject}
      </Text>
      {state === 'unsure' ? <Text size="sm">{texts.unsureMore}</Text> : null}
      {kind === 'reminders' ? null : <Text size="sm">{texts.onlySent}</Text>}
      {tries > 0 ? (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {texts.tries(formatCount(tries, language))} {told === null ? '' : told === 'accountEnded' ? texts.ended : texts.serverSaid(withDatesInWords(told))}
          {server && nextTry !== null ? ` ${texts.nextTry(formatMoment(nextTry))}` : ''}
        </Text>
      ) : null}
      {open ? (
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {`${subject}\n\n${text}`}
        </Code>
      ) : null}
      <Outcome error={decide.error} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          aria-label={texts.ofMail(open ? texts.hide : texts.show, to.name)}
        >
          {open ? texts.hide : texts.show}
        </Button>
        {state === 'sending' || kind !== 'reminders' ? null : act(texts.handedOver, 'handedOver')}
        {server && (state === 'unsure' || state === 'refused') ? act(texts.sendAgain, 'sendAgain') : null}
      </Group>
      {open ? <CopyButton text={`${subject}\n\n${text}`} label={texts.copy} /> : null}
    </Stack>
  );
}
