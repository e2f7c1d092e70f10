import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { AdoptionSection } from './adoption-section.tsx';
import { CheckSection } from './check-section.tsx';
import { DraftSection } from './draft-section.tsx';
import { EditionFacts } from './edition-facts.tsx';
import { useEditionWords } from './edition-words.ts';
import { LineageNote } from './lineage/lineage-note.tsx';
import { type Edition, editionQuery } from './queries/editions.ts';
import { casesTexts } from './texts/cases.ts';
import { comparisonTexts } from './texts/comparison.ts';
import { editionTexts } from './texts/editions.ts';
import { editorTexts } from './texts/editor.ts';
import { lineageTexts } from './texts/lineage.ts';
import { questionnairesTexts } from './texts/questionnaires.ts';
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
  const { open: cases } = useTexts(casesTexts);
  const { open: compare } = useTexts(comparisonTexts);
  const { open: lineage } = useTexts(lineageTexts);
  const { title: questionnaires } = useTexts(questionnairesTexts);
  const told = useEditionWords();
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const owns = owned.some(({ id }) => id === edition.ownerBody);
  const mayChange = owns && edition.state === 'draft';
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
        <>
          <LinkButton to="/lam-viec/bo-tieu-chi/$edition/so-sanh" params={{ edition: edition.id }} variant="default">
            {compare}
          </LinkButton>
          {edition.state === 'adopted' ? (
            <LinkButton to="/lam-viec/bo-tieu-chi/$edition/phieu-dieu-tra" params={{ edition: edition.id }} variant="default">
              {questionnaires}
            </LinkButton>
          ) : null}
          {mayChange ? (
            <>
              <LinkButton to="/lam-viec/bo-tieu-chi/$edition/vi-du" params={{ edition: edition.id }} variant="default">
                {cases}
              </LinkButton>
              <LinkButton to="/lam-viec/bo-tieu-chi/$edition/tieu-chi-ke-thua" params={{ edition: edition.id }} variant="default">
                {lineage}
              </LinkButton>
              <LinkButton to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition: edition.id }}>
                {open}
              </LinkButton>
            </>
          ) : null}
        </>
      }
    >
      {edition.withdrawn === null ? null : <Notice kind="warning">{texts.withdrawn}</Notice>}
      <EditionFacts edition={edition} />
      <CheckSection edition={edition} />
      {mayChange ? <LineageNote edition={edition} /> : null}
      {mayChange ? <DraftSection edition={edition} /> : null}
      <AdoptionSection edition={edition} owns={owns} />
      <WordsSection edition={edition} />
    </Page>
  );
}
