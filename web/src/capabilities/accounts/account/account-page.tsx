import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../client/session.ts';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Page } from '../../../kit/page/page.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { RequestsAboutMe } from '../requests/requests-about-me.tsx';
import { accountTexts } from '../texts/account.ts';
import { KeptData } from './kept-data.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { OwnTokens } from './own-tokens.tsx';
import { PasswordChange } from './password-change.tsx';
import { SecondFactor } from './second-factor.tsx';

/** How the user signs in, their sessions, and what is stored about them. */
export function AccountPage() {
  const texts = useTexts(accountTexts);
  const session = useQuery(sessionQuery).data;
  return (
    <Page
      title={texts.title}
      lead={session ? texts.lead(session.person.name, session.person.email) : undefined}
      actions={
        <LinkButton to="/lam-viec/nhac-viec" variant="default">
          {texts.toReminders}
        </LinkButton>
      }
    >
      <PasswordChange email={session?.person.email ?? ''} />
      {session ? <SecondFactor session={session} /> : null}
      {session ? <RequestsAboutMe account={session.person.id} /> : null}
      <OwnSessions />
      <OwnTokens />
      <KeptData />
    </Page>
  );
}
