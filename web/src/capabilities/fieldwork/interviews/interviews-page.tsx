import './interviews.css';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { holdInterviews, type InterviewStore, type Lock, readLocks } from '../../../device/interviews/store.ts';
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
import { useLeftAlone } from './use-left-alone.ts';

/** The page of an interviewer. It asks nobody to sign in before there is a line: what the device keeps is opened by its word. */
export function InterviewsPage() {
  const texts = useTexts(interviewTexts);
  const { data: installation } = useQuery({ ...installationQuery, retry: false });
  const [locks, setLocks] = useState<readonly Lock[]>();
  const [store, setStore] = useState<InterviewStore>();
  const [takesAlong, setTakesAlong] = useState(false);
  useEffect(() => {
    void readLocks().then(setLocks);
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
    setTakesAlong(false);
    setStore(one);
  };
  const lock = useCallback(() => {
    setStore(undefined);
    void readLocks().then(setLocks);
  }, []);
  useLeftAlone(store !== undefined, lock);
  return (
    <SignedOutPage sandbox={installation?.kind === 'sandbox'}>
      <Stack>
        <PageHeading title={texts.title} size="h2" />
        {store ? null : <Text>{texts.lead}</Text>}
        {locks === undefined ? (
          <Loading />
        ) : store && !isHeld ? (
          <Notice kind="note">{texts.elsewhere}</Notice>
        ) : store ? (
          <DayOfWork store={store} onLock={lock} />
        ) : locks.length === 0 || takesAlong ? (
          <TakeAlong onOpen={opened} />
        ) : (
          <UnlockForm locks={locks} onOpen={opened} onTakeAlong={() => setTakesAlong(true)} />
        )}
      </Stack>
      <Confirmation />
    </SignedOutPage>
  );
}
