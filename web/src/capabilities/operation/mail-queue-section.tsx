import { Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { outboxTexts } from '../../device/pending-edits-texts.ts';
import { ConfirmedAct } from '../../kit/confirmed-act.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { Section } from '../../kit/section.tsx';
import { decideMails, outboxQuery } from '../reminders/queries/reminders.ts';
import { OutboxMail } from './queued-mail.tsx';

/** Mails that have not gone: read, passed on, sent again. */
export function OutboxSection() {
  const texts = useTexts(outboxTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(outboxQuery);
  const client = useQueryClient();
  const [decided, setDecided] = useState<string>();
  const shown = data?.items.filter(({ state }) => state !== 'sending').map(({ id }) => id) ?? [];
  const passOn = useMutation({
    mutationFn: () => decideMails(shown, 'handedOver'),
    onSuccess: async () => {
      setDecided(shown.join(' '));
      await client.invalidateQueries({ queryKey: outboxQuery.queryKey });
    },
  });
  return (
    <Section title={texts.title} lead={data ? (data.server ? texts.server : texts.noServer) : undefined}>
      <Outcome key={decided} error={passOn.error} done={decided === undefined ? undefined : texts.done} />
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
      {data?.items.map((mail) => (
        <OutboxMail key={mail.id} mail={mail} server={data.server} onDecided={() => setDecided(mail.id)} />
      ))}
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
