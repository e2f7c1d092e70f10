import { Box, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  /** Columns; three by default. */
  readonly cols?: 1 | 3;
}

/** A list of names and values. */
export function Facts({ facts, cols = 3 }: FactsProps) {
  return (
    <SimpleGrid component="dl" cols={cols === 1 ? 1 : { base: 1, xs: 2, md: 3 }} spacing="sm" m={0}>
      {facts.map(([name, value]) => (
        <Box key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Box component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </SimpleGrid>
  );
}
