import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { printedForm } from '@parindex/core/survey/printing/printed-form';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import { QUESTIONNAIRE_WORDS } from '@parindex/core/words/questionnaire-words';
import { useQuery } from '@tanstack/react-query';
import { DocumentButtons } from '../../../kit/acts/document-buttons.tsx';
import { Facts } from '../../../kit/page/facts.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { type QuestionnaireRow, questionnairePageAddress, questionnaireQuery, takeQuestionnaire } from '../queries/questionnaires.ts';
import { questionnairesTexts } from '../texts/questionnaires.ts';
import { QuestionShown } from './question-shown.tsx';

/** One form as respondents will see it, with what each answer counts for beside; nothing can be answered here. */
export function FormPreview({ edition, row }: { readonly edition: string; readonly row: QuestionnaireRow }) {
  const texts = useTexts(questionnairesTexts);
  const { language } = useLanguage();
  const form = useQuery(questionnaireQuery(edition, row.group, row.hash));
  return (
    <Section title={texts.shown(row.groupTitle)}>
      <Notice kind="note">{texts.preview}</Notice>
      <DocumentButtons
        take={(format) => takeQuestionnaire(edition, row.group, language, format)}
        name={`phieu-dieu-tra-${edition}-${row.group}`}
        texts={texts.files}
        done={texts.taken}
      />
      <Group gap="md">
        <Anchor size="sm" href={questionnairePageAddress(edition, row.group, language)} target="_blank" rel="noopener">
          {texts.print}
        </Anchor>
      </Group>
      <Loaded query={form}>{(read) => <WholeForm form={read} row={row} />}</Loaded>
    </Section>
  );
}

function WholeForm({ form, row }: { readonly form: Questionnaire; readonly row: QuestionnaireRow }) {
  const words = useTexts(QUESTIONNAIRE_WORDS);
  const { language } = useLanguage();
  const { name, about, mark, judged, introduction, purpose, kept, agrees, how, parts } = printedForm(form, language);
  const told = (text: string | undefined, called: string) => (text === undefined ? [] : [[called, text] as const]);
  return (
    <Stack gap="lg">
      {mark === undefined ? null : <Notice kind="warning">{mark}</Notice>}
      <div>
        <Title order={3} size="h4">
          {name}
        </Title>
        {about === null ? null : <Text>{about}</Text>}
      </div>
      {introduction === undefined ? null : <Text>{introduction}</Text>}
      <Facts
        cols={1}
        facts={[
          ...told(judged, words.about),
          [words.purpose, purpose],
          [words.term, kept],
          ...told(agrees, words.agreement),
          ...told(how.length === 0 ? undefined : how.join(' '), words.how),
        ]}
      />
      {parts.map(({ id, title, introduction: lead, questions }) => (
        <Stack key={id}>
          <Title order={3} size="h5">
            {title}
          </Title>
          {lead === undefined ? null : <Text fs="italic">{lead}</Text>}
          {questions.map((question) => (
            <QuestionShown key={question.id} question={question} ties={row.ties.filter((tie) => tie.question === question.id)} />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
