import { Anchor, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { downloadBackCheckList } from '@parindex/core/contracts/fieldwork-back-checks';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { useState } from 'react';
import { addressOf } from '../../client/call.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatMoment, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { NO_PLACE, PlaceFields } from './place-fields.tsx';
import { placeNames } from './place-names.ts';
import { type BackChecks, drawBackChecks, giveBackChecks } from './queries/back-checks.ts';
import { type Fieldwork, fieldworkChanged } from './queries/fieldwork.ts';
import { backChecksTexts } from './texts/back-checks.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

interface BackChecksProps {
  readonly round: string;
  readonly fieldwork: Fieldwork;
  readonly backChecks: BackChecks;
}

/** Back-checks: drawn, given to somebody else, and what they found. */
export function BackChecksSection({ round, fieldwork, backChecks, leads }: BackChecksProps & { readonly leads: boolean }) {
  const texts = useTexts(backChecksTexts).checks;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        <NobodyCame fieldwork={fieldwork} backChecks={backChecks} />
        {leads ? <DrawForm round={round} fieldwork={fieldwork} /> : null}
        {leads ? <GiveForm round={round} fieldwork={fieldwork} backChecks={backChecks} /> : null}
        <Questions fieldwork={fieldwork} backChecks={backChecks} />
        <Draws round={round} fieldwork={fieldwork} backChecks={backChecks} />
      </Stack>
    </Section>
  );
}

