import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { searchKey } from '@parindex/core/text/search-key';
import { rowPlaceText } from '@parindex/core/words/import-words';
import { useDeferredValue, useMemo, useState } from 'react';
import { Table } from '../../kit/lists/table.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ImportedTextShown } from './imported-text.tsx';
import { MoreRows } from './more-rows.tsx';
import type { Batch, BatchLine } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

type Preview = Batch['preview'];
type Shown = BatchLine['outcome'] | 'all' | 'refused';

const OUTCOMES = ['change', 'bodysOwn', 'sameDay', 'older', 'same'] as const satisfies readonly BatchLine['outcome'][];
/** Outcomes that are only written if chosen. */
export const CHOSEN: ReadonlySet<string> = new Set(['older', 'sameDay', 'bodysOwn']);
/** Rows shown before filtering becomes easier than reading. */
const AT_ONCE = 100;

interface BatchRowsProps {
  readonly preview: Preview;
  readonly mayChoose: boolean;
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

/** The outcome of each row, filtered by outcome and search; a national round has thousands. */
export function BatchRows({ preview, mayChoose, chosen, onChoose }: BatchRowsProps) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const counts = useMemo(() => Map.groupBy(preview.rows, ({ outcome }) => outcome), [preview.rows]);
  const [show, setShow] = useState<Shown>('all');
  const [wanted, setWanted] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const key = useDeferredValue(searchKey(wanted));
  const count = (number: number) => formatCount(number, language);
  const rows = useMemo(
    () => preview.rows.filter((row) => (show === 'all' || row.outcome === show) && (key === '' || searchKey(`${row.body.name} ${row.name}`).includes(key))),
    [preview.rows, show, key],
  );
  const options = [
    { value: 'all', label: `${texts.allRows} (${count(preview.rows.length)})` },
    ...OUTCOMES.flatMap((outcome) => {
      const found = counts.get(outcome)?.length ?? 0;
      return found === 0 ? [] : [{ value: outcome, label: `${texts.outcomes[outcome]} (${count(found)})` }];
    }),
    ...(preview.refused.length === 0 ? [] : [{ value: 'refused', label: `${texts.refusedRows} (${count(preview.refused.length)})` }]),
  ];
  const choosable = rows.filter(({ outcome }) => CHOSEN.has(outcome));
  const choose = (lines: readonly number[], on: boolean) => {
    const next = new Set(chosen);
    for (const line of lines) {
      if (on) next.add(line);
      else next.delete(line);
    }
    onChoose(next);
  };
  const refusedShown = show === 'refused' || (show === 'all' && key === '');
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <NativeSelect
          label={texts.show}
          data={options}
          value={show}
          onChange={({ currentTarget }) => {
            setShow(currentTarget.value as Shown);
            setMost(AT_ONCE);
          }}
          w={{ base: '100%', sm: 300 }}
        />
        <TextInput
          label={texts.findBody}
          type="search"
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          w={{ base: '100%', sm: 300 }}
        />
      </Group>
      {refusedShown && preview.refused.length > 0 ? <RefusedRows refused={preview.refused.slice(0, most)} all={preview.refused.length} /> : null}
      {show === 'refused' ? null : rows.length === 0 ? (
        <Text size="sm" role="status">
          {texts.noneHere}
        </Text>
      ) : (
        <Table
          caption={texts.see}
          dense
          rows={rows.slice(0, most)}
          keyOf={({ line }) => String(line)}
          columns={[
            {
              key: 'figure',
              title: texts.ofBody,
              names: true,
              least: '9rem',
              cell: (row) => (
                <Stack gap={4} align="flex-start">
                  <Named row={row} />
                  <StateBadge tone={row.outcome === 'change' ? 'act' : 'quiet'}>{texts.outcomes[row.outcome]}</StateBadge>
                  {mayChoose && CHOSEN.has(row.outcome) ? (
                    <Checkbox
                      label={texts.take}
                      aria-label={texts.takeRow(row.name, row.body.name)}
                      checked={chosen.has(row.line)}
                      onChange={({ currentTarget }) => choose([row.line], currentTarget.checked)}
                    />
                  ) : null}
                </Stack>
              ),
            },
            {
              key: 'before',
              title: texts.before,
              least: '6rem',
              cell: ({ target, before }) => <ImportedTextShown kind={target.kind} told={before} own={before?.own ?? false} />,
            },
            { key: 'after', title: texts.after, least: '6rem', cell: ({ target, after }) => <ImportedTextShown kind={target.kind} told={after} /> },
          ]}
        />
      )}
      <Group>
        {show !== 'refused' && rows.length > most ? <MoreRows shown={most} all={rows.length} onMore={() => setMost(most + AT_ONCE)} /> : null}
        {mayChoose && choosable.length > 1 ? (
          <Button
            variant="default"
            onClick={() =>
              choose(
                choosable.map(({ line }) => line),
                true,
              )
            }
          >
            {texts.takeAll(count(choosable.length))}
          </Button>
        ) : null}
        {mayChoose && chosen.size > 0 ? (
          <Button variant="subtle" onClick={() => onChoose(new Set())}>
            {texts.takeNone}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

/** Identifies a row by body, figure and line. */
function Named({ row: { body, name, place } }: { row: BatchLine }) {
  const { language } = useLanguage();
  return (
    <span>
      <strong>{body.name}</strong>
      <br />
      {name}
      <Text size="xs" c="dimmed">
        {rowPlaceText(place, language)}
      </Text>
    </span>
  );
}

function RefusedRows({ refused, all }: { refused: Preview['refused']; all: number }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  return (
    <Stack gap={4}>
      <Table
        caption={texts.refusedRows}
        dense
        rows={refused}
        keyOf={({ place, code }) => `${place} ${code}`}
        columns={[
          { key: 'place', title: texts.where, names: true, least: '7rem', cell: ({ place }) => rowPlaceText(place, language) },
          { key: 'why', title: texts.why, cell: ({ message }) => message },
        ]}
      />
      {all > refused.length ? <Text size="sm">{texts.firstShown(formatCount(refused.length, language), formatCount(all, language))}</Text> : null}
    </Stack>
  );
}
