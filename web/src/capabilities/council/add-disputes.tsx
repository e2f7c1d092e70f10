import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { PROPOSALS, type Proposal } from '@parindex/core/council/votes';
import { PROPOSAL_NAMES } from '@parindex/core/words/council-words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Disputes, disputesQuery } from '../explanation/queries/explanation.ts';
import { asSent, changeSession, sessionChanged } from './acts.ts';
import { agendaOf, isWaiting } from './disputes-on-agenda.ts';
import type { Session } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

interface AddDisputesProps {
  readonly session: Session;
  readonly onClose: () => void;
}

type Dispute = Disputes['items'][number];

const keyOf = ({ body, item }: { readonly body: { readonly id: string }; readonly item: { readonly code: string } }) => `${body.id} ${item.code}`;

/** What bodies ask the council to look at, and that is on no agenda yet or was put off, goes onto the agenda in one act. */
export function AddDisputes(props: AddDisputesProps) {
  const { data, error, refetch } = useQuery(disputesQuery(props.session.round));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const here = new Set(props.session.agenda.map(keyOf));
  const waiting = data.items.filter((one) => !here.has(keyOf(one)) && isWaiting(one));
  return <Fields {...props} waiting={waiting} />;
}

function Fields({ session, waiting, onClose }: AddDisputesProps & { waiting: readonly Dispute[] }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [proposal, setProposal] = useState<Proposal>('asAppraised');
  const chosen = waiting.filter((one) => !left.has(keyOf(one)));
  const add = useAct(
    async () => {
      const sent = asSent(session);
      await changeSession(session, { ...sent, agenda: [...sent.agenda, ...agendaOf(chosen, proposal)] });
    },
    { onEnd: (client) => sessionChanged(client, session.round), onDone: onClose },
  );
  const pick = (keys: readonly string[], on: boolean) =>
    setLeft((before) => new Set(on ? [...before].filter((key) => !keys.includes(key)) : [...before, ...keys]));
  if (waiting.length === 0)
    return (
      <Group>
        <Text size="sm">{texts.noDisputes}</Text>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {texts.close}
        </Button>
      </Group>
    );
  return (
    <InlineForm
      title={texts.addDisputes}
      of="form"
      submit={texts.addChosen(formatCount(chosen.length, language))}
      quiet
      disabled={chosen.length === 0}
      onSubmit={() => add.mutate()}
      onCancel={onClose}
    >
      <Stack gap="xs">
        <Checkbox
          label={texts.allDisputes(formatCount(waiting.length, language))}
          checked={left.size === 0}
          indeterminate={left.size > 0 && chosen.length > 0}
          onChange={({ currentTarget }) => pick(waiting.map(keyOf), currentTarget.checked)}
        />
        {waiting.map((one) => (
          <Checkbox
            key={keyOf(one)}
            pl="lg"
            label={texts.onAgenda(one.body.name, one.item.code, one.item.title)}
            description={one.dispute.text}
            checked={!left.has(keyOf(one))}
            onChange={({ currentTarget }) => pick([keyOf(one)], currentTarget.checked)}
          />
        ))}
        <Select
          label={texts.proposal}
          maw="20rem"
          allowDeselect={false}
          // Other values are proposed on each item itself, once it is there.
          data={PROPOSALS.filter((value) => value !== 'other').map((value) => ({ value, label: PROPOSAL_NAMES[language][value] }))}
          value={proposal}
          onChange={(value) => setProposal((value ?? 'asAppraised') as Proposal)}
        />
        <Outcome error={add.error} />
      </Stack>
    </InlineForm>
  );
}
