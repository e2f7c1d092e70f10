import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** A state in a word, never truncated; `strong` if it needs action. */
export const StateBadge = ({ strong, children }: { strong: boolean; children: ReactNode }) => (
  <Badge variant={strong ? 'filled' : 'default'} tt="none" fw={500} miw="max-content">
    {children}
  </Badge>
);
