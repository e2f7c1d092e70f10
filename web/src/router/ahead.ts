import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Asks for what the page reads first; what nobody may read is simply not there. */
    readonly ahead?: (client: QueryClient, params: Readonly<Record<string, string>>) => Promise<unknown>;
  }
}

/** A slow line goes one way and back once: a page's code and data are asked for while it is asked who is signed in, not after. */
export function lookAhead(router: AnyRouter, client: QueryClient): void {
  router.subscribe('onBeforeLoad', ({ toLocation, pathChanged }) => {
    if (!pathChanged) return;
    const [routes, params] = router.getMatchedRoutes(toLocation.pathname);
    // Data first: they are few bytes, and would stand in line behind the code. Whatever fails here is asked for again by the page, which tells it.
    for (const { options } of routes) options.staticData?.ahead?.(client, params).catch(() => undefined);
    for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined);
  });
}
