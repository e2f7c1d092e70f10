import { Button, Group, Stack, Text } from '@mantine/core';
import { Arrival } from '../kit/reading/arrival.tsx';
import { controlTexts } from '../kit/words/control-texts.ts';
import { useTexts } from '../kit/words/language.tsx';
import { signOutTexts } from './sign-out-texts.ts';

/** Asked of whoever signs out while this device keeps edits or files that have not gone out. */
export function SignOutQuestion({ kept, going, leaving, onLeave, onStay }: { kept: number; going: number; leaving: boolean; onLeave(): void; onStay(): void }) {
  const texts = useTexts(signOutTexts);
  const { cancel } = useTexts(controlTexts);
  return (
    <Arrival>
      <Stack gap="xs" p="xs">
        {kept > 0 ? <Text size="sm">{texts.keptHere(kept)}</Text> : null}
        {going > 0 ? <Text size="sm">{texts.leaving(going)}</Text> : null}
        <Group gap="xs">
          <Button size="compact-sm" onClick={onLeave} loading={leaving}>
            {texts.signOutAnyway}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onStay}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </Arrival>
  );
}
