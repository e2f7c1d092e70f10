import { Button, Stack, Text, TextInput } from '@mantine/core';
import { reckonForms } from '@parindex/core/survey/paper/reckon-forms';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { endSurvey, proposeEstimates } from './queries/end.ts';
import { paperQuery } from './queries/paper.ts';
import { standingQuery } from './queries/standing.ts';
import { type Survey, surveyChanged } from './queries/survey.ts';
import { endTexts } from './texts/end.ts';

interface EndProps {
  readonly round: string;
  readonly survey: Survey;
}

/** How a survey ends, for whoever leads it: ended, being counted, and what it gives. */
export function EndSection({ round, survey }: EndProps) {
  const texts = useTexts(endTexts);
  const open = <OpenPaper round={round} over={survey.state !== 'open'} />;
  if (survey.state === 'open') return <EndSurvey round={round} survey={survey} open={open} />;
  if (survey.state === 'notOpened') return null;
  return (
    <>
      {open}
      {survey.state === 'ending' ? <Notice kind="note">{texts.ending}</Notice> : <Estimates round={round} survey={survey} />}
    </>
  );
}

/** How many paper forms do not count, or would not if the survey were ended now. */
function OpenPaper({ round, over }: { round: string; over: boolean }) {
  const texts = useTexts(endTexts).paper;
  const { language } = useLanguage();
  const rows = useQuery(paperQuery(round)).data?.progress ?? [];
  const [entered, untyped] = [rows.map(({ once, differing }) => once + differing), rows.map((row) => reckonForms(row).untyped)].map((counts) =>
    counts.reduce((sum, count) => sum + count, 0),
  ) as [number, number];
  if (entered + untyped === 0) return null;
  return (
    <Notice kind="warning">
      {(over ? texts.left : texts.open)(formatCount(entered, language), formatCount(untyped, language))}{' '}
      <Link to="/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay" params={{ round }}>
        {texts.see}
      </Link>
    </Notice>
  );
}

function EndSurvey({ round, survey, open }: EndProps & { readonly open: ReactNode }) {
  const texts = useTexts(endTexts);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const standing = useQuery(standingQuery(round)).data;
  const undecided = standing?.totals.undecided ?? 0;
  const awaited = standing?.awaitedInterviews ?? 0;
  const isEarly = survey.step !== null && Date.now() < Date.parse(survey.step.closes);
  const end = useAct(() => endSurvey(round, reason.trim() === '' ? undefined : reason.trim()), { refresh: (client) => surveyChanged(client, round) });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => end.mutate()}>
        <Stack align="flex-start">
          {open}
          {isEarly ? (
            <TextInput
              label={texts.reason}
              description={texts.reasonMore}
              required
              maxLength={1_000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              w="100%"
            />
          ) : null}
          {awaited > 0 ? (
            <Notice kind="warning">
              {texts.awaited(formatCount(awaited, language))}{' '}
              <Link to="/lam-viec/ky-danh-gia/$round/dieu-tra/phong-van" params={{ round }} underline="always">
                {texts.toInterviews}
              </Link>
            </Notice>
          ) : null}
          {undecided > 0 ? (
            <Notice kind="warning">
              {texts.undecided(formatCount(undecided, language))}{' '}
              <Link to="/lam-viec/ky-danh-gia/$round/dieu-tra/chat-luong" params={{ round }} underline="always">
                {texts.toReviews}
              </Link>
            </Notice>
          ) : null}
          <Outcome error={end.error} />
          <Button type="submit" color="red" loading={end.isPending}>
            {texts.act}
          </Button>
        </Stack>
      </CheckedForm>
    </Section>
  );
}

function Estimates({ round, survey }: EndProps) {
  const texts = useTexts(endTexts).estimates;
  const { language } = useLanguage();
  const propose = useAct(() => proposeEstimates(round), {});
  const count = (of: number) => formatCount(of, language);
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack align="flex-start">
        <Outcome error={propose.error} />
        {propose.data ? (
          <>
            <Text>{texts.made(count(propose.data.estimates))}</Text>
            {propose.data.protected.length > 0 ? <Text>{texts.protected(count(propose.data.protected.length), count(survey.threshold ?? 0))}</Text> : null}
            {propose.data.absent.length > 0 ? <Text>{texts.absent(count(propose.data.absent.length))}</Text> : null}
            {propose.data.setAside > 0 ? <Text>{texts.setAside(count(propose.data.setAside))}</Text> : null}
            <LinkButton to="/lam-viec/ky-danh-gia/$round/so-lieu" params={{ round }} search={{ dot: propose.data.delivery }}>
              {texts.toDelivery}
            </LinkButton>
          </>
        ) : (
          <Button onClick={() => propose.mutate()} loading={propose.isPending}>
            {texts.act}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
