import { Button, Group, MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { likelyComparable } from '@parindex/core/scheme/comparability';
import { type Forebear, LINEAGE_SAYS } from '@parindex/core/scheme/lineage';
import type { Placed } from '@parindex/core/scheme/placed-parts';
import { inLanguage } from '@parindex/core/words/index';
import { LINEAGE_NAMES } from '@parindex/core/words/lineage-words';
import { useEffect, useRef, useState } from 'react';
import { FieldGroup } from '../../../kit/fields/field-group.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { lineageTexts } from '../texts/lineage.ts';

interface ForebearsFormProps {
  readonly placed: Placed;
  readonly older: ReadonlyMap<string, Placed>;
  /** From what the form starts. */
  readonly forebears: readonly Forebear[];
  readonly onSave: (forebears: readonly Forebear[]) => void;
  readonly onCancel: () => void;
}

/** From which items of the edition before an item comes, and of each whether its points can be compared. */
export function ForebearsForm({ placed, older, forebears, onSave, onCancel }: ForebearsFormProps) {
  const all = useTexts(lineageTexts);
  const texts = all.form;
  const names = useTexts(LINEAGE_NAMES);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<readonly Forebear[]>(forebears.filter(({ item }) => older.has(item)));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const change = (item: string, changed: Partial<Forebear>) => setChosen((was) => was.map((one) => (one.item === item ? { ...one, ...changed } : one)));
  const choose = (codes: readonly string[]) =>
    setChosen((was) =>
      codes.flatMap((code) => {
        const before = older.get(code);
        if (!before) return [];
        return was.find(({ item }) => item === code) ?? { item: code, comparable: likelyComparable(before, placed).comparable, why: null };
      }),
    );
  return (
    <FieldGroup legend={texts.title(`${placed.code} ${inLanguage(placed.title, language)}`)}>
      <MultiSelect
        ref={field}
        label={texts.forebears}
        description={texts.forebearsNote}
        searchable
        // The form opens with the field in focus: its list would cover what stands below.
        openOnFocus={false}
        limit={50}
        data={[...older.values()].map(({ code, title }) => ({ value: code, label: `${code} ${inLanguage(title, language)}` }))}
        value={chosen.map(({ item }) => item)}
        onChange={choose}
      />
      {chosen.map(({ item, comparable, why }) => (
        <SimpleGrid key={item} cols={{ base: 1, sm: 2 }}>
          <Select
            label={texts.comparable(item)}
            data={LINEAGE_SAYS.map((value) => ({ value, label: names[value] }))}
            value={comparable}
            allowDeselect={false}
            onChange={(value) => (value === null ? undefined : change(item, { comparable: value }))}
          />
          <TextInput
            label={texts.why(item)}
            value={why?.vi ?? ''}
            onChange={({ currentTarget: { value } }) => change(item, { why: value === '' ? null : { ...why, vi: value } })}
          />
        </SimpleGrid>
      ))}
      <Group gap="sm">
        <Button onClick={() => onSave(chosen)}>{chosen.length === 0 ? all.isNew : texts.save}</Button>
        <Button variant="default" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </Group>
    </FieldGroup>
  );
}
