import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { threadCountsQuery } from '../../capabilities/discussion/queries/comments.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';

/** The number of open threads of an item; none until loaded. */
export function useThreadCounts(): (item: string) => number {
  const { sheet } = useSheet();
  const { data } = useQuery(threadCountsQuery(sheet));
  return useMemo(() => {
    const open = new Map(data?.items.map(({ item, internal, shared }) => [item, internal.open + shared.open]));
    return (item: string) => open.get(item) ?? 0;
  }, [data]);
}
