import { Button, List, Stack, Text, Title } from '@mantine/core';
import { displayDecimal, displayPercent } from '@parindex/core/quantity/display';
import { fromText } from '@parindex/core/quantity/rational';
import type { Item } from '@parindex/core/scheme/types';
import { plainRulesOf } from '@parindex/core/scoring/affected-items';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '../../kit/reading/loading.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { roundsQuery } from '../rounds/queries/rounds.ts';
import { historyQuery } from '../sheets/queries/sheet-history.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { estimatesQuery } from './queries/batches.ts';
import { rollUpsQuery } from './queries/roll-ups.ts';
import { RollUpDialog } from './roll-up-dialog.tsx';
import { batchTexts } from './texts/batches.ts';
import { rollUpTexts } from './texts/roll-ups.ts';

/** The sources of an item's figures: uploaded by the owner or added up from below; and the means of its questions. */
export function ItemSources({ item }: { item: Item }) {
  const { shown } = useSheet();
  const rules = shown.rules.prepared.items.filter((each) => each.item.code === item.code).flatMap(plainRulesOf);
  const figures = [...new Set(rules.flatMap(({ uses }) => uses.figures))];
  const questions = [...new Set(rules.flatMap(({ uses }) => uses.estimates.map(({ question }) => question)))];
  const texts = useTexts(batchTexts);
  if (figures.length + questions.length === 0) return <Text size="sm">{texts.nothingElse}</Text>;
  return (
    <Stack gap="md">
      {figures.map((figure) => (
        <FigureSource key={figure} figure={figure} />
      ))}
      {questions.length > 0 ? <Means questions={questions} /> : null}
    </Stack>
  );
}

function FigureSource({ figure }: { figure: string }) {
  const texts = useTexts(batchTexts);
  const words = useTexts(rollUpTexts);
  const { language } = useLanguage();
  const { sheet, shown, names, editable } = useSheet();
  const [adding, setAdding] = useState(false);
  const target = { kind: 'figure', id: figure } as const;
  const history = useQuery(historyQuery(sheet.round, sheet.body, target, shown.answer.seq));
  const rollUps = useQuery(rollUpsQuery(sheet.round, sheet.body, figure, shown.answer.seq));
  const { source, date, vintage } = shown.cell(target) as Readonly<Record<string, string>>;
  const own = useQuery(roundsQuery).data?.filter(({ ownerBody, state, id }) => ownerBody.id === sheet.body && state !== 'draft' && id !== sheet.round) ?? [];
  const last = history.data?.items.find(({ changes }) => 'value' in changes);
  const origin = last && last.origin in texts.originOf ? texts.originOf[last.origin as keyof typeof texts.originOf] : undefined;
  const addable = shown.rules.types.get(figure) !== 'date' && shown.rules.types.get(figure) !== 'yesNo';
  const failed = history.error ?? rollUps.error;
  const where = [source, date === undefined ? undefined : formatDay(date), vintage].filter((part) => part !== undefined);
  return (
    <section>
      <Title order={4} size="h6">
        {names.figureTitle(figure)}
      </Title>
      {failed ? <ProblemNotice error={failed} /> : null}
      {origin ? <Text size="sm">{origin}</Text> : null}
      {where.length > 0 ? (
        <Text size="sm" c="dimmed">
          {where.join('; ')}
        </Text>
      ) : null}
      {origin === undefined && history.data ? <Text size="sm">{last ? texts.ownFigure : texts.noFigure}</Text> : null}
      {rollUps.data?.items.map(({ entry, components, without, madeBy, madeAt, reason }) => (
        <details key={entry}>
          <summary>
            {words.made(madeBy.name, formatMoment(madeAt))}: {words.from(formatCount(components.length, language))}
          </summary>
          <List size="sm" pl="md">
            {components.map(({ body, name, value, seq, at }) => (
              <List.Item key={body}>
                {name}: {displayDecimal(value, language)} ({words.entry(seq, formatMoment(at))})
              </List.Item>
            ))}
            {without.length > 0 ? (
              <List.Item>
                {words.without(without.map(({ name }) => name).join(', '))}
                {reason === null ? '' : ` (${reason})`}
              </List.Item>
            ) : null}
          </List>
        </details>
      ))}
      {editable && addable && own.length > 0 ? (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAdding(true)} aria-label={`${words.open}: ${names.figureTitle(figure)}`}>
          {words.open}
        </Button>
      ) : null}
      {adding ? <RollUpDialog figure={figure} rounds={own} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

/** Means of the item's questions, present and earlier, each with its source. */
function Means({ questions }: { questions: readonly string[] }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const { sheet, names, shown } = useSheet();
  const { sealed, estimatesReleasedAt } = shown.answer;
  // Whoever was not let see them is asked again once they are released.
  const { data, error } = useQuery({ ...estimatesQuery(sheet.round, sheet.body, sealed), enabled: !sealed });
  if (sealed) return <Text size="sm">{texts.estimateSealed}</Text>;
  if (!data) return error ? <ProblemNotice error={error} /> : <Loading />;
  const here = data.items.filter(({ question }) => questions.includes(question));
  if (here.length === 0) return <Text size="sm">{texts.estimateNone}</Text>;
  return (
    <>
      {estimatesReleasedAt === null ? <Text size="sm">{texts.estimateForReaders}</Text> : null}
      <List size="sm">
        {here.map(({ question, group, mean, answers, source, date, vintage, writtenAt, stands }) => (
          <List.Item key={`${question} ${group} ${writtenAt}`}>
            {group === 'all' ? names.questionTitle(question) : names.surveyGroup(group)}: {displayPercent(fromText(mean), language)} (
            {texts.answers(displayDecimal(answers, language))}; {[source, formatDay(date), vintage].filter((part) => part !== null).join('; ')}),{' '}
            {stands ? texts.stands : texts.replaced}
          </List.Item>
        ))}
      </List>
    </>
  );
}
