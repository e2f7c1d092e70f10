import { Grid, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { loadedLater } from '../../../client/loaded-later.ts';
import { type Enrolled, type Session, sessionQuery } from '../../../client/session.ts';
import { PageHeading } from '../../../kit/page/page-heading.tsx';
import { Loading } from '../../../kit/reading/loading.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { installationQuery } from '../../operation/queries/installation.ts';
import { signInTexts } from '../texts/sign-in.ts';
import { PasswordForm } from './password-form.tsx';
import { SignedOutPage } from './signed-out-page.tsx';

// Most sign-ins need neither.
const SandboxAccounts = lazy(async () => ({ default: (await loadedLater(() => import('./sandbox-accounts.tsx'))).SandboxAccounts }));
const SessionEnded = lazy(async () => ({ default: (await loadedLater(() => import('./session-ended.tsx'))).SessionEnded }));
const RecoveryCodesShown = lazy(async () => ({ default: (await loadedLater(() => import('../recovery-codes-shown.tsx'))).RecoveryCodesShown }));
const RecoveryCodeUsed = lazy(async () => ({ default: (await loadedLater(() => import('./recovery-code-used.tsx'))).RecoveryCodeUsed }));
const SecondFactorForm = lazy(async () => ({ default: (await loadedLater(() => import('./second-factor-form.tsx'))).SecondFactorForm }));

const route = getRouteApi('/dang-nhap');

/** Only addresses of the workspace itself, so that a forged link cannot redirect elsewhere. */
const isOurs = (next: string | undefined): next is string => next !== undefined && /^\/lam-viec(?:[/?#]|$)/.test(next);

/** Signing in: email and password, then a second factor if the account has one or must have one. */
export function SignInPage() {
  const texts = useTexts(signInTexts);
  const { next, ended } = route.useSearch();
  const { data: session } = useQuery(sessionQuery);
  const { data: installation } = useQuery(installationQuery);
  const [chosen, setChosen] = useState({ email: '', password: '' });
  const client = useQueryClient();
  const router = useRouter();

  // Recovery codes are told this once: nobody is led on before they have kept them.
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  const [byRecoveryCode, setByRecoveryCode] = useState(false);

  const complete = session != null && session.waitsFor === null && codes === null && !byRecoveryCode;
  useEffect(() => {
    if (complete) router.history.replace(isOurs(next) ? next : '/lam-viec');
  }, [complete, next, router]);

  const signedIn = (answered: Session | Enrolled | null) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'installation' });
    if (answered && 'recoveryCodes' in answered) {
      const { recoveryCodes, ...told } = answered;
      setCodes(recoveryCodes);
      client.setQueryData(sessionQuery.queryKey, told);
    } else client.setQueryData(sessionQuery.queryKey, answered);
  };
  const accounts = installation?.sandboxAccounts ?? [];
  return (
    <SignedOutPage sandbox={installation?.kind === 'sandbox'}>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: accounts.length > 0 ? 5 : 12 }}>
          <div className="card narrow">
            <Stack>
              <PageHeading title={texts.title} size="h3" />
              {session && codes ? (
                <Suspense fallback={<Loading />}>
                  <RecoveryCodesShown codes={codes} person={session.person} onClose={() => setCodes(null)} />
                </Suspense>
              ) : session && session.waitsFor === null && byRecoveryCode ? (
                <Suspense fallback={<Loading />}>
                  <RecoveryCodeUsed onClose={() => setByRecoveryCode(false)} />
                </Suspense>
              ) : session?.waitsFor ? (
                <Suspense fallback={<Loading />}>
                  <SecondFactorForm session={session} onDone={signedIn} onRecoveryCode={() => setByRecoveryCode(true)} />
                </Suspense>
              ) : (
                <>
                  {ended ? (
                    <Suspense>
                      <SessionEnded />
                    </Suspense>
                  ) : null}
                  <Text c="dimmed">{texts.lead}</Text>
                  <PasswordForm key={chosen.email} {...chosen} onDone={signedIn} />
                </>
              )}
            </Stack>
          </div>
        </Grid.Col>
        {accounts.length > 0 ? (
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Suspense fallback={<Loading />}>
              <SandboxAccounts accounts={accounts} onChoose={setChosen} />
            </Suspense>
          </Grid.Col>
        ) : null}
      </Grid>
    </SignedOutPage>
  );
}
