import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { threadCountsQuery } from '../../capabilities/discussion/queries/comments.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';

/** Of an item of the sheet, how many threads are open; none until that is known. */
export function useThreadCounts(): (item: string) => number {
  const { sheet } = useSheet();
  const { data } = useQuery(threadCountsQuery(sheet));
  return useMemo(() => {
    const open = new Map(data?.items.map(({ item, internal, shared }) => [item, internal.open + shared.open]));
    return (item: string) => open.get(item) ?? 0;
  }, [data]);
}
