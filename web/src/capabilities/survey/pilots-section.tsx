import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { QrCode } from '../../kit/page/qr-code.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { endPilot, pilotsQuery, type SurveyPilot, startPilot, type TriedForm } from './queries/pilots.ts';
import { surveyChanged } from './queries/survey.ts';
import { pilotsTexts } from './texts/pilots.ts';

/** The questionnaires tried before the survey is opened: how a pilot is started and ended, and what it gives. */
export function PilotsSection({ round, opened }: { round: string; opened: boolean }) {
  const texts = useTexts(pilotsTexts);
  const query = useQuery(pilotsQuery(round));
  // Once the survey is open there is nothing to be said of pilots that never were.
  if (opened && !query.data?.items.length) return null;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Loaded query={query}>
        {({ obstacle, items }) => (
          <Stack gap="xl">
            {obstacle === null ? <StartPilot round={round} /> : items.length === 0 ? <Text size="sm">{obstacle}</Text> : null}
            {items.length === 0 ? <Text size="sm">{texts.none}</Text> : items.map((pilot) => <Pilot key={pilot.id} round={round} pilot={pilot} />)}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function StartPilot({ round }: { round: string }) {
  const texts = useTexts(pilotsTexts);
  const [id] = useState(() => crypto.randomUUID());
  const start = useAct(() => startPilot(round, id), { refresh: (client) => surveyChanged(client, round) });
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{texts.startMore}</Text>
      <Outcome error={start.error} />
      <Button loading={start.isPending} onClick={() => start.mutate()}>
        {texts.start}
      </Button>
    </Stack>
  );
}

/** A time in whole minutes. */
function useMinutes(): (seconds: number) => string {
  const texts = useTexts(pilotsTexts);
  const { language } = useLanguage();
  return (seconds) => (seconds < 60 ? texts.belowMinute : texts.minutes(formatCount(Math.round(seconds / 60), language)));
}

function Pilot({ round, pilot: { id, number, startedBy, startedAt, ended, forms } }: { round: string; pilot: SurveyPilot }) {
  const texts = useTexts(pilotsTexts);
  const { language } = useLanguage();
  const minutes = useMinutes();
  const end = useAct(() => endPilot(round, id), { refresh: (client) => surveyChanged(client, round) });
  const name = texts.pilot(formatCount(number, language));
  const count = (value: number) => formatCount(value, language);
  const columns: Column<TriedForm>[] = [
    {
      key: 'form',
      title: texts.form,
      names: true,
      least: '14rem',
      cell: ({ title, hash, changed }) => (
        <Stack gap={2}>
          <Text size="sm">{title}</Text>
          {changed ? <Text size="sm">{texts.changed}</Text> : null}
          <Text size="xs" c="dimmed">
            {texts.tried(hash.slice(0, 12))}
          </Text>
        </Stack>
      ),
    },
    ...(ended === null ? [{ key: 'link', title: texts.link, least: '12rem', cell: (form: TriedForm) => <FormLink form={form} /> }] : []),
    { key: 'begun', title: texts.begun, align: 'right', cell: ({ begun }) => count(begun) },
    { key: 'sent', title: texts.sent, align: 'right', cell: ({ sent }) => count(sent) },
    {
      key: 'took',
      title: texts.took,
      least: '12rem',
      cell: ({ seconds }) => (seconds === null ? texts.tooFew : texts.tookOf(minutes(seconds.median), minutes(seconds.shortest), minutes(seconds.longest))),
    },
  ];
  return (
    <Stack component="article" aria-label={name}>
      <Group gap="xs">
        <Title order={3} size="h5">
          {name}
        </Title>
        <StateBadge tone={ended === null ? 'good' : 'quiet'}>{ended === null ? texts.running : texts.ended}</StateBadge>
      </Group>
      <Text size="sm">
        {texts.startedBy(startedBy.name, formatMoment(startedAt))} {ended === null ? null : texts.endedBy(ended.by.name, formatMoment(ended.at))}
      </Text>
      <Table caption={name} rows={forms} keyOf={({ group }) => group} columns={columns} />
      {forms.map((form) => (
        <Given key={form.group} form={form} />
      ))}
      <Outcome error={end.error} />
      {ended === null ? (
        <ConfirmedAct act={texts.end} question={texts.endAsk} yes={texts.endYes} acting={end.isPending} onAct={() => end.mutate()} quiet />
      ) : null}
    </Stack>
  );
}

function FormLink({ form: { link, title } }: { form: TriedForm }) {
  const texts = useTexts(pilotsTexts);
  if (link === null) return null;
  return (
    <Stack gap="xs">
      <CopyButton text={link} label={texts.copyOf} />
      <details>
        <summary>{texts.qr}</summary>
        <QrCode text={link} label={texts.qrOf(title)} />
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {link}
        </Text>
      </details>
    </Stack>
  );
}

/** What a form on trial has given, once enough were sent. */
function Given({ form: { title, questions, remarks } }: { form: TriedForm }) {
  const texts = useTexts(pilotsTexts);
  const { language } = useLanguage();
  if (questions === null || remarks === null) return null;
  const count = (value: number) => formatCount(value, language);
  const caption = texts.questions(title);
  const columns: Column<(typeof questions)[number]>[] = [
    { key: 'number', title: texts.number, align: 'right', cell: ({ number }) => count(number) },
    { key: 'question', title: texts.question, names: true, least: '14rem', cell: (question) => question.title },
    { key: 'left', title: texts.left, align: 'right', cell: ({ left }) => count(left) },
    { key: 'noOpinion', title: texts.noOpinion, align: 'right', cell: ({ noOpinion }) => count(noOpinion) },
    { key: 'asked', title: texts.asked, align: 'right', cell: ({ asked }) => count(asked) },
  ];
  return (
    <Stack gap="xs">
      <Title order={4} size="h6">
        {caption}
      </Title>
      {questions.length === 0 ? (
        <Text size="sm">{texts.noQuestions}</Text>
      ) : (
        <Table caption={caption} rows={questions} keyOf={({ number }) => String(number)} columns={columns} />
      )}
      <Text size="sm" fw={600}>
        {texts.remarks}
      </Text>
      {remarks.length === 0 ? (
        <Text size="sm">{texts.noRemarks}</Text>
      ) : (
        <List size="sm">
          {/* In the order of their letters, which tells nothing of who wrote them; the same may stand there twice. */}
          {remarks.map((remark, index) => (
            <List.Item key={`${index} ${remark}`} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {remark}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
