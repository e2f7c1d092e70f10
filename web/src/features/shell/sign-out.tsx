import { Button, Group, NavLink, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '../../api/session.ts';
import { usePending } from '../../outbox/use-outbox.tsx';
import { controlTexts } from '../../texts/controls.ts';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';
import { Arrival } from '../../ui/arrival.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

/** Leaves; asks once more where this device still keeps what the server does not have. */
export function SignOut() {
  const texts = useTexts(shellTexts);
  const { cancel } = useTexts(controlTexts);
  const kept = usePending().length;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/dang-nhap' });
    },
  });
  const go = () => leave.mutate();
  return (
    <>
      <NavLink component="button" label={texts.signOut} onClick={() => (kept > 0 ? setAsking(true) : go())} />
      {asking && kept > 0 ? (
        <Arrival>
          <Stack gap="xs" p="xs">
            <Text size="sm">{texts.keptHere(kept)}</Text>
            <Group gap="xs">
              <Button size="compact-sm" onClick={go} loading={leave.isPending}>
                {texts.signOutAnyway}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
                {cancel}
              </Button>
            </Group>
          </Stack>
        </Arrival>
      ) : null}
      {leave.error ? <ProblemNotice error={leave.error} /> : null}
    </>
  );
}
