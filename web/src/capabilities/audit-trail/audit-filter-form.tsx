import { Button, CloseButton, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { ACT_GROUP_NAMES, ACT_NAMES } from '@parindex/core/words/acts';
import { TRAIL_SUBJECT_NAMES } from '@parindex/core/words/trail-subjects';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { PersonSelect } from '../accounts/people/person-select.tsx';
import { BodySelect } from '../bodies/body-select.tsx';
import { bodyNameQuery } from '../bodies/queries/bodies.ts';
import { roundChoicesQuery } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

/** As in the address: days, and no names. */
export interface AddressFilter {
  readonly actor?: string;
  readonly act?: string;
  readonly subject?: string;
  readonly round?: string;
  readonly body?: string;
  readonly from?: string;
  readonly to?: string;
}

type Typed = { readonly [K in keyof AddressFilter]: string | undefined };

interface AuditFilterFormProps {
  readonly filter: AddressFilter;
  /** The name of the person whose acts are shown, taken from the rows. */
  readonly actorName: string | undefined;
  readonly onApply: (filter: AddressFilter) => void;
}

/** The filter of the trail; applied only on request, as each read is recorded. */
export function AuditFilterForm({ filter, actorName, onApply }: AuditFilterFormProps) {
  const texts = useTexts(auditTexts);
  const [typed, setTyped] = useState<Typed>(filter);
  const [labels, setLabels] = useState<{ readonly actor?: string | undefined; readonly body?: string | undefined }>({});
  const { data: bodyName } = useQuery({ ...bodyNameQuery(filter.body ?? ''), enabled: filter.body !== undefined });
  const change = (changed: Typed) => setTyped({ ...typed, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')));
  };
  const chosen = (value: string | undefined, label: string | undefined) => (value === undefined ? undefined : { value, label: label ?? texts.other });
  return (
    <Section title={texts.filter} lead={texts.filterMore}>
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
            <PersonSelect
              label={texts.actor}
              placeholder={texts.anybody}
              chosen={chosen(typed.actor, labels.actor ?? actorName)}
              onChoose={(actor) => {
                setLabels({ ...labels, actor: actor?.label });
                change({ actor: actor?.value });
              }}
            />
            <ActSelect value={typed.act} onChange={(act) => change({ act })} />
            <RoundSelect value={typed.round} onChange={(round) => change({ round })} />
            <BodySelect
              label={texts.body}
              placeholder={texts.allBodies}
              chosen={chosen(typed.body, labels.body ?? bodyName)}
              onChoose={(body) => {
                setLabels({ ...labels, body: body?.label });
                change({ body: body?.value });
              }}
            />
            <DayInput label={texts.from} value={typed.from} onChange={(from) => change({ from })} />
            <DayInput label={texts.to} value={typed.to} onChange={(to) => change({ to })} />
            {typed.subject === undefined ? null : <ChosenSubject subject={typed.subject} onClear={() => change({ subject: undefined })} />}
          </SimpleGrid>
          <Group gap="xs">
            <Button type="submit">{texts.apply}</Button>
            {Object.keys(filter).length > 0 ? (
              <LinkButton to="/lam-viec/nhat-ky" variant="default">
                {texts.clear}
              </LinkButton>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

/** What a row told of, chosen there: nobody types its code. */
function ChosenSubject({ subject, onClear }: { subject: string; onClear: () => void }) {
  const texts = useTexts(auditTexts);
  const { clear } = useTexts(controlTexts).search;
  const kinds = useTexts(TRAIL_SUBJECT_NAMES);
  const [kind = ''] = subject.split(':');
  return (
    <TextInput
      label={texts.subject}
      readOnly
      value={kinds[kind as keyof typeof kinds] ?? texts.other}
      rightSection={<CloseButton size="sm" aria-label={`${clear}: ${texts.subject}`} onClick={onClear} />}
    />
  );
}

interface FieldProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function ActSelect({ value = '', onChange }: FieldProps) {
  const texts = useTexts(auditTexts);
  const groups = useTexts(ACT_GROUP_NAMES);
  const acts = useTexts(ACT_NAMES);
  const known = value === '' || value in acts || value in groups;
  return (
    <NativeSelect label={texts.act} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}>
      <option value="">{texts.allActs}</option>
      {known ? null : <option value={value}>{texts.other}</option>}
      {Object.entries(groups).map(([prefix, group]) => (
        <optgroup key={prefix} label={group}>
          <option value={prefix}>{texts.allOf(group)}</option>
          {Object.entries(acts)
            .filter(([act]) => act.startsWith(prefix))
            .map(([act, words]) => (
              <option key={act} value={act}>
                {words}
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

function RoundSelect({ value = '', onChange }: FieldProps) {
  const texts = useTexts(auditTexts);
  const rounds = useQuery(roundChoicesQuery).data?.items ?? [];
  const known = value === '' || rounds.some(({ id }) => id === value);
  return (
    <NativeSelect
      label={texts.round}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      data={[
        { value: '', label: texts.allRounds },
        ...(known ? [] : [{ value, label: texts.other }]),
        ...rounds.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  );
}
