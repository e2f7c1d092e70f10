import { Stack, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NotLoaded } from '../reading/loaded.tsx';
import { Empty } from './empty.tsx';
import { More } from './more.tsx';

interface PagedListProps<T> {
  readonly list: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly T[] }>>;
  /** Shown if nothing matches, with what to do then. */
  readonly none: string;
  readonly noneMore: string;
  readonly children: (rows: readonly T[]) => ReactNode;
}

/** Rows loaded page by page. */
export function PagedList<T>({ list, none, noneMore, children }: PagedListProps<T>) {
  if (!list.data) return <NotLoaded error={list.error} retry={list.refetch} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0)
    return (
      <Empty title={none}>
        <Text>{noneMore}</Text>
      </Empty>
    );
  return (
    <Stack gap="sm">
      {children(rows)}
      <More shown={rows.length} hasMore={list.hasNextPage} pending={list.isFetchingNextPage} error={list.error} onMore={() => void list.fetchNextPage()} />
    </Stack>
  );
}
