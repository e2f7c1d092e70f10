import { Select, SimpleGrid } from '@mantine/core';
import { PROPOSALS, type Proposal } from '@parindex/core/council/votes';
import { PROPOSAL_NAMES } from '@parindex/core/words/council-words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ItemSelect } from '../../kit/fields/item-select.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Round, roundQuery } from '../rounds/queries/rounds.ts';
import { useRoundScheme } from '../rounds/round-scheme.ts';
import { asSent, changeSession, sessionChanged } from './acts.ts';
import type { Session } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

interface AddItemProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** An item of a body's sheet is put on the agenda. */
export function AddItem(props: AddItemProps) {
  const query = useQuery(roundQuery(props.session.round));
  return query.data ? <Fields {...props} round={query.data} /> : <NotLoaded error={query.error} retry={query.refetch} />;
}

function Fields({ session, round, onClose }: AddItemProps & { round: Round }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const { scheme } = useRoundScheme(round);
  const [body, setBody] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [proposal, setProposal] = useState<Proposal>('asAppraised');
  const add = useAct(
    async () => {
      if (body === null || item === null) return;
      const sent = asSent(session);
      await changeSession(session, { ...sent, agenda: [...sent.agenda, { item: crypto.randomUUID(), body, code: item, proposal, words: null, targets: [] }] });
    },
    { onEnd: (client) => sessionChanged(client, session.round), onDone: onClose },
  );
  return (
    <InlineForm title={texts.addItem} of="form" submit={texts.addItem} quiet onSubmit={() => add.mutate()} onCancel={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={texts.body}
          required
          searchable
          data={round.participants.map((one) => ({ value: one.body, label: one.name }))}
          value={body}
          onChange={setBody}
        />
        <ItemSelect label={texts.item} required domains={scheme?.tree ?? []} value={item} onChange={setItem} />
        <Select
          label={texts.proposal}
          allowDeselect={false}
          // Other values are proposed on the item itself, once it is there.
          data={PROPOSALS.filter((value) => value !== 'other').map((value) => ({ value, label: PROPOSAL_NAMES[language][value] }))}
          value={proposal}
          onChange={(value) => setProposal((value ?? 'asAppraised') as Proposal)}
        />
      </SimpleGrid>
      <Outcome error={add.error} />
    </InlineForm>
  );
}
