import { Button, Text } from '@mantine/core';
import { canUseKeys, signByKey } from '../../client/security-key.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { KeyOutcome } from './key-outcome.tsx';
import { keyTexts } from './texts/security-keys.ts';

interface UseKeyButtonProps<Answer> {
  /** What is done with the signature. */
  readonly act: (proof: { readonly assertion: Awaited<ReturnType<typeof signByKey>> }) => Promise<Answer>;
  readonly onDone: (answer: Answer) => unknown;
}

/** A security key in place of the six digits or the password. */
export function UseKeyButton<Answer>({ act, onDone }: UseKeyButtonProps<Answer>) {
  const texts = useTexts(keyTexts);
  const use = useAct(async () => act({ assertion: await signByKey() }), { onDone });
  if (!canUseKeys()) return <Text size="sm">{texts.cannot}</Text>;
  return (
    <>
      <KeyOutcome error={use.error} />
      <Button type="button" variant="default" loading={use.isPending} onClick={() => use.mutate()}>
        {texts.use}
      </Button>
    </>
  );
}
