import { Anchor, Burger, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Mark } from '@parindex/design/mark.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { CircleQuestionMark, CircleUser, Globe } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { Confirmation } from '../capabilities/accounts/confirmation.tsx';
import { installationQuery } from '../capabilities/operation/queries/installation.ts';
import { Search } from '../capabilities/search/search.tsx';
import { workQuery } from '../capabilities/work/queries/work.ts';
import { signedOut } from '../client/request.ts';
import { useRights } from '../client/rights.ts';
import { sessionQuery } from '../client/session.ts';
import { PendingEditsProvider, useDraftNames, usePending } from '../device/pending-edits/use-pending-edits.tsx';
import { Link } from '../kit/page/link.tsx';
import { menuOf } from '../kit/page/menu.ts';
import { SandboxBadge, SandboxBanner } from '../kit/page/sandbox-banner.tsx';
import { useLanguage, useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';
import { ColourScheme } from './colour-scheme.tsx';
import { NAVIGATION_ICONS } from './navigation-icons.ts';
import { NavigationLink } from './navigation-link.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SignOut } from './sign-out.tsx';
import { UploadsRunning } from './uploads-running.tsx';

/** Needed by few people; if it fails to load, the frame stays. */
const ScannerNotice = lazy(() =>
  import('./scanner-notice.tsx').then(
    ({ ScannerNotice }) => ({ default: ScannerNotice }),
    () => ({ default: () => null }),
  ),
);

const KeptHere = lazy(() =>
  import('./kept-here.tsx').then(
    ({ KeptHere }) => ({ default: KeptHere }),
    () => ({ default: () => null }),
  ),
);

/** Where nothing is kept, nothing is loaded. */
function KeptOnDevice() {
  const some = usePending().length + useDraftNames().length > 0;
  return some ? (
    <Suspense>
      <KeptHere />
    </Suspense>
  ) : null;
}

/** The frame of every page: user, place, language; on a phone the menu is collapsed. */
export function Shell() {
  const texts = useTexts(shellTexts);
  const { language, speak } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  const [open, { toggle, close }] = useDisclosure(false);
  const [helps, help] = useDisclosure(false);
  const session = useQuery(sessionQuery).data;
  const rights = useRights();
  const { may, mayAnywhere } = rights;
  const parts = useQuery({ ...workQuery, enabled: mayAnywhere('sheet.enter') }).data?.parts;
  const installation = useQuery(installationQuery).data;
  const client = useQueryClient();
  const navigate = useNavigate();
  const place = useRouterState({ select: ({ location }) => location.href });
  const narrow = useRouterState({ select: ({ matches }) => matches.some(({ staticData }) => staticData.foldsMenu) });

  useEffect(() => {
    const ended = () => {
      client.setQueryData(sessionQuery.queryKey, null);
      void navigate({ to: '/dang-nhap', search: { next: place, ended: true } });
    };
    signedOut.addEventListener('end', ended);
    return () => signedOut.removeEventListener('end', ended);
  }, [client, navigate, place]);

  if (!session) return null;
  return (
    <PendingEditsProvider account={session.person.id}>
      <div className="frame" data-narrow={narrow || undefined}>
        <a className="skip" href="#noi-dung">
          {texts.skip}
        </a>
        <header className="frame-head screen-only">
          <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" color="var(--head-ink)" aria-label={texts.menu} />
          <Link to="/lam-viec" underline="never" className="frame-brand">
            <Mark size={28} />
            <span className="frame-product">{texts.product}</span>
            <span className="frame-subtitle">{texts.subtitle}</span>
          </Link>
          {installation?.kind === 'sandbox' ? <SandboxBadge /> : null}
          <Search />
          <Group gap={4} wrap="nowrap">
            <Shortcuts helps={helps} onHelp={help.open} onClose={help.close} />
            <ColourScheme />
            <Button variant="subtle" size="compact-sm" onClick={() => speak(other)} lang={other}>
              {texts.otherLanguage}
            </Button>
            <Link to="/lam-viec/tai-khoan" underline="never" truncate className="frame-person" aria-label={`${texts.account}: ${session.person.name}`}>
              <CircleUser size={20} aria-hidden />
              <span>{session.person.name}</span>
            </Link>
          </Group>
        </header>
        <nav aria-label={texts.navigation} className="frame-menu screen-only" data-open={open || undefined}>
          {menuOf(rights, Boolean(parts)).map(({ name, to }) => (
            <NavigationLink key={to} to={to} exact={name === 'home'} icon={NAVIGATION_ICONS[name]} label={texts[name]} onGo={close} />
          ))}
          <hr />
          <a className="frame-link" href={language === 'vi' ? '/' : '/en'}>
            <Globe size={18} aria-hidden />
            <span>{texts.results}</span>
          </a>
          <span className="frame-who phone-only">{session.person.name}</span>
          <NavigationLink to="/lam-viec/tai-khoan" icon={CircleUser} label={texts.account} onGo={close} />
          <button type="button" className="frame-link phone-only" onClick={help.open} aria-haspopup="dialog">
            <CircleQuestionMark size={18} aria-hidden />
            <span>{texts.help}</span>
          </button>
          <ColourScheme inMenu />
          <SignOut />
        </nav>
        <main id="noi-dung" className="main">
          <KeptOnDevice />
          <UploadsRunning />
          <div className="main-page">
            <Outlet />
            {/* Below what was come for, where it pushes nothing about. */}
            {may('operation.read', {}) ? (
              <Suspense>
                <ScannerNotice />
              </Suspense>
            ) : null}
          </div>
          <Text component="footer" size="sm" c="dimmed" mt="xl" pt="md">
            {installation?.kind === 'sandbox' ? <SandboxBanner /> : null}
            {texts.noSecrets}{' '}
            <Anchor href={language === 'vi' ? '/kha-nang-tiep-can' : '/en/kha-nang-tiep-can'} size="sm" underline="always" className="screen-only">
              {texts.accessibility}
            </Anchor>
          </Text>
        </main>
      </div>
      <Confirmation />
    </PendingEditsProvider>
  );
}
