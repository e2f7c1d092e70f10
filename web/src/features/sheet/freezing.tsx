import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { loadedLater } from '../../api/loaded-later.ts';
import { sessionQuery } from '../../api/session.ts';
import { freezeSheet, reopenSheet, sheetQuery } from '../../api/sheets.ts';
import { controlTexts } from '../../texts/controls.ts';
import { useTexts } from '../../texts/language.tsx';
import { sheetTexts } from '../../texts/sheet.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useSheet } from './sheet-at-work.tsx';

const FreezeReview = lazy(async () => ({ default: (await loadedLater(() => import('./freeze-review.tsx'))).FreezeReview }));

/** The head of the body freezes the sheet; an owner of the round opens it again, with a reason. */
export function Freezing() {
  const texts = useTexts(sheetTexts);
  const controls = useTexts(controlTexts);
  const session = useQuery(sessionQuery).data;
  const { shown, sheet, pending } = useSheet();
  const client = useQueryClient();
  const [asking, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const { state, seq } = shown.answer;
  const frozen = state !== 'open';
  const act = useMutation({
    mutationFn: () => (frozen ? reopenSheet(sheet.round, sheet.body, seq, reason) : freezeSheet(sheet.round, sheet.body, seq)),
    onSuccess: () => {
      close();
      void client.invalidateQueries({ queryKey: sheetQuery(sheet.round, sheet.body).queryKey });
    },
  });
  const has = (role: string, body?: string) =>
    session?.memberships.some((office) => office.role === role && (body === undefined || office.body?.id === body)) ?? false;
  if (frozen ? !has('owner') : !has('head', sheet.body)) return null;
  const waits = pending.some(({ standing }) => standing === 'waiting' || standing === 'conflict');
  return (
    <>
      <Button variant={frozen ? 'default' : 'filled'} onClick={open}>
        {frozen ? texts.reopen : texts.freeze}
      </Button>
      <Modal opened={asking} onClose={close} title={frozen ? texts.reopen : texts.freezeTitle} closeButtonProps={{ 'aria-label': controls.close }}>
        <Stack>
          {frozen ? (
            <Textarea label={texts.reopenReason} required value={reason} maxLength={2_000} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
          ) : (
            <>
              <Text>{waits ? texts.freezeWaits : texts.freezeMore}</Text>
              {waits ? null : (
                <Suspense fallback={<Loading />}>
                  <FreezeReview onLeave={close} />
                </Suspense>
              )}
            </>
          )}
          {act.error ? <ProblemNotice error={act.error} /> : null}
          <Group>
            <Button onClick={() => act.mutate()} loading={act.isPending} disabled={frozen ? reason.trim() === '' : waits}>
              {frozen ? texts.reopen : texts.freeze}
            </Button>
            <Button variant="default" onClick={close}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
