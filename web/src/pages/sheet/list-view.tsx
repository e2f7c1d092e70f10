import { Anchor, Button, Checkbox, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { displayFraction } from '@parindex/core/quantity/display';
import { isAsked } from '@parindex/core/rules/answer-form';
import { type Item, itemsOfDomains } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { useState } from 'react';
import { Field } from '../../capabilities/sheets/field.tsx';
import { useFieldName } from '../../capabilities/sheets/item-form.tsx';
import { Paste } from '../../capabilities/sheets/paste.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { partTexts } from '../../capabilities/sheets/texts/parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { listTexts } from '../../capabilities/sheets/texts/sheet-list.ts';
import { WorkbookActs } from '../../capabilities/sheets/workbook-acts.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { StateBadge } from '../../kit/state-badge.tsx';
import { ThreadMark } from './thread-mark.tsx';
import { useThreadCounts } from './use-thread-counts.ts';

/** Many items at once, by domain: each line is an item with its fields. */
export function ListView({ onOpen }: { onOpen: (code: string) => void }) {
  const texts = useTexts(listTexts);
  const { language } = useLanguage();
  const { shown, editable, onlyMine, setOnlyMine } = useSheet();
  const sheetWords = useTexts(sheetTexts);
  const proposes = shown.answer.enters === 'propose';
  const isShown = ({ code }: Item) => !proposes || !onlyMine || shown.partsAt(code).some(({ mine }) => mine);
  const domains = shown.rules.scheme.domains.filter((domain) => itemsOfDomains([domain]).some(isShown));
  const [chosen, setChosen] = useState(domains[0]?.code ?? '');
  const [pasting, { open, close }] = useDisclosure(false);
  const domain = domains.find(({ code }) => code === chosen) ?? domains[0];
  const items = domain ? itemsOfDomains([domain]).filter(isShown) : [];
  const openThreads = useThreadCounts();
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm" className="screen-only">
        <Select
          label={texts.domain}
          data={domains.map(({ code, title }) => ({ value: code, label: `${code}. ${inLanguage(title, language)}` }))}
          value={domain?.code ?? null}
          onChange={(code) => setChosen(code ?? chosen)}
          allowDeselect={false}
          w={{ base: '100%', sm: 420 }}
        />
        {proposes ? <Checkbox label={sheetWords.onlyMine} checked={onlyMine} onChange={({ currentTarget }) => setOnlyMine(currentTarget.checked)} /> : null}
        {editable ? (
          <Button variant="default" onClick={open}>
            {texts.paste}
          </Button>
        ) : null}
        {shown.answer.enters === null ? null : <WorkbookActs />}
      </Group>
      <Table verticalSpacing="sm" layout="fixed">
        <Table.Caption className="unseen">{inLanguage(domain?.title, language)}</Table.Caption>
        <Table.Tbody>
          {items.map((item) => (
            <ItemLine key={item.code} item={item} threads={openThreads(item.code)} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
      {pasting ? <Paste onClose={close} /> : null}
    </Stack>
  );
}

function ItemLine({ item, threads, onOpen }: { item: Item; threads: number; onOpen: (code: string) => void }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const name = useFieldName();
  const standings = useTexts(partTexts).standing;
  const parts = shown.partsAt(item.code);
  const { result, provisional } = shown.score(item.code);
  const fields = shown.rules.forms
    .get(item.code)
    ?.fields.filter((field) => field.use === 'input' && isAsked(field, result.explanation.case, shown.cell(field.target)['answer.level']));
  return (
    <Table.Tr>
      <Table.Td className="list-line">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
          <Group gap="xs">
            <Anchor component="button" ta="left" fw={600} onClick={() => onOpen(item.code)}>
              {item.code}. {inLanguage(item.title, language)}
            </Anchor>
            <ThreadMark open={threads} />
            {parts.length === 0 ? null : <StateBadge strong={false}>{standings[standingAt(parts) ?? 'none']}</StateBadge>}
          </Group>
          <Text size="sm" className="figures" ta="right">
            {result.state === 'scored' ? displayFraction(result.points, language) : texts.state[result.state]} / {displayFraction(result.maximum, language)}
            {provisional ? ` (${texts.provisionalShort})` : ''}
          </Text>
        </Group>
        <Stack gap="xs" pt="xs" pl={{ base: 0, sm: 'lg' }}>
          {fields?.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.bySurvey}
            </Text>
          ) : null}
          {fields?.map((field) => (
            <Field key={`${field.target.id} ${field.field}`} field={field} label={name(field)} />
          ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
