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
  /** Shown instead of an empty list. */
  readonly empty?: ReactNode;
  /** For data that is neither a list nor a page of one. */
  readonly isEmpty?: (data: T) => boolean;
  readonly children: (data: T) => ReactNode;
}

/** Whether a list, or a page of one, is empty. */
const hasNone = (data: unknown): boolean => {
  const list = Array.isArray(data) ? data : (data as { readonly items?: unknown } | null)?.items;
  return Array.isArray(list) && list.length === 0;
};

/** The data of a query, with the problem of the last read above it. */
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

/** Shown while there is no data: loading, or the reason for its absence. */
export function NotLoaded({ error, retry }: NotLoadedProps) {
  return error ? <ProblemNotice error={error} retry={() => void retry()} /> : <Loading />;
}
