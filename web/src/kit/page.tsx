import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeading } from './page-heading.tsx';

interface PageProps {
  readonly title: string;
  /** One sentence on what the page is for. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the workspace. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} maw="75ch">
          <PageHeading title={title} size="h2" />
          {lead === undefined ? null : <Text c="dimmed">{lead}</Text>}
        </Stack>
        {actions === undefined ? null : (
          <Group gap="xs" className="screen-only">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
