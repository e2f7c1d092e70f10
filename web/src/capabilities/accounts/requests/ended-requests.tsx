import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountRequestsQuery, openLinksFirst } from '../queries/account-requests.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { RequestCard } from './request-card.tsx';

/** How many are shown, the newest first. */
const SHOWN = 10;

/** For administrators: how the requests ended that they asked for, decided or could see; those whose link is open first, with a way to withdraw it. */
export function EndedRequests() {
  const texts = useTexts(accountRequestTexts);
  const query = useQuery(accountRequestsQuery('ended'));
  const [done, setDone] = useState<string>();
  return (
    <Section title={texts.ended} lead={texts.endedLead}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            <Outcome done={done} />
            {items.length === 0 ? <Text size="sm">{texts.noneEnded}</Text> : null}
            {openLinksFirst(items)
              .slice(0, SHOWN)
              .map((request) => (
                <RequestCard key={request.id} request={request} waits={false} onDone={({ told }) => setDone(told)} />
              ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
