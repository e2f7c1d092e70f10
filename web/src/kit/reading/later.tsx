import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { loadBehind, loadedLater } from '../../client/loaded-later.ts';
import { Loading } from './loading.tsx';

interface LaterOptions {
  /** What stands in its place until it has come. */
  readonly fallback?: ReactNode;
  /** Of use without a line as well: it is loaded behind the page, once that rests. */
  readonly withoutLine?: boolean;
}

/** A part of a page that is loaded when it is first shown. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, { fallback = <Loading />, withoutLine = false }: LaterOptions = {}) {
  const Part = lazy(async () => ({ default: await loadedLater(load) }));
  if (withoutLine) loadBehind(load);
  return (props: Props) => (
    <Suspense fallback={fallback}>
      <Part {...props} />
    </Suspense>
  );
}

/** A part that is loaded when somebody opens it; until it has come, its button stays what it is, and keeps the focus. */
export function useOpenedLater<Props>(load: () => Promise<ComponentType<Props>>): readonly [ComponentType<Props> | undefined, () => void] {
  const [Part, setPart] = useState<ComponentType<Props>>();
  const open = () =>
    void loadedLater(load).then(
      (loaded) => setPart(() => loaded),
      (error: unknown) =>
        setPart(() => {
          throw error;
        }),
    );
  return [Part, open];
}
