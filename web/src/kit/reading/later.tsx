import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
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

/** A part below what is seen first: it is loaded when its place comes into sight, or once the page rests. */
export function laterBelow<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = later(load);
  return (props: Props) => {
    const [isDue, setDue] = useState(false);
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      const due = () => setDue(true);
      const sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && due());
      if (place.current) sight.observe(place.current);
      loadBehind(async () => due());
      return () => sight.disconnect();
    }, []);
    return isDue ? (
      <Part {...props} />
    ) : (
      <div ref={place}>
        <Loading />
      </div>
    );
  };
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
