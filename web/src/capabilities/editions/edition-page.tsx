import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { AdoptSection } from './adopt-section.tsx';
import { CheckSection } from './check-section.tsx';
import { DraftSection } from './draft-section.tsx';
import { EditionFacts } from './edition-facts.tsx';
import { useEditionWords } from './edition-words.ts';
import { type Edition, editionQuery } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';
import { editorTexts } from './texts/editor.ts';
import { WordsSection } from './words-section.tsx';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition');

/** An edition: its facts, its faults, its adoption, and all of it in words. */
export function EditionPage() {
  const texts = useTexts(editionTexts);
  const { edition: id } = route.useParams();
  const { data: edition, error, refetch } = useQuery(editionQuery(id));
  if (edition) return <WholeEdition key={id} edition={edition} />;
  return (
    <Page title={texts.title}>
      <NotLoaded error={error} retry={refetch} />
    </Page>
  );
}

function WholeEdition({ edition }: { edition: Edition }) {
  const texts = useTexts(editionTexts);
  const { open } = useTexts(editorTexts);
  const told = useEditionWords();
  const [wasDraft] = useState(edition.state === 'draft');
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const mayChange = edition.state === 'draft' && owned.some(({ id }) => id === edition.ownerBody);
  return (
    <Page
      path={[
        <Link key="editions" to="/lam-viec/bo-tieu-chi">
          {texts.title}
        </Link>,
      ]}
      title={told.title(edition) ?? edition.id}
      lead={`${edition.id}; ${texts.states[edition.state].toLowerCase()}.`}
      actions={
        mayChange ? (
          <LinkButton to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition: edition.id }}>
            {open}
          </LinkButton>
        ) : undefined
      }
    >
      {wasDraft && edition.state === 'adopted' ? (
        <Arrival of="adopted">
          <Notice kind="good">{texts.adopt.done}</Notice>
        </Arrival>
      ) : null}
      <EditionFacts edition={edition} />
      <CheckSection edition={edition} />
      {mayChange ? <DraftSection edition={edition} /> : null}
      {mayChange ? <AdoptSection edition={edition} /> : null}
      <WordsSection edition={edition} />
    </Page>
  );
}
