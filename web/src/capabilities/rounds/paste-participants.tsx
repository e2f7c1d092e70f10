import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { PasteForm } from '../../kit/forms/paste-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { NamedBody } from '../bodies/queries/bodies.ts';
import { type MatchedLine, matchLines } from './match-lines.ts';
import type { Participant } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

interface PasteParticipantsProps {
  readonly there: readonly Participant[];
  readonly onAdd: (bodies: readonly NamedBody[]) => void;
  readonly onCancel: () => void;
}

/** Adds many bodies at once, by id or name, looked up before anything is added. */
export function PasteParticipants({ there, onAdd, onCancel }: PasteParticipantsProps) {
  const texts = useTexts(planTexts).participants;
  const fields = useTexts(controlTexts);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const match = useAct(() => matchLines(text, new Set(there.map(({ body }) => body))));
  const found = (match.data ?? []).flatMap((line) => (line.result === 'found' ? line.bodies : []));
  const told = ({ result, bodies }: MatchedLine) => {
    const names = bodies.map(({ name, id }) => `${name} (${id})`).join(', ');
    return result === 'unknown' ? texts.unknown : texts[result](names);
  };
  return (
    <PasteForm
      title={texts.pasteTitle}
      label={texts.pasteLabel}
      description={texts.pasteMore}
      text={text}
      onText={(typed) => {
        setText(typed);
        match.reset();
      }}
      onRead={() => match.mutate()}
    >
      <Outcome error={match.error} />
      {match.isPending ? <Loading /> : null}
      {match.data ? (
        <Arrival of={match.data}>
          <Table
            caption={texts.preview}
            columns={[
              { key: 'line', title: texts.line, names: true, cell: ({ line }) => line },
              { key: 'match', title: texts.match, cell: told },
            ]}
            rows={match.data}
            keyOf={({ line }) => line}
            dense
          />
        </Arrival>
      ) : null}
      <Group>
        {found.length > 0 ? <Button onClick={() => onAdd(found)}>{texts.add(formatCount(found.length, language))}</Button> : null}
        <Button type="submit" variant={found.length > 0 ? 'default' : 'filled'} loading={match.isPending}>
          {texts.preview}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {fields.cancel}
        </Button>
      </Group>
    </PasteForm>
  );
}
