import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { decideMails, mailQueueQuery } from '../reminders/queries/reminders.ts';
import { QueuedMail } from './queued-mail.tsx';
import { mailQueueTexts } from './texts/mail-queue.ts';

/** Unsent mails: read them, mark them as delivered, or send them again. */
export function MailQueueSection() {
  const texts = useTexts(mailQueueTexts);
  const { language } = useLanguage();
  const query = useQuery(mailQueueQuery);
  const { data } = query;
  const [decided, setDecided] = useState<string>();
  const shown = data?.items.filter(({ state, kind }) => state !== 'sending' && kind === 'reminders').map(({ id }) => id) ?? [];
  const passOn = useAct(() => decideMails(shown, 'handedOver'), {
    onDone: () => setDecided(shown.join(' ')),
    onEnd: (client) => client.invalidateQueries({ queryKey: mailQueueQuery.queryKey }),
  });
  return (
    <Section title={texts.title} lead={data ? (data.server ? texts.server : texts.noServer) : undefined}>
      <Outcome key={decided} error={passOn.error} done={decided === undefined ? undefined : texts.done} />
      <Loaded query={query} empty={<Text size="sm">{texts.none}</Text>}>
        {({ items, server }) => items.map((mail) => <QueuedMail key={mail.id} mail={mail} server={server} onDecided={() => setDecided(mail.id)} />)}
      </Loaded>
      {data && !data.server && shown.length > 1 ? (
        <ConfirmedAct
          act={texts.allHandedOver}
          question={texts.allHandedOverAsk(formatCount(shown.length, language))}
          yes={texts.allHandedOver}
          acting={passOn.isPending}
          onAct={() => passOn.mutate()}
          quiet
        />
      ) : null}
      {data?.more ? <Text size="sm">{texts.more}</Text> : null}
    </Section>
  );
}
