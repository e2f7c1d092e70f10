import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../kit/loading.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { Section } from '../../kit/section.tsx';
import { ErasureCard } from './erasure-card.tsx';
import { type ErasureState, erasuresQuery } from './queries/erasures.ts';

interface ErasureListProps {
  readonly state: ErasureState;
  readonly title: string;
  readonly none: string;
  readonly onDecided?: (told: string) => void;
}

/** Removals and purges that concern the reader. */
export function ErasureList({ state, title, none, onDecided }: ErasureListProps) {
  const { data, error, refetch } = useQuery(erasuresQuery(state));
  return (
    <Section title={title}>
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.length === 0 ? <Text size="sm">{none}</Text> : null}
      {data && data.length > 0 ? (
        <Stack gap="sm">
          {data.map((erasure) => (
            <ErasureCard key={erasure.id} erasure={erasure} {...(onDecided ? { onDecided } : {})} />
          ))}
        </Stack>
      ) : null}
    </Section>
  );
}
