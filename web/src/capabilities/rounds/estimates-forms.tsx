import { Select, Text } from '@mantine/core';
import { estimatesSealedAgain, newEstimateReader, newEstimateRelease } from '@parindex/core/contracts/schemas/round-estimates';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { KnownConsequences } from './consequences.tsx';
import {
  type EstimateReader,
  type EstimateRelease,
  endEstimateReader,
  estimatesChanged,
  nameEstimateReader,
  type RoundEstimates,
  releaseEstimates,
  withdrawEstimateRelease,
} from './queries/estimates.ts';
import type { Round } from './queries/rounds.ts';
import { estimatesTexts } from './texts/estimates.ts';

interface FormProps {
  readonly round: Round;
  readonly estimates: RoundEstimates;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

interface ReasonProps {
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

function Reason(props: ReasonProps) {
  const texts = useTexts(estimatesTexts);
  return <ReasonInput label={texts.reason} description={texts.reasonMore} {...props} />;
}

/** Releases the estimates: what that brings is read and known first. */
export function ReleaseForm({ round, estimates, onDone, onCancel }: FormProps) {
  const texts = useTexts(estimatesTexts);
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState(false);
  const idOf = useRequestId();
  const told = estimates.consequences.map(({ code }) => code);
  const release = useAct(() => releaseEstimates(round.id, { id: idOf(reason), reason, told }), {
    onDone: () => onDone(texts.release.done),
    // What it brings may have changed meanwhile.
    onEnd: (client) => estimatesChanged(client, round.id),
  });
  return (
    <InlineForm
      title={texts.release.title}
      of="release"
      submit={texts.release.submit}
      act={release}
      disabled={!known}
      onSubmit={() => release.mutate()}
      onCancel={onCancel}
    >
      <KnownConsequences round={round} title={texts.release.brings} consequences={estimates.consequences} known={known} onKnown={setKnown} />
      <Reason {...limitsOf(newEstimateRelease).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}

export function WithdrawForm({ round, release, onDone, onCancel }: FormProps & { release: EstimateRelease }) {
  const texts = useTexts(estimatesTexts);
  const [reason, setReason] = useState('');
  const withdraw = useAct(() => withdrawEstimateRelease(round.id, release.id, reason), {
    onDone: () => onDone(texts.withdraw.done),
    onEnd: (client) => estimatesChanged(client, round.id),
  });
  return (
    <InlineForm title={texts.withdraw.title} of="withdraw" submit={texts.withdraw.submit} act={withdraw} onSubmit={() => withdraw.mutate()} onCancel={onCancel}>
      <Text size="sm">{texts.withdraw.more}</Text>
      <Reason {...limitsOf(estimatesSealedAgain).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}

/** Names a person of the council, an auditor or an appraiser. */
export function NameReaderForm({ round, estimates, onDone, onCancel }: FormProps) {
  const texts = useTexts(estimatesTexts);
  const roles = useTexts(ROLE_NAMES);
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const idOf = useRequestId();
  const named = new Set(estimates.readers.flatMap(({ person: { id }, ended }) => (ended === null ? [id] : [])));
  const candidates = estimates.candidates.filter(({ id }) => !named.has(id));
  const officesOf = ({ offices }: RoundEstimates['candidates'][number]) =>
    offices.map(({ role, body }) => (body === null ? roles[role] : `${roles[role]}, ${body.name}`)).join('; ');
  const name = useAct(() => nameEstimateReader(round.id, { id: idOf(person, reason), account: person ?? '', reason }), {
    onDone: (reader) => onDone(texts.name.done(reader.person.name)),
    onEnd: (client) => estimatesChanged(client, round.id),
  });
  return (
    <InlineForm
      title={texts.name.title}
      of="name"
      submit={texts.name.submit}
      act={name}
      disabled={person === null}
      onSubmit={() => name.mutate()}
      onCancel={onCancel}
    >
      <Text size="sm">{texts.name.more}</Text>
      <Select
        label={texts.name.person}
        description={texts.name.personMore}
        required
        searchable
        nothingFoundMessage={texts.name.nobody}
        data={candidates.map((candidate) => ({ value: candidate.id, label: `${candidate.name} (${officesOf(candidate)})` }))}
        value={person}
        onChange={setPerson}
      />
      <Reason {...limitsOf(newEstimateReader).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}

export function EndReaderForm({ round, reader, onDone, onCancel }: FormProps & { reader: EstimateReader }) {
  const texts = useTexts(estimatesTexts);
  const [reason, setReason] = useState('');
  const end = useAct(() => endEstimateReader(round.id, reader.id, reason), {
    onDone: () => onDone(texts.end.done(reader.person.name)),
    onEnd: (client) => estimatesChanged(client, round.id),
  });
  return (
    <InlineForm
      title={texts.end.title(reader.person.name)}
      of={reader.id}
      submit={texts.end.submit}
      act={end}
      onSubmit={() => end.mutate()}
      onCancel={onCancel}
    >
      <Reason {...limitsOf(estimatesSealedAgain).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}
