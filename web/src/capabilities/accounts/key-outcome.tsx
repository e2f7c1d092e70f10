import { Text } from '@mantine/core';
import { KeyNotUsed } from '../../client/security-key.ts';
import { Arrival } from '../../kit/arrival.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Outcome } from '../../kit/outcome.tsx';
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
