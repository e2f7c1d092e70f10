import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useRights } from '../../../client/rights.ts';
import { Page } from '../../../kit/page/page.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { EndedRequests } from '../requests/ended-requests.tsx';
import { WaitingRequests } from '../requests/waiting-requests.tsx';
import { peopleTexts } from '../texts/people.ts';
import { Invite } from './invite.tsx';
import { PeopleResults } from './people-results.tsx';

const route = getRouteApi('/lam-viec/nguoi-dung');

/** People in the bodies that the user administers; administrators invite. */
export function PeoplePage() {
  const texts = useTexts(peopleTexts);
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const administers = useRights().mayAnywhere('person.write');
  const [inviting, { toggle }] = useDisclosure(false);
  const [typed, setTyped] = useState(search);
  const look = (text: string) => {
    setTyped(text);
    void navigate({ search: text.trim() === '' ? {} : { search: text.trim() }, replace: true });
  };
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        administers ? (
          <Button onClick={toggle} aria-expanded={inviting}>
            {texts.invite}
          </Button>
        ) : undefined
      }
    >
      {/* Hidden but kept mounted, so that a link shown once is not lost. It opens under the button, above all that waits. */}
      {administers ? (
        <div hidden={!inviting}>
          <Arrival of={inviting}>
            <Invite />
          </Arrival>
        </div>
      ) : null}
      {administers ? <WaitingRequests /> : null}
      <search aria-label={texts.filter}>
        <TextInput
          type="search"
          label={texts.search}
          description={texts.searchMore}
          maw="30rem"
          value={typed}
          onChange={({ currentTarget }) => look(currentTarget.value)}
        />
      </search>
      <PeopleResults search={search} />
      {administers ? <EndedRequests /> : null}
    </Page>
  );
}
