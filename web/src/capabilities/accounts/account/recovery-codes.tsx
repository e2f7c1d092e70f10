import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { accountChanged, makeRecoveryCodes, recoveryCodesQuery } from '../queries/account.ts';
import { recoveryTexts } from '../texts/recovery-codes.ts';

/** How many recovery codes are left, when one was used, and new ones. */
export function RecoveryCodes({ onMade }: { onMade: (codes: readonly string[]) => void }) {
  const texts = useTexts(recoveryTexts);
  const { language } = useLanguage();
  const query = useQuery(recoveryCodesQuery);
  const make = useAct(makeRecoveryCodes, { refresh: accountChanged, onDone: ({ codes }) => onMade(codes) });
  return (
    <Stack gap="xs" align="flex-start">
      <Loaded query={query}>
        {({ made, left, madeAt, usedAt }) => (
          <>
            <Text>{made === 0 ? texts.none : texts.left(formatCount(left, language), formatCount(made, language))}</Text>
            {madeAt === null ? null : <Text size="sm">{texts.madeAt(formatMoment(madeAt))}</Text>}
            {usedAt === null ? null : <Text size="sm">{texts.usedAt(formatMoment(usedAt))}</Text>}
          </>
        )}
      </Loaded>
      <Outcome error={make.error} />
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        {texts.make}
      </Button>
      <Text size="sm">{texts.makeMore}</Text>
    </Stack>
  );
}
