import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { CLOSING_FORMATS, type ClosingFormat, fetchClosingLetter, fetchClosingLetters } from './queries/final.ts';
import { finalTexts } from './texts/final.ts';

/** Letters that tell the final result, for the owner of the round: to one body, or to all of them in one package. */
export function ClosingLetters({ round, body }: { round: string; body?: string }) {
  const texts = useTexts(finalTexts);
  const { may } = useRights();
  const owner = useQuery(roundQuery(round)).data?.ownerBody.id;
  const take = useAct(
    async (format: ClosingFormat) => ({
      name: body === undefined ? `ket-qua-cuoi-cung-${round}.zip` : `ket-qua-cuoi-cung-${body}.${format}`,
      file: await (body === undefined ? fetchClosingLetters(round, format) : fetchClosingLetter(round, body, format)),
    }),
    { onDone: ({ file, name }) => saveFile(file, name) },
  );
  if (owner === undefined || !may('round.urge', { roundOwner: owner })) return null;
  return (
    <Group gap="xs" className="screen-only">
      <Text size="sm">{body === undefined ? texts.lettersToAll : texts.letter}</Text>
      {CLOSING_FORMATS.map((format) => (
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
