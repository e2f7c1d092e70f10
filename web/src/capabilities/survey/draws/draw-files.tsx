import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../../kit/acts/copy-button.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { type DrawFile, drawFileAddress } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

interface DrawFilesProps {
  readonly round: string;
  readonly number: number;
  readonly drawn: boolean;
}

const BEFORE = ['design', 'frame'] as const satisfies readonly DrawFile[];
const AFTER = ['record', 'sample-xlsx', 'sample-csv'] as const satisfies readonly DrawFile[];

/** What a draw is verified with elsewhere, and by which command. */
export function DrawFiles({ round, number, drawn }: DrawFilesProps) {
  const texts = useTexts(drawTexts).files;
  const command = `parindex survey draw dan-mau-${round}-${number}.csv --verify bien-ban-chon-mau-${round}-${number}.json`;
  return (
    <Stack gap="sm">
      <Text fw={600}>{texts.title}</Text>
      <Group>
        {[...BEFORE, ...(drawn ? AFTER : [])].map((file) => (
          <Button key={file} component="a" href={drawFileAddress(round, number, file)} download variant="default">
            {texts[file]}
          </Button>
        ))}
      </Group>
      {drawn ? (
        <>
          <Text size="sm">{texts.lead}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {command}
          </Code>
          <CopyButton text={command} label={texts.copy} />
        </>
      ) : null}
    </Stack>
  );
}
