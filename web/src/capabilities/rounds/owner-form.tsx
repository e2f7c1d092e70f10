import { Box, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../kit/language.tsx';
import type { Pending } from '../../kit/pending-changes.ts';
import { BodySelect } from '../bodies/body-select.tsx';
import type { DomainOwner } from './queries/rounds.ts';
import { choicesOf, type NamedCode } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

interface OwnerFormProps {
  readonly domains: readonly NamedCode[];
  readonly assigned: readonly Pending<DomainOwner>[];
  readonly onPut: (owner: DomainOwner) => void;
}

/** Assigns a body to a domain: first the domain, then the body. */
export function OwnerForm({ domains, assigned, onPut }: OwnerFormProps) {
  const all = useTexts(planTexts);
  const [domain, setDomain] = useState(domains.find(({ code }) => !assigned.some(({ member }) => member.domain === code))?.code ?? domains[0]?.code ?? '');
  const there = assigned.filter(({ member, state }) => member.domain === domain && state !== 'removed');
  return (
    <Group align="flex-end">
      <Select
        label={all.owners.domain}
        w={{ base: '100%', sm: '26rem' }}
        data={choicesOf(domains)}
        value={domain}
        onChange={(code) => setDomain(code ?? '')}
        allowDeselect={false}
      />
      <Box w={{ base: '100%', sm: '26rem' }}>
        <BodySelect
          label={all.owners.add}
          without={there.map(({ member }) => member.body)}
          clearsOnChoose
          onChoose={(body) => body && onPut({ domain, body: body.value, name: body.label })}
        />
      </Box>
    </Group>
  );
}
