import { Button, Group, Text } from '@mantine/core';
import { useTexts } from '../../kit/words/language.tsx';
import { oneDocumentTexts } from './texts/document.ts';

interface ProposalProps {
  readonly field: string;
  /** Formatted for people. */
  readonly says: string;
  /** The text on the page it was read from. */
  readonly from: string;
  /** The entered value differs. */
  readonly differs: boolean;
  readonly onUse: () => void;
}

/** A value read from the first page, with its source text, for the person to compare and decide. */
export function Proposal({ field, says, from, differs, onUse }: ProposalProps) {
  const texts = useTexts(oneDocumentTexts).facts;
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm" c={differs ? 'var(--mantine-color-error)' : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
        {differs ? `${texts.pageSays(says)} ` : ''}
        {texts.readFrom(from)}
      </Text>
      {differs ? (
        <Button size="compact-xs" variant="default" onClick={onUse} aria-label={texts.takeFromPage(field)}>
          {texts.use}
        </Button>
      ) : null}
    </Group>
  );
}
