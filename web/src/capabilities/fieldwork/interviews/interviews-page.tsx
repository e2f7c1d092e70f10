import './interviews.css';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { holdInterviews, type InterviewStore, type Lock, readLock } from '../../../device/interviews/store.ts';
import { PageHeading } from '../../../kit/page/page-heading.tsx';
import { Loading } from '../../../kit/reading/loading.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { Confirmation } from '../../accounts/confirmation.tsx';
import { SignedOutPage } from '../../accounts/sign-in/signed-out-page.tsx';
import { installationQuery } from '../../operation/queries/installation.ts';
import { interviewTexts } from '../texts/interviews.ts';
import { DayOfWork } from './day-of-work.tsx';
import { TakeAlong } from './take-along.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** The page of an interviewer. It asks nobody to sign in before there is a line: what the device keeps is opened by its word. */
export function InterviewsPage() {
  const texts = useTexts(interviewTexts);
  const { data: installation } = useQuery({ ...installationQuery, retry: false });
  const [lock, setLock] = useState<Lock | null>();
  const [store, setStore] = useState<InterviewStore>();
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => {
    void readLock().then((kept) => setLock(kept ?? null));
    // Browsers throw away what is kept for a page that was not opened for long, unless it was asked for to stay.
    void navigator.storage?.persist?.();
  }, []);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!store) return undefined;
    const giveBack = holdInterviews(() => setHeld(true));
    return () => {
      giveBack();
      setHeld(false);
    };
  }, [store]);
  const opened = (one: InterviewStore) => {
    setForgotten(false);
    setStore(one);
  };
  const locked = () => {
    setStore(undefined);
    void readLock().then((kept) => setLock(kept ?? null));
  };
  return (
    <SignedOutPage sandbox={installation?.kind === 'sandbox'}>
      <Stack>
        <PageHeading title={texts.title} size="h2" />
        {store ? null : <Text>{texts.lead}</Text>}
        {lock === undefined ? (
          <Loading />
        ) : store && !isHeld ? (
          <Notice kind="note">{texts.elsewhere}</Notice>
        ) : store ? (
          <DayOfWork store={store} onLock={locked} />
        ) : lock === null || isForgotten ? (
          <TakeAlong kept={lock ?? undefined} onOpen={opened} />
        ) : (
          <UnlockForm lock={lock} onOpen={opened} onForgotten={() => setForgotten(true)} />
        )}
      </Stack>
      <Confirmation />
    </SignedOutPage>
  );
}
