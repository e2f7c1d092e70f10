import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/loaded.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { Section } from '../../../kit/section.tsx';
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
