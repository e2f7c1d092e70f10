import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { offerSecondFactor } from '../../client/proofs.ts';
import { QrCode } from '../../kit/page/qr-code.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { signInTexts } from './texts/sign-in.ts';

/** The secret of a new second factor, to scan or copy; requested only once, as each offer withdraws the previous one. */
export function SecondFactorOffer() {
  const texts = useTexts(signInTexts);
  const offer = useQuery({ queryKey: ['second-factor-offer'], queryFn: offerSecondFactor, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false });
  if (!offer.data) return <NotLoaded error={offer.error} retry={offer.refetch} />;
  return (
    <Stack gap="xs">
      <QrCode text={offer.data.uri} label={texts.qrLabel} />
      <Text size="sm">{texts.enrolByHand}</Text>
      <Code block>{offer.data.secret.replaceAll(/(.{4})/g, '$1 ')}</Code>
    </Stack>
  );
}
