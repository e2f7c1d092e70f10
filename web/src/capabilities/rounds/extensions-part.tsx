import { Button, Text } from '@mantine/core';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../kit/lists/empty.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatDay, formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { AttachedDecision } from './decision-select.tsx';
import { ExtensionForm } from './extension-form.tsx';
import type { PartProps } from './parts.ts';
import { type Extension, extensionsQuery } from './queries/round-changes.ts';
import { planTexts } from './texts/round-plan.ts';

/** The register of extensions, readable by everybody in the round; its owners add to it. */
export function ExtensionsPart({ round, mayChange }: PartProps) {
  const texts = useTexts(planTexts).extensions;
  const steps = useTexts(STEP_NAMES);
  const { deadline } = useStepTimes();
  const query = useQuery(extensionsQuery(round.id));
  const [adding, setAdding] = useState(false);
  const [granted, setGranted] = useState<string>();
  const columns: readonly Column<Extension>[] = [
    {
      key: 'body',
      title: texts.body,
      names: true,
      cell: ({ body }) => (
        <Text size="sm" fw={500} miw="8rem">
          {body?.name ?? texts.allBodies}
        </Text>
      ),
    },
    {
      key: 'step',
      title: texts.step,
      cell: ({ step }) => (
        <Text size="sm" miw="8rem">
          {steps[step]}
        </Text>
      ),
    },
    { key: 'item', title: texts.item, cell: ({ item }) => item ?? texts.allItems },
    { key: 'until', title: texts.until, cell: ({ until }) => <span className="figures">{deadline(until)}</span> },
    {
      key: 'document',
      title: texts.document,
      cell: ({ document, decision }) => (
        <Text size="sm" miw="8rem">
          {texts.dated(document.number, formatDay(document.date))}
          <AttachedDecision round={round.id} decision={decision} />
        </Text>
      ),
    },
    {
      key: 'reason',
      title: texts.reason,
      cell: ({ reason }) => (
        <Text size="sm" miw="14rem">
          {reason}
        </Text>
      ),
    },
    {
      key: 'granted',
      title: texts.granted,
      cell: ({ grantedBy, grantedAt }) => (
        <Text size="sm" miw="9rem">
          {texts.grantedBy(grantedBy.name, formatMoment(grantedAt))}
        </Text>
      ),
    },
  ];
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        mayChange && round.state === 'open' && !adding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {adding ? (
        <ExtensionForm
          round={round}
          onCancel={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false);
            setGranted(id);
          }}
        />
      ) : null}
      {granted && !adding ? (
        <Arrival of={granted}>
          <Notice kind="good">{texts.saved}</Notice>
        </Arrival>
      ) : null}
      <Loaded
        query={query}
        empty={
          <Empty title={texts.none}>
            <Text>{round.state === 'draft' ? texts.noneDraft : texts.noneOpen}</Text>
          </Empty>
        }
      >
        {(data) => <Table caption={texts.caption} columns={columns} rows={data} keyOf={({ id }) => id} />}
      </Loaded>
    </Section>
  );
}
