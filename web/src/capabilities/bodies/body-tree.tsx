import { Box, NativeSelect, Text } from '@mantine/core';
import { BODY_KIND_NAMES } from '@parindex/core/words/kinds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { bodyTreeQuery } from './queries/bodies.ts';
import { bodiesTexts } from './texts/bodies.ts';
import { bodyTexts } from './texts/body.ts';

const DEPTHS = [1, 2, 3, 4];

/** The bodies below on that day, indented by level. */
export function BodyTree({ id, on }: { id: string; on: string | undefined }) {
  const texts = useTexts(bodyTexts);
  const words = useTexts(bodiesTexts);
  const kinds = useTexts(BODY_KIND_NAMES);
  const [depth, setDepth] = useState(1);
  const query = useQuery({ ...bodyTreeQuery(id, on, depth), placeholderData: keepPreviousData });
  return (
    <Section
      title={texts.tree}
      actions={
        <NativeSelect
          label={texts.depth}
          value={String(depth)}
          onChange={({ currentTarget }) => setDepth(Number(currentTarget.value))}
          data={DEPTHS.map((levels) => ({ value: String(levels), label: texts.depths(levels) }))}
        />
      }
    >
      <Loaded query={query} empty={<Text size="sm">{texts.noTree}</Text>}>
        {(data) => (
          <Table
            caption={texts.tree}
            dense
            keyOf={({ id: below }) => below}
            rows={data.items}
            columns={[
              {
                key: 'name',
                title: words.name,
                least: '9rem',
                names: true,
                cell: ({ id: below, name, depth: level }) => (
                  <Box pl={`${(level - 1) * 1.5}rem`}>
                    <Link to="/lam-viec/co-quan/$body" params={{ body: below }} search={on === undefined ? {} : { on }}>
                      {name}
                    </Link>
                  </Box>
                ),
              },
              { key: 'kind', title: words.kind, least: '10rem', cell: ({ kind }) => kinds[kind] },
              { key: 'code', title: words.code, cell: ({ code }) => code },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
