import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { ShownOnce } from '../../../kit/acts/shown-once.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { expiryText } from '../expiry-text.ts';
import { accountRequestsQuery } from '../queries/account-requests.ts';
import { wholeLink } from '../queries/people.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { RequestCard, type RequestDone } from './request-card.tsx';

/** For administrators: what waits for a second person, and whether there is one at all. */
export function WaitingRequests() {
  const texts = useTexts(accountRequestTexts);
  const { language } = useLanguage();
  const query = useQuery(accountRequestsQuery('waiting'));
  const [done, setDone] = useState<RequestDone>();
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Loaded query={query}>
        {({ items, administrators }) => (
          <Stack>
            {administrators && administrators.count <= 1 ? (
              <Notice kind="warning" title={texts.missingSecond}>
                {administrators.awaited.length > 0
                  ? texts.secondAwaited(administrators.awaited.join(', '))
                  : administrators.mayMakeSecond
                    ? texts.missingSecondMore
                    : texts.missingSecondAgain}
              </Notice>
            ) : null}
            {administrators?.count === 2 ? <Text size="sm">{texts.missingThird}</Text> : null}
            {done?.link ? (
              <ShownOnce title={texts.linkMade(done.request.person.name)} label={texts.link} secret={wholeLink(done.link)} onClose={() => setDone(undefined)}>
                <Text size="sm">{texts.linkMore(done.request.asked.by.name, expiryText(done.link.expiresAt, language))}</Text>
              </ShownOnce>
            ) : (
              <Outcome done={done?.told} />
            )}
            {items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
            {items.map((request) => (
              <RequestCard key={request.id} request={request} waits onDone={setDone} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
