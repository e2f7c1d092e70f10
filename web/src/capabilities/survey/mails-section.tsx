import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { MAILING_KINDS, type MailingKind } from '@parindex/core/contracts/schemas/survey-mail';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ALL, EVERYWHERE, placeAsked } from './place-selects.tsx';
import { type Mailing, mailsQuery, type SurveyMails, sendMails, type Unreached, unreachedQuery } from './queries/mails.ts';
import { type Survey, surveyChanged } from './queries/survey.ts';
import { mailsTexts } from './texts/mails.ts';

interface MailsProps {
  readonly round: string;
  readonly survey: Survey;
}

const TONES = { asked: 'quiet', going: 'act', done: 'good', stopped: 'warn' } as const;

/** Sends invitations and reminders by mail, and tells what became of them: of persons that they do not reach, never who has answered. */
export function MailsSection({ round, survey }: MailsProps) {
  const texts = useTexts(mailsTexts);
  const client = useQueryClient();
  const query = useQuery(mailsQuery(round));
  const going = query.data?.mailings.some(({ state }) => state === 'going') ?? false;
  const went = useRef(going);
  // Who has a link now, the rest of the page tells.
  useEffect(() => {
    if (went.current && !going) void surveyChanged(client, round);
    went.current = going;
  }, [going, client, round]);
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Loaded query={query}>
        {(mails) => (
          <Stack gap="lg">
            {mails.sends ? <SendMails round={round} survey={survey} /> : <Text size="sm">{texts.noServer}</Text>}
            {mails.mailings.length === 0 ? null : (
              <>
                <MailStanding mails={mails} />
                <Calls survey={survey} mails={mails} />
                <WhomTheyMiss round={round} survey={survey} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function SendMails({ round, survey }: MailsProps) {
  const texts = useTexts(mailsTexts);
  const { values, put } = useForm({ kind: 'invitation' as MailingKind, ...EVERYWHERE });
  // Of each call anew: the same words sent later are another call.
  const [id, setId] = useState(() => crypto.randomUUID());
  const send = useAct(({ kind, ...place }: typeof values) => sendMails(round, { id, kind, ...placeAsked(place) }), {
    refresh: (client) => surveyChanged(client, round),
    onDone: () => setId(crypto.randomUUID()),
  });
  const confirmed = survey.bodies.filter(({ confirmation }) => confirmation !== null);
  const choose = <K extends keyof typeof values>(name: K) => ({
    value: values[name],
    allowDeselect: false,
    onChange: (value: string | null) => {
      send.reset();
      setId(crypto.randomUUID());
      if (value !== null) put({ [name]: value } as Partial<typeof values>);
    },
  });
  return (
    <CheckedForm onSubmit={() => send.mutate(values)}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Select
            label={texts.kind}
            description={texts.kindsMore[values.kind]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={MAILING_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
            {...choose('kind')}
          />
          <Select
            label={texts.body}
            data={[{ value: ALL, label: texts.allBodies }, ...confirmed.map(({ body }) => ({ value: body.id, label: body.name }))]}
            {...choose('body')}
          />
          <Select
            label={texts.group}
            data={[{ value: ALL, label: texts.allGroups }, ...survey.groups.map(({ id: value, title }) => ({ value, label: title }))]}
            {...choose('group')}
          />
        </SimpleGrid>
        <Outcome error={send.error} done={send.isSuccess ? texts.done : undefined} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}

function MailStanding({ mails }: { mails: SurveyMails }) {
  const texts = useTexts(mailsTexts);
  const { language } = useLanguage();
  type Row = SurveyMails['bodies'][number];
  const counted = (['listed', 'withoutAddress', 'sent', 'undeliverable', 'unsure'] as const).map(
    (key): Column<Row> => ({ key, title: texts[key], align: 'right', cell: (row) => formatCount(row[key], language) }),
  );
  const columns: Column<Row>[] = [{ key: 'body', title: texts.body, names: true, least: '12rem', cell: ({ body }) => body.name }, ...counted];
  return (
    <Stack gap="xs">
      <Table caption={texts.standing} rows={mails.bodies} keyOf={({ body }) => body.id} columns={columns} />
      <Text size="sm" c="dimmed">
        {texts.standingMore}
      </Text>
    </Stack>
  );
}

function Calls({ survey, mails }: { survey: Survey; mails: SurveyMails }) {
  const texts = useTexts(mailsTexts);
  const { language } = useLanguage();
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  const columns: Column<Mailing>[] = [
    { key: 'kind', title: texts.kind, names: true, least: '12rem', cell: ({ kind }) => texts.kinds[kind] },
    { key: 'body', title: texts.body, least: '12rem', cell: ({ body }) => body?.name ?? texts.allBodies },
    { key: 'group', title: texts.group, least: '12rem', cell: ({ group }) => (group === null ? texts.allGroups : (titles.get(group) ?? group)) },
    { key: 'at', title: texts.at, cell: ({ askedAt }) => formatMoment(askedAt) },
    { key: 'by', title: texts.by, cell: ({ askedBy }) => askedBy.name },
    {
      key: 'state',
      title: texts.state,
      cell: ({ state, percent }) => (
        <StateBadge tone={TONES[state]}>
          {percent === null || state === 'done' ? texts.states[state] : `${texts.states[state]} (${texts.percent(formatCount(percent, language))})`}
        </StateBadge>
      ),
    },
  ];
  return <Table caption={texts.calls} rows={mails.mailings} keyOf={({ id }) => id} columns={columns} />;
}

/** Whom mails do not reach, once somebody wants to see it: looking at personal data is recorded. */
function WhomTheyMiss({ round, survey }: MailsProps) {
  const texts = useTexts(mailsTexts);
  const { language } = useLanguage();
  const [shown, setShown] = useState(false);
  const query = useQuery({ ...unreachedQuery(round), enabled: shown });
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  const columns: Column<Unreached>[] = [
    { key: 'name', title: texts.unreached.name, names: true, least: '12rem', cell: ({ name }) => name },
    { key: 'body', title: texts.body, least: '12rem', cell: ({ body }) => body.name },
    { key: 'group', title: texts.group, least: '12rem', cell: ({ group }) => titles.get(group) ?? group },
    { key: 'mail', title: texts.unreached.mail, cell: ({ mail }) => mail ?? '–' },
    {
      key: 'why',
      title: texts.unreached.why,
      least: '16rem',
      cell: ({ state, told }) => [texts.unreached.states[state], ...(told === null ? [] : [texts.unreached.told(told)])].join('. '),
    },
  ];
  const people = query.data;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button variant="default" aria-expanded={shown} loading={shown && query.isPending} onClick={() => setShown(!shown)}>
          {shown ? texts.unreached.hide : texts.unreached.show}
        </Button>
        <Text size="sm" c="dimmed">
          {texts.unreached.recorded}
        </Text>
      </Group>
      <Outcome error={query.error} />
      {shown && people ? (
        people.count === 0 ? (
          <Text size="sm">{texts.unreached.nobody}</Text>
        ) : (
          <>
            <Table caption={texts.unreached.title} rows={people.items} keyOf={({ id }) => id} columns={columns} />
            {people.items.length < people.count ? (
              <Text size="sm">{texts.unreached.more(formatCount(people.items.length, language), formatCount(people.count, language))}</Text>
            ) : null}
          </>
        )
      ) : null}
    </Stack>
  );
}
