import { Button, Group, Stack, Text } from '@mantine/core';
import { drawWithdrawal } from '@parindex/core/contracts/schemas/survey-draw';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { ReasonInput } from '../../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { drawsChanged, withdrawDraw } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

/** Withdraws a draw with a reason, which stays to be seen. */
export function WithdrawForm({ round, number }: { round: string; number: number }) {
  const texts = useTexts(drawTexts).withdraw;
  const [reason, setReason] = useState('');
  const withdraw = useAct(() => withdrawDraw(round, number, reason.trim()), { refresh: (client) => drawsChanged(client, round) });
  return (
    <details>
      <summary>{texts.open}</summary>
      <CheckedForm onSubmit={() => withdraw.mutate()}>
        <Stack mt="sm">
          <Text size="sm">{texts.lead}</Text>
          <ReasonInput label={texts.reason} {...limitsOf(drawWithdrawal).reason} value={reason} onChange={setReason} />
          <Outcome error={withdraw.error} />
          <Group>
            <Button type="submit" color="red" loading={withdraw.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </details>
  );
}
