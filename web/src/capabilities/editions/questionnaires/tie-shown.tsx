import { Stack, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import type { PrintedQuestion } from '@parindex/core/survey/printing/printed-form';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { QuestionnaireTie } from '../queries/questionnaires.ts';
import { questionnairesTexts } from '../texts/questionnaires.ts';

interface TieShownProps {
  readonly question: PrintedQuestion;
  readonly ties: readonly QuestionnaireTie[];
}

/** Which item an answer counts for, and what each option weighs; of a table, row by row. */
export function TieShown({ question: { answer }, ties }: TieShownProps) {
  const texts = useTexts(questionnairesTexts);
  const { language } = useLanguage();
  const numberOf = (row: string | null) => (answer.kind === 'table' ? answer.rows.find(({ id }) => id === row)?.number : undefined);
  if (ties.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.noTie}
      </Text>
    );
  return (
    <Stack gap="xs">
      {ties.map(({ row, feeds, items, options }) => {
        const number = numberOf(row);
        return (
          <Stack key={row ?? ''} gap={2}>
            <Text size="sm" fw={600}>
              {number === undefined ? texts.tie : `${texts.tie} – ${texts.ofRow(number).toLowerCase()}`}
            </Text>
            {items.length === 0 ? <Text size="sm">{texts.noItemOfTie}</Text> : null}
            {items.map(({ code, title }) => (
              <Text key={code} size="sm">
                {texts.item(code, title)}
              </Text>
            ))}
            <Text size="sm" c="dimmed">
              {texts.feeds(feeds.title ?? feeds.id)}
            </Text>
            <Text size="sm">{`${texts.weights}: ${options.map(({ title, weight }) => `${title} ${displayDecimal(weight, language)}`).join('; ')}.`}</Text>
          </Stack>
        );
      })}
      {answer.options.some(({ id }) => id === null) ? (
        <Text size="sm" c="dimmed">
          {texts.noOpinionCounts}
        </Text>
      ) : null}
    </Stack>
  );
}
