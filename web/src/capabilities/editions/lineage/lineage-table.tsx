import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Scheme } from '@parindex/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import type { Forebear } from '@parindex/core/scheme/lineage';
import { type Placed, placesOf } from '@parindex/core/scheme/placed-parts';
import { decideLineage } from '@parindex/core/studio/lineage/decide';
import { type ItemLineage, type ProposedForebear, proposeLineage } from '@parindex/core/studio/lineage/propose';
import { placeOfCode } from '@parindex/core/studio/operations/places';
import { comparabilityWhy } from '@parindex/core/words/comparability-words';
import { inLanguage } from '@parindex/core/words/index';
import { LINEAGE_NAMES, PROPOSED_BECAUSE_NAMES } from '@parindex/core/words/lineage-words';
import { Fragment, useMemo, useState } from 'react';
import { FilterChips } from '../../../kit/lists/filter-chips.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { DraftWriting } from '../editor/draft-writing.ts';
import { lineageTexts } from '../texts/lineage.ts';
import { ForebearsForm } from './forebears-form.tsx';

const FILTERS = ['open', 'decided', 'all'] as const;
type Filter = (typeof FILTERS)[number];

interface LineageTableProps {
  readonly writing: DraftWriting;
  readonly scheme: Scheme;
  readonly before: Scheme;
}

/** A proposal as it is written once a person confirms it. */
const confirmed = (proposed: readonly ProposedForebear[]): Forebear[] =>
  proposed.map(({ before: { code }, comparable }) => ({ item: code, comparable, why: null }));

/** What needs no second look: one forebear under the same code and title, with nothing changed that bears on points. */
const isClear = ({ decided, proposed }: ItemLineage): boolean =>
  decided === undefined &&
  proposed.length === 1 &&
  proposed.every(({ because, comparable }) => comparable === 'yes' && because.includes('sameCode') && because.includes('sameTitle'));

/** Each item of a draft with the item before it: as decided, or as proposed with why. */
export function LineageTable({ writing, scheme, before }: LineageTableProps) {
  const texts = useTexts(lineageTexts);
  const { language } = useLanguage();
  const items = useMemo(() => proposeLineage(scheme, before), [scheme, before]);
  const older = useMemo(() => new Map(placesOf(before).flatMap((placed) => (placed.item ? [[placed.code, placed] as const] : []))), [before]);
  const passes: Readonly<Record<Filter, (one: ItemLineage) => boolean>> = {
    open: ({ decided }) => decided === undefined,
    decided: ({ decided }) => decided !== undefined,
    all: () => true,
  };
  const [filter, setFilter] = useState<Filter>(items.some(passes.open) ? 'open' : 'all');
  const [chosen, setChosen] = useState<string>();
  const decide = (decisions: readonly (readonly [code: string, forebears: readonly Forebear[] | undefined])[]) => {
    const { document } = writing.state();
    // Each is written at a place of its own, so that none moves another.
    writing.do(
      decisions.flatMap(([code, forebears]) => {
        const place = placeOfCode(document, code);
        return place ? [decideLineage(document, place, before.id, forebears)] : [];
      }),
    );
    setChosen(undefined);
  };
  const clear = items.filter(isClear);
  const inForm = items.find(({ placed }) => placed.code === chosen);
  return (
    <Section title={texts.caption}>
      <FilterChips
        label={texts.show}
        chosen={filter}
        choices={FILTERS.map((value) => ({ value, label: texts.filters[value], count: formatCount(items.filter(passes[value]).length, language) }))}
        onChoose={setFilter}
      />
      {clear.length > 0 ? (
        <Group gap="sm">
          <Text size="sm">{texts.clear(formatCount(clear.length, language))}</Text>
          <Button size="compact-sm" onClick={() => decide(clear.map((one) => [one.placed.code, confirmed(one.proposed)]))}>
            {texts.confirmClear}
          </Button>
        </Group>
      ) : null}
      {scheme.domains.map((domain) => (
        <Fragment key={domain.code}>
          {inForm?.placed.domain === domain.code ? (
            <ForebearsForm
              key={inForm.placed.code}
              placed={inForm.placed}
              older={older}
              forebears={inForm.decided ?? confirmed(inForm.proposed)}
              onSave={(forebears) => decide([[inForm.placed.code, forebears]])}
              onCancel={() => setChosen(undefined)}
            />
          ) : null}
          <OfDomain
            title={`${domain.code} ${inLanguage(domain.title, language)}`}
            rows={items.filter((one) => one.placed.domain === domain.code && passes[filter](one))}
            older={older}
            onDecide={(code, forebears) => decide([[code, forebears]])}
            onChoose={setChosen}
          />
        </Fragment>
      ))}
      {items.some(passes[filter]) ? null : <Text size="sm">{texts.none}</Text>}
    </Section>
  );
}

