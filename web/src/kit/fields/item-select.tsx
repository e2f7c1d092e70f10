import { MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { type Domain, itemsOf } from '@parindex/core/scheme/types';
import { searchKey } from '@parindex/core/text/search-key';
import { inLanguage } from '@parindex/core/words/index';
import { texts } from '@parindex/core/words/texts';
import type { ReactNode } from 'react';
import { controlTexts } from '../words/control-texts.ts';
import { useLanguage, useTexts } from '../words/language.tsx';

const itemTexts = texts({
  typing: { vi: 'Gõ số hoặc tên, hoặc chọn trong danh mục', en: 'Type a number or a name, or choose from the list' },
});

interface ItemSelectProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly placeholder?: string;
  /** Of the edition, whole or in part. */
  readonly domains: readonly Domain[];
}

/** By number or name, with or without marks; a domain or criterion that fits shows all that is in it. */
const bySearchKey: OptionsFilter = ({ options, search }) => {
  const wanted = searchKey(search);
  const fits = (label: string) => searchKey(label).includes(wanted);
  return options.flatMap((option): typeof options => {
    if (!('group' in option)) return fits(option.label) ? [option] : [];
    const items = fits(String(option.group)) ? option.items : option.items.filter(({ label }) => fits(label));
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};

/** The tree of an edition: what is chosen stands under its domain and criterion. */
function useTree(domains: readonly Domain[]) {
  const { language } = useLanguage();
  const named = ({ code, title }: Pick<Domain, 'code' | 'title'>) => `${code} ${inLanguage(title, language) ?? ''}`;
  return domains.flatMap((domain) =>
    domain.criteria.map((criterion) => ({
      group: 'subCriteria' in criterion ? `${named(domain)} › ${named(criterion)}` : named(domain),
      items: itemsOf(criterion).map((item) => ({ value: item.code, label: named(item) })),
    })),
  );
}

/** Groups that follow each other under one name are one. */
function joined(groups: ReturnType<typeof useTree>): ReturnType<typeof useTree> {
  const byName = new Map<string, ReturnType<typeof useTree>[number]>();
  for (const { group, items } of groups) byName.set(group, { group, items: [...(byName.get(group)?.items ?? []), ...items] });
  return [...byName.values()];
}

function useCommon({ label, description, required = false, placeholder, domains }: ItemSelectProps) {
  const { search, remove } = useTexts(controlTexts);
  const { typing } = useTexts(itemTexts);
  return {
    label,
    ...(description === undefined ? {} : { description }),
    required,
    placeholder: placeholder ?? typing,
    data: joined(useTree(domains)),
    searchable: true,
    filter: bySearchKey,
    nothingFoundMessage: search.none,
    maxDropdownHeight: 320,
    clearable: !required,
    clearButtonProps: { 'aria-label': `${remove}: ${label}`, 'aria-hidden': false, tabIndex: 0 },
  };
}

/** One item of an edition, chosen from its tree. */
export function ItemSelect({ value, onChange, ...props }: ItemSelectProps & { value: string | null; onChange: (item: string | null) => void }) {
  return <Select {...useCommon(props)} value={value} onChange={onChange} />;
}

/** Several of them. */
export function ItemsSelect({ value, onChange, ...props }: ItemSelectProps & { value: string[]; onChange: (items: string[]) => void }) {
  const { placeholder, ...common } = useCommon(props);
  return <MultiSelect {...common} placeholder={value.length === 0 ? placeholder : ''} value={value} onChange={onChange} hidePickedOptions />;
}
