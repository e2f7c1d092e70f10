import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { Body } from './queries/bodies.ts';
import { bodyTexts } from './texts/body.ts';

interface HistoryLine {
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string | null;
  readonly status: string | null;
  readonly value: ReactNode;
}

/** All names, codes and groups of the body, with their dates. */
export function BodyHistory({ body: { names, codes, regions, blocks, parents } }: { body: Body }) {
  const texts = useTexts(bodyTexts);
  return (
    <Section title={texts.history}>
      <History title={texts.lists.names} told={names.map((one) => ({ ...one, value: one.full }))} />
      <History title={texts.lists.codes} told={codes.map((one) => ({ ...one, value: one.code }))} />
      <History title={texts.lists.regions} told={regions.map((one) => ({ ...one, value: one.name }))} />
      <History title={texts.lists.blocks} told={blocks.map((one) => ({ ...one, value: one.name }))} />
      <History
        title={texts.lists.parents}
        told={parents.map((one) => ({
          ...one,
          value: (
            <Link to="/lam-viec/co-quan/$body" params={{ body: one.body.id }}>
              {one.body.name}
            </Link>
          ),
        }))}
      />
    </Section>
  );
}

function History({ title, told }: { title: string; told: readonly HistoryLine[] }) {
  const texts = useTexts(bodyTexts);
  const { period } = useTexts(controlTexts);
  if (told.length === 0) return null;
  const basis = told.some((one) => one.basis !== null) ? [{ key: 'basis', title: texts.basis, cell: (one: HistoryLine) => one.basis }] : [];
  const status = told.some((one) => one.status !== null) ? [{ key: 'status', title: texts.status, cell: (one: HistoryLine) => one.status }] : [];
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Table
        caption={title}
        dense
        keyOf={({ from, to }) => `${from} ${to}`}
        rows={told}
        columns={[
          { key: 'value', title: texts.value, least: '9rem', names: true, cell: ({ value }) => value },
          { key: 'period', title: texts.period, least: '9rem', cell: ({ from, to }) => period(from, to) },
          ...basis,
          ...status,
        ]}
      />
    </Stack>
  );
}
