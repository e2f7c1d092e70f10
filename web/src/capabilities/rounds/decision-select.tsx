import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { FileLinks } from './files-input.tsx';
import { documentsQuery } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

interface ChosenDecision {
  readonly id: string;
  readonly number: string;
  readonly date: string;
}

interface DecisionSelectProps {
  readonly round: string;
  readonly value: string | null;
  readonly onChange: (decision: ChosenDecision | null) => void;
}

/** A decision among the documents of the round, to be attached. */
export function DecisionSelect({ round, value, onChange }: DecisionSelectProps) {
  const texts = useTexts(documentTexts);
  const { data = [] } = useQuery(documentsQuery(round));
  const decisions = data.flatMap(({ id, kind, withdrawnAt, versions: [newest] }) =>
    kind === 'decision' && withdrawnAt === null && newest ? [{ ...newest, id }] : [],
  );
  return (
    <Select
      label={texts.attach}
      description={texts.attachMore}
      placeholder={texts.attachNone}
      clearable
      data={decisions.map(({ id, number, date, issuer }) => ({ value: id, label: texts.told(number, formatDay(date), issuer) }))}
      value={value}
      onChange={(id) => onChange(decisions.find((one) => one.id === id) ?? null)}
    />
  );
}

/** The files of a decision that is attached to something; nothing where none is. */
export function AttachedDecision({ round, decision }: { readonly round: string; readonly decision: string | null }) {
  const { data = [] } = useQuery({ ...documentsQuery(round), enabled: decision !== null });
  const [newest] = data.find(({ id }) => id === decision)?.versions ?? [];
  return newest ? <FileLinks round={round} files={newest.files} /> : null;
}
