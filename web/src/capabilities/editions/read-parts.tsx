import { Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { beginning } from '@parindex/core/words/language';
import { useState } from 'react';
import { Empty } from '../../kit/lists/empty.tsx';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { useFirstRows } from '../../kit/lists/use-first-rows.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { usePointsRead } from './points-read.ts';
import type { PreviewPart } from './queries/scheme-files.ts';
import { schemeImportTexts } from './texts/scheme-import.ts';

/** Parts shown at once: that many are read in one sitting. */
const AT_ONCE = 100;

const FILTERS = ['doubtful', 'ruled', 'all'] as const;
type Filter = (typeof FILTERS)[number];

const PASSES: Readonly<Record<Filter, (part: PreviewPart) => boolean>> = {
  all: () => true,
  doubtful: ({ doubts }) => doubts.length > 0,
  ruled: ({ rule, keepsRule }) => rule !== null || keepsRule,
};

/** How deep a part stands, and how it is written. */
const DEPTH: Readonly<Record<PreviewPart['level'], { readonly pl: string; readonly fw: number }>> = {
  domain: { pl: '0', fw: 700 },
  criterion: { pl: 'sm', fw: 600 },
  subCriterion: { pl: 'xl', fw: 400 },
};

type Numbered = PreviewPart & { readonly at: number };

interface ReadPartsProps {
  /** How a place of the file is called. */
  readonly placeOf: (place: string) => string;
  readonly parts: readonly PreviewPart[];
  /** Numbers of the parts whose rules the person confirmed. */
  readonly confirmed: ReadonlySet<number>;
  readonly onConfirm: (confirmed: ReadonlySet<number>) => void;
}

/** The parts of a scheme as they were read, beside the words of the file; each proposed rule is confirmed by itself, or all of which nothing is doubtful. */
export function ReadParts({ placeOf, parts, confirmed, onConfirm }: ReadPartsProps) {
  const texts = useTexts(schemeImportTexts);
  const told = usePointsRead();
  const { language } = useLanguage();
  const count = (number: number) => formatCount(number, language);
  const numbered = parts.map((part, at): Numbered => ({ ...part, at }));
  const [filter, setFilter] = useState<Filter>(parts.some(PASSES.doubtful) ? 'doubtful' : 'all');
  const { shown, more } = useFirstRows(numbered.filter(PASSES[filter]), AT_ONCE);
  const ruled = numbered.filter(({ rule }) => rule !== null);
  const certain = ruled.filter(({ rule, doubts }) => !rule?.doubtful && doubts.length === 0);
  const columns: readonly Column<Numbered>[] = [
    { key: 'name', title: texts.name, names: true, cell: (part) => <Named part={part} placeOf={placeOf} /> },
    { key: 'points', title: texts.points, align: 'right', cell: ({ points }) => told.points(points) },
    { key: 'words', title: texts.words, least: '14rem', cell: ({ words }) => <Words text={words} /> },
    {
      key: 'how',
      title: texts.how,
      least: '16rem',
      cell: (part) => (
        <HowRead part={part} placeOf={placeOf} confirmed={confirmed.has(part.at)} onConfirm={(is) => onConfirm(toggled(confirmed, part.at, is))} />
      ),
    },
  ];
  return (
    <Section
      title={texts.parts}
      lead={texts.partsLead}
      actions={
        <>
          {certain.length > 0 ? (
            <Button variant="default" onClick={() => onConfirm(new Set([...confirmed, ...certain.map(({ at }) => at)]))}>
              {texts.confirmCertain(count(certain.length))}
            </Button>
          ) : null}
          {confirmed.size > 0 ? (
            <Button variant="default" onClick={() => onConfirm(new Set())}>
              {texts.confirmNone}
            </Button>
          ) : null}
        </>
      }
    >
      <Group justify="space-between">
        <FilterChips
          label={texts.show}
          chosen={filter}
          choices={FILTERS.map((value) => ({ value, label: texts.filters[value], count: count(parts.filter(PASSES[value]).length) }))}
          onChoose={setFilter}
        />
        <Text size="sm" role="status">
          {ruled.length > 0 ? texts.confirmed(count(confirmed.size), count(ruled.length)) : null}
        </Text>
      </Group>
      {shown.length === 0 ? <Empty title={texts.none} /> : <Table caption={texts.parts} columns={columns} rows={shown} keyOf={({ at }) => String(at)} />}
      {more}
    </Section>
  );
}

function toggled(confirmed: ReadonlySet<number>, at: number, is: boolean): ReadonlySet<number> {
  const next = new Set(confirmed);
  if (is) next.add(at);
  else next.delete(at);
  return next;
}

function Named({ part: { level, code, title, place }, placeOf }: { part: PreviewPart; placeOf: ReadPartsProps['placeOf'] }) {
  return (
    <Stack gap={2} miw="14rem" maw="24rem" pl={DEPTH[level].pl}>
      <Text size="sm" fw={DEPTH[level].fw}>
        {code} {title}
      </Text>
      <Text size="xs" c="dimmed" fw={400}>
        {beginning(placeOf(place))}
      </Text>
    </Stack>
  );
}

const Words = ({ text }: { text: string }) => (
  <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
    {text}
  </Text>
);

interface HowReadProps extends Pick<ReadPartsProps, 'placeOf'> {
  readonly part: Numbered;
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}

/** What was made of the words of the file: the rule proposed, what is doubtful in it, and whether it is right. */
function HowRead({ part, placeOf, confirmed, onConfirm }: HowReadProps) {
  const texts = useTexts(schemeImportTexts);
  const { rule, keepsRule, doubts, isItem, code } = part;
  return (
    <Stack gap={4} maw="30rem">
      {isItem ? <RuleState rule={rule} keepsRule={keepsRule} /> : null}
      {rule ? <Words text={rule.sentence.join('\n')} /> : null}
      {doubts.length > 0 ? (
        <List size="sm" withPadding>
          {doubts.map(({ place, message }) => (
            <List.Item key={`${place} ${message}`}>{place === part.place ? message : texts.at(beginning(placeOf(place)), message)}</List.Item>
          ))}
        </List>
      ) : null}
      {rule ? (
        <Checkbox
          label={texts.confirm}
          aria-label={texts.confirmOf(code)}
          checked={confirmed}
          onChange={({ currentTarget }) => onConfirm(currentTarget.checked)}
        />
      ) : null}
    </Stack>
  );
}

function RuleState({ rule, keepsRule }: Pick<PreviewPart, 'rule' | 'keepsRule'>) {
  const texts = useTexts(schemeImportTexts);
  if (keepsRule)
    return (
      <div>
        <StateBadge tone="good">{texts.kept}</StateBadge>
      </div>
    );
  if (rule === null)
    return (
      <div>
        <StateBadge tone="act">{texts.toChoose}</StateBadge>
      </div>
    );
  return (
    <div>
      <StateBadge tone={rule.doubtful ? 'warn' : 'good'}>{rule.doubtful ? texts.doubtful : texts.certain}</StateBadge>
    </div>
  );
}
