import { Button, Group, Stack, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PagedList } from '../../../kit/lists/paged-list.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { type DrawUnit, drawUnitsQuery } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

interface SampleTableProps {
  readonly round: string;
  readonly number: number;
}

/** The units of a draw, once somebody wants to see them. */
export function SampleTable(props: SampleTableProps) {
  const texts = useTexts(drawTexts).sample;
  const [open, setOpen] = useState(false);
  if (open) return <Units {...props} />;
  return (
    <Group>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.open}
      </Button>
    </Group>
  );
}

function Units({ round, number }: SampleTableProps) {
  const texts = useTexts(drawTexts).sample;
  const { language } = useLanguage();
  const kindOf = ({ sample, reserve }: DrawUnit) => (sample ? texts.yes : reserve ? texts.reserve : texts.within);
  return (
    <Stack gap="sm">
      <Text fw={600}>{texts.title}</Text>
      <PagedList list={useInfiniteQuery(drawUnitsQuery(round, number))} none={texts.none} noneMore="">
        {(units) => (
          <Table
            caption={texts.title}
            dense
            rows={units}
            keyOf={({ stage, path }) => `${stage} ${path}`}
            columns={[
              { key: 'path', title: texts.unit, names: true, least: '10rem', cell: ({ path }) => path },
              { key: 'stage', title: texts.stage, cell: ({ stage }) => stage },
              { key: 'name', title: texts.name, cell: ({ name }) => name ?? '' },
              { key: 'stratum', title: texts.stratum, cell: ({ stratum }) => stratum },
              { key: 'order', title: texts.order, align: 'right', cell: ({ order }) => formatCount(order, language) },
              { key: 'kind', title: texts.kind, cell: kindOf },
              {
                key: 'chance',
                title: texts.chance,
                align: 'right',
                cell: ({ overall: { exact, rounded } }) => texts.chanceOf(exact, displayDecimal(rounded, language)),
              },
            ]}
          />
        )}
      </PagedList>
    </Stack>
  );
}
