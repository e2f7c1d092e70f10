import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { isItemAssigned } from '@parindex/core/assignments/assigned-targets';
import { targetKey } from '@parindex/core/ledger/entry';
import { allows } from '@parindex/core/round/sheet-states';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../kit/lists/empty.tsx';
import { PARTS_TO_REVIEW } from '../../kit/page/places.ts';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { AsBefore } from './as-before.tsx';
import { AssignDomains } from './assign-domains.tsx';
import { ChainPart } from './chain-part.tsx';
import { DecideAllActs } from './decide-all.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { assignmentsQuery } from './queries/assignments.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { assignTexts } from './texts/assign.ts';

/** The assignments of a sheet's parts: edited by the body, read by the departments. */
export function AssignView() {
  const texts = useTexts(assignTexts);
  const { sheet, shown } = useSheet();
  const { data, error, refetch } = useQuery(assignmentsQuery(sheet));
  const hash = useLocation({ select: (location) => location.hash });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'give' | 'takeBack' | 'asBefore'>();
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const enters = shown.answer.enters === 'declare';
  const gives = enters && !shown.answer.roundClosed && allows(shown.answer.state, 'propose');
  const close = () => setAsking(undefined);
  const done = () => {
    setSelected(new Set());
    close();
  };
  const { chain, assignments, departments } = data;
  const chosen = assignments.filter(({ kind, target }) => selected.has(targetKey({ kind, id: target })));
  // A figure that came with an item is decided on with it.
  const codes = [...selected].flatMap((key) => (key.startsWith('item ') ? [key.slice('item '.length)] : []));
  const along = new Set([...selected, ...codes.map((code) => shown.partsAt(code)).flatMap((parts) => (isItemAssigned(parts) ? parts.map(targetKey) : []))]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} maw="75ch">
          <Title order={2} size="h3">
            {texts.title}
          </Title>
          <Text>{gives ? texts.lead : enters ? texts.leadFrozen : texts.leadReading}</Text>
        </Stack>
        <Group gap="xs" className="screen-only">
          {gives ? (
            <Button variant="default" onClick={() => setAsking('asBefore')}>
              {texts.asBefore}
            </Button>
          ) : null}
          <DecideAllActs
            answer={shown.answer}
            parts={shown.answer.parts}
            rules={shown.rules}
            acts={enters ? (gives && chain.review ? ['review'] : []) : ['accept', 'submit']}
            opened={hash === PARTS_TO_REVIEW ? 'review' : undefined}
          />
        </Group>
      </Group>
      <ChainPart chain={chain} />
      {assignments.length === 0 ? <Empty title={texts.none}>{gives ? <Text>{texts.choose}</Text> : null}</Empty> : null}
      <AssignDomains assignments={assignments} selected={gives ? selected : undefined} onSelect={setSelected} />
      {gives && selected.size > 0 ? (
        <Selected
          count={selected.size}
          onGive={() => setAsking('give')}
          onTakeBack={chosen.length > 0 ? () => setAsking('takeBack') : undefined}
          onClear={() => setSelected(new Set())}
        >
          <DecideAllActs
            answer={shown.answer}
            parts={shown.answer.parts.filter((part) => along.has(targetKey(part)))}
            rules={shown.rules}
            acts={['recordDocument']}
          />
        </Selected>
      ) : null}
      {asking === 'give' ? <GiveDialog departments={departments} selected={[...selected]} onDone={done} onClose={close} /> : null}
      {asking === 'takeBack' ? <TakeBackDialog assignments={chosen} onDone={done} onClose={close} /> : null}
      {asking === 'asBefore' ? <AsBefore departments={departments} assignments={assignments} onDone={done} onClose={close} /> : null}
    </Stack>
  );
}

interface SelectedProps {
  readonly count: number;
  readonly onGive: () => void;
  readonly onTakeBack: (() => void) | undefined;
  readonly onClear: () => void;
  readonly children: React.ReactNode;
}

/** The actions on the selection, always in sight however long the list is. */
function Selected({ count, onGive, onTakeBack, onClear, children }: SelectedProps) {
  const texts = useTexts(assignTexts);
  const { language } = useLanguage();
  return (
    <Paper withBorder shadow="sm" p="sm" className="screen-only" style={{ position: 'sticky', bottom: 8, zIndex: 20 }}>
      <Group gap="xs">
        <Text size="sm" fw={600} role="status">
          {texts.selected(formatCount(count, language))}
        </Text>
        <Button onClick={onGive}>{texts.give}</Button>
        {onTakeBack ? (
          <Button variant="default" onClick={onTakeBack}>
            {texts.takeBack}
          </Button>
        ) : null}
        {children}
        <Button variant="subtle" onClick={onClear}>
          {texts.clear}
        </Button>
      </Group>
    </Paper>
  );
}
