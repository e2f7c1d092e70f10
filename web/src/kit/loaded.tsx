import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Reading<T>;
  /** What is shown in place of a list without members. */
  readonly empty?: ReactNode;
  /** Where what was read is no list, and no page of one. */
  readonly isEmpty?: (data: T) => boolean;
  readonly children: (data: T) => ReactNode;
}

/** Whether a list, or a page of one, has no members. */
const hasNone = (data: unknown): boolean => {
  const list = Array.isArray(data) ? data : (data as { readonly items?: unknown } | null)?.items;
  return Array.isArray(list) && list.length === 0;
};

/** What a query has read, with the problem of the last reading above it. */
export function Loaded<T>({ query, empty, isEmpty = hasNone, children }: LoadedProps<T>) {
  const { data, error } = query;
  return (
    <>
      {error ? <ProblemNotice error={error} retry={() => void query.refetch()} /> : null}
      {data === undefined && !error ? <Loading /> : null}
      {data === undefined ? null : empty !== undefined && isEmpty(data) ? empty : children(data)}
    </>
  );
}

interface NotLoadedProps {
  readonly error: unknown;
  readonly retry: () => unknown;
}

/** In place of a view of which nothing has been read yet: it is on its way, or why it does not come. */
export function NotLoaded({ error, retry }: NotLoadedProps) {
  return error ? <ProblemNotice error={error} retry={() => void retry()} /> : <Loading />;
}
