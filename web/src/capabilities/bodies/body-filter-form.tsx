import { Grid, NativeSelect, TextInput } from '@mantine/core';
import { BODY_KINDS } from '@parindex/core/bodies/types';
import { BODY_KIND_NAMES } from '@parindex/core/words/kinds';
import { useState } from 'react';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { bodiesTexts } from './texts/bodies.ts';

/** The search, as in the address. */
export interface AddressFilter {
  readonly search?: string;
  readonly kind?: string;
  readonly on?: string;
}

interface BodyFilterFormProps {
  readonly filter: AddressFilter;
  readonly onChange: (filter: AddressFilter) => void;
}

/** Without empty fields, so that the address only contains what was chosen. */
const told = (filter: { readonly [K in keyof AddressFilter]: string | undefined }): AddressFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));

export function BodyFilterForm({ filter, onChange }: BodyFilterFormProps) {
  const texts = useTexts(bodiesTexts);
  const kinds = useTexts(BODY_KIND_NAMES);
  const [search, setSearch] = useState(filter.search ?? '');
  const change = (changed: { readonly [K in keyof AddressFilter]: string | undefined }) => onChange(told({ ...filter, ...changed }));
  return (
    <search aria-label={texts.filter}>
      <Grid>
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <TextInput
            type="search"
            label={texts.search}
            description={texts.searchMore}
            value={search}
            onChange={({ currentTarget }) => {
              setSearch(currentTarget.value);
              change({ search: currentTarget.value.trim() });
            }}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <NativeSelect
            label={texts.kind}
            value={filter.kind ?? ''}
            onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
            data={[{ value: '', label: texts.allKinds }, ...BODY_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))]}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 3 }}>
          <DayInput label={texts.on} description={texts.onMore} value={filter.on} onChange={(on) => change({ on })} />
        </Grid.Col>
      </Grid>
    </search>
  );
}
