import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { BODY_KINDS } from '@parindex/core/bodies/types';
import { BODY_KIND_NAMES, BODY_TYPE_NAMES } from '@parindex/core/words/kinds';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { PagedList } from '../../kit/lists/paged-list.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { AddressFilter } from './body-filter-form.tsx';
import { BodyName } from './body-name.tsx';
import { type BodyRow, bodiesQuery } from './queries/bodies.ts';
import { Successors } from './successors.tsx';
import { bodiesTexts } from './texts/bodies.ts';

const TYPING_MS = 200;

export function BodyResults({ filter }: { filter: AddressFilter }) {
  const texts = useTexts(bodiesTexts);
  const kinds = useTexts(BODY_KIND_NAMES);
  const types = useTexts(BODY_TYPE_NAMES);
  const [settled] = useDebouncedValue(filter, TYPING_MS);
  const list = useInfiniteQuery({ ...bodiesQuery({ ...settled, kind: BODY_KINDS.find((kind) => kind === settled.kind) }), placeholderData: keepPreviousData });
  return (
    <PagedList list={list} none={texts.none} noneMore={texts.noneMore}>
      {(rows) => (
        <Table
          caption={texts.table}
          keyOf={({ id }) => id}
          rows={rows}
          columns={[
            { key: 'name', title: texts.name, least: '9rem', names: true, cell: (row) => <NameCell row={row} on={filter.on} /> },
            { key: 'type', title: texts.type, cell: ({ type, kind }) => (type === null ? kinds[kind] : (types[type as keyof typeof types] ?? type)) },
            { key: 'code', title: texts.code, cell: ({ code }) => code },
            { key: 'above', title: texts.above, least: '9rem', cell: ({ parent }) => (parent === null ? '' : <BodyName id={parent} />) },
            { key: 'state', title: texts.state, least: '9rem', cell: (row) => <StateCell row={row} /> },
          ]}
        />
      )}
    </PagedList>
  );
}

function NameCell({ row: { id, name, found }, on }: { row: BodyRow; on: string | undefined }) {
  const texts = useTexts(bodiesTexts);
  const { period } = useTexts(controlTexts);
  return (
    <>
      <Link to="/lam-viec/co-quan/$body" params={{ body: id }} search={on === undefined ? {} : { on }}>
        {name.full}
      </Link>
      {found && found.full !== name.full ? (
        <Text size="sm" c="dimmed">
          {texts.found(found.full, period(found.from, found.to))}
        </Text>
      ) : null}
    </>
  );
}

function StateCell({ row: { exists, opened, closed, became } }: { row: BodyRow }) {
  const texts = useTexts(bodiesTexts);
  if (exists) return texts.exists;
  return (
    <Stack gap={2} maw="28rem">
      <Text size="sm">{closed ? texts.ended(formatDay(closed)) : opened ? texts.notYet(formatDay(opened)) : texts.notThere}</Text>
      {became.map((one) => (
        <Successors key={`${one.body.id} ${one.changedOn}`} became={one} />
      ))}
    </Stack>
  );
}
