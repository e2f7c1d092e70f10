import { Box, Group, Select } from '@mantine/core';
import type { Domain } from '@parindex/core/scheme/types';
import { useState } from 'react';
import { ItemsSelect } from '../../kit/fields/item-select.tsx';
import type { Pending } from '../../kit/forms/pending-changes.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { BodySelect } from '../bodies/body-select.tsx';
import type { DomainOwner } from './queries/rounds.ts';
import { choicesOf, type NamedCode } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

interface OwnerFormProps {
  readonly domains: readonly NamedCode[];
  readonly tree: readonly Domain[];
  readonly assigned: readonly Pending<DomainOwner>[];
  readonly onPut: (...owners: DomainOwner[]) => void;
}

/** Assigns a body to a domain, or to some of its items: first the domain, then the items if not all, then the body. */
export function OwnerForm({ domains, tree, assigned, onPut }: OwnerFormProps) {
  const texts = useTexts(planTexts).owners;
  const [domain, setDomain] = useState(domains.find(({ code }) => !assigned.some(({ member }) => member.domain === code))?.code ?? domains[0]?.code ?? '');
  const [items, setItems] = useState<string[]>([]);
  const places = items.length === 0 ? [null] : items;
  const there = assigned.filter(({ member, state }) => member.domain === domain && state !== 'removed');
  const hasAll = (body: string) => places.every((item) => there.some(({ member }) => member.item === item && member.body === body));
  return (
    <Group align="flex-end">
      <Select
        label={texts.domain}
        w={{ base: '100%', sm: '26rem' }}
        data={choicesOf(domains)}
        value={domain}
        onChange={(code) => {
          setDomain(code ?? '');
          setItems([]);
        }}
        allowDeselect={false}
      />
      <Box w={{ base: '100%', sm: '26rem' }}>
        <ItemsSelect
          label={texts.items}
          description={texts.itemsMore}
          placeholder={texts.allItems}
          domains={tree.filter(({ code }) => code === domain)}
          value={items}
          onChange={setItems}
        />
      </Box>
      <Box w={{ base: '100%', sm: '26rem' }}>
        <BodySelect
          label={texts.add}
          without={[...new Set(there.map(({ member }) => member.body))].filter(hasAll)}
          clearsOnChoose
          onChoose={(body) => {
            if (!body) return;
            onPut(...places.map((item) => ({ domain, item, body: body.value, name: body.label })));
            setItems([]);
          }}
        />
      </Box>
    </Group>
  );
}
