import { Button, Text } from '@mantine/core';
import type { ConsequenceCode } from '@parindex/core/round/consequences';
import { useState } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Notice } from '../../kit/notice.tsx';
import { type Pending, usePendingChanges } from '../../kit/pending-changes.ts';
import { KeepChanges, PendingActions, PendingMark } from '../../kit/save-changes.tsx';
import { Section } from '../../kit/section.tsx';
import { type Column, Table } from '../../kit/table.tsx';
import { useAct } from '../../kit/use-act.ts';
import { otherThanUntold, UntoldConsequences } from './consequences.tsx';
import { AttachedDecision } from './decision-select.tsx';
import { ExclusionForm } from './exclusion-form.tsx';
import type { PartProps } from './parts.ts';
import { type Exclusion, roundAnswered, setExclusions } from './queries/rounds.ts';
import { useRoundScheme } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

const keyOf = ({ body, item }: Exclusion) => `${body} ${item}`;

/** Items that do not apply to a body, each with its legal basis. */
export function ExclusionsPart({ round, mayChange }: PartProps) {
  const all = useTexts(planTexts);
  const texts = all.exclusions;
  const [adding, setAdding] = useState(false);
  const { scheme, loading } = useRoundScheme(round);
  const changes = usePendingChanges(round.exclusions, keyOf);
  const save = useAct((told: ConsequenceCode[]) => setExclusions(round.id, { version: round.version, exclusions: [...changes.result], told }), {
    refresh: roundAnswered,
    onDone: changes.clear,
  });
  const bodyName = (id: string) => round.participants.find(({ body }) => body === id)?.name ?? id;
  const itemName = (code: string) => `${code} ${scheme?.items.find((item) => item.code === code)?.title ?? ''}`;
  const columns: readonly Column<Pending<Exclusion>>[] = [
    {
      key: 'body',
      title: texts.body,
      names: true,
      cell: ({ member, state }) => (
        <Text size="sm" fw={500} miw="8rem">
          {bodyName(member.body)}
          <PendingMark state={state} />
        </Text>
      ),
    },
    {
      key: 'item',
      title: texts.item,
      cell: ({ member }) => (
        <Text size="sm" miw="16rem">
          {itemName(member.item)}
        </Text>
      ),
    },
    {
      key: 'basis',
      title: texts.basis,
      cell: ({ member }) => (
        <>
          {member.legalBasis}
          <AttachedDecision round={round.id} decision={member.decision} />
        </>
      ),
    },
    ...(mayChange
      ? [
          {
            key: 'actions',
            title: all.calendar.actions,
            cell: ({ key, member, state }: Pending<Exclusion>) => (
              <PendingActions
                state={state}
                about={`${bodyName(member.body)}, ${member.item}`}
                onRemove={() => changes.remove(key)}
                onUndo={() => changes.undo(key)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        mayChange && scheme && !adding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {loading ? <Loading /> : null}
      {mayChange && !loading && !scheme ? <Notice kind="note">{texts.noScheme}</Notice> : null}
      {adding && scheme ? (
        <ExclusionForm
          round={round.id}
          participants={round.participants}
          tree={scheme.tree}
          onCancel={() => setAdding(false)}
          onPut={(exclusion) => {
            changes.put(exclusion);
            setAdding(false);
          }}
        />
      ) : null}
      <UntoldConsequences round={round} act={save} onAgree={save.mutate} />
      <KeepChanges changes={changes} save={{ ...otherThanUntold(save), mutate: () => save.mutate([]) }} saved={texts.saved} />
      {changes.list.length === 0 ? (
        <Empty title={texts.none}>
          <Text>{texts.noneMore}</Text>
        </Empty>
      ) : (
        <Table caption={texts.caption} columns={columns} rows={changes.list} keyOf={({ key }) => key} />
      )}
    </Section>
  );
}
