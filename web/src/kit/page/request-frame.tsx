import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from './facts.tsx';
import { StateBadge } from './state-badge.tsx';

interface RequestFrameProps {
  readonly kind: string;
  /** Whom or what it is about, for those who hear the page. */
  readonly about: string;
  readonly state: string;
  /** Whether it still waits for somebody. */
  readonly waits: boolean;
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  readonly children: ReactNode;
}

/** Something that was asked for and is decided by somebody else: what, how it stands, the facts, and what can be done. */
export const RequestFrame = ({ kind, about, state, waits, facts, children }: RequestFrameProps) => (
  <article className="card" aria-label={`${kind}: ${about}`}>
    <Group gap="sm">
      <Title order={3} size="h5">
        {kind}
      </Title>
      <StateBadge tone={waits ? 'act' : 'quiet'}>{state}</StateBadge>
    </Group>
    <Facts facts={facts} />
    {children}
  </article>
);
