import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { MOST_REFERENCES } from '@parindex/core/contracts/limits';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { libraryChanged } from '../../device/uploads/queries.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { documentName } from './document-name.ts';
import { type Carriable, carriableQuery, carryDocuments } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

type Answers = ReadonlyMap<string, { readonly holds: boolean; readonly id: string }>;

interface CarryForwardProps {
  readonly library: SheetKey;
  readonly onDone: (count: number) => void;
  readonly onCancel: () => void;
}

/** Documents of the previous round; each is only carried over if somebody confirms that it is still valid. */
export function CarryForward({ library, onDone, onCancel }: CarryForwardProps) {
  const texts = useTexts(documentTexts).carry;
  const { close } = useTexts(controlTexts);
  const { data, error, refetch } = useQuery(carriableQuery(library));
  const [answers, setAnswers] = useState<Answers>(new Map());
  const holding = (data?.items ?? []).flatMap(({ id: document, versions: [newest] }) => {
    const answer = answers.get(document);
    return answer?.holds && newest ? [{ id: answer.id, document, version: newest.number }] : [];
  });
  const carry = useAct(
    async (from: string) => {
      for (let at = 0; at < holding.length; at += MOST_REFERENCES) await carryDocuments(library, from, holding.slice(at, at + MOST_REFERENCES));
      return holding.length;
    },
    {
      refresh: (client) => void libraryChanged(client, library),
      onDone,
    },
  );
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { from, items } = data;
  if (!from || items.length === 0)
    return (
      <Arrival>
        <Empty title={texts.none}>
          <Text>{texts.noneMore}</Text>
          <Button variant="default" onClick={onCancel}>
            {close}
          </Button>
        </Empty>
      </Arrival>
    );
  const open = items.filter(({ carried }) => !carried).length;
  const answer = (document: string, holds: boolean) =>
    setAnswers((before) => new Map(before).set(document, { holds, id: before.get(document)?.id ?? crypto.randomUUID() }));
  return (
    <InlineForm
      title={texts.title}
      of="carry"
      submit={texts.save(holding.length)}
      act={carry}
      disabled={holding.length === 0}
      onSubmit={() => carry.mutate(from.round)}
      onCancel={onCancel}
    >
      <Text size="sm">{texts.lead(from.title.includes(String(from.year)) ? from.title : texts.ofYear(from.title, from.year))}</Text>
      <CarriedTable items={items} answers={answers} onAnswer={answer} />
      <Text size="sm" role="status">
        {texts.answered(answers.size, open)}
      </Text>
    </InlineForm>
  );
}

interface CarriedTableProps extends Pick<Carriable, 'items'> {
  readonly answers: Answers;
  readonly onAnswer: (document: string, holds: boolean) => void;
}

function CarriedTable({ items, answers, onAnswer }: CarriedTableProps) {
  const all = useTexts(documentTexts);
  const texts = all.carry;
  const { language } = useLanguage();
  const answerOf = (id: string) => {
    const answer = answers.get(id);
    return answer === undefined ? null : answer.holds ? 'holds' : 'ended';
  };
  return (
    <Table
      caption={texts.title}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'document',
          title: texts.document,
          names: true,
          least: '7rem',
          cell: (row) => (
            <Stack gap={0}>
              <span>{documentName(row, row.versions[0], language)}</span>
              <Text size="sm" c="dimmed">
                {row.versions[0]?.facts.subject ?? ''}
              </Text>
            </Stack>
          ),
        },
        {
          key: 'answer',
          title: texts.answer,
          least: '8rem',
          cell: (row) =>
            row.carried ? (
              texts.already
            ) : (
              <Group gap="sm" role="radiogroup" aria-label={texts.question(documentName(row, row.versions[0], language))}>
                {(['holds', 'ended'] as const).map((answer) => (
                  <Radio
                    key={answer}
                    name={row.id}
                    value={answer}
                    label={texts[answer]}
                    checked={answerOf(row.id) === answer}
                    onChange={() => onAnswer(row.id, answer === 'holds')}
                  />
                ))}
              </Group>
            ),
        },
      ]}
    />
  );
}
