import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { ABOUT_ME } from '../../../kit/page/places.ts';
import { Section } from '../../../kit/page/section.tsx';
import { SoughtPlace } from '../../../kit/page/sought-place.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountRequestsQuery, openLinksFirst } from '../queries/account-requests.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { RequestCard } from './request-card.tsx';

/** How many of the ended ones are shown. */
const SHOWN = 5;

/** What others have asked for of one's own account, with a way to stop it. */
export function RequestsAboutMe({ account }: { account: string }) {
  const texts = useTexts(accountRequestTexts);
  const waiting = useQuery(accountRequestsQuery('waiting'));
  const ended = useQuery(accountRequestsQuery('ended')).data?.items.filter(({ person }) => person.id === account) ?? [];
  const [done, setDone] = useState<string>();
  return (
    <SoughtPlace hash={ABOUT_ME} ready={waiting.isSuccess}>
      <Section title={texts.aboutMe} lead={texts.aboutMeLead}>
        <Loaded query={waiting}>
          {({ items }) => {
            const mine = items.filter(({ person }) => person.id === account);
            return (
              <Stack>
                <Outcome done={done} />
                {mine.length + ended.length === 0 ? <Text size="sm">{texts.noneAboutMe}</Text> : null}
                {mine.map((request) => (
                  <RequestCard key={request.id} request={request} waits onDone={({ told }) => setDone(told)} />
                ))}
                {openLinksFirst(ended)
                  .slice(0, SHOWN)
                  .map((request) => (
                    <RequestCard key={request.id} request={request} waits={false} onDone={({ told }) => setDone(told)} />
                  ))}
              </Stack>
            );
          }}
        </Loaded>
      </Section>
    </SoughtPlace>
  );
}
