import { Accordion, Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import type { Item } from '@parindex/core/scheme/types';
import { nextPoints } from '@parindex/core/scoring/next-points';
import { describeRule } from '@parindex/core/words/describe-rule';
import { guidanceText, sourceNotes } from '@parindex/core/words/describe-scheme';
import { explainItem, type ItemWords } from '@parindex/core/words/explain-item';
import { inLanguage } from '@parindex/core/words/index';
import { itemStateName } from '@parindex/core/words/item-state';
import { legalBasisInFull } from '@parindex/core/words/legal-basis';
import { nextPointsText } from '@parindex/core/words/next-points-words';
import { pointsOver } from '@parindex/core/words/points-text';
import { lazy, Suspense } from 'react';
import { History } from '../../capabilities/sheets/history.tsx';
import { ItemForm } from '../../capabilities/sheets/item-form.tsx';
import { RuleInWords } from '../../capabilities/sheets/rule-in-words.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import type { ShownScore } from '../../capabilities/sheets/shown-sheet.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Notice } from '../../kit/notice.tsx';
import { ItemElsewhere } from './item-elsewhere.tsx';
import { ItemThreads } from './item-threads.tsx';

const PartPanel = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/assignments/part-panel.tsx'))).PartPanel }));

/** What went into an item's points, and what is still missing; figures that contradict each other are there, so none is missing. */
const whyLines = ({ inputs, steps, missing }: ItemWords, { fault }: ShownScore): readonly string[] => [
  ...inputs.map(({ what, value }) => `${what}: ${value}`),
  ...steps,
  ...(fault ? [fault.message] : missing),
];

/** One item: its questions, what was declared, the resulting points and why. */
export function ItemPage({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown, names } = useSheet();
  const { enters, state } = shown.answer;
  const parts = shown.partsAt(item.code);
  const score = shown.score(item.code);
  const sealed = shown.isSealed(item.code);
  const excluded = shown.excluded(item.code);
  const previous = shown.previous({ kind: 'item', id: item.code });
  const { guidance, evidence } = guidanceText(item.guidance, language);
  const { scheme } = shown.rules;
  const basis = scheme.legalBasis.map((one) => legalBasisInFull(one, language)).join('; ');
  const sources = sourceNotes(scheme, item, language);
  const next = nextPoints(shown.rules.prepared, item.code, shown.inputs(), score.result);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <Title order={2} size="h3">
          {item.code}. {inLanguage(item.title, language)}
        </Title>
      </Group>
      <Paper withBorder p="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs" aria-live="polite">
            <Text fw={600} size="lg" className="figures">
              {texts.points(
                pointsOver({ ...score.result, ...(sealed || score.result.state !== 'scored' ? { points: null } : {}) }, shown.rules.scheme, language),
              )}
            </Text>
            <Badge variant="light" color={score.result.state === 'notAnswered' ? 'gray' : 'brand'} tt="none">
              {sealed ? texts.sealed : score.fault ? texts.fault : itemStateName(score.result, language)}
            </Badge>
            {score.provisional ? (
              <Text size="sm" c="dimmed">
                {texts.provisional}
              </Text>
            ) : null}
          </Group>
          {previous === null ? null : (
            <Text size="sm" c="dimmed">
              {texts.lastYearPoints(displayDecimal(String(previous), language))}
            </Text>
          )}
        </Group>
        {next ? (
          <Text size="sm" mt={4}>
            {nextPointsText(item, next, names).join(' ')}
          </Text>
        ) : null}
      </Paper>
      {score.fault ? (
        <Notice kind="warning">
          {score.fault.message} {texts.faultMore}
        </Notice>
      ) : null}
      {excluded === null ? null : <Notice kind="note">{texts.excluded(excluded)}</Notice>}
      {parts.length === 0 ? null : (
        <Suspense fallback={<Loading />}>
          <PartPanel key={item.code} item={item.code} parts={parts} />
        </Suspense>
      )}
      <ItemForm key={item.code} item={item} />
      {enters === 'declare' || (enters === 'propose' && (state !== 'open' || parts.some(({ mine }) => mine))) ? null : (
        <Text size="sm" c="dimmed">
          {enters === null ? texts.readOnly : texts.notMine}
        </Text>
      )}
      <Accordion multiple defaultValue={['rule', 'why']} variant="separated" order={3}>
        <Accordion.Item value="rule">
          <Accordion.Control>{texts.rule}</Accordion.Control>
          <Accordion.Panel>
            <RuleInWords rule={describeRule(item, names)} band={score.result.explanation.band} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="why">
          <Accordion.Control>{texts.why}</Accordion.Control>
          <Accordion.Panel>
            <Why item={item} />
          </Accordion.Panel>
        </Accordion.Item>
        {guidance || evidence || basis || sources.length > 0 ? (
          <Accordion.Item value="guidance">
            <Accordion.Control>{texts.guidance}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap="xs">
                {guidance ? <Text size="sm">{guidance}</Text> : null}
                {basis ? (
                  <Text size="sm">
                    {texts.basis}: {basis}
                  </Text>
                ) : null}
                {sources.map((note) => (
                  <Text size="sm" key={note}>
                    {note}
                  </Text>
                ))}
                {evidence ? (
                  <Text size="sm">
                    {texts.evidence}: {evidence}
                  </Text>
                ) : null}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ) : null}
        <Accordion.Item value="history">
          <Accordion.Control>{texts.history}</Accordion.Control>
          <Accordion.Panel>
            <History item={item} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
      <ItemElsewhere key={`elsewhere ${item.code}`} item={item} />
      <ItemThreads item={item.code} />
    </Stack>
  );
}

/** How the points came about, and what they are; nothing of what is sealed. */
function Why({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const { shown, names } = useSheet();
  if (shown.isSealed(item.code)) return <Text size="sm">{texts.sealedMore}</Text>;
  const score = shown.score(item.code);
  const why = explainItem(item, score.result, names);
  return (
    <>
      <List size="sm">
        {whyLines(why, score).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Text size="sm" fw={600} mt="xs">
        {why.verdict}
      </Text>
    </>
  );
}
