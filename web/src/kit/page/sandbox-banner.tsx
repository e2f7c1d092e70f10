import { Text } from '@mantine/core';
import { useTexts } from '../words/language.tsx';
import { shellTexts } from '../words/shell-texts.ts';

/** Says on every page, printed ones too, that nothing here is real. */
export function SandboxBanner() {
  const { sandbox } = useTexts(shellTexts);
  return (
    <Text role="note" size="sm" fw={600} bg="var(--gold-soft)" c="var(--gold-ink)" px="sm" py={6} mb="md">
      {sandbox}
    </Text>
  );
}

/** The same in two words, always in sight in the head. */
export const SandboxBadge = () => {
  const { sandbox, sandboxShort } = useTexts(shellTexts);
  return (
    <span className="sandbox-badge" title={sandbox}>
      {sandboxShort}
    </span>
  );
};
