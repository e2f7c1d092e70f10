import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '../../../kit/language.tsx';
import { Link } from '../../../kit/link.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { Page } from '../../../kit/page.tsx';
import { ProblemNotice } from '../../../kit/problem-notice.tsx';
import { useHolds } from '../queries/offices.ts';
import { personQuery } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';
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
