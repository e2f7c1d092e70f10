import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { InterviewStore, KeptInterview } from '../../../device/interviews/store.ts';
import { type AddressOfDay, waitingOf, workOfDay } from '../../../device/interviews/work-of-day.ts';
import { Empty } from '../../../kit/lists/empty.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Loading } from '../../../kit/reading/loading.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useStepTimes } from '../../../kit/words/use-step-times.ts';
import { signInTexts } from '../../accounts/texts/sign-in.ts';
import { interviewTexts } from '../texts/interviews.ts';
import { AddressCard } from './address-card.tsx';
import { InterviewForm } from './interview-form.tsx';
import { useInterviewWork } from './use-interview-work.ts';
import { VisitForm } from './visit-form.tsx';

/** What is open: an interview, or what came of a visit. */
interface Open {
  readonly of: AddressOfDay;
  readonly interview: KeptInterview | null;
}

const newInterview = (address: string): KeptInterview => ({ id: crypto.randomUUID(), address, answers: {}, seconds: 0, page: 0, finished: false });

/** An interviewer's addresses, village by village, and what waits to be sent. */
export function DayOfWork({ store, onLock }: { store: InterviewStore; onLock: () => void }) {
  const texts = useTexts(interviewTexts);
  const { enter } = useTexts(signInTexts);
  const { language } = useLanguage();
  const { deadline } = useStepTimes();
  const day = useInterviewWork(store);
  const [open, setOpen] = useState<Open>();
  const { work } = day;
  const leave = () => {
    setOpen(undefined);
    void day.refresh();
  };
  const full = day.isFull ? <Notice kind="fault">{texts.line.full}</Notice> : null;
  if (!work) return <Loading />;
  if (open?.interview)
    return (
      <Stack>
        {full}
        <InterviewForm
          of={open.of}
          interview={open.interview}
          onKeep={(interview) => void day.keepInterview(interview).catch(() => undefined)}
          onFinish={(interview) => void day.finishInterview(interview).then(leave, () => undefined)}
          onLeave={leave}
        />
      </Stack>
    );
  if (open)
    return (
      <Stack>
        {full}
        <VisitForm of={open.of} onNote={(visit) => void day.noteVisit(visit).then(leave, () => undefined)} onLeave={leave} />
      </Stack>
    );
  const waiting = waitingOf(work);
  const isWaiting = waiting.interviews + waiting.visits > 0;
  const count = (of: number) => formatCount(of, language);
  return (
    <Stack>
      {full}
      <Notice kind={isWaiting ? 'warning' : 'good'}>
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{isWaiting ? texts.line.waiting(count(waiting.interviews), count(waiting.visits)) : texts.line.sent}</Text>
          {day.line === undefined || day.line === 'sent' ? null : <Text size="sm">{texts.line[day.line]}</Text>}
          <Group>
            <Button size="sm" variant="default" loading={day.isSending} onClick={() => void day.send()}>
              {texts.line.send}
            </Button>
            {day.line === 'signedOut' ? (
              <LinkButton size="sm" to="/dang-nhap" search={{ next: '/lam-viec/phong-van' }}>
                {enter}
              </LinkButton>
            ) : null}
            <Button size="sm" variant="subtle" onClick={onLock}>
              {texts.lock}
            </Button>
          </Group>
        </Stack>
      </Notice>
      {work.surveys.length === 0 ? <Empty title={texts.none}>{texts.noneMore}</Empty> : null}
      {work.surveys.map((survey) => (
        <section key={`${survey.round.id} ${survey.group.id}`}>
          <Title order={2} size="h3">
            {survey.group.title}
          </Title>
          <Text size="sm" c="dimmed">
            {survey.round.title}, {survey.round.owner}
          </Text>
          {survey.closes === null ? null : <Text size="sm">{texts.closes(deadline(survey.closes))}</Text>}
          {survey.open ? null : <Notice kind="warning">{texts.over}</Notice>}
          {workOfDay(survey, work).map(({ key, name, addresses }) => (
            <section key={key} aria-label={name}>
              <Title order={3} size="h4" mt="md">
                {name}
              </Title>
              <ul className="interview-addresses">
                {addresses.map((of) => (
                  <AddressCard
                    key={of.address.id}
                    of={of}
                    onInterview={() => setOpen({ of, interview: of.interview ?? newInterview(of.address.id) })}
                    onVisit={() => setOpen({ of, interview: null })}
                  />
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </Stack>
  );
}
