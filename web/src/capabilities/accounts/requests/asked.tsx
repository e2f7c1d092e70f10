import { Text } from '@mantine/core';
import { useTexts } from '../../../kit/language.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { ShownOnce } from '../../../kit/shown-once.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';

/** What was asked for waits; with the code that belongs to the link, where it opens an account. */
export function Asked({ code, onClose }: { code: string | null; onClose: () => void }) {
  const texts = useTexts(accountRequestTexts);
  if (code === null) return <Outcome done={texts.asked} />;
  return (
    <ShownOnce title={texts.codeMade} label={texts.code} secret={code} onClose={onClose}>
      <Text size="sm">{texts.codeMore}</Text>
    </ShownOnce>
  );
}
