import { Text } from '@mantine/core';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';
import { Empty } from '../../ui/empty.tsx';

/** Without TLS a browser gives no place where what is typed could be kept: then nobody is asked to type. */
export function NotSecure() {
  const texts = useTexts(shellTexts);
  return (
    <Empty title={texts.notSecure}>
      <Text>{texts.notSecureMore}</Text>
    </Empty>
  );
}
