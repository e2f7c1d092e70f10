import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { FieldValue, Target } from '@parindex/core/ledger/entry';
import { TEXT_LIMITS } from '@parindex/core/ledger/fields';
import type { Item } from '@parindex/core/scheme/types';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { type Explanation, explanationActed, recordOfficialFigures } from '../explanation/queries/explanation.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { officialTexts } from './texts/official.ts';
import { useGivenValues } from './use-given-values.ts';
import { VerdictInputs } from './verdict-form.tsx';

interface OfficialFiguresProps {
  readonly item: Item;
  /** The last entry of the sheet that was seen. */
  readonly seq: number;
  /** Those of the item that stand. */
  readonly before: Explanation['officialFigures'];
}

/** Whoever appraises an item records official figures of it beside the claimed ones, changes them, or takes them back. */
export function OfficialFigureActs({ item, seq, before }: OfficialFiguresProps) {
  const texts = useTexts(officialTexts).figures;
  const { sheet } = useSheet();
  const [isOpen, setOpen] = useState(false);
  const withdraw = useAct(
    () =>
      recordOfficialFigures(sheet, item.code, {
        origin: 'web',
        base: seq,
        figures: before.map(({ figure }) => ({ id: crypto.randomUUID(), figure: figure.id, changes: {} })),
      }),
    { refresh: (client) => explanationActed(client, sheet) },
  );
  if (isOpen) return <OfficialFigureForm {...{ item, seq, before }} onClose={() => setOpen(false)} />;
  return (
    <Stack gap="xs" pb="sm">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {before.length > 0 ? texts.change : texts.record}
        </Button>
        {before.length > 0 ? (
          <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {texts.withdraw}
          </Button>
        ) : null}
      </Group>
      <Outcome error={withdraw.error} />
    </Stack>
  );
}

const VALUE = 'value';

function OfficialFigureForm({ item, seq, before, onClose }: OfficialFiguresProps & { readonly onClose: () => void }) {
  const texts = useTexts(officialTexts).figures;
  const controls = useTexts(controlTexts);
  const { sheet } = useSheet();
  const stood = (target: Target): Readonly<Record<string, FieldValue>> => {
    const known = before.find(({ figure }) => figure.id === target.id);
    return known ? { [VALUE]: known.value } : {};
  };
  const { values, isOpen, onValue, onOpen } = useGivenValues(
    before.map(({ figure, value }) => ({ target: { kind: 'figure', id: figure.id }, field: VALUE, value })),
  );
  const [source, setSource] = useState(before[0]?.source ?? '');
  const [date, setDate] = useState(before[0]?.date ?? undefined);
  const [isTold, setTold] = useState(false);
  const given = [...values.values()].filter(({ value }) => value !== null);
  const act = useAct(
    (day: string) =>
      recordOfficialFigures(sheet, item.code, {
        origin: 'web',
        base: seq,
        figures: given.map(({ target, value }) => ({
          id: crypto.randomUUID(),
          figure: target.id,
          changes: { value: value as string | boolean, source: source.trim(), date: day },
        })),
      }),
    { refresh: (client) => explanationActed(client, sheet), onDone: onClose },
  );
  const submit = () => {
    setTold(true);
    if (date !== undefined && given.length > 0 && !isOpen) act.mutate(date);
  };
  return (
    <Stack gap="sm" pb="sm" role="group" aria-label={texts.record}>
      <CheckedForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{texts.lead}</Text>
          <VerdictInputs item={item} only="figure" standing={stood} values={values} onValue={onValue} onOpen={onOpen} />
          <TextInput
            label={texts.source}
            description={texts.sourceHint}
            required
            maxLength={TEXT_LIMITS['source'] as number}
            value={source}
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
          />
          <DayInput label={texts.date} required value={date} onChange={setDate} />
          {isTold && given.length === 0 ? <Notice kind="warning">{texts.noValue}</Notice> : null}
          <Outcome error={act.error} />
          <Group gap="xs">
            <Button type="submit" loading={act.isPending}>
              {texts.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Stack>
  );
}
