import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../../client/rights.ts';
import { Link } from '../../../kit/page/link.tsx';
import { Page } from '../../../kit/page/page.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { personQuery } from '../queries/people.ts';
import { RequestsAboutPerson } from '../requests/requests-about-person.tsx';
import { personTexts } from '../texts/person.ts';
import { Corrections } from './corrections.tsx';
import { HandOver } from './hand-over.tsx';
import { Memberships } from './memberships.tsx';
import { PersonAbout } from './person-about.tsx';
import { SignOn } from './sign-on.tsx';

const route = getRouteApi('/lam-viec/nguoi-dung/$person');

/** A person, for administrators and auditors. */
export function PersonPage() {
  const texts = useTexts(personTexts);
  const { person: id } = route.useParams();
  const administers = useRights().mayAnywhere('person.write');
  const query = useQuery(personQuery(id));
  const { data: person } = query;
  return (
    <Page
      title={person?.name ?? texts.title}
      path={[
        <Link to="/lam-viec/nguoi-dung" key="list">
          {texts.back}
        </Link>,
      ]}
    >
      <Loaded query={query}>
        {(person) => (
          <>
            {administers ? <RequestsAboutPerson account={person.id} /> : null}
            <PersonAbout person={person} administers={administers} />
            <Memberships person={person} administers={administers} />
            <SignOn person={person} administers={administers} />
            <Corrections corrections={person.corrections} />
            {administers ? <HandOver key={person.id} person={person} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
