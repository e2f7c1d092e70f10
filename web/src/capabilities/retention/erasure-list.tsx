import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../kit/page/section.tsx';
import { Loaded, NotLoaded } from '../../kit/reading/loaded.tsx';
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
  const query = useQuery(erasuresQuery(state));
  // Lists stand one below the other: what is below waits until this one has its length.
  if (!query.data) return <NotLoaded error={query.error} retry={query.refetch} />;
  return (
    <Section title={title}>
      <Loaded query={query} empty={<Text size="sm">{none}</Text>}>
        {(data) => (
          <Stack gap="sm">
            {data.map((erasure) => (
              <ErasureCard key={erasure.id} erasure={erasure} {...(onDecided ? { onDecided } : {})} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