interface OfDomainProps {
  readonly title: string;
  readonly rows: readonly ItemLineage[];
  readonly older: ReadonlyMap<string, Placed>;
  readonly onDecide: (code: string, forebears: readonly Forebear[] | undefined) => void;
  readonly onChoose: (code: string) => void;
}

function OfDomain({ title, rows, older, onDecide, onChoose }: OfDomainProps) {
  const texts = useTexts(lineageTexts);
  const { language } = useLanguage();
  if (rows.length === 0) return null;
  const said = ({ code, title: name, maximum }: Placed) => `${code} ${inLanguage(name, language)} (${texts.maximum(displayDecimal(maximum, language))})`;
  const act = (words: string, code: string) => ({ children: words, 'aria-label': texts.actOn(words, code), size: 'compact-sm' as const });
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Table
        caption={title}
        rows={rows}
        keyOf={({ placed }) => placed.code}
        columns={[
          { key: 'item', title: texts.item, names: true, least: '16rem', cell: ({ placed }) => said(placed) },
          { key: 'forebear', title: texts.forebear, least: '16rem', cell: (one) => <Forebears one={one} older={older} said={said} /> },
          { key: 'points', title: texts.points, least: '12rem', cell: (one) => <Comparing one={one} /> },
          {
            key: 'act',
            title: texts.act,
            least: '12rem',
            cell: ({ placed: { code }, decided, proposed }) => (
              <Group gap="xs">
                {decided === undefined && proposed.length > 0 ? (
                  <Button {...act(texts.acts.confirm, code)} onClick={() => onDecide(code, confirmed(proposed))} />
                ) : null}
                <Button variant="default" {...act(decided ? texts.acts.change : texts.acts.choose, code)} onClick={() => onChoose(code)} />
                {decided === undefined ? (
                  <Button variant="default" {...act(texts.isNew, code)} onClick={() => onDecide(code, [])} />
                ) : (
                  <Button variant="default" {...act(texts.acts.undecide, code)} onClick={() => onDecide(code, undefined)} />
                )}
              </Group>
            ),
          },
        ]}
      />
    </Stack>
  );
}

interface ForebearsProps {
  readonly one: ItemLineage;
  readonly older: ReadonlyMap<string, Placed>;
  readonly said: (placed: Placed) => string;
}

function Forebears({ one: { decided, proposed }, older, said }: ForebearsProps) {
  const texts = useTexts(lineageTexts);
  const because = useTexts(PROPOSED_BECAUSE_NAMES);
  const why = (one: ProposedForebear) => texts.proposed(one.because.map((each) => because[each]).join(', '));
  if (decided) {
    if (decided.length === 0) return <Text size="sm">{texts.isNew}</Text>;
    return decided.map(({ item }) => {
      const placed = older.get(item);
      return (
        <Text key={item} size="sm">
          {placed ? said(placed) : texts.gone(item)}
        </Text>
      );
    });
  }
  if (proposed.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.noProposal}
      </Text>
    );
  return proposed.map((one) => (
    <div key={one.before.code}>
      <Text size="sm">{said(one.before)}</Text>
      <Text size="xs" c="dimmed">
        {why(one)}
      </Text>
    </div>
  ));
}

/** Whether points can be compared, and why not. */
function Comparing({ one: { decided, proposed } }: { readonly one: ItemLineage }) {
  const texts = useTexts(lineageTexts);
  const names = useTexts(LINEAGE_NAMES);
  const { language } = useLanguage();
  const lines = decided
    ? decided.map(({ item, comparable, why }) => ({ item, comparable, why: inLanguage(why ?? undefined, language) }))
    : proposed.map(({ before: { code }, comparable, changes }) => ({ item: code, comparable, why: comparabilityWhy({ why: changes, said: null }, language) }));
  return (
    <>
      {lines.map(({ item, comparable, why }) => (
        <div key={item}>
          <Text size="sm">{lines.length > 1 ? `${item}: ${names[comparable]}` : names[comparable]}</Text>
          {why ? (
            <Text size="xs" c="dimmed">
              {why}
            </Text>
          ) : null}
        </div>
      ))}
      {lines.length > 1 ? (
        <Text size="xs" c="dimmed">
          {texts.several}
        </Text>
      ) : null}
    </>
  );
}
