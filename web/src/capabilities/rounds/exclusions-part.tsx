import { Button, Text } from '@mantine/core';
import type { ConsequenceCode } from '@parindex/core/round/consequences';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { type Pending, usePendingChanges } from '../../kit/forms/pending-changes.ts';
import { KeepChanges, PendingActions, PendingMark } from '../../kit/forms/save-changes.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
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
