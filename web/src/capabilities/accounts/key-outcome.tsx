import { Text } from '@mantine/core';
import { KeyNotUsed } from '../../client/security-key.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { keyTexts } from './texts/security-keys.ts';

/** How an act with a security key ended where it did not succeed: in the browser, or at the server. */
export function KeyOutcome({ error }: { error: unknown }) {
  const texts = useTexts(keyTexts);
  if (!(error instanceof KeyNotUsed)) return <Outcome error={error} />;
  return (
    <Arrival of={error}>
      <Notice kind="fault" title={texts.notUsed}>
        <Text size="sm">{texts.notUsedMore}</Text>
      </Notice>
    </Arrival>
  );
}
