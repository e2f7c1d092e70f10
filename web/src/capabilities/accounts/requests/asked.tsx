import { Text } from '@mantine/core';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { ShownOnce } from '../../../kit/acts/shown-once.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { useAdministersAlone } from './administers-alone.ts';

/** What was asked for waits; with the code that belongs to the link, where it opens an account. */
export function Asked({ code, name, onClose }: { code: string | null; name: string; onClose: () => void }) {
  const texts = useTexts(accountRequestTexts);
  const alone = useAdministersAlone();
  if (code === null) return <Outcome done={alone ? texts.askedAlone : texts.asked} />;
  return (
    <ShownOnce title={texts.codeMade} label={texts.code} secret={code} onClose={onClose}>
      <Text size="sm">{texts.codeMore(name)}</Text>
    </ShownOnce>
  );
}
