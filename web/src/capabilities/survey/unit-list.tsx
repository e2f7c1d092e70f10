import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BringList } from './bring-list.tsx';
import { confirmRespondents, respondentsQuery, type Survey, type SurveyBody, surveyChanged } from './queries/survey.ts';
import { RespondentTable } from './respondent-table.tsx';
import { surveyTexts } from './texts/survey.ts';

interface UnitListProps {
  readonly round: string;
  readonly survey: Survey;
  readonly listing: SurveyBody;
}

/** A body's list of respondents: brought from a file, confirmed by a document, looked at. */
export function UnitList({ round, survey, listing }: UnitListProps) {
  const texts = useTexts(surveyTexts).list;
  const { language } = useLanguage();
  const { may } = useRights();
  const { body, confirmation, groups } = listing;
  const listed = groups.reduce((all, row) => all + row.listed, 0);
  const isOpen = survey.state === 'open';
  const lists = isOpen && confirmation === null && may('respondents.write', { body: body.id });
  return (
    <Section
      title={texts.title(body.name)}
      lead={
        <>
          {listed === 0 ? texts.empty : texts.count(formatCount(listed, language))}{' '}
          {confirmation
            ? texts.confirmedBy(confirmation.number, formatDay(confirmation.date), confirmation.confirmedBy.name, formatMoment(confirmation.confirmedAt))
            : texts.notConfirmed}
        </>
      }
    >
      <Stack gap="lg">
        {listed > 0 ? <ListLookedAt round={round} body={body.id} replaces={isOpen} /> : null}
        {lists ? <BringList round={round} body={body.id} groups={survey.groups} /> : null}
        {lists && listed > 0 ? <ConfirmList round={round} body={body.id} /> : null}
      </Stack>
    </Section>
  );
}

/** The list itself, once somebody wants to see it: looking at personal data is recorded. */
function ListLookedAt({ round, body, replaces }: { round: string; body: string; replaces: boolean }) {
  const texts = useTexts(surveyTexts).list;
  const [shown, setShown] = useState(false);
  const query = useQuery({ ...respondentsQuery(round, body), enabled: shown });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button variant="default" aria-expanded={shown} loading={shown && query.isPending} onClick={() => setShown(!shown)}>
          {shown ? texts.hide : texts.show}
        </Button>
        <Text size="sm" c="dimmed">
          {texts.recorded}
        </Text>
      </Group>
      <Outcome error={query.error} />
      {shown && query.data ? <RespondentTable round={round} list={query.data} replaces={replaces} /> : null}
    </Stack>
  );
}

/** The body stands for its list by a signed document. */
function ConfirmList({ round, body }: { round: string; body: string }) {
  const texts = useTexts(surveyTexts).confirm;
  const [decision, setDecision] = useState(NO_DECISION);
  const confirm = useAct((document: { number: string; date: string }) => confirmRespondents(round, body, document), {
    refresh: (client) => surveyChanged(client, round),
  });
  const submit = () => {
    const document = decisionOf(decision);
    if (document) confirm.mutate(document);
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        <Text fw={600}>{texts.title}</Text>
        <Text size="sm">{texts.lead}</Text>
        <DecisionFields labels={texts} required value={decision} onChange={setDecision} />
        <Outcome error={confirm.error} />
        <Group>
          <Button type="submit" loading={confirm.isPending}>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
