import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BringList } from './bring-list.tsx';
import { confirmRespondents, fetchListConfirmation, respondentsQuery, type Survey, type SurveyBody, surveyChanged } from './queries/survey.ts';
import { RespondentTable } from './respondent-table.tsx';
import { surveyTexts } from './texts/survey.ts';

const FileLinks = later(async () => (await import('../rounds/files-input.tsx')).FileLinks);

/** Enough to tell two lists apart. */
const SHOWN_OF_HASH = 16;

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
  const confirms = isOpen && confirmation?.holds !== true && may('respondents.confirm', { body: body.id });
  return (
    <Section
      title={texts.title(body.name)}
      lead={
        <>
          {listed === 0 ? texts.empty : texts.count(formatCount(listed, language))}{' '}
          {confirmation ? (confirmation.holds ? texts.confirmed : texts.changedSince) : texts.notConfirmed}
        </>
      }
    >
      <Stack gap="lg">
        {confirmation ? <Confirmation round={round} of={confirmation} /> : null}
        {listed > 0 ? <ListLookedAt round={round} body={body.id} replaces={isOpen} /> : null}
        {lists ? <BringList round={round} body={body.id} groups={survey.groups} /> : null}
        {confirms && listed > 0 ? <ConfirmList round={round} survey={survey} listing={listing} /> : null}
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

/** By which document a list is confirmed, for how many, and its scanned copy. */
function Confirmation({ round, of }: { round: string; of: NonNullable<SurveyBody['confirmation']> }) {
  const texts = useTexts(surveyTexts).list;
  const { language } = useLanguage();
  return (
    <Facts
      facts={[
        [texts.document, texts.documentOf(of.number, formatDay(of.date))],
        [texts.confirmedBy, `${of.confirmedBy.name}, ${formatMoment(of.confirmedAt)}`],
        ...(of.listed === null ? [] : [[texts.confirmedCount, formatCount(of.listed, language)] as const]),
        ...(of.hash === null ? [] : [[texts.hash, <code key="hash">{of.hash.slice(0, SHOWN_OF_HASH)}</code>] as const]),
        [texts.copy, of.file === null ? texts.noCopy : <FileLinks key="copy" round={round} files={[of.file]} />],
      ]}
    />
  );
}

/** The body stands for its list by a signed document, whose scanned copy it sends. */
function ConfirmList({ round, survey, listing }: UnitListProps) {
  const { version, groups } = listing;
  const body = listing.body.id;
  const { language } = useLanguage();
  const threshold = survey.threshold ?? 0;
  const few = groups.filter(({ listed }) => listed > 0 && listed < threshold).map(({ group }) => survey.groups.find(({ id }) => id === group)?.title ?? group);
  const texts = useTexts(surveyTexts).confirm;
  const [decision, setDecision] = useState(NO_DECISION);
  const [file, setFile] = useState<File | null>(null);
  const idOf = useRequestId();
  const confirm = useAct(
    ({ copy, ...document }: { copy: File; number: string; date: string }) =>
      confirmRespondents(round, body, copy, { ...document, version, id: idOf(document, copy.name, copy.size, copy.lastModified) }),
    { refresh: (client) => surveyChanged(client, round) },
  );
  const submit = () => {
    const document = decisionOf(decision);
    if (document && file) confirm.mutate({ ...document, copy: file });
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        <Text fw={600}>{texts.title}</Text>
        <Text size="sm">{texts.lead}</Text>
        {few.length > 0 ? <Notice kind="warning">{texts.few(few.join('; '), formatCount(threshold, language))}</Notice> : null}
        <DocumentButtons take={(format) => fetchListConfirmation(round, body, format)} name={`xac-nhan-danh-sach-${body}`} texts={texts} />
        <DecisionFields labels={texts} required value={decision} onChange={setDecision} />
        <FileInput label={texts.copy} description={texts.copyMore} placeholder={texts.choose} accept=".pdf" required value={file} onChange={setFile} />
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
