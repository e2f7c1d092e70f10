import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { encode } from 'uqr';
import { offerSecondFactor } from '../../client/proofs.ts';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { signInTexts } from './texts/sign-in.ts';

/** The secret of a new second factor, to scan or copy; requested only once, as each offer withdraws the previous one. */
export function SecondFactorOffer() {
  const texts = useTexts(signInTexts);
  const offer = useQuery({ queryKey: ['second-factor-offer'], queryFn: offerSecondFactor, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false });
  if (!offer.data) return <NotLoaded error={offer.error} retry={offer.refetch} />;
  const { data, size } = encode(offer.data.uri, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <Stack gap="xs">
      <svg role="img" aria-label={texts.qrLabel} viewBox={`0 0 ${size} ${size}`} width={200} height={200} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={dark} fill="#000" />
      </svg>
      <Text size="sm">{texts.enrolByHand}</Text>
      <Code block>{offer.data.secret.replaceAll(/(.{4})/g, '$1 ')}</Code>
    </Stack>
  );
}
