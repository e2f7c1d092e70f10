import { Anchor, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { isItemAssigned, isItemMine } from '@parindex/core/assignments/assigned-targets';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { displayFraction } from '@parindex/core/quantity/display';
import { isAsked } from '@parindex/core/rules/answer-form';
import { hasParts, type Item, itemsOf, itemsOfDomains } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { itemStateName } from '@parindex/core/words/item-state';
import { partText, pointsOver } from '@parindex/core/words/points-text';
import { Fragment, useState } from 'react';
import { Field } from '../../capabilities/sheets/field.tsx';
import { useFieldName } from '../../capabilities/sheets/item-form.tsx';
import { Paste } from '../../capabilities/sheets/paste.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { partTexts } from '../../capabilities/sheets/texts/parts.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { listTexts } from '../../capabilities/sheets/texts/sheet-list.ts';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ThreadMark } from './thread-mark.tsx';
import { useThreadCounts } from './use-thread-counts.ts';

/** Many items at once, by domain: each line is an item with its fields. */
export function ListView({ onOpen }: { onOpen: (code: string) => void }) {
  const texts = useTexts(listTexts);
  const { language } = useLanguage();
  const { shown, editable, onlyMine, setOnlyMine } = useSheet();
  const sheetWords = useTexts(sheetTexts);
  const proposes = shown.answer.enters === 'propose';
  const isShown = ({ code }: Item) => !proposes || !onlyMine || isItemMine(shown.partsAt(code));
  const domains = shown.rules.scheme.domains.filter((domain) => itemsOfDomains([domain]).some(isShown));
  const [chosen, setChosen] = useState(domains[0]?.code ?? '');
  const [pasting, { open, close }] = useDisclosure(false);
  const domain = domains.find(({ code }) => code === chosen) ?? domains[0];
  const criteria = (domain?.criteria ?? [])
    .map((criterion) => ({ criterion, items: itemsOf(criterion).filter(isShown) }))
    .filter(({ items }) => items.length > 0);
  const sum = shown.points.domains.find(({ code }) => code === domain?.code)?.own;
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
      </Group>
      {sum === undefined ? null : (
        <Text fw={600} className="figures" role="status">
          {sum.asked === 0 ? sheetWords.others : partText(sum, shown.rules.scheme, language)}
        </Text>
      )}
      <table className="table card sheet-list">
        <caption className="unseen">{inLanguage(domain?.title, language)}</caption>
        <tbody>
          {criteria.map(({ criterion, items }) => (
            <Fragment key={criterion.code}>
              {hasParts(criterion) ? <CriterionLine code={criterion.code} title={inLanguage(criterion.title, language) ?? ''} /> : null}
              {items.map((item) => (
                <ItemLine key={item.code} item={item} threads={openThreads(item.code)} onOpen={onOpen} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {pasting ? <Paste onClose={close} /> : null}
    </Stack>
  );
}

/** A criterion over its parts, with the points that the body scores itself in them. */
function CriterionLine({ code, title }: { code: string; title: string }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const own = shown.points.domains.flatMap(({ criteria }) => criteria).find((criterion) => criterion.code === code)?.own;
  return (
    <tr>
      <td className="list-line">
        <Group justify="space-between" align="flex-start" gap="md">
          <Text fw={600} flex="1 1 16rem">
            {code}. {title}
          </Text>
          <Text size="sm" className="figures">
            {own === undefined || own.asked === 0 ? texts.others : partText(own, shown.rules.scheme, language)}
          </Text>
        </Group>
      </td>
    </tr>
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
  const sealed = shown.isSealed(item.code);
  const fields = shown.rules.forms
    .get(item.code)
    ?.fields.filter((field) => field.use === 'input' && isAsked(field, result.explanation.case, shown.cell(field.target)['answer.level']));
  return (
    <tr>
      <td className="list-line">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
          <Group gap="xs">
            <Anchor component="button" ta="left" fw={600} onClick={() => onOpen(item.code)}>
              {item.code}. {inLanguage(item.title, language)}
            </Anchor>
            <ThreadMark open={threads} />
            {!isItemAssigned(parts) ? null : <StateBadge tone="quiet">{standings[standingAt(parts) ?? 'none']}</StateBadge>}
          </Group>
          <Text size="sm" className="figures" ta="right">
            {sealed || result.state !== 'scored'
              ? `${sealed ? texts.sealed : itemStateName(result, language)} / ${displayFraction(result.maximum, language)}`
              : pointsOver(result, shown.rules.scheme, language)}
            {provisional ? ` (${texts.provisionalShort})` : ''}
          </Text>
        </Group>
        <div className="list-fields">
          {fields?.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.bySurvey}
            </Text>
          ) : null}
          {fields?.map((field) => (
            <Field key={`${field.target.id} ${field.field}`} field={field} label={name(field)} />
          ))}
        </div>
      </td>
    </tr>
  );
}
