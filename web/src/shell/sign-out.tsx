import { Button, Group, NavLink, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '../client/session.ts';
import { useDrafts, usePending } from '../device/pending-edits/use-pending-edits.tsx';
import { endUploads } from '../device/uploads/open-uploads.ts';
import { useUnfinishedUploads } from '../device/uploads/use-unfinished-uploads.ts';
import { Arrival } from '../kit/arrival.tsx';
import { controlTexts } from '../kit/control-texts.ts';
import { useTexts } from '../kit/language.tsx';
import { ProblemNotice } from '../kit/problem-notice.tsx';
import { shellTexts } from '../kit/shell-texts.ts';
import { useAct } from '../kit/use-act.ts';

/** Signs out; confirmed if this device still has unsent edits. */
export function SignOut() {
  const texts = useTexts(shellTexts);
  const { cancel } = useTexts(controlTexts);
  const kept = usePending().length + useDrafts().size;
  const going = useUnfinishedUploads().reduce((sum, { count }) => sum + count, 0);
  const asks = kept > 0 || going > 0;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const leave = useAct(signOut, {
    onDone: async () => {
      endUploads();
      client.clear();
      await navigate({ to: '/dang-nhap' });
    },
  });
  const go = () => leave.mutate();
  return (
    <>
      <NavLink component="button" label={texts.signOut} onClick={() => (asks ? setAsking(true) : go())} />
      {asking && asks ? (
        <Arrival>
          <Stack gap="xs" p="xs">
            {kept > 0 ? <Text size="sm">{texts.keptHere(kept)}</Text> : null}
            {going > 0 ? <Text size="sm">{texts.uploads.leaving(going)}</Text> : null}
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
