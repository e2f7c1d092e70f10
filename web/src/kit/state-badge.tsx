import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** A state in a word, never cut; `strong` where it is the one that asks for something. */
export const StateBadge = ({ strong, children }: { strong: boolean; children: ReactNode }) => (
  <Badge variant={strong ? 'filled' : 'default'} tt="none" fw={500} miw="max-content">
    {children}
  </Badge>
);
