import { NativeSelect, SimpleGrid } from '@mantine/core';
import { ROLES } from '@parindex/core/rights/index';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { DayInput } from '../../../kit/fields/day-input.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { BodySelect } from '../../bodies/body-select.tsx';
import { peopleTexts } from '../texts/people.ts';
import { type MembershipValues, mayGoWithoutBody } from './membership-values.ts';

interface MembershipFieldsProps {
  readonly value: MembershipValues;
  readonly onChange: (value: MembershipValues) => void;
}

/** A role, in which body, from when to when. */
export function MembershipFields({ value, onChange }: MembershipFieldsProps) {
  const texts = useTexts(peopleTexts);
  const roles = useTexts(ROLE_NAMES);
  const everywhere = mayGoWithoutBody(value.role);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={texts.role}
        required
        value={value.role ?? ''}
        onChange={({ currentTarget }) => onChange({ ...value, role: ROLES.find((role) => role === currentTarget.value) })}
        data={[{ value: '', label: texts.chooseRole }, ...ROLES.map((role) => ({ value: role, label: roles[role] }))]}
      />
      <BodySelect
        key={String(everywhere)}
        label={texts.body}
        {...(everywhere ? { description: texts.wholeMore } : {})}
        required={!everywhere}
        chosen={value.body}
        onChoose={(body) => onChange({ ...value, body })}
      />
      <DayInput label={texts.from} required value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <DayInput label={texts.to} description={texts.toMore} value={value.to} onChange={(to) => onChange({ ...value, to })} />
    </SimpleGrid>
  );
}