function DrawForm({ round, fieldwork }: Pick<BackChecksProps, 'round' | 'fieldwork'>) {
  const texts = useTexts(backChecksTexts).checks;
  const { language } = useLanguage();
  const [place, setPlace] = useState(NO_PLACE);
  const [percent, setPercent] = useState<number | string>(10);
  // Of each draw anew.
  const [id, setId] = useState(() => crypto.randomUUID());
  const draw = useAct(() => drawBackChecks(round, { id, ...place, percent: Number(percent) }), {
    refresh: (client) => fieldworkChanged(client, round),
    onDone: () => setId(crypto.randomUUID()),
  });
  const count = (of: number) => formatCount(of, language);
  return (
    <CheckedForm onSubmit={() => draw.mutate()}>
      <Stack role="group" aria-label={texts.draw}>
        <PlaceFields fieldwork={fieldwork} value={place} onChange={setPlace} />
        <NumberInput
          label={texts.percent}
          description={texts.percentMore}
          required
          min={1}
          max={100}
          allowDecimal={false}
          value={percent}
          onChange={setPercent}
        />
        <Outcome error={draw.error} done={draw.data ? texts.done(count(draw.data.drawn), count(draw.data.among)) : undefined} />
        <Group>
          <Button type="submit" loading={draw.isPending}>
            {texts.draw}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}

function GiveForm({ round, fieldwork, backChecks }: BackChecksProps) {
  const texts = useTexts(backChecksTexts).checks;
  const { choose } = useTexts(fieldworkTexts);
  const { language } = useLanguage();
  const { bodyName } = placeNames(fieldwork);
  const [whose, setWhose] = useState('');
  const [checker, setChecker] = useState('');
  const open = backChecks.interviewers.flatMap(({ body, group, interviewer, checks }) => {
    const count = checks.reduce((sum, each) => (each.state === 'notGiven' || each.state === 'open' ? sum + each.count : sum), 0);
    return count > 0 ? [{ key: `${body} ${group} ${interviewer.id}`, body, group, interviewer, count }] : [];
  });
  const chosen = open.find(({ key }) => key === whose);
  const give = useAct(
    () => giveBackChecks(round, { body: chosen?.body ?? '', group: chosen?.group ?? '', interviewer: chosen?.interviewer.id ?? '', checker }),
    { refresh: (client) => fieldworkChanged(client, round) },
  );
  if (open.length === 0) return null;
  return (
    <CheckedForm onSubmit={() => chosen && give.mutate()}>
      <Stack role="group" aria-label={texts.give}>
        <Title order={3} size="h5">
          {texts.give}
        </Title>
        <Text size="sm">{texts.giveLead}</Text>
        <NativeSelect
          label={texts.of}
          required
          value={whose}
          data={[
            { value: '', label: choose },
            ...open.map(({ key, interviewer, body, count }) => ({
              value: key,
              label: texts.ofWhom(interviewer.name, bodyName(body), formatCount(count, language)),
            })),
          ]}
          onChange={({ currentTarget }) => {
            setWhose(currentTarget.value);
            give.reset();
          }}
        />
        <TextInput
          label={texts.checker}
          type="email"
          required
          maxLength={320}
          value={checker}
          onChange={({ currentTarget }) => {
            setChecker(currentTarget.value);
            give.reset();
          }}
        />
        <Outcome error={give.error} done={give.data ? texts.given(formatCount(give.data.given, language)) : undefined} />
        <Group>
          <Button type="submit" variant="default" loading={give.isPending}>
            {texts.giveAct}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}

type Shown = Omit<BackChecksProps, 'round'>;

function NobodyCame({ fieldwork, backChecks: { nobodyCame } }: Shown) {
  const texts = useTexts(backChecksTexts).checks;
  const all = useTexts(fieldworkTexts);
  const { bodyName } = placeNames(fieldwork);
  if (nobodyCame.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {texts.found}
      </Title>
      <Table
        caption={texts.found}
        rows={nobodyCame}
        keyOf={({ body, group, clusterName, household, address }) => [body, group, clusterName, household, address].join(' ')}
        columns={[
          {
            key: 'household',
            title: texts.household,
            names: true,
            least: '12rem',
            cell: ({ household, clusterName, address }) => [household, address ?? clusterName].filter((part) => part !== '').join(', '),
          },
          { key: 'by', title: texts.by, least: '10rem', cell: ({ interviewer }) => interviewer.name },
          { key: 'body', title: all.body, least: '10rem', cell: ({ body }) => bodyName(body) },
        ]}
      />
      <Text size="sm">{texts.foundMore}</Text>
    </Stack>
  );
}

function Questions({ fieldwork, backChecks: { questions } }: Shown) {
  const texts = useTexts(backChecksTexts).checks;
  const { language } = useLanguage();
  const { bodyName, groupTitle } = placeNames(fieldwork);
  const count = (of: number) => formatCount(of, language);
  // Where least agrees first: that is what somebody looks for.
  const sorted = questions.toSorted((a, b) => a.same / a.compared - b.same / b.compared);
  const places = new Set(questions.map(({ body, group }) => `${body} ${group}`));
  if (questions.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {texts.questions}
      </Title>
      <Table
        caption={texts.questions}
        dense
        rows={sorted}
        keyOf={({ body, group, question }) => `${body} ${group} ${question}`}
        columns={[
          {
            key: 'question',
            title: texts.question,
            names: true,
            least: '9rem',
            cell: ({ title, body, group }) => (places.size > 1 ? `${title} (${bodyName(body)}, ${groupTitle(group)})` : title),
          },
          {
            key: 'share',
            title: texts.share,
            least: '7rem',
            cell: ({ same, compared }) => (
              <Stack gap={2}>
                <Bar share={same / compared} />
                <Text size="sm">{texts.ofCompared(formatPercent(same, compared, language), count(same), count(compared))}</Text>
              </Stack>
            ),
          },
        ]}
      />
    </Stack>
  );
}

function Draws({ round, fieldwork, backChecks: { draws } }: BackChecksProps) {
  const texts = useTexts(backChecksTexts).checks;
  const all = useTexts(fieldworkTexts);
  const { language } = useLanguage();
  const { bodyName, groupTitle } = placeNames(fieldwork);
  const count = (of: number) => formatCount(of, language);
  if (draws.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {texts.draws}
      </Title>
      <Table
        caption={texts.draws}
        rows={draws}
        keyOf={({ id }) => id}
        columns={[
          { key: 'body', title: all.body, names: true, least: '10rem', cell: ({ body, group }) => `${bodyName(body)}, ${groupTitle(group)}` },
          { key: 'number', title: texts.number, align: 'right', cell: ({ number }) => count(number) },
          { key: 'drawn', title: texts.drawn, cell: ({ drawn, among, percent }) => texts.drawnOf(count(drawn), count(among), count(percent)) },
          { key: 'when', title: texts.when, least: '10rem', cell: ({ drawnBy, drawnAt }) => texts.byAt(drawnBy.name, formatMoment(drawnAt)) },
          { key: 'seed', title: texts.seed, least: '10rem', cell: ({ seed }) => <code>{seed}</code> },
          {
            key: 'list',
            title: texts.list,
            cell: ({ id }) => (
              <Anchor size="sm" href={addressOf(downloadBackCheckList, { params: { round, draw: id } })} download>
                {texts.download}
              </Anchor>
            ),
          },
        ]}
      />
    </Stack>
  );
}
