import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/loaded.tsx';
import { Section } from '../../../kit/section.tsx';
import { accountRequestsQuery } from '../queries/account-requests.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { RequestCard } from './request-card.tsx';

/** How many are shown, the newest first. */
const SHOWN = 10;

/** For administrators: how the requests ended that they asked for, decided or could see. */
export function EndedRequests() {
  const texts = useTexts(accountRequestTexts);
  const query = useQuery(accountRequestsQuery('ended'));
  return (
    <Section title={texts.ended} lead={texts.endedLead}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            {items.length === 0 ? <Text size="sm">{texts.noneEnded}</Text> : null}
            {items.slice(0, SHOWN).map((request) => (
              <RequestCard key={request.id} request={request} waits={false} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
