import { Button, Group, Text } from '@mantine/core';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { queryOfForm, SigningChoice } from '../../kit/fields/signing-choice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { CLOSING_FORMATS, type FinalRanking, fetchClosingLetter, fetchClosingLetters, fetchResultPaper, RESULT_PAPERS } from './queries/final.ts';
import { finalTexts } from './texts/final.ts';

interface TakenProps<F extends string> {
  /** What is taken, before its forms. */
  readonly label: string;
  readonly formats: readonly F[];
  readonly take: (format: F) => Promise<Blob>;
  readonly nameOf: (format: F) => string;
}

/** Something that is made anew each time, in each of its forms. */
function Taken<F extends string>({ label, formats, take: fetch, nameOf }: TakenProps<F>) {
  const take = useAct(async (format: F) => ({ name: nameOf(format), file: await fetch(format) }), { onDone: ({ file, name }) => saveFile(file, name) });
  return (
    <Group gap="xs" className="screen-only" role="group" aria-label={label.replace(/:$/, '')}>
      <Text size="sm">{label}</Text>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          size="compact-sm"
          loading={take.isPending && take.variables === format}
          disabled={take.isPending}
          onClick={() => take.mutate(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      <Outcome error={take.error} />
    </Group>
  );
}

/** Whether somebody makes the letters and papers of a round. */
export function useMakes(round: string): boolean {
  const { may } = useRights();
  const owner = useQuery(roundQuery(round)).data?.ownerBody.id;
  return owner !== undefined && may('round.letters', { roundOwner: owner });
}

/** Letters that tell the final result, for the owner of the round: to one body, or to all of them in one package. */
export function ClosingLetters({ of: { round, ownerKind }, body }: { of: Pick<FinalRanking, 'round' | 'ownerKind'>; body?: string }) {
  const texts = useTexts(finalTexts);
  const [form, setForm] = useState<ReportForm | null>(null);
  if (!useMakes(round)) return null;
  return (
    <Group gap="xs" className="screen-only">
      <SigningChoice kind={ownerKind} form={form} onChosen={setForm} />
      {body === undefined ? (
        <Taken
          label={texts.lettersToAll}
          formats={CLOSING_FORMATS}
          take={(format) => fetchClosingLetters(round, format, queryOfForm(form))}
          nameOf={() => `ket-qua-cuoi-cung-${round}.zip`}
        />
      ) : (
        <Taken
          label={texts.letter}
          formats={CLOSING_FORMATS}
          take={(format) => fetchClosingLetter(round, body, format, queryOfForm(form))}
          nameOf={(format) => `ket-qua-cuoi-cung-${body}.${format}`}
        />
      )}
    </Group>
  );
}

/** The submission and the draft decision, by which the result is approved and published. */
export function ResultPapers({ round }: { round: string }) {
  const texts = useTexts(finalTexts);
  if (!useMakes(round)) return null;
  return RESULT_PAPERS.map(({ paper, formats, file }) => (
    <Taken
      key={paper}
      label={texts[paper]}
      formats={formats}
      take={(format) => fetchResultPaper(round, paper, format)}
      nameOf={(format) => `${file}-${round}.${format}`}
    />
  ));
}
