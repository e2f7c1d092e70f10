import { Text } from '@mantine/core';
import { Empty } from '../kit/lists/empty.tsx';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

/** Without TLS the browser provides no storage for unsent edits, so nobody is asked to type. */
export function NotSecure() {
  const texts = useTexts(shellTexts);
  return (
    <Empty title={texts.notSecure}>
      <Text>{texts.notSecureMore}</Text>
    </Empty>
  );
}
