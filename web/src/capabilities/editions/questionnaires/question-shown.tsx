import { List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { PrintedAnswer, PrintedOption, PrintedQuestion } from '@parindex/core/survey/printing/printed-form';
import { QUESTIONNAIRE_WORDS } from '@parindex/core/words/questionnaire-words';
import { Table } from '../../../kit/lists/table.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import type { QuestionnaireTie } from '../queries/questionnaires.ts';
import { TieShown } from './tie-shown.tsx';

interface QuestionShownProps {
  readonly question: PrintedQuestion;
  readonly ties: readonly QuestionnaireTie[];
}

/** A question as it is answered, and beside it what its answers count for. */
export function QuestionShown({ question, ties }: QuestionShownProps) {
  const words = useTexts(QUESTIONNAIRE_WORDS);
  const { number, title, optional, skip, notes, answer } = question;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack gap="xs">
        <Title order={4} size="h6">
          {`${words.question(number)}. ${title}${optional ? ` (${words.optional})` : ''}`}
        </Title>
        {skip === undefined && notes.length === 0 ? null : (
          <Text size="sm" c="dimmed">
            {[skip, ...notes].filter(Boolean).join(' ')}
          </Text>
        )}
        <AnswerShown answer={answer} caption={title} />
      </Stack>
      <TieShown question={question} ties={ties} />
    </SimpleGrid>
  );
}

function AnswerShown({ answer, caption }: { readonly answer: PrintedAnswer; readonly caption: string }) {
  const words = useTexts(QUESTIONNAIRE_WORDS);
  switch (answer.kind) {
    case 'boxes':
      return <Boxes options={answer.options} />;
    case 'table':
      return (
        <Table
          dense
          caption={caption}
          rows={answer.rows}
          keyOf={({ id }) => id}
          columns={[
            { key: 'row', title: words.rows, names: true, least: '10rem', cell: ({ number, title }) => `${number}. ${title}` },
            ...answer.options.map(({ id, title }) => ({ key: id ?? '', title, align: 'center' as const, cell: () => BOX })),
          ]}
        />
      );
    case 'value':
      return (
        <>
          <Text>{answer.blank}</Text>
          <Boxes options={answer.options} />
        </>
      );
    case 'text':
      return (
        <>
          <Text>{LINE}</Text>
          <Boxes options={answer.options} />
        </>
      );
  }
}

const BOX = '□';
const LINE = '…………………………';

/** A box is drawn, not offered: nothing is answered here. */
const Boxes = ({ options }: { readonly options: readonly PrintedOption[] }) =>
  options.length === 0 ? null : (
    <List listStyleType="none" spacing={4}>
      {options.map(({ id, title }) => (
        <List.Item key={id ?? ''}>
          <span aria-hidden>{BOX}</span> {title}
        </List.Item>
      ))}
    </List>
  );
