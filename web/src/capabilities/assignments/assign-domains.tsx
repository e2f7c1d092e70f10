import { Accordion, Checkbox, Group, Stack, Text } from '@mantine/core';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { type Target, targetKey } from '@parindex/core/ledger/entry';
import { type Item, itemsOfDomains } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { partTexts } from '../sheets/texts/parts.ts';
import type { Assignment } from './queries/assignments.ts';
import { assignTexts } from './texts/assign.ts';
import { useStandingWords } from './use-standing-words.ts';

interface AssignDomainsProps {
  readonly assignments: readonly Assignment[];
  /** By keys of targets; undefined if nothing can be chosen. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** The items of a sheet by domain, with the department each is assigned to; chosen one by one, or a whole domain at once. */
export function AssignDomains({ assignments, selected, onSelect }: AssignDomainsProps) {
  const texts = useTexts(assignTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const held = new Map(assignments.map((one) => [targetKey({ kind: one.kind, id: one.target }), one]));
  const inputsOf = (code: string) => shown.rules.forms.get(code)?.fields.filter(({ use }) => use === 'input') ?? [];
  const figuresIn = (code: string) => [...new Set(inputsOf(code).flatMap(({ target }) => (target.kind === 'figure' ? [target.id] : [])))];
  const isHeld = (code: string) => held.has(`item ${code}`) || figuresIn(code).some((id) => held.has(`figure ${id}`));
  // Items answered by the survey or by others cannot be assigned.
  const isListed = ({ code }: Item) => isHeld(code) || (selected !== undefined && inputsOf(code).length > 0);
  const domains = shown.rules.scheme.domains
    .map((domain) => ({ domain, items: itemsOfDomains([domain]).filter(isListed) }))
    .filter(({ items }) => items.length > 0);
  const choose = (keys: readonly string[], on: boolean) => {
    const after = new Set(selected);
    for (const key of keys) {
      if (on) after.add(key);
      else after.delete(key);
    }
    onSelect(after);
  };
  const opened = selected === undefined ? domains.map(({ domain }) => domain.code) : domains.slice(0, 1).map(({ domain }) => domain.code);
  return (
    <Accordion multiple defaultValue={opened} variant="separated" order={3}>
      {domains.map(({ domain, items }) => {
        const title = `${domain.code}. ${inLanguage(domain.title, language)}`;
        const keys = items.map(({ code }) => `item ${code}`);
        const chosen = keys.filter((key) => selected?.has(key)).length;
        return (
          <Accordion.Item key={domain.code} value={domain.code}>
            <Group wrap="nowrap" gap={0} pl="sm">
              {selected ? (
                <Checkbox
                  size="md"
                  aria-label={texts.domain(title)}
                  checked={chosen === keys.length}
                  indeterminate={chosen > 0 && chosen < keys.length}
                  onChange={({ currentTarget }) => choose(keys, currentTarget.checked)}
                />
              ) : null}
              <Accordion.Control>
                {title}
                {selected ? (
                  <Text span size="sm" c="dimmed">
                    {` (${texts.given(formatCount(items.filter(({ code }) => isHeld(code)).length, language), formatCount(items.length, language))})`}
                  </Text>
                ) : null}
              </Accordion.Control>
            </Group>
            <Accordion.Panel>
              <Stack gap="sm">
                {items.map((item) => (
                  <ItemRow key={item.code} item={item} figures={figuresIn(item.code)} held={held} selected={selected} onChoose={choose} />
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

interface ItemRowProps extends Pick<AssignDomainsProps, 'selected'> {
  readonly item: Item;
  readonly figures: readonly string[];
  readonly held: ReadonlyMap<string, Assignment>;
  readonly onChoose: (keys: readonly string[], on: boolean) => void;
}

function ItemRow({ item, figures, held, selected, onChoose }: ItemRowProps) {
  const texts = useTexts(assignTexts);
  const { language } = useLanguage();
  const { names } = useSheet();
  const apart = figures.filter((id) => held.has(`figure ${id}`));
  const shownFigures = selected ? figures : apart;
  const row = (target: Target, label: string) => <Row {...{ target, label, selected, onChoose }} assignment={held.get(targetKey(target))} />;
  const listed = shownFigures.map((id) => <div key={id}>{row({ kind: 'figure', id }, names.figureTitle(id))}</div>);
  return (
    <Stack gap={4}>
      {row({ kind: 'item', id: item.code }, `${item.code}. ${inLanguage(item.title, language)}`)}
      {shownFigures.length === 0 ? null : (
        <details open={apart.length > 0} style={{ paddingLeft: '2rem' }}>
          <summary>
            <Text span size="sm">
              {texts.figures(formatCount(shownFigures.length, language))}
            </Text>
          </summary>
          <Stack gap={4} pt={4}>
            {listed}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

interface RowProps extends Pick<ItemRowProps, 'selected' | 'onChoose'> {
  readonly target: Target;
  readonly label: string;
  readonly assignment: Assignment | undefined;
}

function Row({ target, label, assignment, selected, onChoose }: RowProps) {
  const texts = useTexts(assignTexts);
  const parts = useTexts(partTexts);
  const { deadline } = useStepTimes();
  const { shown } = useSheet();
  const words = useStandingWords(undefined);
  const key = targetKey(target);
  const standing = () => {
    if (target.kind === 'figure') return assignment?.standing ?? null;
    const holder = assignment?.to.id;
    return standingAt(shown.partsAt(target.id).filter(({ to }) => to.some(({ id }) => id === holder)));
  };
  return (
    <Stack gap={0}>
      {selected ? (
        <Checkbox label={label} checked={selected.has(key)} onChange={({ currentTarget }) => onChoose([key], currentTarget.checked)} />
      ) : (
        <Text>{label}</Text>
      )}
      {assignment ? (
        <Group gap="xs" pl={selected ? '2rem' : 0}>
          <Text size="sm" c="dimmed">
            {texts.held(assignment.to.name, assignment.person?.name ?? null, assignment.due === null ? null : deadline(assignment.due))}
            {'. '}
            {words(standing())}.
          </Text>
          {assignment.late ? <StateBadge tone="bad">{parts.late}</StateBadge> : null}
        </Group>
      ) : null}
    </Stack>
  );
}
