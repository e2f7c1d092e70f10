import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import * as fieldwork from '@parindex/core/contracts/fieldwork';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../client/call.ts';
import { sessionQuery } from '../../../client/session.ts';
import { lockKey, openKey } from '../../../device/interviews/lock.ts';
import { InterviewStore, keepLock } from '../../../device/interviews/store.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loading } from '../../../kit/reading/loading.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { signInTexts } from '../../accounts/texts/sign-in.ts';
import { interviewTexts } from '../texts/interviews.ts';

/** Shortest word that locks a device. */
const LEAST_LETTERS = 8;

/** Takes the work along for the first time, or with another word: with a line, by whoever is signed in. */
export function TakeAlong({ onOpen }: { onOpen: (store: InterviewStore) => void }) {
  const texts = useTexts(interviewTexts).begin;
  const { enter } = useTexts(signInTexts);
  const session = useQuery(sessionQuery);
  const [word, setWord] = useState('');
  const [again, setAgain] = useState('');
  const [isOtherKey, setOtherKey] = useState(false);
  const take = useAct(async () => {
    const { key } = await call(fieldwork.readDeviceKey);
    const { account, surveys } = await call(fieldwork.readInterviews);
    const locked = await lockKey(key, word);
    const opened = (await openKey(locked, word)) as CryptoKey;
    const store = new InterviewStore(account.id, opened);
    // With a key that does not open what waits here, nothing of it may be locked anew.
    const opens = await store.read().then(
      () => true,
      () => false,
    );
    setOtherKey(!opens);
    if (!opens) return;
    await store.change({ put: [['surveys', 'all', surveys]] });
    await keepLock({ account: account.id, name: account.name, locked });
    onOpen(store);
  }, {});
  if (session.isPending) return <Loading />;
  const person = session.data;
  if (session.isError) return <Notice kind="warning">{texts.noLine}</Notice>;
  if (!person || person.waitsFor)
    return (
      <Section title={texts.title} lead={texts.signInFirst}>
        <Group>
          <LinkButton to="/dang-nhap" search={{ next: '/lam-viec/phong-van' }}>
            {enter}
          </LinkButton>
        </Group>
      </Section>
    );
  if (!person.memberships.some(({ role }) => role === 'interviewer')) return <Notice kind="warning">{texts.noInterviewer}</Notice>;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => word === again && take.mutate()}>
        <Stack>
          <PasswordInput
            label={texts.word}
            required
            minLength={LEAST_LETTERS}
            autoComplete="new-password"
            value={word}
            onChange={({ currentTarget }) => setWord(currentTarget.value)}
          />
          <PasswordInput
            label={texts.again}
            required
            minLength={LEAST_LETTERS}
            autoComplete="new-password"
            value={again}
            onChange={({ currentTarget }) => setAgain(currentTarget.value)}
          />
          {again !== '' && word !== again ? <Text size="sm">{texts.differs}</Text> : null}
          {isOtherKey ? <Notice kind="fault">{texts.otherKey}</Notice> : null}
          <Outcome error={take.error} />
          <Group>
            <Button type="submit" loading={take.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
