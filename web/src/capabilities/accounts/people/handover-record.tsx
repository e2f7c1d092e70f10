import { Button, Stack, Text, Title } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { deadlineText } from '@parindex/core/words/step-times';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { RecordButtons } from '../../../kit/acts/record-buttons.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { controlTexts } from '../../../kit/words/control-texts.ts';
import { formatCount, formatDay, formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { fetchHandover, type Handover, printedHandover } from '../queries/people.ts';
import { handoverTexts } from '../texts/handover.ts';

/** What was handed over, as recorded at the time. */
export function HandoverRecord({ record }: { record: Handover }) {
  const texts = useTexts(handoverTexts);
  const roles = useTexts(ROLE_NAMES);
  const { wholeInstallation, decision } = useTexts(controlTexts);
  const { id, from, to, day, document, memberships, tokens } = record;
  return (
    <Stack>
      <Notice kind="good" title={texts.record}>
        <Stack gap="xs">
          <Text size="sm">{texts.done(from.name, to.name, formatDay(day))}</Text>
          {document === null ? null : <Text size="sm">{texts.document(decision(document.number, document.date))}</Text>}
          <Button component="a" href={printedHandover(id)} target="_blank" w="fit-content">
            {texts.print}
          </Button>
          <RecordButtons take={(format) => fetchHandover(id, format)} name={`bien-ban-ban-giao-${day}`} />
        </Stack>
      </Notice>
      <Title order={3} size="h5">
        {texts.roles}
      </Title>
      <Table
        caption={texts.roles}
        dense
        keyOf={(one) => one.from}
        rows={memberships}
        columns={[
          {
            key: 'role',
            title: texts.role,
            names: true,
            cell: ({ role, alreadyHeld }) => (alreadyHeld ? `${roles[role]} (${texts.alreadyHeld})` : roles[role]),
          },
          { key: 'body', title: texts.body, cell: ({ body }) => body?.name ?? wholeInstallation },
          { key: 'begins', title: texts.begins, cell: ({ begins }) => formatDay(begins) },
          { key: 'ends', title: texts.ends, cell: ({ ends }) => (ends === null ? texts.noEnd : formatDay(ends)) },
        ]}
      />
      <Sheets sheets={record.sheets} />
      <Text size="sm">{tokens.length === 0 ? texts.noTokens : texts.tokens(tokens.map(({ name }) => name).join('; '))}</Text>
    </Stack>
  );
}

function Sheets({ sheets }: Pick<Handover, 'sheets'>) {
  const texts = useTexts(handoverTexts);
  const steps = useTexts(STEP_NAMES);
  const { language } = useLanguage();
  return (
    <>
      <Title order={3} size="h5">
        {texts.sheets}
      </Title>
      {sheets.length === 0 ? (
        <Text size="sm">{texts.noSheets}</Text>
      ) : (
        <Table
          caption={texts.sheets}
          dense
          keyOf={({ round, body }) => `${round.id} ${body.id}`}
          rows={sheets}
          columns={[
            { key: 'body', title: texts.body, least: '8rem', names: true, cell: ({ body }) => body.name },
            { key: 'round', title: texts.round, least: '9rem', cell: ({ round }) => round.title },
            { key: 'entries', title: texts.entries, align: 'right', cell: ({ entries }) => formatCount(entries, language) },
            { key: 'lastAt', title: texts.lastAt, least: '9rem', cell: ({ lastAt }) => formatMoment(lastAt) },
            {
              key: 'steps',
              title: texts.steps,
              least: '16rem',
              cell: (sheet) =>
                sheet.steps.map(({ step, closes }) => texts.step(steps[step as keyof typeof steps] ?? step, deadlineText(closes, language))).join('; '),
            },
          ]}
        />
      )}
    </>
  );
}
