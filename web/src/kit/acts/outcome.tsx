import { Button, Stack, Text } from '@mantine/core';
import { isRefusal } from '../../client/request.ts';
import { Arrival } from '../reading/arrival.tsx';
import { Notice } from '../reading/notice.tsx';
import { ProblemNotice } from '../reading/problem-notice.tsx';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';

interface OutcomeProps {
  readonly error?: unknown;
  /** After a conflict: loads the other person's state and keeps what was typed. */
  readonly load?: ((current: unknown) => void) | undefined;
  readonly done?: string | undefined;
}

/** How an act ended: done, or refused and why. */
export function Outcome({ error, load, done }: OutcomeProps) {
  const texts = useTexts(controlTexts);
  if (error)
    return (
      <Arrival of={error}>
        {load && isRefusal(error, 'staleVersion') ? (
          <Notice kind="warning" title={texts.stale}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{texts.staleMore}</Text>
              <Button size="xs" variant="default" onClick={() => load(error.problem['current'])}>
                {texts.staleLoad}
              </Button>
            </Stack>
          </Notice>
        ) : (
          <ProblemNotice error={error} />
        )}
      </Arrival>
    );
  if (!done) return null;
  return (
    <Arrival of={done}>
      <Notice kind="good">{done}</Notice>
    </Arrival>
  );
}
