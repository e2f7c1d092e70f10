import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useHolds } from '../../api/offices.ts';
import { personQuery } from '../../api/people.ts';
import { useTexts } from '../../texts/language.tsx';
import { personTexts } from '../../texts/person.ts';
import { Link } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Corrections } from './corrections.tsx';
import { HandOver } from './hand-over.tsx';
import { Memberships } from './memberships.tsx';
import { PersonAbout } from './person-about.tsx';
import { SignOn } from './sign-on.tsx';

const route = getRouteApi('/lam-viec/nguoi-dung/$person');

/** A person as those see them who administer or audit. */
export function PersonPage() {
  const texts = useTexts(personTexts);
  const { person: id } = route.useParams();
  const administers = useHolds('administrator');
  const { data: person, error, refetch } = useQuery(personQuery(id));
  return (
    <Page title={person?.name ?? texts.title} lead={<Link to="/lam-viec/nguoi-dung">{texts.back}</Link>}>
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!person && !error ? <Loading /> : null}
      {person ? (
        <>
          <PersonAbout person={person} administers={administers} />
          <Memberships person={person} administers={administers} />
          <SignOn person={person} administers={administers} />
          <Corrections corrections={person.corrections} />
          {administers ? <HandOver key={person.id} person={person} /> : null}
        </>
      ) : null}
    </Page>
  );
}
