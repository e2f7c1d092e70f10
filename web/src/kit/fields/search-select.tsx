import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SearchSelectProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly chosen?: Choice | undefined;
  /** Clears the field after a choice, for the next one. */
  readonly clearsOnChoose?: boolean;
  readonly onChoose: (chosen: Choice | undefined) => void;
}

const TYPING_MS = 200;

/** Chooses one of very many, searched on the server while typing. */
export function SearchSelect({
  of,
  find,
  without = [],
  label,
  description,
  required = false,
  placeholder,
  chosen,
  clearsOnChoose = false,
  onChoose,
}: SearchSelectProps & { of: string; without?: readonly string[]; find: (search: string, signal: AbortSignal) => Promise<readonly Choice[]> }) {
  const texts = useTexts(controlTexts).search;
  const [typed, setTyped] = useState(chosen?.label ?? '');
  // The name of the choice is not a search.
  const wanted = typed === chosen?.label ? '' : typed.trim();
  const [search] = useDebouncedValue(wanted, TYPING_MS);
  const [open, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['choices', of, search],
    queryFn: ({ signal }) => find(search, signal),
    enabled: open,
  });
  // Results for other input are not offered, or Enter would choose them.
  const choices = (search === wanted ? (found.data ?? []) : []).filter(({ value }) => !without.includes(value));
  const data = chosen && !choices.some(({ value }) => value === chosen.value) ? [chosen, ...choices] : choices;
  return (
    <Select
      label={label}
      {...(description === undefined ? {} : { description })}
      required={required}
      placeholder={placeholder ?? texts.typing}
      searchable
      clearable={!required}
      // Reachable by keyboard too.
      clearButtonProps={{ 'aria-label': `${texts.clear}: ${label}`, 'aria-hidden': false, tabIndex: 0 }}
      data={[...data]}
      filter={({ options }) => options}
      value={chosen?.value ?? null}
      onChange={(value) => {
        onChoose(data.find((choice) => choice.value === value));
        if (clearsOnChoose) setTyped('');
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpen(true)}
      nothingFoundMessage={found.isError ? texts.failed : found.isFetching || search !== wanted ? texts.looking : texts.none}
      maxDropdownHeight={280}
      autoComplete="off"
    />
  );
}
