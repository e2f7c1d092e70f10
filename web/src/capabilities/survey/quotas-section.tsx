import { Button, Group, NativeSelect, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { newSurveyQuota } from '@parindex/core/contracts/schemas/survey-quotas';
import { QUOTA_STRATA, type QuotaStratum } from '@parindex/core/survey/quotas';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { declareQuota, quotasChanged, quotasQuery, type SurveyQuota, type SurveyQuotas } from './queries/quotas.ts';
import type { Survey } from './queries/survey.ts';
import { quotasTexts } from './texts/quotas.ts';

interface QuotasProps {
  readonly round: string;
  readonly survey: Survey;
  readonly leads: boolean;
}

/** How many responses are taken of whom, and how far that is filled; whoever leads the survey declares it. */
export function QuotasSection({ round, survey, leads }: QuotasProps) {
  const texts = useTexts(quotasTexts);
  const query = useQuery(quotasQuery(round));
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Loaded query={query}>
        {(quotas) => (
          <Stack>
            {quotas.items.length === 0 ? <Text size="sm">{texts.none}</Text> : <QuotaTable survey={survey} quotas={quotas} />}
            {leads ? <QuotaForm round={round} survey={survey} quotas={quotas} /> : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function QuotaTable({ survey, quotas: { items, threshold } }: { survey: Survey; quotas: SurveyQuotas }) {
  const texts = useTexts(quotasTexts);
  const { language } = useLanguage();
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  const count = (value: number) => formatCount(value, language);
  const last = ({ declarations }: SurveyQuota) => declarations.at(-1) as SurveyQuota['declarations'][number];
  const columns: Column<SurveyQuota>[] = [
    { key: 'body', title: texts.body, names: true, least: '11rem', cell: ({ body }) => body.name },
    { key: 'group', title: texts.group, least: '10rem', cell: ({ group }) => titles.get(group) ?? group },
    {
      key: 'of',
      title: texts.of,
      least: '10rem',
      cell: ({ stratum, value }) => (stratum === 'whole' ? texts.strata.whole : texts.stratumOf(texts.strata[stratum], value)),
    },
    { key: 'listed', title: texts.listed, align: 'right', cell: ({ listed }) => count(listed) },
    { key: 'aimed', title: texts.aimed, align: 'right', cell: (quota) => (last(quota).aimed === null ? '–' : count(last(quota).aimed as number)) },
    { key: 'most', title: texts.most, align: 'right', cell: (quota) => count(last(quota).most) },
    {
      key: 'filled',
      title: texts.filled,
      cell: ({ atLeast, full }) =>
        full ? <StateBadge tone="good">{texts.full}</StateBadge> : atLeast === 0 ? texts.below(count(threshold)) : texts.atLeast(count(atLeast)),
    },
    { key: 'declared', title: texts.declared, least: '14rem', cell: (quota) => <Declared quota={quota} /> },
  ];
  return (
    <Stack gap="xs">
      <Table caption={texts.title} rows={items} keyOf={({ body, group, stratum, value }) => `${body.id} ${group} ${stratum} ${value}`} columns={columns} />
      <Text size="sm">{texts.stepsMore(count(threshold))}</Text>
    </Stack>
  );
}

/** Who declared it last, why, and what held before. */
function Declared({ quota: { declarations } }: { quota: SurveyQuota }) {
  const texts = useTexts(quotasTexts);
  const { language } = useLanguage();
  const [last, before] = declarations.toReversed();
  if (!last) return null;
  return (
    <Stack gap={2}>
      <Text size="sm">{texts.declaredBy(last.by.name, formatMoment(last.at))}</Text>
      {last.reason === null ? null : <Text size="sm">{texts.because(last.reason)}</Text>}
      {before ? <Text size="sm">{texts.before(formatCount(before.most, language), formatMoment(before.at))}</Text> : null}
    </Stack>
  );
}

const EMPTY = { body: '', group: '', stratum: 'whole' as QuotaStratum, value: '', most: '' as number | string, aimed: '' as number | string, reason: '' };

function QuotaForm({ round, survey, quotas: { items, threshold } }: { round: string; survey: Survey; quotas: SurveyQuotas }) {
  const texts = useTexts(quotasTexts);
  const { language } = useLanguage();
  const { values, put } = useForm(EMPTY);
  // Of each declaration anew.
  const [id, setId] = useState(() => crypto.randomUUID());
  const { body, group, stratum, value, most, aimed, reason } = values;
  const named = stratum === 'whole' ? '' : value.replaceAll(/\s+/gu, ' ').trim();
  const there = items.find(
    (quota) =>
      quota.body.id === body && quota.group === group && quota.stratum === stratum && quota.value.toLocaleLowerCase('vi') === named.toLocaleLowerCase('vi'),
  );
  const declare = useAct(
    () =>
      declareQuota(round, {
        ...{ id, number: (there?.declarations.length ?? 0) + 1, body, group, stratum, value: named, most: Number(most) },
        ...(aimed === '' ? {} : { aimed: Number(aimed) }),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    {
      refresh: (client) => quotasChanged(client, round),
      onDone: () => {
        setId(crypto.randomUUID());
        put({ most: '', aimed: '', reason: '' });
      },
    },
  );
  const change = (part: Partial<typeof values>) => {
    declare.reset();
    setId(crypto.randomUUID());
    put(part);
  };
  const numbers = { min: 1, allowDecimal: false, allowNegative: false } as const;
  return (
    <CheckedForm onSubmit={() => declare.mutate()}>
      <Stack role="group" aria-label={texts.form}>
        <Text size="sm">{texts.formMore}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={texts.body}
            required
            value={body}
            data={[{ value: '', label: texts.choose }, ...survey.bodies.map((of) => ({ value: of.body.id, label: of.body.name }))]}
            onChange={({ currentTarget }) => change({ body: currentTarget.value })}
          />
          <NativeSelect
            label={texts.group}
            required
            value={group}
            data={[{ value: '', label: texts.choose }, ...survey.groups.map(({ id: of, title }) => ({ value: of, label: title }))]}
            onChange={({ currentTarget }) => change({ group: currentTarget.value })}
          />
          <NativeSelect
            label={texts.of}
            value={stratum}
            data={QUOTA_STRATA.map((of) => ({ value: of, label: texts.strata[of] }))}
            onChange={({ currentTarget }) => change({ stratum: currentTarget.value as QuotaStratum })}
          />
          {stratum === 'whole' ? null : (
            <TextInput
              label={texts.values[stratum]}
              required
              {...limitsOf(newSurveyQuota).value}
              value={value}
              onChange={({ currentTarget }) => change({ value: currentTarget.value })}
            />
          )}
          <NumberInput
            label={texts.most}
            required
            description={texts.mostMore(formatCount(threshold, language))}
            {...numbers}
            value={most}
            onChange={(next) => change({ most: next })}
          />
          <NumberInput label={texts.aimed} description={texts.aimedMore} {...numbers} value={aimed} onChange={(next) => change({ aimed: next })} />
        </SimpleGrid>
        <ReasonInput label={texts.reason} required={false} {...limitsOf(newSurveyQuota).reason} value={reason} onChange={(next) => change({ reason: next })} />
        <Outcome error={declare.error} done={declare.isSuccess ? texts.done : undefined} />
        <Group>
          <Button type="submit" loading={declare.isPending}>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
