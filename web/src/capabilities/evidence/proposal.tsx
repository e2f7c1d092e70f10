import { Button, Group, Text } from '@mantine/core';
import { useTexts } from '../../kit/language.tsx';
import { oneDocumentTexts } from './texts/document.ts';

interface ProposalProps {
  readonly field: string;
  /** As people read it. */
  readonly says: string;
  /** The words on the page from which it was read. */
  readonly from: string;
  /** What is typed says something else. */
  readonly differs: boolean;
  readonly onUse: () => void;
}

/** What the first page says of a field, with the words that it was read from: the person compares and decides. */
export function Proposal({ field, says, from, differs, onUse }: ProposalProps) {
  const texts = useTexts(oneDocumentTexts).facts;
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm" c={differs ? 'var(--mantine-color-error)' : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
        {differs ? `${texts.pageSays(says)} ` : ''}
        {texts.readFrom(from)}
      </Text>
      {differs ? (
        <Button size="compact-xs" variant="default" onClick={onUse} aria-label={texts.useFor(field)}>
          {texts.use}
        </Button>
      ) : null}
    </Group>
  );
}
